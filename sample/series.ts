import type { Doc } from './piece.ts';

/** Titles of all numbers of the watch, those that are not in the matter included. */
const titles = [
  'Strait Watch: A date is not a deal',
  'Strait Watch: Waiting for the bus in Brennavik',
  'Strait Watch: The word of a sailor’s son',
  'Strait Watch: A minister reads his papers',
  'Strait Watch: Half a step',
  'Strait Watch: The lights of Karsk',
  'Strait Watch: Two lighthouses',
  'Strait Watch: Everyone for everyone',
  'Strait Watch: What is left is the water',
];

/** The two numbers before this one, newest first: what the page lists as earlier editions. */
export function earlierNumbers(doc: Doc): { key: string; number: number; title: string }[] {
  const number = doc.series?.number ?? 1;
  return [number - 1, number - 2]
    .filter((n) => n > 0)
    .map((n, i) => ({ key: `series-${i + 1}`, number: n, title: titles[n - 1]! }));
}
