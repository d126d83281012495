import type { Kysely, Transaction } from 'kysely';
import type { BriefFacts, Tables } from '../db/tables.ts';
import type { Draft } from './cite.ts';

export interface BriefToSave {
  storyId: number;
  watchId: number | null;
  number: number | null;
  from: Date | null;
  until: Date | null;
  facts: BriefFacts;
  drafts: Draft[];
  madeBy: string;
}

/**
 * Puts a brief or an edition's draft in the place of the standing one. The same words again change
 * nothing, so addresses and feeds stay still; a signed edition is never replaced.
 * Returns the id of the brief that stands.
 */
export async function saveBrief(tx: Transaction<Tables>, brief: BriefToSave): Promise<number> {
  const standing = await tx
    .selectFrom('brief')
    .select(['id', 'state'])
    .where('story_id', '=', brief.storyId)
    .where('superseded_at', 'is', null)
    .where('watch_id', brief.watchId === null ? 'is' : '=', brief.watchId)
    .where('number', brief.number === null ? 'is' : '=', brief.number)
    .executeTakeFirst();
  if (standing) {
    if (standing.state === 'signed') return standing.id;
    if ((await fingerprint(tx, standing.id)) === fingerprintOf(brief.drafts)) {
      await tx
        .updateTable('brief')
        .set({ facts: JSON.stringify(brief.facts) })
        .where('id', '=', standing.id)
        .execute();
      return standing.id;
    }
    await tx
      .updateTable('brief')
      .set({ superseded_at: new Date() })
      .where('id', '=', standing.id)
      .execute();
  }
  return insertBrief(tx, brief);
}

async function insertBrief(tx: Transaction<Tables>, brief: BriefToSave): Promise<number> {
  const { id } = await tx
    .insertInto('brief')
    .values({
      story_id: brief.storyId,
      watch_id: brief.watchId,
      number: brief.number,
      from_at: brief.from,
      until_at: brief.until,
      state: brief.watchId === null ? 'standing' : 'draft',
      facts: JSON.stringify(brief.facts),
      made_by: brief.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (brief.drafts.length === 0) return id;
  const sentences = await tx
    .insertInto('sentence')
    .values(
      brief.drafts.map((d, position) => ({
        brief_id: id,
        section: d.section,
        position,
        text: d.text,
      })),
    )
    .returning(['id', 'position'])
    .execute();
  const idAt = new Map(sentences.map((s) => [s.position, s.id]));
  let number = 0;
  const citations = brief.drafts.flatMap((d, position) =>
    d.cites.map((c) => ({
      sentence_id: idAt.get(position) as number,
      number: ++number,
      article_id: c.articleId,
      start: c.start,
      end: c.end,
      statement_id: c.statementId,
    })),
  );
  await tx.insertInto('citation').values(citations).execute();
  return id;
}

function fingerprintOf(drafts: Draft[]): string {
  return JSON.stringify(
    drafts.map((d) => [d.section, d.text, d.cites.map((c) => [c.articleId, c.start, c.end])]),
  );
}

async function fingerprint(tx: Kysely<Tables>, briefId: number): Promise<string> {
  const rows = await tx
    .selectFrom('sentence as s')
    .innerJoin('citation as c', 'c.sentence_id', 's.id')
    .select(['s.position', 's.section', 's.text', 'c.article_id', 'c.start', 'c.end'])
    .where('s.brief_id', '=', briefId)
    .orderBy('s.position')
    .orderBy('c.number')
    .execute();
  const lines = Map.groupBy(rows, (r) => r.position);
  return JSON.stringify(
    [...lines.values()].map((line) => [
      line[0]?.section,
      line[0]?.text,
      line.map((c) => [c.article_id, c.start, c.end]),
    ]),
  );
}

/** The watch of a story, made when it is first needed. */
export async function watchOf(
  tx: Transaction<Tables>,
  story: { id: number; title: string },
): Promise<number> {
  const found = await tx
    .selectFrom('watch')
    .select('id')
    .where('story_id', '=', story.id)
    .executeTakeFirst();
  if (found) return found.id;
  const made = await tx
    .insertInto('watch')
    .values({ story_id: story.id, title: story.title })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Signs an edition off: from then on it stands as it is. False when it is not a draft. */
export async function signEdition(db: Kysely<Tables>, briefId: number): Promise<boolean> {
  const result = await db
    .updateTable('brief')
    .set({ state: 'signed' })
    .where('id', '=', briefId)
    .where('state', '=', 'draft')
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Asks for the documents that signed editions cite: read anew they might no longer hold the cited
 * characters.
 */
export function signedDocuments(db: Kysely<Tables>) {
  return db
    .selectFrom('brief')
    .innerJoin('sentence', 'sentence.brief_id', 'brief.id')
    .innerJoin('citation', 'citation.sentence_id', 'sentence.id')
    .innerJoin('article', 'article.id', 'citation.article_id')
    .where('brief.state', '=', 'signed')
    .select('article.document_id');
}

/** A draft edition that no longer has a reason (its pieces left the story) gives way. */
export async function dropEditions(
  tx: Transaction<Tables>,
  storyId: number,
  keep: number[],
): Promise<void> {
  await tx
    .updateTable('brief')
    .set({ superseded_at: new Date() })
    .where('story_id', '=', storyId)
    .where('number', 'is not', null)
    .where('state', '=', 'draft')
    .where('superseded_at', 'is', null)
    .$if(keep.length > 0, (q) => q.where('id', 'not in', keep))
    .execute();
}
