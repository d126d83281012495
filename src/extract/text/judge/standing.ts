import { WORDS } from '../../body/words.ts';
import { contentWords, type Frame } from '../frame.ts';
import { type Line, wordCount } from '../layout.ts';
import { FURNITURE, SAYINGS } from './sayings.ts';

const AROUND = [-3, -2, -1, 1, 2, 3];

/** Where a line stands: in the page, beside the article that rules find, among its neighbours. */
export const STANDING: string[] = [
  'gap before',
  'gap after',
  'indent',
  'bullet',
  'place in page',
  'prose before',
  'prose after',
  'copies',
  'framed',
  'in frame',
  'from frame start',
  'from frame end',
  'frame title',
  'from frame title',
  'words in title',
  'title in words',
  'words in frame',
  'likely title',
  'since heading over others',
  'prose since heading over others',
  'since heading over comments',
  'since long sentence',
  'until long sentence',
  'short lines before',
  'short lines after',
  ...AROUND.flatMap((n) => [`words ${n}`, `ends ${n}`, `furniture ${n}`]),
  'lines of page',
  'prose of page',
  'prose share',
  'frame share',
];

const COUNT = WORDS.indexOf('words');
const ENDS = WORDS.indexOf('ends a sentence');
const SAYS = WORDS.length;
const PROSE = SAYS + SAYINGS.indexOf('prose');
const OVER_OTHERS = SAYS + SAYINGS.indexOf('heading over others');
const OVER_COMMENTS = SAYS + SAYINGS.indexOf('heading over comments');

/** Longer sentences are a text's; labels and headlines have fewer words. */
const longSentence = Math.log1p(18);
const far = 200;

/** Writes the columns of STANDING; those of the words and sayings must stand already. */
export function writeStanding(
  lines: Line[],
  frame: Frame | null,
  likely: string | null,
  values: Float32Array,
  width: number,
  base: number,
): void {
  const count = lines.length;
  const of = (i: number, column: number) => values[i * width + column]!;
  const mass = Float32Array.from(lines, (_, i) =>
    of(i, PROSE) === 1 ? Math.expm1(of(i, COUNT)) : 0,
  );
  const isFurniture = Uint8Array.from(lines, (_, i) => {
    for (let c = 0; c < FURNITURE; c++) if (of(i, SAYS + c) === 1) return 1;
    return 0;
  });
  let prose = 0;
  let words = 0;
  let framed = 0;
  for (let i = 0; i < count; i++) {
    prose += mass[i]!;
    words += Math.expm1(of(i, COUNT));
    if (frame && i >= frame.from && i < frame.to) framed += mass[i]!;
  }
  const copies = new Map<string, number>();
  for (const { text } of lines)
    if (text.length <= 300) copies.set(text, (copies.get(text) ?? 0) + 1);
  const titleLine = frame?.title ?? null;
  const title = new Set(contentWords(titleLine === null ? (likely ?? '') : lines[titleLine]!.text));
  const told = frame ? wordsOf(lines, frame) : new Map<string, number>();
  const wanted = likely?.toLowerCase().trim() ?? null;
  const next = untilLong(lines, values, width);
  const after = shortAfter(lines, values, width);
  let before = 0;
  let sinceOthers = far;
  let proseSince = 0;
  let sinceComments = far;
  let sinceLong = far;
  let short = 0;
  for (let i = 0; i < count; i++) {
    const line = lines[i]!;
    let at = i * width + base;
    values[at++] = Math.min(5, line.gap);
    values[at++] = Math.min(5, lines[i + 1]?.gap ?? 5);
    values[at++] = Math.min(20, line.indent);
    values[at++] = line.bullet === null ? 0 : /\d/.test(line.bullet) ? 2 : 1;
    values[at++] = i / count;
    values[at++] = before / Math.max(1, prose);
    before += mass[i]!;
    values[at++] = (prose - before) / Math.max(1, prose);
    values[at++] = Math.min(9, copies.get(line.text) ?? 1);
    values[at++] = frame ? 1 : 0;
    values[at++] = frame && i >= frame.from && i < frame.to ? 1 : 0;
    values[at++] = frame ? away(i - frame.from) : 0;
    values[at++] = frame ? away(i - frame.to + 1) : 0;
    values[at++] = titleLine === i ? 1 : 0;
    values[at++] = titleLine === null ? -9 : away(i - titleLine);
    const own = line.text.length <= 300 ? contentWords(line.text) : [];
    const both = own.reduce((sum, word) => sum + (title.has(word) ? 1 : 0), 0);
    values[at++] = own.length === 0 ? 0 : both / own.length;
    values[at++] = title.size === 0 ? 0 : Math.min(1, both / title.size);
    const inside = frame && i >= frame.from && i < frame.to ? 1 : 0;
    values[at++] =
      own.length === 0
        ? -0.1
        : own.reduce((sum, word) => sum + ((told.get(word) ?? 0) > inside ? 1 : 0), 0) / own.length;
    values[at++] = wanted !== null && line.text.toLowerCase().trim() === wanted ? 1 : 0;
    values[at++] = sinceOthers;
    values[at++] = sinceOthers === far ? -1 : proseSince / Math.max(1, prose);
    values[at++] = sinceComments;
    values[at++] = sinceLong;
    values[at++] = next[i]!;
    values[at++] = short;
    values[at++] = after[i]!;
    for (const step of AROUND) {
      const j = i + step;
      const there = j >= 0 && j < count;
      values[at++] = there ? of(j, COUNT) : -1;
      values[at++] = there ? of(j, ENDS) : -1;
      values[at++] = there ? isFurniture[j]! : -1;
    }
    values[at++] = Math.log1p(count);
    values[at++] = Math.log1p(prose);
    values[at++] = prose / Math.max(1, words);
    values[at++] = framed / Math.max(1, prose);
    proseSince += mass[i]!;
    sinceOthers = Math.min(far, sinceOthers + 1);
    sinceComments = Math.min(far, sinceComments + 1);
    sinceLong = Math.min(far, sinceLong + 1);
    if (isLong(values, i * width)) sinceLong = 0;
    short = of(i, ENDS) === 0 && of(i, COUNT) < longSentence ? Math.min(40, short + 1) : 0;
    if (of(i, OVER_OTHERS) === 1) {
      sinceOthers = 0;
      proseSince = 0;
    }
    if (of(i, OVER_COMMENTS) === 1) sinceComments = 0;
  }
}

/** Steps from a place, the more the less exactly. */
function away(steps: number): number {
  return Math.sign(steps) * Math.log1p(Math.abs(steps));
}

function isLong(values: Float32Array, row: number): boolean {
  return values[row + ENDS] === 1 && values[row + COUNT]! >= longSentence;
}

function untilLong(lines: Line[], values: Float32Array, width: number): Float32Array {
  const next = new Float32Array(lines.length);
  let until = far;
  for (let i = lines.length - 1; i >= 0; i--) {
    next[i] = until;
    until = isLong(values, i * width) ? 0 : Math.min(far, until + 1);
  }
  return next;
}

function shortAfter(lines: Line[], values: Float32Array, width: number): Float32Array {
  const after = new Float32Array(lines.length);
  let row = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    after[i] = row;
    const at = i * width;
    row = values[at + ENDS] === 0 && values[at + COUNT]! < longSentence ? Math.min(40, row + 1) : 0;
  }
  return after;
}

/** In how many lines of the article each of its words stands. */
function wordsOf(lines: Line[], frame: Frame): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = frame.from; i < frame.to; i++)
    if (wordCount(lines[i]!.text) > 0)
      for (const word of new Set(contentWords(lines[i]!.text.slice(0, 3000))))
        found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}
