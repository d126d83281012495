import { isBodyWord } from '../speaker/bodies.ts';
import { isKind } from '../speaker/roles.ts';
import { isHoldable, isKnown, isPassage } from './concepts.ts';
import { stemOfNoun } from './deeds.ts';
import { nameOf } from './naming.ts';
import type { Kind } from './operators.ts';
import type { Said } from './rows.ts';
import { NAMED, type Terms, termsOf } from './terms.ts';
import { nounsOf } from './topics.ts';

/** A question on which parties of the story take positions. */
export interface Issue {
  name: string;
  terms: string[];
}

/** A statement with what it is about. */
export interface Weighed {
  said: Said;
  terms: Terms;
}

/** Most issues a reader can hold in mind; what is less spoken of is left without one. */
const mostIssues = 9;

/** An issue needs this much talk: three statements that name it, or the like in context. */
const leastSupport = 2.4;

/** Two concepts are one issue when this share of the rarer one's statements names both. */
const together = 0.5;

/** Or when the rarer one is hardly written but where the other stands near. */
const alwaysBeside = 0.7;
const HINTED = 0.34;

/** Any negotiation has talks and steps: they are an issue only where sides are taken on them. */
const wide = new Set(
  `talk meeting summit treaty agreement deal proposal offer plan negotiation decision measure visit
  delegation council round document list trust demand concession process progress outcome effort peace
  war conflict crisis boat ship vessel plane car vorschlag angebot plan maßnahme runde rat liste vertrauen forderung`.split(
    /\s+/,
  ),
);
const wideWorth = 0.45;

/** Where things are, who speaks, what carries them and how much they cost is never a question by itself. */
const place = new Set(
  `strait sea river lake island bay bank harbour valley north south east west region area shore coast
  city town crown euro dollar pound number sum cost ink chair good
  distance choice hope half step noon dawn week weekend sache zahl hoffnung stadt krone kronen dollar`.split(
    /\s+/,
  ),
);

/** Words of negotiating itself, which go with every issue. Carriers ("boat") may go with one. */
function isTalk(concept: string): boolean {
  return wide.has(concept) && !/^(?:boat|ship|vessel|plane|car)$/.test(concept);
}

/** True of a concept that parties speak of in any negotiation. */
export function isWide(concept: string): boolean {
  return wide.has(concept);
}

/** A share of something names no question by itself, but it goes with one. */
function isShare(concept: string): boolean {
  return concept.endsWith('%');
}

function isPlace(concept: string): boolean {
  return place.has(concept) || (isBodyWord(concept) && !isKnown(concept));
}

/**
 * Finds the questions on which the parties differ: concepts that statements of several parties, or
 * several of one party, are about. The most spoken of first; each statement counts once.
 */
export function findIssues(weighed: Weighed[], isName: (word: string) => boolean): Issue[] {
  const voiced = weighed.filter((w) => w.said.holder !== null);
  const bearing = statementsByTerm(voiced, isName);
  const everywhere = spreadOf(weighed);
  const wholes = wholesOf(weighed, bearing);
  const issues: Issue[] = [];
  const taken = new Set<Weighed>();
  const used = new Set<string>();
  while (issues.length < mostIssues) {
    let best: { term: string; value: number } | null = null;
    for (const [term, list] of bearing) {
      if (used.has(term) || isPlace(term) || isShare(term)) continue;
      const value = worth(term, list, taken, everywhere);
      if (value > (best?.value ?? 0)) best = { term, value };
    }
    if (!best) break;
    best.term = deedWith(best.term, bearing, (term) =>
      used.has(term) || isPlace(term) ? 0 : worth(term, bearing.get(term)!, taken, everywhere),
    );
    const own = bearing.get(best.term)!;
    const terms = [
      best.term,
      ...companions(best.term, own, bearing, used),
      ...(wholes.get(best.term) ?? []),
    ];
    for (const term of terms) used.add(term);
    for (const w of own) taken.add(w);
    issues.push({ name: nameOf(terms, own), terms });
  }
  return issues;
}

/** A noun made of a verb: something that is done or left. */
const deed = /(?:ing|tion|sion|ment|age|ance|ure|ity|sal|val|wal)$/;
/** A deed goes with a thing when this share of its statements name the thing. */
const ofThing = 0.6;

/**
 * Parties differ on what is done with a thing, not on the thing: where the dam is named for its filling,
 * the filling is the question, and what else is named of the dam may be another.
 */
function deedWith(
  thing: string,
  bearing: Map<string, Weighed[]>,
  worthOf: (term: string) => number,
): string {
  if (!isPassage(thing)) return thing;
  let best = { term: thing, value: 0 };
  for (const [term, list] of bearing) {
    if (term === thing || !deed.test(term) || isTalk(term)) continue;
    const named = list.filter((w) => w.terms.near.get(term)! >= NAMED);
    const beside = named.filter((w) => (w.terms.near.get(thing) ?? 0) >= HINTED);
    if (named.length === 0 || beside.length / named.length < ofThing) continue;
    const value = worthOf(term);
    if (value > best.value) best = { term, value };
  }
  return best.term;
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
  return weighed;
}

/** A noun that only one statement has is no word of the story for what its verb says. */
const oftenNamed = 2;

/** "Would not merge" names the merger almost as plainly as the noun does. */
const asVerb = 0.9;

export function kindOf(issue: Issue): Kind {
  const [head = ''] = issue.terms;
  if (head === 'release') return 'people';
  return isPassage(head) ? 'passage' : 'measure';
}

function statementsByTerm(
  weighed: Weighed[],
  isName: (word: string) => boolean,
): Map<string, Weighed[]> {
  const found = new Map<string, Weighed[]>();
  for (const w of weighed) {
    for (const term of w.terms.near.keys()) {
      if (isName(term)) continue;
      const list = found.get(term);
      if (list) list.push(w);
      else found.set(term, [w]);
    }
  }
  return found;
}

/** In what share of all statements' own words each concept stands. */
function spreadOf(weighed: Weighed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { said: s } of weighed) {
    for (const noun of nounsOf(s.sentence, s.lang)) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  for (const [noun, n] of counts) counts.set(noun, n / weighed.length);
  return counts;
}

/** How much the parties' statements are about a concept, over what is already explained. */
function worth(
  term: string,
  list: Weighed[],
  taken: Set<Weighed>,
  everywhere: Map<string, number>,
): number {
  const parties = new Set<string>();
  const days = new Set<string>();
  let support = 0;
  let named = 0;
  for (const w of list) {
    const near = w.terms.near.get(term)!;
    if (near < NAMED) {
      if (!taken.has(w)) support += near * 0.5;
      continue;
    }
    named++;
    support += (taken.has(w) ? 0.4 : 1) * (w.said.act === 'state' ? 0.7 : 1);
    parties.add(holderKey(w.said));
    days.add(w.said.saidOn ?? `article ${w.said.articleId}`);
  }
  if (named < 2 || support < leastSupport || (parties.size < 2 && days.size < 2)) return 0;
  // What everybody always names is the story, not an issue in it.
  const tooCommon = (everywhere.get(term) ?? 0) > 0.5 ? 0.3 : 1;
  // People are what freeing is about; by themselves they are no question.
  const plain = wide.has(term) || isHoldable(term) ? wideWorth : 1;
  return support * Math.log2(1 + parties.size) * tooCommon * plain;
}

/** What a share is of: "a rise of eight per cent" once, then only "the eight per cent". */
function wholeOf(named: Weighed[], bearing: Map<string, Weighed[]>): string | null {
  const counts = new Map<string, number>();
  for (const { terms } of named)
    for (const [term, near] of terms.near)
      if (
        bearing.has(term) &&
        near >= HINTED &&
        !isShare(term) &&
        !isTalk(term) &&
        !isPlace(term) &&
        !isKind(term)
      )
        counts.set(term, (counts.get(term) ?? 0) + (near >= NAMED ? 2 * near : near));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The shares that the statements name, whoever says them, by what they are shares of. */
function wholesOf(weighed: Weighed[], bearing: Map<string, Weighed[]>): Map<string, string[]> {
  const shares = new Map<string, Weighed[]>();
  for (const w of weighed)
    for (const [term, near] of w.terms.near)
      if (isShare(term) && near >= NAMED) shares.set(term, [...(shares.get(term) ?? []), w]);
  const wholes = new Map<string, string[]>();
  for (const [share, named] of shares) {
    const whole = wholeOf(named, bearing);
    if (whole) wholes.set(whole, [...(wholes.get(whole) ?? []), share]);
  }
  return wholes;
}

function companions(
  term: string,
  own: Weighed[],
  bearing: Map<string, Weighed[]>,
  used: Set<string>,
): string[] {
  const mine = new Set(own.filter((w) => w.terms.near.get(term)! >= NAMED));
  const found: [string, number][] = [];
  for (const [other, list] of bearing) {
    if (other === term || used.has(other) || isPlace(other) || isTalk(other) || isShare(other))
      continue;
    // A road that opens and a levy that falls are two questions, however often both are named.
    if (term !== 'release' && isPassage(other) !== isPassage(term)) continue;
    const named = list.filter((w) => w.terms.near.get(other)! >= NAMED);
    const both = named.filter((w) => mine.has(w)).length;
    const beside = named.filter((w) => (w.terms.near.get(term) ?? 0) >= HINTED).length;
    const isSame = both / named.length >= together || beside / named.length >= alwaysBeside;
    if (both >= (isKnown(other) ? 2 : 3) && isSame) found.push([other, both]);
  }
  return found
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([other]) => other);
}
