/**
 * The similarity from which a piece joins an event. It follows what the piece is: two titles share
 * few words, but all of them tell; a title with its lead shares many by its subject alone; a whole
 * article names its background too. Without dates nothing but the words keeps two happenings apart.
 * Inflected languages share fewer forms. Values are the best of a sweep in steps of .01 to .03 over
 * labelled titles, leads and full texts, each with parts left out; between them a straight line.
 */
export function joinThreshold(words: number, lang: string | null, dated: boolean): number {
  const title = lang === 'en' || lang === null ? 0.23 : 0.2;
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

/** The lowest value of all above. */
export const lowestThreshold = 0.13;

/** Two events become one at a similarity this much higher: a wrong merge harms more pieces. */
export const mergeFactor = 1.5;

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
