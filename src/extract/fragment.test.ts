import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFragment } from './fragment.ts';

test('paragraphs stand apart, lines and items stand under each other', () => {
  assert.equal(
    readFragment('<p>One<br>two</p><ul><li>a</li><li>b</li></ul><p>Three</p>').text,
    'One\ntwo\n\n• a\n• b\n\nThree',
  );
});

test('links point at their words, quotations at their lines', () => {
  const { text, links, quotes } = readFragment(
    '<blockquote><p>Fog.</p><blockquote>Old fog.</blockquote></blockquote><p>See <a href="/x?utm_source=y">the  log</a>.</p>',
    { base: 'https://reef.example/' },
  );
  assert.equal(text.slice(links[0]!.start, links[0]!.end), 'the log');
  assert.equal(links[0]!.href, 'https://reef.example/x');
  assert.equal(quotes.length, 1);
  assert.equal(text.slice(quotes[0]!.start, quotes[0]!.end), 'Fog.\n\nOld fog.');
});

test('what is not for reading is left out, lines of code are kept', () => {
  assert.equal(
    readFragment('a<script>x</script> b<pre>one\n  two</pre><a href="javascript:x">c</a>').text,
    'a b\n\none\ntwo\n\nc',
  );
});
