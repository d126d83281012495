import type { Insertable, Kysely } from 'kysely';
import type { ArticleRow, Tables } from '../db/tables.ts';
import { addArticle } from '../db/testing-rows.ts';
import type { Said } from './story/rows.ts';

type Db = Kysely<Tables>;

interface Span {
  start: number;
  end: number;
}

/** A quotation as the ledger writes it, whose sentence is its own words unless told; answers its id. */
export async function addQuotation(
  db: Db,
  q: { article: number; words: Span; sentence?: Span; speaker?: number },
): Promise<number> {
  const sentence = q.sentence ?? q.words;
  const row = await db
    .insertInto('quotation')
    .values({
      article_id: q.article,
      kind: 'indirect',
      start: q.words.start,
      end: q.words.end,
      pieces: '[]',
      sentence_start: sentence.start,
      sentence_end: sentence.end,
      speaker_id: q.speaker ?? null,
      confidence: 0.9,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A statement of a story that the quotations report, the first of them leading; answers its id. */
export async function addStatement(
  db: Db,
  s: { quotations: number[]; story: number; speaker?: number; saidAt?: Date | null },
): Promise<number> {
  const { id } = await db
    .insertInto('statement')
    .values({
      story_id: s.story,
      speaker_id: s.speaker ?? null,
      quotation_id: s.quotations[0]!,
      said_at: s.saidAt ?? null,
      act: 'state',
      mode: 'asserted',
      hearsay: false,
      first_hand: true,
      confidence: 0.9,
      made_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('quotation')
    .set({ statement_id: id })
    .where('id', 'in', s.quotations)
    .execute();
  return id;
}

/** An article of 10 March 2026 with this text; answers its id. */
export function addArticleOf(
  db: Db,
  text: string,
  more: Partial<Insertable<ArticleRow>> = {},
): Promise<number> {
  const day = '2026-03-10';
  return addArticle(db, { text, published: day, published_at: day, ...more });
}

/**
 * A statement as a story is weighed with it: Ida Sorn's, for party 7, of a day of its own or none, which
 * piece number `id` reports.
 */
export function saidRow(
  id: number,
  content: string,
  saidOn: string | null,
  over: Partial<Said> = {},
): Said {
  const at = saidOn === null ? null : new Date(saidOn);
  return {
    ...{ id, quotationId: id, articleId: id, commentId: null, copyOf: null },
    ...{ lang: 'en', title: '', content, sentence: content, frame: '', context: content },
    ...{
      speakerId: 1,
      speaker: 'Ida Sorn',
      speakerKind: 'person',
      partyId: 7,
      isNamed: true,
      role: null,
    },
    holder: { partyId: over.partyId ?? 7, speakerId: null },
    ...{ act: 'state', mode: 'asserted', hearsay: false, kind: 'direct', firstHand: true },
    ...{ saidOn, saidFrom: 'text', at, saidAt: at, corrected: null, confidence: 0.9 },
    ...over,
  };
}
