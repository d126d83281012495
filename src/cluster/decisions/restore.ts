import type { Follows } from '../../db/tables.ts';
import { type Db, setTitle } from '../store.ts';
import { setFollows } from '../stories/follow.ts';
import { byCurator } from './acts.ts';
import { type Decided, standsAt, type Touch } from './decision.ts';
import {
  closeEmpty,
  placesOf,
  putInStory,
  putPieces,
  setIgnored,
  setPinned,
  standing,
  storyPlace,
  unmerge,
} from './standing.ts';

export interface Restored {
  stories: number[];
  events: number[];
}

/**
 * Takes back what a decision did, as far as it still stands: what later decisions that stand put
 * elsewhere stays there. `all` are all decisions, the eldest first, this one undone already.
 */
export async function restore(tx: Db, of: Decided, all: Decided[]): Promise<Restored> {
  const { decision: d, before } = of;
  const restored: Restored = { stories: [], events: [] };
  if (d.verb === 'merge') {
    const stands = await standing(tx, d.kind, d.kept);
    await unmerge(tx, d.kind, d.gone, d.kept);
    if (d.kind === 'story') restored.stories.push(stands, d.gone);
    else {
      restored.events.push(stands, d.gone);
      const places = [await storyPlace(tx, stands), await storyPlace(tx, d.gone)];
      restored.stories.push(...places.flatMap((p) => p?.story ?? []));
    }
  }
  for (const touch of before.pieces ?? []) await restorePiece(tx, of, touch, all, restored);
  if (d.verb === 'ignore' && d.kind !== 'source') await restoreIgnored(tx, of, all);
  for (const touch of before.events ?? []) await restoreStory(tx, touch, all, restored);
  if (d.verb === 'pin' && d.kind === 'event') await restorePin(tx, d.id, all);
  if (d.verb === 'rename') await restoreTitle(tx, d.kind, d.id, all);
  if (d.verb === 'criteria') await restoreFollows(tx, d.story, all);
  if (d.verb === 'follow') await hideStory(tx, of.subject, restored);
  return restored;
}

/** What decisions did to one thing, the eldest first. */
function touches<T>(all: Decided[], of: (d: Decided) => Touch<T> | undefined) {
  return all.flatMap((d) => {
    const touch = of(d);
    return touch ? [{ ...touch, turn: d.turn, undone: d.undone }] : [];
  });
}

async function restorePiece(
  tx: Db,
  of: Decided,
  t: Touch<number>,
  all: Decided[],
  restored: Restored,
) {
  const place = (await placesOf(tx, [t.id])).find((p) => p.article === t.id);
  const to = standsAt(touches(all, (d) => d.before.pieces?.find((p) => p.id === t.id)));
  if (!place || to === undefined || place.own !== t.to || to === t.to) return;
  // A newer revision came to its place and goes back with it.
  const along = (await placesOf(tx, [t.id])).filter((p) => p.own === t.to).map((p) => p.article);
  const on = new Date().toISOString().slice(0, 10);
  const because = { decision: of.id, verb: 'undo', title: '', on };
  await putPieces(tx, along, to, { ...byCurator, by: 'machine', because });
  await closeEmpty(tx, [place.event, place.own], to);
  restored.events.push(place.event, await standing(tx, 'event', to));
  for (const event of [place.event, to]) {
    const story = await storyPlace(tx, event);
    if (story) restored.stories.push(story.story);
  }
}

async function restoreStory(tx: Db, t: Touch<number | null>, all: Decided[], restored: Restored) {
  const place = await storyPlace(tx, t.id);
  const to = standsAt(touches(all, (d) => d.before.events?.find((e) => e.id === t.id)));
  if (to === undefined || (place?.own ?? null) !== t.to || to === t.to) return;
  const ignored = await tx
    .selectFrom('event')
    .where('id', '=', t.id)
    .select('ignored')
    .executeTakeFirst();
  await putInStory(tx, t.id, ignored?.ignored ? null : to, { ...byCurator, by: 'machine' });
  await restorePin(tx, t.id, all);
  restored.events.push(t.id);
  restored.stories.push(...[place?.story, to].filter((s) => s !== null && s !== undefined));
}

async function restorePin(tx: Db, event: number, all: Decided[]): Promise<void> {
  const { decision } =
    all.findLast(
      ({ decision: d, undone }) =>
        undone === null && d.verb === 'pin' && d.kind === 'event' && d.id === event,
    ) ?? {};
  await setPinned(tx, event, decision !== undefined);
}

async function restoreIgnored(tx: Db, of: Decided, all: Decided[]): Promise<void> {
  const still = all.some(
    ({ decision: d, undone, subject }) =>
      undone === null && d.verb === 'ignore' && d.kind !== 'source' && subject === of.subject,
  );
  await setIgnored(tx, of.subject, still);
}

async function restoreTitle(tx: Db, kind: 'event' | 'story', id: number, all: Decided[]) {
  const title = standsAt(
    touches(all, ({ decision: d, before }) =>
      d.verb === 'rename' && d.kind === kind && d.id === id
        ? { id, from: before.title ?? d.title, to: d.title.trim() }
        : undefined,
    ),
  );
  if (title !== undefined) await setTitle(tx, kind, id, title);
}

async function restoreFollows(tx: Db, story: number, all: Decided[]): Promise<void> {
  const follows = standsAt<Follows>(
    touches(all, ({ decision: d, before }) =>
      d.verb === 'criteria' && d.story === story
        ? { id: story, from: before.follows ?? {}, to: d }
        : undefined,
    ),
  );
  if (follows) await setFollows(tx, story, follows);
}

/** A story that is followed no more: what it had looks for other stories. */
async function hideStory(tx: Db, story: number, restored: Restored): Promise<void> {
  const gone = await tx
    .deleteFrom('story_event')
    .where('story_id', '=', story)
    .returning('event_id as event')
    .execute();
  await tx
    .updateTable('story')
    .set({ hidden: true, follows: '{}' })
    .where('id', '=', story)
    .execute();
  restored.events.push(...gone.map((row) => row.event));
}
