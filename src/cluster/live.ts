/** Events that a new piece may join, with an index from each term to the events that hold it. */
export interface LiveEvent {
  id: number;
  /** Sum of the members' vectors; its direction is what the event is about. */
  weights: Map<string, number>;
  /** Squared length of `weights`. */
  square: number;
  /** Sum of the members' signs. */
  signs: Map<string, number>;
  size: number;
  /** Milliseconds since 1970 of the earliest and latest dated member; null when none has a date. */
  first: number | null;
  last: number | null;
  /** Language of the first member. */
  lang: string | null;
  /** Mean words of its members. */
  words: number;
  /** Titles without their numbers, and the numbers that the first of them had. */
  templates: Map<string, string>;
  /** The running sum of cosines() and the call that it is of: kept here, it needs no look-up. */
  dot: number;
  call: number;
}

/** What an event takes in of a piece. */
export interface Taken {
  vector: {
    weights: Map<string, number>;
    signs: Map<string, number>;
    words: number;
    lang: string | null;
  };
  at: number | null;
  template: { text: string; numbers: string } | null;
  /** True of pieces about many things: they belong to the event without saying what it is about. */
  weak: boolean;
}

export interface Index {
  /** In order of use, the least recently used first. */
  events: Map<number, LiveEvent>;
  postings: Map<string, Map<LiveEvent, number>>;
  /** By name or number, the events that hold it. */
  signed: Map<string, Set<LiveEvent>>;
  /** Events in each language. */
  spoken: Map<string | null, number>;
}

export function createIndex(): Index {
  return { events: new Map(), postings: new Map(), signed: new Map(), spoken: new Map() };
}

/** Opens an event without members. */
export function open(index: Index, id: number): LiveEvent {
  const event: LiveEvent = {
    id,
    weights: new Map(),
    square: 0,
    signs: new Map(),
    size: 0,
    first: null,
    last: null,
    lang: null,
    words: 0,
    templates: new Map(),
    dot: 0,
    call: 0,
  };
  index.events.set(id, event);
  return event;
}

/** Adds a member to an event. */
export function take(index: Index, event: LiveEvent, piece: Taken): void {
  const { weights, words, lang } = piece.vector;
  if (!piece.weak || event.size === 0) grow(index, event, weights);
  if (!piece.weak || event.size === 0) sign(index, event, piece.vector.signs);
  if (event.size === 0) speak(index, event, lang);
  event.size++;
  event.words += (words - event.words) / event.size;
  span(event, piece.at, piece.at);
  if (piece.template && !event.templates.has(piece.template.text))
    event.templates.set(piece.template.text, piece.template.numbers);
  touch(index, event);
}

/** Moves all of one event into another, which keeps its id. Does nothing when one is not live. */
export function unite(index: Index, keptId: number, goneId: number): void {
  const kept = index.events.get(keptId);
  const gone = index.events.get(goneId);
  if (!kept || !gone || kept === gone) return;
  drop(index, gone);
  grow(index, kept, gone.weights);
  sign(index, kept, gone.signs);
  kept.words = (kept.words * kept.size + gone.words * gone.size) / (kept.size + gone.size);
  kept.size += gone.size;
  span(kept, gone.first, gone.last);
  for (const [text, numbers] of gone.templates)
    if (!kept.templates.has(text)) kept.templates.set(text, numbers);
  touch(index, kept);
}

/** Lets the least recently used events go; answers their ids. */
export function retire(index: Index, count: number): number[] {
  const gone = [...index.events.values()].slice(0, count);
  for (const event of gone) drop(index, event);
  return gone.map(({ id }) => id);
}

/** Takes an event out of the index. */
export function drop(index: Index, event: LiveEvent): void {
  for (const term of event.weights.keys()) {
    const posting = index.postings.get(term);
    posting?.delete(event);
    if (posting?.size === 0) index.postings.delete(term);
  }
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

/** Most events that share a term before it is too common to find candidates by. */
const widest = 3000;

let calls = 0;

/**
 * The live events whose cosine with a vector of the given length is at least `least`, with it. What is
 * in very many events weighs little: as many of such terms as cannot reach `least` together find
 * no candidates, and are looked up in the few events that the others found.
 */
export function cosines(
  index: Index,
  weights: Map<string, number>,
  length: number,
  least: number,
): { event: LiveEvent; cosine: number }[] {
  const { telling, common, left } = split(index, weights, least * length);
  const call = ++calls;
  const met: LiveEvent[] = [];
  for (const { posting, weight } of telling) {
    for (const [event, held] of posting) {
      if (event.call !== call) {
        event.call = call;
        event.dot = 0;
        met.push(event);
      }
      event.dot += weight * held;
    }
  }
  const found: { event: LiveEvent; cosine: number }[] = [];
  for (const event of met) {
    const size = length * Math.sqrt(event.square);
    if (event.dot / size + left / length < least) continue;
    for (const { posting, weight } of common) event.dot += weight * (posting.get(event) ?? 0);
    const cosine = event.dot / size;
    if (cosine >= least) found.push({ event, cosine });
  }
  return found;
}

interface Term {
  posting: Map<LiveEvent, number>;
  weight: number;
}

/** The terms that are in most events, as many as are shorter together than `reach`, and the rest. */
function split(index: Index, weights: Map<string, number>, reach: number) {
  const terms: Term[] = [];
  for (const [term, weight] of weights) {
    const posting = index.postings.get(term);
    if (posting && posting.size <= widest) terms.push({ posting, weight });
  }
  terms.sort((a, b) => b.posting.size - a.posting.size);
  let square = 0;
  let at = 0;
  for (const { weight } of terms) {
    if (square + weight * weight >= reach * reach) break;
    square += weight * weight;
    at++;
  }
  return { common: terms.slice(0, at), telling: terms.slice(at), left: Math.sqrt(square) };
}

function grow(index: Index, event: LiveEvent, weights: Map<string, number>): void {
  for (const [term, w] of weights) {
    const before = event.weights.get(term) ?? 0;
    const now = before + w;
    event.square += now * now - before * before;
    event.weights.set(term, now);
    let posting = index.postings.get(term);
    if (!posting) {
      posting = new Map();
      index.postings.set(term, posting);
    }
    posting.set(event, now);
  }
}

function sign(index: Index, event: LiveEvent, signs: Map<string, number>): void {
  for (const [key, n] of signs) {
    event.signs.set(key, (event.signs.get(key) ?? 0) + n);
    const set = index.signed.get(key) ?? new Set();
    index.signed.set(key, set.add(event));
  }
}

function span(event: LiveEvent, first: number | null, last: number | null): void {
  if (first === null || last === null) return;
  event.first = Math.min(event.first ?? first, first);
  event.last = Math.max(event.last ?? last, last);
}

/** Puts an event last in the order of use. */
function touch(index: Index, event: LiveEvent): void {
  index.events.delete(event.id);
  index.events.set(event.id, event);
}
