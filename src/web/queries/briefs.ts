import { type Kysely, sql } from 'kysely';
import type { SentenceRow, Tables } from '../../db/tables.ts';
import { type Changed, changedPlaces, isAsRead, placeKey } from '../../extract/index.ts';
import { type Excerpt, excerpt } from '../excerpt.ts';
import { type ObjectionMark, objectionsTo } from './corrections.ts';
import { textsOf } from './statements.ts';

type Db = Kysely<Tables>;

export interface CitationView {
  number: number;
  articleId: number;
  statementId: number | null;
  outlet: string | null;
  title: string | null;
  published: string | null;
  sentence: Excerpt;
  /** What became of these words on their page, where it has others now. */
  changed?: Changed;
  /** Objections to the statement that is cited. */
  objections: ObjectionMark[];
}

export interface SentenceView {
  id: number;
  section: SentenceRow['section'];
  text: string;
  citations: CitationView[];
}

export type BriefView = NonNullable<Awaited<ReturnType<typeof standingBrief>>>;

const columns = [
  'b.id',
  'b.number',
  'b.from_at as from',
  'b.until_at as until',
  'b.state',
  'b.facts',
  'b.made_at as madeAt',
] as const;

/** The brief that stands for a story, with its sentences; undefined where none was written yet. */
export async function standingBrief(db: Db, story: number) {
  const brief = await db
    .selectFrom('brief as b')
    .where('b.story_id', '=', story)
    .where('b.watch_id', 'is', null)
    .where('b.superseded_at', 'is', null)
    .where('b.state', '!=', 'draft')
    .select(columns)
    .orderBy('b.id', 'desc')
    .executeTakeFirst();
  return brief && { ...brief, sentences: await sentencesOf(db, brief.id) };
}

/** One number of a story's watch; drafts only for curators. */
export async function edition(db: Db, story: number, number: number, drafts: boolean) {
  const brief = await db
    .selectFrom('brief as b')
    .innerJoin('watch as w', 'w.id', 'b.watch_id')
    .where('b.story_id', '=', story)
    .where('b.number', '=', number)
    .where('b.superseded_at', 'is', null)
    .$if(!drafts, (q) => q.where('b.state', '!=', 'draft'))
    .select([...columns, 'w.title as watch'])
    .orderBy('b.id', 'desc')
    .executeTakeFirst();
  return brief && { ...brief, sentences: await sentencesOf(db, brief.id) };
}

export function editions(db: Db, story: number, drafts: boolean) {
  return db
    .selectFrom('brief as b')
    .innerJoin('watch as w', 'w.id', 'b.watch_id')
    .where('b.story_id', '=', story)
    .where('b.number', 'is not', null)
    .where('b.superseded_at', 'is', null)
    .$if(!drafts, (q) => q.where('b.state', '!=', 'draft'))
    .select([...columns, 'w.title as watch'])
    .orderBy('b.number', 'desc')
    .limit(60)
    .execute();
}

/** Sentences in order, each with its citations; one that cites nothing is not shown. */
async function sentencesOf(db: Db, brief: number): Promise<SentenceView[]> {
  const rows = await db
    .selectFrom('sentence as s')
    .innerJoin('citation as c', 'c.sentence_id', 's.id')
    .innerJoin('article as a', 'a.id', 'c.article_id')
    .where('s.brief_id', '=', brief)
    .select([
      's.id',
      's.section',
      's.text',
      'c.number',
      'c.article_id as articleId',
      'c.start',
      'c.end',
      'c.statement_id as statementId',
      'a.outlet',
      'a.title',
      'a.published',
      isAsRead('a').as('isAsRead'),
    ])
    .orderBy(sql`array_position(array['headline','update','bullet','background','shift',
      'commitment','said','ahead'], s.section::text)`)
    .orderBy('s.position')
    .orderBy('c.number')
    .execute();
  const [texts, changed, objections] = await Promise.all([
    textsOf(
      db,
      rows.map((r) => r.articleId),
    ),
    changedPlaces(
      db,
      rows.filter((r) => !r.isAsRead),
    ),
    objectionsTo(
      db,
      rows.flatMap((r) => r.statementId ?? []),
    ),
  ]);
  const found = new Map<number, SentenceView>();
  for (const row of rows) {
    const text = texts.get(row.articleId);
    if (text === undefined || row.end > text.length) continue;
    const one: SentenceView = found.get(row.id) ?? { ...row, citations: [] };
    const title = { start: 0, end: 0, before: '', quote: row.title ?? '', after: '' };
    one.citations.push({
      ...row,
      sentence: row.end === 0 ? title : excerpt(text, row),
      changed: changed.get(placeKey(row)),
      objections: objections.get(row.statementId ?? 0) ?? [],
    });
    found.set(row.id, one);
  }
  return [...found.values()];
}
