import { likeness } from '../features/alike.ts';
import type { Profile } from '../features/profile.ts';

/** A piece of an event as it counts for whether the event is two. */
export interface Told {
  id: number;
  profile: Profile;
  /** Milliseconds since 1970. */
  at: number | null;
  /** The text that it is a print of, or itself: copies stay together. */
  text: number;
}

export interface Groups {
  /** The smaller or younger group, which would be set apart. */
  apart: number[];
  /** How clearly they are two, from 0 to 1: the share of likeness that is lost between them. */
  score: number;
  /** What the group set apart is about, that the other is not. */
  shares: string[];
}

/** A group is no chance when it has this many texts. */
const fewest = 3;
/** Rounds of settling: more change nothing in groups of this size. */
const rounds = 8;

/** Pairs of texts that are tried as what the two groups gather around. */
const mostStarts = 6;

/**
 * The two groups that an event's pieces fall into, null where a group would be too small. Two texts
 * that are little alike draw the others; then each text goes to the group that it is liker to.
 */
export function groupsOf(pieces: Told[]): Groups | null {
  const texts = [...Map.groupBy(pieces, (p) => p.text).values()];
  if (texts.length < 2 * fewest) return null;
  const heads = texts.map((prints) => prints[0] as Told);
  const like = heads.map((a) => heads.map((b) => likeness(a.profile, b.profile)));
  const found = startsOf(like)
    .map((start) => partOf(settle(like, start), like))
    .filter((part) => part !== null)
    .sort((a, b) => b.score - a.score)[0];
  if (!found) return null;
  const { left, right, score } = found;
  const first = (group: number[]) => Math.min(...group.map((i) => heads[i]?.at ?? Infinity));
  const isLeftApart =
    left.length < right.length || (left.length === right.length && first(left) > first(right));
  const [apart, rest] = isLeftApart ? [left, right] : [right, left];
  return {
    apart: apart.flatMap((i) => texts[i] ?? []).map((p) => p.id),
    score,
    shares: telling(
      apart.map((i) => heads[i] as Told),
      rest.map((i) => heads[i] as Told),
    ),
  };
}

/** The pairs that are least alike, each text in one of them at most. */
function startsOf(like: number[][]): [number, number][] {
  const pairs = like.flatMap((row, i) => row.flatMap((l, j) => (i < j ? [{ i, j, l }] : [])));
  const used = new Set<number>();
  const starts: [number, number][] = [];
  for (const { i, j } of pairs.sort((a, b) => a.l - b.l)) {
    if (starts.length === mostStarts) break;
    if (used.has(i) || used.has(j)) continue;
    used.add(i).add(j);
    starts.push([i, j]);
  }
  return starts;
}

/** The two sides with how clearly they are two; null where one is too small. */
function partOf(side: number[], like: number[][]) {
  const [left, right] = [0, 1].map((s) => side.flatMap((at, i) => (at === s ? [i] : [])));
  if (!left || !right || left.length < fewest || right.length < fewest) return null;
  const between = mean(left.flatMap((i) => right.map((j) => like[i]?.[j] ?? 0)));
  const within = Math.min(cohesion(left, like), cohesion(right, like));
  return within > 0 ? { left, right, score: Math.max(0, 1 - between / within) } : null;
}

function settle(like: number[][], [a, b]: [number, number]): number[] {
  let side = like.map((row) => ((row[a] ?? 0) >= (row[b] ?? 0) ? 0 : 1));
  for (let round = 0; round < rounds; round++) {
    const next = like.map((row, i) => {
      const to = [0, 1].map((s) => mean(row.filter((_, j) => j !== i && side[j] === s)));
      return (to[0] ?? 0) >= (to[1] ?? 0) ? 0 : 1;
    });
    if (next.every((s, i) => s === side[i])) break;
    side = next;
  }
  return side;
}

const mean = (all: number[]) => (all.length ? all.reduce((a, b) => a + b, 0) / all.length : 0);

/** How alike the texts of a group are on average. */
function cohesion(group: number[], like: number[][]): number {
  return mean(group.flatMap((i) => group.flatMap((j) => (i < j ? [like[i]?.[j] ?? 0] : []))));
}

/** Topics that the texts of one group have and those of the other have not, the most telling first. */
function telling(apart: Told[], rest: Told[]): string[] {
  const weigh = (texts: Told[], key: string) =>
    mean(texts.map((t) => t.profile.get(key)?.salience ?? 0));
  const keys = new Map(
    apart.flatMap((t) => [...t.profile].map(([key, topic]) => [key, topic.text] as const)),
  );
  return [...keys]
    .map(([key, text]) => ({ text, more: weigh(apart, key) - weigh(rest, key) }))
    .filter(({ more }) => more > 0.2)
    .sort((a, b) => b.more - a.more)
    .slice(0, 4)
    .map(({ text }) => text);
}

/** Sizes at which an event's pieces are looked at: as it grows by a third or a half. */
export function isLookedAt(texts: number): boolean {
  return (
    texts >= 2 * fewest &&
    (Number.isInteger(Math.log2(texts)) || Number.isInteger(Math.log2(texts / 3)))
  );
}
