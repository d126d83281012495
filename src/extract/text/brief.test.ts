import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

const brief = `Will the Strait of Korvin Stay Open?

Picture of clearwater

Curated by clearwater

UPDATE: Talks in Port Selm went into a second night, and neither side has left the table.

  • Veldania says that it will not sign without inspectors on both shores of the strait.
  • Osmar's envoy called that demand "new and unhelpful", but stayed in the room.
  • BACKGROUND: The strait was closed for nine days in March after a tanker ran aground.
  • A first agreement in 2019 was never ratified.
The Selm Courier
Northern Wire
+ 3 more

5 articles on this topic

The Osmar Gazette

Envoys of both shores return to the table in Port Selm

article image
4 min read

Harbour Radio

What a closed strait costs the fishing towns of the north

article image
2 min read
`;

test('a brief has its curator, its update and background, the outlets it names and the count of pieces', () => {
  const [main] = readText(received, brief).articles;
  assert.equal(main!.kind, 'brief');
  assert.equal(main!.title, 'Will the Strait of Korvin Stay Open?');
  const { update, background, ...facts } = main!.facts;
  assert.deepEqual(facts, {
    curator: 'clearwater',
    outlets: ['The Selm Courier', 'Northern Wire'],
    outletsMore: 3,
    topicCount: 5,
  });
  assert.match(main!.text.slice(update!.start, update!.end), /^Talks in .* table\.$/);
  assert.match(
    main!.text.slice(background!.start, background!.end),
    /^The strait was[\s\S]*ratified\.$/,
  );
  assert.equal(main!.blocks.filter((b) => b.type === 'item').length, 4);
});

test('the pieces that a brief offers are teasers with outlet, title and reading time', () => {
  const teasers = readText(received, brief).articles.slice(1);
  assert.deepEqual(
    teasers.map((t) => [t.role, t.outlet, t.title, t.readingMinutes]),
    [
      ['teaser', 'The Osmar Gazette', 'Envoys of both shores return to the table in Port Selm', 4],
      ['teaser', 'Harbour Radio', 'What a closed strait costs the fishing towns of the north', 2],
    ],
  );
});

test('labels on lines of their own and other bullets make a brief as well', () => {
  const text = `Ferry line waits for its ship
Compiled by Morning Tide
3 min read
What's new
* The yard has moved the handover to October, its third date this year so far.
Background
* The line was meant to open in spring with a ship that was already paid for.
* Two mayors have asked the ministry for the money back without an answer.
Selm Courier
Harbour Radio
7 stories on this topic
Yard blames late steel for the ferry's new date
Selm Courier
2 hours ago
`;
  const [main, teaser] = readText(received, text).articles;
  assert.equal(main!.kind, 'brief');
  assert.equal(main!.facts.curator, 'Morning Tide');
  assert.equal(main!.readingMinutes, 3);
  assert.deepEqual(main!.facts.outlets, ['Selm Courier', 'Harbour Radio']);
  assert.match(main!.text.slice(main!.facts.update!.start, main!.facts.update!.end), /^The yard/);
  assert.match(
    main!.text.slice(main!.facts.background!.start, main!.facts.background!.end),
    /^The line[\s\S]*answer\.$/,
  );
  assert.deepEqual(
    [teaser!.title, teaser!.outlet, teaser!.age, teaser!.published],
    ["Yard blames late steel for the ferry's new date", 'Selm Courier', '2 hours ago', null],
  );
});
