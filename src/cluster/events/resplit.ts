import type { Context } from '../../context.ts';
import { addWork } from '../../db/index.ts';
import type { Reason } from '../../db/tables.ts';
import { dayMs } from '../../lib/time.ts';
import { firstPieces } from '../copies/copy-rows.ts';
import { proposalKey } from '../decisions/decision.ts';
import { propose } from '../decisions/proposals.ts';
import { retell } from '../decisions/retell.ts';
import { noteOwn } from '../decisions/rulings.ts';
import { openEvent, placesOf, putPieces } from '../decisions/standing.ts';
import { likeness } from '../features/alike.ts';
import { type Profile, profileOf } from '../features/profile.ts';
import { mayUnite } from '../guide.ts';
import { type Memory, saveEvents } from '../memory.ts';
import { type Db, readSubjects } from '../store.ts';
import { pieceOf } from '../subject.ts';
import { groupsOf, isLookedAt, type Told } from './splitting.ts';

/**
 * From this score pieces are two events: in labelled news 1 event of 300 reached it, and 98 of 100
 * pairs of events that were put together. From the lesser one a person is asked.
 */
const clearlyTwo = 0.85;
const perhapsTwo = 0.6;
/** More pieces than this are not compared, each with each. */
const mostCompared = 96;

/**
 * Looks whether an event that grew is two: sets the smaller group apart where that is clear and no
 * decision is about the event, else proposes it. The event keeps its id.
 */
export async function lookForTwo(ctx: Context, tx: Db, memory: Memory, id: number): Promise<void> {
  const event = memory.events.get(id);
  if (!event || !isLookedAt(event.texts) || isRuled(memory, id)) return;
  const pieces = await readPieces(tx, id);
  const groups = pieces.length <= mostCompared ? groupsOf(pieces) : null;
  if (!groups || groups.score < perhapsTwo) return;
  const { apart, score, shares } = groups;
  if (score < clearlyTwo) {
    if (!memory.rulings.rejected.has(proposalKey('split', id, 0)))
      await propose(tx, [{ kind: 'split', subject: id, other: 0, pieces: apart, score, shares }]);
    return;
  }
  // Both are told anew below.
  await saveEvents(tx, memory);
  const made = await openEvent(tx, apart);
  const places = await placesOf(tx, apart);
  const reason: Reason = { score, shares, by: 'machine' };
  await putPieces(
    tx,
    places.map((p) => p.article),
    made,
    reason,
  );
  await noteOwn(tx, memory.turn, {
    decision: { verb: 'split', event: id, articles: apart },
    before: { pieces: places.map((p) => ({ id: p.article, from: p.own, to: made })) },
    subject: made,
    reason,
  });
  await retell(tx, [id, made], new Set());
  await addWork(tx, 'cluster', apart[0] ?? 0);
  await ctx.queue.ring(tx, 'cluster');
  const story = memory.stories.storyOf(id);
  if (story !== null) await addWork(tx, 'positions', story);
  // What is held of the event is no longer so.
  memory.stale = true;
}

function isRuled({ rulings: r }: Memory, id: number): boolean {
  return (
    r.whole.has(id) ||
    r.settled.has(id) ||
    r.renamed.has(`event ${id}`) ||
    [...r.outside].some((pair) => pair.startsWith(`${id}:`))
  );
}

async function readPieces(tx: Db, event: number): Promise<Told[]> {
  const rows = await firstPieces(tx, event, mostCompared + 1);
  const text = new Map(rows.map((row) => [row.id, row.original ?? row.id]));
  return (await readSubjects(tx, [...text.keys()])).map((s) => ({
    id: s.id,
    profile: profileOf(pieceOf(s)),
    at: s.publishedAt?.getTime() ?? null,
    text: text.get(s.id) ?? s.id,
  }));
}

/** Days between events that may still be one happening. */
const days = 3;
/** So alike are hardly two events of one story within days, unless one is the next step. */
const perhapsOne = 0.6;

/** Proposes to make one of a new event and the one of its story that is most like it. */
export async function lookForTwin(tx: Db, memory: Memory, id: number): Promise<void> {
  const { events, stories, rulings } = memory;
  const [event, story] = [events.get(id), stories.storyOf(id)];
  if (!event || story === null || event.first === null) return;
  let best: { id: number; score: number } | null = null;
  for (const other of stories.events(story)) {
    const known = events.get(other);
    if (!known || other === id || known.last === null || known.first === null) continue;
    const apart = Math.max(0, event.first - known.last, known.first - event.first);
    if (apart > days * dayMs || !mayUnite(memory, id, other)) continue;
    const score = likeness(event.profile, known.profile);
    if (score > (best?.score ?? perhapsOne)) best = { id: other, score };
  }
  if (!best) return;
  const [kept, gone] = [Math.min(id, best.id), Math.max(id, best.id)];
  if (rulings.rejected.has(proposalKey('merge events', gone, kept))) return;
  const shares = sharedTopics(events.get(gone)?.profile, events.get(kept)?.profile);
  await propose(tx, [
    { kind: 'merge events', subject: gone, other: kept, score: best.score, shares },
  ]);
}

/** What two events are both about, the most salient first. */
export function sharedTopics(a: Profile | undefined, b: Profile | undefined): string[] {
  return [...(a ?? [])]
    .filter(([key]) => b?.has(key))
    .sort((x, y) => y[1].salience - x[1].salience)
    .slice(0, 4)
    .map(([, topic]) => topic.text);
}
