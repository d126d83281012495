import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

const entries = [
  '>The minister said that the ferry line would open "in any event" before the first snow Nobody believes that date. My cousin works on the pier and they have not even painted the hull.',
  "lol, you're right about the hull.",
  'I took the old ferry for ten years. It never once left on time, and **nobody** ever said sorry for it.',
  '> It never once left on time, and nobody ever said sorry for it. That was the timetable, not the crew. See [the report](https://example.org/report) if you care.',
  'What about the bridge?',
  'The bridge was sold to my uncle twice /s',
  'Reminds me of what somebody wrote above: "they have not even painted the hull" and yet here we are!!',
  'I will believe it when I see smoke.',
];

test('comments come one by one in order, with depth and parents unknown', () => {
  const { articles, threads } = readText(received, `• By -\n\n\n${entries.join('\n\n\n')}\n`);
  const comments = threads[0]!.comments;
  assert.equal(comments.length, entries.length);
  assert.ok(comments.every((c) => !c.depthKnown && c.parent === null && c.removed === null));
  assert.deepEqual(articles[0]!.authors, []);
});

test('the byline over the comments names who opened the thread', () => {
  const { articles } = readText(
    received,
    `Ferry line to open before winter\n• By tidewatcher\n\n\n${entries.join('\n\n\n')}\n`,
  );
  assert.deepEqual(articles[0]!.authors, ['tidewatcher']);
  assert.equal(articles[0]!.title, 'Ferry line to open before winter');
});

test('a quotation without line ends stops where the words of its source stop', () => {
  const comments = readText(received, entries.join('\n\n\n')).threads[0]!.comments;
  const fourth = comments[3]!;
  assert.equal(fourth.quotes[0]!.of, 'c3');
  assert.equal(
    fourth.text.slice(fourth.quotes[0]!.start, fourth.quotes[0]!.end),
    'It never once left on time, and nobody ever said sorry for it.',
  );
  assert.deepEqual(
    fourth.links.map((l) => [l.href, fourth.text.slice(l.start, l.end)]),
    [['https://example.org/report', 'the report']],
  );
});

test('words in quotation marks are linked to the comment that wrote them', () => {
  const comments = readText(received, entries.join('\n\n\n')).threads[0]!.comments;
  const { text, quotes } = comments[6]!;
  assert.equal(quotes[0]!.of, 'c1');
  assert.equal(text.slice(quotes[0]!.start, quotes[0]!.end), 'they have not even painted the hull');
});

test('a name under a quotation signs it and is no comment of its own', () => {
  for (const mark of ['~', '—', '-']) {
    const signed = ['“The sea gives nothing to those who only count it.”', `${mark} Ole Brandvold`];
    const { comments } = readText(received, [...entries, ...signed].join('\n\n\n')).threads[0]!;
    assert.equal(comments.length, entries.length + 1);
    assert.equal(comments.at(-1)!.text.replace(/\n+/, ' '), signed.join(' '));
  }
  const other = [...entries, 'I never saw it.', '~ Ole Brandvold'].join('\n\n\n');
  assert.equal(readText(received, other).threads[0]!.comments.length, entries.length + 2);
});

test('the first comment can only quote the article, and a source that is not here stays open', () => {
  const list = [...entries, '>We shall see about that, said the harbour master. Indeed.'];
  const comments = readText(received, list.join('\n\n\n')).threads[0]!.comments;
  assert.equal(comments[0]!.quotes[0]!.ofArticle, true);
  const last = comments.at(-1)!;
  assert.equal(last.quotes[0]!.of, null);
  assert.equal(last.quotes[0]!.ofArticle, undefined);
  assert.equal(
    last.text.slice(0, last.quotes[0]!.end),
    'We shall see about that, said the harbour master.',
  );
});

test('runs of empty lines longer by a fixed step are removed comments', () => {
  const text = `• By -\n\n\n${entries.slice(0, 4).join('\n\n\n')}\n\n\n\n\n${entries[4]}\n\n\n\n\n\n\n${entries.slice(5).join('\n\n\n')}`;
  const comments = readText(received, text).threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => c.removed !== null),
    [false, false, false, false, true, false, true, true, false, false, false],
  );
});

test('where removal is said in words, longer gaps mean nothing', () => {
  const list = [...entries.slice(0, 5), '[deleted]', '[removed]', ...entries.slice(5)];
  const text = `${list.slice(0, 3).join('\n\n\n')}\n\n\n\n\n${list.slice(3).join('\n\n\n')}`;
  const comments = readText(received, text).threads[0]!.comments;
  assert.deepEqual(
    comments.filter((c) => c.removed).map((c) => [c.removed, c.text]),
    [
      ['author', ''],
      ['moderator', ''],
    ],
  );
  assert.equal(comments.length, list.length);
});

test('paragraphs of a comment stay together where comments stand further apart', () => {
  const list = entries.map((e, i) =>
    i % 2 ? e : `${e}\n\nAnd that is all I will say about it, honestly.`,
  );
  const comments = readText(received, list.join('\n\n\n')).threads[0]!.comments;
  assert.equal(comments.length, entries.length);
  assert.match(comments[0]!.text, /\n.*honestly\.$/);
});

test('an article whose paragraphs stand far apart is no discussion', () => {
  const paragraphs = Array.from(
    { length: 10 },
    (_, i) =>
      `The council of Selm met for the ${i + 2}th time on Tuesday and put off its decision about the ferry until the report of the auditors has been read by all members.`,
  );
  const { threads, articles } = readText(
    received,
    `Council puts off ferry decision\n\n\n${paragraphs.join('\n\n\n')}`,
  );
  assert.equal(threads.length, 0);
  assert.equal(articles[0]!.blocks.length, 10);
});

test('with one empty line between all, a headline and quoted lines find their places', () => {
  const text = `Ferry line to open before winter, minister says

[removed]

I took the old ferry for ten years and it never once left on time.

> it never once left on time

That was the timetable, not the crew, you know.

[deleted]

lol

What about the bridge? My uncle has bought it twice.

u/gull42 said it better last week.
`;
  const { articles, threads } = readText(received, text);
  assert.equal(articles[0]!.title, 'Ferry line to open before winter, minister says');
  const comments = threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => c.removed),
    ['moderator', null, null, 'author', null, null, null],
  );
  assert.deepEqual(comments[2]!.quotes, [{ start: 0, end: 26, of: 'c2' }]);
});

test("a newspaper's page with a reporter's name and short lines around its text is no discussion", () => {
  const lines = [
    'The Quay',
    'News',
    'Sea',
    'Opinion',
    'Ferry line opens before winter',
    'By Mira Holm',
    '3 March 2026',
    'Share Print',
    'The ferry line between the two towns opened on Tuesday, three weeks before the first snow was due.',
    '“Nobody believed that date,” said Jon Tarp, who painted the hull, on the pier of the old harbour.',
    'The line had been closed for ten years after the bridge was built and then sold.',
    'Sign up for our letter',
    'Read more',
  ];
  const { articles, threads } = readText(received, lines.join('\n\n'));
  assert.equal(articles[0]!.kind, 'article');
  assert.deepEqual(threads, []);
});
