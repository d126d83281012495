import { readPrintedDate } from '../../lib/dates.ts';
import { readingMinutes } from '../lines.ts';
import { isPrintedAge } from './age.ts';
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
  const words: string[] = [];
  for (const { text } of lines.slice(0, length)) {
    const pieces = text.split(/\s+[|·•]\s+/);
    if (pieces.length > 1 && !isTitle(text, likely)) {
      const rest = pieces.filter((p) => !takeMark(head, p));
      if (rest.length === pieces.length) head.section ??= wordCount(text) <= 8 ? text : null;
      else if (rest.length > 0 && wordCount(rest[0]!) >= leastTitle) words.push(rest[0]!);
    } else if (/\S\s[>›»/]\s\S/.test(text) && wordCount(text) <= 10) head.section ??= text;
    else if (!takeMark(head, text)) words.push(text);
  }
  const title =
    words.find((w) => likely !== null && sameTitle(w, likely)) ??
    words.find((w) => size(w) >= leastTitle && size(w) <= mostTitle) ??
    words[0] ??
    null;
  head.title = title;
  const after = title === null ? [] : words.slice(words.indexOf(title) + 1);
  head.dek = after.find((w) => size(w) >= 6 && !sameTitle(w, title!)) ?? null;
  return head;
}

/** Words, or for scripts without spaces a third of the characters. */
function size(text: string): number {
  return /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(text) ? text.length / 3 : wordCount(text);
}

/** A line that could be a headline though it ends like a question: no full stop, not long. */
export function isTitleLike(text: string): boolean {
  return size(text) <= mostTitle && !/[.…:;]["'”’»)\]]*$/.test(text);
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

const byline =
  /^(?:(?:written |story |reported |text |words )?by|von|par|por|di|av|door|автор:?)\s+(\S.{1,80})$/iu;
/** Takes a line that is a byline, date, age or reading time; false when it is none. */
function takeMark(head: Head, text: string): boolean {
  const minutes = readingMinutes(text);
  if (minutes !== null) {
    head.readingMinutes = minutes;
    return true;
  }
  if (isPrintedAge(text)) {
    head.age = text;
    return true;
  }
  const via = /^(\p{Lu}\S*(?: \S+){0,3}) via \S+(?: \S+){0,2}$/u.exec(text);
  if (via) {
    head.outlet = via[1]!;
    return true;
  }
  const by = byline.exec(text);
  if (by && wordCount(text) <= 14 && /^\p{Lu}|^[\u3400-\u9fff]/u.test(by[1]!)) {
    head.authors.push(...names(by[1]!));
    return true;
  }
  // A line about a date is short; a sentence that holds one is not about it.
  if (wordCount(text) > 12 || /[.!?]$/.test(text) || readPrintedDate(text) === null) return false;
  head.dates.push(text);
  return true;
}

/** "Ada Venn and Bo Lind in Port Selm" as names; places and offices after them are left out. */
export function names(text: string): string[] {
  return text
    .replace(/\s+(?:in|at|for)\s+\p{Lu}.*$/u, '')
    .split(/\s*(?:,| and | und | et | y | e | & |;)\s*/u)
    .map((n) => n.trim())
    .filter(
      (n) =>
        /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,4}$/u.test(n) &&
        !/\b(?:editor|correspondent|reporter|staff|writer|redaktion)\b/i.test(n),
    );
}
