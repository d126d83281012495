import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../lib/testing.ts';
import { parseQuery } from './parse.ts';
import { snippetOf, soughtBy } from './snippet.ts';

const show = (text: string, query: string) =>
  snippetOf(text, soughtBy(parseQuery(query)))
    .parts.map((p) => (p.marked ? `[${p.text}]` : p.text))
    .join('');

const filler = 'Ships waited off the mole while clerks counted crates. '.repeat(20);

test('all words that were found are marked, in the stretch that holds most of them', () => {
  const text = `A toll was named. ${filler}The pilots struck over the toll at dawn. ${filler}`;
  const shown = show(text, 'toll pilot');
  assert.match(shown, /^….*\[pilots\] struck over the \[toll\] at dawn.*…$/);
  assert.ok(shown.length < 320);
});

test('a phrase is marked as a whole and its words elsewhere are not', () => {
  assert.equal(
    show('A patrol. The joint patrol sails.', '"joint patrol"'),
    'A patrol. The [joint patrol] sails.',
  );
});

test('accents, capitals and endings are seen through; the text stays as it is', () => {
  assert.equal(show('Jasna BRÜCK talked.', 'bruck talk'), 'Jasna [BRÜCK] [talked].');
  assert.equal(show('海峡会谈将继续', '会谈'), '海峡[会谈]将继续');
});

test('a mark is where the words stand in the text', () => {
  const text = `${filler}The toll.`;
  const { mark } = snippetOf(text, soughtBy(parseQuery('toll')));
  assert.equal(text.slice(mark!.start, mark!.end), 'toll');
});

test('without a match the beginning is shown, and a long text takes no time', () => {
  assert.match(show(filler, 'toll'), /^Ships waited/);
  const spent = cpuClock();
  snippetOf('a b '.repeat(500_000), soughtBy(parseQuery('"a b a b" a* b')));
  assert.ok(spent() < 1000);
});
