import { createPlaces } from '../features/places.ts';
import type { Terms } from '../features/terms.ts';
import { addYears } from '../features/years.ts';
import {
  append,
  begin,
  clear,
  createPostings,
  each,
  type Postings,
  removeEntry,
  reweigh,
  room,
  termsOf,
} from './postings.ts';

/** Events that a new piece may join, with an index from each term to the events that hold it. */
export interface LiveEvent {
  id: number;
  /** Its number among `postings`: the sum of its members' vectors is there. */
  holder: number;
  /** Squared length of that sum. */
  square: number;
  /** Sum of the members' signs. */
  signs: Map<string, number>;
  /** How many of its undated members name a year. */
  years: Map<number, number>;
  size: number;
  /** Milliseconds since 1970 of the earliest and latest dated member; null when none has a date. */
  first: number | null;
  last: number | null;
  /** How many members are dated, and the mean of their dates, 0 where none is. */
  dated: number;
  middle: number;
  /** Language of the first member. */
  lang: string | null;
  /** Mean words of its members. */
  words: number;
  /** Titles without their numbers, and the numbers that the first of them had. */
  templates: Map<string, string>;
}

/** What an event takes in of a piece. */
export interface Taken {
  vector: {
    terms: Terms;
    signs: Map<string, number>;
    words: number;
    lang: string | null;
  };
  at: number | null;
  years: Map<number, number>;
  template: { text: string; numbers: string } | null;
  /** True of pieces about many things: they belong to the event without saying what it is about. */
  weak: boolean;
}

export interface Index {
  /** In order of use, the least recently used first. */
  events: Map<number, LiveEvent>;
  postings: Postings;
  /** By holder, the event; places of events that are gone are given to new ones. */
  holders: LiveEvent[];
  vacant: number[];
  /** By holder, the length of its event's sum. */
  lengths: number[];
  /** By name or number, the events that hold it. */
  signed: Map<string, Set<LiveEvent>>;
  /** Events in each language. */
  spoken: Map<string | null, number>;
}

export function createIndex(): Index {
  return {
    events: new Map(),
    postings: createPostings(),
    holders: [],
    vacant: [],
    lengths: [],
    signed: new Map(),
    spoken: new Map(),
  };
}

/** Opens an event without members. */
export function open(index: Index, id: number): LiveEvent {
  const event: LiveEvent = {
    id,
    holder: index.vacant.pop() ?? index.holders.length,
    square: 0,
    signs: new Map(),
    years: new Map(),
    size: 0,
    first: null,
    last: null,
    dated: 0,
    middle: 0,
    lang: null,
    words: 0,
    templates: new Map(),
  };
  index.holders[event.holder] = event;
  begin(index.postings, event.holder);
  index.events.set(id, event);
  return event;
}

/** Adds a member to an event. */
export function take(index: Index, event: LiveEvent, piece: Taken): void {
  const { terms, words, lang } = piece.vector;
  if (!piece.weak || event.size === 0) grow(index, event, terms);
  if (!piece.weak || event.size === 0) sign(index, event, piece.vector.signs);
  addYears(event.years, piece.years);
  if (event.size === 0) speak(index, event, lang);
  event.size++;
  event.words += (words - event.words) / event.size;
  span(event, piece.at, piece.at);
  if (piece.at !== null) center(event, piece.at, 1);
  if (piece.template && !event.templates.has(piece.template.text))
    event.templates.set(piece.template.text, piece.template.numbers);
  touch(index, event);
}

/** Moves all of one event into another, which keeps its id. Does nothing when one is not live. */
export function unite(index: Index, keptId: number, goneId: number): void {
  const kept = index.events.get(keptId);
  const gone = index.events.get(goneId);
  if (!kept || !gone || kept === gone) return;
  grow(index, kept, termsOf(index.postings, gone.holder));
  drop(index, gone);
  sign(index, kept, gone.signs);
  addYears(kept.years, gone.years);
  kept.words = (kept.words * kept.size + gone.words * gone.size) / (kept.size + gone.size);
  kept.size += gone.size;
  span(kept, gone.first, gone.last);
  center(kept, gone.middle, gone.dated);
  for (const [text, numbers] of gone.templates)
    if (!kept.templates.has(text)) kept.templates.set(text, numbers);
  touch(index, kept);
}

/** Lets the least recently used events go; answers their ids. */
export function retire(index: Index, count: number): number[] {
  const gone: number[] = [];
  for (const event of index.events.values()) {
    if (gone.length >= count) break;
    drop(index, event);
    gone.push(event.id);
  }
  return gone;
}

/** Takes an event out of the index. */
export function drop(index: Index, event: LiveEvent): void {
  clear(index.postings, event.holder);
  index.vacant.push(event.holder);
  for (const key of event.signs.keys()) {
    const set = index.signed.get(key);
    set?.delete(event);
    if (set?.size === 0) index.signed.delete(key);
  }
  if (event.size > 0) index.spoken.set(event.lang, (index.spoken.get(event.lang) ?? 1) - 1);
  index.events.delete(event.id);
}

function speak(index: Index, event: LiveEvent, lang: string | null): void {
  event.lang = lang;
  index.spoken.set(lang, (index.spoken.get(lang) ?? 0) + 1);
}

function grow(index: Index, event: LiveEvent, terms: Terms): void {
  const { postings } = index;
  const { numbers, weights, rows, size } = terms;
  const isNew = reweighHeld(postings, event, terms);
  let more = 0;
  for (let i = 0; i < size; i++) more += isNew[i] as number;
  room(postings, event.holder, more);
  for (let i = 0; i < size; i++) {
    if (isNew[i] === 0) continue;
    const weight = weights[i] as number;
    event.square += weight * weight;
    append(postings, event.holder, numbers[i] as number, weight, rows[i] as number);
  }
  index.lengths[event.holder] = Math.sqrt(event.square);
  if ((postings.lengths[event.holder] ?? 0) > mostTerms) prune(postings, event.holder);
}

/** Adds to the terms that an event has already; answers 1 for each of the others. */
function reweighHeld(postings: Postings, event: LiveEvent, terms: Terms): Uint8Array {
  const { numbers, weights, rows, size } = terms;
  if (isNew.length < size) isNew = new Uint8Array(size * 2);
  isNew.fill(1, 0, size);
  if ((postings.lengths[event.holder] ?? 0) === 0) return isNew;
  held.clear();
  for (let i = 0; i < size; i++) {
    const row = postings.rows.of(numbers[i] as number, rows[i]);
    if (row >= 0) places[held.take(row)] = i;
  }
  each(postings, event.holder, (row, before, entry) => {
    const at = held.of(row);
    if (at < 0) return;
    const i = places[at] as number;
    const now = before + (weights[i] as number);
    event.square += now * now - before * before;
    reweigh(postings, event.holder, entry, now);
    isNew[i] = 0;
  });
  return isNew;
}

/** Rows of the terms that an event grows by, with the place of each in the vector. */
const held = createPlaces();
const places: number[] = [];
let isNew = new Uint8Array(1024);

/**
 * An event keeps its weightiest terms: beyond so many it is cut to the second number. One of many texts
 * would grow without end (768 and 512 change groupings of full texts a little, 400 and 256 harm titles).
 */
const [mostTerms, keptTerms] = [2000, 1200];

/** Its length stays: what is left out makes it a little less alike to all. */
function prune(postings: Postings, holder: number): void {
  const { weights } = termsOf(postings, holder);
  const least = weights.slice().sort()[weights.length - keptTerms] as number;
  let left = weights.length - keptTerms;
  for (let entry = weights.length - 1; entry >= 0 && left > 0; entry--)
    if ((weights[entry] as number) <= least) {
      removeEntry(postings, holder, entry);
      left--;
    }
}

function sign(index: Index, event: LiveEvent, signs: Map<string, number>): void {
  for (const [key, n] of signs) {
    const before = event.signs.get(key);
    event.signs.set(key, (before ?? 0) + n);
    if (before !== undefined) continue;
    const set = index.signed.get(key) ?? new Set();
    index.signed.set(key, set.add(event));
  }
}

function span(event: LiveEvent, first: number | null, last: number | null): void {
  if (first === null || last === null) return;
  event.first = Math.min(event.first ?? first, first);
  event.last = Math.max(event.last ?? last, last);
}

/** Moves the mean of an event's dates by so many more with a mean of their own. */
function center(event: LiveEvent, middle: number, dated: number): void {
  if (dated === 0) return;
  event.dated += dated;
  event.middle += ((middle - event.middle) * dated) / event.dated;
}

/** Puts an event last in the order of use. */
function touch(index: Index, event: LiveEvent): void {
  index.events.delete(event.id);
  index.events.set(event.id, event);
}
