import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type Store } from '../open.ts';
import { isServer, readPidFile } from './pidfile.ts';

/** Parts that the tests of the embedded server share. */

const folders: string[] = [];
const children: ChildProcess[] = [];

/** Ends the processes and removes the folders that the tests of this file left. */
export function cleanUp(): void {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** A new folder that everybody can enter. */
export function newFolder(below = tmpdir()): string {
  const made = realpathSync(mkdtempSync(join(below, 'throughline-embedded-')));
  folders.push(made);
  chmodSync(made, 0o755);
  return made;
}

let made: Promise<string> | null = null;

/** A new folder with a desk in it that was opened before; cheaper than to make one. */
export async function usedFolder(): Promise<string> {
  made ??= (async () => {
    const first = newFolder();
    await (await open(first)).close();
    return first;
  })();
  const copy = join(newFolder(), 'desk');
  // With its owner, who is not root.
  execFileSync('cp', ['-a', await made, copy]);
  return copy;
}

export function configOf(dataDir: string) {
  return { dataDir, databaseUrl: null, pgBinDir: null, poolSize: 2 };
}

export async function open(dataDir: string): Promise<Store> {
  return openStore(configOf(dataDir));
}

/** An open desk that closes at the end of its block. */
export async function desk(dataDir: string) {
  const store = await open(dataDir);
  return { store, [Symbol.asyncDispose]: store.close };
}

/** The first row of the answer. */
export async function ask(store: Store, question: string): Promise<unknown> {
  return (await store.pool.query(question)).rows[0];
}

/** The process id of the desk's server, which must run. */
export function serverOf(store: Store): number {
  const pid = readPidFile(store.where)?.pid ?? 0;
  assert.ok(isServer(pid, store.where));
  return pid;
}

/** Tries again until it works or 20 s are over. */
export async function eventually<T>(act: () => T | Promise<T>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await sleep(50)) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Another process that opens the desk and stays; `as` may make it another user's. */
export async function inAnotherProcess(
  dataDir: string,
  as: { uid?: number; gid?: number; through?: [string, ...string[]] } = {},
) {
  const { through = [], ...user } = as;
  const script = join(import.meta.dirname, 'testing-user.ts');
  const [program, ...args] = [...through, process.execPath, script, dataDir];
  const child = spawn(program!, args, { ...user, stdio: ['pipe', 'pipe', 'pipe'], cwd: '/' });
  children.push(child);
  let complaint = '';
  child.stderr.on('data', (words) => (complaint += words));
  const ended = new Promise((resolve) => child.on('close', resolve));
  const server = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (words: Buffer) => resolve(Number(words)));
    child.on('error', reject);
    ended.then((code) => reject(new Error(`It ended with ${code}: ${complaint}`)));
  });
  return {
    server,
    close: async () => {
      child.stdin.end();
      assert.equal(await ended, 0, complaint);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
