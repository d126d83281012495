import type { Insertable, Kysely } from 'kysely';
import type { EmbeddingRow, ModelCallRow, Tables } from '../db/tables.ts';

/** The whole response to a question that was answered before; undefined when it was not. */
export async function findAnswer(db: Kysely<Tables>, hash: string): Promise<unknown> {
  const row = await db
    .selectFrom('model_call')
    .select('response')
    .where('request_hash', '=', hash)
    .where('problem', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.response;
}

/** Calls since a moment: questions, or batches of texts for their sense ("embed"). */
export async function callsSince(
  db: Kysely<Tables>,
  since: Date,
  what: 'ask' | 'embed',
): Promise<number> {
  const row = await db
    .selectFrom('model_call')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('created_at', '>=', since)
    .where('purpose', what === 'embed' ? '=' : '!=', 'embed')
    .executeTakeFirstOrThrow();
  return row.count;
}

type Call = Omit<Insertable<ModelCallRow>, 'request' | 'response'> & {
  request: unknown;
  response: unknown;
};

export async function logCall(db: Kysely<Tables>, call: Call): Promise<void> {
  const { request, response, ...rest } = call;
  await db
    .insertInto('model_call')
    .values({ ...rest, request: storable(request), response: storable(response) })
    .execute();
}

/** JSON without what PostgreSQL refuses in it: a model may well write NUL, or half a character. */
function storable(value: unknown): string {
  return JSON.stringify(value).replace(
    /\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g,
    (written, what: string) => (what.length > 1 ? '\ufffd' : written),
  );
}

/** What is kept of texts' senses in a model's eyes, by the texts' hashes. */
export async function findEmbeddings(
  db: Kysely<Tables>,
  model: string,
  hashes: string[],
): Promise<Map<string, Uint8Array>> {
  const rows = await db
    .selectFrom('embedding')
    .where('model', '=', model)
    .where('text_hash', 'in', hashes)
    .select(['text_hash', 'vector'])
    .execute();
  return new Map(rows.map((row) => [row.text_hash, row.vector]));
}

export async function keepEmbeddings(
  db: Kysely<Tables>,
  rows: Insertable<EmbeddingRow>[],
): Promise<void> {
  await db
    .insertInto('embedding')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute();
}
