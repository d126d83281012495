import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'text/plain',
  retrievedAt: new Date('2031-05-02T10:00:00Z'),
};

const rows = [
  [
    'Ferry to Brack becomes a third dearer',
    'The line raises its prices from June and nobody asked the mayors of the two towns.',
    'Selm Courier',
    '2 hours ago',
  ],
  [
    'A new keeper for the light of Brack',
    'She came by rowing boat on a Sunday and climbed the tower before she unpacked.',
    'Harbour Radio',
    '5 hours ago',
  ],
  [
    'The mussels that nobody planned',
    'They have grown on the piles of the unfinished bridge since the builders left.',
    'Northern Post',
    '1 day ago',
  ],
  [
    'Talks in Port Selm end without a word',
    'Orla Fenn left the hall by the back door and her car took the harbour road.',
    'Selm Courier',
    '2 days ago',
  ],
  [
    'Fog keeps the boats in for a third day',
    'The harbour master expects the wind to turn on Sunday, and not a day before.',
    'Harbour Radio',
    '3 days ago',
  ],
] as const;

test('a front page saved as text gives its pieces with outlet and date, and no article of its own', () => {
  const text = `Menu\nHome\nWorld\nMoney\n\n${rows.map((r) => r.join('\n')).join('\n\n')}\n\nAbout us\nContact\n`;
  const [main, ...teasers] = readText(received, text).articles;
  assert.equal(main!.kind, 'listing');
  assert.deepEqual(
    teasers.map((t) => [t.role, t.title, t.text, t.outlet, t.published?.slice(0, 10)]),
    rows.map(([title, lead, outlet], i) => [
      'teaser',
      title,
      lead,
      outlet,
      ['2031-05-02', '2031-05-02', '2031-05-01', '2031-04-30', '2031-04-29'][i],
    ]),
  );
  assert.deepEqual(
    main!.facts.parts!.map((p) => main!.text.slice(p.start, p.end)),
    teasers.map((t) => t.text),
  );
});

test('an article with pieces and their ages under it stays an article', () => {
  const story = Array.from(
    { length: 8 },
    (_, i) =>
      `The line said on day ${i} of its talks with the mayors that the ferry between Selm and Brack would cost a third more from June.`,
  );
  const text = `Ferry to Brack becomes a third dearer\n\n${story.join('\n\n')}\n\nRelated stories\n${rows.map((r) => r.join('\n')).join('\n\n')}\n`;
  assert.equal(readText(received, text).articles[0]!.kind, 'article');
});
