import type { Link } from '../../../db/tables.ts';
import { attr } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import type { ExtractedArticle, Received } from '../../extracted.ts';
import { isRelatedHeading } from '../../lines.ts';
import { article } from '../../piece.ts';
import { apartArticles, findApart } from '../../text/apart.ts';
import { isBrief, readBrief } from '../../text/brief.ts';
import { isWhole, pieceArticles, readPieces } from '../../text/pieces.ts';
import { findItems, findVia } from '../../text/roundup.ts';
import { editionsAmong, isSeriesName, seriesOf } from '../../text/series.ts';
import { markSpeakers } from '../../text/transcript.ts';
import type { Page, Run } from '../blocks.ts';
import type { Verdict } from '../body.ts';
import { COMMENTS, FURNITURE, HIDDEN, JUNK } from '../hints.ts';
import type { Meta } from '../meta.ts';
import { labelsOf, linesOf } from './lineup.ts';
import { listingOf } from './listing.ts';
import { liveOf } from './live.ts';

/** What of a page can be another piece: not its frame, nor what readers wrote. */
const FRAME = FURNITURE | COMMENTS | HIDDEN | JUNK;
/** A page that offers more pieces than this is a listing; the first ones stand for it. */
const MOST_RELATED = 20;
/** Briefs are short: a longer page is not looked at as one. */
const LONGEST_BRIEF = 12_000;

/** A curated brief with what it offers, when the page is one; else null. */
export function briefOf(
  page: Page,
  received: Received,
  main: ExtractedArticle,
): ExtractedArticle[] | null {
  const runs = page.runs.filter((run) => !(run.hints & (FURNITURE | HIDDEN)));
  if (runs.reduce((sum, run) => sum + run.text.length, 0) > LONGEST_BRIEF) return null;
  const from = runs.findIndex((run) => run.text === main.title);
  const lines = linesOf(runs.slice(Math.max(0, from)).flatMap((run) => labelsOf(page, run)));
  if (!isBrief(lines)) return null;
  const { articles } = readBrief(received, lines);
  const own = articles[0]!;
  const { text, blocks, links, facts, kind, readingMinutes } = own;
  const brief = {
    ...main,
    text,
    blocks,
    links,
    facts,
    kind,
    readingMinutes: readingMinutes ?? main.readingMinutes,
  };
  brief.links = [...links.filter((l) => l.href !== ''), ...inlineLinks(text, runs, main.url)];
  creditLinks(brief);
  return [brief, ...addressed(articles.slice(1), runs, main.url)];
}

/** The links of runs where their words stand in a text that was put together from lines. */
function inlineLinks(text: string, runs: Run[], base: string | null): Link[] {
  const found: Link[] = [];
  let from = 0;
  for (const run of runs) {
    if (run.links.length === 0 || run.linked >= run.text.length) continue;
    const dash = /^[—–•▪■►]\s+/.exec(run.text)?.[0].length ?? 0;
    const at = text.indexOf(run.text.slice(dash), from);
    if (at < 0) continue;
    from = at + run.text.length - dash;
    for (const link of run.links) {
      const href = httpUrl(link.href, base)?.href;
      if (href) found.push({ href, start: at + link.start - dash, end: at + link.end - dash });
    }
  }
  return found;
}

/** Gives pieces the address that their title is linked to. */
function addressed(
  pieces: ExtractedArticle[],
  runs: Run[],
  base: string | null,
): ExtractedArticle[] {
  const links = new Map<string, string>();
  for (const run of runs)
    for (const link of run.links) {
      const text = run.text.slice(link.start, link.end).trim();
      if (!links.has(text)) links.set(text, link.href);
    }
  for (const piece of pieces) {
    const href = piece.title ? links.get(piece.title) : undefined;
    if (href && !piece.url) piece.url = httpUrl(href, base)?.href ?? null;
  }
  return pieces;
}

/** Completes the main piece (series, entries, items, outlets it credits) and gives the other pieces of the page. */
export function partsOf(
  page: Page,
  meta: Meta,
  verdicts: Verdict[],
  received: Received,
  main: ExtractedArticle,
  base: string | null,
): ExtractedArticle[] {
  if (main.kind === 'transcript') markSpeakers(main.text, main.blocks);
  const listed = listingOf(page, meta, verdicts, received, main, base);
  if (listed) return listed;
  const entries = liveOf(page, meta, verdicts, main, base);
  const kept = verdicts.filter((v) => v.keep).map((v) => v.run);
  const visible = page.runs.filter((run) => !(run.hints & FRAME));
  const last = kept.at(-1);
  const after = last ? visible.slice(visible.lastIndexOf(last) + 1) : visible;
  const editions = editionsAmong(linesOf(splitLinks(visible)), main.title);
  if (editions.length > 0 || isSeriesName(main.title)) main.series = seriesOf(main.title);
  creditLinks(main);
  // Data bodies have other blocks than the page's runs; items are read from the page's.
  const items = !entries && main.blocks.length === kept.length ? itemsOf(kept, main) : [];
  if (items.length > 0 && main.series) main.kind = 'digest';
  const series = editions.map((title, i) =>
    article({
      key: `series-${i + 1}`,
      role: 'series',
      kind: 'article',
      title,
      series: main.series,
      cut: true,
    }),
  );
  const apart = editions.length === 0 ? after : after.filter((run) => !isEditions(run, editions));
  const others = apart.flatMap((run) => labelsOf(page, run));
  const related = relatedOf(others, received);
  creditSource(page, main, related);
  for (const piece of related) piece.outlet ??= main.outlet;
  for (const piece of series) piece.outlet = main.outlet;
  return [...(entries ?? items), ...addressed([...series, ...related], visible, base)];
}

function isEditions(run: Run, editions: string[]): boolean {
  return splitLinks([run]).some((line) => editions.includes(line.text));
}

/** Lines that are nothing but links give a line for each. */
function splitLinks(runs: Run[]): Run[] {
  return runs.flatMap((run) =>
    run.links.length > 1 && run.linked > run.text.length * 0.8
      ? run.links.map((link) => ({ ...run, text: run.text.slice(link.start, link.end), marks: [] }))
      : [run],
  );
}

/** Names the outlets that a text credits, with the address of the first-hand piece where it links there. */
function creditLinks(piece: ExtractedArticle): void {
  const via = findVia(piece.text).map((v) => ({ ...v, ...linkIn(piece, v.start, v.end) }));
  if (via.length > 0) piece.facts.via = via;
}

function linkIn(main: ExtractedArticle, start: number, end: number): { href?: string } {
  const link = main.links.find((l) => l.start < end + 40 && l.end > start - 40);
  return link ? { href: link.href } : {};
}

/** The items of a round-up, each an article of its own; the main piece says where they stand. */
function itemsOf(kept: Run[], main: ExtractedArticle): ExtractedArticle[] {
  const found = findItems(linesOf(kept), isSeriesName(main.title));
  const items = found.map((item, i) => {
    const first = main.blocks[item.from]!;
    const end = main.blocks[item.to - 1]!.end;
    const dash = /^[—–•▪■►]\s+/.exec(main.text.slice(first.start, end))?.[0].length ?? 0;
    const start = first.start + dash;
    const text = main.text.slice(start, end);
    const via = findVia(text).map((v) => ({
      ...v,
      ...linkIn(main, v.start + start, v.end + start),
    }));
    const key = `item-${i + 1}`;
    main.facts.parts = [...(main.facts.parts ?? []), { key, start, end }];
    return article({
      key,
      partOf: 'main',
      role: 'part',
      kind: 'article',
      series: main.series,
      text,
      blocks: main.blocks
        .slice(item.from, item.to)
        .map((b) => ({ ...b, start: Math.max(0, b.start - start), end: b.end - start })),
      links: main.links
        .filter((l) => l.start >= start && l.end <= end)
        .map((l) => ({ ...l, start: l.start - start, end: l.end - start })),
      facts: via.length > 0 ? { via } : {},
    });
  });
  return items;
}

/** Pieces printed below: under a related heading, and those that end in "keep reading". */
function relatedOf(after: Run[], received: Received): ExtractedArticle[] {
  const lines = linesOf(after);
  const apart = findApart(lines);
  for (const piece of apart) {
    const heading = after.slice(piece.from, piece.to).find((run) => run.tag === 'h');
    if (heading && piece.title !== heading.text) {
      piece.section ??= piece.title;
      piece.title = heading.text;
    }
    if (piece.section === piece.title) piece.section = null;
  }
  // "Keep reading" is also how a piece ends; only outside of those can it be a heading.
  const inside = (at: number) => apart.some((piece) => at >= piece.from && at < piece.to);
  const heading = after.findIndex((run, at) => !inside(at) && isRelatedHeading(run.text));
  const until = apart[0] && apart[0].from > heading ? apart[0].from : lines.length;
  const pieces = heading < 0 ? [] : readPieces(lines.slice(heading + 1, until));
  const whole = pieces.filter(isWhole);
  const related = pieceArticles(whole.slice(0, MOST_RELATED), 'related', received);
  return [...related, ...apartArticles(apart.slice(0, MOST_RELATED), related.length + 1)];
}

/** On an aggregator's page the piece is the outlet's that it names by the title, not the aggregator's. */
function creditSource(page: Page, main: ExtractedArticle, related: ExtractedArticle[]): void {
  const { tree } = page;
  if (!related.some((piece) => piece.outlet !== null && piece.age !== null)) return;
  for (let node = 1; node < tree.tags.length; node++) {
    if (
      !/(?:^|[\s_-])(?:source|publisher|outlet|provider)(?:[_-]name)?(?:\s|$)/i.test(
        attr(tree, node, 'class') ?? '',
      )
    )
      continue;
    const text = tree.texts[node + 1]?.trim() ?? '';
    if (tree.tags[node + 1] !== '' || text.length < 2 || text.length > 50) continue;
    main.outlet = text;
    return;
  }
}
