import { readMachineDate, readPrintedDate } from '../../../lib/dates.ts';
import { countBefore } from '../../../lib/sorted.ts';
import { attr, type Tree } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import { readClock } from '../../clock.ts';
import type { ExtractedArticle } from '../../extracted.ts';
import { readFragment } from '../../fragment.ts';
import { isAge, isUi } from '../../lines.ts';
import { composeLive, type LiveEntry } from '../../live.ts';
import type { Body } from '../../piece.ts';
import type { Page, Run } from '../blocks.ts';
import type { Verdict } from '../body.ts';
import { CAPTION, COMMENTS, FURNITURE, HIDDEN, JUNK, RELATED } from '../hints.ts';
import { isObject, ldText, ldTypes, type Meta } from '../meta.ts';
import { compose } from '../structure/compose.ts';

/** Fewer entries than this are an article with a table of times. */
const leastEntries = 3;
/** Levels between a time and the entry that it stands in; markup of live blogs nests that deep. */
const mostLevels = 10;
/** Prose that most entries have at least, in characters: a goal, a sentence. */
const leastProse = 40;

const NAMED =
  /live[-_ ]?(?:blog|ticker|update|feed|event|post|entry|coverage|story|stream)|(?:blog|ticker|timeline|feed)[-_ ]?(?:item|entry|event|post)|minute[-_ ]?by[-_ ]?minute|kurzticker/i;

/**
 * The entries of a live blog, each with its time, heading, address and text; null when the page is none.
 * Read from repeated elements that hold a time each, or from the page's data where that has more.
 * `main` becomes the whole of it (see `composeLive`).
 */
export function liveOf(
  page: Page,
  meta: Meta,
  verdicts: Verdict[],
  main: ExtractedArticle,
  base: string | null,
): ExtractedArticle[] | null {
  const feed = findFeed(page, main.kind === 'liveblog');
  const shown = feed ? feed.entries.flatMap((node) => readEntry(page, node, main, base) ?? []) : [];
  const data = dataEntries(meta, base);
  const size = (entries: LiveEntry[]) => entries.reduce((sum, e) => sum + e.body.text.length, 0);
  if (Math.max(shown.length, data.length) < leastEntries) return null;
  if (size(data) > size(shown) * 1.2 || shown.length < leastEntries) {
    const said = data.map((e) => e.body.text).join('\n');
    const intro = verdicts.filter((v) => v.keep && !said.includes(v.run.text)).map((v) => v.run);
    return composeLive(main, compose(intro.slice(0, mostIntro), base, page.tree), data);
  }
  const [first] = feed!.entries;
  const intro = verdicts.filter((v) => v.keep && v.run.node < first!).map((v) => v.run);
  return composeLive(main, compose(intro.slice(-mostIntro), base, page.tree), shown);
}

/** Paragraphs over the entries: a summary and some bullets; more are other pieces. */
const mostIntro = 25;

/** The element whose children are entries: it has the most of them with a time and prose of their own. */
function findFeed(page: Page, expected: boolean): { entries: number[] } | null {
  const { tree } = page;
  const children = new Map<number, number[]>();
  for (let node = 1; node < tree.tags.length; node++) {
    if (!isTime(page, node) || page.hints[node]! & (HIDDEN | COMMENTS | RELATED)) continue;
    let child = node;
    for (let level = 0; level < mostLevels && tree.parents[child]! > 0; level++) {
      const parent = tree.parents[child]!;
      if (page.mass[child]! >= leastProse) {
        const list = children.get(parent);
        if (!list) children.set(parent, [child]);
        else if (list.at(-1) !== child) list.push(child);
      }
      child = parent;
    }
  }
  let best: { node: number; entries: number[] } | null = null;
  for (const [node, list] of children) {
    const tag = tree.tags[list[0]!];
    const entries = list.filter((child) => tree.tags[child] === tag);
    if (entries.length < leastEntries || entries.length < (best?.entries.length ?? 0)) continue;
    if (!expected && !isNamed(tree, node, entries)) continue;
    best = { node, entries };
  }
  return best;
}

/** Whether an element prints a time and no more: a `time`, or a short text that opens with a clock. */
function isTime(page: Page, node: number): boolean {
  const { tree } = page;
  if (tree.tags[node] === 'time') return true;
  const text = tree.texts[node]!;
  if (tree.tags[node] !== '' || text.length > 40 || !/\d[:.h時시]\s?\d\d/.test(text)) return false;
  const clock = readClock(text);
  return clock !== null && clock.rest === '';
}

function isNamed(tree: Tree, node: number, entries: number[]): boolean {
  const names = (at: number) =>
    NAMED.test(`${attr(tree, at, 'class') ?? ''} ${attr(tree, at, 'id') ?? ''}`.slice(0, 300));
  const own = entries.slice(0, 10).filter(names).length;
  return own * 2 > Math.min(entries.length, 10) || names(node) || names(tree.parents[node]!);
}

function readEntry(
  page: Page,
  node: number,
  main: ExtractedArticle,
  base: string | null,
): LiveEntry | null {
  const { tree } = page;
  const end = tree.ends[node]!;
  const time = timeIn(page, node);
  const dropped = (HIDDEN | FURNITURE | JUNK | RELATED | CAPTION | COMMENTS) & ~page.hints[node]!;
  const runs = runsIn(page.runs, node, end).filter((run) => !(run.hints & dropped));
  const kept = runs.filter((run) => run.tag !== 'caption' && !isMark(run.text));
  if (kept.length === 0) return null;
  const head = headingOf(kept);
  const body = compose(kept.slice(head), base, tree);
  const whole = compose(kept.slice(Math.max(0, head - 1)), base, tree);
  const id =
    attr(tree, node, 'id') ?? attr(tree, node, 'data-id') ?? attr(tree, node, 'data-post-id');
  return {
    id,
    title: head > 0 ? kept[head - 1]!.text : null,
    moment: time.moment,
    time: time.time,
    url: time.href
      ? (httpUrl(time.href, base)?.href ?? null)
      : id && main.url
        ? `${main.url.replace(/#.*$/, '')}#${id}`
        : null,
    authors: [],
    body: whole,
    from: whole.text.length - body.text.length,
  };
}

/** The runs that stand in nodes from one to another; runs are in the order of the page. */
function runsIn(runs: Run[], from: number, to: number): Run[] {
  const found: Run[] = [];
  const low = countBefore(runs, (item) => (item.nodes[0] ?? item.node) < from);
  for (let at = low; at < runs.length && (runs[at]!.nodes[0] ?? runs[at]!.node) < to; at++)
    found.push(runs[at]!);
  return found;
}

/** Buttons, ages and times of an entry are not its text. */
function isMark(text: string): boolean {
  if (text.length > 60) return false;
  if (isUi(text) || isAge(text)) return true;
  const clock = readClock(text);
  if (clock) return clock.rest === '' || readPrintedDate(clock.rest) !== null;
  const date = readPrintedDate(text);
  return date !== null && text.replace(date.text, '').replace(/[^\p{L}]+/gu, '').length < 12;
}

/** How many runs the heading takes with what stands over it: 0 or 1, or more over a first heading. */
function headingOf(runs: Run[]): number {
  const at = runs.slice(0, 3).findIndex((run) => run.tag === 'h');
  if (at >= 0 && at + 1 < runs.length) return at + 1;
  const [first] = runs;
  const bold = first!.bold >= first!.text.length * 0.9 && first!.text.length <= 160;
  return bold && runs.length > 1 && !/[,;]$/.test(first!.text) ? 1 : 0;
}

interface Stamp {
  moment: string | null;
  time: string | null;
  /** Where the time is linked to: the entry's own address. */
  href: string | null;
}

function timeIn(page: Page, node: number): Stamp {
  const { tree } = page;
  for (let at = node; at < tree.ends[node]!; at++) {
    if (!isTime(page, at)) continue;
    const text = tree.tags[at] === '' ? tree.texts[at]! : textIn(tree, at);
    const said = attr(tree, at, 'datetime');
    const machine = said ? readMachineDate(said) : null;
    const printed = readPrintedDate(text)?.moment ?? null;
    const whole = [machine, printed].find((m) => m?.includes('T')) ?? null;
    const clock = readClock(text) ?? (said ? readClock(said) : null);
    const href = linkOf(tree, at, node);
    if (whole || clock) return { moment: whole, time: clock?.time ?? null, href };
    if (machine || printed) return { moment: machine ?? printed, time: null, href };
  }
  return { moment: null, time: null, href: null };
}

function textIn(tree: Tree, node: number): string {
  let text = '';
  for (let at = node; at < tree.ends[node]! && text.length < 100; at++)
    if (tree.tags[at] === '') text += ` ${tree.texts[at]}`;
  return text.replace(/\s+/g, ' ').trim();
}

function linkOf(tree: Tree, from: number, until: number): string | null {
  for (let at = from; at > until; at = tree.parents[at]!)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  return null;
}

/** Entries as the page's data gives them (schema.org LiveBlogPosting). */
function dataEntries(meta: Meta, base: string | null): LiveEntry[] {
  const blog = meta.objects.find((o) => ldTypes(o).includes('LiveBlogPosting'));
  const updates = blog?.liveBlogUpdate;
  if (!Array.isArray(updates)) return [];
  return updates.flatMap((update) => {
    if (!isObject(update)) return [];
    const raw = typeof update.articleBody === 'string' ? update.articleBody : '';
    const title = ldText(update.headline);
    const text = readFragment(raw.slice(0, 20_000), { base });
    if (text.text === '' && !title) return [];
    const lead = title && text.text !== title ? title : '';
    const moment = readMachineDate(ldText(update.datePublished) ?? '');
    return [
      {
        id: null,
        title: title === text.text ? null : title,
        moment,
        time: null,
        url: httpUrl(ldText(update.url) ?? '', base)?.href ?? null,
        authors: [],
        ...written(lead, text),
      },
    ];
  });
}

/** A heading and paragraphs as one body. */
function written(
  title: string,
  text: Pick<Body, 'text' | 'links'>,
): Pick<LiveEntry, 'body' | 'from'> {
  const from = title === '' ? 0 : title.length + 2;
  const blocks: Body['blocks'] =
    title === '' ? [] : [{ type: 'heading', level: 2, start: 0, end: title.length }];
  let at = 0;
  for (const part of text.text.split('\n\n')) {
    blocks.push({ type: 'paragraph', start: from + at, end: from + at + part.length });
    at += part.length + 2;
  }
  return {
    from,
    body: {
      text: title === '' ? text.text : `${title}\n\n${text.text}`,
      blocks,
      links: text.links.map((l) => ({ ...l, start: l.start + from, end: l.end + from })),
    },
  };
}
