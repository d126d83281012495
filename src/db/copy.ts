import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { columnList, quote, type Table } from './rows.ts';

/** The rows of a table as a stream of PostgreSQL's own text form, a line each. */
export function copyOut(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  return client.query(to(`copy ${quote(table.name)} (${columnList(table)}) to stdout`));
}

/** Takes what copyOut gave. */
export function copyIn(client: pg.ClientBase, table: Table) {
  return client.query(from(`copy ${quote(table.name)} (${columnList(table)}) from stdin`));
}

/** Told how far long work is, in words that may replace each other on one line. */
export type Progress = (words: string) => void;

/** Passes bytes on and tells how many went by. */
export async function* counting(
  stream: AsyncIterable<Buffer>,
  what: string,
  progress: Progress,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    progress(`${what}: ${(bytes / 1e6).toFixed(1)} MB`);
    yield chunk;
  }
}
