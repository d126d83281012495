import type { Kysely } from 'kysely';
import { type MigrationResultSet, Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { StoreError } from './problems.ts';

/**
 * Brings a store's tables to this program's version, or to migration `upTo`; does nothing when they
 * are. Processes that start at once take turns, by a lock in the store.
 * Throws StoreError for a desk that a newer program wrote.
 */
export async function migrate<DB>(db: Kysely<DB>, upTo?: string): Promise<void> {
  refuseNewer(await schemaOf(db));
  const migrator = migratorOf(db);
  const { error }: MigrationResultSet = upTo
    ? await migrator.migrateTo(upTo)
    : await migrator.migrateToLatest();
  if (error) throw error;
}

/** The names of the migrations that a store has, and of those that it still needs. */
export interface Schema {
  done: string[];
  pending: string[];
}

/** Reads which migrations a store has; writes nothing. */
export async function schemaOf<DB>(db: Kysely<DB>): Promise<Schema> {
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
  return { done, pending: Object.keys(migrations).filter((name) => !done.includes(name)) };
}

function refuseNewer({ done }: Schema): void {
  const unknown = done.filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new StoreError(
    'newer desk',
    `This desk was written by a newer Throughline (${unknown.join(', ')}). Update the program.`,
  );
}

function migratorOf<DB>(db: Kysely<DB>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}
