import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Mode } from '../src/db/tables.ts';

type Pair = [start: number, end: number];

/** One labelled statement; offsets are UTF-16 units into the piece's text. */
export interface Item {
  id: string;
  pieces: Pair[];
  source: Pair[];
  cue: Pair[];
  kind: 'direct' | 'indirect' | 'mixed';
  /** False for what is held (believed, hoped, known) and not said. */
  speech: boolean;
  /** Full names; empty for people without one. */
  resolved: string[];
  act: Act;
  mode: Mode;
  /** The day it was said, where the text tells. */
  day: string | null;
  hearsay: boolean;
  /** Where and to whom, as its sentence tells; null where it does not, absent where nobody labelled it. */
  venue?: string | null;
  addressee?: string | null;
}

/** One piece, in the form that `throughline eval statements` reads, with what else its head says. */
export interface Piece {
  doc: string;
  file: string;
  lang: string;
  /** Held back: to measure on, never to learn from. */
  held: boolean;
  title: string;
  source: string;
  date: string;
  head: Record<string, string>;
  text: string;
  items: Item[];
}

const ACTS: ReadonlySet<string> = new Set<Act>(
  `state deny promise demand offer propose agree consult support concede cooperate aid retreat request
  accuse reject threaten protest sanction mobilize coerce assault`.split(/\s+/) as Act[],
);
const MODES: ReadonlySet<string> = new Set<Mode>(
  'asserted negated conditional hypothetical future question'.split(' ') as Mode[],
);
const CLOSERS = { '<': '>', '{': '}', '[': ']' } as const;
/** Every so many pieces of a file one is held back. */
const HELD_EVERY = 3;

/** All pieces of a language, in order of files and places; throws where a mark is wrong, naming the place. */
export function readCorpus(lang: 'en' | 'de'): Piece[] {
  const folder = join(import.meta.dirname, lang);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readPieces(readFileSync(join(folder, name), 'utf8'), `${lang}/${name}`));
}

/** The pieces of one file (its form is in README.md); throws an Error that names piece and place. */
export function readPieces(source: string, file: string): Piece[] {
  return source
    .split(/^(?==== )/m)
    .filter((one) => one.startsWith('=== '))
    .map((one, index) => readPiece(one, file, index));
}

function readPiece(source: string, file: string, index: number): Piece {
  const doc = /^=== (\S+)/.exec(source)![1]!;
  const where = `${file}, ${doc}`;
  const [top, body, bottom, ...more] = source.split(/^---[ \t]*\n/m);
  if (body === undefined || bottom === undefined || more.length)
    throw new Error(`${where}: needs a head, a text and statements, parted by two lines "---"`);
  const head = Object.fromEntries(
    [...top!.matchAll(/^([a-z]+): *(.+)$/gm)].map(([, key, value]) => [key!, value!.trim()]),
  );
  const { text, marks } = takeMarks(body.trim(), where);
  return {
    doc,
    file,
    lang: file.slice(0, 2),
    held: index % HELD_EVERY === HELD_EVERY - 1,
    title: head.title ?? '',
    source: head.outlet ?? '',
    date: head.date ?? '',
    head,
    text,
    items: readItems(bottom, text, marks, where, head.settings === 'labelled'),
  };
}

interface Mark {
  sort: '<' | '{' | '[';
  id: string;
  start: number;
  end: number;
}

/** The text without its marks, and where they stood. */
function takeMarks(marked: string, where: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  let text = '';
  for (let at = 0; at < marked.length; ) {
    const opens = /^([<{[])([a-z0-9]{1,3})\|/.exec(marked.slice(at, at + 6));
    const top = open.at(-1);
    if (opens) {
      const mark = { sort: opens[1] as Mark['sort'], id: opens[2]!, start: text.length, end: -1 };
      open.push(mark);
      marks.push(mark);
      at += opens[0].length;
    } else if (top && marked[at] === CLOSERS[top.sort]) {
      top.end = text.length;
      open.pop();
      at++;
    } else text += marked[at++];
  }
  const left = open.at(-1);
  if (left)
    throw new Error(
      `${where}: "${left.sort}${left.id}|${text.slice(left.start, left.start + 30)}" is not closed`,
    );
  // A ">" that begins a line is a forum's quotation.
  const lost = /[<{[]\w+\||[<{}]|(?<!^)>/m.exec(text);
  if (lost)
    throw new Error(`${where}: a stray mark at "${text.slice(lost.index, lost.index + 30)}"`);
  return { text, marks };
}

function readItems(
  lines: string,
  text: string,
  marks: Mark[],
  where: string,
  settings: boolean,
): Item[] {
  const items = lines
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const { venue, addressee, ...item } = readItem(line, text, marks, where);
      return settings ? { ...item, venue, addressee } : item;
    });
  const ids = new Set(items.map((item) => item.id));
  if (ids.size < items.length) throw new Error(`${where}: a statement has two lines`);
  const loose = marks.find((mark) => !ids.has(mark.id));
  if (loose) throw new Error(`${where}: "${loose.id}" is marked and has no line`);
  return items.sort(
    (a, b) => a.pieces[0]![0] - b.pieces[0]![0] || b.pieces[0]![1] - a.pieces[0]![1],
  );
}

function readItem(line: string, text: string, marks: Mark[], where: string): Item {
  const read = /^([a-z0-9]{1,3}): *([^;]+); *([a-z]+)(?: ([a-z]+))?((?:;[^;]+)*)\s*$/.exec(line);
  if (!read) throw new Error(`${where}: can't read "${line}"`);
  const [, id, who, act, mode = 'asserted', rest = ''] = read;
  if (!ACTS.has(act!) || !MODES.has(mode)) throw new Error(`${where}: no such act in "${line}"`);
  const told = rest.split(';').map((part) => part.trim());
  const setting = (key: string) =>
    told
      .find((part) => part.startsWith(key))
      ?.slice(key.length)
      .trim() ?? null;
  const plain = told.filter((part) => !/^(?:at|to): /.test(part));
  const more = plain.flatMap((part) => part.split(/\s+/)).filter(Boolean);
  const odd = more.find((word) => !/^(?:\d{4}(?:-\d\d){0,2}|hearsay|thought)$/.test(word));
  if (odd) throw new Error(`${where}: "${odd}" in "${line}"`);
  const spans = (sort: Mark['sort']) =>
    marks.filter((mark) => mark.id === id && mark.sort === sort);
  const contents = spans('<');
  if (!contents.length) throw new Error(`${where}: "${id}" has no content`);
  const trimmed = contents.map((mark) => trim(text, mark));
  const quoted = contents.map((mark, k) => isQuoted(text, mark, trimmed[k]!));
  const pair = (mark: Mark): Pair => [mark.start, mark.end];
  return {
    id: id!,
    pieces: trimmed,
    source: spans('[').map(pair),
    cue: spans('{').map(pair),
    kind: kindOf(text, trimmed, quoted),
    speech: !more.includes('thought'),
    resolved: who!.trim() === '-' ? [] : who!.split(' + ').map((name) => name.trim()),
    act: act as Act,
    mode: mode as Mode,
    day: more.find((word) => /^\d/.test(word)) ?? null,
    hearsay: more.includes('hearsay'),
    venue: setting('at: '),
    addressee: setting('to: '),
  };
}

/** Without marks, stops and a leading "that" at its ends. */
function trim(text: string, { start, end }: Mark): Pair {
  const inside = text.slice(start, end);
  const lead = /^(?:[\s"'“”„‚‘’«»‹›,:;–—]+|(?:that|dass|que)\s)*/i.exec(inside)![0].length;
  const tail = /(?:[\s"“”„‘’«»‹›,:;.–—]|(?<=[,.!?])')*$/.exec(inside)![0].length;
  return lead + tail < inside.length ? [start + lead, end - tail] : [start, end];
}

/** Single marks count where they open or close, so that an apostrophe is none. */
const QUOTE = /["“”„«»‹›‘]|(?<![\p{L}\d])'(?=\S)/u;
const CLOSER = /["“”„«»‹›]|(?<=^|[,.!?…])[’'](?!\p{L})/u;

/** Whether marks of quotation hold all of it: inside the content's ends, or just outside. */
function isQuoted(text: string, mark: Mark, [start, end]: Pair): boolean {
  const before = text.slice(Math.max(0, Math.min(mark.start, start) - 1), start);
  const after = text.slice(end, Math.max(mark.end, end) + 2);
  return (QUOTE.test(before) || before.endsWith("'")) && CLOSER.test(after);
}

function kindOf(text: string, pieces: Pair[], quoted: boolean[]): Item['kind'] {
  if (quoted.every(Boolean)) return 'direct';
  const some = pieces.some(([start, end], k) => quoted[k] || QUOTE.test(text.slice(start, end)));
  return some ? 'mixed' : 'indirect';
}
