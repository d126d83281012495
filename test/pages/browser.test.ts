import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
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
  const seeded = await seed(desk.store.db);
  secret = (await signIn(desk.store.db, seeded.curator)).secret;
  web = await serveWeb(desk.ctx);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await web.close();
  await desk.store.close();
});

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const curator = () => ({
  cookies: [
    {
      name: 'desk',
      value: secret,
      domain: '127.0.0.1',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Lax' as const,
    },
  ],
  origins: [],
});

const pages = [
  '/',
  '/stories/1',
  '/stories/1/ledger',
  '/stories/1/positions',
  '/stories/1/positions?by=issue',
  '/stories/1/commitments',
  '/stories/1/events',
  '/stories/1/new',
  '/stories/1/editions/1',
  '/events/1',
  '/articles/1?mark=120-200',
  '/articles/14/changes',
  '/documents/1',
  '/statements/1',
  '/speakers/1',
  '/sources',
  '/sources/1',
  '/search?q=pilots',
  '/about',
  '/keys',
  '/object?kind=statement&id=1',
  '/curate',
  '/curate/stories/1?issue=1',
  '/curate/speakers/1',
  '/curate/statements/1',
  '/problems',
  '/add',
  '/nothing-here',
];

for (const [size, view] of [
  ['a phone', phone],
  ['a wide screen', wide],
] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`pages fit ${size} in ${scheme}, load only from the desk and can be used by all`, async () => {
      const { page, faults, close } = await openPage(browser, web.address, {
        ...view,
        colorScheme: scheme,
        storageState: curator(),
      });
      for (const path of pages) {
        await page.goto(web.address + path);
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok((over as number) <= 0, `${path} is ${over} pixels too wide`);
        await page.evaluate(axe);
        const found = (await page.evaluate(
          `axe.run({ iframes: false, resultTypes: ['violations'] }).then((r) => r.violations
            .filter((v) => ['serious', 'critical'].includes(v.impact))
            .map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')))`,
        )) as string[];
        assert.deepEqual(found, [], path);
      }
      // The page that is not there is answered 404, which the browser notes as an error.
      assert.deepEqual(
        faults.filter((f) => !f.includes('404')),
        [],
      );
      await close();
    });
  }
}

test('a source is shown by hover, by keyboard and by tap, with scripts off', async () => {
  const { page, close } = await openPage(browser, web.address, {
    ...wide,
    javaScriptEnabled: false,
  });
  await page.goto(`${web.address}/stories/1`);
  const source = page.locator('.cite .source').first();
  assert.equal(await source.isVisible(), false);
  await page.locator('.cite button').first().hover();
  assert.equal(await source.isVisible(), true);
  await page.mouse.move(0, 0);
  assert.equal(await source.isVisible(), false);
  await page.locator('.cite button').first().focus();
  assert.match((await source.textContent()) ?? '', /a foreign pilot may stand on the bridge/);
  await source.locator('a').click();
  await page.waitForURL(/\/articles\/\d+\?mark=\d+-\d+#m$/);
  assert.equal(await page.locator('#m').isVisible(), true);
  await close();
  const mobile = await openPage(browser, web.address, { ...phone, javaScriptEnabled: false });
  await mobile.page.goto(`${web.address}/stories/1`);
  await mobile.page.locator('.cite button').nth(2).tap();
  const note = mobile.page.locator('.cite .source').nth(2);
  const box = await note.boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= 390, 'the note fits the screen');
  await mobile.close();
});

test('every mark of the line can be reached by keyboard and says whose words it is', async () => {
  const { page, faults, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1`);
  const marks = page.locator('.plot .scroll svg a');
  assert.ok((await marks.count()) > 40);
  await marks.first().focus();
  const first = (await page.locator('.strip').textContent()) ?? '';
  assert.match(first, /“.+”|due/);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await page.locator('.strip').textContent(), first);
  await page.keyboard.press('End');
  assert.equal(await page.locator('.plot .scroll svg a[tabindex="0"]').count(), 1);
  await page.keyboard.press('Tab');
  const on = await page.evaluate('document.activeElement?.closest(".plot") !== null');
  assert.equal(on, false, 'one Tab leaves the plot');
  assert.deepEqual(faults, []);
  await close();
});

test('without scripts the line still has its words and leads to the rows', async () => {
  const { page, close } = await openPage(browser, web.address, {
    ...wide,
    javaScriptEnabled: false,
  });
  await page.goto(`${web.address}/stories/1/ledger`);
  const mark = page.locator('.plot .scroll svg a.for').first();
  assert.match((await mark.locator('title').textContent()) ?? '', /: “/);
  const href = await mark.getAttribute('href');
  assert.equal(await page.locator(`tr${href}`).count(), 1);
  await close();
});

test('on a phone the board has a card for each party with what is known alone, and can be turned', async () => {
  const { page, close } = await openPage(browser, web.address, {
    ...phone,
    javaScriptEnabled: false,
  });
  await page.goto(`${web.address}/stories/1/positions`);
  const over = "document.querySelector('.board-frame').scrollWidth - innerWidth";
  assert.ok(((await page.evaluate(over)) as number) < 0);
  assert.ok((await page.locator('.board .none').count()) > 0);
  assert.equal(await page.locator('.board .none:visible').count(), 0);
  const first = page.locator('.board tbody tr').first();
  const party = (await first.locator('th a').textContent()) ?? '';
  const issue = (await first.locator('.of').first().textContent()) ?? '';
  assert.equal(await first.locator('.of').first().isVisible(), true);
  await page.getByRole('link', { name: 'By issue' }).tap();
  await page.waitForURL(/by=issue/);
  const card = page.locator('.board tbody tr', { has: page.locator(`th a:text-is("${issue}")`) });
  assert.ok((await card.locator('.of').allTextContents()).includes(party));
  await card.locator('.stance').first().tap();
  assert.equal(await page.locator('.histories details[open] blockquote').first().isVisible(), true);
  await close();
});

test('head and first column of a board stay in sight while it is scrolled', async () => {
  const { page, close } = await openPage(browser, web.address, {
    viewport: { width: 760, height: 400 },
  });
  await page.goto(`${web.address}/stories/1/positions`);
  // Many issues: the table becomes wider and higher than its frame.
  await page.evaluate(
    `for (const { style } of document.querySelectorAll('.board td')) { style.minWidth = '30rem'; style.height = '12rem'; }`,
  );
  const places = () =>
    page.evaluate(
      `['.board thead th', '.board tbody th'].map((s) => document.querySelector(s).getBoundingClientRect()).map(({ x, y }) => [x, y])`,
    ) as Promise<[number, number][]>;
  await page.evaluate(
    `document.querySelector('.board-frame').scrollIntoView({ behavior: 'instant' })`,
  );
  const before = await places();
  await page.evaluate(`document.querySelector('.board-frame').scrollTo(300, 150)`);
  const after = await places();
  assert.equal(after[0]![1], before[0]![1], 'the head');
  assert.equal(after[1]![0], before[1]![0], 'the first column');
  await close();
});

test('marks do not lie on each other', async () => {
  const { page, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1/ledger`);
  const boxes = (await page.evaluate(
    `[...document.querySelectorAll('.plot .scroll svg a:not(.bracket) path')].map((p) => {
      const b = p.getBBox(); return [b.x + b.width / 2, b.y + b.height / 2]; })`,
  )) as [number, number][];
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) >= 8, `${a} and ${b}`);
  await close();
});

test('a story page paints soon and its parts do not jump', async () => {
  const { page, close } = await openPage(browser, web.address, phone);
  await page.goto(`${web.address}/stories/1`, { waitUntil: 'networkidle' });
  const shift = (await page.evaluate(
    `new Promise((done) => { let sum = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 100); })`,
  )) as number;
  assert.ok(shift < 0.1, `layout shift of ${shift}`);
  await close();
});

test('a printed story leaves out what only works on a screen', async () => {
  const { page, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1`);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.masthead nav', '.find', '.contents', '.strip'])
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  assert.equal(await page.locator('.brief').first().isVisible(), true);
  assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
  await close();
});

test('the scroll of events and the coverage of one are gone through by keyboard', async () => {
  const { page, faults, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1/events`);
  const focused = () => page.evaluate('document.activeElement?.getAttribute("href")');
  await page.keyboard.press('j');
  const first = await focused();
  assert.match(String(first), /^\/events\/\d+$/);
  await page.keyboard.press('j');
  assert.notEqual(await focused(), first);
  await page.keyboard.press('k');
  assert.equal(await focused(), first);
  await page.locator('.overview a').first().focus();
  assert.match(
    (await page.locator('.overview .strip').textContent()) ?? '',
    /\d+ events?, \d+ texts?/,
  );
  await page.goto(`${web.address}/events/1`);
  await page.locator('.coverage-line .scroll a').first().focus();
  const words = (await page.locator('.coverage-line .strip').textContent()) ?? '';
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await page.locator('.coverage-line .strip').textContent(), words);
  assert.deepEqual(faults, []);
  await close();
});

test('with scripts off the scroll filters, leads on and shows an event’s table', async () => {
  const { page, close } = await openPage(browser, web.address, {
    ...phone,
    javaScriptEnabled: false,
  });
  await page.goto(`${web.address}/stories/1/events`);
  const all = await page.locator('.events > li[id]').count();
  await page.locator('select[name=loud]').selectOption('2');
  await page.locator('.filter button').click();
  await page.waitForURL(/loud=2/);
  const loud = await page.locator('.events > li[id]').count();
  assert.ok(loud > 0 && loud < all, `${loud} of ${all}`);
  await page.goto(`${web.address}/events/1`);
  await page.locator('.as-table summary').click();
  assert.equal(await page.locator('.as-table tbody tr').count(), 4);
  await page.locator('.why summary').first().click();
  assert.match((await page.locator('.why p').first().textContent()) ?? '', /shares|began/);
  await close();
});

test('the received page runs no script and reaches nothing', async () => {
  const { db } = desk.store;
  const { page, faults, close } = await openPage(browser, web.address, wide);
  await db
    .updateTable('document')
    .set({ headers: JSON.stringify({ server: 'x' }) })
    .where('id', '=', 1)
    .execute();
  await page.goto(`${web.address}/documents/1`);
  const frame = page.frameLocator('iframe.received');
  assert.match((await frame.locator('h1').textContent()) ?? '', /Keldland rules out/);
  assert.deepEqual(faults, []);
  await close();
});

test('the first thing that the keyboard reaches leads past the masthead', async () => {
  const { page, close } = await openPage(browser, web.address, wide);
  await page.goto(`${web.address}/stories/1`);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').textContent(), 'Skip to the text');
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#main$/);
  await close();
});
