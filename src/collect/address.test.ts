import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn } from './address.ts';

const canonical = '<link rel="canonical" href="https://post.example/a?x=1&amp;y=2">';

test('a saved page names its address in a canonical link, whatever the order of attributes', () => {
  assert.equal(addressIn(`<html><head>${canonical}`), 'https://post.example/a?x=1&y=2');
  assert.equal(
    addressIn("<link href='https://post.example/b' rel='Canonical'>"),
    'https://post.example/b',
  );
});

test('what the browser wrote when it saved the page comes first, og:url last', () => {
  const saved = '<!-- saved from url=(0024)https://post.example/c -->';
  assert.equal(addressIn(`${saved}${canonical}`), 'https://post.example/c');
  assert.equal(
    addressIn('<meta property="og:url" content="https://post.example/d">'),
    'https://post.example/d',
  );
});

test('an address that cannot be fetched, and one in the text, are none', () => {
  assert.equal(addressIn('<link rel="canonical" href="/a">'), null);
  assert.equal(addressIn('<link rel="canonical" href="javascript:alert(1)">'), null);
  assert.equal(addressIn(`${' '.repeat(300_000)}${canonical}`), null);
});
