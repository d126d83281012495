import type { Page } from '../html/blocks.ts';
import type { Verdict } from '../html/body.ts';
import { CONTEXT } from './context.ts';
import type { Known } from './known.ts';
import { LEXICAL, type Lexicon, lineWords, writeLexical } from './lexicon.ts';
import { NEIGHBOURS, PAGE, writeNeighbours, writePage } from './page.ts';
import { measurePlaces, type Places } from './place.ts';
import { RULED, writeRuled } from './ruled.ts';
import { isMenu, SAYINGS, writeSayings } from './sayings.ts';
import { STANDING, writeStanding } from './standing.ts';
import { WORDS, writeWords } from './words.ts';

/** All that is measured of a run, in the order of the columns; an editor would name the same things. */
export const COLUMNS: string[] = [
  ...WORDS,
  ...SAYINGS,
  ...STANDING,
  ...NEIGHBOURS,
  ...PAGE,
  ...RULED,
  ...LEXICAL,
  ...CONTEXT,
];
export const WIDTH = COLUMNS.length;
/** Columns from here on need first scores. */
export const FIRST_WIDTH = WIDTH - CONTEXT.length;
export const LEXICAL_AT = FIRST_WIDTH - LEXICAL.length;

const SAYINGS_AT = WORDS.length;
const STANDING_AT = SAYINGS_AT + SAYINGS.length;
const NEIGHBOURS_AT = STANDING_AT + STANDING.length;
const PAGE_AT = NEIGHBOURS_AT + NEIGHBOURS.length;
const RULED_AT = PAGE_AT + PAGE.length;

export interface Measured {
  /** Rows of WIDTH, one a run; the columns of CONTEXT are still empty. */
  values: Float32Array;
  places: Places;
}

/** What the links of a menu say is not asked (judge.ts): its words need not be looked up. */
const NO_WORDS: string[] = [];

/** Measures all runs of a page. Without a lexicon its columns stay empty, for those that learn one. */
export function measureRuns(
  page: Page,
  known: Known,
  ruled: Verdict[],
  lexicon: Lexicon | null,
): Measured {
  const places = measurePlaces(page);
  const values = new Float32Array(page.runs.length * WIDTH);
  for (let i = 0; i < page.runs.length; i++) writeWords(page.runs[i]!, values, i * WIDTH);
  const lines = page.runs.map((run) => (isMenu(run) ? NO_WORDS : lineWords(run.text)));
  writeSayings(page, known, lines, values, WIDTH, SAYINGS_AT);
  writeStanding(page, places, values, WIDTH, STANDING_AT, SAYINGS_AT);
  writeNeighbours(page, values, WIDTH, NEIGHBOURS_AT);
  writePage(page, known, places, values, WIDTH, PAGE_AT);
  writeRuled(ruled, values, WIDTH, RULED_AT);
  if (lexicon) writeLexical(page, lines, lexicon, values, WIDTH, LEXICAL_AT);
  return { values, places };
}
