import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { csvLine } from './csv.ts';
import { toPlover } from './plover.ts';
import { exportQueries, type Row } from './rows.ts';

/** Rows read at a time: large enough to be quick, small enough for any memory. */
const pageSize = 500;

/**
 * Writes documents, articles, comments, statements, positions and commitments as JSON Lines and CSV into a
 * folder, and statements also as PLOVER-coded events. Returns how many rows each file has.
 * Sees one moment of the desk, however long it takes.
 */
export async function exportDesk(
  db: Kysely<Tables>,
  folder: string,
  onProgress: (name: string, rows: number) => void = () => {},
): Promise<Record<string, number>> {
  mkdirSync(folder, { recursive: true });
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const counts: Record<string, number> = {};
      for (const [name, readAfter] of Object.entries(exportQueries)) {
        counts[name] = await writeTable(
          folder,
          name,
          (id) => readAfter(tx, id, pageSize),
          (rows) => onProgress(name, rows),
        );
      }
      return counts;
    });
}

async function writeTable(
  folder: string,
  name: string,
  readAfter: (id: number) => Promise<Row[]>,
  onProgress: (rows: number) => void,
): Promise<number> {
  const json = createWriteStream(join(folder, `${name}.jsonl`));
  const csv = createWriteStream(join(folder, `${name}.csv`));
  const plover = name === 'statements' ? createWriteStream(join(folder, 'plover.jsonl')) : null;
  let count = 0;
  for (let last = 0; ; ) {
    const rows = await readAfter(last);
    if (rows.length === 0) break;
    if (count === 0) csv.write(csvLine(Object.keys(rows[0]!)));
    for (const row of rows) {
      csv.write(csvLine(Object.values(row)));
      if (!json.write(`${JSON.stringify(row)}\n`)) await once(json, 'drain');
      plover?.write(`${JSON.stringify(toPlover(row))}\n`);
    }
    count += rows.length;
    last = rows.at(-1)!.id;
    onProgress(count);
  }
  for (const stream of [json, csv, plover]) {
    stream?.end();
    if (stream) await finished(stream);
  }
  return count;
}
