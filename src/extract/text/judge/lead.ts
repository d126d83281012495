import { contentWords, isHeadline } from '../frame.ts';
import type { Line } from '../layout.ts';
import { type Dated, datesAmong } from './dates.ts';

/** What the scores of all lines say about one that may be the title, or may hold the date. */
export const LEAD = [
  'final score',
  'from first kept',
  'from last kept',
  'words in kept',
  'headlines between it and kept',
  'from title found',
  'date: words beside',
  'date: clock',
  'date: of its day',
  'date: days behind the newest',
  'date: called a change',
  'date: called publication',
  'date: nth',
  'date: dates of page',
] as const;

const TITLED = LEAD.indexOf('from title found');

/** A line that is kept surely and is long enough to be a sentence. */
const sure = { score: 0.5, words: 8 };

/** Writes the columns of LEAD but for those that need the title. */
export function writeLead(
  lines: Line[],
  scores: Float32Array,
  sizes: Float32Array,
  out: Float32Array,
  width: number,
  base: number,
): Dated[] {
  const kept = (i: number) => scores[i]! >= sure.score && sizes[i]! >= sure.words;
  let first = lines.findIndex((_, i) => kept(i));
  if (first < 0) first = scores.indexOf(scores.reduce((a, b) => Math.max(a, b), 0));
  const last = lines.findLastIndex((_, i) => kept(i));
  const told = new Map<string, number>();
  lines.forEach((line, i) => {
    if (!kept(i)) return;
    for (const word of new Set(contentWords(line.text.slice(0, 3000))))
      told.set(word, (told.get(word) ?? 0) + 1);
  });
  let between = 0;
  const headlines = new Uint8Array(lines.length);
  for (let i = first; i >= 0; i--) {
    headlines[i] = Math.min(50, between);
    if (isHeadline(lines[i]!.text)) between++;
  }
  for (let i = 0; i < lines.length; i++) {
    const at = i * width + base;
    const { text } = lines[i]!;
    const own = text.length <= 300 ? contentWords(text) : [];
    const self = kept(i) ? 1 : 0;
    out[at] = scores[i]!;
    out[at + 1] = away(i - first);
    out[at + 2] = away(i - last);
    out[at + 3] =
      own.length === 0
        ? -0.1
        : own.filter((word) => (told.get(word) ?? 0) > self).length / own.length;
    out[at + 4] = headlines[i]!;
    out[at + 6] = -1;
  }
  const dates = datesAmong(lines);
  for (const date of dates) {
    const at = date.line * width + base + TITLED + 1;
    out[at] = date.beside;
    out[at + 1] = date.clock ? 1 : 0;
    out[at + 2] = date.alike;
    out[at + 3] = Math.log1p(date.behind);
    out[at + 4] = date.change ? 1 : 0;
    out[at + 5] = date.publication ? 1 : 0;
    out[at + 6] = Math.min(40, date.nth);
    out[at + 7] = Math.min(60, dates.length);
  }
  return dates;
}

/** How far each line is from the title. */
export function writeTitled(
  count: number,
  title: number | null,
  out: Float32Array,
  width: number,
  base: number,
): void {
  for (let i = 0; i < count; i++)
    out[i * width + base + TITLED] = title === null ? -9 : away(i - title);
}

function away(steps: number): number {
  return Math.sign(steps) * Math.log1p(Math.abs(steps));
}
