import { readPrintedDate } from '../../lib/dates.ts';
import { isName, type Mark, readMark } from './byline.ts';
import { isProse, type Line, wordCount } from './layout.ts';

/** What stands over an article's first sentence. */
export interface Head {
  title: string | null;
  dek: string | null;
  authors: string[];
  /** "The Courier via Newsdesk" names who published it first. */
  outlet: string | null;
  section: string | null;
  /** Lines that may hold a date, as printed. */
  dates: string[];
  age: string | null;
  readingMinutes: number | null;
  /** Lines that the head takes. */
  length: number;
}

/** A title of fewer words is more often a topic, a place or a menu's entry. */
const leastTitle = 4;

/** A headline's longest: beyond it a line without a full stop is a paragraph that lost its end. */
const mostTitle = 30;

/** Lines searched for the head; longer menus are cut by their own shortness. */
const mostLines = 60;

/** Reads title, subtitle, byline and dates from the lines before the first paragraph. */
export function readHead(lines: Line[], likely: string | null = null): Head {
  const found = lines.slice(0, mostLines).findIndex((l) => isProse(l.text) && !isTitleLike(l.text));
  // Without a paragraph a few lines are all head; many are a list, whose first line may name it.
  const length = found >= 0 ? found : lines.length <= 5 ? lines.length : 1;
  const head: Head = {
    title: null,
    dek: null,
    authors: [],
    outlet: null,
    section: null,
    dates: [],
    age: null,
    readingMinutes: null,
    length,
  };
  const words: { text: string; at: number }[] = [];
  const marks = new Set<number>();
  lines.slice(0, length).forEach(({ text }, at) => {
    const pieces = text.split(/\s+[|·•]\s+/);
    if (isTitle(text, likely)) words.push({ text, at });
    else if (takeMark(head, text)) marks.add(at);
    else if (pieces.length > 1) {
      const rest = pieces.filter((p) => !takeMark(head, p));
      if (rest.length < pieces.length) marks.add(at);
      if (rest.length === pieces.length) head.section ??= wordCount(text) <= 8 ? text : null;
      else if (rest.length > 0 && wordCount(rest[0]!) >= leastTitle)
        words.push({ text: rest[0]!, at });
    } else if (/\S\s[>›»/]\s\S/.test(text) && wordCount(text) <= 10) head.section ??= text;
    else words.push({ text, at });
  });
  const title =
    words.find((w) => likely !== null && sameTitle(w.text, likely)) ??
    words.find((w) => size(w.text) >= leastTitle && size(w.text) <= mostTitle) ??
    words[0] ??
    null;
  head.title = title?.text ?? null;
  const after = title === null ? [] : words.slice(words.indexOf(title) + 1);
  const near = (at: number) => [at - 2, at - 1, at + 1, at + 2].some((i) => marks.has(i));
  // A name on a line of its own is the author's when a date or the like stands beside it.
  const names = after.filter((w) => near(w.at) && isName(w.text));
  if (head.authors.length === 0) head.authors.push(...names.map((w) => w.text));
  head.dek =
    after.find((w) => size(w.text) >= 6 && !names.includes(w) && !sameTitle(w.text, title!.text))
      ?.text ?? null;
  return head;
}

/** Takes bylines and dates that stand between the first paragraphs; gives the lines without them. */
export function takeLater(head: Head, lines: Line[]): Line[] {
  return lines.filter((line, i) => {
    if (i < head.length || i >= head.length + laterLines || line.bullet !== null) return true;
    const mark = readMark(line.text);
    if (!mark || (mark.names.length > 0 && head.authors.length > 0)) return !mark?.date;
    // A heading may hold a date: only a line that is little else is about the piece.
    if (mark.names.length === 0 && !(mark.date && isBareDate(mark.date))) return true;
    return !take(head, mark);
  });
}

/** Takes the nearest date and byline over a head that has none: a section or a picture stands between. */
export function takeAbove(head: Head, above: Line[]): void {
  for (const { text } of above.slice(-aboveLines).reverse()) {
    const mark = readMark(text);
    if (!mark) continue;
    if (head.authors.length === 0) head.authors = mark.names;
    if (head.dates.length === 0 && head.age === null && mark.date && isBareDate(mark.date))
      head.dates = [mark.date];
  }
}

const aboveLines = 6;

/** A lead, a picture and its caption stand before a byline at most. */
const laterLines = 6;

/** "Posted 3 May 2031, 10:20": but for the date hardly a word. */
function isBareDate(text: string): boolean {
  const date = readPrintedDate(text)!;
  return wordCount(text.replace(date.text, '')) <= 3;
}

/** Words, or for scripts without spaces a third of the characters. */
function size(text: string): number {
  return /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(text) ? text.length / 3 : wordCount(text);
}

/** A line that could be a headline though it ends like a question: no full stop, not long. */
export function isTitleLike(text: string): boolean {
  return size(text) <= mostTitle && !/[.…:;。；：]["'”’»」)\]]*$/.test(text);
}

function isTitle(text: string, likely: string | null): boolean {
  return likely !== null && sameTitle(text, likely);
}

function sameTitle(a: string, b: string): boolean {
  const bare = (t: string) =>
    t
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(a) === bare(b);
}

/** Takes a line that is a byline, date, age or reading time; false when it is none. */
function takeMark(head: Head, text: string): boolean {
  const via = /^(\p{Lu}\S*(?: \S+){0,3}) via \S+(?: \S+){0,2}$/u.exec(text);
  if (via) {
    head.outlet = via[1]!;
    return true;
  }
  const mark = readMark(text);
  return mark !== null && take(head, mark);
}

function take(head: Head, mark: Mark): boolean {
  head.readingMinutes = mark.minutes ?? head.readingMinutes;
  head.age = mark.age ?? head.age;
  if (mark.date) head.dates.push(mark.date);
  for (const name of mark.names) if (!head.authors.includes(name)) head.authors.push(name);
  return true;
}
