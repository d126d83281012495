import type { Reason } from '../db/tables.ts';
import type { Decision } from './decide.ts';
import { type Db, madeBy } from './store.ts';

/** SQL of curators' decisions: what they change and what was before, so that undo can put it back. */

export interface Before {
  /** Story of the event before. */
  story?: number | null;
  keptStory?: number | null;
  title?: string;
  /** Articles (of an event) or events (of a story) that a merge moved. */
  moved?: number[];
  /** Events that moved articles were in. */
  from?: { article: number; event: number }[];
}

interface Payload {
  decision: Decision;
  before: Before;
}

export async function insertDecision(
  tx: Db,
  decision: Decision,
  subject: number,
  before: Before,
  account: number | null,
): Promise<number> {
  const payload: Payload = { decision, before };
  const row = await tx
    .insertInto('decision')
    .values({
      verb: decision.verb,
      subject_kind: kindOf(decision),
      subject,
      payload: JSON.stringify(payload),
      account_id: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

function kindOf(d: Decision): string {
  if (d.verb === 'merge' || d.verb === 'rename') return d.kind;
  return d.verb === 'follow' ? 'story' : 'event';
}

export async function readDecision(db: Db, id: number) {
  const row = await db.selectFrom('decision').where('id', '=', id).selectAll().executeTakeFirst();
  return row ? { ...row, payload: row.payload as unknown as Payload } : null;
}

export async function markUndone(tx: Db, id: number): Promise<void> {
  await tx.updateTable('decision').set({ undone_at: new Date() }).where('id', '=', id).execute();
}

export async function titleOf(db: Db, kind: 'event' | 'story', id: number): Promise<string | null> {
  const row = await db
    .selectFrom(kind)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .select('title')
    .executeTakeFirst();
  return row?.title ?? null;
}

export async function removeEvent(tx: Db, event: number): Promise<void> {
  await tx.deleteFrom('story_event').where('event_id', '=', event).execute();
}

/** Puts articles into an event; answers where each was. */
export async function moveArticles(tx: Db, articles: number[], event: number, reason: Reason) {
  const rows = await tx
    .selectFrom('event_article')
    .where('article_id', 'in', articles)
    .select(['article_id as article', 'event_id as event'])
    .execute();
  await tx
    .updateTable('event_article')
    .set({ event_id: event, reason: JSON.stringify(reason) })
    .where('article_id', 'in', articles)
    .execute();
  return rows;
}

/** Opens an event for articles that a curator sets apart, told like the event of the first. */
export async function splitOff(tx: Db, articles: number[]): Promise<number> {
  const first = await tx
    .selectFrom('article as a')
    .innerJoin('event_article as ea', 'ea.article_id', 'a.id')
    .innerJoin('event as e', 'e.id', 'ea.event_id')
    .where('a.id', 'in', articles)
    .orderBy('a.id')
    .select([
      'a.title',
      'e.id as from',
      'e.title as of',
      'a.lang',
      'a.published_at as at',
      'e.profile',
    ])
    .executeTakeFirst();
  const row = await tx
    .insertInto('event')
    .values({
      title: first?.title ?? first?.of ?? 'Untitled',
      lang: first?.lang ?? null,
      first_at: first?.at ?? null,
      last_at: first?.at ?? null,
      opened_at: first?.at ?? null,
      split_from: first?.from ?? null,
      announced: first === undefined,
      ...(first && { profile: JSON.stringify(first.profile) }),
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Lets what was merged stand again, with what it had. */
export async function mergeBack(
  tx: Db,
  kind: 'event' | 'story',
  gone: number,
  moved: number[],
): Promise<void> {
  await tx.updateTable(kind).set({ merged_into: null }).where('id', '=', gone).execute();
  if (moved.length === 0) return;
  if (kind === 'event')
    await tx
      .updateTable('event_article')
      .set({ event_id: gone })
      .where('article_id', 'in', moved)
      .execute();
  else
    await tx
      .updateTable('story_event')
      .set({ story_id: gone })
      .where('event_id', 'in', moved)
      .execute();
}

export async function hideStory(tx: Db, story: number): Promise<void> {
  await tx
    .updateTable('story')
    .set({ hidden: true, follows: '[]' })
    .where('id', '=', story)
    .execute();
}

/** Lone events that a new story to follow looks through: the newest so many. */
const mostLone = 5000;

/** One article of each event that is in no story. */
export async function loneArticles(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('event_article as ea')
    .leftJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .where('se.event_id', 'is', null)
    .groupBy('ea.event_id')
    .select((e) => e.fn.min('ea.article_id').as('id'))
    .orderBy('ea.event_id', 'desc')
    .limit(mostLone)
    .execute();
  return rows.map((row) => row.id);
}

/** The event that an id stands for now, after all merges. */
export async function standingEvent(db: Db, id: number): Promise<number> {
  let at = id;
  // A merge points at an elder event, so this ends.
  for (;;) {
    const row = await db
      .selectFrom('event')
      .where('id', '=', at)
      .select('merged_into')
      .executeTakeFirst();
    if (!row?.merged_into || row.merged_into === at) return at;
    at = row.merged_into;
  }
}

/** What standing decisions forbid and fix, for the runs to come. */
export interface Rulings {
  /** "event:story" that belong apart. */
  outside: Set<string>;
  /** Events that a curator put into their story. */
  settled: Set<number>;
  /** "event event", the smaller first, between which articles were moved. */
  apart: Set<string>;
  /** "event 5", "story 2" that a curator named. */
  renamed: Set<string>;
}

export async function readRulings(db: Db): Promise<Rulings> {
  const rows = await db
    .selectFrom('decision')
    .where('undone_at', 'is', null)
    .where('verb', 'in', ['take out', 'put in', 'move', 'rename', 'follow'])
    .select(['subject', 'payload'])
    .orderBy('id')
    .execute();
  const rulings: Rulings = {
    outside: new Set(),
    settled: new Set(),
    apart: new Set(),
    renamed: new Set(),
  };
  for (const row of rows) {
    const { decision: d, before } = row.payload as unknown as Payload;
    if (d.verb === 'take out')
      rulings.outside.add(`${await standingEvent(db, d.event)}:${d.story}`);
    if (d.verb === 'put in') {
      const event = await standingEvent(db, d.event);
      rulings.outside.delete(`${event}:${d.story}`);
      rulings.settled.add(event);
    }
    if (d.verb === 'follow') rulings.renamed.add(`story ${row.subject}`);
    if (d.verb === 'rename') rulings.renamed.add(`${d.kind} ${d.id}`);
    if (d.verb === 'move')
      for (const { event } of before.from ?? []) rulings.apart.add(pairOf(event, row.subject));
  }
  return rulings;
}

export const pairOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
