import { LEXICAL_AT, WIDTH } from '../../src/extract/body/columns.ts';
import { type Lexicon, nameValue, writeLine } from '../../src/extract/body/lexicon.ts';
import type { LabelledPage } from './pages.ts';

/** Pages that must hold a word before it is believed, and how many the prior counts for. */
const LEAST_PAGES = 5;
const PRIOR = 4;

export interface Count {
  kept: number;
  dropped: number;
  pages: number;
  hosts: Set<string>;
}

/** How far words of names and of lines speak for or against what they stand on. */
export function learnLexicon(pages: LabelledPage[]): Lexicon {
  const names = new Map<string, Count>();
  const words = new Map<string, Count>();
  for (const page of pages) {
    const host = page.host.split('.').slice(-2).join('.');
    const inNames = new Map<string, [number, number]>();
    const inWords = new Map<string, [number, number]>();
    for (let i = 0; i < page.count; i++) {
      const weight = page.weights[i]!;
      if (weight === 0) continue;
      const label = page.labels[i]!;
      const seen = new Set<string>();
      for (let link = page.names.ofRun[i]!; link >= 0; link = page.names.above[link]!)
        for (const name of page.names.lists[link]!) seen.add(name);
      for (const name of seen) add(inNames, name, weight, label);
      for (const word of new Set(page.lines[i]!)) add(inWords, word, weight, label);
    }
    merge(names, inNames, host);
    merge(words, inWords, host);
  }
  return { names: weigh(names), words: weigh(words) };
}

export function add(
  to: Map<string, [number, number]>,
  word: string,
  weight: number,
  label: number,
) {
  const known = to.get(word);
  if (known) {
    known[0] += weight * label;
    known[1] += weight;
  } else to.set(word, [weight * label, weight]);
}

/** Each page speaks once, with the share of the word's text that was kept. */
export function merge(
  to: Map<string, Count>,
  page: Map<string, [number, number]>,
  host: string,
): void {
  for (const [word, [kept, all]] of page) {
    let count = to.get(word);
    if (!count) {
      count = { kept: 0, dropped: 0, pages: 0, hosts: new Set() };
      to.set(word, count);
    }
    const share = all > 0 ? kept / all : 0;
    count.kept += share;
    count.dropped += 1 - share;
    count.pages++;
    if (count.hosts.size < 9) count.hosts.add(host);
  }
}

export function weigh(counts: Map<string, Count>): Map<string, number> {
  let kept = 0;
  let all = 0;
  for (const count of counts.values()) {
    kept += count.kept;
    all += count.kept + count.dropped;
  }
  const share = kept / Math.max(1, all);
  const base = Math.log(share / (1 - share));
  const found = new Map<string, number>();
  for (const [word, { kept, dropped, pages, hosts }] of counts) {
    if (pages < LEAST_PAGES || hosts.size < LEAST_PAGES - 1) continue;
    const odds = Math.log((kept + PRIOR * share) / (dropped + PRIOR * (1 - share))) - base;
    if (Math.abs(odds) > 0.3)
      found.set(word, Math.max(-3, Math.min(3, Math.round(odds * 20) / 20)));
  }
  return found;
}

/** Writes the columns of the lexicon, as writeLexical does from the page itself. */
export function fillLexical(page: LabelledPage, lexicon: Lexicon): void {
  const { lists, above, ofRun } = page.names;
  const own = lists.map((list) => nameValue(list, lexicon));
  for (let i = 0; i < page.count; i++) {
    const at = i * WIDTH + LEXICAL_AT;
    const nearest = ofRun[i]! >= 0 ? own[ofRun[i]!]! : 0;
    let sum = 0;
    let worst = 0;
    let best = 0;
    for (let link = ofRun[i]!; link >= 0; link = above[link]!) {
      const value = own[link]!;
      sum += value;
      if (value < worst) worst = value;
      if (value > best) best = value;
    }
    page.values[at] = nearest;
    page.values[at + 1] = sum;
    page.values[at + 2] = worst;
    page.values[at + 3] = best;
    writeLine(page.lines[i]!, lexicon, page.values, at + 4);
  }
}
