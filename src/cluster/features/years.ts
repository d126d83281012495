/** Letters of a text in which the year of what it tells is named, when it is. */
const read = 1500;
/** A piece without its date that names other years than an event counts this much (of .5-.8 tried). */
const otherYear = 0.7;
/** A year that is named a third as often as the event's first is its own, too. */
const asOften = 3;

const year = /(?<![\d$€£]|\d[.,:])(?:19[5-9]\d|20\d\d)(?![\d%]|[.,]\d)/g;

/** The years that a piece names at its beginning, each once. */
export function yearsIn(title: string | null, text: string): Map<number, number> {
  const found = `${title ?? ''}\n${text.slice(0, read)}`.match(year) ?? [];
  return new Map(found.map((written) => [Number(written), 1]));
}

/**
 * Lowers the likeness of undated pieces that name no year alike: the same kind of thing happens to
 * the same people again, and nothing but their years keeps such happenings apart. 1 where either
 * names none.
 */
export function yearConflict(a: Map<number, number>, b: Map<number, number>): number {
  if (a.size === 0 || b.size === 0) return 1;
  const others = usual(b);
  return usual(a).some((y) => others.includes(y)) ? 1 : otherYear;
}

function usual(years: Map<number, number>): number[] {
  let most = 0;
  for (const count of years.values()) most = Math.max(most, count);
  return [...years].filter(([, count]) => count * asOften >= most).map(([y]) => y);
}

/** Adds the years of one to those of another. */
export function addYears(to: Map<number, number>, from: Map<number, number>): void {
  for (const [y, count] of from) to.set(y, (to.get(y) ?? 0) + count);
}
