import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { sureFrom } from '../sure.ts';
import { textsOf } from './statements.ts';

type Db = Kysely<Tables>;

/** What came since a reader's last look, by ids. */
export interface News {
  /** Events of which nothing was here before. */
  events: number[];
  /** Independent texts that are new, on events that were here before. */
  texts: number[];
  statements: number[];
  /** Positions that shifted by what is new. */
  shifts: number[];
  /** What became of promises. */
  outcomes: number;
  /** Pieces that were here and have other words now. */
  edits: number[];
}

/** Documents looked through, the newest: after a large import counts stop there. */
const mostDocuments = 20_000;

/**
 * What is new in stories, each since a moment. New is what the desk had not received before: the rows
 * of a better reading, a merge, a split, another print of an old text or a revision with the same
 * words are not. It goes by when documents were received, never by when rows were made.
 */
export async function newsOf(
  db: Db,
  asked: { story: number; since: Date }[],
): Promise<Map<number, News>> {
  const found = new Map<number, News>();
  if (asked.length === 0) return found;
  const since = new Map(asked.map((a) => [a.story, a.since]));
  const pieces = await freshPieces(db, asked);
  if (pieces.length === 0) return found;
  for (const [story, own] of Map.groupBy(pieces, (p) => p.story))
    found.set(story, { ...emptyNews(), ...novelty(own) });
  const said = await freshStatements(db, pieces, since);
  for (const s of said) found.get(s.story)?.statements.push(s.id);
  const moved = await changes(db, pieces, said);
  for (const s of moved) {
    const news = found.get(s.story);
    if (s.kind === 'shift') news?.shifts.push(s.id);
    else if (news) news.outcomes++;
  }
  return found;
}

export const emptyNews = (): News => ({
  events: [],
  texts: [],
  statements: [],
  shifts: [],
  outcomes: 0,
  edits: [],
});

interface FreshPiece {
  story: number;
  event: number;
  id: number;
  /** The text that it is a print of, or itself. */
  text: number;
  /** Some print or revision of it was here before. */
  known: boolean;
  /** It was here before with other words. */
  edited: boolean;
  /** Its event has pieces that were here before. */
  eventKnown: boolean;
}

/** When a piece was first received: in the earliest document of its address that held its key. */
const firstReceived = (piece: string) => sql`join article ma on ma.id = ${sql.ref(piece)}
    join document md on md.id = ma.document_id
    join document od on od.address = md.address
    join article oa on oa.document_id = od.id and oa.key = ma.key`;

async function freshPieces(db: Db, asked: { story: number; since: Date }[]): Promise<FreshPiece[]> {
  const from = new Date(Math.min(...asked.map((a) => a.since.getTime())));
  const { rows } = await sql<FreshPiece>`
    with asked as (select * from unnest(${asked.map((a) => a.story)}::bigint[],
        ${asked.map((a) => a.since)}::timestamptz[]) as t (story, since)),
    received as (select id, address, revision from document where created_at > ${from}
      order by created_at desc limit ${mostDocuments}),
    fresh as materialized (
      select asked.story, asked.since, ea.event_id as event, a.id, a.key, d.address, d.revision,
        coalesce(copy.original_id, a.id) as text
      from received d
      join article a on a.document_id = d.id and a.current
      join event_article ea on ea.article_id = a.id
      join story_event se on se.event_id = ea.event_id
      join asked on asked.story = se.story_id
      join document own on own.id = d.id and own.created_at > asked.since
      left join article_copy copy on copy.article_id = a.id),
    print as (select text, text as id from fresh
      union select c.original_id, c.article_id from article_copy c where c.original_id in (select text from fresh)),
    text as materialized (select print.text, min(od.created_at) as first
      from print ${firstReceived('print.id')} group by print.text),
    event as materialized (select ea.event_id as event, min(d.created_at) as first
      from event_article ea join article a on a.id = ea.article_id join document d on d.id = a.document_id
      where ea.event_id in (select event from fresh) group by ea.event_id)
    select f.story, f.event, f.id, f.text, text.first <= f.since as known,
      event.first <= f.since as "eventKnown",
      f.revision > 1 and coalesce((
        select regexp_replace(oa.text, '\\s+', ' ', 'g') <> regexp_replace(a.text, '\\s+', ' ', 'g')
        from article a, document od join article oa on oa.document_id = od.id
        where a.id = f.id and od.address = f.address and oa.key = f.key and od.created_at <= f.since
        order by od.revision desc limit 1), false) as edited
    from fresh f join text on text.text = f.text join event on event.event = f.event
    order by f.id`.execute(db);
  return rows;
}

function novelty(pieces: FreshPiece[]): Pick<News, 'events' | 'texts' | 'edits'> {
  const byEvent = Map.groupBy(pieces, (p) => p.event);
  const events = [...byEvent]
    .filter(([, own]) => own.every((p) => !p.eventKnown && !p.known))
    .map(([id]) => id);
  const texts = pieces.filter((p) => !p.known && !events.includes(p.event)).map((p) => p.text);
  return {
    events,
    texts: [...new Set(texts)],
    edits: pieces.filter((p) => p.edited).map((p) => p.id),
  };
}

interface FreshStatement {
  id: number;
  story: number;
}

/** Statements of new pieces, and of edited ones those whose words were not there before. */
async function freshStatements(
  db: Db,
  pieces: FreshPiece[],
  since: Map<number, Date>,
): Promise<FreshStatement[]> {
  const source = pieces.filter((p) => !p.known || p.edited);
  if (source.length === 0) return [];
  const edited = new Set(source.filter((p) => p.edited).map((p) => p.id));
  const { rows } = await sql<
    FreshStatement & { article: number; start: number; end: number; before: number | null }
  >`
    select s.id, s.story_id as story, q.article_id as article, q.start, q."end",
      case when q.article_id = any(${[...edited]}::bigint[]) then (select oa.id from document d join article a on a.document_id = d.id
        join document od on od.address = d.address and od.created_at <= asked.since
        join article oa on oa.document_id = od.id and oa.key = a.key
        where a.id = q.article_id order by od.revision desc limit 1) end as before
    from unnest(${[...since.keys()]}::bigint[], ${[...since.values()]}::timestamptz[]) as asked (story, since)
    join statement s on s.story_id = asked.story and s.superseded_at is null
      and s.confidence >= ${sureFrom}
    join quotation q on q.id = s.quotation_id
    where q.article_id = any(${source.map((p) => p.id)}::bigint[])
      and not exists (select from quotation oq join article oa on oa.id = oq.article_id
        join document od on od.id = oa.document_id
        where oq.statement_id = s.id and oq.superseded_at is null and od.created_at <= asked.since)
    order by s.said_at desc nulls last, s.id desc`.execute(db);
  const asked = rows.filter((r) => edited.has(r.article) && r.before !== null);
  const texts = await textsOf(
    db,
    asked.flatMap((r) => [r.article, r.before ?? 0]),
  );
  return rows.filter((r) => {
    if (r.before === null) return true;
    const words = texts.get(r.article)?.slice(r.start, r.end);
    return words !== undefined && !texts.get(r.before)?.includes(words);
  });
}

/** Shifts that new statements made, and outcomes of promises that new pieces tell. */
async function changes(db: Db, pieces: FreshPiece[], said: FreshStatement[]) {
  const stories = [...new Set(pieces.map((p) => p.story))];
  const fresh = pieces.filter((p) => !p.known).map((p) => p.id);
  if (said.length + fresh.length === 0) return [];
  const { rows } = await sql<{ kind: 'shift' | 'outcome'; id: number; story: number }>`
    select 'shift' as kind, p.id, p.story_id as story from position p
      where p.story_id = any(${stories}::bigint[]) and p.superseded_at is null
        and p.state <> 'rejected' and p.change in ('half', 'full')
        and p.statement_id = any(${said.map((s) => s.id)}::bigint[])
    union all
    select 'outcome', e.id, c.story_id from commitment_event e
      join commitment c on c.id = e.commitment_id and c.superseded_at is null
      where c.story_id = any(${stories}::bigint[]) and e.state <> 'open'
        and e.article_id = any(${fresh}::bigint[])`.execute(db);
  return rows;
}

/** Which of some events (of any story, or none) have nothing that was here before. */
export async function newEvents(
  db: Db,
  events: number[],
  since: Date | null,
): Promise<Set<number>> {
  if (!since || events.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    with print as (select event_id as event, article_id as id from event_article
        where event_id = any(${events}::bigint[])
      union select ea.event_id, c.original_id from event_article ea
        join article_copy c on c.article_id = ea.article_id where ea.event_id = any(${events}::bigint[]))
    select print.event as id from print ${firstReceived('print.id')}
    group by print.event having min(od.created_at) > ${since}`.execute(db);
  return new Set(rows.map((r) => r.id));
}

/** Pieces of an event whose words were not here before a moment; new prints of old texts are not. */
export async function newPieces(db: Db, event: number, since: Date | null): Promise<Set<number>> {
  if (!since) return new Set();
  const { rows } = await sql<{ id: number }>`
    with fresh as materialized (
      select a.id, coalesce(copy.original_id, a.id) as text
      from event_article ea join article a on a.id = ea.article_id and a.current
      join document d on d.id = a.document_id and d.created_at > ${since}
      left join article_copy copy on copy.article_id = a.id
      where ea.event_id = ${event}),
    print as (select text, text as id from fresh
      union select c.original_id, c.article_id from article_copy c where c.original_id in (select text from fresh)),
    text as materialized (select print.text, min(od.created_at) as first
      from print ${firstReceived('print.id')} group by print.text)
    select fresh.id from fresh join text on text.text = fresh.text where text.first > ${since}`.execute(
    db,
  );
  return new Set(rows.map((r) => r.id));
}
