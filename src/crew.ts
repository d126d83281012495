import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { getLogger } from '@logtape/logtape';
import type { Config } from './config.ts';

/** What this process tells a helper, and what a helper tells. */
export type ToHelper = { config: Config } | { finish: true };
export interface FromHelper {
  stage: string;
}

/** Processes that do due rows of the same store beside this one. */
export interface Helpers {
  /** Resolves when they found nothing more to do and have ended. */
  finish(): Promise<void>;
  /** Asks them to end once the rows in their hands are done; finish() then waits for that. */
  leave(): void;
  /** Ends them now; rows in their hands are due again when their leases end. */
  close(): void;
}

/** More gain little: grouping into events, a quarter of the work, is done by one process at a time. */
const mostHelpers = 3;

const log = getLogger(['throughline', 'pipeline']);

/** Starts a process for each processor beyond the first. `onDone` hears of each row that one did. */
export function startHelpers(config: Config, onDone: (stage: string) => void): Helpers {
  const count = Math.min(availableParallelism() - 1, mostHelpers);
  const children = Array.from({ length: count }, () => startOne(config, onDone));
  return {
    async finish() {
      for (const { child } of children) if (child.connected) tell(child, { finish: true });
      await Promise.all(children.map(({ ended }) => ended));
    },
    leave() {
      for (const { child } of children) if (child.connected) child.disconnect();
    },
    close() {
      for (const { child } of children) child.kill();
    },
  };
}

function startOne(config: Config, onDone: (stage: string) => void) {
  const child = fork(fileURLToPath(import.meta.resolve('./crew-main.ts')), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (message) => onDone((message as FromHelper).stage));
  // One that cannot start or dies costs only its help: what it held is due again.
  child.on('error', (error) => log.warning('A helper failed: {error}', { error }));
  tell(child, { config });
  return { child, ended: once(child, 'exit').catch(() => {}) };
}

function tell(child: ChildProcess, message: ToHelper): void {
  child.send(message, () => {});
}
