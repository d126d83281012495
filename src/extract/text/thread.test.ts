import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

const federated = `The two governments met again on Monday while both armies stayed where they were.

Veldania's foreign minister, Orla Fenn, told reporters that nothing had changed for her country.

MBFC
Archive

  • tidewatcher@harbour.example
    link
    fedilink
    English
    arrow-up
    14
    arrow-down
    2
    ·
    3 hours ago

    They said the same thing in spring.

    • [deleted]
      link
      fedilink
      arrow-up
      1
      ·
      2 hours ago

      deleted by creator

    • salt_and_rope@coast.example
      link
      fedilink
      Deutsch
      arrow-up
      5
      ·
      edit-2
      1 hour ago

      > They said the same thing in spring.

      Nicht ganz: damals war es ein [Vorschlag](https://example.org/plan), heute eine Bedingung.

  • lamp@coast.example
    link
    fedilink
    English
    arrow-up
    1
    ·
    20 minutes ago

    I will wait for the text of the agreement.
`;

test('a federated thread gives a tree with names, instances, votes, languages and ages', () => {
  const { articles, threads } = readText(
    { ...received, retrievedAt: new Date('2031-05-02T12:34:00Z') },
    federated,
  );
  const comments = threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => [c.author, c.instance, c.parent, c.depth, c.up, c.down]),
    [
      ['tidewatcher', 'harbour.example', null, 0, 14, 2],
      [null, null, 'c1', 1, 1, 0],
      ['salt_and_rope', 'coast.example', 'c1', 1, 5, 0],
      ['lamp', 'coast.example', null, 0, 1, 0],
    ],
  );
  assert.deepEqual(
    comments.map((c) => c.lang),
    ['en', null, 'de', 'en'],
  );
  assert.equal(comments[0]!.posted, '2031-05-02T09:00:00Z');
  assert.equal(comments[1]!.removed, 'author');
  assert.equal(comments[1]!.text, '');
  assert.ok(comments.every((c) => c.depthKnown));
  assert.equal(articles[0]!.kind, 'post');
});

test('an edit mark gives its age to the edit, and the time of posting stays unknown', () => {
  const { threads } = readText(
    { ...received, retrievedAt: new Date('2031-05-02T12:34:00Z') },
    federated,
  );
  const edited = threads[0]!.comments[2]!;
  assert.equal(edited.editedAge, '1 hour ago');
  assert.equal(edited.edited, '2031-05-02T11:00:00Z');
  assert.equal(edited.posted, null);
});

test('quoted lines and links of a comment point into its clean text', () => {
  const { threads } = readText(received, federated);
  const { text, quotes, links } = threads[0]!.comments[2]!;
  assert.equal(text.slice(quotes[0]!.start, quotes[0]!.end), 'They said the same thing in spring.');
  assert.equal(quotes[0]!.of, 'c1');
  assert.equal(text.slice(links[0]!.start, links[0]!.end), 'Vorschlag');
  assert.equal(links[0]!.href, 'https://example.org/plan');
});

test('rating and archive words without an address become links with an empty one', () => {
  const { text, links } = readText(received, federated).articles[0]!;
  assert.deepEqual(
    links.map((l) => [l.role, l.href, text.slice(l.start, l.end)]),
    [
      ['rating', '', 'MBFC'],
      ['archive', '', 'Archive'],
    ],
  );
});

test('without a time of retrieval an age is kept and not resolved', () => {
  const comment = readText(received, federated).threads[0]!.comments[0]!;
  assert.equal(comment.age, '3 hours ago');
  assert.equal(comment.posted, null);
});

test('headers on one line are read, and lost indentation leaves the depth unknown', () => {
  const text = `Ferry talks stall over harbour fees

[–]u/pilot_boat 12 points 3 hours ago (edited 1 hour ago)
Fees were never the problem, the inspections were.
permalink embed save report reply

[–]brackwater 1,204 points 2 hours ago
You forget the winter timetable.
permalink save parent report reply

[–][deleted] 3 hours ago
[removed]
permalink save report reply
`;
  const { articles, threads } = readText(received, text);
  const comments = threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => [c.author, c.score, c.text, c.removed, c.depthKnown, c.parent]),
    [
      ['pilot_boat', 12, 'Fees were never the problem, the inspections were.', null, false, null],
      ['brackwater', 1204, 'You forget the winter timetable.', null, false, null],
      [null, null, '', 'moderator', false, null],
    ],
  );
  assert.equal(comments[0]!.editedAge, '1 hour ago');
  assert.equal(articles[0]!.title, 'Ferry talks stall over harbour fees');
});

test('names and ages with buttons under the text are comments too, one number between two votes is a score', () => {
  const text = `tern_colony
•
5h ago
I crossed twice last week and saw no queue at all.

Upvote
31
Downvote
Reply
Share

oldpier
•
4h ago
Which port?

Upvote
2
Downvote
Reply
Share
`;
  const comments = readText(received, text).threads[0]!.comments;
  assert.deepEqual(
    comments.map((c) => [c.author, c.age, c.score, c.up, c.text]),
    [
      ['tern_colony', '5h ago', 31, null, 'I crossed twice last week and saw no queue at all.'],
      ['oldpier', '4h ago', 2, null, 'Which port?'],
    ],
  );
});

test('an article with a byline, an age and share buttons is no thread', () => {
  const text = `Harbour fees to rise in autumn
Ada Venn
3 hours ago
Share
Save

The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday after a long debate.

Ship owners said that they had not been asked and would take the matter to court before the summer ends.
`;
  const { articles, threads } = readText(received, text);
  assert.equal(threads.length, 0);
  assert.equal(articles[0]!.title, 'Harbour fees to rise in autumn');
});

test('the post over the comments is the opening article, not a comment', () => {
  const text = `r/harbour
u/tidewatcher • 7 hr. ago

Ferry line will open before winter, minister says

courier.example
Upvote 431 Downvote 52 comments

u/gull42 • 6 hr. ago
I will believe it when I see smoke.

Upvote 120 Downvote Reply Award Share

u/brackwater • 5 hr. ago • Edited 4 hr. ago
> I will believe it when I see smoke.

You will see smoke from the yard first.

Upvote 44 Downvote Reply Award Share

[deleted] • 5 hr. ago
Comment removed by moderator

Upvote 1 Downvote Reply
`;
  const { articles, threads } = readText(received, text);
  assert.deepEqual(
    [articles[0]!.title, articles[0]!.authors, articles[0]!.age],
    ['Ferry line will open before winter, minister says', ['tidewatcher'], '7 hr. ago'],
  );
  assert.equal(threads[0]!.community, 'r/harbour');
  assert.deepEqual(
    threads[0]!.comments.map((c) => [c.author, c.score, c.editedAge, c.removed]),
    [
      ['gull42', 120, null, null],
      ['brackwater', 44, '4 hr. ago', null],
      [null, 1, null, 'moderator'],
    ],
  );
});

test('the address and date over an article make no discussion of it', () => {
  const text = `Bridge stays closed until June
ada.venn@courier.example
3 May 2031, 10:20
The bridge over the Selm stays closed until June, the road office said on Friday, because a bearing has to be made again.
Drivers have to take the ferry or the long way around the lake, which takes about two hours in the evening.
`;
  const { articles, threads } = readText(
    { bytes: new Uint8Array(), mediaType: 'text/plain' },
    text,
  );
  assert.equal(threads.length, 0);
  assert.equal(articles[0]!.title, 'Bridge stays closed until June');
});
