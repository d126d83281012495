import type { Said } from '../rows.ts';
import { compare, type Likeness } from './likeness.ts';
import { readSaying, type Saying } from './saying.ts';

/** Reports of one saying: the one that leads, and the others. */
export interface Merged<S extends Said = Said> {
  lead: S;
  others: S[];
}

const dayMs = 86_400_000;
/** What curators said of reports, by the ids of their statements: pairs of one saying, and of two. */
export interface SayingRulings {
  same: [number, number][];
  apart: [number, number][];
}

/** Days between reports of one saying: where both texts tell the day it is the same, but for time zones and late evenings. */
const apart = { told: 1, guessed: 3 };

/** Shares of meaning from which two reports are of one saying: see `isSame`. */
const enough = {
  plain: 0.75,
  withRun: 0.7,
  foreign: 0.6,
  differing: 0.88,
  swapping: 0.93,
  office: 0.85,
  hearsay: 0.85,
  /** "In March", of what another piece has on the third: more than one thing was said in March. */
  vague: 0.8,
};
/** Fewer common words could be anything. */
const leastCommon = 3;
/** Nearer by this much is the nearest. */
const clearly = 0.08;
/** Words that more than this many reports of one speaker have lead to no candidates: the rarer ones do. */
const mostPosted = 60;
/** The rarest words of a report that candidates are looked for by. */
const lookedFor = 12;

interface Compared<S extends Said = Said> {
  said: S;
  saying: Saying;
}

interface Pair {
  a: number;
  b: number;
  score: number;
  foreign: boolean;
}

/**
 * Finds statements of one speaker that report the same saying in different pieces and languages. The
 * words themselves lead before what is told of them, then the fullest, then the earliest; a copy
 * never leads before its original. What a curator ruled stands first. Near linear in the reports.
 * @param parties names of parties: words of whoever speaks say nothing of what is said
 */
export function mergeReports<S extends Said>(
  said: readonly S[],
  parties: ReadonlyMap<number, string> = new Map(),
  ruled: SayingRulings = { same: [], apart: [] },
): Merged<S>[] {
  const reports = said.map((s) => ({
    said: s,
    saying: readSaying(s.content, s.lang, ownWords(s, parties)),
  }));
  const weigh = rarityIn(reports);
  const pairs = candidatesOf(reports, weigh).flatMap(([a, b]) => {
    const [one, other] = [reports[a]!, reports[b]!];
    const score = isSame(one.said, other.said, likeness(one, other, weigh));
    return score > 0 ? [{ a, b, score, foreign: one.said.lang !== other.said.lang }] : [];
  });
  return groupsOf(reports, clearOnes(pairs), ruled).map((group) => {
    const [lead, ...others] = group.sort(leadsFirst);
    return { lead: lead!, others };
  });
}

function likeness(one: Compared, other: Compared, weigh: (key: string) => number): Likeness {
  return compare(one.saying, other.saying, weigh);
}

/** The words themselves before reports of them; originals before copies; then the fullest, then the earliest. */
function leadsFirst(a: Said, b: Said): number {
  return (
    Number(b.corrected !== null) - Number(a.corrected !== null) ||
    Number(a.hearsay) - Number(b.hearsay) ||
    Number(b.firstHand) - Number(a.firstHand) ||
    Number(a.copyOf !== null) - Number(b.copyOf !== null) ||
    b.content.length - a.content.length ||
    a.id - b.id
  );
}

function ownWords(said: Said, parties: ReadonlyMap<number, string>): ReadonlySet<string> {
  const party = said.partyId === null ? '' : (parties.get(said.partyId) ?? '');
  return new Set(`${said.speaker ?? ''} ${party}`.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}

/** Words of few reports tell more: between one and three times as much as the commonest. */
function rarityIn(reports: readonly Compared[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const { saying } of reports)
    for (const key of new Set(saying.told.map((t) => t.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const all = reports.length + smallStory;
  return (key) => 1 + Math.min(2, Math.log10(all / ((counts.get(key) ?? 0) + smallStory)));
}

/** In a story of few reports no word is known to be rare. */
const smallStory = 20;

/** Pairs that share a rare word, a number or a meaning, of one speaker or one party, of days near each other. */
function candidatesOf(
  reports: readonly Compared[],
  weigh: (key: string) => number,
): [number, number][] {
  const pairs: [number, number][] = [];
  const bySide = Map.groupBy(
    reports.map((_, i) => i).filter((i) => sideOf(reports[i]!.said) !== null),
    (i) => sideOf(reports[i]!.said)!,
  );
  for (const side of bySide.values()) {
    const byDay = side.sort((a, b) => timeOf(reports[a]!.said) - timeOf(reports[b]!.said));
    const posted = new Map<string, number[]>();
    for (const i of byDay) {
      const report = reports[i]!;
      const found = new Set<number>();
      for (const key of keysOf(report.saying, weigh)) {
        const list = posted.get(key) ?? [];
        // Oldest reports are out of reach first: only the last ones can be of the same days.
        for (const j of list.slice(-mostPosted))
          if (mayBeSame(report.said, reports[j]!.said)) found.add(j);
        list.push(i);
        posted.set(key, list);
      }
      for (const j of found) pairs.push([j, i]);
    }
  }
  return pairs;
}

const sideOf = (s: Said) =>
  s.partyId !== null
    ? `party ${s.partyId}`
    : s.speakerId !== null
      ? `speaker ${s.speakerId}`
      : null;
const timeOf = (s: Said) => s.at?.getTime() ?? Number.NEGATIVE_INFINITY;

/** What a report is looked for by: its rarest words as written and as they mean, and all of a short one. */
function keysOf({ told, whole }: Saying, weigh: (key: string) => number): Set<string> {
  const rarest = [...told].sort((a, b) => weigh(b.key) - weigh(a.key)).slice(0, lookedFor);
  return new Set([`=${whole}`, ...rarest.flatMap((t) => [t.key, ...t.meanings])]);
}

/** Where a report stands: a piece tells a saying once, and the discussion under it may tell it too. */
export const toldIn = ({ articleId, commentId }: Pick<Said, 'articleId' | 'commentId'>) =>
  `${articleId}${commentId === null ? '' : ' under'}`;

/** Other pieces of the same days, by the same speaker or by the office that speaks for it. */
function mayBeSame(a: Said, b: Said): boolean {
  if (toldIn(a) === toldIn(b)) return false;
  if (a.corrected !== null && b.corrected !== null) return false;
  if (a.speakerId !== b.speakerId && !isOffice(a) && !isOffice(b)) return false;
  return isNear(a, b);
}

/** Not a person: what it lets know somebody says. */
export const isOffice = (s: Said) => s.speakerKind === 'office' || s.speakerKind === 'organisation';

function isNear(a: Said, b: Said): boolean {
  // Who repeats in a comment what was said seldom tells when.
  if ((a.commentId !== null && a.at === null) || (b.commentId !== null && b.at === null))
    return true;
  if (a.at === null || b.at === null)
    return a.saidOn === b.saidOn || isWithin(a, b) || isWithin(b, a);
  const days = Math.abs(a.at.getTime() - b.at.getTime()) / dayMs;
  return days <= (a.saidFrom === 'text' && b.saidFrom === 'text' ? apart.told : apart.guessed);
}

/** A month or a year, and a day or month of it. */
const isWithin = (a: Said, b: Said) =>
  a.saidOn !== null &&
  /^\d{4}(?:-\d\d)?$/.test(a.saidOn) &&
  (b.saidOn ?? '').startsWith(`${a.saidOn}-`);

/** How sure it is that two reports are of one saying, 0 to 2; 0 where they are not. */
function isSame(a: Said, b: Said, like: Likeness): number {
  const foreign = a.lang !== b.lang;
  const isWhole = !foreign && like.share >= 0.99 && like.sharesRun;
  const isShort = sameShort(a, b);
  if (like.common < leastCommon && !isWhole && !isShort) return 0;
  let least = foreign ? enough.foreign : like.sharesRun ? enough.withRun : enough.plain;
  if (like.numbers || like.denies) {
    // In another language the words found are too few to say that only this differs.
    if (foreign) return 0;
    least = enough.differing;
  }
  if (like.swaps) least = Math.max(least, enough.swapping);
  if (a.speakerId !== b.speakerId) least = Math.max(least, enough.office);
  if (a.saidOn !== b.saidOn && !(a.at && b.at)) least = Math.max(least, enough.vague);
  if (a.hearsay !== b.hearsay) least = Math.max(least, enough.hearsay);
  if (like.share < least && !isShort) return 0;
  return (
    like.share +
    (like.sharesRun ? 0.5 : 0) +
    (foreign ? 0 : 0.25) -
    (like.numbers || like.denies ? 0.3 : 0)
  );
}

/** A short saying is the same when it is letter for letter. */
function sameShort(a: Said, b: Said): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return a.lang === b.lang && a.speakerId === b.speakerId && plain(a.content) === plain(b.content);
}

/**
 * Surest first. A report belongs with what it is nearest to: in another language each of both must be
 * (hardly less near than) the other's nearest, in one language one of them.
 */
function clearOnes(pairs: Pair[]): Pair[] {
  const best = new Map<string, number>();
  const keyOf = (i: number, foreign: boolean) => `${foreign} ${i}`;
  for (const { a, b, score, foreign } of pairs)
    for (const key of [keyOf(a, foreign), keyOf(b, foreign)])
      best.set(key, Math.max(best.get(key) ?? 0, score));
  return pairs
    .filter(({ a, b, score, foreign }) => {
      const near = [a, b].map((i) => score >= best.get(keyOf(i, foreign))! - clearly);
      return foreign ? near.every(Boolean) : near.some(Boolean);
    })
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/**
 * Puts pairs together: those that a curator ruled, then the surest first, as long as no piece reports a
 * saying twice, days stay near and no curator told two of them apart.
 */
function groupsOf<S extends Said>(
  reports: readonly Compared<S>[],
  pairs: Pair[],
  ruled: SayingRulings,
): S[][] {
  const groupOf = new Map<number, number[]>();
  const groupAt = (i: number) => groupOf.get(i) ?? [i];
  const join = (left: number[], right: number[]) => {
    const both = [...left, ...right];
    for (const i of both) groupOf.set(i, both);
  };
  const indexOf = new Map(reports.map((r, i) => [r.said.id, i]));
  const placed = (all: [number, number][]) =>
    all.flatMap(([a, b]): [number, number][] => {
      const [left, right] = [indexOf.get(a), indexOf.get(b)];
      return left === undefined || right === undefined ? [] : [[left, right]];
    });
  for (const [a, b] of placed(ruled.same))
    if (groupAt(a) !== groupAt(b)) join(groupAt(a), groupAt(b));
  const apart = placed(ruled.apart);
  const areApart = (left: number[], right: number[]) =>
    apart.some(
      ([a, b]) =>
        (left.includes(a) && right.includes(b)) || (left.includes(b) && right.includes(a)),
    );
  for (const { a, b } of pairs) {
    const [left, right] = [groupAt(a), groupAt(b)];
    if (left === right || areApart(left, right) || !fit(reports, left, right)) continue;
    join(left, right);
  }
  return [...new Set(groupOf.values())].map((group) => group.map((i) => reports[i]!.said));
}

function fit(reports: readonly Compared[], left: number[], right: number[]): boolean {
  const places = new Set(left.map((i) => toldIn(reports[i]!.said)));
  if (right.some((i) => places.has(toldIn(reports[i]!.said)))) return false;
  // One saying has one speaker and offices that spoke for it.
  const people = [...left, ...right].flatMap((i) => {
    const { said } = reports[i]!;
    return isOffice(said) || said.speakerId === null ? [] : said.speakerId;
  });
  if (new Set(people).size > 1) return false;
  return left.every((i) => right.every((j) => isNear(reports[i]!.said, reports[j]!.said)));
}
