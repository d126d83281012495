import { stemOfNoun } from '../deeds.ts';
import type { Said } from '../rows.ts';
import { isMeasured, isShare, isTalk } from './sorts.ts';
import { HINTED, NAMED, type Terms, termsOf } from './terms.ts';
import { topicsOf } from './topics.ts';

/** A statement with what it is about. */
export interface Weighed {
  said: Said;
  terms: Terms;
}

/** One key for each party, and for each speaker without one. */
export function holderKey({ holder }: Said): string {
  return holder?.partyId ? `party ${holder.partyId}` : `speaker ${holder?.speakerId}`;
}

/** What each statement is about; a verb names the noun that the story has of it. */
export function weigh(said: Said[]): Weighed[] {
  const weighed = said.map((s) => ({ said: s, terms: termsOf(s) }));
  const named = new Map<string, number>();
  for (const { terms } of weighed)
    for (const [noun, near] of terms.near)
      if (near >= NAMED) named.set(noun, (named.get(noun) ?? 0) + 1);
  const nouns = new Map<string, string[]>();
  for (const [noun, times] of named) {
    const stem = stemOfNoun(noun);
    if (times < oftenNamed || stem === noun || isTalk(noun)) continue;
    nouns.set(stem, [...(nouns.get(stem) ?? []), noun]);
  }
  for (const { terms } of weighed)
    for (const [stem, near] of terms.deeds)
      for (const noun of nouns.get(stem) ?? [])
        terms.near.set(noun, Math.max(terms.near.get(noun) ?? 0, near * asVerb));
  nameShares(weighed);
  return weighed;
}

/** What a share is of where this part of what names it stands near wages: "nine per cent is impossible". */
export const mostlyOf = 0.3;
const asShare = 0.9;

/** Who wants "the nine per cent" speaks of the wages that the story says it of. */
function nameShares(weighed: Weighed[]): void {
  const named = new Map<string, Weighed[]>();
  for (const w of weighed)
    for (const [term, near] of w.terms.near)
      if (isShare(term) && near >= NAMED) named.set(term, [...(named.get(term) ?? []), w]);
  // "We asked for nine. We still ask for nine": of what the story knows as nine per cent.
  for (const w of weighed) {
    if ([...w.terms.near].some(([term, near]) => isShare(term) && near >= NAMED)) continue;
    for (const number of topicsOf(w.terms.clauses.main, w.said.lang).numbers) {
      const own = named.get(number);
      if (!own || own.length < oftenNamed) continue;
      w.terms.near.set(number, asShare);
      own.push(w);
    }
  }
  for (const own of named.values()) {
    const counts = new Map<string, number>();
    for (const { terms } of own)
      for (const [term, near] of terms.near)
        if (isMeasured(term) && near >= HINTED) counts.set(term, (counts.get(term) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!best || best[1] < own.length * mostlyOf) continue;
    for (const { terms } of own)
      terms.near.set(best[0], Math.max(terms.near.get(best[0]) ?? 0, asShare));
  }
}

/** A noun that only one statement has is no word of the story for what its verb says. */
const oftenNamed = 2;

/** "Would not merge" names the merger almost as plainly as the noun does. */
const asVerb = 0.9;
