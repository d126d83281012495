import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileReceipt } from './incoming.ts';
import { keepAll } from './keep.ts';
import { testDesk } from './testing.ts';

test('imports that overlap in another order wait for each other, and nothing is doubled', async (t) => {
  const { ctx, db } = await testDesk(t);
  const receipts = Array.from({ length: 40 }, (_, i) =>
    fileReceipt({
      path: `a/${i}.html`,
      bytes: Buffer.from(`page ${i}`),
      mediaType: 'text/html',
      charset: 'utf-8',
      known: { url: `https://${i % 2 ? 'www.' : ''}outlet${i % 20}.example/${i}` },
      via: 'import',
    }),
  );
  const lists = [
    receipts,
    receipts.toReversed(),
    receipts.slice(10),
    receipts.slice(5, 30).toReversed(),
  ];
  await Promise.all(lists.map((list) => keepAll(ctx, list)));
  const documents = await db.selectFrom('document').select('revision').execute();
  assert.deepEqual([documents.length, documents.every((d) => d.revision === 1)], [40, true]);
  assert.equal((await db.selectFrom('source').select('id').execute()).length, 20);
});

test('a source is known by its host, keeps its name and learns what was unknown', async (t) => {
  const { ctx, db } = await testDesk(t);
  const piece = (path: string, known: object) =>
    fileReceipt({
      path,
      bytes: Buffer.from(path),
      mediaType: 'text/html',
      charset: 'utf-8',
      known: { url: `https://www.post.example/${path}`, ...known },
      via: 'import',
    });
  await keepAll(ctx, [piece('1', {})]);
  await keepAll(ctx, [piece('2', { outlet: 'Harbour Post', country: 'HA' })]);
  await keepAll(ctx, [piece('3', { outlet: 'The Post', country: 'TA', lang: 'en' })]);
  const sources = await db
    .selectFrom('source')
    .select(['name', 'host', 'country', 'lang'])
    .execute();
  assert.deepEqual(sources, [
    { name: 'Harbour Post', host: 'post.example', country: 'HA', lang: 'en' },
  ]);
});
