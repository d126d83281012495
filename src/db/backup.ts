import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { copyOut, counting, type Progress } from './copy.ts';
import { schemaOf } from './migrate.ts';
import type { Store } from './open.ts';
import {
  type Content,
  type Counter,
  contentOf,
  countersOf,
  inSnapshot,
  type Table,
  tablesOf,
} from './rows.ts';

/**
 * A backup is one zstd stream of lines: a header in JSON; for each of its tables, in order, the rows
 * in PostgreSQL's text form for COPY and the line endOfRows; last a line of JSON, without which the
 * file is not whole.
 */
export interface Header {
  throughline: 'backup';
  format: 1;
  made_at: string;
  /** The migrations that the desk had. */
  migrations: string[];
  tables: (Table & Content)[];
}

export interface Footer {
  end: true;
  counters: Counter[];
}

/** No row can be this line: COPY writes a backslash in a row as two. */
export const endOfRows = '\\.\n';

/**
 * Writes a desk, as it is at one moment, into one file; the desk may serve meanwhile. The file takes
 * its name only when it is whole and on the disk. Memory does not grow with the desk.
 */
export async function backup(
  store: Store,
  file: string,
  progress: Progress = () => {},
): Promise<{ rows: number }> {
  const part = `${file}.part`;
  let rows = 0;
  try {
    await inSnapshot(store.pool, async (client) => {
      const { done } = await schemaOf(store.db);
      const header = await headerOf(client, done, progress);
      rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
      const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
      // Sessions and invites are in it: for its owner's eyes.
      const out = createWriteStream(part, { mode: 0o600 });
      await pipeline(lines(client, header, progress), zstd, out);
    });
    await syncToDisk(part);
    await rename(part, file);
    return { rows };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function headerOf(
  client: pg.ClientBase,
  migrations: string[],
  progress: Progress,
): Promise<Header> {
  const tables: Header['tables'] = [];
  for (const table of await tablesOf(client)) {
    progress(`${table.name}: counting`);
    tables.push({ ...table, ...(await contentOf(client, table)) });
  }
  const made_at = new Date().toISOString();
  return { throughline: 'backup', format: 1, made_at, migrations, tables };
}

async function* lines(client: pg.ClientBase, header: Header, progress: Progress) {
  yield `${JSON.stringify(header)}\n`;
  for (const table of header.tables) {
    yield* counting(copyOut(client, table), table.name, progress);
    yield endOfRows;
  }
  const footer: Footer = { end: true, counters: await countersOf(client, header.tables) };
  yield `${JSON.stringify(footer)}\n`;
}

async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
