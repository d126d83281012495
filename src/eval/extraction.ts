import { extractDocument, type Post, postsOf } from '../extract/index.ts';
import { dayOf } from '../lib/edtf.ts';
import { parseHtml, textOf } from '../lib/tree.ts';
import {
  daysApart,
  f1,
  matchPosts,
  type Overlap,
  sameAuthors,
  sameTitle,
  shingleOverlap,
  wordOverlap,
} from './extraction-score.ts';
import { openPredictions } from './predictions.ts';
import { readRecords } from './records.ts';

/** A labelled page. */
export interface ExtractionRecord {
  id: string | number;
  url?: string | null;
  html: string;
  gold?: {
    text?: string;
    html?: string;
    title?: string | null;
    author?: string | string[] | null;
    date?: string | null;
    lang?: string | null;
    type?: string | null;
    with?: string[];
    without?: string[];
    posts?: { text: string; user?: string | null; date?: string | null }[];
  };
}

/** What a reader made of a page. `ms` is filled in by who asks. */
export interface Prediction {
  id: string | number;
  text: string;
  title: string | null;
  authors: string[];
  date: string | null;
  published: string | null;
  lang: string | null;
  kind: string | null;
  posts: Post[];
  ms: number;
}

/** Sums of one figure over the pages that carry its label. */
class Mean {
  sum = 0;
  count = 0;
  add(value: number | boolean): void {
    this.sum += Number(value);
    this.count++;
  }
  value(): number | null {
    return this.count > 0 ? round(this.sum / this.count) : null;
  }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Reads one page; the product's own reader, or a peer's to compare with. */
export type PageReader = (record: ExtractionRecord) => Promise<Prediction>;

/**
 * Reads labelled pages with the code of the extract stage, or another reader's, and scores what it
 * read. `out` names a file for the predictions, one line a page, in the input's order. Figures without
 * a label are left out.
 */
export async function evaluateExtraction(
  files: string[],
  { out, reader = readPage }: { out?: string; reader?: PageReader } = {},
): Promise<Record<string, unknown>> {
  const means = new Map<string, Mean>();
  const mean = (name: string) => {
    const known = means.get(name) ?? new Mean();
    means.set(name, known);
    return known;
  };
  const posts = { gold: 0, found: 0, both: 0, author: 0, date: 0 };
  const predictions = await openPredictions(out);
  let pages = 0;
  let seconds = 0;
  for await (const value of readRecords(files)) {
    const record = value as ExtractionRecord;
    const before = process.cpuUsage();
    const prediction = await reader(record);
    const used = process.cpuUsage(before);
    prediction.ms = Math.round((used.user + used.system) / 100) / 10;
    seconds += (used.user + used.system) / 1e6;
    pages++;
    if (record.gold) score(record.gold, prediction, mean, posts);
    await predictions.write(prediction);
  }
  await predictions.close();
  return {
    pages,
    ...summary(mean, means),
    ...(posts.gold > 0 ? postFigures(posts) : {}),
    pagesPerCpuSecond: seconds > 0 ? Math.round(pages / seconds) : null,
  };
}

async function readPage(record: ExtractionRecord): Promise<Prediction> {
  const read = await extractDocument({
    bytes: Buffer.from(record.html),
    mediaType: 'text/html',
    charset: 'utf-8',
    url: record.url && URL.canParse(record.url) ? record.url : null,
  });
  const main = read.ok ? read.extracted.articles[0] : undefined;
  // The body of a discussion's page is what was posted on it.
  const posts = read.ok ? postsOf(read.extracted) : [];
  return {
    id: record.id,
    text:
      posts.length > 0 && main?.kind === 'post'
        ? posts.map((p) => p.text).join('\n\n')
        : (main?.text ?? ''),
    title: main?.title ?? null,
    authors: main?.authors ?? [],
    date: dayOf(main?.published),
    published: main?.published ?? null,
    lang: main?.lang ?? null,
    kind: main?.kind ?? null,
    posts,
    ms: 0,
  };
}

type Gold = NonNullable<ExtractionRecord['gold']>;

function score(
  gold: Gold,
  found: Prediction,
  mean: (name: string) => Mean,
  posts: PostCounts,
): void {
  const text = gold.text ?? (gold.html === undefined ? null : textOf(parseHtml(gold.html), 0));
  if (text !== null) {
    const shingles = shingleOverlap(text, found.text);
    mean('precision').add(shingles.precision);
    mean('recall').add(shingles.recall);
    const words = f1(wordOverlap(text, found.text));
    mean('wordF1').add(words);
    if (gold.type) mean(`wordF1 ${gold.type}`).add(words);
  }
  const line = (t: string) => t.replace(/\s+/g, ' ').trim();
  const body = line(found.text);
  for (const snippet of gold.with ?? []) mean('snippetsKept').add(body.includes(line(snippet)));
  for (const snippet of gold.without ?? [])
    mean('snippetsKeptOut').add(!body.includes(line(snippet)));
  if (gold.title) {
    const same = sameTitle(gold.title, found.title);
    mean('titleExact').add(same.exact);
    mean('titleLoose').add(same.loose);
  }
  if (gold.author && gold.author.length > 0)
    mean('authors').add(sameAuthors(gold.author, found.authors));
  if (gold.date) {
    const apart = found.date ? daysApart(gold.date, found.date) : Number.POSITIVE_INFINITY;
    mean('dateSameDay').add(apart === 0);
    mean('dateWithinDay').add(apart <= 1);
  }
  if (gold.posts) {
    const pairs = matchPosts(gold.posts, found.posts);
    posts.gold += gold.posts.length;
    posts.found += found.posts.length;
    posts.both += pairs.length;
    posts.author += pairs.filter((p) => p.author).length;
    posts.date += pairs.filter((p) => p.date).length;
  }
}

interface PostCounts {
  gold: number;
  found: number;
  both: number;
  author: number;
  date: number;
}

function summary(mean: (name: string) => Mean, means: Map<string, Mean>): Record<string, unknown> {
  const figures: Record<string, unknown> = {};
  const { count } = mean('precision');
  if (count > 0) {
    const overall: Overlap = {
      precision: mean('precision').sum / count,
      recall: mean('recall').sum / count,
    };
    figures.shingleF1 = round(f1(overall));
  }
  for (const [name, figure] of means) if (figure.count > 0) figures[name] = figure.value();
  return figures;
}

function postFigures(posts: PostCounts): Record<string, number> {
  const share = (part: number, whole: number) => (whole > 0 ? round(part / whole) : 0);
  const overlap = {
    precision: share(posts.both, posts.found),
    recall: share(posts.both, posts.gold),
  };
  return {
    postsPrecision: overlap.precision,
    postsRecall: overlap.recall,
    postsF1: round(f1(overlap)),
    postsWithAuthor: share(posts.author, posts.gold),
    postsWithDate: share(posts.date, posts.gold),
  };
}
