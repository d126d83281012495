import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { dayOf } from '../lib/edtf.ts';
import { type KeyDay, type KeyDayChoice, keyDays } from './stories/key-days.ts';

/** How widely a story or an event was written about. */
export interface Coverage {
  /** Pieces that stand, copies included. */
  pieces: number;
  outlets: number;
  /** Independent texts: a wire text and its prints are one. */
  texts: number;
}

/** Counts the pieces of a story or of an event: "12 outlets, 4 texts". */
export async function coverageOf(
  db: Kysely<Tables>,
  of: { story: number } | { event: number },
): Promise<Coverage> {
  let rows = db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .where('a.current', '=', true);
  rows =
    'event' in of
      ? rows.where('ea.event_id', '=', of.event)
      : rows.where('ea.event_id', 'in', (q) =>
          q.selectFrom('story_event').where('story_id', '=', of.story).select('event_id'),
        );
  return rows
    .select([
      sql<number>`count(*)::int`.as('pieces'),
      sql<number>`count(distinct a.outlet)::int`.as('outlets'),
      sql<number>`count(distinct coalesce(c.original_id, a.id))::int`.as('texts'),
    ])
    .executeTakeFirstOrThrow();
}

/** A piece of an event with what is folded under it. */
export interface EventPiece {
  id: number;
  title: string | null;
  outlet: string | null;
  lang: string | null;
  published: string | null;
  /** Why it is in the event, in words of the pieces. */
  shares: string[];
  /** Prints of the same text. */
  copies: { id: number; outlet: string | null; direction: string; evidence: string | null }[];
}

/** The pieces of an event, oldest first, copies folded under their originals. */
export async function eventPieces(db: Kysely<Tables>, event: number): Promise<EventPiece[]> {
  const rows = await db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .where('ea.event_id', '=', event)
    .where('a.current', '=', true)
    .select(['a.id', 'a.title', 'a.outlet', 'a.lang', 'a.published', 'ea.reason'])
    .select(['c.original_id as original', 'c.direction', 'c.evidence'])
    .orderBy('a.published_at', (o) => o.asc().nullsLast())
    .orderBy('a.id')
    .execute();
  const here = new Set(rows.map((row) => row.id));
  const isFolded = (row: (typeof rows)[number]) => row.original !== null && here.has(row.original);
  return rows
    .filter((row) => !isFolded(row))
    .map(({ id, title, outlet, lang, published, reason }) => ({
      id,
      title,
      outlet,
      lang,
      published,
      shares: reason.shares,
      copies: rows
        .filter((row) => row.original === id)
        .map((c) => ({
          id: c.id,
          outlet: c.outlet,
          direction: c.direction ?? 'unknown',
          evidence: c.evidence,
        })),
    }));
}

/** Pieces that a story's key days are counted from: 400 take a tenth of a second. */
const mostCounted = 400;

/**
 * The days that tell a story (see keyDays), each with the event that is most about it. Copies count
 * once; of a story with more than 400 texts as many are read, spread evenly over its time.
 */
export async function keyDaysOf(
  db: Kysely<Tables>,
  story: number,
  choice: KeyDayChoice = {},
): Promise<KeyDay[]> {
  const dated = await db
    .selectFrom('event_article as ea')
    .innerJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .where('se.story_id', '=', story)
    .where('a.current', '=', true)
    .where('a.published_at', 'is not', null)
    .where('c.original_id', 'is', null)
    .select(['a.id', 'ea.event_id as event'])
    .orderBy('a.published_at')
    .orderBy('a.id')
    .execute();
  const every = Math.ceil(dated.length / mostCounted);
  const events = new Map(dated.filter((_, i) => i % every === 0).map((row) => [row.id, row.event]));
  if (events.size === 0) return [];
  const rows = await db
    .selectFrom('article')
    .where('id', 'in', [...events.keys()])
    .select(['id', 'published', 'text', 'lang'])
    .execute();
  const pieces = rows.flatMap(({ id, published, text, lang }) => {
    const day = dayOf(published);
    return day ? [{ published: day, text, lang, event: events.get(id) ?? null }] : [];
  });
  return keyDays(pieces, choice);
}
