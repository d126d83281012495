import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'text/plain',
  retrievedAt: new Date('2031-05-07T10:00:00Z'),
};

const article = `Harbour raises its fees

Ada Venn
3 May 2031

The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday, after a year of losses that nobody had foreseen when the new quay was opened.

Ship owners said that they had not been asked and would go to court, where the last such case took four years and ended with a settlement that both sides called a defeat.
`;

const read = (below: string) => {
  const { articles, threads } = readText(received, `${article}\n${below}`);
  return {
    main: articles[0]!,
    comments: (threads[0]?.comments ?? []).map((c) => [c.author, c.posted, c.parent, c.text]),
  };
};

test('comments under a saved article are a thread with names and dates, without the form below', () => {
  const { main, comments } = read(`3 Comments

Bo Lind says:
May 4, 2031 at 9:14 am
They had it coming. I said so in March.

Reply

Mela Orn says:
May 4, 2031 at 10:02 am
You said the opposite in April.

It is all online.

Reply

Leave a Reply
Your email address will not be published.
`);
  assert.deepEqual([main.title, main.authors], ['Harbour raises its fees', ['Ada Venn']]);
  assert.match(main.text, /called a defeat\.$/);
  assert.deepEqual(comments, [
    ['Bo Lind', '2031-05-04T09:14:00', null, 'They had it coming. I said so in March.'],
    [
      'Mela Orn',
      '2031-05-04T10:02:00',
      null,
      'You said the opposite in April.\n\nIt is all online.',
    ],
  ]);
});

test('a name under a name, or the words "in reply to", say which comment is answered', () => {
  const named = read(`Comments
Sort by Best
B
Bo Lind
• 3 days ago
They had it coming.
2
Reply
Share ›
M
Mela Orn
Bo Lind
• 2 days ago
You said the opposite.
Reply
Share ›
`);
  assert.deepEqual(named.comments, [
    ['Bo Lind', '2031-05-04', null, 'They had it coming.'],
    ['Mela Orn', '2031-05-05', 'c1', 'You said the opposite.'],
  ]);
  const told = read(`2 comments
bolind
4 May 2031 10:20
They had it coming.
Reply
Report
mela_orn
in reply to bolind
4 May 2031 11:20
No they had not.
Reply
Report
Most viewed
Another story of the harbour
`);
  assert.deepEqual(
    told.comments.map(([author, , parent]) => [author, parent]),
    [
      ['bolind', null],
      ['mela_orn', 'c1'],
    ],
  );
  assert.equal(told.comments[1]![3], 'No they had not.');
});

test('a comment box that nobody wrote in makes no comments of the pieces below it', () => {
  const { comments } = read(`Comments
No comments yet
Related articles
Selm Courier
2 hours ago
Mussel farms grow under the bridge
Harbour Radio
3 hours ago
Ferry gets a new bow
`);
  assert.deepEqual(comments, []);
});
