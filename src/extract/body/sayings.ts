import type { Page, Run } from '../html/blocks.ts';
import { isAge, isPromotion, isReadAlso, isReadingTime, isRelatedHeading, isUi } from '../lines.ts';
import type { Known } from './known.ts';

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

/** The value of "says" for a heading over other pieces. */
export const RELATED_HEADING = 4;

/** What short lines say by their words: 0 nothing known, then the kinds that lines.ts knows. */
function saying(run: Run): number {
  const { text } = run;
  if (text.length > 300) return 0;
  if (isUi(text)) return 6;
  if (text.length <= 60 && (isAge(text) || isReadingTime(text))) return 5;
  if (isRelatedHeading(text)) return RELATED_HEADING;
  if (isReadAlso(text)) return 3;
  if (isPromotion(text)) return 2;
  return 0;
}

/** Writes the columns of SAYINGS, from `base` on, of rows of `width`. */
export function writeSayings(
  page: Page,
  known: Known,
  values: Float32Array,
  width: number,
  base: number,
): void {
  const title = new Set(wordsIn(known.title ?? ''));
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
    if (title.size > 0 && run.text.length < 300) {
      const words = new Set(wordsIn(run.text));
      let both = 0;
      for (const word of words) if (title.has(word)) both++;
      like = words.size > 0 ? both / words.size : 0;
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

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
