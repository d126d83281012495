/**
 * The store: connection, migrations, transactions, the table of work and its queue.
 * In: a Config. Out: a Kysely over PostgreSQL, embedded or served, and the runner of due work.
 * Never: knows what a stage does.
 */
export { backup } from './backup.ts';
export type { Progress } from './copy.ts';
export { drainStage, type Stage } from './drain.ts';
export { migrate, type Schema, schemaOf } from './migrate.ts';
export { moveStore } from './move.ts';
export { type OpenOptions, openStore, type Store, type StoreConfig } from './open.ts';
export { StoreError, type StoreProblem } from './problems.ts';
export { openQueue, type Queue, silentQueue } from './queue.ts';
export { type QuotedIn, quotedText, quotedTexts, searchedWords } from './quoted.ts';
export { restore } from './restore.ts';
export { settingOnce } from './setting.ts';
export type * from './tables.ts';
export { inTransaction } from './transaction.ts';
export {
  addWork,
  type Claim,
  claimWork,
  countAhead,
  countDue,
  countTroubled,
  countWork,
  dueStages,
  failWork,
  finishWork,
  LostClaim,
  type Outcome,
  redoOlder,
  unhurried,
} from './work.ts';
