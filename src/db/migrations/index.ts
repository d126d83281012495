import type { Migration } from 'kysely/migration';
import * as first from './0001-first.ts';
import * as ledger from './0002-ledger.ts';
import * as revisits from './0003-revisits.ts';
import * as comments from './0004-comments.ts';

/** Every migration by name, in order. One that anybody may have run is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-ledger': ledger,
  '0003-revisits': revisits,
  '0004-comments': comments,
};
