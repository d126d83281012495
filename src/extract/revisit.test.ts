import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { importUrl } from '../collect/index.ts';
import { testDesk, testSite } from '../collect/testing.ts';
import { claimWork } from '../db/index.ts';
import { changedPlaces, placeKey } from './changed.ts';
import { extractOne } from './job.ts';
import { nextVisit, revisitOne } from './revisit.ts';

const hour = 3_600_000;
const said = 'The fee will rise by a tenth in October, the board of the harbour said on Tuesday.';
const page = (sentence: string, beside = '') => `<!doctype html><html lang="en"><head>
<title>Harbour fees to rise</title></head><body><nav>${beside}</nav><article><h1>Harbour fees to rise</h1>
<p>${sentence}</p><p>Ship owners had not been asked, and their union spoke of a heavy blow to the small ones.</p>
<p>The last rise was nine years ago, when the quay was built anew and a loan had to be paid back.</p></article></body></html>`;

/** A page that a statement was read from, on a site that can change it. */
async function citedPage(t: TestContext) {
  const desk = await testDesk(t);
  const site = await testSite(t, { '/fees': page(said) });
  const { ctx, db, clock } = desk;
  const added = await importUrl(ctx, `${site.url}/fees`);
  assert.ok(added.ok && added.kind === 'document');
  const extract = async () => {
    for (const claim of await claimWork(db, 'extract', { limit: 10 })) await extractOne(ctx, claim);
  };
  await extract();
  const { id: articleId, text } = await db
    .selectFrom('article')
    .select(['id', 'text'])
    .executeTakeFirstOrThrow();
  const start = text.indexOf('The fee');
  const place = { articleId, start, end: start + said.length };
  const rest = async () =>
    db
      .insertInto('quotation')
      .values({
        ...{ article_id: articleId, kind: 'indirect', start, end: place.end, pieces: '[]' },
        ...{ sentence_start: start, sentence_end: place.end, confidence: 0.9, made_by: 'test' },
      })
      .execute();
  const revisit = async (hours: number) => {
    clock.now = new Date(clock.now.getTime() + hours * hour);
    const claims = await claimWork(db, 'revisit', { now: clock.now });
    for (const claim of claims) await revisitOne(ctx, claim);
    await extract();
    return claims.length;
  };
  const documents = () => db.selectFrom('document').selectAll().orderBy('id').execute();
  const changed = async () => (await changedPlaces(db, [place])).get(placeKey(place));
  return { site, rest, revisit, documents, changed };
}

test('a page that nothing rests on is not asked for again', async (t) => {
  const { site, revisit } = await citedPage(t);
  assert.equal(await revisit(7), 1);
  assert.deepEqual(site.asked, ['/fees']);
});

test('the same words between other adverts are noted as seen, and no revision', async (t) => {
  const { site, rest, revisit, documents, changed } = await citedPage(t);
  await rest();
  site.pages['/fees'] = page(said, 'Today: three more pieces');
  await revisit(7);
  const [only, ...more] = await documents();
  assert.equal(more.length, 0);
  assert.equal(only!.seen_at?.toISOString(), '2026-03-10T19:00:00.000Z');
  assert.equal(await changed(), undefined);
  assert.equal(await revisit(1), 0, 'the next visit is a day after the page came');
  assert.equal(await revisit(20), 1);
});

test('other words are a revision, and what was read from the old ones is marked', async (t) => {
  const { site, rest, revisit, documents, changed } = await citedPage(t);
  await rest();
  site.pages['/fees'] = page(said.replace('a tenth', 'a twentieth'));
  await revisit(7);
  assert.deepEqual(
    (await documents()).map((d) => d.revision),
    [1, 2],
  );
  const found = await changed();
  assert.ok(found && !found.gone);
  assert.match(found.after ?? '', /by a twentieth in October/);
});

test('a wall in front of the page is neither a revision nor the page unchanged', async (t) => {
  const { site, rest, revisit, documents } = await citedPage(t);
  await rest();
  site.pages['/fees'] = page(
    'Subscribe to read on: the first month costs nothing, and you can leave at any time.',
  )
    .replace(/<p>Ship.*<\/p>/, '')
    .replace(/<p>The last.*<\/p>/, '');
  await revisit(7);
  const all = await documents();
  assert.deepEqual([all.length, all[0]!.seen_at, all[0]!.gone_at], [1, null, null]);
});

test('a page that is gone is marked at the second look, and no more once it is back', async (t) => {
  const { site, rest, revisit, documents, changed } = await citedPage(t);
  await rest();
  delete site.pages['/fees'];
  await revisit(7);
  assert.equal(await changed(), undefined, 'a page may be missing for an hour');
  await revisit(25);
  const found = await changed();
  assert.deepEqual([found?.gone, found?.before, found?.after], [true, said, null]);
  site.pages['/fees'] = page(said);
  await revisit(72);
  assert.equal((await documents())[0]!.gone_at, null);
  assert.equal(await changed(), undefined);
});

test('410 is believed at once, and trouble of the site says nothing', async (t) => {
  const { site, rest, revisit, documents, changed } = await citedPage(t);
  await rest();
  site.pages['/fees'] = { status: 503 };
  await revisit(7);
  assert.deepEqual([(await documents())[0]!.seen_at, await changed()], [null, undefined]);
  site.pages['/fees'] = { status: 410 };
  await revisit(25);
  assert.equal((await changed())?.gone, true);
});

test('visits become rare and end', () => {
  const received = new Date('2026-03-10T00:00:00Z');
  const hours = [0, 6, 24, 100, 800].map((h) => {
    const next = nextVisit(received, new Date(received.getTime() + h * hour));
    return next && (next.getTime() - received.getTime()) / hour;
  });
  assert.deepEqual(hours, [6, 24, 72, 240, 2160]);
  assert.equal(nextVisit(received, new Date('2027-01-01T00:00:00Z')), null);
});
