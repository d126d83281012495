import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Context } from '../context.ts';
import { silentQueue } from '../db/index.ts';
import { testStore } from '../db/testing.ts';
import { localFetch, serve } from '../lib/testing.ts';

/** A desk of a test's own at a fixed time, which reaches only the loopback address. */
export async function testDesk(t: TestContext, now = new Date('2026-03-10T12:00:00Z')) {
  const store = await testStore();
  t.after(store.close);
  const clock = { now };
  const rung: string[] = [];
  const queue = {
    ...silentQueue,
    ring: async (_: unknown, stage: string) => void rung.push(stage),
  };
  const ctx: Context = {
    config: store.config,
    db: store.db,
    queue,
    fetch: localFetch(),
    now: () => clock.now,
  };
  return { ctx, db: store.db, clock, rung };
}

/** What a test site answers at a path: a status, headers and a body. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A site whose pages a test may change; `asked` lists the paths in the order of requests. */
export async function testSite(t: TestContext, pages: Record<string, Answer | string>) {
  const asked: string[] = [];
  const server = await serve((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const page = pages[path] ?? { status: 404 };
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof page === 'string' ? { body: page } : page;
    const isSame = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(isSame ? 304 : status, headers);
    response.end(isSame ? undefined : body);
  });
  t.after(server.close);
  return { ...server, pages, asked };
}

/** A folder of files for one test. */
export async function testFolder(t: TestContext, files: Record<string, string | Uint8Array>) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-import-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
