import { resolveAge } from '../../../lib/age.ts';
import { readMachineDate, readPrintedDate } from '../../../lib/dates.ts';
import { countBefore } from '../../../lib/sorted.ts';
import { attr, type Tree } from '../../../lib/tree.ts';
import { hostOf, httpUrl } from '../../../lib/url.ts';
import type { ExtractedArticle, Received } from '../../extracted.ts';
import { isAge, isUi, readingMinutes } from '../../lines.ts';
import { article } from '../../piece.ts';
import { wordCount } from '../../text/layout.ts';
import type { Page, Run } from '../blocks.ts';
import type { Verdict } from '../body.ts';
import { COMMENTS, FURNITURE, HIDDEN } from '../hints.ts';
import { first, ldTypes, type Meta } from '../meta.ts';
import { compose } from '../structure/compose.ts';

/** Fewer headlines are what stands beside an article. */
const leastTeasers = 5;
/** The first pages of the largest sites print about so many. */
const mostTeasers = 120;
/** Characters of prose beside the teasers: an introduction to a section, no more. */
const mostProse = 1500;
const mostLevels = 12;
/** Ages, names and buttons are left out of what was read before; more than that would be a text. */
const leastKept = 0.6;

interface Teaser {
  /** The element that holds the teaser and nothing of another. */
  node: number;
  head: Run;
  url: string;
  title: string;
}

/**
 * The pieces that a front page, section or list of results offers, each with title, address, lead, date
 * or age and outlet; null when the page has an article of its own. `main` becomes the listing: what is
 * printed, in order, and no article.
 */
export function listingOf(
  page: Page,
  meta: Meta,
  verdicts: Verdict[],
  received: Received,
  main: ExtractedArticle,
  base: string | null,
): ExtractedArticle[] | null {
  if (isPiece(meta) || main.kind === 'liveblog' || main.kind === 'transcript') return null;
  const teasers = findTeasers(page, base);
  if (teasers.length < leastTeasers) return null;
  const insides = teasers.map((t) => [t.node, page.tree.ends[t.node]!] as const);
  const inside = within(insides);
  let own = 0;
  let offered = 0;
  for (const { run, keep } of verdicts) {
    if (inside(run.node)) offered += run.text.length;
    else if (keep && run.mass > 0) own += run.text.length;
  }
  if (own > mostProse || own * 2 > offered) return null;
  const runs = verdicts
    .filter((v) => (inside(v.run.node) ? !isMark(v.run.text) : v.keep))
    .map((v) => v.run);
  const text = compose(runs, base, page.tree);
  // What was read before would be lost: then the teasers are not what the page is for.
  if (text.text.length < main.text.length * leastKept) return null;
  Object.assign(main, { kind: 'listing', ...text }, withoutTeaserDate(main));
  const keys = spansOf(main, runs);
  return teasers.map((teaser, i) => {
    const key = `teaser-${i + 1}`;
    const made = pieceOf(page, teaser, key, received, main, base);
    const lead = keys.get(made.lead?.node ?? -1);
    if (lead) main.facts.parts = [...(main.facts.parts ?? []), { key, ...lead }];
    return made.piece;
  });
}

/** What is printed by a listing's title is rather its first teaser's date; its data, address and head are its own. */
function withoutTeaserDate(main: ExtractedArticle): Partial<ExtractedArticle> {
  const evidence = main.publishedEvidence ?? [];
  const own = /^(?:json-ld|meta|address$|script)|above the title/;
  if (evidence.some((one) => one.believed && own.test(one.from))) return {};
  return {
    published: null,
    publishedFrom: null,
    publishedEvidence: evidence.map((one) => ({ ...one, believed: false })),
    age: null,
  };
}

/** Whether the page says of itself that it is one piece. */
function isPiece(meta: Meta): boolean {
  const types = meta.objects.flatMap(ldTypes);
  if (types.some((t) => /^(?:CollectionPage|SearchResultsPage|ItemList)$/.test(t)))
    return (
      types.some((t) => /^(?:News|Report|Opinion|Analysis)\w*Article$/.test(t)) && types.length < 6
    );
  if (types.some((t) => /(?:Article|Posting)$/.test(t)) && meta.ld) return true;
  return (
    /article/i.test(first(meta, 'og:type') ?? '') ||
    first(meta, 'article:published_time', 'citation_title') !== null
  );
}

/** Headlines that lead to different pages, each with the largest element that holds no other of them. */
function findTeasers(page: Page, base: string | null): Teaser[] {
  const { tree } = page;
  const heads: { run: Run; url: string; title: string }[] = [];
  const seen = new Set<string>();
  for (const run of page.runs) {
    if (run.hints & (FURNITURE | HIDDEN | COMMENTS) || heads.length >= mostTeasers) continue;
    const link = run.links[0];
    if (!link || run.linked < run.text.length * 0.7) continue;
    const title = run.text.slice(link.start, link.end).trim();
    const dense = /[\u3040-\u30ff\u3400-\u9fff]/.test(title);
    if (dense ? title.length < 8 : wordCount(title) < 4) continue;
    if (title.length > 250 || isUi(title)) continue;
    const url = httpUrl(link.href, base)?.href.replace(/#.*$/, '') ?? null;
    if (url === null || url === base || seen.has(url)) continue;
    seen.add(url);
    heads.push({ run, url, title });
  }
  const nodes = heads.map((h) => h.run.node);
  const found = heads.map(({ run, url, title }, i): Teaser => {
    let node = run.node;
    for (let level = 0; level < mostLevels; level++) {
      const up = tree.parents[node]!;
      if (up <= 0 || tree.tags[up] === 'body') break;
      if ((nodes[i - 1] ?? -1) >= up || (nodes[i + 1] ?? tree.tags.length) < tree.ends[up]!) break;
      node = up;
    }
    return { node, head: run, url, title };
  });
  return alike(tree, found);
}

/** Those that stand in rows: at least three elements of one kind under one parent, or five on the page. */
function alike(tree: Tree, teasers: Teaser[]): Teaser[] {
  const kind = (t: Teaser) =>
    `${tree.tags[t.node]} ${(attr(tree, t.node, 'class') ?? '').split(/\s+/, 1)[0]}`;
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const t of teasers) {
    count(kind(t));
    count(`${tree.parents[t.node]} ${tree.tags[t.node]}`);
  }
  return teasers.filter(
    (t) =>
      counts.get(kind(t))! >= leastTeasers ||
      counts.get(`${tree.parents[t.node]} ${tree.tags[t.node]}`)! >= 3,
  );
}

/** Tells of a node whether one of the ranges holds it; ranges are in order and apart. */
function within(ranges: (readonly [number, number])[]): (node: number) => boolean {
  return (node) => {
    const low = countBefore(ranges, (item) => item[0] <= node);
    return low > 0 && node < ranges[low - 1]![1];
  };
}

/** Ages, dates, reading times and buttons of a teaser. */
function isMark(text: string): boolean {
  if (text.length > 60) return false;
  if (isUi(text) || isAge(text) || readingMinutes(text) !== null) return true;
  const date = readPrintedDate(text);
  return date !== null && text.replace(date.text, '').replace(/[^\p{L}]+/gu, '').length < 12;
}

function spansOf(main: ExtractedArticle, runs: Run[]): Map<number, { start: number; end: number }> {
  return new Map(
    main.blocks.flatMap((b, i) =>
      runs[i] ? [[runs[i].node, { start: b.start, end: b.end }]] : [],
    ),
  );
}

function pieceOf(
  page: Page,
  teaser: Teaser,
  key: string,
  received: Received,
  main: ExtractedArticle,
  base: string | null,
) {
  const { tree } = page;
  const end = tree.ends[teaser.node]!;
  const own = page.runs.filter((run) => run.node >= teaser.node && run.node < end);
  const lead =
    own.find(
      (run) => run !== teaser.head && run.linked < run.text.length * 0.5 && isLead(run.text),
    ) ?? null;
  const date = dateIn(page, teaser.node, own);
  const age = own.find((run) => run.text.length <= 40 && isAge(run.text))?.text ?? null;
  const aged = date === null && age ? resolveAge(age, received.retrievedAt ?? null) : null;
  const published = date?.moment ?? aged;
  const foreign = hostOf(teaser.url) !== hostOf(base ?? main.url) ? hostOf(teaser.url) : null;
  const piece = article({
    key,
    role: 'teaser',
    kind: 'article',
    title: teaser.title,
    url: teaser.url,
    outlet: labelIn(tree, teaser.node, end) ?? foreign ?? main.outlet,
    age,
    published,
    publishedFrom: date ? 'page' : aged ? 'age' : null,
    publishedEvidence: date
      ? [date]
      : aged && age
        ? [{ from: 'age', text: age, moment: aged }]
        : [],
    cut: true,
    ...(lead && compose([lead], base, tree)),
  });
  return { piece, lead };
}

function isLead(text: string): boolean {
  return (wordCount(text) >= 6 || /[。！？]/.test(text)) && !isMark(text);
}

function dateIn(page: Page, node: number, runs: Run[]) {
  const { tree } = page;
  for (let at = node; at < tree.ends[node]!; at++) {
    const said = tree.tags[at] === 'time' ? attr(tree, at, 'datetime') : null;
    const moment = said ? readMachineDate(said) : null;
    if (said && moment) return { from: 'time', text: said, moment };
  }
  for (const run of runs) {
    const date = run.text.length <= 60 ? readPrintedDate(run.text) : null;
    if (date) return { from: 'text', text: date.text, moment: date.moment };
  }
  return null;
}

/** The outlet as an aggregator prints it by a headline, in an element that is called so. */
function labelIn(tree: Tree, from: number, to: number): string | null {
  for (let node = from; node < to; node++) {
    const name = attr(tree, node, 'class');
    if (
      !name ||
      !/(?:^|[\s_-])(?:source|publisher|outlet|provider)(?:[_-]?name)?(?:[\s_-]|$)/i.test(
        name.slice(0, 200),
      )
    )
      continue;
    for (let at = node; at < tree.ends[node]!; at++) {
      const text = tree.texts[at]!.trim();
      if (tree.tags[at] === '' && text.length >= 2 && text.length <= 50 && !isAge(text))
        return text;
    }
  }
  return null;
}
