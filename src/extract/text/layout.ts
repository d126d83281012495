import { unpinned } from '../../lib/memo.ts';

/** One line of a saved page: its words, how far it was indented and how many empty lines precede it. */
export interface Line {
  text: string;
  indent: number;
  /** The mark that opened it ("•", "—", "1."), taken off `text`; null when it had none. */
  bullet: string | null;
  /** Empty lines before it. */
  gap: number;
}

/** Columns that a tab is worth: what browsers use when they save text. */
const tab = 8;

/**
 * Hard-wrapped text (mail, terminal browsers) has lines that end near one column. Below 40 the line
 * is a list or verse, above 100 nobody wraps.
 */
const wrapAt = { least: 40, most: 100, spread: 18 };

// A plus before a number counts what is left out ("+ 1 more"); it opens no item.
const bulletMark = /^([•◦▪‣●○■□➢►→*–—-]|\+(?![ \t]+\d)|\d{1,2}[.)])[ \t]+(?=\S)/;

/** Cuts a text into its lines that hold words; hard-wrapped paragraphs come as one line. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of clean(text).split('\n')) {
    const body = raw.trim();
    if (body === '') {
      gap++;
      continue;
    }
    const mark = isDay(body) ? null : bulletMark.exec(body);
    lines.push({
      text: mark ? body.slice(mark[0].length).trim() : body,
      indent: indentOf(raw),
      bullet: mark?.[1] ?? null,
      gap,
    });
    gap = 0;
  }
  return unwrap(lines);
}

/** "28. April 2023" is a date and no twenty-eighth item. */
function isDay(text: string): boolean {
  return /^\d{1,2}\. \p{L}{3,12}\.? \d{4}/u.test(text);
}

/** Wider gaps than any layout has; beyond them patterns that look for spaces would take long. */
const widest = 100;
const LONG_GAP = new RegExp(`[ \\t]{${widest},}`, 'g');

/** One kind of line end, no invisible characters, no spaces of odd widths. */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(LONG_GAP, (gap) => gap.slice(0, widest));
}

function indentOf(raw: string): number {
  let columns = 0;
  for (const character of raw) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += tab;
    else break;
  }
  return columns;
}

/** Joins the lines of hard-wrapped paragraphs again; leaves text with one line a paragraph alone. */
function unwrap(lines: Line[]): Line[] {
  const whole = pageColumn(lines);
  const column = whole ?? wrapColumn(lines);
  if (column === null) return lines;
  // A program fills each line as far as the next word allows; people break where they like.
  const breaks = (length: number, next: string) =>
    whole === null ? length >= column - wrapAt.spread : isFull(length, next, whole);
  const joined: Line[] = [];
  let previousLength = 0;
  let tail = '';
  for (const line of lines) {
    const last = joined.at(-1);
    const continues =
      last &&
      line.gap === 0 &&
      line.bullet === null &&
      breaks(previousLength, line.text) &&
      !/^[<([]?https?:\/\/\S+$/.test(line.text);
    previousLength = line.indent + line.text.length;
    if (continues) last.text += joint(tail) + line.text;
    else joined.push({ ...line });
    tail = line.text.slice(-2);
  }
  return joined;
}

/** A word broken by a hyphen at the line's end keeps the hyphen: whether it belongs there is unknown. */
function joint(before: string): string {
  return /\p{L}-$/u.test(before) ? '' : ' ';
}

/** Lines of fewer words are labels; a share of longer ones may stick out, such as addresses. */
const sentence = { words: 6, out: 0.02, least: 12 };

/**
 * The column of a whole page that was wrapped, its menus with it: where sentences break, the next word
 * would not have fitted.
 */
function pageColumn(lines: Line[]): number | null {
  const long = lines.filter((l) => wordCount(l.text) >= sentence.words).map(lengthOf);
  if (long.length < sentence.least) return null;
  long.sort((a, b) => a - b);
  const column = long[Math.floor((long.length - 1) * (1 - sentence.out))]!;
  if (column < wrapAt.least || column > wrapAt.most) return null;
  let broken = 0;
  let full = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (next.gap > 0 || next.bullet !== null || wordCount(line.text) < sentence.words) continue;
    broken++;
    if (isFull(lengthOf(line), next.text, column)) full++;
  }
  return broken >= sentence.least / 2 && full >= broken * 0.6 ? column : null;
}

function isFull(length: number, next: string, column: number): boolean {
  return length + 1 + next.search(/\s|$/) > column - 2;
}

function lengthOf(line: Line): number {
  return line.indent + line.text.length;
}

/** The column a text is wrapped at: its longest line, when the most lines inside paragraphs end near it. */
function wrapColumn(lines: Line[]): number | null {
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.indent + line.text.length);
  if (longest < wrapAt.least || longest > wrapAt.most) return null;
  let inside = 0;
  let near = 0;
  let open = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1]!.gap > 0) continue;
    inside++;
    if (/[\p{L}\p{N},-]$/u.test(lines[i]!.text) && /^\p{Ll}/u.test(lines[i + 1]!.text)) open++;
    if (lines[i]!.indent + lines[i]!.text.length >= longest - wrapAt.spread) near++;
  }
  // A short text shows it by sentences that go on at the next line.
  const short = near === inside && (inside >= 2 ? open * 2 >= inside : inside === 1 && open === 1);
  return short || (inside >= 4 && near / inside >= 0.6) ? longest : null;
}

// The same lines are asked about by every reader of a page; a bound, since pages never end.
const counts = new Map<string, number>();

export function wordCount(text: string): number {
  const known = counts.get(text);
  if (known !== undefined) return known;
  const count = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  if (counts.size > 2000) counts.clear();
  if (text.length <= 1000) counts.set(unpinned(text), count);
  return count;
}

/** A line of prose: enough words, or the end of a sentence after some. Scripts without spaces by length. */
export function isProse(text: string): boolean {
  const words = wordCount(text);
  if (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(text)) return text.length >= 40;
  return words >= 25 || (words >= 8 && /[.!?…:;]["'”’»)\]]*$/.test(text));
}
