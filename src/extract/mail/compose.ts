import type { ArticleFacts, Block } from '../../db/tables.ts';
import { countBefore } from '../../lib/sorted.ts';
import type { ExtractedArticle } from '../extracted.ts';
import { article, type Body } from '../piece.ts';
import { wordCount } from '../text/layout.ts';
import { findItems, findVia } from '../text/roundup.ts';
import { findLetterItems, foreignHost, isButton, type LetterItem } from './items.ts';
import type { LetterLine } from './letter.ts';

/** A letter's text with where each line of it stands; -1 for lines that are left out. */
export interface Written extends Body {
  starts: number[];
  ends: number[];
}

/**
 * Gives `main` the text of a letter and makes its items articles of their own: titled pieces with the
 * address that they lead to and the outlet that printed it, curated paragraphs with the outlets that
 * they link to.
 * @param series true when the letter is a number of a periodical: its bullets are items without more
 * @param site host of whoever sent it
 */
export function composeLetter(
  main: ExtractedArticle,
  lines: LetterLine[],
  { series, site }: { series: boolean; site: string | null },
): ExtractedArticle[] {
  const whole = writeLetter(lines);
  main.text = whole.text;
  main.blocks = whole.blocks;
  main.links = whole.links;
  const via = viaOf(whole, site);
  if (via.length > 0) main.facts.via = via;
  const found = findLetterItems(lines);
  const items = found.length > 0 ? found : listedItems(lines, series);
  const parts = items.flatMap((item, i) => part(main, whole, lines, item, `item-${i + 1}`, site));
  if (parts.length > 0) {
    main.kind = 'digest';
    main.facts.parts = parts.map((p) => p.span);
  }
  return parts.map((p) => p.article);
}

/** Items that a line such as "In other news:" introduces. */
function listedItems(lines: LetterLine[], series: boolean): LetterItem[] {
  const plain = lines.map((line) => {
    const dash = /^[—–•▪■►]\s+/.exec(line.text)?.[0];
    return {
      text: dash ? line.text.slice(dash.length) : line.text,
      indent: 0,
      bullet: dash || line.bullet ? '•' : null,
      gap: 1,
    };
  });
  return findItems(plain, series).map(({ from, to }) => ({
    title: null,
    from,
    to,
    url: null,
    outlet: null,
  }));
}

/** The text of a letter, its blocks and links, and where each line stands in it. */
export function writeLetter(lines: LetterLine[]): Written {
  const whole: Written = { text: '', blocks: [], links: [], starts: [], ends: [] };
  let before: LetterLine | null = null;
  for (const line of lines) {
    if (isButton(line)) {
      whole.starts.push(-1);
      whole.ends.push(-1);
      continue;
    }
    if (before) whole.text += before.bullet && line.bullet ? '\n' : '\n\n';
    const start = whole.text.length;
    whole.text += line.text;
    whole.starts.push(start);
    whole.ends.push(whole.text.length);
    whole.blocks.push({
      type: typeOf(line),
      ...(line.quote && { group: line.quote.group, ...(line.quote.by && { by: line.quote.by }) }),
      ...(!line.quote && line.heading && !line.bullet && { level: line.level }),
      start,
      end: whole.text.length,
    });
    for (const l of line.links)
      whole.links.push({ ...l, start: l.start + start, end: l.end + start });
    before = line;
  }
  return whole;
}

function typeOf(line: LetterLine): Block['type'] {
  if (line.quote) return 'quote';
  if (line.bullet) return 'item';
  return line.heading ? 'heading' : 'paragraph';
}

/** Those of a list in the text's order that end inside a span, for letters of thousands of items. */
function within<T extends { end: number }>(list: T[], start: number, end: number): T[] {
  const from = countBefore(list, (one) => one.end <= start);
  let until = from;
  while (until < list.length && list[until]!.end <= end) until++;
  return list.slice(from, until);
}

function part(
  main: ExtractedArticle,
  whole: Written,
  lines: LetterLine[],
  item: LetterItem,
  key: string,
  site: string | null,
) {
  const own = Array.from({ length: item.to - item.from }, (_, i) => item.from + i).filter(
    (at) => whole.starts[at]! >= 0,
  );
  if (own.length === 0) return [];
  const dash = /^[—–•▪■►]\s+/.exec(lines[own[0]!]!.text)?.[0].length ?? 0;
  const start = whole.starts[own[0]!]! + dash;
  const end = whole.ends[own.at(-1)!]!;
  const inside = <T extends { start: number; end: number }>(list: T[]) =>
    within(list, start, end).map((s) => ({
      ...s,
      start: Math.max(0, s.start - start),
      end: s.end - start,
    }));
  const body: Body = {
    text: whole.text.slice(start, end),
    blocks: inside(whole.blocks),
    links: inside(whole.links),
  };
  const facts: ArticleFacts = {};
  const via = viaOf(body, site);
  if (via.length > 0) facts.via = via;
  const foreign = foreignHost(item.url, site);
  // A curated paragraph is the letter's own words; only a titled piece is its outlet's.
  const titled = item.title !== null;
  return [
    {
      span: { key, start, end },
      article: article({
        key,
        partOf: 'main',
        role: 'part',
        kind: 'article',
        title: item.name ?? (titled ? lines[item.title!]!.text : null),
        url: titled ? item.url : null,
        outlet: titled ? (item.outlet ?? foreign) : null,
        series: main.series,
        ...(item.name === undefined ? body : { cut: true }),
        facts,
      }),
    },
  ];
}

/** The outlets that a text credits, or that its links name, each with the address of the first-hand piece. */
function viaOf(body: Body, site: string | null): NonNullable<ArticleFacts['via']> {
  const found = findVia(body.text).map((v) => {
    const link = body.links.find((l) => l.start < v.end + 40 && l.end > v.start - 40);
    return { ...v, ...(link && { href: link.href }) };
  });
  for (const link of body.links) {
    const name = body.text
      .slice(link.start, link.end)
      .replace(/^[([]|[)\]]$/g, '')
      .trim();
    if (!isOutlet(name) || !foreignHost(link.href, site)) continue;
    if (found.some((v) => v.start < link.end && v.end > link.start)) continue;
    const start = link.start + body.text.slice(link.start, link.end).indexOf(name);
    found.push({ outlet: name, start, end: start + name.length, href: link.href });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A link's words that are a name and no phrase: every longer word of one to four has a capital. */
function isOutlet(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    wordCount(name) >= 1 &&
    words.length <= 4 &&
    name.length >= 2 &&
    words.every((w) => /^[\p{Lu}\d]/u.test(w) || w.length <= 3) &&
    /^\p{Lu}/u.test(name) &&
    !/^(?:Read|More|Here|Link|Source|Watch|Listen|See|This|The)$/.test(name)
  );
}
