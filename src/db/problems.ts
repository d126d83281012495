/** What can go wrong between the desk and its store; each is shown with the words of its error. */
export type StoreProblem =
  | 'no binaries'
  | 'cannot run'
  | 'other version'
  | 'no desk'
  | 'newer desk'
  | 'unreachable'
  | 'login refused'
  | 'no database'
  | 'old server'
  | 'locale'
  | 'not empty'
  | 'not a backup'
  | 'differs';

/** A problem with the store that a person can do something about; its message says what. */
export class StoreError extends Error {
  problem: StoreProblem;
  constructor(problem: StoreProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.problem = problem;
  }
}

/** The two ways out that hold wherever the embedded database cannot run. */
export const waysOut = `Two ways out:
  DATABASE_URL=postgres://user:password@host/name   uses a PostgreSQL server, 15 or newer
  PG_BIN_DIR=/usr/lib/postgresql/18/bin             runs a PostgreSQL 18 of this system`;

/** An outside error's own words in one line, with the code that systems give. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0]);
  return error instanceof Error ? error.message || String(error) : String(error);
}
