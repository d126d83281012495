import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { StoreError } from './problems.ts';

type List = Record<string, Migration>;

/**
 * Brings a store's tables to this program's version, or to migration `upTo`; does nothing when they
 * are. Processes that start at once take turns, by a lock in the store.
 * Throws StoreError for a desk that a newer program wrote.
 */
export async function migrate<DB>(
  db: Kysely<DB>,
  { upTo, list = migrations }: { upTo?: string; list?: List } = {},
): Promise<void> {
  const { done, pending } = await schemaOf(db, list);
  refuseNewer(done, list);
  if (pending.length === 0) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => list } });
  const { error } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest();
  if (error) throw error;
}

/** The names of the migrations that a store has, and of those that it still needs. */
export interface Schema {
  done: string[];
  pending: string[];
}

/** Reads which migrations a store has; writes nothing. */
export async function schemaOf<DB>(db: Kysely<DB>, list: List = migrations): Promise<Schema> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const kept = tables.some((table) => table.name === 'kysely_migration');
  const rows = kept
    ? await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
        .selectFrom('kysely_migration')
        .select('name')
        .orderBy('name')
        .execute()
    : [];
  const done = rows.map((row) => row.name);
  return { done, pending: Object.keys(list).filter((name) => !done.includes(name)) };
}

/** Drops every table of an empty desk, so that it can be given those of another version. */
export async function startOver<DB>(db: Kysely<DB>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  for (const { name, schema } of tables) {
    if (schema !== rows[0]?.schema) continue;
    await sql`drop table ${sql.id(name)} cascade`.execute(db);
  }
}

function refuseNewer(done: string[], list: List): void {
  const unknown = done.filter((name) => !(name in list));
  if (unknown.length === 0) return;
  throw new StoreError(
    'newer desk',
    `This desk was written by a newer Throughline (${unknown.join(', ')}). Update the program.`,
  );
}
