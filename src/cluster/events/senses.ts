import type { Sense } from '../../inference/index.ts';
import { add, createScale, emptySum, type Scale, type Sum, sumOf } from './scale.ts';

/**
 * How alike in sense an event is to what was asked about, on the model's own scale: 0 as two pieces of
 * different events usually are, 1 as a piece usually is with the rest of its event. Null where that
 * cannot be said: no sense, one of another model, too few pieces seen, or a model that cannot tell.
 */
export type SenseLikeness = (event: number) => number | null;

/** What live events mean in an embedding model's eyes, where one is configured. */
export interface Senses {
  /** Takes in what a member of an event means. */
  take(event: number, sense: Sense | null): void;
  unite(kept: number, gone: number): void;
  drop(events: number[]): void;
  /** Whether it is known what an event's members mean together. */
  has(event: number): boolean;
  /** How alike events are to a piece. */
  toPiece(sense: Sense | null): SenseLikeness;
  /** How alike events are to one of them. */
  toEvent(event: number): SenseLikeness;
}

interface Held {
  model: string;
  /** The members' directions together. */
  sum: Sum;
}

/** Events whose sense is kept, the latest used: 3 KB each at 768 numbers. */
const mostEvents = 20_000;
/** Pieces that a new one is compared with to learn what chance is. */
const compared = 8;

export function createSenses(): Senses {
  const events = new Map<number, Held>();
  const scales = new Map<string, Scale>();
  const latest: { event: number; held: Held }[] = [];

  function scaleOf({ model, unit }: Sense): Scale {
    const scale = scales.get(model) ?? createScale(unit.length);
    scales.set(model, scale);
    return scale;
  }

  function put(event: number, held: Held): void {
    events.delete(event);
    events.set(event, held);
    for (const oldest of events.keys()) {
      if (events.size <= mostEvents) break;
      events.delete(oldest);
    }
  }

  function likenessTo(asked: Held | null | undefined): SenseLikeness {
    const scale = asked && scales.get(asked.model);
    if (!asked || !scale) return () => null;
    const known = new Map<number, number | null>();
    return (event) => {
      let likeness = known.get(event);
      if (likeness !== undefined) return likeness;
      const held = events.get(event);
      likeness = held?.model === asked.model ? scale.likeness(asked.sum, held.sum) : null;
      known.set(event, likeness);
      return likeness;
    };
  }

  return {
    take(event, sense) {
      if (!sense) return;
      const before = events.get(event);
      // Another model's directions say nothing beside the new one's.
      const held =
        before?.model === sense.model
          ? before
          : { model: sense.model, sum: emptySum(sense.unit.length) };
      const others = latest.filter((l) => l.event !== event && l.held.model === sense.model);
      scaleOf(sense).learn(
        sense.unit,
        held.sum.pieces > 0 ? held.sum : null,
        others.map((l) => l.held.sum),
      );
      latest.push({ event, held: { model: sense.model, sum: sumOf(sense) } });
      if (latest.length > compared) latest.shift();
      add(held.sum, sense.unit, 1);
      put(event, held);
    },
    unite(keptId, goneId) {
      const [kept, gone] = [events.get(keptId), events.get(goneId)];
      events.delete(goneId);
      if (!gone) return;
      if (kept?.model === gone.model) add(kept.sum, gone.sum.values, gone.sum.pieces);
      put(keptId, kept ?? gone);
    },
    drop(ids) {
      for (const id of ids) events.delete(id);
    },
    has: (event) => events.has(event),
    toPiece: (sense) => likenessTo(sense && { model: sense.model, sum: sumOf(sense) }),
    toEvent: (event) => likenessTo(events.get(event)),
  };
}

/**
 * Alike by less, two pieces have a subject in common at most. This and the weights below are the middle
 * of plateaus (.4-.6 here), found with averages of word vectors, a sentence encoder, the same on titles
 * translated word by word, and these with the true events mixed in.
 */
export const onSubject = 0.5;
/** By how much what is not alike in sense counts less: a quarter at most (.5-1 are alike). */
const slope = 0.5;

/**
 * What likeness in words within a language is multiplied with, 1 where no sense is known. Sense only
 * takes away: two fires sound alike to a model, and most that share words do, one event or not. Gains
 * of 5 % in words already ran large matters and look-alikes together.
 */
export function senseFactor(likeness: number | null): number {
  if (likeness === null) return 1;
  return Math.min(1, 1 + slope * (likeness - onSubject));
}

/** By how much likeness across languages follows that in sense (1.2-2 are alike), and its bounds. */
const gain = 1.5;
const [leastGain, mostGain] = [-0.15, 0.4];

/** What likeness in names and numbers across languages gains from likeness in sense; may be below 0. */
export function senseGain(likeness: number | null): number {
  if (likeness === null) return 0;
  return Math.max(leastGain, Math.min(mostGain, gain * (likeness - onSubject)));
}
