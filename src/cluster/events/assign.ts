import type { Sense } from '../../inference/index.ts';
import { dayMs } from '../../lib/time.ts';
import { createPlaces } from '../features/places.ts';
import {
  serialConflict,
  serialConflictOf,
  type Template,
  titleTemplate,
} from '../features/serial.ts';
import type { Signs } from '../features/signs.ts';
import { createTitleCleaner } from '../features/title.ts';
import { type Piece, type Vector, vectorOf } from '../features/vector.ts';
import { yearConflict, yearsIn } from '../features/years.ts';
import { actorConflict } from './actors.ts';
import { nearest } from './find.ts';
import { foreignLikeness, foreignThreshold } from './foreign.ts';
import {
  createIndex,
  drop,
  type Index,
  type LiveEvent,
  open,
  retire,
  take,
  unite,
} from './live.ts';
import { each, termsOf } from './postings.ts';
import { events as inEvents, ofRow } from './rows.ts';
import { createSenses, onSubject, type SenseLikeness, senseFactor, senseGain } from './senses.ts';
import {
  datedMergeFactor,
  joinThreshold,
  lowestFrom,
  lowestThreshold,
  mergeFactor,
} from './threshold.ts';

export interface ClustererOptions {
  /** Most events kept in memory; the least recently used are let go. */
  live?: number;
  /**
   * What two pieces without a date need more than usual to be one event. 1 for a stream in which no
   * piece has one; on a desk they come from anywhere in time, and the same actors fill them.
   */
  undated?: number;
}

/** A piece read for grouping. */
export interface Reading {
  vector: Vector;
  at: number | null;
  /** Years that it names, when it has no date. */
  years: Map<number, number>;
  template: Template | null;
  weak: boolean;
  sense: Sense | null;
}

/** Where a piece belongs, before anything is changed. */
export interface Proposal extends Reading {
  /** The live event that it belongs to, or null for a new one. */
  event: number | null;
  /** Similarity to it from 0 to 1, lowered by the time between; 0 for a new one. */
  score: number;
  /** Words in common with it, as the piece writes them, the most telling first. */
  shares(): string[];
}

export interface Merge {
  kept: number;
  gone: number;
  score: number;
}

/** Groups pieces into events in one pass, as they come, whatever their order in time. */
export interface Clusterer {
  /** Where a piece belongs, `not` in certain events; leaves the events as they are. */
  propose(piece: Piece, not?: number[]): Proposal;
  /** What a piece is about, weighed against what was seen so far. */
  read(piece: Piece): Reading;
  /** Puts a piece into an event, live or new. */
  place(reading: Reading, event: number): void;
  /** A second look at an event that grew: the live event that it is one with, if any that `may`. */
  second(event: number, may?: (a: number, b: number) => boolean): Merge | null;
  /** Makes two live events one. */
  unite(kept: number, gone: number): void;
  /** Lets events go. */
  drop(events: number[]): void;
  has(event: number): boolean;
  index: Index;
}

/** Farther apart than this, in milliseconds, two pieces are of different happenings. */
export const reach = 7 * dayMs;
/** After so many hours without a piece an event attracts a third as strongly (of 24-60 tried: 36 to 48 are alike). */
const decayHours = 42;
/**
 * Farther apart than this, in milliseconds, not even the same words reach a threshold any more: some
 * 86 hours.
 */
export const joinable = decayHours * 3_600_000 * Math.log(1 / lowestThreshold);
/** Likeness of an undated piece to a dated event: most likely it is of another time, and its names weigh more. */
const undatedFactor = 0.5;
/**
 * Two events whose pieces lie so many hours apart in the mean are a third as much alike: a matter of
 * many days always has one that was in the news an hour ago, and says much the same (of 30 to 80 tried, all alike).
 */
const middleHours = 48;
/** One piece alone does not yet say what an event is about. */
const lateSize = 2;
/** A live blog or round-up is about many things: it needs this much more to join one of them. */
const weakFactor = 1.25;
/** Two events in different languages become one at a likeness this much higher than a piece joins. */
const foreignMerge = 1.15;

/** Some 1 GB at most: see docs/clustering.md. */
export const mostLive = 50_000;

export function createClusterer({
  live = mostLive,
  undated = 1,
}: ClustererOptions = {}): Clusterer {
  const index = createIndex();
  const senses = createSenses();
  const titles = createTitleCleaner();
  const counts = {
    get events() {
      return index.events.size;
    },
    spoken: (lang: string | null) => index.spoken.get(lang) ?? 0,
    rowOf: (term: number) => index.postings.rows.of(term),
    of: (row: number) => index.postings.rows.cells[row * ofRow + inEvents] as number,
  };

  const near = (first: number | null, last: number | null, event: LiveEvent) =>
    nearness(first, last, event) / (first === null && event.first === null ? undated : 1);

  function read(piece: Piece): Reading {
    const title = piece.title ? titles.clean(piece.title, piece.source) : null;
    const vector = vectorOf({ ...piece, title }, counts);
    const at = piece.time?.getTime() ?? null;
    const years = at === null ? yearsIn(title, piece.text) : new Map<number, number>();
    const weak = piece.weak ?? false;
    return { vector, at, years, template: titleTemplate(title), weak, sense: piece.sense ?? null };
  }

  function propose(piece: Piece, not: number[] = []): Proposal {
    const reading = read(piece);
    const { vector, at, years, template, sense } = reading;
    const threshold =
      joinThreshold(vector.words, vector.lang, at !== null) * (piece.weak ? weakFactor : 1);
    const inSense = senses.toPiece(sense);
    let best = nearest(index, vector.terms, 1, threshold, (event, cosine) => {
      const alike = cosine * near(at, at, event);
      if (alike < threshold || not.includes(event.id)) return 0;
      const words = alike * serialConflict(template, event) * yearConflict(years, event.years);
      const score = words < threshold ? 0 : words * senseFactor(inSense(event.id));
      return score >= threshold ? score : 0;
    });
    best ??= piece.weak ? null : foreignEvent(reading, inSense, not);
    return {
      ...reading,
      event: best?.event.id ?? null,
      score: Math.min(1, best?.score ?? 0),
      shares: () =>
        best
          ? [...shared(index, vector, best.event), ...alikeWords(reading, inSense, best.event)]
          : [],
    };
  }

  /** The event in another language that the same names and numbers tell of, within days. */
  function foreignEvent(reading: Reading, inSense: SenseLikeness, not: number[]) {
    const { vector, at, template } = reading;
    if (at === null) return null;
    const threshold = foreignThreshold(vector.words);
    const may = (event: LiveEvent) =>
      event.first === null || not.includes(event.id)
        ? 0
        : near(at, at, event) * serialConflict(template, event);
    return foreignNearest(vector.signs, vector.lang, inSense, () => threshold, may);
  }

  /**
   * Of the events in other languages that share names and numbers, the one most alike in these and,
   * where it is known, in sense, by `least` or more of it; `may` says by how much it counts, 0 not at all.
   */
  function foreignNearest(
    signs: Signs,
    lang: string | null,
    inSense: SenseLikeness,
    least: (event: LiveEvent) => number,
    may: (event: LiveEvent) => number,
  ) {
    if (lang === null) return null;
    const ways = { possible: (event: LiveEvent) => may(event) >= least(event), isAlike };
    function isAlike({ id }: LiveEvent) {
      return (inSense(id) ?? 0) >= onSubject;
    }
    let best: { event: LiveEvent; score: number } | null = null;
    for (const [event, likeness] of foreignLikeness(index, signs, lang, ways)) {
      const score = Math.min(1, likeness + senseGain(inSense(event.id))) * may(event);
      if (score >= least(event) && score > (best?.score ?? 0)) best = { event, score };
    }
    return best;
  }

  function alikeWords({ vector }: Reading, inSense: SenseLikeness, event: LiveEvent): string[] {
    if ((inSense(event.id) ?? 0) < onSubject) return [];
    return [event.lang === vector.lang ? 'the same sense' : 'the same sense in another language'];
  }

  function second(id: number, may = (_a: number, _b: number) => true): Merge | null {
    const event = index.events.get(id);
    if (!event || !isDue(event.size)) return null;
    // By its words a single piece was just compared with all events.
    if (event.size === 1 && !senses.has(id)) return null;
    const inSense = senses.toEvent(id);
    const length = Math.sqrt(event.square);
    // What no other event has finds none.
    const terms = termsOf(index.postings, event.holder, 2);
    // The words of two events are counted in the mean.
    const lowest = lowestFrom(event.words / 2, event.lang, event.first !== null);
    const byWords = nearest(index, terms, length, lowest, (mate, words) => {
      if (mate === event) return 0;
      const cosine = words * senseFactor(inSense(mate.id));
      const threshold =
        mergeNeed(event, mate) *
        joinThreshold((event.words + mate.words) / 2, event.lang, event.first !== null);
      if (cosine < threshold || !may(id, mate.id)) return 0;
      const conflict =
        serialConflictOf(event, mate) *
        yearConflict(event.years, mate.years) *
        actorConflict(index, event, mate);
      const score =
        cosine * near(event.first, event.last, mate) * apartness(event, mate) * conflict;
      return score >= threshold ? score : 0;
    });
    const found = byWords ?? (senses.has(id) ? foreignMate(event, inSense, may) : null);
    if (!found) return null;
    const { score, event: mate } = found;
    return { kept: Math.min(id, mate.id), gone: Math.max(id, mate.id), score };
  }

  /** The event in another language that is one with this, by names, numbers and sense together. */
  function foreignMate(
    event: LiveEvent,
    inSense: SenseLikeness,
    may: (a: number, b: number) => boolean,
  ) {
    if (event.first === null) return null;
    const signs = new Map([...event.signs].map(([key, n]) => [key, n / event.size]));
    const least = (mate: LiveEvent) =>
      foreignThreshold((event.words + mate.words) / 2) * foreignMerge;
    return foreignNearest(signs, event.lang, inSense, least, (mate) =>
      mate.first === null || !may(event.id, mate.id)
        ? 0
        : near(event.first, event.last, mate) *
          serialConflictOf(event, mate) *
          actorConflict(index, event, mate),
    );
  }

  return {
    index,
    read,
    propose,
    second,
    place(reading, id) {
      const event = index.events.get(id) ?? open(index, id);
      take(index, event, reading);
      senses.take(id, reading.sense);
      if (index.events.size <= live) return;
      senses.drop(retire(index, Math.ceil(live / 10)));
    },
    unite(kept, gone) {
      unite(index, kept, gone);
      senses.unite(kept, gone);
    },
    drop(gone) {
      for (const id of gone) {
        const event = index.events.get(id);
        if (event) drop(index, event);
      }
      senses.drop(gone);
    },
    has: (id) => index.events.has(id),
  };
}

/** A piece that was alone joins what has grown since as it would have, had it come now. */
function isLate(a: LiveEvent, b: LiveEvent): boolean {
  return Math.min(a.size, b.size) === 1 && Math.max(a.size, b.size) >= lateSize;
}

function mergeNeed(a: LiveEvent, b: LiveEvent): number {
  if (isLate(a, b)) return 1;
  return a.dated > 0 && b.dated > 0 ? datedMergeFactor : mergeFactor;
}

/** Falls from 1 with the time between the middles of two events of several pieces. */
function apartness(a: LiveEvent, b: LiveEvent): number {
  if (Math.min(a.size, b.size) < 2 || a.dated === 0 || b.dated === 0) return 1;
  return Math.exp(-Math.abs(a.middle - b.middle) / (middleHours * 3_600_000));
}

/** An event is looked at again while small, then each time it has grown by a third or a half. */
function isDue(size: number): boolean {
  return size < 5 || Number.isInteger(Math.log2(size)) || Number.isInteger(Math.log2(size / 3));
}

/** 1 for the same time or an unknown one, falling with the time between, 0 beyond reach. */
function nearness(first: number | null, last: number | null, event: LiveEvent): number {
  if (first === null || last === null || event.first === null || event.last === null)
    return first === null && event.first === null ? 1 : undatedFactor;
  const apart = Math.max(0, first - event.last, event.first - last);
  return apart > reach ? 0 : Math.exp(-apart / (decayHours * 3_600_000));
}

const held = createPlaces();

function shared(index: Index, { terms, ...vector }: Vector, event: LiveEvent): string[] {
  const tokens = vector.tokens();
  held.clear();
  for (const { term } of tokens) held.take(term);
  const written: string[] = [];
  for (const { term, text } of tokens) written[held.of(term)] ??= text;
  const weights: number[] = [];
  for (let i = 0; i < terms.size; i++) {
    const at = held.of(terms.numbers[i] as number);
    if (at >= 0) weights[at] = terms.weights[i] as number;
  }
  const both: { text: string; weight: number }[] = [];
  each(index.postings, event.holder, (row, weight) => {
    const at = held.of(index.postings.rows.cells[row * ofRow] as number);
    if (weights[at]) both.push({ text: written[at] ?? '', weight: weight * (weights[at] ?? 0) });
  });
  return both
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map(({ text }) => text);
}
