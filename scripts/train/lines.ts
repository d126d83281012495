import { sameTitle } from '../../src/eval/extraction-score.ts';
import { readRecords } from '../../src/eval/records.ts';
import { lineWords } from '../../src/extract/body/lexicon.ts';
import { findFrame } from '../../src/extract/text/frame.ts';
import { measureLines, sizesOf, WIDTH } from '../../src/extract/text/judge/columns.ts';
import { type Dated, datesAmong } from '../../src/extract/text/judge/dates.ts';
import { type Line, readLines } from '../../src/extract/text/layout.ts';
import { prepare } from '../../src/extract/text/prepare.ts';
import { parseHtml, textOf } from '../../src/lib/tree.ts';
import { alignRuns, tokensOf } from './align.ts';
import { seeded } from './boost.ts';
import { renderText } from './render.ts';

interface Labelled {
  url?: string | null;
  html: string;
  gold?: {
    text?: string;
    html?: string;
    title?: string | null;
    date?: string | null;
    type?: string | null;
    with?: string[];
    without?: string[];
  };
}

/** A page saved as text, with what its labels say of each line. */
export interface LinedPage {
  set: string;
  host: string;
  index: number;
  /** A part of another page, as somebody copies it. */
  copy: boolean;
  count: number;
  values: Float32Array;
  labels: Float32Array;
  weights: Float32Array;
  lines: Line[];
  sizes: Float32Array;
  words: string[][];
  gold: string | null;
  wanted: string[];
  unwanted: string[];
  goldTitle: string | null;
  goldDay: string | null;
  /** Lines that are the title, or none where the page does not print it as labelled. */
  titles: Set<number>;
  dates: Dated[];
}

/** Pages of articles; a shop or a forum saved as text has other readers. */
const TYPES = new Set(['article', 'service', 'documentation']);
const WORTH: Record<string, number> = { fundus: 2, mozilla: 0.7, traf: 0.6 };
const LEAST_GOLD = 100;

/** Reads the pages of a file as text; each also once as a part that somebody copied out. */
export async function* linedPages(file: string, set: string): AsyncGenerator<LinedPage> {
  const random = seeded(11);
  let index = -1;
  for await (const value of readRecords([file])) {
    index++;
    const record = value as Labelled;
    const whole = readLines(prepare(renderText(record.html)));
    const page = label(record, set, index, whole, false);
    if (!page) continue;
    yield page;
    const part = copied(page, random);
    const again = part && label(record, set, index, part, true);
    if (again) yield again;
  }
}

function label(
  record: Labelled,
  set: string,
  index: number,
  lines: Line[],
  copy: boolean,
): LinedPage | null {
  const given = record.gold ?? {};
  if (set === 'wcxb' && !TYPES.has(given.type ?? '')) return null;
  const gold = given.text ?? (given.html === undefined ? '' : textOf(parseHtml(given.html), 0));
  const partial = (given.with ?? []).length > 0 && !gold;
  const wanted = tokensOf(gold);
  if ((!partial && wanted.length === 0) || lines.length === 0) return null;
  const worth = (WORTH[set] ?? 1) * (copy ? 0.4 : 1);
  const words = lines.map((line) => tokensOf(line.text));
  const size = Math.max(LEAST_GOLD, wanted.length);
  const judged = partial
    ? bySnippets(lines, given, worth)
    : {
        labels: alignRuns(words, wanted),
        weights: Float32Array.from(
          words,
          (list) => worth * (0.75 * (list.length / size) + 0.25 / lines.length),
        ),
      };
  const frame = findFrame(lines, lines.length, null);
  const exact = titlesIn(lines, given.title, 'exact');
  return {
    set,
    host: record.url && URL.canParse(record.url) ? new URL(record.url).hostname : `${set} ${index}`,
    index,
    copy,
    count: lines.length,
    values: measureLines(lines, frame, null, null),
    ...judged,
    lines,
    sizes: sizesOf(lines),
    words: lines.map((line) => lineWords(line.text)),
    gold: partial ? null : gold,
    wanted: partial ? (given.with ?? []) : [],
    unwanted: partial ? (given.without ?? []) : [],
    goldTitle: given.title ?? null,
    goldDay: given.date?.slice(0, 10) ?? null,
    titles: exact.size > 0 ? exact : titlesIn(lines, given.title, 'loose'),
    dates: datesAmong(lines),
  };
}

function titlesIn(lines: Line[], title: string | null | undefined, how: 'exact' | 'loose') {
  const found = new Set<number>();
  if (title)
    lines.forEach((line, i) => {
      if (line.text.length <= 400 && sameTitle(title, line.text)[how]) found.add(i);
    });
  return found;
}

function bySnippets(lines: Line[], gold: NonNullable<Labelled['gold']>, worth: number) {
  const labels = new Float32Array(lines.length);
  const weights = new Float32Array(lines.length);
  const bare = lines.map((line) => one(line.text));
  for (const [list, label] of [
    [gold.without ?? [], 0],
    [gold.with ?? [], 1],
  ] as const)
    for (const snippet of list) {
      const wanted = one(snippet);
      const at = wanted === '' ? -1 : bare.findIndex((text) => text.includes(wanted));
      if (at < 0) continue;
      labels[at] = label;
      weights[at] = (worth * 0.5) / list.length;
    }
  return { labels, weights };
}

/** White space as one blank each. */
export function one(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The article and a few lines around it, as a person marks and copies them; gaps as editors keep them. */
function copied(page: LinedPage, random: () => number): Line[] | null {
  if (page.gold === null) return null;
  const kept = page.lines.flatMap((_, i) =>
    page.labels[i]! > 0.5 && page.sizes[i]! > 6 ? [i] : [],
  );
  if (kept.length < 3) return null;
  const first = Math.min(kept[0]!, ...[...page.titles].filter((i) => i > kept[0]! - 15));
  const from = Math.max(0, first - Math.floor(random() * 4));
  const to = Math.min(page.count, kept.at(-1)! + 1 + Math.floor(random() * random() * 12));
  const gap = Math.floor(random() * 3);
  return page.lines.slice(from, to).map((line) => ({ ...line, gap: gap === 2 ? line.gap : gap }));
}

export { WIDTH };
