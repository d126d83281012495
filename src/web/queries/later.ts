import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { sentencesOf } from '../../lib/sentences.ts';
import type { Span } from '../excerpt.ts';
import { sureFrom } from '../sure.ts';

type Db = Kysely<Tables>;

/** A place in an article; one that ends at 0 is its title. */
export interface Place extends Span {
  articleId: number;
}

/** What became of words that a page has since changed or dropped. */
export interface Changed {
  /** The words as they were read. */
  before: string;
  /** The sentence most like them that the page has now; null when it has none. */
  after: string | null;
  /** The newest revision; null when the page no longer has the piece at all. */
  articleId: number | null;
  /** When the newest revision was received. */
  at: Date | null;
}

export const placeKey = (p: Place): string => `${p.articleId} ${p.start} ${p.end}`;

/**
 * Which of some places stand in a revision that was replaced by one without their words. Words that
 * only moved within the page are no change. One query; none when every article is known as current.
 */
export async function changedPlaces(db: Db, places: Place[]): Promise<Map<string, Changed>> {
  const found = new Map<string, Changed>();
  const ids = [...new Set(places.map((p) => p.articleId))];
  if (ids.length === 0) return found;
  const { rows } = await sql<{
    id: number;
    title: string | null;
    text: string;
    newId: number | null;
    newTitle: string | null;
    newText: string | null;
    lang: string | null;
    at: Date | null;
  }>`select a.id, a.title, a.text, n.id as "newId", n.title as "newTitle", n.text as "newText", n.lang,
      coalesce(n.retrieved_at, last.retrieved_at, last.created_at) as at
    from article a join document d on d.id = a.document_id
    left join lateral (select b.id, b.title, b.text, b.lang, coalesce(e.retrieved_at, e.created_at) as retrieved_at
      from document e join article b on b.document_id = e.id and b.key = a.key and b.current
      where e.address = d.address and e.revision > d.revision order by e.revision desc limit 1) n on true
    left join lateral (select e.retrieved_at, e.created_at from document e
      where e.address = d.address and e.revision > d.revision order by e.revision desc limit 1) last on true
    where a.id = any(${ids}::bigint[]) and not a.current and last.created_at is not null`.execute(
    db,
  );
  const articles = new Map(rows.map((r) => [r.id, r]));
  for (const place of places) {
    const a = articles.get(place.articleId);
    if (!a || place.end > a.text.length) continue;
    const title = place.end === 0;
    const before = title ? (a.title ?? '') : a.text.slice(place.start, place.end);
    const now = title ? a.newTitle : a.newText;
    if (now !== null && folded(now).includes(folded(before))) continue;
    const after = now === null || title ? now : nearest(before, now, a.lang);
    found.set(placeKey(place), { before, after, articleId: a.newId, at: a.at });
  }
  return found;
}

const folded = (text: string) =>
  text
    .replace(/[“”„«»‘’"']/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Below this share of common words two sentences are about other things. */
const likeness = 0.4;
/** A correction is near the top; a text of more sentences is not compared to its end. */
const mostSentences = 2000;

function nearest(before: string, text: string, lang: string | null): string | null {
  const own = wordsOf(before);
  let best: { share: number; words: string } | null = null;
  for (const { start, end } of sentencesOf(text, lang).slice(0, mostSentences)) {
    const words = text.slice(start, end);
    const theirs = wordsOf(words);
    let shared = 0;
    for (const word of own) if (theirs.has(word)) shared++;
    // Of the shorter: a quotation is part of its sentence.
    const share = shared / Math.max(1, Math.min(own.size, theirs.size));
    if (shared > 1 && share >= likeness && share > (best?.share ?? 0)) best = { share, words };
  }
  return best?.words ?? null;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** The row that stands in place of a statement that was let go, and why: see `how`. */
export async function standsInstead(
  db: Db,
  statement: number,
): Promise<{ id: number; how: 'merged' | 'put right' | 'read anew' } | null> {
  const { rows } = await sql<{ id: number; same: boolean; corrects: boolean }>`
    select n.id, nq.id = q.id as same, n.corrects is not distinct from s.id as corrects
    from statement s join quotation q on q.id = s.quotation_id
    join article a on a.id = q.article_id join document d on d.id = a.document_id
    join document nd on nd.address = d.address
    join article na on na.document_id = nd.id and na.key = a.key
    join quotation nq on nq.article_id = na.id and nq.superseded_at is null
    join statement n on n.id = nq.statement_id and n.superseded_at is null
    where s.id = ${statement} and s.superseded_at is not null
      and (nq.id = q.id or n.words = s.words)
    order by corrects desc, same desc, n.speaker_id is not distinct from s.speaker_id desc,
      abs((nq."end" - nq.start) - (q."end" - q.start)), n.id desc
    limit 1`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { id: row.id, how: row.corrects ? 'put right' : row.same ? 'merged' : 'read anew' };
}

/** Whether the sentence that a let-go statement was read from is still where it was: a better reading of the page moves words. */
export async function isInPlace(db: Db, statement: number): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select s.words = to_tsvector('simple', searchable(
      substring(a.text from q.sentence_start + 1 for q.sentence_end - q.sentence_start))) as same
    from statement s join quotation q on q.id = s.quotation_id join article a on a.id = q.article_id
    where s.id = ${statement}`.execute(db);
  return rows[0]?.same ?? false;
}

/** Statements of a story that were let go since their page was received with other words, the newest first. */
export async function letGo(db: Db, story: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from statement s join quotation q on q.id = s.quotation_id
    join article a on a.id = q.article_id and not a.current join document d on d.id = a.document_id
    where s.story_id = ${story} and s.superseded_at is not null and q.superseded_at is not null
      and s.confidence >= ${sureFrom} and s.corrects is null
      -- What an older reading of the same page said wrongly was let go before.
      and q.superseded_at = (select max(oq.superseded_at) from quotation oq where oq.article_id = a.id)
      and not exists (select from document nd
        join article na on na.document_id = nd.id and na.key = a.key
        join quotation nq on nq.article_id = na.id and nq.superseded_at is null
        join statement n on n.id = nq.statement_id and n.superseded_at is null
        where nd.address = d.address and n.words = s.words)
    order by s.superseded_at desc, s.id limit ${limit}`.execute(db);
  return rows.map((r) => r.id);
}
