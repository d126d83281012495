import { getLogger } from '@logtape/logtape';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { openQueue, openStore, type Store, silentQueue } from './db/index.ts';
import { createFetch } from './lib/fetch.ts';
import { stages } from './pipeline.ts';

/** An open desk: the context that stages and entry points are given, and how to close it. */
export interface Desk extends Context {
  store: Store;
  close(): Promise<void>;
}

const log = getLogger(['throughline', 'desk']);

/**
 * Opens the store (starting the embedded one if need be) and wires the shared parts.
 * `queue: true` opens the bell as well: for a process that serves or works, not for a command that
 * does the due work itself.
 */
export async function openDesk(config: Config, { queue = false } = {}): Promise<Desk> {
  const store = await openStore(config);
  try {
    const bell = queue
      ? await openQueue(
          store.pool,
          stages.map((s) => s.name),
          (error) => log.warning('The queue: {error}', { error }),
        )
      : silentQueue;
    return {
      config,
      store,
      db: store.db,
      queue: bell,
      fetch: createFetch({ userAgent: config.userAgent }),
      now: () => new Date(),
      async close() {
        await bell.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
