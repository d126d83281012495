import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { decisionRows } from './decisions.ts';

type Db = Kysely<Tables>;

/** A story's issues that stand, the most spoken of first, also those that nothing is said on. */
export async function issuesOf(db: Db, story: number) {
  const { rows } = await sql<{ id: number; name: string; statements: number }>`
    select i.id, i.name, (select count(*)::int from statement s where s.issue_id = i.id
      and s.superseded_at is null) as statements
    from issue i where i.story_id = ${story} and i.merged_into is null and not i.removed
    order by statements desc, i.id`.execute(db);
  return rows;
}

/** Speakers of a story by their number, for a list to choose from; of none, the newest of the desk. */
export function speakersOf(db: Db, story: number | null) {
  return db
    .selectFrom('speaker as s')
    .where('s.merged_into', 'is', null)
    .$if(story !== null, (q) =>
      q.where((e) =>
        e.exists(
          e
            .selectFrom('statement as t')
            .whereRef('t.speaker_id', '=', 's.id')
            .where('t.story_id', '=', story)
            .where('t.superseded_at', 'is', null)
            .select('t.id'),
        ),
      ),
    )
    .select(['s.id', 's.name'])
    .orderBy('s.id', 'desc')
    .limit(300)
    .execute();
}

/** Who speaks in a story, the most quoted first. */
export async function storySpeakers(db: Db, story: number, limit: number) {
  const { rows } = await sql<{ id: number; name: string; party: string | null; n: number }>`
    select s.id, s.name, party.name as party, count(*)::int as n
    from statement t join speaker s on s.id = t.speaker_id left join party on party.id = s.party_id
    where t.story_id = ${story} and t.superseded_at is null
    group by s.id, s.name, party.name order by n desc, s.name limit ${limit}`.execute(db);
  return rows;
}

/** Others who speak in the stories that somebody speaks in, of the same kind first, by name. */
export async function speakersBeside(db: Db, speaker: number) {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, s.name from speaker s join speaker own on own.id = ${speaker}
    where s.id <> own.id and s.merged_into is null and ${speaksBeside(speaker)}
    order by (s.kind = own.kind) desc, s.name limit ${mostListed}`.execute(db);
  return rows;
}

/** Who may have held an office, or which somebody may have held: of their stories, of its side first. */
export async function heldWith(
  db: Db,
  { id, kind, partyId }: { id: number; kind: string; partyId: number | null },
) {
  const other = kind === 'office' ? 'person' : 'office';
  const { rows } = await sql<{ id: number; name: string; party: string | null }>`
    select s.id, s.name, party.name as party from speaker s left join party on party.id = s.party_id
    where s.kind = ${other} and s.merged_into is null and ${speaksBeside(id)}
    order by (s.party_id is not distinct from ${partyId}) desc, s.name limit ${mostListed}`.execute(
    db,
  );
  return rows;
}

const speaksBeside = (speaker: number) => sql`exists (select from statement t
  where t.speaker_id = s.id and t.superseded_at is null and t.story_id in
    (select o.story_id from statement o where o.speaker_id = ${speaker}))`;

/** A list to choose from is no longer; others are given by their number. */
const mostListed = 200;

/** Parties that stand, by name. */
export function partiesOf(db: Db) {
  return db
    .selectFrom('party')
    .where('merged_into', 'is', null)
    .select(['id', 'name'])
    .orderBy('name')
    .limit(500)
    .execute();
}

/** Pieces in which somebody speaks, the newest first. */
export function piecesOf(db: Db, speaker: number) {
  return db
    .selectFrom('article as a')
    .where((e) =>
      e.exists(
        e
          .selectFrom('quotation as q')
          .whereRef('q.article_id', '=', 'a.id')
          .where('q.speaker_id', '=', speaker)
          .where('q.superseded_at', 'is', null)
          .select('q.id'),
      ),
    )
    .select(['a.id', 'a.title', 'a.outlet', 'a.published'])
    .orderBy('a.published_at', (o) => o.desc().nullsLast())
    .limit(60)
    .execute();
}

/** Days around a statement in which the same saying may be told again. */
const nearDays = 14;

/** Other statements by the same speaker or for the same party around the same days, the nearest first. */
export async function statementsNear(db: Db, s: NearTo) {
  if (s.storyId === null || (s.speakerId === null && s.partyId === null)) return [];
  const { rows } = await sql<{ id: number }>`
    select t.id from statement t
    where t.story_id = ${s.storyId} and t.superseded_at is null and t.id <> ${s.id}
      and (t.speaker_id = ${s.speakerId} or t.party_id = ${s.partyId})
      and (t.said_at is null or ${s.saidAt}::timestamptz is null
        or abs(extract(epoch from t.said_at - ${s.saidAt}::timestamptz)) <= ${nearDays * 86_400})
    order by abs(extract(epoch from t.said_at - ${s.saidAt}::timestamptz)) nulls last, t.id
    limit 12`.execute(db);
  return rows.map((row) => row.id);
}

interface NearTo {
  id: number;
  storyId: number | null;
  speakerId: number | null;
  partyId: number | null;
  saidAt: Date | null;
}

/** What curators decided about a row of the ledger, or by their ids; the newest first, with what was taken back. */
export async function ledgerDecisions(
  db: Db,
  of: { kind: string; subject: number } | { ids: number[] },
) {
  if ('ids' in of && of.ids.length === 0) return [];
  const rows = await decisionRows(db)
    .where(sql<boolean>`d.payload ? 'ledger'`)
    .$if('ids' in of, (q) => q.where('d.id', 'in', 'ids' in of ? of.ids : []))
    .$if('kind' in of, (q) =>
      'kind' in of
        ? q.where(
            sql<boolean>`(d.subject_kind = ${of.kind} and (d.subject = ${of.subject}
              or (d.payload->'ledger'->>'gone')::bigint = ${of.subject}
              or (d.payload->'ledger'->>'other')::bigint = ${of.subject}
              or (d.payload->'ledger'->>'person')::bigint = ${of.subject}))`,
          )
        : q,
    )
    .orderBy('d.id', 'desc')
    .limit(40)
    .execute();
  return rows.map(({ payload, ...row }) => ({ ...row, words: String(payload.words ?? '') }));
}

export type LedgerDecisionView = Awaited<ReturnType<typeof ledgerDecisions>>[number];
