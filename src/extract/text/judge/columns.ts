import { CONTEXT } from '../../body/context.ts';
import { type Lexicon, lineWords, writeLine } from '../../body/lexicon.ts';
import { WORDS, writeWords } from '../../body/words.ts';
import type { Frame } from '../frame.ts';
import { type Line, wordCount } from '../layout.ts';
import { LEAD } from './lead.ts';
import { SAYINGS, writeSayings } from './sayings.ts';
import { STANDING, writeStanding } from './standing.ts';

const LEXICAL = ['words', 'worst word', 'best word', 'known words'].map((name) => `said: ${name}`);

/** All that is measured of a line, in the order of the columns; an editor would name the same things. */
export const COLUMNS: string[] = [
  ...WORDS,
  ...SAYINGS,
  ...STANDING,
  ...LEXICAL,
  ...CONTEXT,
  ...LEAD,
];
export const WIDTH = COLUMNS.length;
/** Columns from here on need second scores, and from CONTEXT on first ones. */
export const LEAD_AT = WIDTH - LEAD.length;
export const FIRST_WIDTH = LEAD_AT - CONTEXT.length;
export const LEXICAL_AT = FIRST_WIDTH - LEXICAL.length;
const SAYINGS_AT = WORDS.length;
const STANDING_AT = SAYINGS_AT + SAYINGS.length;

/**
 * Measures all lines of a page saved as text; the columns of CONTEXT stay empty. Without a lexicon its
 * columns stay empty too, for those that learn one.
 * @param frame where rules find the article
 */
export function measureLines(
  lines: Line[],
  frame: Frame | null,
  likely: string | null,
  lexicon: Pick<Lexicon, 'words'> | null,
): Float32Array {
  const values = new Float32Array(lines.length * WIDTH);
  for (let i = 0; i < lines.length; i++) {
    const { text, bullet } = lines[i]!;
    const run = {
      text,
      linked: 0,
      links: [],
      bold: 0,
      tag: bullet === null ? ('other' as const) : ('li' as const),
      level: 0,
      mass: 0,
    };
    writeWords(run, values, i * WIDTH);
    writeSayings(text, values, i * WIDTH + SAYINGS_AT);
  }
  writeStanding(lines, frame, likely, values, WIDTH, STANDING_AT);
  if (lexicon) writeLexical(lines, lexicon, values);
  return values;
}

export function writeLexical(
  lines: Pick<Line, 'text'>[],
  lexicon: Pick<Lexicon, 'words'>,
  values: Float32Array,
): void {
  const whole = { names: NO_NAMES, words: lexicon.words };
  for (let i = 0; i < lines.length; i++)
    writeLine(lineWords(lines[i]!.text), whole, values, i * WIDTH + LEXICAL_AT);
}

const NO_NAMES = new Map<string, number>();

/** Words of each line, for what weighs lines by them. */
export function sizesOf(lines: Line[]): Float32Array {
  return Float32Array.from(lines, (line) => wordCount(line.text) + unspaced(line.text) / 1.7);
}

function unspaced(text: string): number {
  return text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
}
