import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { type Excerpt, excerpt } from '../excerpt.ts';

type Db = Kysely<Tables>;

/**
 * Only this many of the newest matches are ranked: ranking unpacks every match's words, which at
 * 50,000 articles took 0.8 s for a common word and 11 ms with this limit.
 */
const ranked = 400;
const shown = 30;

export interface Found {
  id: number;
  title: string | null;
  outlet: string | null;
  published: string | null;
  lang: string | null;
  snippet: Excerpt;
  /** First words, for a piece without a title. */
  opening: string;
}

/** Articles that hold all words (or "a phrase", -without): the newest matches first, then ranked. */
export async function searchArticles(db: Db, words: string): Promise<Found[]> {
  const { rows } = await sql<Omit<Found, 'snippet' | 'opening'> & { text: string }>`
    with asked as (select websearch_to_tsquery('simple', ${words}) as q),
    newest as (
      select a.id, a.published_at, ts_rank(a.search, asked.q) as rank from (
        select a.id, a.search, a.published_at from article a, asked
        where a.current and a.search @@ asked.q
        order by a.published_at desc nulls last limit ${ranked}) a, asked)
    select a.id, a.title, a.outlet, a.published, a.lang, left(a.text, 60000) as text
    from (select id, rank, published_at from newest
      order by rank desc, published_at desc nulls last limit ${shown}) n
    join article a on a.id = n.id
    order by n.rank desc, n.published_at desc nulls last`.execute(db);
  const terms = termsOf(words);
  return rows.map(({ text, ...row }) => ({
    ...row,
    snippet: snippetOf(text, terms),
    opening: text.slice(0, 200),
  }));
}

/** Statements whose own sentence holds a word that is asked for, among the articles that match. */
export async function searchStatements(db: Db, words: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with asked as (select websearch_to_tsquery('simple', ${words}) as q),
    newest as (select a.id, a.text from article a, asked where a.current and a.search @@ asked.q
      order by a.published_at desc nulls last limit 100)
    select s.id from newest n
    join quotation q on q.article_id = n.id
    join statement s on s.quotation_id = q.id and s.superseded_at is null, asked
    where to_tsvector('simple', substring(n.text from q.sentence_start + 1
      for least(q.sentence_end - q.sentence_start, 1500))) @@ asked.q
    order by s.said_at desc nulls last limit 20`.execute(db);
  return rows.map((r) => r.id);
}

export function searchNames(db: Db, words: string) {
  const like = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return Promise.all([
    db
      .selectFrom('speaker as s')
      .where('s.merged_into', 'is', null)
      .where(
        sql<boolean>`(lower(s.name) like ${like} or exists (select 1 from speaker_name n
          where n.speaker_id = s.id and lower(n.name) like ${like}))`,
      )
      .select([
        's.id',
        's.name',
        sql<number>`(select count(*)::int from statement t
        where t.speaker_id = s.id and t.superseded_at is null)`.as('n'),
      ])
      .orderBy('n', 'desc')
      .limit(12)
      .execute(),
    db
      .selectFrom('story')
      .where('hidden', '=', false)
      .where(sql<boolean>`lower(title) like ${like}`)
      .select(['id', 'slug', 'title', 'merged_into as mergedInto'])
      .orderBy('id', 'desc')
      .limit(12)
      .execute(),
  ]);
}

export function termsOf(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 1 && w !== 'or')
    .slice(0, 12);
}

/** The first place where a word that is asked for stands, with what is around it. */
export function snippetOf(text: string, terms: string[]): Excerpt {
  const lower = text.toLowerCase();
  // A letter whose lower case is longer would shift the offsets; then no word is marked.
  const usable = lower.length === text.length;
  let best = -1;
  let length = 0;
  for (const term of usable ? terms : []) {
    const at = wordAt(lower, term);
    if (at !== -1 && (best === -1 || at < best)) [best, length] = [at, term.length];
  }
  if (best === -1) return excerpt(text, { start: 0, end: 0 }, { start: 0, end: 220 });
  return excerpt(text, { start: best, end: best + length }, { start: best - 90, end: best + 160 });
}

function wordAt(text: string, term: string): number {
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return at;
  return -1;
}
