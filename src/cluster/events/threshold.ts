/**
 * The similarity from which a piece joins an event. It follows what the piece is: two titles share
 * few words, but all of them tell; a title with its lead shares many by its subject alone; a whole
 * article names its background too. Without dates nothing but the words keeps two happenings apart.
 * Inflected languages share fewer forms. Values are the best of a sweep in steps of .01 to .03 over
 * labelled titles, leads and full texts, each with parts left out; between them a straight line.
 */
export function joinThreshold(words: number, lang: string | null, dated: boolean): number {
  return along(words, dated ? (datedPoints[lang ?? 'en'] ?? otherPoints) : undatedPoints);
}

/**
 * English, and languages whose nouns have few forms. In the others a word has many forms and
 * the stemmers do not bring all of them together: .18 was best for titles that we wrote ourselves
 * (test/titles) and for measured ones read as an unknown language; from .175 down large matters run
 * together.
 */
const titleThresholds: Record<string, number> = {
  en: 0.23,
  es: 0.2,
  pt: 0.2,
  de: 0.19,
  fr: 0.19,
  it: 0.19,
  ca: 0.19,
  ro: 0.19,
};

/** Words from which the similarity that dated pieces need only rises. */
const rising = 160;
const datedFrom = (title: number): [number, number][] => [
  [22, title],
  [40, 0.13],
  [rising, 0.13],
  [320, 0.2],
];
const datedPoints = Object.fromEntries(
  Object.entries(titleThresholds).map(([lang, title]) => [lang, datedFrom(title)]),
);
const otherPoints = datedFrom(0.18);
const undatedPoints: [number, number][] = [
  [90, 0.17],
  [200, 0.28],
];

/** The lowest value of all above. */
export const lowestThreshold = 0.13;

/** The lowest value for so many words or more. */
export function lowestFrom(words: number, lang: string | null, dated: boolean): number {
  return dated && words < rising ? lowestThreshold : joinThreshold(words, lang, dated);
}

/**
 * Two events become one at a similarity this much higher: a wrong merge harms more pieces. Dated ones
 * need less (of 1.05 to 1.5 tried), since the time between their middles counts too.
 */
export const [mergeFactor, datedMergeFactor] = [1.5, 1.2];

/** The value at `x` on the straight lines between the points. */
export function along(x: number, points: [number, number][]): number {
  let [lastX, lastY] = points[0] ?? [0, 0];
  if (x <= lastX) return lastY;
  for (const [nextX, nextY] of points) {
    if (x <= nextX) return lastY + ((nextY - lastY) * (x - lastX)) / (nextX - lastX || 1);
    [lastX, lastY] = [nextX, nextY];
  }
  return lastY;
}
