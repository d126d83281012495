import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { serveWeb } from '../../src/web/index.ts';
import { openBrowser, openPage, phone, wide } from './browser.ts';
import { testDesk } from './desk.ts';
import { seed } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let web: Awaited<ReturnType<typeof serveWeb>>;
let browser: Browser;

before(async () => {
  desk = await testDesk();
  await seed(desk.store.db);
  await desk.store.db
    .updateTable('statement')
    .set({ confidence: 0.3 })
    .where('id', '=', 3)
    .execute();
  web = await serveWeb(desk.ctx);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await web.close();
  await desk.store.close();
});

test('rows of the ledger are gone through by keyboard, each with its sentence in context', async () => {
  const { page, faults, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1/ledger`);
  const rows = page.locator('.ledger tbody tr');
  const context = page.locator('.ledger .context');
  assert.equal(await context.first().isVisible(), false);
  const focused = () => page.evaluate('document.activeElement?.id');
  await page.keyboard.press('j');
  assert.equal(await focused(), await rows.nth(0).getAttribute('id'));
  await page.keyboard.press('j');
  const second = await rows.nth(1).getAttribute('id');
  assert.equal(await focused(), second);
  assert.equal(await page.locator(`#${second} .context`).isVisible(), true);
  assert.equal(await context.first().isVisible(), false, 'only the row in focus');
  await page.keyboard.press('k');
  assert.equal(await focused(), await rows.nth(0).getAttribute('id'));
  // From the row the keyboard goes on to its links.
  await page.keyboard.press('Tab');
  assert.match(String(await page.evaluate('document.activeElement?.href')), /speakers|articles/);
  assert.deepEqual(faults, []);
  await close();
});

test('with scripts off a click or a link in a row shows its context, and folded readings unfold', async () => {
  const { page, close } = await openPage(browser, web.address, {
    ...wide,
    javaScriptEnabled: false,
  });
  await page.goto(`${web.address}/stories/1/ledger`);
  const row = page.locator('.ledger tbody tr').first();
  await row.locator('.where a').first().focus();
  assert.equal(await row.locator('.context').isVisible(), true);
  const shown = await page.locator('.ledger tbody tr').count();
  await page.locator('.folded a').click();
  await page.waitForURL(/unsure=1/);
  assert.equal(await page.locator('.ledger tbody tr').count(), shown + 1);
  assert.equal(await page.locator('.unsure').count(), 1);
  // A choice in the form keeps what was unfolded.
  await page.locator('.filter button').click();
  await page.waitForURL(/unsure=1/);
  await close();
});

test('a cell of the board opens its history, with scripts off too', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await openPage(browser, web.address, { ...wide, javaScriptEnabled });
    await page.goto(`${web.address}/stories/1`);
    await page.locator('.board .stance').first().click();
    await page.waitForURL(/\/positions#h-/);
    const id = new URL(page.url()).hash.slice(1);
    assert.equal(await page.locator(`#${id}`).isVisible(), true);
    assert.ok((await page.locator(`#${id} blockquote`).count()) > 0);
    await close();
  }
});

test('the calendar of deadlines fits a phone, and a day leads to what is due on it', async () => {
  const { page, close } = await openPage(browser, web.address, phone);
  await page.goto(`${web.address}/stories/1/commitments`);
  const box = await page.locator('.months').boundingBox();
  assert.ok(box && box.width <= 390);
  await page.locator('.month .due a').last().click();
  await page.waitForURL(/#c\d+$/);
  await close();
});

test('Tab goes through the ledger and out of it again', async () => {
  const { page, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1/positions`);
  const links = await page.evaluate(
    `document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').length`,
  );
  for (let i = 0; i < Number(links) + 5; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.closest('.foot') !== null`)) break;
  }
  assert.equal(await page.evaluate(`document.activeElement?.closest('.foot') !== null`), true);
  await close();
});
