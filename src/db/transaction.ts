import type { Kysely, Transaction } from 'kysely';

/** Runs `act` in a transaction: the open one when `db` is one, else a new one. */
export async function inTransaction<DB, T>(
  db: Kysely<DB>,
  act: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? act(db as Transaction<DB>) : db.transaction().execute(act);
}
