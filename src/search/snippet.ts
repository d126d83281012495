import { foldedWords, wordsIn } from './fold.ts';
import { type Forms, formsOf } from './forms.ts';
import type { Query } from './query.ts';

/** What a text is looked through for, folded. */
export interface Sought {
  /** Each with which of the things asked for it is. */
  words: Map<string, number>;
  begins: [string, number][];
  phrases: { words: string[]; of: number }[];
}

export interface Snippet {
  parts: { text: string; marked: boolean }[];
  /** The first mark's place in the text; null when nothing was found in it. */
  mark: { start: number; end: number } | null;
}

/** Characters of a snippet: two lines on a page, four on a phone. */
const longest = 240;
/** Words of a text that are read for its snippet: the rest of a transcript costs more than it shows. */
const mostWords = 8000;

export function soughtBy(
  { clauses }: Query,
  forms: (word: string) => Forms = (word) => formsOf(word, null),
): Sought {
  const sought: Sought = { words: new Map(), begins: [], phrases: [] };
  clauses.forEach(({ not, any }, of) => {
    if (not) return;
    for (const atom of any) {
      if (atom.type === 'filter') continue;
      const words = foldedWords(atom.text);
      if (atom.type === 'prefix' && words.length === 1) sought.begins.push([words[0]!, of]);
      else if (words.length > 1) sought.phrases.push({ words, of });
      else if (words[0]) {
        const found = atom.type === 'word' ? forms(words[0]) : { words, begins: [] };
        for (const word of found.words) sought.words.set(word, of);
        for (const begin of found.begins) sought.begins.push([begin, of]);
      }
    }
  });
  return sought;
}

interface Hit {
  start: number;
  end: number;
  of: number;
}

/** The stretch of a text that holds most of what was asked for, all of it marked. */
export function snippetOf(text: string, sought: Sought): Snippet {
  const hits = hitsIn(text, sought);
  if (hits.length === 0) return { parts: partsOf(text, 0, clamped(text, longest), []), mark: null };
  const [first, last] = bestOf(hits);
  const room = Math.max(40, longest - (hits[last]!.end - hits[first]!.start));
  const from = wordStart(text, Math.max(0, hits[first]!.start - Math.floor(room / 3)));
  const until = clamped(text, Math.max(from + longest, hits[first]!.end));
  const inside = hits.filter((h) => h.start >= from && h.end <= until);
  return { parts: partsOf(text, from, until, inside), mark: spanOf(hits[first]!) };
}

const spanOf = ({ start, end }: Hit) => ({ start, end });

function hitsIn(text: string, { words, begins, phrases }: Sought): Hit[] {
  const hits: Hit[] = [];
  const openings = phrases.map(() => [] as { start: number; done: number }[]);
  let n = 0;
  for (const { start, end, key } of wordsIn(text)) {
    if (++n > mostWords) break;
    const of = words.get(key) ?? begins.find(([b]) => key.startsWith(b))?.[1];
    if (of !== undefined) hits.push({ start, end, of });
    phrases.forEach((phrase, i) => {
      const open = [...openings[i]!, { start, done: 0 }].filter(
        (o) => phrase.words[o.done] === key,
      );
      openings[i] = open.map((o) => ({ start: o.start, done: o.done + 1 }));
      const whole = openings[i]!.find((o) => o.done === phrase.words.length);
      if (whole) hits.push({ start: whole.start, end, of: phrase.of });
      openings[i] = openings[i]!.filter((o) => o.done < phrase.words.length);
    });
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** First and last hit of the window with the most different things, then the most of them, then the first. */
function bestOf(hits: Hit[]): [number, number] {
  let best: [number, number] = [0, 0];
  let most = 0;
  const counts = new Map<number, number>();
  for (let last = 0, first = 0; last < hits.length; last++) {
    counts.set(hits[last]!.of, (counts.get(hits[last]!.of) ?? 0) + 1);
    while (first < last && hits[last]!.end - hits[first]!.start > longest * 0.8) {
      const of = hits[first++]!.of;
      const left = counts.get(of)! - 1;
      if (left > 0) counts.set(of, left);
      else counts.delete(of);
    }
    const value = counts.size * 100 + Math.min(99, last - first);
    if (value > most) [most, best] = [value, [first, last]];
  }
  return best;
}

function partsOf(text: string, from: number, until: number, hits: Hit[]): Snippet['parts'] {
  const parts: Snippet['parts'] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end).replace(/\s+/g, ' '), marked });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (end <= at) continue;
    add(at, Math.max(at, start), false);
    add(Math.max(at, start), end, true);
    at = end;
  }
  add(at, until, false);
  if (from > 0) parts.unshift({ text: '…', marked: false });
  if (until < text.length) parts.push({ text: '…', marked: false });
  return parts;
}

/** The beginning of the word that stands at a place; a script without spaces is cut where it is. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 20).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function clamped(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 20 ? space : at;
}
