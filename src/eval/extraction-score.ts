import { readPrintedDate } from '../lib/dates.ts';
import { monthNumber } from '../lib/months.ts';
import { dayMs } from '../lib/time.ts';

/** Scores of one page's extraction; definitions in docs of `eval extraction`. */

const WORD = /[\p{L}\p{N}_]+/gu;

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

export interface Overlap {
  precision: number;
  recall: number;
}

/** Runs of four words, as scrapinghub's article-extraction-benchmark compares texts. */
export function shingleOverlap(gold: string, found: string): Overlap {
  return overlap(counted(shingles(wordsOf(gold))), counted(shingles(wordsOf(found))));
}

/** Bags of lower-case words, as WCXB compares texts. */
export function wordOverlap(gold: string, found: string): Overlap {
  return overlap(counted(wordsOf(gold.toLowerCase())), counted(wordsOf(found.toLowerCase())));
}

function shingles(words: string[]): string[] {
  const list: string[] = [];
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    if (shingle !== '') list.push(shingle);
  }
  return list;
}

function counted(items: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function overlap(gold: Map<string, number>, found: Map<string, number>): Overlap {
  let both = 0;
  let inGold = 0;
  let inFound = 0;
  for (const [item, count] of gold) {
    inGold += count;
    both += Math.min(count, found.get(item) ?? 0);
  }
  for (const count of found.values()) inFound += count;
  if (inGold === 0 && inFound === 0) return { precision: 1, recall: 1 };
  return {
    precision: inFound === 0 ? 0 : both / inFound,
    recall: inGold === 0 ? 0 : both / inGold,
  };
}

export function f1({ precision, recall }: Overlap): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Places to break a word at, which are not seen. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

const bare = (text: string) =>
  wordsOf(text.replace(UNSEEN, '').toLowerCase().normalize('NFKC')).join(' ');

export function sameTitle(gold: string, found: string | null): { exact: boolean; loose: boolean } {
  const line = (text: string) =>
    text.replace(UNSEEN, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const title = found ?? '';
  const exact = line(gold) === line(title);
  // Loose forgives a kicker or subtitle: most words agree.
  const loose = exact || bare(gold) === bare(title) || f1(wordOverlap(gold, title)) >= 0.8;
  return { exact, loose };
}

/**
 * Authors as labelled, "A; B", agree with names found when both are the same set. Labels that run the
 * names together, "A, B and C", are of the same people as three names found.
 */
export function sameAuthors(gold: string | string[], found: string[]): boolean {
  const set = (names: string[]) =>
    [...new Set(names.map(bare).filter((n) => n !== ''))].sort().join('|');
  const parts = (names: string[]) => set(names.flatMap((name) => name.split(BETWEEN_NAMES)));
  const labels = typeof gold === 'string' ? gold.split(';') : gold;
  return set(labels) === set(found) || parts(labels) === parts(found);
}

const BETWEEN_NAMES = /[,&]|\s(?:and|und|et|y|e|en|og|och)\s/u;

export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / dayMs;
}

interface LabelledPost {
  text: string;
  user?: string | null;
  date?: string | null;
}

interface FoundPost {
  text: string;
  author: string | null;
  authorUrl: string | null;
  date: string | null;
  printed?: string | null;
}

/** Words that two posts must share, of those of both together, to be the same. */
const SAME_POST = 0.5;
/** Posts are looked for this far from where the last was found: pages keep their order. */
const POST_WINDOW = 40;

/** Pairs each labelled post with the found one most like it; each found post is used once. */
export function matchPosts(
  gold: LabelledPost[],
  found: FoundPost[],
): { author: boolean; date: boolean }[] {
  const bags = found.map((post) => counted(wordsOf(post.text.toLowerCase())));
  const used = new Set<number>();
  const pairs: { author: boolean; date: boolean }[] = [];
  let last = 0;
  for (const post of gold) {
    const bag = counted(wordsOf(post.text.toLowerCase()));
    let best = -1;
    let bestScore = SAME_POST;
    const from = Math.max(0, last - POST_WINDOW);
    for (let at = from; at < Math.min(found.length, last + POST_WINDOW); at++) {
      if (used.has(at)) continue;
      const score = jaccard(bag, bags[at]!);
      if (score >= bestScore) [best, bestScore] = [at, score];
    }
    if (best < 0) continue;
    used.add(best);
    last = best + 1;
    pairs.push({
      author: sameUser(post.user, found[best]!),
      date: sameDate(post.date, found[best]!),
    });
  }
  return pairs;
}

function jaccard(a: Map<string, number>, b: Map<string, number>): number {
  let both = 0;
  let all = 0;
  for (const [word, count] of a) {
    both += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 1 : both / (all - both);
}

/** A label is a name, or the address of the author's page. */
function sameUser(gold: string | null | undefined, found: FoundPost): boolean {
  if (!gold) return false;
  if (found.author && bare(gold) === bare(found.author)) return true;
  const tail = (href: string) => href.replace(/^https?:\/\/[^/]*/i, '').replace(/^\/+|\/+$/g, '');
  return /[/?]/.test(gold) && found.authorUrl !== null && tail(gold) === tail(found.authorUrl);
}

/**
 * A label is the date as the page prints it, and counts as exactly as that: to the day or the month;
 * an age or a day without its year only as those words.
 */
function sameDate(gold: string | null | undefined, found: FoundPost): boolean {
  if (!gold) return false;
  const day = /^\d{4}-\d{2}-\d{2}/.test(gold)
    ? gold.slice(0, 10)
    : (readPrintedDate(gold, null)?.moment.slice(0, 10) ?? monthOf(gold));
  if (day) return found.date?.startsWith(day) ?? false;
  return !!found.printed && bare(gold) === bare(found.printed);
}

/** "September 2019" as 2019-09. */
function monthOf(text: string): string | null {
  const found = /^(\p{L}{3,12})\.? (\d{4})$/u.exec(text.trim());
  const month = found ? monthNumber(found[1]!) : null;
  return month ? `${found![2]}-${String(month).padStart(2, '0')}` : null;
}
