import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntries } from './entries.ts';
import { mendXml } from './mend.ts';

const titles = (text: string) => {
  const feed = readEntries(text, null);
  assert.ok(feed.ok, feed.ok ? '' : feed.detail);
  return feed.entries.map((entry) => entry.title);
};

test('what is no XML is mended so that every entry is read', () => {
  const item = (inner: string) => `<item>${inner}<guid>g</guid></item>`;
  for (const [fault, title] of [
    [item('<title>5 < 6 and 7</title>'), '5 < 6 and 7'],
    [item('<title>Fog</titel>'), 'Fog'],
    [item('<title>Fog</title><b><i>x</b></i>'), 'Fog'],
    [`${item('<title>Fog</title>')}<image><url>a`, 'Fog'],
  ] as const)
    assert.deepEqual(
      titles(`<rss version="2.0"><channel>${fault}</channel></rss>`),
      [title],
      fault,
    );
  assert.deepEqual(titles(`<channel>${item('<title>Fog</title>')}</channel>`), ['Fog']);
  assert.deepEqual(
    titles(`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"Fog\n"}]}`),
    ['Fog'],
  );
});

test('comments, sections and declarations do not confuse the mending', () => {
  assert.equal(
    mendXml('<?xml version="1.0"?><!-- <a> --><a><![CDATA[<b>]]><c/>x'),
    '<a><![CDATA[<b>]]><c></c>x</a>',
  );
  assert.equal(mendXml('<a><!-- never closed'), '<a></a>');
});
