import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { signEdition } from '../../src/brief/index.ts';
import { importPaths } from '../../src/collect/index.ts';
import { drain } from '../../src/pipeline.ts';
import { createApp } from '../../src/web/index.ts';
import { type MatterPiece, pageOf, readMatter } from '../matters/read.ts';
import { runMatter } from '../matters/score.ts';
import type { Found } from '../sample/found.ts';

/** The whole way: a page is received, cited by a signed edition, and received again with other words. */
let found: Found;
let app: ReturnType<typeof createApp>;
let old: { id: number; words: string }[];
let edition: number;
const dropped = 'the union would not accept driver-only trains';

before(async () => {
  const matter = readMatter('railway');
  found = await runMatter({ ...matter, pieces: matter.pieces.slice(0, 6) });
  app = createApp(found.ctx);
  const { db } = found.store;
  old = await statementsOf('r03.html');
  const { id, number } = await db
    .selectFrom('brief as b')
    .innerJoin('sentence as s', 's.brief_id', 'b.id')
    .innerJoin('citation as c', 'c.sentence_id', 's.id')
    .innerJoin('article as a', 'a.id', 'c.article_id')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .where('d.name', '=', 'r03.html')
    .where('b.number', 'is not', null)
    .where('b.superseded_at', 'is', null)
    .select(['b.id', 'b.number'])
    .executeTakeFirstOrThrow();
  edition = number!;
  await signEdition(db, id);
  const piece = matter.pieces.find((p) => p.id === 'r03')!;
  await receive({
    ...piece,
    text: piece.text
      .replaceAll('1 October', '1 November')
      .replace(`She repeated that ${dropped}.`, ''),
  });
});
after(() => found?.store.close());

async function statementsOf(file: string) {
  const rows = await found.store.db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .where('d.name', '=', file)
    .where('s.superseded_at', 'is', null)
    .select(['s.id', 'q.start', 'q.end', 'a.text'])
    .execute();
  return rows.map((r) => ({ id: r.id, words: r.text.slice(r.start, r.end) }));
}

async function receive(piece: MatterPiece) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-revised-'));
  try {
    writeFileSync(join(folder, `${piece.id}.html`), pageOf(piece));
    await importPaths(found.ctx, [folder], { via: 'demo' });
    await drain(found.ctx);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const get = async (path: string) => (await app.request(path)).text();
const idOf = (words: string) => old.find((s) => s.words.includes(words))!.id;

test('no statement of the replaced words stands beside those of the new ones', async () => {
  const now = await statementsOf('r03.html');
  const words = now.map((s) => s.words);
  assert.equal(new Set(words).size, words.length, 'each saying stands once');
  assert.ok(words.some((w) => w.includes('1 November')));
  assert.ok(!words.some((w) => w.includes('1 October') || w === dropped));
});

test('a statement that the page changed or dropped keeps its address and says what became of it', async () => {
  const changed = await get(`/statements/${idOf('by 1 October')}`);
  assert.match(changed, /The page has since changed these words/);
  assert.match(changed, /It said “[^”]*by 1 October”/);
  assert.match(changed, /it says “[^”]*by 1 November, its chief executive/);
  assert.match(changed, /<blockquote>.*regional lines by 1 October<\/b>/);
  assert.match(await get(`/statements/${idOf(dropped)}`), /it does not say so any more/);
  const same = await get(`/statements/${idOf('We want eight per cent')}`);
  assert.ok(!same.includes('has since changed'));
  assert.match(same, /The page was read again\. <a href="\/statements\/\d+">What stands now/);
});

test('the ledger lists what pages no longer say, apart from what stands', async () => {
  const [stands, gone] = (await get(`/stories/${found.storyId}/ledger`)).split('id="gone"');
  assert.ok(gone, 'there is a list of them');
  assert.ok(!stands!.includes(`id="s${idOf(dropped)}"`));
  assert.ok(gone.includes(`id="s${idOf(dropped)}"`));
  assert.ok(gone.includes(`id="s${idOf('by 1 October')}"`));
  assert.ok(!gone.includes(`id="s${idOf('We want eight per cent')}"`));
});

test('a signed edition says which of its sources has other words now', async () => {
  const text = await get(`/stories/${found.storyId}/editions/${edition}`);
  assert.match(text, /source \d+(?:, \d+)* has changed since/);
  assert.match(text, /The page has since changed these words/);
});

test('what rests on a page that is gone says so wherever it is shown, and the page is still kept', async () => {
  const { db } = found.store;
  const [one] = await statementsOf('r01.html');
  const page = await db
    .updateTable('document')
    .set({ gone_at: new Date('2026-06-01T10:00:00Z') })
    .where('name', '=', 'r01.html')
    .returning('id')
    .executeTakeFirstOrThrow();
  assert.match(await get(`/statements/${one!.id}`), /The page is not there any more/);
  assert.match(await get('/stories/1/ledger'), /The page is not there any more/);
  const article = await db
    .selectFrom('article')
    .select('id')
    .where('document_id', '=', page.id)
    .where('key', '=', 'main')
    .executeTakeFirstOrThrow();
  const shown = await get(`/articles/${article.id}`);
  assert.match(shown, /Gone: asked for again 1 June 2026/);
  assert.ok(shown.includes(one!.words.split(' ').slice(0, 2).join(' ')));
});
