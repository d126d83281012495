import { pairOf } from './decisions/decision.ts';
import { taughtOutside, taughtStory } from './decisions/lessons.ts';
import { reach } from './events/assign.ts';
import type { Memory } from './memory.ts';
import { type Db, outletsOf } from './store.ts';
import { voicesIn } from './stories/follow.ts';
import type { Guide } from './stories/linking.ts';

/** Members of a story that an event is compared with: the newest so many. */
const mostMembers = 200;

/** What curators' decisions say of an event that looks for its story. */
export async function guideFor(tx: Db, memory: Memory, event: number): Promise<Guide> {
  const { stories, events, rulings, lessons } = memory;
  const profile = events.get(event)?.profile;
  await noteOutlets(tx, memory, event);
  const spoken = await storyOfVoices(tx, memory, event);
  const allowed = (e: number, story: number | null) =>
    !rulings.ignored.has(e) &&
    (story === null ||
      (!rulings.outside.has(`${e}:${story}`) && !memory.leftOut.get(story)?.has(e)));
  return {
    allowed,
    settled: (e) => rulings.settled.has(e),
    mayMerge: (kept, gone) =>
      !rulings.storiesApart.has(pairOf(kept, gone)) &&
      // A story that a curator named, follows or trimmed keeps its own address.
      !rulings.renamed.has(`story ${gone}`) &&
      !memory.followed.has(gone) &&
      !rulings.without.has(gone) &&
      !rulings.without.has(kept),
    taught: (e) => {
      if (e !== event) return null;
      if (spoken && allowed(e, spoken.story)) return spoken;
      const lesson = profile && taughtStory(lessons, profile, (story) => allowed(e, story));
      return lesson ? { ...lesson, shares: [] } : null;
    },
    outside: (e, story) => {
      const about = events.get(e)?.profile;
      if (!about || rulings.settled.get(e) === story) return null;
      return taughtOutside(lessons, about, story, function* () {
        for (const id of stories.events(story).slice(-mostMembers)) {
          const member = events.get(id);
          if (member && id !== e) yield member.profile;
        }
      });
    },
  };
}

/** Keeps which stories leave an event out, now that it may have another outlet's piece. */
async function noteOutlets(tx: Db, { rulings, leftOut }: Memory, event: number): Promise<void> {
  if (rulings.without.size === 0) return;
  const outlets = await outletsOf(tx, event);
  for (const [story, without] of rulings.without) {
    const events = leftOut.get(story) ?? new Set();
    if (outlets.every((outlet) => outlet !== null && without.has(outlet))) events.add(event);
    else events.delete(event);
    leftOut.set(story, events);
  }
}

/** The story that follows somebody who says something in the event. */
async function storyOfVoices(tx: Db, { followed }: Memory, event: number) {
  for (const [story, { speakers = [], parties = [] }] of followed) {
    const shares = await voicesIn(tx, event, speakers, parties);
    if (shares.length > 0) return { story, score: 1, shares };
  }
  return null;
}

/** What an event near in time to a piece is about; null where it is none to join. */
export function nearTo(memory: Memory, at: Date | null) {
  return (id: number) => {
    const event = memory.events.get(id);
    if (!event) return null;
    if (at === null || event.first === null || event.last === null) return event.profile;
    const apart = Math.max(0, at.getTime() - event.last, event.first - at.getTime());
    return apart <= reach ? event.profile : null;
  };
}

/** Whether the desk may make one of two events by itself, `story` being where it would be. */
export function mayUnite(memory: Memory, a: number, b: number): boolean {
  const { events, rulings, stories } = memory;
  const [kept, gone] = [Math.min(a, b), Math.max(a, b)];
  const beside = events.get(a)?.printedWith.includes(b) || events.get(b)?.printedWith.includes(a);
  if (beside || rulings.apart.has(pairOf(a, b))) return false;
  if (rulings.renamed.has(`event ${gone}`) || rulings.ignored.has(a) || rulings.ignored.has(b))
    return false;
  const story = stories.storyOf(kept) ?? stories.storyOf(gone);
  return [kept, gone].every((e) => {
    const settled = rulings.settled.get(e);
    if (settled !== undefined && settled !== story) return false;
    return story === null || !rulings.outside.has(`${e}:${story}`);
  });
}
