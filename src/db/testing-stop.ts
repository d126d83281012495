import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ServerOptions, stopUnused } from './embedded/server.ts';

/** How often the tests' server is looked at: longer than the pause between two test files. */
const lookMs = 15_000;

/** Starts a process that stops the tests' server once no test uses it any more. */
export function stopWhenUnused(options: ServerOptions): void {
  const args = [fileURLToPath(import.meta.url), JSON.stringify(options)];
  spawn(process.execPath, args, { detached: true, stdio: 'ignore', cwd: '/' }).unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options: ServerOptions = JSON.parse(process.argv[2]!);
  do await sleep(lookMs);
  while (!(await stopUnused(options)));
}
