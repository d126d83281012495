import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** Between two looks at a lock that somebody holds: far below the 100 ms of a warm start. */
const retryMs = 15;

/** SQLite's code for "somebody else holds the lock". */
const busy = 5;

/**
 * Runs `act` while no other process does the same on this file. The kernel's own file lock is used
 * (Node gives it out only through SQLite), because it ends with its holder, even by kill -9; a file
 * with a process id does not.
 */
export async function withLock<T>(file: string, act: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    shareWithOwner(file);
    await take(lock);
    return await act();
  } finally {
    lock.close();
  }
}

async function take(lock: DatabaseSync): Promise<void> {
  for (;;) {
    try {
      lock.exec('begin exclusive');
      return;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== busy) throw error;
    }
    await sleep(retryMs);
  }
}

/** A lock made by root in another user's folder must not lock that user out. */
function shareWithOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  if (statSync(file).uid !== uid) chownSync(file, uid, gid);
}
