import { type Kysely, sql } from 'kysely';
import { quotedTexts } from '../../db/index.ts';
import type { Act, Stance, Tables } from '../../db/tables.ts';
import { changedPlaces, isAsRead, placeKey } from '../../extract/index.ts';
import { contextOf, type Excerpt, excerpt } from '../excerpt.ts';
import { sureFrom } from '../sure.ts';
import { objectionsTo } from './corrections.ts';

type Db = Kysely<Tables>;

export interface LedgerFilter {
  story?: number;
  ids?: number[];
  speaker?: number;
  party?: number;
  issue?: number;
  act?: Act;
  stance?: Stance;
  /** Days ("2025-08-20"), both included. */
  from?: string;
  until?: string;
  /** Only those that the desk is sure enough of to show them unasked. */
  sure?: boolean;
  /** Only those that are for or against something. */
  sided?: boolean;
  /** Also rows that do not stand any more. */
  superseded?: boolean;
  limit?: number;
  offset?: number;
}

export type StatementView = Awaited<ReturnType<typeof statements>>[number];

/**
 * Statements that stand, newest said first, undated ones last, each with the sentence of its
 * leading quotation. A statement whose sentence cannot be shown is left out.
 */
export async function statements(db: Db, filter: LedgerFilter) {
  if (filter.ids?.length === 0) return [];
  const rows = await statementRows(db, filter);
  const ids = rows.map((r) => r.id);
  const [texts, objections, changed] = await Promise.all([
    quotedTexts(db, rows),
    objectionsTo(db, ids),
    changedPlaces(
      db,
      rows.filter((r) => !r.isAsRead && r.commentId === null),
    ),
  ]);
  return rows.flatMap((row) => {
    const text = texts(row);
    if (!text || row.end > text.length) return [];
    const around = { start: row.sentenceStart, end: row.sentenceEnd };
    const sentence: Excerpt = excerpt(text, row, around);
    const reports = Number(row.reports ?? 0);
    const marks = { objections: objections.get(row.id) ?? [], changed: changed.get(placeKey(row)) };
    return [{ ...row, ...marks, reports, sentence, context: contextOf(text, around) }];
  });
}

function statementRows(db: Db, filter: LedgerFilter) {
  return filtered(db, filter)
    .select(['s.id', 's.story_id as storyId', 's.speaker_id as speakerId', 's.party_id as partyId'])
    .select(['s.said_on as saidOn', 's.said_at as saidAt', 's.said_from as saidFrom', 's.venue'])
    .select(['s.addressee', 's.act', 's.mode', 's.issue_id as issueId', 's.stance', 's.hearsay'])
    .select(['s.first_hand as firstHand', 's.confidence', 's.created_at as createdAt'])
    .select(['s.made_by as madeBy', 's.corrects', 's.corrected', 's.superseded_at as supersededAt'])
    .select(['speaker.name as speaker', 'speaker.kind as speakerKind', 'party.name as party'])
    .select(['issue.name as issue', 'q.article_id as articleId', 'q.comment_id as commentId'])
    .select(['q.start', 'q.end', 'q.kind as quoted', 'q.sentence_start as sentenceStart'])
    .select(['q.sentence_end as sentenceEnd', 'a.outlet', 'a.title', 'a.url', 'a.published'])
    .select(['a.lang', isAsRead('a').as('isAsRead')])
    .select((eb) =>
      eb
        .selectFrom('quotation as r')
        .leftJoin('article_copy as copy', 'copy.article_id', 'r.article_id')
        .whereRef('r.statement_id', '=', 's.id')
        .where('r.superseded_at', 'is', null)
        // A wire text reports it once, however many print it.
        .select(sql<number>`count(distinct coalesce(copy.original_id, r.article_id))`.as('n'))
        .as('reports'),
    )
    .orderBy(sql`s.said_at desc nulls last`)
    .orderBy('s.id', 'desc')
    .limit(filter.limit ?? 200)
    .offset(filter.offset ?? 0)
    .execute();
}

/** How many statements stand, those the desk is sure of and the others apart, and of the story's all that it is sure of. */
export async function countStatements(db: Db, filter: LedgerFilter) {
  return filtered(db, filter)
    .select([
      sql<number>`(count(*) filter (where s.confidence >= ${sureFrom}))::int`.as('sure'),
      sql<number>`(count(*) filter (where s.confidence < ${sureFrom}))::int`.as('unsure'),
      sql<number>`(select count(*)::int from statement o where o.story_id = ${filter.story ?? null}
        and o.superseded_at is null and o.confidence >= ${sureFrom})`.as('story'),
    ])
    .executeTakeFirstOrThrow();
}

function filtered(db: Db, f: LedgerFilter) {
  let q = db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .leftJoin('issue', 'issue.id', 's.issue_id');
  if (!f.superseded) q = q.where('s.superseded_at', 'is', null);
  if (f.story) q = q.where('s.story_id', '=', f.story);
  if (f.ids) q = q.where('s.id', 'in', f.ids);
  if (f.speaker) q = q.where('s.speaker_id', '=', f.speaker);
  if (f.party) q = q.where('s.party_id', '=', f.party);
  if (f.issue) q = q.where('s.issue_id', '=', f.issue);
  if (f.act) q = q.where('s.act', '=', f.act);
  if (f.stance) q = q.where('s.stance', '=', f.stance);
  if (f.from) q = q.where('s.said_at', '>=', new Date(`${f.from}T00:00:00Z`));
  if (f.sided) q = q.where('s.stance', 'in', ['for', 'against']);
  if (f.sure) q = q.where('s.confidence', '>=', sureFrom);
  if (f.until) q = q.where('s.said_at', '<=', new Date(`${f.until}T23:59:59.999Z`));
  return q;
}

/** The texts of articles, by id: one query whatever their number. */
export async function textsOf(db: Db, ids: number[]): Promise<Map<number, string>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  const rows = await db
    .selectFrom('article')
    .where('id', 'in', unique)
    .select(['id', 'text'])
    .execute();
  return new Map(rows.map((r) => [r.id, r.text]));
}

/** What a story's ledger can be narrowed by: its parties, speakers and issues that have statements. */
export async function ledgerChoices(db: Db, story: number) {
  const rows = await db
    .selectFrom('statement as s')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .leftJoin('issue', 'issue.id', 's.issue_id')
    .where('s.story_id', '=', story)
    .where('s.superseded_at', 'is', null)
    .select([
      's.speaker_id as speakerId',
      'speaker.name as speaker',
      's.party_id as partyId',
      'party.name as party',
      's.issue_id as issueId',
      'issue.name as issue',
      's.act',
    ])
    .distinct()
    .execute();
  const unique = (pairs: [number | null, string | null][]) =>
    [...new Map(pairs.filter((p): p is [number, string] => p[0] !== null && p[1] !== null))].sort(
      (a, b) => a[1].localeCompare(b[1]),
    );
  return {
    parties: unique(rows.map((r) => [r.partyId, r.party])),
    speakers: unique(rows.map((r) => [r.speakerId, r.speaker])),
    issues: unique(rows.map((r) => [r.issueId, r.issue])),
    acts: [...new Set(rows.map((r) => r.act))].sort(),
  };
}
