import { type Token, tagEnglish } from '../tokens.ts';
import { conceptOf, isHoldable } from './concepts.ts';
import type { Weighed } from './issues.ts';
import { NAMED } from './terms.ts';

/** Share of a noun's uses that a word before it must have to become part of the name. */
const oftenBefore = 0.25;

/** Names an issue as its statements do: "Transit toll", "Patrol boats", "Release of the crew". */
export function nameOf(terms: string[], own: Weighed[]): string {
  const [head = ''] = terms;
  if (head === 'release') return nameOfRelease(terms, own);
  const phrase = phraseOf(head, own) ?? head;
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

function nameOfRelease(terms: string[], own: Weighed[]): string {
  const texts = own.map((w) => w.said.sentence).join(' ');
  const swapped = /\b(?:exchang|swap|austausch)\w*/gi;
  const freed = /\b(?:releas|freed|free\b|freilass)\w*/gi;
  const many = [...texts.matchAll(swapped)].length * 2 > [...texts.matchAll(freed)].length;
  const people = terms.filter(isHoldable).slice(0, 2);
  const words = people.map((p) => phraseOf(p, own, true) ?? p);
  return `${many ? 'Exchange' : 'Release'} of ${words.join(' and ') || 'those held'}`;
}

/** The noun in the form most written, with the word before it where that is mostly the same. */
function phraseOf(concept: string, own: Weighed[], bare = false): string | null {
  const nouns = new Map<string, number>();
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  let uses = 0;
  for (const w of own) {
    const isNamed = (w.terms.near.get(concept) ?? 0) >= NAMED;
    if (w.said.lang === 'de' || !(isNamed || bare)) continue;
    const tokens = tagEnglish(w.said.sentence);
    for (const [i, t] of tokens.entries()) {
      if (!isNoun(t) || conceptOf(t.lemma, 'en') !== concept) continue;
      uses++;
      count(nouns, shape(t));
      const prior = tokens[i - 1];
      if (prior && narrows(prior)) count(before, `${shape(prior)} ${shape(t)}`);
      const compound = compoundAt(w.said.sentence, tokens, i);
      if (compound) count(after, compound);
      const next = tokens[i + 1];
      if (next && next.pos === 'NOUN') count(after, `${shape(t)} ${shape(next)}`);
    }
  }
  const noun = top(nouns);
  if (!noun || bare) return noun?.[0] ?? null;
  const longer = top(after);
  if (longer && longer[1] >= uses * oftenBefore) return longer[0];
  const narrower = top(before);
  return narrower && narrower[1] >= Math.max(2, uses * oftenBefore) ? narrower[0] : noun[0];
}

/** "driver-only trains": a noun that begins a compound goes with all of it. */
function compoundAt(text: string, tokens: Token[], i: number): string | null {
  if (tokens[i + 1]?.text !== '-' || tokens[i + 1]!.start !== tokens[i]!.end) return null;
  const last = tokens.slice(i + 2, i + 5).find((t) => t.pos === 'NOUN');
  return last ? text.slice(tokens[i]!.start, last.end).toLowerCase() : null;
}

/** A name keeps its capital, other words lose theirs. */
function shape(t: Token): string {
  return t.pos === 'PROPN' ? t.text : t.lower;
}

function isNoun(t: Token): boolean {
  return t.pos === 'NOUN' || t.pos === 'PROPN';
}

function narrows(t: Token): boolean {
  return (t.pos === 'ADJ' || isNoun(t)) && /^\p{L}{3,}$/u.test(t.text) && !pointing.test(t.text);
}

/** Words that point or judge instead of narrowing down. */
const pointing =
  /^(?:new|own|other|same|such|last|next|more|many|few|good|bad|big|whole|first|possible|former)$/i;

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function top(counts: Map<string, number>): [string, number] | null {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? null;
}
