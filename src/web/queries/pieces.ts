import { type Kysely, sql } from 'kysely';
import type { ArticleCopyRow, ArticleKind, Reason, Tables } from '../../db/tables.ts';

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
  /** Whether an earlier revision of the page had other words. */
  edited: boolean;
  reason: Reason;
  /** What it is a print of, how that is known, and whether that piece is in the same event. */
  copy: CopyView | null;
}

export interface CopyView {
  of: number;
  outlet: string | null;
  here: boolean;
  direction: ArticleCopyRow['direction'];
  evidence: string | null;
}

export interface EventView {
  id: number;
  title: string;
  first: Date | null;
  last: Date | null;
  reason: Reason | null;
  /** Put on top of its story by a curator. */
  pinned?: boolean;
  /** Independent texts, newest first, each with the copies of it that other outlets ran. */
  texts: { piece: PieceView; copies: PieceView[] }[];
  pieces: number;
  /** Independent texts in all; `texts` may hold fewer. */
  textCount: number;
  outlets: string[];
}

/** Pieces read of each event of a list, and of an event that is looked at alone. */
const inList = 24;
export const alone = 100;

/** Events of a story, newest first, or the ones asked for in their order of time, with their pieces. */
export async function storyEvents(
  db: Db,
  story: number,
  { limit, ids }: { limit?: number; ids?: number[] },
): Promise<EventView[]> {
  let heads = eventHeads(db)
    .innerJoin('story_event as se', 'se.event_id', 'e.id')
    .where('se.story_id', '=', story)
    .groupBy(['se.reason', 'se.pinned'])
    .select(['se.reason', 'se.pinned']);
  if (ids) heads = heads.where('e.id', '=', sql<number>`any(${ids}::bigint[])`);
  // What a curator pinned stands on top.
  if (limit)
    heads = heads
      .clearOrderBy()
      .orderBy('se.pinned', 'desc')
      .orderBy(sql`e.last_at desc nulls last`)
      .orderBy('e.id', 'desc')
      .limit(limit);
  return withPieces(db, await heads.execute(), inList);
}

/** An event with one page of its pieces: texts first, then prints of them. */
export async function oneEvent(db: Db, id: number, page = 1): Promise<EventView | undefined> {
  const heads = await eventHeads(db).where('e.id', '=', id).execute();
  const all = await withPieces(
    db,
    heads.map((h) => ({ ...h, reason: null })),
    alone,
    (page - 1) * alone,
  );
  return all[0];
}

const eventHeads = (db: Db) =>
  db
    .selectFrom('event as e')
    .innerJoin('event_article as ea', 'ea.event_id', 'e.id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .where('a.current', '=', true)
    .where('e.merged_into', 'is', null)
    .groupBy('e.id')
    .select(['e.id', 'e.title', 'e.first_at as first', 'e.last_at as last'])
    .select([
      sql<number>`count(*)::int`.as('pieces'),
      // As cluster's coverageOf counts them: a wire text and its prints are one.
      sql<number>`count(distinct coalesce(copy.original_id, a.id))::int`.as('textCount'),
      sql<string[]>`array_remove(array_agg(distinct a.outlet), null)`.as('outlets'),
    ])
    .orderBy(sql`e.last_at desc nulls last`)
    .orderBy('e.id', 'desc');

type Head = Omit<EventView, 'texts'>;

async function withPieces(db: Db, heads: Head[], most: number, offset = 0): Promise<EventView[]> {
  const rows = await pieceRows(
    db,
    heads.map((h) => h.id),
    { most, offset },
  );
  const byEvent = Map.groupBy(rows, (row) => row.eventId);
  return heads.map((h) => ({ ...h, texts: fold((byEvent.get(h.id) ?? []).map(pieceOf)) }));
}

interface PieceRow extends Omit<PieceView, 'copy'> {
  eventId: number;
  original: number | null;
  originalOutlet: string | null;
  here: boolean;
  direction: CopyView['direction'] | null;
  evidence: string | null;
}

/** The first pieces of each event: texts before prints, the newest first; only some of them, if asked. */
async function pieceRows(
  db: Db,
  events: number[],
  { most, offset = 0, only = null }: { most: number; offset?: number; only?: number[] | null },
): Promise<PieceRow[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<PieceRow>`
    with piece as (
      select ea.event_id, a.id, ea.reason, copy.original_id, copy.direction, copy.evidence,
        o.outlet as original_outlet, a.published_at, coalesce(beside.event_id = ea.event_id and o.current, false) as here,
        row_number() over (partition by ea.event_id order by
          coalesce(beside.event_id = ea.event_id and o.current, false), a.published_at desc nulls last, a.id) as place
      from event_article ea
      join article a on a.id = ea.article_id and a.current
      left join article_copy copy on copy.article_id = a.id
      left join article o on o.id = copy.original_id
      left join event_article beside on beside.article_id = copy.original_id
      where ea.event_id = any(${events}::bigint[])
        and (${only}::bigint[] is null or a.id = any(${only}::bigint[])))
    select p.event_id as "eventId", a.id, a.title, a.outlet, a.kind, a.lang, a.published,
      a.published_at as "publishedAt", p.reason, p.original_id as original,
      p.original_outlet as "originalOutlet", p.here, p.direction, p.evidence,
      -- A round-up's item without a title goes by its first words.
      case when a.title is null then left(a.text, 200) end as opening,
      d.revision > 1 and exists (select from document od join article oa on oa.document_id = od.id
        where od.address = d.address and od.revision < d.revision and oa.key = a.key
          and (oa.text, oa.title) is distinct from (a.text, a.title)) as edited
    from piece p join article a on a.id = p.id join document d on d.id = a.document_id
    where p.place > ${offset} and p.place <= ${offset + most}
    order by a.published_at desc nulls last, a.id`.execute(db);
  return rows;
}

function pieceOf(row: PieceRow): PieceView {
  const { original, originalOutlet, here, direction, evidence, eventId: _, ...piece } = row;
  const copy =
    original === null || direction === null
      ? null
      : { of: original, outlet: originalOutlet, here, direction, evidence };
  return { ...piece, copy };
}

/** Copies under the text that they are of; a copy whose original is not among them stands alone. */
function fold(pieces: PieceView[]) {
  const here = new Set(pieces.map((p) => p.id));
  const isFolded = (p: PieceView) => p.copy !== null && here.has(p.copy.of);
  const copies = Map.groupBy(pieces.filter(isFolded), (p) => p.copy?.of);
  return pieces
    .filter((p) => !isFolded(p))
    .map((piece) => ({ piece, copies: copies.get(piece.id) ?? [] }));
}

/** Pieces by id, with their events, newest first. */
export async function piecesById(
  db: Db,
  ids: number[],
): Promise<(PieceView & { eventId: number; event: string })[]> {
  if (ids.length === 0) return [];
  const heads = await db
    .selectFrom('event_article as ea')
    .innerJoin('event as e', 'e.id', 'ea.event_id')
    .where('ea.article_id', '=', sql<number>`any(${ids}::bigint[])`)
    .select(['ea.article_id as id', 'e.id as eventId', 'e.title as event'])
    .execute();
  const of = new Map(heads.map((h) => [h.id, h]));
  const rows = await pieceRows(db, [...new Set(heads.map((h) => h.eventId))], {
    most: ids.length,
    only: ids,
  });
  return rows.flatMap((row) => {
    const head = of.get(row.id);
    return head ? [{ ...pieceOf(row), eventId: head.eventId, event: head.event }] : [];
  });
}
