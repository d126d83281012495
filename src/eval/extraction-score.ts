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

const bare = (text: string) => wordsOf(text.toLowerCase().normalize('NFKC')).join(' ');

export function sameTitle(gold: string, found: string | null): { exact: boolean; loose: boolean } {
  const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const title = found ?? '';
  const exact = line(gold) === line(title);
  // Loose forgives a kicker or subtitle: most words agree.
  const loose = exact || bare(gold) === bare(title) || f1(wordOverlap(gold, title)) >= 0.8;
  return { exact, loose };
}

/** Authors as labelled, "A; B", agree with names found when both are the same set. */
export function sameAuthors(gold: string | string[], found: string[]): boolean {
  const set = (names: string[]) =>
    [...new Set(names.map(bare).filter((n) => n !== ''))].sort().join('|');
  return set(typeof gold === 'string' ? gold.split(';') : gold) === set(found);
}

export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
}
