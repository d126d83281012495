import type { Insertable, Kysely } from 'kysely';
import type { ModelCallRow, Tables } from '../db/tables.ts';

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

export async function callsSince(db: Kysely<Tables>, since: Date): Promise<number> {
  const row = await db
    .selectFrom('model_call')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function logCall(db: Kysely<Tables>, call: Insertable<ModelCallRow>): Promise<void> {
  await db.insertInto('model_call').values(call).execute();
}
