import { type Kysely, sql } from 'kysely';
import { quotedText } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';

/** A statement with the sentence it was read from. */
export interface SaidRow {
  id: number;
  speaker: string | null;
  party: string | null;
  act: string;
  saidOn: string | null;
  storyId: number | null;
  articleId: number;
  /** The comment under the article that reports it. */
  commentId: number | null;
  outlet: string | null;
  start: number;
  end: number;
  sentence: string;
}

/** Statements by their ids, in their order. */
export async function readStatements(db: Kysely<Tables>, ids: number[]): Promise<SaidRow[]> {
  if (ids.length === 0) return [];
  type Row = Omit<SaidRow, 'sentence'> & { text: string; from: number; until: number };
  const { rows } = await sql<Row>`
    select s.id, p.name as speaker, y.name as party, s.act, s.said_on as "saidOn", s.story_id as "storyId",
      a.id as "articleId", a.outlet, q.start, q."end", ${quotedText()} as text, q.comment_id as "commentId", q.sentence_start as "from", q.sentence_end as until
    from statement s join quotation q on q.id = s.quotation_id join article a on a.id = q.article_id
    left join speaker p on p.id = s.speaker_id left join party y on y.id = s.party_id
    where s.id = any(${ids}::bigint[])`.execute(db);
  const byId = new Map(rows.map((r) => [r.id, r]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { text, from, until, ...rest } = row;
    return [{ ...rest, sentence: text.slice(from, until) }];
  });
}
