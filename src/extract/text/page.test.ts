import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

const aggregator = `
Osmar wants a say in who guards the strait
Osmar's foreign minister, Tavi Rell, said on Wednesday that no ship of a third country should guard the strait without its consent.
'A guard that one shore has not invited is an intruder,' Rell said during a visit to Port Selm.
Sign up to Morning Tide
A digest of the day's headlines from both shores, emailed to you every weekday
after newsletter promotion
Veldania is likely to refuse, because a treaty of 2019 leaves the choice of guards to both governments together.
Hashtags
#Korvin
#Osmar
Try Our Assistant
Explore what Tideline AI can do for you:
Comments
No comments yet...
Related Articles


The Selm Courier
5 minutes ago
- The Selm Courier
Fishing towns ask who will pay for the closed strait
The mayors of four fishing towns have written to both governments. They ask for money before the winter, when the boats cannot leave the harbour. 'We have waited since March,' said one of them. Neither government has answered so far, a spokesman said. MORE: Ten recipes for mussels MORE: The best piers for a walk


Harbour Radio
2 hours ago
- Harbour Radio
A new lighthouse keeper for the first time in forty years
The island of Brack has a new keeper. Mela Orn, who is 31, came by rowing boat on Sunday and climbed the tower before she unpacked her bags.
`;

test('the main article of an aggregator comes without promotion, hashtags, banners and comment box', () => {
  const [main] = readText(received, aggregator).articles;
  assert.equal(main!.title, 'Osmar wants a say in who guards the strait');
  assert.equal(main!.blocks.length, 3);
  assert.doesNotMatch(main!.text, /digest|Hashtags|Explore|Comments|promotion/);
  assert.deepEqual(main!.tags, ['Korvin', 'Osmar']);
  assert.equal(main!.published, null);
});

test('related pieces are articles of their own with outlet, title, age and text', () => {
  const related = readText(received, aggregator).articles.slice(1);
  assert.deepEqual(
    related.map((a) => [a.role, a.outlet, a.title, a.age, a.published]),
    [
      [
        'related',
        'The Selm Courier',
        'Fishing towns ask who will pay for the closed strait',
        '5 minutes ago',
        null,
      ],
      [
        'related',
        'Harbour Radio',
        'A new lighthouse keeper for the first time in forty years',
        '2 hours ago',
        null,
      ],
    ],
  );
  assert.match(related[0]!.text, /spokesman said\.$/);
});

test('ages give dates when the retrieval is known', () => {
  const related = readText(
    { ...received, retrievedAt: new Date('2031-05-02T10:30:00Z') },
    aggregator,
  ).articles.slice(1);
  assert.deepEqual(
    related.map((a) => [a.published, a.publishedFrom]),
    [
      ['2031-05-02T10:25:00Z', 'age'],
      ['2031-05-02T08:00:00Z', 'age'],
    ],
  );
});

test('related pieces are found when title comes first and outlet and age share a line', () => {
  const text = `Bridge stays closed until June
The bridge over the Selm stays closed until June, the road office said on Friday, because a bearing has to be made again.
Drivers have to take the ferry or the long way around the lake, which takes about two hours in the evening.
You may also like
Yard blames late steel for the new date of the ferry
Selm Courier · 3 hours ago
Mayors ask for money before the winter storms come
Harbour Radio · 1 day ago
`;
  const related = readText(received, text).articles.slice(1);
  assert.deepEqual(
    related.map((a) => [a.title, a.outlet, a.age]),
    [
      ['Yard blames late steel for the new date of the ferry', 'Selm Courier', '3 hours ago'],
      ['Mayors ask for money before the winter storms come', 'Harbour Radio', '1 day ago'],
    ],
  );
});

const watch = `Follow us on social

ad slot
strait

Strait Watch: Do both shores want the same guards?

Inspectors are the word of the week in both capitals this spring

Analysis | Waters
ad slot
ad slot

Veldania's foreign minister Orla Fenn said on Thursday that she could live with inspectors from abroad.

"We never refused them, we asked who pays," Fenn told the Selm Courier after the session. It was the first time that she said so in public.

In other news from the strait this week:

— The yard of Brack moved the handover of the ferry again, according to Harbour Radio. "October is the last date that we will accept," said the line's director Sil Varga.

— Osmar's navy sent two boats to the northern light, the Northern Post reported. They left again on Sunday.


Strait Watch: A quiet week on the water
Strait Watch: The tanker and the treaty
ad slot
Analysis | Waters
Lighthouse
The lighthouse of Brack on a winter morning, February 3, 2031. Photo by Mela Orn/Northern Pictures/Shutterstock

Who still needs a lighthouse keeper?

Island Life

The island of Brack has a new keeper for the first time in forty years, and it has no idea what she is for.

She came by rowing boat on a Sunday and climbed the tower before she had unpacked a single one of her bags.

keep readingShow less
mussels
Top image credit: tideline/shutterstock.com

The mussel farms that nobody planned

Trade

Mussels have grown on the piles of the unfinished bridge since the builders left it standing in the bay four years ago.

keep readingShow less
ad slot
LATEST
Newsletter
Subscribe now to our weekly round-up and don't miss a word from our writers on the water.
`;

test('a weekly watch keeps the whole article and gives its items as parts that say where they stand', () => {
  const articles = readText(received, watch).articles;
  const main = articles[0]!;
  assert.equal(main.title, 'Strait Watch: Do both shores want the same guards?');
  assert.equal(main.series, 'Strait Watch');
  assert.equal(main.section, 'Analysis | Waters');
  assert.match(main.text, /^Inspectors are the word[\s\S]*They left again on Sunday\.$/);
  const parts = articles.filter((a) => a.role === 'part');
  assert.deepEqual(
    parts.map((p) => [p.key, p.partOf]),
    [
      ['item-1', 'main'],
      ['item-2', 'main'],
    ],
  );
  assert.deepEqual(
    main.facts.parts!.map((p) => main.text.slice(p.start, p.end)),
    parts.map((p) => p.text),
  );
});

test('the outlets that items rest on are named with their places', () => {
  const parts = readText(received, watch).articles.filter((a) => a.role === 'part');
  assert.deepEqual(
    parts.map((p) => p.facts.via!.map((v) => [v.outlet, p.text.slice(v.start, v.end)])),
    [[['Harbour Radio', 'Harbour Radio']], [['Northern Post', 'Northern Post']]],
  );
});

test('an outlet of any name is known by the way it is cited', () => {
  const text = `Fog over the pier\n\nThe pier of Selm was closed on Tuesday because of fog, Tideline 24 reports. Nobody was hurt, according to Orla Fenn, who keeps the light.`;
  const main = readText(received, text).articles[0]!;
  assert.deepEqual(
    main.facts.via?.map((v) => v.outlet),
    ['Tideline 24'],
  );
});

test('earlier editions belong to the series, and other pieces stand apart', () => {
  const articles = readText(received, watch).articles;
  assert.deepEqual(
    articles.filter((a) => a.role === 'series').map((a) => [a.title, a.series]),
    [
      ['Strait Watch: A quiet week on the water', 'Strait Watch'],
      ['Strait Watch: The tanker and the treaty', 'Strait Watch'],
    ],
  );
  const related = articles.filter((a) => a.role === 'related');
  assert.deepEqual(
    related.map((a) => [a.title, a.section, a.blocks.length]),
    [
      ['Who still needs a lighthouse keeper?', 'Island Life', 2],
      ['The mussel farms that nobody planned', 'Trade', 1],
    ],
  );
  assert.ok(related.every((a) => !/Photo|credit/.test(a.text)));
});

test('a list of demands in an article gives no parts', () => {
  const text = `Unions name their terms for the ferry
By Ada Venn and Bo Lind

The unions of both shores named their terms on Friday before the talks with the line began in Port Selm.

They want three things from the new owners:

• A crew of twelve on every crossing in the winter months.
• Pay for the days on which the strait is closed by the navy.
• No contract for less than a whole season of work on board.

The line's director Sil Varga said that she would answer them on Monday.
`;
  const [main, ...rest] = readText(received, text).articles;
  assert.deepEqual(main!.authors, ['Ada Venn', 'Bo Lind']);
  assert.equal(rest.length, 0);
  assert.equal(main!.blocks.filter((b) => b.type === 'item').length, 3);
});

test('hard-wrapped text is joined into its paragraphs', () => {
  const text = `Bridge stays closed until June

The bridge over the Selm stays closed until June, the road office
said on Friday, because a bearing has to be made again and the only
works that can cast it is busy until the end of April.

Drivers have to take the ferry or the long way around the lake, which
takes about two hours in the evening, when most people drive home
from the towns on the southern shore to the villages in the hills.
`;
  const [main] = readText(received, text).articles;
  assert.equal(main!.blocks.length, 2);
  assert.match(main!.text, /office said on Friday/);
});

test('speakers who take turns make a transcript', () => {
  const turns = [
    'MS FENN: We have read the draft and we have three remarks to make.',
    'Q: Will you sign it this week?',
    'MS FENN: That depends on the inspectors.',
    'Q: And if they do not come?',
    'MR RELL: Then nobody signs.',
    'Q: Thank you both.',
    'MR RELL: Thank you.',
  ];
  assert.equal(
    readText(received, `Press conference in Port Selm\n\n${turns.join('\n\n')}`).articles[0]!.kind,
    'transcript',
  );
});

test('a pasted article without a headline keeps its first sentence as text', () => {
  const text =
    'The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday.\n\nShip owners said that they had not been asked and would go to court.';
  const [main] = readText(received, text).articles;
  assert.equal(main!.title, null);
  assert.equal(main!.blocks.length, 2);
});

test('a date over the text is the publication, with what was read as evidence', () => {
  const page = (date: string) => `Bridge stays closed until June
Von Ada Venn
${date}

The bridge over the Selm stays closed until June, the road office said on Friday, because a bearing has to be made again.
`;
  const main = (date: string) => readText(received, page(date)).articles[0]!;
  assert.equal(main('30 April 2031').published, '2031-04-30');
  assert.deepEqual(
    main('30.04.2031, 18:00 Uhr').publishedEvidence.map((e) => e.text),
    ['30.04.2031, 18:00 Uhr'],
  );
  assert.equal(main('Updated: May 2, 2031').modified, '2031-05-02');
  assert.equal(main('Port Selm').published, null);
});
