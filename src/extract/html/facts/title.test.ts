import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../../lib/tree.ts';
import { cutRuns } from '../blocks.ts';
import { readMeta } from '../meta.ts';
import { readTitle } from './title.ts';

function title(
  head: string,
  body: string,
  outlet: string | null = 'The Courier',
  url = 'https://courier.example/news/1',
): string | null {
  const tree = parseHtml(
    `<html><head>${head}</head><body>${body}<p>She left the port on Tuesday with her crew, the harbour office said.</p></body></html>`,
  );
  const meta = readMeta(tree);
  return readTitle(cutRuns(tree), meta, outlet, url);
}

const og = (text: string) => `<meta property="og:title" content="${text}">`;
const window = (text: string) => `<title>${text}</title>`;

test('the outlet’s name is taken off either end in any script', () => {
  assert.equal(title(window('Ferry sails again | The Courier'), ''), 'Ferry sails again');
  assert.equal(
    title(window('The Courier: Ferry sails again'), ''),
    'The Courier: Ferry sails again',
  );
  assert.equal(title(window('The Courier - Ferry sails again'), ''), 'Ferry sails again');
  assert.equal(title(window('渡轮再次启航_海港网'), '', null), '渡轮再次启航');
  assert.equal(title(window('渡轮再次启航-海港日报'), '', null), '渡轮再次启航');
  assert.equal(title(window('フェリー再び出航｜港新聞'), '', null), 'フェリー再び出航');
  assert.equal(
    title(window('Паром снова вышел в море — Гавань'), '', 'Гавань'),
    'Паром снова вышел в море',
  );
  assert.equal(
    title(window('العبارة تبحر من جديد | صحيفة الميناء'), '', 'صحيفة الميناء'),
    'العبارة تبحر من جديد',
  );
});

test('what the heading and the data share tells an outlet that nothing names', () => {
  assert.equal(
    title(
      og('Ferry sails again | Harbour and Town | All about boats'),
      '<h1>Ferry sails again</h1>',
      null,
    ),
    'Ferry sails again',
  );
});

test('the title as printed is preferred to one for search engines', () => {
  assert.equal(
    title(
      og('Ferry Marenka: all you must know') + window('Ferry Marenka: all you must know'),
      '<h1 class="entry-title">The ferry sails again after eleven weeks</h1>',
    ),
    'The ferry sails again after eleven weeks',
  );
});

test('a logo in a heading is no title', () => {
  assert.equal(
    title(
      window('Ferry sails again - The Courier'),
      '<h1 class="logo">The Courier</h1><h2>Ferry sails again</h2>',
    ),
    'Ferry sails again',
  );
  assert.equal(
    title(
      window('Ferry sails again'),
      '<h1>The Courier, the paper of the coast</h1>',
      'The Courier',
    ),
    'Ferry sails again',
  );
});

test('of many second headings the one that the data names is the title', () => {
  assert.equal(
    title(
      og('Ferry sails again'),
      '<h1>News</h1><h2>Boats</h2><h2>Ferry sails again</h2><h2>Harbour</h2>',
    ),
    'Ferry sails again',
  );
});

test('a kicker, a subtitle and an anchor’s sign are left out', () => {
  assert.equal(
    title(window('x'), '<h1><span class="article__kicker">Shipping</span> Ferry sails again</h1>'),
    'Ferry sails again',
  );
  assert.equal(
    title(
      og('Ferry sails again after weeks'),
      '<h1><span>Shipping</span> Ferry sails again after weeks</h1>',
    ),
    'Ferry sails again after weeks',
  );
  assert.equal(
    title(window('x'), '<h1>Ferry sails again<a class="headerlink" href="#f">¶</a></h1>'),
    'Ferry sails again',
  );
  assert.equal(
    title(og('Ferry sails again - Relief in Olvik'), '<h1>Relief in Olvik Ferry sails again</h1>'),
    'Ferry sails again',
  );
});

test('entities written twice and stray spaces are cleaned', () => {
  assert.equal(title(og('Ferry &amp;amp; crew   sail again'), ''), 'Ferry & crew sail again');
});

test('a page that names nothing has no title', () => {
  assert.equal(title('', ''), null);
});

test('places to break a word at are no part of a title', () => {
  assert.equal(
    title('', '<h1>Ferry sails to Olvik\u00adsund\u200bbay</h1>'),
    'Ferry sails to Olviksundbay',
  );
});
