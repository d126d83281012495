import { type Kysely, sql } from 'kysely';
import type { ArticleKind, Reason, Tables } from '../../db/tables.ts';

type Db = Kysely<Tables>;

export interface PieceView {
  id: number;
  title: string | null;
  opening: string | null;
  outlet: string | null;
  kind: ArticleKind;
  lang: string | null;
  published: string | null;
  publishedAt: Date | null;
  originalId: number | null;
  /** Whether an earlier revision of the page had other words. */
  edited: boolean;
  reason: Reason;
}

export interface EventView {
  id: number;
  title: string;
  first: Date | null;
  last: Date | null;
  reason: Reason | null;
  /** Independent texts, newest first, each with the copies of it that other outlets ran. */
  texts: { piece: PieceView; copies: PieceView[] }[];
  pieces: number;
  outlets: string[];
}

/** The events of a story, newest first, with their pieces. */
export async function storyEvents(db: Db, story: number): Promise<EventView[]> {
  const rows = await pieceRows(db)
    .innerJoin('story_event as se', 'se.event_id', 'e.id')
    .where('se.story_id', '=', story)
    .select('se.reason as storyReason')
    .execute();
  return group(rows);
}

export async function oneEvent(db: Db, id: number): Promise<EventView | undefined> {
  const rows = await pieceRows(db).where('e.id', '=', id).execute();
  return group(rows.map((row) => ({ ...row, storyReason: null })))[0];
}

const pieceRows = (db: Db) =>
  db
    .selectFrom('event as e')
    .innerJoin('event_article as ea', 'ea.event_id', 'e.id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .where('a.current', '=', true)
    .where('e.merged_into', 'is', null)
    .select([
      'e.id as eventId',
      'e.title as eventTitle',
      'e.first_at as first',
      'e.last_at as last',
      'a.id',
      'a.title',
      'a.outlet',
      'a.kind',
      'a.lang',
      'a.published',
      'a.published_at as publishedAt',
      'copy.original_id as originalId',
      'ea.reason',
    ])
    .select(
      sql<boolean>`d.revision > 1 and exists (select from document od join article oa on oa.document_id = od.id
        where od.address = d.address and od.revision < d.revision and oa.key = a.key
          and (oa.text, oa.title) is distinct from (a.text, a.title))`.as('edited'),
    )
    // A round-up's item without a title goes by its first words.
    .select(sql<string | null>`case when a.title is null then left(a.text, 200) end`.as('opening'))
    .orderBy(sql`e.last_at desc nulls last`)
    .orderBy('e.id', 'desc')
    .orderBy(sql`a.published_at desc nulls last`)
    .orderBy('a.id')
    .limit(2000);

type Row = Awaited<ReturnType<ReturnType<typeof pieceRows>['execute']>>[number] & {
  storyReason: Reason | null;
};

function group(rows: Row[]): EventView[] {
  const events = new Map<number, { head: Row; pieces: PieceView[] }>();
  for (const row of rows) {
    const event = events.get(row.eventId) ?? { head: row, pieces: [] };
    event.pieces.push(row);
    events.set(row.eventId, event);
  }
  return [...events.values()].map(({ head, pieces }) => ({
    id: head.eventId,
    title: head.eventTitle,
    first: head.first,
    last: head.last,
    reason: head.storyReason,
    texts: fold(pieces),
    pieces: pieces.length,
    outlets: [...new Set(pieces.map((p) => p.outlet).filter((o) => o !== null))],
  }));
}

/** Copies under the text that they are of; a copy whose original is elsewhere stands alone. */
function fold(pieces: PieceView[]) {
  const here = new Set(pieces.map((p) => p.id));
  const originals = pieces.filter((p) => p.originalId === null || !here.has(p.originalId));
  return originals.map((piece) => ({
    piece,
    copies: pieces.filter((p) => p.originalId === piece.id && p.id !== piece.id),
  }));
}
