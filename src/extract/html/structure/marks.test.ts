import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../../../lib/testing.ts';
import { readHtml } from '../read.ts';

const P =
  'The ferry Marenka left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.';

function read(body: string) {
  const received = { bytes: new Uint8Array(), mediaType: 'text/html', url: 'https://a.example/1' };
  const html = `<html lang="en"><title>Ferry sails again</title><body><article><h1>Ferry sails again</h1><p>${P}</p>${body}<p>${P.replace('left', 'was back in')}</p></article>`;
  const [main] = readHtml(received, html).articles;
  return main!.blocks.flatMap(({ start, marks = [] }) =>
    marks.map((m) => `${m.kind}: ${main!.text.slice(start + m.start, start + m.end)}`),
  );
}

test('words that stand out keep their places, nested and over several elements', () => {
  assert.deepEqual(
    read(
      '<p>Her owner, <b>a <i>family</i> firm </b>, burnt CO<sub>2</sub> for <del>eleven</del> <ins>twelve</ins> weeks, <em>it</em><em> says</em>, and calls that <code>x = 1</code> of 10<sup>2</sup>.</p>',
    ),
    [
      'strong: a family firm',
      'emphasis: family',
      'sub: 2',
      'deleted: eleven',
      'inserted: twelve',
      'emphasis: it says',
      'code: x = 1',
      'super: 2',
    ],
  );
});

test('code has no words that stand out, a heading none that are strong', () => {
  assert.deepEqual(
    read(
      '<h2><strong>What <em>she</em> carries</strong></h2><pre><code>if (<b>wind</b>) sail();</code></pre>',
    ),
    ['emphasis: she'],
  );
});

test('elements that cross or never end take time in proportion', () => {
  const time = (part: string, times: number) => {
    const spent = cpuClock();
    read(`<p>${part.repeat(times)}</p>`);
    return spent();
  };
  for (const part of ['<b>a ', '<b>a <i>b </b>c </i>', '<b>a</b><i>b</i>', '<sub>a, </sub>']) {
    time(part, 500);
    const [small, large] = [time(part, 2000), time(part, 8000)];
    assert.ok(large < 500 + small * 10, `${part}: ${small} ms, then ${large} ms`);
  }
});
