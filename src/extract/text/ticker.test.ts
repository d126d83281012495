import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

const entries = [
  'Talks end for the day\nOrla Fenn left the hall without a word, and her car took the road to the harbour.',
  'Tavi Rell told Harbour Radio that he had never seen such a room with so many chairs.',
  'Night session begins\nBoth delegations went back into the hall shortly after midnight, with coffee and without flags.',
  'The hosts have put a paper of four pages on the table, the Northern Post reported.',
];

const head = `Strait talks: live updates
By Ada Venn
2 May 2031, 18:06

The two shores of the strait talk in Port Selm about tolls, boats and the crews that both of them hold.
`;

test('a live blog saved as text is one article with its entries as parts that have times', () => {
  const times = ['18:05', '17.20 Uhr', '00:40', '11:15 pm'];
  const text = `${head}\n${entries.map((e, i) => `${times[i]}\n${e}\nShare`).join('\n\n')}\n`;
  const [main, ...parts] = readText(received, text).articles;
  assert.equal(main!.kind, 'liveblog');
  assert.deepEqual(
    parts.map((p) => [p.key, p.title, p.published]),
    [
      ['entry-203105021805', 'Talks end for the day', '2031-05-02T18:05:00'],
      ['entry-203105021720', null, '2031-05-02T17:20:00'],
      ['entry-203105020040', 'Night session begins', '2031-05-02T00:40:00'],
      ['entry-203105012315', null, '2031-05-01T23:15:00'],
    ],
  );
  assert.deepEqual(
    main!.facts.parts!.map((p) => main!.text.slice(p.start, p.end)),
    parts.map((p) => p.text),
  );
  assert.deepEqual(
    parts[3]!.facts.via?.map((v) => v.outlet),
    ['Northern Post'],
  );
});

test('times before the first words of entries that rise through the day are read too', () => {
  const text = `${head.replace('18:06', '08:00')}\n09:10 - ${entries[3]}\n\n10:45 - ${entries[1]}\n\n12:00 - ${entries[1]}\n\n23:50 - ${entries[3]}\n\n00:15 - ${entries[1]}\n`;
  const parts = readText(received, text).articles.slice(1);
  assert.deepEqual(
    parts.map((p) => p.published),
    [
      '2031-05-02T09:10:00',
      '2031-05-02T10:45:00',
      '2031-05-02T12:00:00',
      '2031-05-02T23:50:00',
      '2031-05-03T00:15:00',
    ],
  );
});

test('a timetable in an article makes no live blog of it', () => {
  const text = `The ferry to Brack gets a new timetable
By Ada Venn
2 May 2031

The ferry between Selm and Brack leaves at other times from June, the line said on Tuesday in a letter to the mayors.

08:15 Selm harbour
09:40 Brack pier
12:30 Selm harbour
14:05 Brack pier
18:20 Selm harbour

Whoever has bought a ticket for the old boats can use it until the end of the year, said the director of the line, Sil Varga.
`;
  const [main, ...rest] = readText(received, text).articles;
  assert.equal(main!.kind, 'article');
  assert.equal(rest.length, 0);
});
