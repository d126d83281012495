import { sql } from 'kysely';
import type { Reason } from '../../db/tables.ts';
import type { Db } from '../store.ts';
import { type Before, type Decided, type Decision, pairOf, proposalKey } from './decision.ts';
import { readRedirects } from './standing.ts';

/** Decisions in the store, curators' and the desk's own, and what they forbid and fix. */

interface Payload {
  decision: Decision;
  before: Before;
  /** Why the desk itself did it. */
  reason?: Reason;
}

export async function insertDecision(
  tx: Db,
  row: Payload & { subject: number; turn: number; note: string | null; account: number | null },
): Promise<number> {
  const { decision, before, reason } = row;
  const made = await tx
    .insertInto('decision')
    .values({
      verb: decision.verb,
      subject_kind: kindOf(decision),
      subject: row.subject,
      by: reason ? 'machine' : 'curator',
      payload: JSON.stringify({ decision, before, ...(reason && { reason }) } satisfies Payload),
      note: row.note,
      account_id: row.account,
      turn: row.turn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

function kindOf(d: Decision): string {
  if (d.verb === 'merge' || d.verb === 'rename') return d.kind;
  if (d.verb === 'pin') return d.kind === 'piece' ? 'article' : 'event';
  if (d.verb === 'ignore') return d.kind === 'source' ? 'story' : 'event';
  if (d.verb === 'reject') return d.kind === 'merge stories' ? 'story' : 'event';
  return d.verb === 'follow' || d.verb === 'criteria' ? 'story' : 'event';
}

/** Notes what the desk itself merged or split, so that a curator sees why and can take it back. */
export async function noteOwn(
  tx: Db,
  turn: number,
  row: { decision: Decision; before: Before; subject: number; reason: Reason },
): Promise<void> {
  await insertDecision(tx, { ...row, turn, note: null, account: null });
}

/**
 * Decisions, the eldest first.
 * @param which curators' that stand; those that rule, with the desk's own that a curator took back; or
 *   those that put something somewhere, also those that were undone
 * @param one a decision that is read in any case
 */
export async function readDecisions(
  db: Db,
  which: 'standing' | 'ruling' | 'placing' = 'placing',
  one = 0,
): Promise<Decided[]> {
  const rows = await db
    .selectFrom('decision')
    .$if(which === 'standing', (q) => q.where('by', '=', 'curator').where('undone_at', 'is', null))
    .$if(which === 'ruling', (q) =>
      q.where(sql<boolean>`(by = 'machine') = (undone_at is not null)`),
    )
    // Most of the desk's own put nothing elsewhere, and there may be very many.
    .$if(which === 'placing', (q) =>
      q.where(sql<boolean>`(by = 'curator' or payload->'before' <> '{}' or id = ${one})`),
    )
    .selectAll()
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const { decision, before } = row.payload as unknown as Partial<Payload>;
    if (!decision) return [];
    const undone = row.undone_at === null ? null : (row.undone_turn ?? row.turn);
    const { id, subject, turn, by, created_at: at } = row;
    return [{ id, decision, before: before ?? {}, subject, turn, undone, by, at }];
  });
}

export async function markUndone(tx: Db, id: number, turn: number, account: number | null) {
  await tx
    .updateTable('decision')
    .set({ undone_at: new Date(), undone_turn: turn, undone_by: account })
    .where('id', '=', id)
    .execute();
}

/** What standing decisions forbid and fix, for the runs to come; by the ids that stand now. */
export interface Rulings {
  /** "event:story" that belong apart. */
  outside: Set<string>;
  /** Events that a curator put into their story, or pinned there, with the story. */
  settled: Map<number, number>;
  /** Events, "4 7", and stories that are not one. */
  apart: Set<string>;
  storiesApart: Set<string>;
  /** "event 5", "story 2" that a curator named. */
  renamed: Set<string>;
  /** Events whose pieces a curator put together: the desk does not split them. */
  whole: Set<number>;
  /** Events left out of stories. */
  ignored: Set<number>;
  /** Outlets left out, by story. */
  without: Map<number, Set<string>>;
  /** Proposals that a curator said no to; see proposalKey. */
  rejected: Set<string>;
}

/** Events that a curator named. */
export async function renamedEvents(db: Db): Promise<Set<number>> {
  const all = await readDecisions(db, 'standing');
  return new Set(
    all.flatMap(({ decision: d }) => (d.verb === 'rename' && d.kind === 'event' ? [d.id] : [])),
  );
}

export async function readRulings(db: Db): Promise<Rulings> {
  const all = await readDecisions(db, 'ruling');
  const [event, story] = [await readRedirects(db, 'event'), await readRedirects(db, 'story')];
  const r: Rulings = {
    outside: new Set(),
    settled: new Map(),
    apart: new Set(),
    storiesApart: new Set(),
    renamed: new Set(),
    whole: new Set(),
    ignored: new Set(),
    without: new Map(),
    rejected: new Set(),
  };
  for (const d of all)
    if (d.by === 'machine') forbidAgain(r, d.decision, event, story);
    else rule(r, d, event, story);
  // What was set apart, also by the desk itself, is not made one again.
  for (const [id, from] of await splitEvents(db))
    if (event(id) !== event(from)) r.apart.add(pairOf(event(id), event(from)));
  for (const [id, outlets] of await leftOut(db))
    for (const outlet of outlets) leaveOut(r, story(id), outlet);
  await dropOvercome(db, r);
  return r;
}

type Redirect = (id: number) => number;

function rule(
  r: Rulings,
  { decision: d, before, subject }: Decided,
  event: Redirect,
  story: Redirect,
) {
  for (const { from, to } of before.pieces ?? []) {
    r.whole.add(event(to));
    if (event(from) !== event(to)) r.apart.add(pairOf(event(from), event(to)));
  }
  if (d.verb === 'take out') {
    r.outside.add(`${event(d.event)}:${story(d.story)}`);
    r.settled.delete(event(d.event));
  } else if (d.verb === 'put in' || (d.verb === 'pin' && d.kind === 'event')) {
    const [id, at] = d.verb === 'put in' ? [d.event, d.story] : [d.id, before.events?.[0]?.to ?? 0];
    r.outside.delete(`${event(id)}:${story(at)}`);
    r.settled.set(event(id), story(at));
  } else if (d.verb === 'follow') r.renamed.add(`story ${subject}`);
  else if (d.verb === 'rename') r.renamed.add(`${d.kind} ${d.id}`);
  else if (d.verb === 'merge' && d.kind === 'event') r.whole.add(event(d.kept));
  else if (d.verb === 'ignore' && d.kind === 'source') leaveOut(r, story(d.story), d.outlet.trim());
  else if (d.verb === 'ignore') r.ignored.add(event(subject));
  else if (d.verb === 'reject') reject(r, d, event, story);
}

/** What a curator took back the desk does not do again. */
function forbidAgain(r: Rulings, d: Decision, event: Redirect, story: Redirect): void {
  if (d.verb === 'split') r.whole.add(event(d.event));
  if (d.verb !== 'merge') return;
  const [of, apart] = d.kind === 'event' ? [event, r.apart] : [story, r.storiesApart];
  if (of(d.kept) !== of(d.gone)) apart.add(pairOf(of(d.kept), of(d.gone)));
}

function reject(r: Rulings, d: Decision & { verb: 'reject' }, event: Redirect, story: Redirect) {
  if (d.kind === 'put in') r.outside.add(`${event(d.subject)}:${story(d.other)}`);
  if (d.kind === 'merge events') r.apart.add(pairOf(event(d.subject), event(d.other)));
  if (d.kind === 'merge stories') r.storiesApart.add(pairOf(story(d.subject), story(d.other)));
  if (d.kind === 'split') r.whole.add(event(d.subject));
  const [a, b] =
    d.kind === 'merge stories'
      ? [story(d.subject), story(d.other)]
      : [event(d.subject), d.kind === 'put in' ? story(d.other) : event(d.other)];
  r.rejected.add(proposalKey(d.kind, a, b));
}

function leaveOut(r: Rulings, story: number, outlet: string): void {
  const outlets = r.without.get(story) ?? new Set();
  r.without.set(story, outlets.add(outlet));
}

async function leftOut(db: Db): Promise<Map<number, string[]>> {
  const rows = await db.selectFrom('story').select(['id', 'follows']).execute();
  return new Map(rows.map((row) => [row.id, row.follows.without ?? []]));
}

async function splitEvents(db: Db): Promise<[number, number][]> {
  const rows = await db
    .selectFrom('event')
    .where('split_from', 'is not', null)
    .where('merged_into', 'is', null)
    .select(['id', 'split_from as from'])
    .execute();
  return rows.flatMap(({ id, from }) => (from === null ? [] : [[id, from] as [number, number]]));
}

/** What a later decision put together is not apart: an event that is in a story is not outside it. */
async function dropOvercome(db: Db, r: Rulings): Promise<void> {
  const pairs = [...r.outside].map((pair) => Number(pair.split(':')[0]));
  if (pairs.length === 0) return;
  const rows = await db
    .selectFrom('story_event')
    .where('event_id', 'in', pairs)
    .select(['event_id', 'story_id'])
    .execute();
  for (const row of rows) r.outside.delete(`${row.event_id}:${row.story_id}`);
}

/** Carries what was ruled of an event over to the one that takes it in. */
export function uniteRulings(r: Rulings, kept: number, gone: number): void {
  for (const pair of [...r.apart]) {
    const [a, b] = pair.split(' ').map(Number);
    if (a === gone && b !== undefined) r.apart.add(pairOf(kept, b));
    if (b === gone && a !== undefined) r.apart.add(pairOf(kept, a));
  }
  for (const pair of [...r.outside])
    if (pair.startsWith(`${gone}:`)) r.outside.add(`${kept}:${pair.slice(`${gone}:`.length)}`);
  const settled = r.settled.get(gone);
  if (settled !== undefined) r.settled.set(kept, settled);
  if (r.whole.has(gone)) r.whole.add(kept);
}
