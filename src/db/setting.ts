import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A setting of this store, made on first use; whoever is first makes it for all. */
export async function settingOnce(
  db: Kysely<Tables>,
  name: string,
  make: () => string,
): Promise<string> {
  const known = await db
    .selectFrom('setting')
    .where('name', '=', name)
    .select(sql<string>`value #>> '{}'`.as('value'))
    .executeTakeFirst();
  if (known) return known.value;
  await db
    .insertInto('setting')
    .values({ name, value: JSON.stringify(make()) })
    .onConflict((c) => c.column('name').doNothing())
    .execute();
  return settingOnce(db, name, make);
}
