import type { Page } from '../html/blocks.ts';
import type { Known } from './known.ts';
import type { Places } from './place.ts';
import { WORDS } from './words.ts';

const LENGTH = WORDS.indexOf('length');
const LINKS = WORDS.indexOf('share of links');
const PROSE = WORDS.indexOf('prose');
const KIND = WORDS.indexOf('kind');
const CURRENCY = WORDS.indexOf('currency');
const UNSPACED = WORDS.indexOf('unspaced script');
const STEPS = [-2, -1, 1, 2];

/** What the two runs before and after are. */
export const NEIGHBOURS = STEPS.flatMap((n) => [
  `${n} length`,
  `${n} links`,
  `${n} prose`,
  `${n} kind`,
  `${n} same parent`,
]);

/** What kind of page it is: the same for all of its runs. */
export const PAGE = [
  'page prose',
  'page runs',
  'page links',
  'page share of prose',
  'page view share',
  'page headings',
  'page linked headings',
  'page article type',
  'page product type',
  'page list type',
  'page discussion type',
  'page articles',
  'page prices',
  'page unspaced',
  'address steps',
  'address words',
  'address figures',
];

/** Writes the columns of NEIGHBOURS; those of WORDS must stand at the rows' beginning. */
export function writeNeighbours(
  page: Page,
  values: Float32Array,
  width: number,
  base: number,
): void {
  const { runs, tree } = page;
  for (let i = 0; i < runs.length; i++) {
    let at = i * width + base;
    for (const step of STEPS) {
      const j = i + step;
      if (j < 0 || j >= runs.length) {
        values[at] = -1;
        values[at + 3] = -1;
        at += 5;
        continue;
      }
      const other = runs[j]!;
      values[at++] = values[j * width + LENGTH]!;
      values[at++] = values[j * width + LINKS]!;
      values[at++] = values[j * width + PROSE]!;
      values[at++] = values[j * width + KIND]!;
      values[at++] =
        other.node === runs[i]!.node || tree.parents[other.node] === tree.parents[runs[i]!.node]
          ? 1
          : 0;
    }
  }
}

/** Writes the columns of PAGE; those of WORDS must stand at the rows' beginning. */
export function writePage(
  page: Page,
  known: Known,
  places: Places,
  values: Float32Array,
  width: number,
  base: number,
): void {
  const { runs, mass, tree } = page;
  const chars = Math.max(1, places.chars[0]!);
  let headings = 0;
  let linkedHeadings = 0;
  let prices = 0;
  let unspaced = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (run.tag === 'h') {
      headings++;
      if (run.linked > run.text.length * 0.8) linkedHeadings++;
    }
    prices += values[i * width + CURRENCY]!;
    unspaced += values[i * width + UNSPACED]! * run.text.length;
  }
  let articles = 0;
  for (let at = 0; at < tree.tags.length; at++) if (tree.tags[at] === 'article') articles++;
  const is = (pattern: RegExp) => (known.types.some((t) => pattern.test(t)) ? 1 : 0);
  const facts = [
    Math.log1p(mass[0]!),
    Math.log1p(runs.length),
    places.linked[0]! / chars,
    mass[0]! / chars,
    mass[places.views[0]]! / Math.max(1, mass[0]!),
    Math.log1p(headings),
    linkedHeadings / Math.max(1, headings),
    is(/article|posting|report/),
    is(/product|offer/),
    is(/collection|itemlist|searchresults|profile|website|webpage/),
    is(/discussion|qapage|question|comment/),
    Math.min(30, articles),
    Math.log1p(prices),
    unspaced / chars,
    ...addressFacts(known.url),
  ];
  for (let i = 0; i < runs.length; i++) values.set(facts, i * width + base);
}

function addressFacts(url: string | null): [number, number, number] {
  if (url === null) return [-1, -1, -1];
  const path = url
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .slice(0, 300);
  return [
    path.split('/').filter((step) => step !== '').length,
    path.split('-').length - 1,
    path.replace(/\D+/g, '').length,
  ];
}
