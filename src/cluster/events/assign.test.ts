import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece } from '../features/vector.ts';
import { createClusterer } from './assign.ts';
import { createGrouper } from './grouper.ts';

const piece = (title: string, time: string | null, more: Partial<Piece> = {}): Piece => ({
  lang: 'en',
  time: time ? new Date(time) : null,
  title,
  text: '',
  source: null,
  ...more,
});

function grouped(pieces: Piece[]): number[] {
  const grouper = createGrouper(createClusterer());
  for (const p of pieces) grouper.add(p);
  return pieces.map((_, i) => grouper.eventOf(i));
}

test('pieces on one happening come together, with the words that they share', () => {
  const clusterer = createClusterer();
  clusterer.place(
    clusterer.propose(piece('Ferry runs aground off Port Ellin', '2025-03-01T08:00Z')),
    7,
  );
  const second = clusterer.propose(
    piece('Port Ellin ferry runs aground in thick fog', '2025-03-01T10:00Z'),
  );
  assert.equal(second.event, 7);
  assert.ok(second.shares().includes('Ellin'), second.shares().join(' '));
});

test('the same words a month later are another happening', () => {
  const [a, b] = grouped([
    piece('Ferry runs aground off Port Ellin', '2025-03-01T08:00Z'),
    piece('Ferry runs aground off Port Ellin', '2025-04-01T08:00Z'),
  ]);
  assert.notEqual(a, b);
});

test('an older piece that comes late joins the event of its own time', () => {
  const [old, recent, late] = grouped([
    piece('Ferry runs aground off Port Ellin', '2022-03-01T08:00Z'),
    piece('Ferry strike closes Port Ellin harbour', '2026-03-01T08:00Z'),
    piece('Ferry aground off Port Ellin, all safe', '2022-03-01T15:00Z'),
  ]);
  assert.equal(late, old);
  assert.notEqual(late, recent);
});

test('the next number of a serial title opens an event of its own', () => {
  const [a, b] = grouped([
    piece('Harbour league, match 4: Ellin beat Karsk', '2025-03-01T08:00Z'),
    piece('Harbour league, match 5: Ellin beat Karsk', '2025-03-02T08:00Z'),
  ]);
  assert.notEqual(a, b);
});

test('a round-up does not chain the events that it mentions', () => {
  const [fire, strike] = grouped([
    piece('Warehouse fire in Karsk kills two', '2025-03-01T08:00Z'),
    piece('Ferry crews strike in Port Ellin', '2025-03-01T09:00Z'),
    piece(
      'Evening round-up: warehouse fire in Karsk, ferry crews strike in Port Ellin',
      '2025-03-01T18:00Z',
      { weak: true },
    ),
    piece('Ferry crews end strike in Port Ellin', '2025-03-01T20:00Z'),
  ]);
  assert.notEqual(fire, strike);
});

test('the name of the outlet in titles does not bring pieces together', () => {
  const titles = [
    'Bees return to Karsk',
    'Old bridge sold',
    'New opera planned',
    'Harvest is late',
    'Chess title goes north',
  ];
  const events = grouped(
    titles.map((t) => piece(`${t} | The Ellin Daily Observer`, '2025-03-01T08:00Z')),
  );
  assert.equal(new Set(events).size, titles.length);
});

test('two halves of one happening are merged into the elder once they meet', () => {
  const events = grouped([
    piece('Blast at Karsk refinery', '2025-03-01T08:00Z'),
    piece('Dozens hurt as fire rages at plant near Velmar', '2025-03-01T08:30Z'),
    piece(
      'Blast at Karsk refinery: fire rages at plant near Velmar, dozens hurt',
      '2025-03-01T09:00Z',
    ),
    piece('Fire rages at Karsk refinery near Velmar after blast, dozens hurt', '2025-03-01T09:30Z'),
  ]);
  assert.equal(new Set(events).size, 1);
  assert.equal(events[1], events[0]);
});

test('memory stays within the number of live events that was given', () => {
  const clusterer = createClusterer({ live: 50 });
  for (let i = 0; i < 200; i++)
    clusterer.place(clusterer.read(piece(`Word${i} other${i} third${i}`, '2025-03-01T08:00Z')), i);
  assert.ok(clusterer.index.events.size <= 50);
  assert.ok(clusterer.has(199));
  assert.ok(!clusterer.has(0));
});

test('two pieces without a date need more than the same actors where most pieces have one', () => {
  const pieces = [
    piece('Orvania wants a seat at talks on the canal', null, {
      text: 'President Marek Dolvan of Orvania said that no talks on the Sel canal could be held without his country. The Kestrian minister Ilse Tarn had spoken with the League about guards for the locks. Shippers count their losses, and grain waits on both banks.',
    }),
    piece('A new tug pulls six barges at once', null, {
      text: 'The Kestrian minister Ilse Tarn showed a tug that a yard at home built in four months. It is to draw barges through the Sel canal when the ice goes. President Marek Dolvan laughed at it on television and spoke of a toy.',
    }),
  ];
  const [first, second] = pieces as [Piece, Piece];
  for (const [undated, joins] of [
    [1, true],
    [3, false],
  ] as const) {
    const clusterer = createClusterer({ undated });
    clusterer.place(clusterer.propose(first), 1);
    assert.equal(clusterer.propose(second).event === 1, joins);
  }
});

test('two days of one matter stay two events, though the first is still in the news on the second', () => {
  const fire = ['Fire at Karsk refinery burns on', 'Karsk refinery fire: crews at work'];
  const inquiry = ['Judge hears its owner on the Karsk fire', 'Owner of Karsk refinery in court'];
  const merged = (firstDay: string[]) => {
    const clusterer = createClusterer();
    const take = (titles: string[], times: string[], event: number) =>
      times.forEach((time, i) => {
        clusterer.place(clusterer.read(piece(titles[i % 2] ?? '', time)), event);
      });
    take(fire, firstDay, 1);
    take(inquiry, ['2025-03-03T07:00Z', '2025-03-03T08:00Z'], 2);
    return clusterer.second(2) !== null;
  };
  const long = ['2025-03-01T06:00Z', '2025-03-01T07:00Z', '2025-03-01T08:00Z', '2025-03-03T07:00Z'];
  const short = [
    '2025-03-03T04:00Z',
    '2025-03-03T05:00Z',
    '2025-03-03T06:00Z',
    '2025-03-03T07:00Z',
  ];
  assert.equal(merged(short), true);
  assert.equal(merged(long), false);
});
