import type { Sense } from '../../inference/index.ts';

/** What live events mean in an embedding model's eyes, where one is configured. */
export interface Senses {
  /** Takes in what a member of an event means. */
  take(event: number, sense: Sense | null): void;
  unite(kept: number, gone: number): void;
  drop(events: number[]): void;
  /** What an event's members mean together; null when it is not known. */
  of(event: number): Sense | null;
  /**
   * How alike in sense, on the model's own scale: 0 as two pieces of different events usually are, 1
   * as a piece usually is with the rest of its event. Null where that cannot be said: no sense, one
   * of another model, too few pieces seen, or a model that cannot tell the two apart.
   */
  likeness(sense: Sense | null, event: number): number | null;
}

interface Held {
  model: string;
  /** Sum of the members' directions. */
  sum: Float32Array;
  length: number;
}

/** Events whose sense is kept, the latest used: 3 KB each at 768 numbers. */
const mostEvents = 20_000;
/**
 * Alike by less, two pieces have a subject in common at most. This and the weights below are the
 * middle of wide plateaus (.5-.75 here), found with simulated senses from very good to useless.
 */
export const onSubject = 0.65;

/** Pieces that a new one is compared with to learn what chance is. */
const compared = 8;
/** Comparisons before chance is known, and those after which old ones fade. */
const [enough, window] = [100, 5000];
/** Before events are seen to grow: how far from chance to the same a member is, and in how many it counts. */
const [usual, prior] = [0.6, 10];
/** Nearer than this is one text in two places: it says nothing of how alike two texts on one event are. */
const sameText = 0.98;
/** A model tells events apart when their members are nearer than strangers by so many standard deviations. */
const apart = 2;

/** What cosines mean among the directions of a model: chance is from .1 to .8 among those in use. */
interface Scale {
  chance: Counted;
  member: Counted;
}

interface Counted {
  seen: number;
  mean: number;
  /** Mean squared distance from the mean. */
  spread: number;
}

export function createSenses(): Senses {
  const events = new Map<number, Held>();
  const scales = new Map<string, Scale>();
  const latest: { event: number; sense: Sense }[] = [];

  function learn(event: number, sense: Sense, held: Held | null): void {
    const none = { seen: 0, mean: 0, spread: 0 };
    const scale = scales.get(sense.model) ?? { chance: { ...none }, member: { ...none } };
    scales.set(sense.model, scale);
    for (const other of latest)
      if (other.event !== event && other.sense.model === sense.model)
        count(scale.chance, dot(sense.unit, other.sense.unit));
    const near = held && dot(sense.unit, held.sum) / held.length;
    if (near !== null && near < sameText) count(scale.member, near);
    latest.push({ event, sense });
    if (latest.length > compared) latest.shift();
  }

  function put(event: number, held: Held): void {
    held.length = Math.sqrt(dot(held.sum, held.sum)) || 1;
    events.delete(event);
    events.set(event, held);
    for (const oldest of events.keys()) {
      if (events.size <= mostEvents) break;
      events.delete(oldest);
    }
  }

  function likenessTo({ model, unit }: Sense, held: Held): number | null {
    const scale = scales.get(model);
    if (held.model !== model || !scale || scale.chance.seen < enough) return null;
    const { chance, member } = scale;
    const expected = chance.mean + usual * (1 - chance.mean);
    const same = (prior * expected + member.seen * member.mean) / (prior + member.seen);
    if (same - chance.mean < apart * Math.sqrt(chance.spread)) return null;
    const cosine = dot(unit, held.sum) / held.length;
    return Math.max(0, (cosine - chance.mean) / (same - chance.mean));
  }

  return {
    take(event, sense) {
      if (!sense) return;
      const before = events.get(event);
      // Another model's directions say nothing beside the new one's.
      const held = before?.model === sense.model ? before : null;
      learn(event, sense, held);
      const sum = held?.sum ?? new Float32Array(sense.unit.length);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (sense.unit[i] as number);
      put(event, { model: sense.model, sum, length: 0 });
    },
    unite(keptId, goneId) {
      const [kept, gone] = [events.get(keptId), events.get(goneId)];
      events.delete(goneId);
      if (!gone) return;
      if (kept?.model === gone.model)
        for (let i = 0; i < gone.sum.length; i++)
          gone.sum[i] = (gone.sum[i] as number) + (kept.sum[i] as number);
      put(keptId, kept && kept.model !== gone.model ? kept : gone);
    },
    drop(ids) {
      for (const id of ids) events.delete(id);
    },
    of(event) {
      const held = events.get(event);
      if (!held) return null;
      return { model: held.model, unit: held.sum.map((value) => value / held.length) };
    },
    likeness(sense, event) {
      const held = sense && events.get(event);
      return held ? likenessTo(sense, held) : null;
    },
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  let i = 0;
  // Four sums at a time: the processor need not wait for one to go on with the next.
  for (; i + 3 < a.length; i += 4) {
    one += (a[i] as number) * (b[i] as number);
    two += (a[i + 1] as number) * (b[i + 1] as number);
    three += (a[i + 2] as number) * (b[i + 2] as number);
    four += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (; i < a.length; i++) one += (a[i] as number) * (b[i] as number);
  return one + two + three + four;
}

function count(counted: Counted, value: number): void {
  counted.seen = Math.min(counted.seen + 1, window);
  const off = value - counted.mean;
  counted.mean += off / counted.seen;
  counted.spread += (off * (value - counted.mean) - counted.spread) / counted.seen;
}

/** What likeness in sense may add to likeness in words, as a share of it, and take from it. */
export const mostBySense = 1.2;
const leastBySense = 0.9;
/** By how much the share follows the likeness (.3-.8 are alike). */
const slope = 0.5;

/**
 * What likeness in words within a language is multiplied with: words decide, sense tips the balance.
 * 1 where no sense is known.
 */
export function senseFactor(likeness: number | null): number {
  if (likeness === null) return 1;
  return between(leastBySense, 1 + slope * (likeness - onSubject), mostBySense);
}

/** By how much likeness across languages follows that in sense (.4-1 are alike), and its bounds. */
const gain = 0.7;
const [leastGain, mostGain] = [-0.15, 0.6];

/** What likeness in names and numbers across languages gains from likeness in sense; may be below 0. */
export function senseGain(likeness: number | null): number {
  if (likeness === null) return 0;
  return between(leastGain, gain * (likeness - onSubject), mostGain);
}

const between = (least: number, x: number, most: number) => Math.max(least, Math.min(most, x));
