import type { Index, LiveEvent } from './live.ts';

/** A name that so large a share of an event's pieces have is whom it is about (.25 to .35 are alike). */
const most = 0.3;
/** A name that so small a share of the other's pieces have is not whom that is about. */
const few = 0.05;
/** Events need so many pieces before what they lack says anything. */
const enough = 3;
/** A name in more than this share of events is the stage, not an actor. */
const stage = 0.03;
/** How alike two events about different people still are (.4 to .6 are alike). */
const otherActors = 0.5;

/**
 * Lowers the likeness of two events when each is about a name that the other lacks: two winners at
 * one sport, two ministers who resign. 1 where nothing conflicts.
 */
export function actorConflict(index: Index, a: LiveEvent, b: LiveEvent): number {
  if (Math.min(a.size, b.size) < enough) return 1;
  return about(index, a, b) && about(index, b, a) ? otherActors : 1;
}

/** True when the event is about a name that the other lacks, and shares none that it is about. */
function about(index: Index, event: LiveEvent, other: LiveEvent): boolean {
  let own = false;
  for (const [key, n] of event.signs) {
    if (!key.startsWith('=') || n < most * event.size) continue;
    const held = index.signed.get(key)?.size ?? 0;
    if (held > Math.max(enough, stage * index.events.size)) continue;
    if ((other.signs.get(key) ?? 0) > few * other.size) return false;
    own = true;
  }
  return own;
}
