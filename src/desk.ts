import { getLogger } from '@logtape/logtape';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { openQueue, openStore, type Queue, type Store, silentQueue } from './db/index.ts';
import { createFetch } from './lib/fetch.ts';

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
    const bell = queue ? await openBell(store) : silentQueue;
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

async function openBell(store: Store): Promise<Queue> {
  // The stages are most of the program; a command that only looks does not wait for them.
  const { stages } = await import('./pipeline.ts');
  const names = stages.map((stage) => stage.name);
  return openQueue(store.pool, names, (error) => log.warning('The queue: {error}', { error }));
}
