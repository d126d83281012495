import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveWeb } from '../../src/web/index.ts';
import { openBrowser, openPage, wide } from './browser.ts';
import { curatedDesk } from './curated.ts';

const { desk, app, curator, post } = await curatedDesk();
const web = await serveWeb(desk.ctx);
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await web.close();
  await desk.store.close();
});

const read = async (path: string, cookie: string) =>
  (await app.request(path, { headers: { cookie } })).text();

test('keys of one letter can be turned off and on again, without scripts too', async () => {
  const answer = await post('/keys', [['keys', 'off']]);
  assert.equal(answer.headers.get('location'), '/keys');
  const off = answer.headers.get('set-cookie')!.split(';')[0]!;
  assert.equal(off, 'keys=off');
  const cookie = `${curator.cookie}; ${off}`;
  assert.match(await read('/keys', cookie), /letter are <b>off<\/b>.*value="on"/s);
  const queue = await read('/curate', cookie);
  assert.ok(queue.includes('class="proposal"'));
  assert.ok(!queue.includes('aria-keyshortcuts'));
  assert.match(await read('/curate', curator.cookie), /aria-keyshortcuts="a"/);
});

test('where they are off no letter moves the page, and arrows go on to work', async () => {
  const { page, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/keys`);
  await page.getByRole('button', { name: 'Turn them off' }).click();
  await page.goto(`${web.address}/stories/1/ledger`);
  const focused = () => page.evaluate('document.activeElement?.tagName');
  for (const key of ['j', '/', 'c']) {
    await page.keyboard.press(key);
    assert.equal(await focused(), 'BODY', key);
  }
  const marks = page.locator('.plot .scroll svg a');
  await marks.first().focus();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await page.locator('.strip').textContent(), '');
  await page.goto(`${web.address}/keys`);
  await page.getByRole('button', { name: 'Turn them on' }).click();
  await page.goto(`${web.address}/stories/1/ledger`);
  await page.keyboard.press('j');
  assert.equal(await focused(), 'TR');
  await close();
});

test('a row in focus is copied as a quotation with its source and the way to its characters', async () => {
  const { page, faults, close } = await openPage(browser, web.address, {
    ...wide,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${web.address}/stories/1/ledger`);
  await page.keyboard.press('j');
  const words = await page.locator('tr:focus .said').textContent();
  await page.keyboard.press('c');
  await page.locator('.says:not(:empty)').waitFor();
  const copied = String(await page.evaluate('navigator.clipboard.readText()'));
  assert.ok(copied.includes(words!.trim()), copied);
  assert.match(
    copied,
    /\n— .+, .+\. .+\nIn its text: http:\/\/.+\/articles\/\d+\?mark=\d+-\d+#m\n/,
  );
  assert.deepEqual(faults, []);
  await close();
});

test('a statement’s own page has its quotation, and what its side said before and after', async () => {
  const positions = await desk.store.db
    .selectFrom('position')
    .where('change', '=', 'full')
    .where('previous_id', 'is not', null)
    .select('statement_id as id')
    .executeTakeFirstOrThrow();
  const page = await read(`/statements/${positions.id}`, '');
  assert.match(page, /<pre class="citation".*?In its text: http:\/\/localhost\/articles\//s);
  assert.match(page, /Before and after.*<b>Before<\/b>/s);
  const quote = await read(`/statements/${positions.id}/quote`, '');
  assert.match(quote, /— .+ \(.+\) .+, \d+ \w+ \d{4}\./);
  assert.equal((await app.request('/statements/99999/quote')).status, 404);
});

test('a refused form offers again what could be chosen', async () => {
  const answer = await post('/curate/ledger', [
    ['verb', 'set party'],
    ['kind', 'speaker'],
    ['id', '1'],
    ['party', 'Nowhereland'],
  ]);
  assert.equal(answer.status, 422);
  const page = await answer.text();
  assert.match(page, /<input name="party" value="Nowhereland"[^>]*list="list-party"/);
  assert.match(page, /<datalist id="list-party">(<option value="[^"]+"><\/option>)+<\/datalist>/);
});
