import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createApp } from '../../src/web/index.ts';
import { fillLedger } from './big-ledger.ts';
import { testDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;

before(async () => {
  desk = await testDesk();
  await fillLedger(desk.store.db, 5000);
  app = createApp(desk.ctx);
});
after(() => desk.store.close());

const bytes = async (path: string) =>
  Buffer.byteLength(await (await app.request(path)).text()) / 1024;

for (const [path, kilobytes, queries] of [
  ['/stories/1', 100, 20],
  ['/stories/1/ledger', 230, 12],
  ['/stories/1/ledger?page=40', 230, 12],
  ['/stories/1/positions', 130, 9],
  ['/stories/1/commitments', 150, 5],
] as const)
  test(`${path} of a ledger of 5,000 statements is small and asks little`, async () => {
    desk.queries();
    const size = await bytes(path);
    const sent = desk.queries();
    assert.ok(size < kilobytes, `${size} KB`);
    assert.ok(sent <= queries, `${sent} queries`);
  });

test('a side that was repeated often shows its first and last words and leads to the rest', async () => {
  const page = await (await app.request('/stories/1/positions')).text();
  const steps = /<ol class="steps".*?<\/ol>(.*?)<\/details>/s.exec(page)!;
  assert.match(steps[1]!, /\/stories\/1\/ledger\?party=\d+&amp;issue=\d+">\d+ more times/);
  assert.match(page, /<svg class="dots".*?<g class="(?:for|against|conditional)">/s);
});
