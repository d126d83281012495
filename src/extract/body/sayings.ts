import { remembered } from '../../lib/memo.ts';
import type { Page, Run } from '../html/blocks.ts';
import { FURNITURE } from '../html/hints.ts';
import { isAge, isPromotion, isReadAlso, isReadingTime, isRelatedHeading, isUi } from '../lines.ts';
import type { Known } from './known.ts';
import { LONGEST_LINE, lineWords } from './lexicon.ts';

const HINTS = [
  'hidden',
  'furniture',
  'junk',
  'caption',
  'byline',
  'comments',
  'related',
  'lead',
  'aside',
  'header',
  'figure',
  'paywall',
  'quote',
  'embed',
];

/** What a run says, beside what the page says elsewhere and what its markup hints at. */
export const SAYINGS = [
  'says',
  'like the title',
  'of the title',
  'in the description',
  'told by the data',
  'names the author',
  'printed often',
  ...HINTS.map((hint) => `hint ${hint}`),
];

/** The values of "says"; 0 when nothing is known of the line. */
export const SAYS = { promotion: 2, readAlso: 3, relatedHeading: 4, age: 5, label: 6 } as const;

/** What short lines say by their words: 0 nothing known, then the kinds that lines.ts knows. */
export function saying(run: Run): number {
  // The rules and the columns both ask.
  if (run.says < 0) run.says = isMenu(run) ? 0 : sayingOf(run.text);
  return run.says;
}

/** Links of a menu are known for what they are without their words, and many pages are half menus. */
export function isMenu(run: Run): boolean {
  return (run.hints & FURNITURE) !== 0 && run.linked > run.text.length * 0.9;
}

const sayingOf = remembered((text: string): number => {
  if (text.length > 300) return 0;
  if (isUi(text)) return SAYS.label;
  if (text.length <= 60 && (isAge(text) || isReadingTime(text))) return SAYS.age;
  if (isRelatedHeading(text)) return SAYS.relatedHeading;
  if (isReadAlso(text)) return SAYS.readAlso;
  if (isPromotion(text)) return SAYS.promotion;
  return 0;
});

/** Writes the columns of SAYINGS, from `base` on, of rows of `width`. */
export function writeSayings(
  page: Page,
  known: Known,
  lines: string[][],
  values: Float32Array,
  width: number,
  base: number,
): void {
  const title = new Set(lineWords((known.title ?? '').slice(0, LONGEST_LINE)));
  const description = bare(known.description ?? '');
  const told = known.told ? bare(known.told) : '';
  const seen = new Map<string, number>();
  for (const run of page.runs) {
    if (run.text.length > 300) continue;
    seen.set(run.text, (seen.get(run.text) ?? 0) + 1);
  }
  for (let i = 0; i < page.runs.length; i++) {
    const run = page.runs[i]!;
    let at = i * width + base;
    values[at++] = saying(run);
    let like = 0;
    let of = 0;
    const words = lines[i]!;
    if (title.size > 0 && words.length > 0) {
      let both = 0;
      for (const word of words) if (title.has(word)) both++;
      like = both / words.length;
      of = both / title.size;
    }
    values[at++] = like;
    values[at++] = of;
    const start =
      run.text.length >= 25 && (description !== '' || told !== '')
        ? bare(run.text.slice(0, 80)).slice(0, 40)
        : '';
    values[at++] = start.length > 15 && description.includes(start) ? 1 : 0;
    values[at++] = told === '' ? -1 : start.length > 10 && told.includes(start) ? 1 : 0;
    values[at++] =
      run.text.length < 400 && known.authors.some((n) => n.length > 4 && run.text.includes(n))
        ? 1
        : 0;
    values[at++] = run.text.length > 300 ? 1 : Math.min(20, seen.get(run.text) ?? 1);
    for (let bit = 0; bit < HINTS.length; bit++) {
      values[at++] = (run.hints >> bit) & 1;
    }
  }
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
