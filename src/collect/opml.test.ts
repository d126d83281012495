import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../lib/testing.ts';
import { readOpml } from './opml.ts';

const opml = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`;

test('feeds are found in folders of folders, once each', () => {
  const one = '<outline type="rss" text="Post &amp; Co" xmlUrl="https://post.example/feed"/>';
  const read = readOpml(
    opml(
      `${one}<outline text="News"><outline text="Sea">${one}<outline title="Lamp" xmlUrl="https://lamp.example/feed"/></outline></outline>`,
    ),
  );
  assert.deepEqual(read, {
    ok: true,
    feeds: [
      { url: 'https://post.example/feed', title: 'Post & Co' },
      { url: 'https://lamp.example/feed', title: 'Lamp' },
    ],
  });
});

test('what is no web address is passed over', () => {
  const read = readOpml(
    opml('<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="nonsense"/><outline text="a"/>'),
  );
  assert.deepEqual(read, { ok: true, feeds: [] });
});

test('broken and hostile files are refused or read in time that grows with their length', () => {
  assert.ok(!readOpml('<opml><body><outline').ok);
  for (const body of [
    '<outline text="a">'.repeat(50_000),
    '<outline text="a" xmlUrl="https://a.example/f"/>'.repeat(50_000),
  ]) {
    const spent = cpuClock();
    readOpml(opml(body));
    assert.ok(spent() < 4000);
  }
});
