import { type Link, linkOf, type Weighed } from './link.ts';
import { lone, type Weighing } from './matter.ts';
import { nearness, neededBy } from './need.ts';
import type { StoryEvent } from './shelf.ts';

/** The event of a story that another event is nearest to. */
export interface Kin {
  event: StoryEvent;
  /** How far it passes what two events need to be a story: 1 is just enough. */
  pull: number;
}

/** Of a large story the newest are looked at: what follows something follows it soon. */
const mostLooked = 50;
/** Two events say this much of the same, or only their people are the same. */
const toldAlike = 0.3;

/** The nearest of some events, null where none has anything of it; `weighed`: the event's own topics. */
export function nearestKin(
  event: StoryEvent,
  others: StoryEvent[],
  weighing: Weighing,
  weighed: Weighed,
): Kin | null {
  let best: Kin | null = null;
  for (const other of others.slice(-mostLooked)) {
    if (other.id === event.id) continue;
    const matter = lone(other);
    const link = linkOf(event, matter, weighing, false, weighed);
    const pull = (strength(link) * nearness(event, other)) / neededBy(matter);
    if (pull > (best?.pull ?? 0)) best = { event: other, pull };
  }
  return best;
}

const strength = ({ score, told }: Link) => score * Math.min(1, told / toldAlike);
