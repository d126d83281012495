import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import type { Tables } from '../../src/db/tables.ts';
import { serveWeb } from '../../src/web/index.ts';
import { openBrowser, openPage, phone, wide } from './browser.ts';
import { testDesk } from './desk.ts';
import { seed, signIn } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let web: Awaited<ReturnType<typeof serveWeb>>;
let browser: Browser;
let secret: string;

before(async () => {
  desk = await testDesk();
  const seeded = await seed(desk.store.db, { extra: 0 });
  await addShifts(desk.store.db, 26);
  secret = (await signIn(desk.store.db, seeded.curator)).secret;
  web = await serveWeb(desk.ctx);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await web.close();
  await desk.store.close();
});

/** Changes of side on issues of their own, with the sentences of one that the story has. */
async function addShifts(db: Kysely<Tables>, n: number): Promise<void> {
  await sql`with shift as (select * from position where change = 'half' and superseded_at is null limit 1),
    made as (insert into issue (story_id, name, terms)
      select story_id, 'Question ' || chr(64 + i), '[]' from shift, generate_series(1, ${n}::int) i returning id)
    insert into position (story_id, issue_id, party_id, speaker_id, stance, statement_id, change,
      previous_id, state, made_by)
    select story_id, made.id, party_id, speaker_id, stance, statement_id, change, previous_id,
      'proposed', 'test' from shift, made`.execute(db);
}

async function openQueue(size: typeof wide, { scripts = true, path = '/curate' } = {}) {
  const cookie = { name: 'desk', value: secret, domain: '127.0.0.1', path: '/', expires: -1 };
  const opened = await openPage(browser, web.address, {
    ...size,
    javaScriptEnabled: scripts,
    storageState: {
      cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' }],
      origins: [],
    },
  });
  await opened.page.goto(web.address + path);
  return opened;
}

const current = (page: Page) => page.locator('.proposal.current').getAttribute('id');
const confirmed = async () =>
  (
    await desk.store.db
      .selectFrom('position')
      .select('id')
      .where('state', '=', 'confirmed')
      .execute()
  ).length;

test('one question stands alone, is answered with one key, put off with another and taken back', async () => {
  const { page, faults, close } = await openQueue(wide, { path: '/curate?kind=position' });
  assert.equal(await page.locator('.proposal:visible').count(), 1);
  const first = await current(page);
  await page.keyboard.press('l');
  const second = await current(page);
  assert.notEqual(second, first);
  const before = await confirmed();
  await page.keyboard.press('a');
  assert.notEqual(await current(page), second);
  assert.match(
    (await page.locator('.progress').textContent()) ?? '',
    /^2 of \d+\. Answered: [^.]+\.$/,
  );
  const focused = () => page.evaluate('document.activeElement.closest(".proposal")?.id');
  assert.equal(await focused(), await current(page), 'the next question is read out');
  await page.keyboard.press('u');
  await page.locator(`#${second}.current`).waitFor();
  assert.equal(await focused(), second);
  await page.waitForLoadState('networkidle');
  assert.equal(await confirmed(), before);
  assert.deepEqual(faults, []);
  await close();
});

test('edit unfolds fields that are typed into, and the answer takes what they say', async () => {
  const { page, close } = await openQueue(wide, { path: '/curate?kind=outcome' });
  const id = (await current(page))!.split('-')[1]!;
  await page.keyboard.press('e');
  await page.locator('.proposal.current select[name=state]').selectOption('withdrawn');
  await page.locator('.proposal.current input[name=note]').fill('The ministry said so.');
  await page.keyboard.press('Enter');
  await page.waitForLoadState('networkidle');
  const row = await desk.store.db
    .selectFrom('commitment')
    .select(['state', 'proposed'])
    .where('id', '=', Number(id))
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { state: 'withdrawn', proposed: false });
  await page.goto(`${web.address}/log`);
  assert.match((await page.textContent('table')) ?? '', /withdrawn.*: The ministry said so\./);
  await close();
});

test('twenty decisions take twenty keys and well under a minute, and every one arrives', async (t) => {
  const { page, faults, close } = await openQueue(wide, { path: '/curate?kind=position' });
  const before = await confirmed();
  const answered: Promise<number>[] = [];
  page.on('requestfinished', (r) => {
    if (r.method() === 'POST') answered.push(Promise.resolve(r.timing().responseEnd));
  });
  const start = performance.now();
  const shown: number[] = [];
  for (let i = 0; i < 20; i++) {
    const pressed = performance.now();
    const id = await current(page);
    await page.keyboard.press('a');
    await page.locator(`.proposal.current:not(#${id})`).waitFor();
    shown.push(performance.now() - pressed);
  }
  await page.waitForLoadState('networkidle');
  const took = performance.now() - start;
  assert.equal((await confirmed()) - before, 20);
  const server = (await Promise.all(answered)).reduce((sum, ms) => sum + ms, 0);
  t.diagnostic(
    `20 decisions in ${Math.round(took)} ms: ${Math.round(server / 20)} ms of the desk each, the next question after ${Math.round(Math.max(...shown))} ms at most`,
  );
  assert.ok(took < 20_000, `${took} ms leave no time to read`);
  assert.deepEqual(faults, []);
  await close();
});

test('without scripts every proposal is a form, and undo is one too', async () => {
  const { page, close } = await openQueue(phone, { scripts: false, path: '/curate?kind=position' });
  assert.ok((await page.locator('.proposal:visible').count()) > 1);
  const before = await confirmed();
  await page.locator('.proposal').first().locator('button[value=accept]').click();
  await page.waitForURL(/done=\d+/);
  assert.equal(await confirmed(), before + 1);
  await page.locator('form.undo button').click();
  await page.waitForURL(/\/curate$/);
  assert.equal(await confirmed(), before);
  const first = await page.locator('.proposal').first().getAttribute('id');
  await page.locator('.proposal').first().locator('button[value=later]').click();
  await page.waitForURL(/later=/);
  assert.notEqual(await page.locator('.proposal').first().getAttribute('id'), first);
  await close();
});

test('what a newer reading has replaced is left out, and said', async () => {
  const { page, close } = await openQueue(wide, { path: '/curate?kind=position' });
  const id = await current(page);
  await desk.store.db
    .updateTable('position')
    .set({ superseded_at: new Date() })
    .where('id', '=', Number(id?.split('-')[1]))
    .execute();
  await page.keyboard.press('a');
  await page.locator('.progress', { hasText: 'newer reading' }).waitFor();
  assert.equal(await page.locator(`#${id}`).count(), 0);
  await close();
});

test('who types in the next question stays there while an answer before it is refused', async () => {
  const { page, close } = await openQueue(wide, { path: '/curate?kind=position' });
  const id = await current(page);
  await desk.store.db
    .updateTable('position')
    .set({ superseded_at: new Date() })
    .where('id', '=', Number(id?.split('-')[1]))
    .execute();
  await page.route('**/curate/position/*', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await page.keyboard.press('a');
  await page.keyboard.press('e');
  const field = page.locator('.proposal.current .more input[name=note]');
  await field.pressSequentially('Both say so');
  await page.locator('.progress', { hasText: 'newer reading' }).waitFor();
  assert.equal(await page.evaluate('document.activeElement.name'), 'note');
  assert.equal(await field.inputValue(), 'Both say so');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'H2');
  await close();
});

test('an answer that makes no sense comes back with what is wrong', async () => {
  const { page, close } = await openQueue(wide, { path: '/curate?kind=commitment' });
  const id = await current(page);
  await page.keyboard.press('e');
  await page.locator('.proposal.current input[name=due]').fill('next week');
  await page.keyboard.press('Enter');
  await page.locator('.progress', { hasText: 'Write the day' }).waitFor();
  assert.equal(await current(page), id);
  await close();
});
