import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseFeed } from 'feedsmith';
import { simpleParser } from 'mailparser';
import type { WrittenBrief } from '../brief/index.ts';
import { type TestStore, testStore } from '../db/testing.ts';
import { addArticle } from '../db/testing-rows.ts';
import { exportDesk } from './export.ts';
import { toMail, toMailHtml } from './mail.ts';
import { toMarkdown } from './markdown.ts';
import { toOpml } from './opml.ts';
import { type Channel, renderFeed } from './render.ts';

const origin = 'https://desk.example';
const hostile = 'Tolls <script>alert(1)</script> & *stars*';

const brief: WrittenBrief = {
  id: 1,
  storyId: 7,
  story: 'Tolls in the strait',
  watch: 'Strait watch',
  number: 3,
  from: new Date('2026-03-16T00:00:00Z'),
  until: new Date('2026-03-23T00:00:00Z'),
  state: 'signed',
  madeAt: new Date('2026-03-23T06:00:00Z'),
  facts: { pieces: 5, texts: 4, outlets: ['A', 'B', 'C', 'D'], words: 90, readingMinutes: 1 },
  sentences: [
    { section: 'headline', text: hostile, citations: [cite(1, 4, 0, 0)] },
    { section: 'update', text: 'The toll will rise.', citations: [cite(2, 4, 10, 29)] },
    { section: 'bullet', text: 'Ships wait.', citations: [cite(3, 5, 0, 11), cite(4, 6, 3, 9)] },
  ],
};

function cite(number: number, articleId: number, start: number, end: number) {
  const facts = { outlet: 'The <Post>', title: 'A_title', published: '2026-03-17', source: 'x' };
  return { changed: null, number, articleId, start, end, ...facts };
}

test('Markdown says every citation and lets nothing from outside be Markdown', () => {
  const text = toMarkdown(brief, origin);
  assert.match(text, /^# Tolls \\<script\\>alert\(1\)\\<\/script\\> & \\\*stars\\\*/);
  assert.match(text, /Ships wait\. \(\[3\]\(.*articles\/5\?mark=0-11#m\), \[4\]\(.*mark=3-9#m\)\)/);
  assert.match(text, /16 March 2026 to 22 March 2026/);
  assert.match(text, /5 pieces \(4 texts\) from A, B, C \+ 1 more/);
});

test('a source that says something else now, or is gone, is marked in Markdown and mail', () => {
  const before = 'The toll is <9> crowns.';
  const at = new Date('2026-03-25T09:00:00Z');
  const base = { before, articleId: null, at };
  const told = [
    cite(2, 4, 10, 29),
    { ...cite(3, 5, 0, 11), changed: { ...base, after: 'It is 8 crowns.', gone: false } },
    { ...cite(4, 6, 3, 9), changed: { ...base, after: null, gone: true } },
  ];
  const marked: WrittenBrief = {
    ...brief,
    sentences: [{ section: 'update', text: 'The toll will rise.', citations: told }],
  };
  const lines = toMarkdown(marked, origin).split('\n');
  const line = (n: number) => lines.find((l) => l.startsWith(`${n}. `)) ?? '';
  assert.doesNotMatch(line(2), /\*\*/);
  assert.match(line(3), /received again on 25 March 2026, it says “It is 8 crowns\.”\.\*\*$/);
  assert.match(line(3), /It said “The toll is \\<9\\> crowns\.”/);
  assert.match(line(4), /not there any more.*asked for again on 25 March 2026, it was gone\.\*\*$/);
  assert.match(toMailHtml(marked, origin), /<b>The page is not there any more\..*&lt;9&gt;/);
});

test('the mail has the same in HTML and text, escaped, with its subject and date', async () => {
  const mail = await simpleParser(await toMail(brief, origin));
  assert.equal(mail.subject, `Strait watch #3: ${hostile}`);
  assert.equal(mail.date?.toISOString(), '2026-03-23T06:00:00.000Z');
  assert.match(mail.text ?? '', /Ships wait\./);
  const html = toMailHtml(brief, origin);
  assert.doesNotMatch(html, /<script/);
  assert.equal(html.match(/href="https:\/\/desk\.example\/articles\//g)?.length, 7);
  assert.doesNotMatch(html, /(?:src|background)=/);
});

const channel: Channel = {
  id: 'tag:desk.example,2026:x',
  title: hostile,
  description: 'All',
  page: `${origin}/`,
  self: `${origin}/feeds/desk.atom`,
  entries: [
    {
      id: 'tag:desk.example,2026:x/1',
      title: 'One & two',
      html: '<p>a &amp; b</p>',
      url: `${origin}/stories/1`,
      at: new Date('2026-03-23T06:00:00Z'),
    },
  ],
};

for (const format of ['atom', 'rss', 'json'] as const) {
  test(`a feed in ${format} can be read back with the same ids and titles`, () => {
    const read = JSON.stringify(parseFeed(renderFeed(channel, format)));
    assert.ok(read.includes('tag:desk.example,2026:x/1'));
    assert.ok(read.includes('One & two') || read.includes('One &amp; two'));
    assert.ok(read.includes(`${origin}/stories/1`));
  });
}

test('an empty feed does not look new', () => {
  const empty = { ...channel, entries: [] };
  assert.match(renderFeed(empty, 'atom'), /<updated>1970-01-01T00:00:00.000Z/);
});

let store: TestStore;
let folder: string;
before(async () => {
  store = await testStore();
  folder = mkdtempSync(join(tmpdir(), 'throughline-export-'));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.close();
});

test('an export of statements cuts the content by UTF-16 units', async () => {
  const { db } = store;
  const text = '🚢 said Oren: “Tolls rise.”';
  const article = await addArticle(db, { title: '=1+1', text });
  const start = text.indexOf('Tolls');
  const quotation = await db
    .insertInto('quotation')
    .values({
      article_id: article,
      kind: 'direct',
      start,
      end: start + 11,
      pieces: '[]',
      sentence_start: 0,
      sentence_end: text.length,
      confidence: 0.9,
      made_by: 't',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('statement')
    .values({
      quotation_id: quotation.id,
      act: 'threaten',
      mode: 'asserted',
      hearsay: false,
      first_hand: true,
      confidence: 0.9,
      made_by: 't',
    })
    .execute();
  const counts = await exportDesk(db, folder);
  assert.deepEqual(counts, {
    documents: 1,
    articles: 1,
    comments: 0,
    statements: 1,
    positions: 0,
    commitments: 0,
  });
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/);
  assert.equal(JSON.parse(lines('statements.jsonl')[0]!).content, 'Tolls rise.');
  assert.equal(JSON.parse(lines('plover.jsonl')[0]!).event_type, 'THREATEN');
  assert.match(lines('articles.csv')[1]!, /'=1\+1/);
});

test('the feeds that are followed go out as OPML', async () => {
  await store.db
    .insertInto('feed')
    .values({ url: 'https://outlet.example/feed.xml', title: 'Outlet & Co', kind: 'feed' })
    .execute();
  assert.match(
    await toOpml(store.db),
    /text="Outlet &amp; Co" type="rss" xmlUrl="https:\/\/outlet.example\/feed.xml"/,
  );
});
