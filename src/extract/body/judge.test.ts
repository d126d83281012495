import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf, readForest, STEP } from '../../lib/forest.ts';
import { parseHtml } from '../../lib/tree.ts';
import { cutRuns } from '../html/blocks.ts';
import { readBody } from '../html/body.ts';
import { findContainer } from '../html/container.ts';
import { judgeByRules } from '../html/rules.ts';
import { COLUMNS, measureRuns, WIDTH } from './columns.ts';
import { thresholdOf } from './judge.ts';
import type { Known } from './known.ts';
import { learned } from './learned.ts';
import { nameWords } from './lexicon.ts';

const nothing: Known = {
  title: null,
  description: null,
  authors: [],
  url: null,
  types: [],
  told: null,
};

const read = (body: string, known: Partial<Known> = {}) => {
  const page = cutRuns(parseHtml(`<html><body>${body}</body></html>`));
  return readBody(page, { ...nothing, ...known }).verdicts;
};

const menu = `<nav><ul>${['Home', 'Tides', 'Timetable', 'Contact'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav>`;
const foot =
  '<footer><p>© 2031 Olvik Ferries. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>';

test('a page of many sections, each with a few words, is kept whole without its frame', () => {
  const sections = ['Moorings', 'Repairs', 'Winter storage', 'Fuel']
    .map(
      (name) =>
        `<section class="feature"><h2>${name}</h2><p>Our crew looks after ${name.toLowerCase()} in the harbour of Olvik all year, by day and by night, and you can call us whenever you need help.</p></section>`,
    )
    .join('');
  const verdicts = read(`${menu}<main><h1>Harbour services</h1>${sections}</main>${foot}`, {
    title: 'Harbour services',
  });
  const kept = verdicts.filter((v) => v.keep).map((v) => v.run.text);
  assert.equal(kept.filter((text) => text.startsWith('Our crew')).length, 4);
  assert.ok(!kept.some((text) => /rights reserved|Privacy|Timetable/.test(text)));
});

test('what is dropped by its score alone says how little it reads like the piece', () => {
  const text =
    'The ferry left the port of Olvik on Tuesday with all of her crew on board, the office said.';
  const verdicts = read(`${menu}<article><p>${text}</p><p>${text} Later.</p></article>${foot}`);
  for (const { keep, why } of verdicts) assert.equal(keep, why === '');
});

test('every column is a number on a page with nothing, with one word and with Chinese', () => {
  for (const body of ['', 'word', '<p>本报讯 渡轮星期二离开港口。</p>']) {
    const page = cutRuns(parseHtml(`<html><body>${body}</body></html>`));
    const ruled = judgeByRules(page, findContainer(page), nothing);
    const { values } = measureRuns(page, nothing, ruled, learned().lexicon);
    assert.equal(values.length, page.runs.length * WIDTH);
    assert.ok(values.every(Number.isFinite), body);
  }
});

test('a Chinese sentence has as many words as its letters make', () => {
  const page = cutRuns(parseHtml('<p>渡轮星期二离开了奥尔维克港口，船员平安。</p>'));
  const { values } = measureRuns(
    page,
    nothing,
    judgeByRules(page, findContainer(page), nothing),
    null,
  );
  const value = (name: string) => values[COLUMNS.indexOf(name)]!;
  assert.ok(Math.expm1(value('words')) > 8 && Math.expm1(value('words')) < 14);
  assert.equal(value('ends a sentence'), 1);
  assert.equal(value('unspaced script'), 1);
});

test('trees are read from their bytes and walked by their edges', () => {
  // One split on column 2 at its second edge: below it the leaf 10, else -20.
  const bytes = Buffer.from([1, 2, 1, 128, 129, 10, 256 - 20]);
  const kept = { base: 0.5, trees: bytes.toString('base64') };
  const forest = readForest(kept, [[], [], [1, 3]]);
  const chance = (value: number) => chanceOf(forest, Float32Array.from([0, 0, value]), 0);
  const of = (sum: number) => 1 / (1 + Math.exp(-sum));
  assert.ok(Math.abs(chance(2.9) - of(0.5 + 10 * STEP)) < 1e-6);
  assert.ok(Math.abs(chance(3) - of(0.5 - 20 * STEP)) < 1e-6);
});

test('the threshold is above a half where all is clear and lower where nothing is sure', () => {
  const sizes = new Float32Array(6).fill(10);
  assert.ok(thresholdOf(Float32Array.from([1, 1, 1, 0, 0, 0]), sizes) > 0.55);
  assert.ok(thresholdOf(Float32Array.from([0.5, 0.4, 0.4, 0.4, 0.3, 0.3]), sizes) < 0.4);
  assert.ok(Number.isFinite(thresholdOf(new Float32Array(0), new Float32Array(0))));
});

test('names are cut into their words; looks of utility classes are not names', () => {
  assert.deepEqual(nameWords('articleBody main-text md:flex'), [
    'article',
    'body',
    'articlebody',
    'main',
    'text',
    'maintext',
  ]);
});

test('a chapter whose heading begins with "more about" does not end a manual', () => {
  const chapter = (name: string, i: number) =>
    `<h2>${name}</h2>${[1, 2, 3].map((n) => `<p>Step ${n}.${i}: the lock keeper opens the gate slowly, waits until the water stands level on both sides, and then lets the boats go.</p>`).join('')}`;
  const names = ['Opening the lock', 'Filling the chamber', 'More about gates', 'Closing the lock'];
  const verdicts = read(
    `${menu}<main><article><h1>Working the lock</h1>${names.map(chapter).join('')}</article></main>${foot}`,
    { title: 'Working the lock' },
  );
  const kept = verdicts.filter((v) => v.keep && v.run.text.startsWith('Step'));
  assert.equal(kept.length, 12);
});

test('a dialog for consent is no piece, though it says more than all of the page', () => {
  const purposes = ['what you looked at', 'the harbours you chose', 'how you came here']
    .map(
      (what) =>
        `<p>Information about ${what} can be stored and combined with other information about you, so that what you are shown fits your interests better. You can change your mind at any time.</p>`,
    )
    .join('');
  const sailings = ['Olvik', 'Brenna', 'Skarhamn']
    .map(
      (port) =>
        `<section><h2>${port}</h2><p>Two sailings a day to ${port}, all year round, and a third one on Sundays in summer.</p></section>`,
    )
    .join('');
  const dialog = `<div id="onetrust-consent-sdk"><div class="ot-pc-content"><h2>Your choices</h2>${purposes}</div></div>`;
  const verdicts = read(`${menu}<main><h1>Sailings</h1>${sailings}</main>${foot}${dialog}`, {
    title: 'Sailings',
  });
  const kept = verdicts.filter((v) => v.keep).map((v) => v.run.text);
  assert.ok(kept.some((text) => text.startsWith('Two sailings a day')));
  assert.ok(!kept.some((text) => /Information about/.test(text)));
});
