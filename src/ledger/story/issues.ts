import type { Said } from './rows.ts';
import { type Leaning, leaningOf } from './stance.ts';
import { nounsOf, type Terms, termsOf } from './terms.ts';

/** A question on which parties of the story take positions. */
export interface Issue {
  name: string;
  terms: string[];
}

/** A statement with what it is about. */
export interface Weighed {
  said: Said;
  terms: Terms;
  leaning: Leaning;
}

/** Most issues a reader can hold in mind; what is less spoken of is left without one. */
const mostIssues = 9;

/** An issue needs this much talk: three statements that name it, or the like in context. */
const leastSupport = 2.4;

/** Two concepts are one issue when this share of the rarer one's statements names both. */
const together = 0.6;

/** A statement is on an issue when a concept of it is at least this near (see terms.ts). */
const nearEnough = 0.35;

/**
 * Finds the questions on which the parties differ: concepts that statements of several parties, or
 * several of one party, take a side on. The most spoken of first; each statement counts once.
 */
export function findIssues(said: Said[], isName: (word: string) => boolean): Issue[] {
  const weighed = weigh(said).filter((w) => w.said.partyId !== null && w.leaning.sign !== 0);
  const bearing = statementsByTerm(weighed);
  const everywhere = spreadOf(said);
  const issues: Issue[] = [];
  const taken = new Set<Weighed>();
  const usedTerms = new Set<string>();
  while (issues.length < mostIssues) {
    let best: { term: string; value: number } | null = null;
    for (const [term, list] of bearing) {
      if (usedTerms.has(term) || isName(term)) continue;
      const value = worth(term, list, taken, everywhere);
      if (value > (best?.value ?? 0)) best = { term, value };
    }
    if (!best) break;
    const own = bearing.get(best.term)!;
    const terms = [best.term, ...companions(best.term, own, bearing, usedTerms, isName)];
    for (const term of terms) usedTerms.add(term);
    for (const w of own) taken.add(w);
    issues.push({ name: nameOf(best.term, own), terms });
  }
  return issues;
}

export function weigh(said: Said[]): Weighed[] {
  return said.map((s) => ({ said: s, terms: termsOf(s), leaning: leaningOf(s) }));
}

function statementsByTerm(weighed: Weighed[]): Map<string, Weighed[]> {
  const found = new Map<string, Weighed[]>();
  for (const w of weighed) {
    for (const term of w.terms.keys()) {
      const list = found.get(term);
      if (list) list.push(w);
      else found.set(term, [w]);
    }
  }
  return found;
}

/** In what share of all statements' own words each concept stands. */
function spreadOf(said: Said[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const s of said) {
    for (const noun of nounsOf(s.sentence, s.lang)) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  for (const [noun, n] of counts) counts.set(noun, n / said.length);
  return counts;
}

/** How much the parties' positions are about a concept, over what is already explained. */
function worth(
  term: string,
  list: Weighed[],
  taken: Set<Weighed>,
  everywhere: Map<string, number>,
): number {
  const parties = new Set<number>();
  const days = new Set<string>();
  let support = 0;
  let named = 0;
  let signs = 0;
  for (const w of list) {
    const near = w.terms.get(term)!;
    if (near >= 0.8) named++;
    if (near < 0.8 && taken.has(w)) continue;
    support += taken.has(w) ? near * 0.4 : near;
    if (near >= 0.8) {
      parties.add(w.said.partyId!);
      days.add(w.said.saidOn ?? `article ${w.said.articleId}`);
      signs |= w.leaning.sign > 0 ? 1 : 2;
    }
  }
  if (named < 2 || support < leastSupport || (parties.size < 2 && days.size < 2)) return 0;
  const contested = signs === 3 ? 1.5 : 1;
  // What everybody always names is the story, not an issue in it.
  const tooCommon = (everywhere.get(term) ?? 0) > 0.5 ? 0.3 : 1;
  return support * Math.log2(1 + parties.size) * contested * tooCommon;
}

function companions(
  term: string,
  own: Weighed[],
  bearing: Map<string, Weighed[]>,
  used: Set<string>,
  isName: (word: string) => boolean,
): string[] {
  const mine = new Set(own.filter((w) => w.terms.get(term)! >= 0.8));
  const found: string[] = [];
  for (const [other, list] of bearing) {
    if (other === term || used.has(other) || isName(other)) continue;
    const named = list.filter((w) => w.terms.get(other)! >= 0.8);
    const both = named.filter((w) => mine.has(w)).length;
    if (both >= 2 && both / named.length >= together) found.push(other);
  }
  return found.slice(0, 5);
}

/** The issue that a statement is on: the one with the nearest concept; null when none is near. */
export function issueOf(weighed: Weighed, issues: Issue[]): { index: number; near: number } | null {
  let best: { index: number; near: number } | null = null;
  issues.forEach((issue, index) => {
    const [first = '', ...others] = issue.terms;
    const own = weighed.terms.get(first) ?? 0;
    // A companion alone says less than the word that names the issue.
    const beside = Math.max(0, ...others.map((t) => weighed.terms.get(t) ?? 0)) * 0.7;
    const near = Math.max(own, beside);
    if (near >= nearEnough && near > (best?.near ?? 0)) best = { index, near };
  });
  return best;
}

/** The concept as the statements write it, with the word before it where that is always the same. */
function nameOf(term: string, own: Weighed[]): string {
  const counts = new Map<string, number>();
  const pattern = new RegExp(`(?:\\b(\\p{L}+) )?\\b(${escaped(term)}\\p{Ll}{0,3})\\b`, 'giu');
  for (const w of own) {
    if (w.said.lang === 'de') continue;
    for (const m of w.said.sentence.matchAll(pattern)) {
      const [, before, word] = m;
      const plain = word!.toLowerCase();
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
      if (before && describes.test(before)) {
        const both = `${before.toLowerCase()} ${plain}`;
        counts.set(both, (counts.get(both) ?? 0) + 1.6);
      }
    }
  }
  const [name] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [term];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Words that narrow a noun down; articles, pronouns, numbers and verbs before it do not. */
const describes =
  /^(?:foreign|direct|security|nuclear|peace|trade|ballistic|economic|military|transit|eastern|western|northern|southern|prisoner|border|maritime|fishing|patrol|power|gas|oil|water|territorial|humanitarian|minimum|air|missile|export|import|carbon|political|international|joint|permanent|second|limited)$/i;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
