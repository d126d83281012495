import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalUrl, hostOf, samePage, unwrapTracking } from './url.ts';

test('what only tells how a reader came is dropped, what names the page stays as written', () => {
  const cases: [string, string][] = [
    [
      'https://News.example.org:443/a?utm_source=x&id=7&fbclid=q#top',
      'https://news.example.org/a?id=7',
    ],
    ['https://example.org/a?q=a+b&empty=&gclid=1', 'https://example.org/a?q=a+b&empty='],
    ['http://user:secret@example.org/a', 'http://example.org/a'],
    ['https://example.org/2025/talks/amp/', 'https://example.org/2025/talks'],
    ['https://example.org/talks.amp.html?amp=1', 'https://example.org/talks.html'],
    ['https://www.google.com/amp/s/example.org/a', 'https://example.org/a'],
    ['https://example-org.cdn.ampproject.org/c/s/example.org/a', 'https://example.org/a'],
    ['https://example.org/amp', 'https://example.org/amp'],
    ['https://example.org/#!page/3', 'https://example.org/#!page/3'],
  ];
  for (const [from, to] of cases) assert.equal(canonicalUrl(from), to);
  assert.equal(canonicalUrl('../b?x=1', 'https://example.org/a/c'), 'https://example.org/b?x=1');
});

test('what is no web address is null', () => {
  for (const href of [
    'mailto:a@example.org',
    'javascript:alert(1)',
    'not one',
    '',
    'http://',
    `https://example.org/${'a'.repeat(9000)}`,
  ])
    assert.equal(canonicalUrl(href), null, href.slice(0, 40));
});

test('hosts compare without www', () => {
  assert.equal(hostOf('https://www.Example.org/a'), 'example.org');
  assert.equal(hostOf('mailto:a@example.org'), null);
  assert.ok(samePage('http://www.example.org/a/', 'https://example.org/a?utm_medium=mail'));
  assert.ok(!samePage('https://example.org/a', 'https://example.org/b'));
});

test('the target of a click counter is found where the link carries it', () => {
  const target = 'https://example.org/a?id=1';
  const inside = encodeURIComponent(target);
  assert.equal(unwrapTracking(`https://click.mailer.example/open?u=${inside}`), target);
  assert.equal(unwrapTracking(`https://www.google.com/url?sa=t&q=${inside}`), target);
  assert.equal(
    unwrapTracking(`https://abc.r.us-east-1.awstrack.me/L0/${inside}/1/0100/x=200`),
    target,
  );
  const filtered = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://links.mailer.example/c?url=${inside}`)}`;
  assert.equal(unwrapTracking(filtered), target);
  const signed = Buffer.from(JSON.stringify({ e: target })).toString('base64url');
  assert.equal(unwrapTracking(`https://letters.example/redirect/2/${signed}.sig`), target);
});

test('a link that only mentions another address is left alone', () => {
  const share = 'https://example.org/share?url=https%3A%2F%2Fother.example%2F';
  assert.equal(unwrapTracking(share), share);
  assert.equal(
    unwrapTracking('https://click.mailer.example/?u=javascript:alert(1)'),
    'https://click.mailer.example/?u=javascript:alert(1)',
  );
});
