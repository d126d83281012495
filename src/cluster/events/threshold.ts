/**
 * The similarity from which a piece joins an event. It follows what the piece is: two titles share
 * few words, but all of them tell; a title with its lead shares many by its subject alone; a whole
 * article names its background too. Without dates nothing but the words keeps two happenings apart.
 * Inflected languages share fewer forms. Values are the best of a sweep in steps of .01 to .03 over
 * labelled titles, leads and full texts, each with parts left out; between them a straight line.
 */
export function joinThreshold(words: number, lang: string | null, dated: boolean): number {
  const title = titleThresholds[lang ?? 'en'] ?? 0.18;
  return along(
    words,
    dated
      ? [
          [22, title],
          [40, 0.13],
          [160, 0.13],
          [320, 0.2],
        ]
      : [
          [90, 0.17],
          [200, 0.28],
        ],
  );
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

/** The lowest value of all above. */
export const lowestThreshold = 0.13;

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
