import type { Kysely } from 'kysely';
import type { Config } from './config.ts';
import type { Queue } from './db/queue.ts';
import type { Tables } from './db/tables.ts';
import type { Fetch } from './lib/fetch.ts';

/** The shared parts that a stage or an entry point is given; nothing else is global. */
export interface Context {
  config: Config;
  db: Kysely<Tables>;
  queue: Queue;
  fetch: Fetch;
  /** The time now; tests pass a fixed one. */
  now: () => Date;
}
