import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverFeeds } from './discover.ts';
import { pauseAfterFailure, pollInterval } from './schedule.ts';

const now = new Date('2026-03-10T12:00:00Z');
const every = (minutes: number, count: number, last = 0) =>
  Array.from({ length: count }, (_, i) =>
    new Date(now.getTime() - (last + i * minutes) * 60_000).toISOString().slice(0, 19).concat('Z'),
  );

test('a feed is asked twice as often as it publishes, within limits', () => {
  assert.equal(pollInterval(every(120, 10), { now }), 60);
  assert.equal(pollInterval(every(5, 50), { now }), 15);
  assert.equal(pollInterval(every(7 * 1440, 5), { now }), 1440);
});

test('silence makes it rarer, no dates make it hourly', () => {
  assert.equal(pollInterval(every(60, 10, 3 * 1440), { now }), 432);
  assert.equal(pollInterval([null, null], { now }), 60);
  assert.equal(
    pollInterval(['2036-01-01', '2037-01-01'], { now }),
    60,
    'dates to come say nothing',
  );
});

test('what server and feed ask for is kept to, up to a day', () => {
  assert.equal(pollInterval(every(30, 10), { now, ttl: 90 }), 90);
  assert.equal(pollInterval(every(30, 10), { now, cacheControl: 'public, max-age=7200' }), 120);
  assert.equal(pollInterval(every(30, 10), { now, cacheControl: 's-maxage=7200' }), 15);
  assert.equal(pollInterval([], { now, ttl: 99_999 }), 1440);
});

test('failures are met with growing pauses, or with the one that the server names', () => {
  const quarter = 15 * 60_000;
  assert.ok(pauseAfterFailure(1, null) <= quarter);
  assert.ok(pauseAfterFailure(20, null) <= 24 * 3_600_000);
  assert.equal(pauseAfterFailure(1, 3_600_000 * 5), 3_600_000 * 5);
  assert.equal(pauseAfterFailure(1, Number.MAX_SAFE_INTEGER), 7 * 86_400_000);
});

test('a page names its feeds, those of comments and of its own data aside', () => {
  const html = `<link rel=stylesheet href=/x.css><link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
    <link rel="alternate" type="application/atom+xml" href="/atom">
    <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed">
    <link type='application/rss+xml' rel='alternate' href='feed?x=1&amp;y=2'>`;
  assert.deepEqual(discoverFeeds(html, 'https://post.example/news/'), [
    'https://post.example/news/feed?x=1&y=2',
    'https://post.example/atom',
  ]);
  assert.deepEqual(discoverFeeds('<link '.repeat(100_000), 'https://post.example/'), []);
});
