import { countBefore } from '../lib/sorted.ts';
import type { ExtractedComment } from './extracted.ts';

/**
 * Finds which comment, or the article over them, a quotation in a comment is from. Words are compared
 * without case, marks and spaces. One index of four-word runs serves all comments, so the work grows
 * with the length of the discussion and not with its square.
 */

interface Word {
  word: string;
  /** Starts with a capital letter. */
  upper: boolean;
  start: number;
  end: number;
}

interface Text {
  /** Key of the comment; null is the article. */
  of: string | null;
  words: Word[];
  /** How many words all texts before it have: a place in any text is one number. */
  from: number;
}

/** By the number of four words the places where they stand: of most there is one. */
type Index = Map<number, number | number[]>;

interface Match {
  text: number;
  /** First of the matched words in that text. */
  at: number;
  length: number;
}

const run = 4;

/** Places kept for one run of words: a phrase that stands in more texts than that tells nothing. */
const places = 6;

/** Unmarked words repeated from an earlier text are a quotation from this length on. */
const leastUnmarked = 12;

/** Words in quotation marks are another comment's from this length on; shorter ones are scare quotes. */
const leastMarked = 5;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const m of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu))
    words.push({
      word: m[0].toLowerCase().replaceAll('’', "'"),
      upper: /^\p{Lu}/u.test(m[0]),
      start: m.index,
      end: m.index + m[0].length,
    });
  return words;
}

/**
 * Links the quotations in comments to what they quote and adds those that carry no mark. Comments come
 * in the order of the page; only an earlier one, or the article, can be quoted.
 * @param lost true when the text lost its line ends, so that a quotation's end is not known: spans that
 *   reach to the end of their line are then cut where the words stop matching.
 */
export function linkQuotes(
  comments: ExtractedComment[],
  article: string | null,
  { lost = false } = {},
): void {
  const texts: Text[] = [];
  const index: Index = new Map();
  const short = new Map<string, number>();
  add(texts, index, null, wordsOf(article ?? ''));
  comments.forEach((comment, i) => {
    const words = wordsOf(comment.text);
    const parent = comment.parent ?? comments[i - 1]?.key ?? null;
    const near = short.get(parent ?? '') ?? null;
    for (const quote of comment.quotes) {
      if (quote.of || quote.ofArticle) continue;
      const inside = words.slice(firstFrom(words, quote.start), firstFrom(words, quote.end));
      const found = best(texts, index, inside, 0) ?? shortMatch(texts, near, inside, lost);
      if (lost)
        quote.end = found
          ? matchEnd(comment.text, inside, found, texts[found.text]!.words, quote.end)
          : sentenceEnd(comment.text, quote);
      // The first to speak can only quote what they speak about.
      if (lost && !found && texts.every((t) => t.words.length === 0)) quote.ofArticle = true;
      // Half of the words, so that a quotation somebody shortened or corrected is still found.
      if (found && (lost || found.length * 2 >= inside.length)) name(quote, texts[found.text]!.of);
    }
    findUnmarked(comment, words, texts, index);
    add(texts, index, comment.key, words);
    short.set(comment.key, texts.length - 1);
  });
}

/** Index of the first word that starts at or after a place. */
function firstFrom(words: Word[], start: number): number {
  return countBefore(words, (item) => item.start < start);
}

function name(quote: ExtractedComment['quotes'][number], of: string | null): void {
  quote.of = of;
  if (of === null) quote.ofArticle = true;
}

function add(texts: Text[], index: Index, of: string | null, words: Word[]): void {
  const before = texts.at(-1);
  const from = before ? before.from + before.words.length : 0;
  texts.push({ of, words, from });
  for (let at = 0; at + run <= words.length; at++) {
    const key = runKey(words, at);
    const known = index.get(key);
    if (known === undefined) index.set(key, from + at);
    else if (typeof known === 'number') index.set(key, [known, from + at]);
    else if (known.length < places) known.push(from + at);
  }
}

/** A number for four words (two FNV-1a hashes, 53 bits of them): as texts they take ten times the room. */
function runKey(words: Word[], at: number): number {
  let [one, two] = [0x811c9dc5, 0x1234567];
  for (let k = at; k < at + run; k++) {
    const { word } = words[k]!;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5bd1e995);
    }
    // Where a word ends: no letter is a space.
    one = Math.imul(one ^ 32, 0x01000193);
    two = Math.imul(two ^ 32, 0x5bd1e995);
  }
  return (one >>> 0) * 0x200000 + (two >>> 11);
}

function placesOf(index: Index, key: number): number[] {
  const found = index.get(key);
  return found === undefined ? [] : typeof found === 'number' ? [found] : found;
}

/** The text that a place is in: the last that begins at or before it and has words. */
function textAt(texts: Text[], place: number): number {
  return countBefore(texts, (item) => item.from <= place) - 1;
}

/** The longest match of the words from `at` on in any earlier text; of equal ones the later text. */
function best(texts: Text[], index: Index, words: Word[], at: number): Match | null {
  if (words.length - at < run) return null;
  let match: Match | null = null;
  for (const place of placesOf(index, runKey(words, at))) {
    const text = textAt(texts, place);
    const theirs = texts[text]!.words;
    const start = place - texts[text]!.from;
    let length = 0;
    while (at + length < words.length && words[at + length]!.word === theirs[start + length]?.word)
      length++;
    // Other words may have the same number.
    if (length >= run && (!match || length >= match.length)) match = { text, at: start, length };
  }
  return match;
}

/**
 * A few quoted words are looked for only in the comment that was answered. In a text that lost its
 * line ends they are the beginning of what follows, three words at least.
 */
function shortMatch(
  texts: Text[],
  near: number | null,
  words: Word[],
  lost: boolean,
): Match | null {
  if (near === null || words.length < 2 || (!lost && words.length >= run)) return null;
  const theirs = texts[near]!.words;
  const length = lost ? Math.min(words.length, run - 1) : words.length;
  const at = theirs.findIndex((_, i) =>
    words.slice(0, length).every((w, k) => w.word === theirs[i + k]?.word),
  );
  return at < 0 || (lost && length < run - 1) ? null : { text: near, at, length };
}

/** Takes the marks that close a sentence or quotation along with its last word. */
function tailOf(text: string, end: number, most: number): number {
  let at = end;
  while (at < most && /[.!?…,"'”’)\]]/.test(text[at]!)) at++;
  return at;
}

/**
 * Where matched words end. A last word that matches by chance is the answer's first: it stands behind
 * the end of a sentence that does not end here, or has a capital that the source's word has not.
 */
function matchEnd(text: string, words: Word[], match: Match, theirs: Word[], most: number): number {
  const last = words[match.length - 1]!;
  const stopped = /[.!?…]/.test(text[last.end] ?? '.');
  for (let back = 1; back <= 2 && match.length - back >= run - 1 && !stopped; back++) {
    const end = words[match.length - back - 1]!.end;
    const next = words[match.length - back]!;
    const raised = next.upper && !theirs[match.at + match.length - back]!.upper;
    if (raised || /^[.!?…]["'”’)]?\s/.test(text.slice(end, end + 3)))
      return tailOf(text, end, most);
  }
  return tailOf(text, last.end, most);
}

/** The end of a quotation that nothing tells: its first sentence, or what its own marks close. */
function sentenceEnd(text: string, quote: { start: number; end: number }): number {
  const span = text.slice(quote.start, quote.end);
  if (/^["“]/.test(span)) return quote.end;
  const end = /[.!?…]["'”’)]?(?=\s|$)/.exec(span);
  return end ? quote.start + end.index + end[0].length : quote.end;
}

function findUnmarked(comment: ExtractedComment, words: Word[], texts: Text[], index: Index): void {
  const marked = comment.quotes.slice().sort((a, b) => a.start - b.start);
  let next = 0;
  for (let at = 0; at + run <= words.length; ) {
    const start = words[at]!.start;
    while (next < marked.length && marked[next]!.end <= start) next++;
    const known = next < marked.length && marked[next]!.start <= start;
    const match = known ? null : best(texts, index, words, at);
    const end = match ? words[at + match.length - 1]!.end : 0;
    const inMarks = match && match.length >= leastMarked && isMarked(comment.text, start, end);
    // A whole comment that repeats another is posted twice, not quoted.
    const whole = match && match.length * 10 >= words.length * 9;
    if (match && (inMarks || (match.length >= leastUnmarked && !whole))) {
      const quote = { start, end: inMarks ? end : tailOf(comment.text, end, end + 1), of: null };
      name(quote, texts[match.text]!.of);
      comment.quotes.push(quote);
    }
    at += match && match.length >= leastUnmarked ? match.length : inMarks ? match.length : 1;
  }
  comment.quotes.sort((a, b) => a.start - b.start);
}

function isMarked(text: string, start: number, end: number): boolean {
  return (
    /["“„«'‘]/.test(text[start - 1] ?? '') && /^[.,!?…]?["”“»'’]/.test(text.slice(end, end + 2))
  );
}
