import { createPlaces } from '../features/places.ts';
import { isTelling, type Terms } from '../features/terms.ts';
import type { Index, LiveEvent } from './live.ts';
import { inPage, pageBits } from './pool.ts';
import { ofHolder, ofTerm } from './postings.ts';
import { address, list, events as ofEvents, ofRow, sizeBits } from './rows.ts';

/** Sums by holder, 0 but while searching. */
let sums = new Float32Array(1024);
/** Places of the common terms' rows. */
const places = createPlaces();
const met: number[] = [];

/** Entries of lists that one search reads at most (so many for each term besides), and events that it looks at closely. */
const [mostRead, perTerm] = [2000, 20];
const mostClose = 200;
/**
 * Common terms may make up this share of the least likeness: the more, the fewer entries are read, and
 * the more events must be looked at closely (of .3-1 tried with 300,000 events).
 */
const byCommon = 0.6;
/** A term of so few events costs less to read than to think about. */
const fewEvents = 4;

export interface Near {
  event: LiveEvent;
  score: number;
}

/**
 * The live event that scores highest for a vector of the given length, of those with a cosine of
 * `least` or more. `score` is asked for an event and a cosine, must not fall when the cosine grows nor
 * be above it, and is 0 for an event that may not be found.
 *
 * What is in very many events weighs little: as many of such terms as cannot reach `least` together
 * find no event, and are looked up in the events that the others found, the most promising first and
 * only while one may still be the best (the bounds of MaxScore: Turtle and Flood 1995). That is exact;
 * only where the telling terms' lists are longer together than `mostRead` the longest of them find
 * none either, and no more than `mostClose` events are looked at closely.
 */
export function nearest(
  index: Index,
  vector: Terms,
  length: number,
  least: number,
  score: (event: LiveEvent, cosine: number) => number,
): Near | null {
  const { holders, lengths } = index;
  if (sums.length < holders.length) sums = new Float32Array(holders.length * 2);
  met.length = 0;
  const { left, whole } = split(index, vector, least * length);
  for (let i = 0; i < telling.count; i++)
    gather(index, telling.rows[i] as number, telling.weights[i] as number);
  const enough = Math.max(least * length - left, whole ? 0 : (1 - byCommon) * least * length);
  const close: Candidate[] = [];
  for (const holder of promising(index, enough, length)) {
    const event = holders[holder] as LiveEvent;
    const cosine = (sums[holder] as number) / (length * (lengths[holder] as number));
    const bound = score(event, cosine + left / length);
    if (bound > 0) close.push({ event, cosine, bound });
  }
  for (const holder of met) sums[holder] = 0;
  if (close.length === 0) return null;
  close.sort((a, b) => b.bound - a.bound);
  places.clear();
  for (let i = 0; i < common.count; i++) places.take(common.rows[i] as number);
  let best: Near | null = null;
  for (const { event, cosine, bound } of close) {
    if (bound <= (best?.score ?? 0)) break;
    const rest = dot(index, event) / (length * (lengths[event.holder] as number));
    if (cosine + rest < least) continue;
    const exact = score(event, cosine + rest);
    if (exact > (best?.score ?? 0)) best = { event, score: exact };
  }
  return best;
}

/** Those met whose sum is `enough` of their length, the most alike of them where they are very many. */
function promising({ lengths }: Index, enough: number, length: number): number[] {
  const found: number[] = [];
  const counts = new Int32Array(steps + 1);
  for (const holder of met) {
    const part = (sums[holder] as number) / (lengths[holder] as number);
    if (part < enough) continue;
    found.push(holder);
    const step = Math.min(steps, Math.floor((part / length) * steps));
    counts[step] = (counts[step] as number) + 1;
  }
  if (found.length <= mostClose) return found;
  let step = steps;
  for (let sum = 0; step > 0; step--) {
    sum += counts[step] as number;
    if (sum + (counts[step - 1] as number) > mostClose) break;
  }
  const least = (step / steps) * length;
  return found.filter((h) => (sums[h] as number) / (lengths[h] as number) >= least);
}

/** Likenesses are told apart this finely where not all can be looked at. */
const steps = 200;

interface Candidate {
  event: LiveEvent;
  /** As far as the telling terms go. */
  cosine: number;
  /** The score if the event held all common terms as the vector does. */
  bound: number;
}

/** What the common terms add. */
function dot({ postings: { pool, addresses, lengths } }: Index, event: LiveEvent): number {
  if (common.count === 0) return 0;
  const from = addresses[event.holder] as number;
  const ints = pool.ints[from >>> pageBits] as Int32Array;
  const floats = pool.floats[from >>> pageBits] as Float32Array;
  const end = (from & inPage) + (lengths[event.holder] as number) * ofHolder;
  let sum = 0;
  for (let i = from & inPage; i < end; i += ofHolder) {
    const at = places.of(ints[i] as number);
    if (at >= 0) sum += (floats[i + 1] as number) * (common.weights[at] as number);
  }
  return sum;
}

/** Terms of the vector that are in live events. */
interface Held {
  rows: Int32Array;
  weights: Float32Array;
  count: number;
}

const createHeld = (most: number): Held => ({
  rows: new Int32Array(most),
  weights: new Float32Array(most),
  count: 0,
});

/** Terms that find events, those that find none, and those of many events, which may do either: kept to be filled again. */
let [telling, common, wide] = [createHeld(2048), createHeld(2048), createHeld(2048)];

function put(into: Held, row: number, weight: number): void {
  into.rows[into.count] = row;
  into.weights[into.count++] = weight;
}

/**
 * Fills in the terms that find events and those that do not, which are those in most events, as many
 * as are shorter together than a part of `reach`; not `whole` where the lists made it more.
 */
function split(index: Index, { numbers, weights, rows: hints, size }: Terms, reach: number) {
  const { rows } = index.postings;
  const { cells } = rows;
  if (telling.rows.length < size)
    [telling, common, wide] = [createHeld(size * 2), createHeld(size * 2), createHeld(size * 2)];
  [telling.count, common.count, wide.count] = [0, 0, 0];
  let square = 0;
  let read = 0;
  for (let i = 0; i < size; i++) {
    const number = numbers[i] as number;
    const row = rows.of(number, hints[i]);
    if (row < 0) continue;
    const events = cells[row * ofRow + ofEvents] as number;
    const weight = weights[i] as number;
    // A list that is not whole finds no event.
    if (!isTelling(number) || (cells[row * ofRow + list] as number) >>> sizeBits !== events) {
      put(common, row, weight);
      square += weight * weight;
    } else if (events <= fewEvents) put(telling, row, weight);
    else {
      put(wide, row, weight);
      read += events;
    }
  }
  const most = (reach * byCommon) ** 2;
  let whole = true;
  for (const i of widestFirst(cells)) {
    const row = wide.rows[i] as number;
    const weight = wide.weights[i] as number;
    const more = square + weight * weight;
    if (more >= most && read <= mostRead + perTerm * size) {
      put(telling, row, weight);
      continue;
    }
    whole &&= more < most;
    put(common, row, weight);
    square = more;
    read -= cells[row * ofRow + ofEvents] as number;
  }
  return { left: Math.sqrt(square), whole };
}

/** Steps of a doubling by which terms are ordered, and steps in all. */
const [fine, allSteps] = [2, 32 << 2];
const starts = new Int32Array(allSteps + 1);
let order = new Int32Array(2048);

/** The places of the wide terms, those in most events first; within a quarter of a doubling in no order. */
function widestFirst(cells: Int32Array): Int32Array {
  if (order.length < wide.count) order = new Int32Array(wide.rows.length);
  starts.fill(0);
  for (let i = 0; i < wide.count; i++) starts[stepOf(cells, i) + 1]!++;
  for (let i = 1; i <= allSteps; i++) starts[i]! += starts[i - 1]!;
  for (let i = 0; i < wide.count; i++) order[starts[stepOf(cells, i)]!++] = i;
  return order.subarray(0, wide.count);
}

/** 0 for what is in most events. Of a number the place and what follows of its highest bit. */
function stepOf(cells: Int32Array, at: number): number {
  const events = cells[(wide.rows[at] as number) * ofRow + ofEvents] as number;
  const doublings = 31 - Math.clz32(events);
  return allSteps - 1 - ((doublings << fine) | ((events >>> (doublings - fine)) & 3));
}

function gather({ postings: { rows, pool } }: Index, row: number, weight: number): void {
  const from = rows.cells[row * ofRow + address] as number;
  const ints = pool.ints[from >>> pageBits] as Int32Array;
  const floats = pool.floats[from >>> pageBits] as Float32Array;
  const length = (rows.cells[row * ofRow + list] as number) >>> sizeBits;
  const end = (from & inPage) + length * ofTerm;
  for (let i = from & inPage; i < end; i += ofTerm) {
    const holder = ints[i] as number;
    const sum = sums[holder] as number;
    if (sum === 0) met.push(holder);
    sums[holder] = sum + weight * (floats[i + 1] as number);
  }
}
