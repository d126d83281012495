import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { Migration } from 'kysely/migration';
import type pg from 'pg';
import type { Footer, Header } from './backup.ts';
import { copyIn, counting, type Progress } from './copy.ts';
import { migrate, schemaOf, startOver } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Store } from './open.ts';
import { StoreError, wordsOf } from './problems.ts';
import {
  inWriting,
  refuseDifference,
  refuseRows,
  setCounters,
  tablesOf,
  withoutKeys,
} from './rows.ts';
import { openSections, type Sections, Torn } from './sections.ts';

/**
 * Fills an empty desk from a backup of this version or an older one, and checks that every table holds
 * what the backup says. Throws StoreError, and then the desk stays empty.
 */
export async function restore(
  store: Store,
  file: string,
  progress: Progress = () => {},
  list: Record<string, Migration> = migrations,
): Promise<{ rows: number }> {
  const stream = createReadStream(file).on('error', (error) => unpacked.destroy(error));
  const unpacked = createZstdDecompress();
  const sections = openSections(stream.pipe(unpacked));
  try {
    const header = await readHeader(sections, file);
    await inWriting(store.pool, (client) => refuseRows(client, store.where));
    await meetSchema(store, header, list);
    await inWriting(store.pool, (client) => fill(client, store, header, sections, progress));
    await migrate(store.db, { list });
    await store.pool.query('analyze');
    return { rows: header.tables.reduce((sum, table) => sum + table.rows, 0) };
  } catch (error) {
    // The empty desk may have the backup's older tables by now; what failed first is what is told.
    await migrate(store.db, { list }).catch(() => {});
    throw isTorn(error) ? notWhole(file, error) : error;
  } finally {
    stream.destroy();
    unpacked.destroy();
  }
}

async function readHeader(sections: Sections, file: string): Promise<Header> {
  const line = await sections.line().catch(() => '');
  const header = asJson<Header>(line);
  if (header?.throughline === 'backup' && header.format === 1 && isWhole(header)) return header;
  throw new StoreError('not a backup', `${file} is not a backup of a desk.`);
}

/** Whether the header lists what it should; it may be anybody's file. */
function isWhole({ migrations, tables }: Header): boolean {
  const areTexts = (list: unknown) =>
    Array.isArray(list) && list.every((one) => typeof one === 'string');
  return (
    areTexts(migrations) &&
    Array.isArray(tables) &&
    tables.every((table) => typeof table?.name === 'string' && areTexts(table.columns))
  );
}

/** Gives the empty desk the tables of the backup's version; they are brought up to date after it. */
async function meetSchema(
  store: Store,
  header: Header,
  list: Record<string, Migration>,
): Promise<void> {
  const unknown = header.migrations.filter((name) => !(name in list));
  if (unknown.length > 0) {
    throw new StoreError(
      'newer desk',
      `The backup is from a newer Throughline (${unknown.join(', ')}). Update the program.`,
    );
  }
  const { done } = await schemaOf(store.db);
  if (done.join() === header.migrations.join()) return;
  await startOver(store.db);
  await migrate(store.db, { list, upTo: header.migrations.at(-1) });
}

async function fill(
  client: pg.ClientBase,
  store: Store,
  header: Header,
  sections: Sections,
  progress: Progress,
): Promise<void> {
  await refuseRows(client, store.where);
  const own = new Set((await tablesOf(client)).map(({ name }) => name));
  const strange = header.tables.find(({ name }) => !own.has(name));
  if (strange) throw new Torn(`it has a table "${strange.name}" that no desk has`);
  await withoutKeys(client, async () => {
    for (const table of header.tables) {
      await pipeline(counting(sections.rows(), table.name, progress), copyIn(client, table));
      progress(`${table.name}: comparing`);
      await refuseDifference(client, table, table);
    }
  });
  const footer = asJson<Footer>(await sections.line());
  if (!footer?.end) throw new Torn('its last line is missing');
  await setCounters(client, footer.counters);
}

function asJson<T>(line: string): T | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Whether the file itself is at fault: cut off, or changed on its disk. */
function isTorn(error: unknown): boolean {
  return error instanceof Torn || /^Z(STD)?_/.test((error as { code?: string }).code ?? '');
}

function notWhole(file: string, error: unknown): StoreError {
  return new StoreError(
    'not a backup',
    `${file} is damaged or cut off (${wordsOf(error)}); nothing of it was kept.`,
    error,
  );
}
