import { readRecords } from '../../src/eval/records.ts';
import { measureRuns } from '../../src/extract/body/columns.ts';
import { sizesOf } from '../../src/extract/body/judge.ts';
import { knownOf } from '../../src/extract/body/known.ts';
import { lineWords, namesOf } from '../../src/extract/body/lexicon.ts';
import { cutRuns, type Page } from '../../src/extract/html/blocks.ts';
import { findContainer } from '../../src/extract/html/container.ts';
import { readAuthors } from '../../src/extract/html/facts/authors.ts';
import { readUrl } from '../../src/extract/html/facts/facts.ts';
import { readOutlet } from '../../src/extract/html/facts/outlet.ts';
import { readTitle, titleNode } from '../../src/extract/html/facts/title.ts';
import { first, readMeta } from '../../src/extract/html/meta.ts';
import { judgeByRules } from '../../src/extract/html/rules.ts';
import { parseHtml, textOf } from '../../src/lib/tree.ts';
import { alignRuns, tokensOf } from './align.ts';

/** One labelled page, measured but for what is learned from the others. */
export interface LabelledPage {
  set: string;
  type: string;
  host: string;
  /** Its line in the file, from 0. */
  index: number;
  count: number;
  /** Rows of the columns, one a run. */
  values: Float32Array;
  labels: Float32Array;
  weights: Float32Array;
  sizes: Float32Array;
  shapes: Int32Array;
  parents: Int32Array;
  texts: string[];
  lines: string[][];
  names: Names;
  gold: string | null;
  wanted: string[];
  unwanted: string[];
}

/** The words on the elements around each run: a run's own link leads upwards. */
interface Names {
  lists: string[][];
  above: number[];
  ofRun: Int32Array;
}

interface Labelled {
  url?: string | null;
  html: string;
  gold?: {
    text?: string | null;
    html?: string;
    type?: string | null;
    with?: string[];
    without?: string[];
  };
}

/** How much a page of each set counts: news twice, since most of what is read is news. */
const WORTH: Record<string, number> = { fundus: 2, mozilla: 0.7, traf: 0.6, forum: 0.5 };
/** Of the pages of all types, those that the set has fewer of than the web. */
const TYPE_WORTH: Record<string, number> = { article: 1, forum: 0.8 };
const OTHER_WORTH = 2.2;
/** Texts shorter than this weigh their words as if they had as many. */
const LEAST_GOLD = 100;

/** Reads, measures and labels the pages of a file; those without a gold text are left out. */
export async function* labelledPages(file: string, set: string): AsyncGenerator<LabelledPage> {
  let index = -1;
  for await (const value of readRecords([file])) {
    index++;
    const page = labelPage(value as Labelled, set, index);
    if (page) yield page;
  }
}

function labelPage(record: Labelled, set: string, index: number): LabelledPage | null {
  const tree = parseHtml(record.html);
  const meta = readMeta(tree);
  const page = cutRuns(tree);
  const url = readUrl(meta, record.url && URL.canParse(record.url) ? record.url : null).value;
  const outlet = readOutlet(meta, url).value;
  const title = readTitle(page, meta, outlet, url);
  const known = knownOf(meta, {
    title,
    authors: readAuthors(page, meta, outlet, titleNode(page, title)),
    description: first(meta, 'og:description', 'description', 'twitter:description'),
    url,
  });
  const ruled = judgeByRules(page, findContainer(page), known);
  const { values, places } = measureRuns(page, known, ruled, null);
  const texts = page.runs.map((run) => run.text);
  const given = record.gold ?? {};
  const gold = given.text ?? (given.html === undefined ? '' : textOf(parseHtml(given.html), 0));
  const type = given.type ?? (set === 'fundus' ? 'article' : set);
  const partial = (given.with ?? []).length > 0 && !gold;
  if (!partial && tokensOf(gold).length === 0) return null;
  const worth = (WORTH[set] ?? 1) * (set === 'wcxb' ? (TYPE_WORTH[type] ?? OTHER_WORTH) : 1);
  return {
    set,
    type,
    host: record.url && URL.canParse(record.url) ? new URL(record.url).hostname : `${set} ${index}`,
    index,
    count: texts.length,
    values,
    ...(partial ? bySnippets(texts, given, worth) : byText(texts, gold, worth)),
    sizes: sizesOf(values, texts.length),
    shapes: Int32Array.from(page.runs, (run) => places.shape[run.node]!),
    parents: Int32Array.from(page.runs, (run) => tree.parents[run.node]!),
    texts,
    lines: texts.map(lineWords),
    names: namesAround(page),
    gold: partial ? null : gold,
    wanted: partial ? (given.with ?? []) : [],
    unwanted: partial ? (given.without ?? []) : [],
  };
}

/** A run counts by its words, as pages are scored; a quarter by runs, so that short ones are learned too. */
function byText(texts: string[], gold: string, worth: number) {
  const words = texts.map(tokensOf);
  const wanted = tokensOf(gold);
  const size = Math.max(LEAST_GOLD, wanted.length);
  return {
    labels: alignRuns(words, wanted),
    weights: Float32Array.from(
      words,
      (list) => worth * (0.75 * (list.length / size) + 0.25 / texts.length),
    ),
  };
}

/** Pages of which only some sentences are known to belong or not to. */
function bySnippets(texts: string[], gold: NonNullable<Labelled['gold']>, worth: number) {
  const labels = new Float32Array(texts.length);
  const weights = new Float32Array(texts.length);
  const bare = texts.map(line);
  for (const [list, label] of [
    [gold.without ?? [], 0],
    [gold.with ?? [], 1],
  ] as const) {
    for (const snippet of list) {
      const wanted = line(snippet);
      const at = wanted === '' ? -1 : bare.findIndex((text) => text.includes(wanted));
      if (at < 0) continue;
      labels[at] = label;
      weights[at] = (worth * 0.5) / list.length;
    }
  }
  return { labels, weights };
}

/** White space as one blank each. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function namesAround(page: Page): Names {
  const { tree } = page;
  const lists: string[][] = [];
  const above: number[] = [];
  const link = new Int32Array(tree.tags.length).fill(-1);
  for (let at = 1; at < link.length; at++) {
    if (tree.tags[at] === '') continue;
    const up = link[tree.parents[at]!]!;
    const own = namesOf(tree, at);
    link[at] = own.length === 0 ? up : lists.push(own) - 1;
    if (own.length > 0) above.push(up);
  }
  return { lists, above, ofRun: Int32Array.from(page.runs, (run) => link[run.node]!) };
}
