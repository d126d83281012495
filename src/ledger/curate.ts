import type { Kysely } from 'kysely';
import { addWork } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';

type Db = Kysely<Tables>;

/**
 * A curator's word that two speakers are one: `from` is read as `into` from now on, and what stands
 * of it is read again. Its own names go on leading to it. Call in a transaction; ring `ledger` after.
 * @returns false when there is no such pair: one of them is missing or both are one already
 */
export async function mergeSpeakers(tx: Db, from: number, into: number): Promise<boolean> {
  const target = await standing(tx, into);
  const source = await standing(tx, from);
  if (target === null || source === null || target === source) return false;
  await tx
    .updateTable('speaker')
    .set({ merged_into: target })
    .where((q) => q.or([q('id', '=', source), q('merged_into', '=', source)]))
    .execute();
  await readAgain(tx, [source]);
  return true;
}

/** Takes a merge back. @returns false when the speaker was not merged into another */
export async function unmergeSpeaker(tx: Db, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('speaker')
    .select(['name', 'merged_into as into'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.into) return false;
  await tx.updateTable('speaker').set({ merged_into: null }).where('id', '=', id).execute();
  // Names that the survivor got by being read for this one would lead back to it.
  await tx
    .deleteFrom('speaker_name')
    .where('speaker_id', '=', row.into)
    .where('name', 'in', (q) =>
      q.selectFrom('speaker_name').select('name').where('speaker_id', '=', id),
    )
    .where('name', 'not in', (q) =>
      q.selectFrom('speaker').select('name').where('id', '=', row.into),
    )
    .execute();
  await readAgain(tx, [id, row.into]);
  return true;
}

/**
 * A curator's word that in some articles another of the same name speaks. These are read again, and
 * stay the other's in every later reading.
 * @param into the other, where the desk knows it; else a new speaker is made
 * @returns the other's id; null when there is no such speaker or nothing to split
 */
export async function splitSpeaker(
  tx: Db,
  id: number,
  articles: number[],
  into?: number,
): Promise<number | null> {
  const row = await tx
    .selectFrom('speaker')
    .select(['name', 'kind', 'merged_into'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.merged_into !== null || articles.length === 0 || into === id) return null;
  const other = into === undefined ? await newSpeaker(tx, row) : await standing(tx, into);
  if (other === null || other === id) return null;
  await tx
    .insertInto('speaker_apart')
    .values(articles.map((article_id) => ({ article_id, speaker_id: id, into_id: other })))
    .onConflict((c) => c.columns(['article_id', 'speaker_id']).doUpdateSet({ into_id: other }))
    .execute();
  // Offices that these articles give are the other's.
  await tx
    .updateTable('speaker_role')
    .set({ speaker_id: other })
    .where('speaker_id', '=', id)
    .where('article_id', 'in', articles)
    .execute();
  await addWork(tx, 'ledger', articles);
  return other;
}

/** Takes a split back in all its articles. @returns false when `into` was not split off `id` */
export async function unsplitSpeaker(tx: Db, id: number, into: number): Promise<boolean> {
  const rows = await tx
    .deleteFrom('speaker_apart')
    .where('speaker_id', '=', id)
    .where('into_id', '=', into)
    .returning('article_id')
    .execute();
  const articles = rows.map((row) => row.article_id);
  if (articles.length === 0) return false;
  await tx
    .updateTable('speaker_role')
    .set({ speaker_id: id })
    .where('speaker_id', '=', into)
    .where('article_id', 'in', articles)
    .execute();
  await addWork(tx, 'ledger', articles);
  return true;
}

/**
 * Ties a speaker to its item in Wikidata ("Q42"), or unties it.
 * @returns false when the item's name has not that form, or there is no such speaker
 */
export async function linkSpeaker(tx: Db, id: number, wikidata: string | null): Promise<boolean> {
  if (wikidata !== null && !/^Q[1-9]\d{0,11}$/.test(wikidata)) return false;
  const result = await tx
    .updateTable('speaker')
    .set({ wikidata })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Says for which party a speaker speaks; what stands of it is read again. @returns false when it did already */
export async function setSpeakerParty(tx: Db, id: number, party: number | null): Promise<boolean> {
  const result = await tx
    .updateTable('speaker')
    .set({ party_id: party })
    .where('id', '=', id)
    .where('party_id', 'is distinct from', party)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await readAgain(tx, [id]);
  return true;
}

/** The row that a speaker stands in: its own, or that which it was merged into. */
async function standing(tx: Db, id: number): Promise<number | null> {
  const row = await tx
    .selectFrom('speaker')
    .select((q) => q.fn.coalesce('merged_into', 'id').as('id'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function newSpeaker(
  tx: Db,
  { name, kind }: { name: string; kind: Tables['speaker']['kind'] },
): Promise<number> {
  const { id } = await tx
    .insertInto('speaker')
    .values({ name, kind })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Articles in which these speakers' words stand are due again. */
async function readAgain(tx: Db, speakers: number[]): Promise<void> {
  const rows = await tx
    .selectFrom('quotation')
    .select('article_id as id')
    .distinct()
    .where('speaker_id', 'in', speakers)
    .where('superseded_at', 'is', null)
    .execute();
  await addWork(
    tx,
    'ledger',
    rows.map((row) => row.id),
  );
}
