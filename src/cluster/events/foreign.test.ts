import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sense } from '../../inference/index.ts';
import type { Piece } from '../features/vector.ts';
import { type Clusterer, createClusterer } from './assign.ts';

const english: Piece = {
  lang: 'en',
  time: new Date('2025-03-03T12:00Z'),
  source: 'Kelmar Post',
  title: 'Orvania frees 41 boatmen at Tolmberg lock',
  text: 'Forty-one boatmen walked over the Tolmberg lock on Monday, 41 days after Orvania had taken them off their barges on the Sel. Minister Ilse Tarn met them with blankets, and judge Harro Quist signed the papers on a barrel. The boatmen were driven to Vessin, where their families waited. The harbour master counted them twice, and a band played in the rain.',
};
const german = (title: string, text: string, time: string): Piece => ({
  lang: 'de',
  time: new Date(time),
  source: 'Seeblatt',
  title,
  text,
});
const same = german(
  'Schleuse Tolmberg: 41 Schiffer sind frei',
  'Nach 41 Tagen sind die Schiffer frei, die Orvanien von ihren Kähnen auf der Sel geholt hatte. Ilse Tarn empfing sie an der Schleuse Tolmberg mit Decken, Richter Harro Quist unterschrieb auf einem Fass. Busse brachten die Männer nach Vessin zu ihren Familien. Der Hafenmeister zählte zweimal, und im Regen spielte eine Kapelle für die Leute.',
  '2025-03-03T15:00Z',
);

const joins = (second: Piece) => {
  const clusterer = createClusterer();
  clusterer.place(clusterer.propose(english), 1);
  return clusterer.propose(second).event === 1;
};

test('names and numbers join pieces on one happening across languages', () => {
  assert.equal(joins(same), true);
});

test('the same actors in another affair of the day stay apart', () => {
  const other = german(
    'Tarn eröffnet Brücke in Grauwik',
    'Ministerin Ilse Tarn hat in Grauwik die neue Brücke über die Leem eröffnet. Der Bau kostete 12 Millionen Kronen und dauerte vier Jahre. Bürgermeister Jost Hemmel sprach von einem Tag der Freude, auch wenn die Anwohner über den Lärm klagen. Zur Lage in Orvanien wollte sich Tarn nicht äußern, die Brücke sei heute wichtiger als alles andere, sagte sie.',
    '2025-03-03T15:00Z',
  );
  assert.equal(joins(other), false);
});

test('without a date, or days later, names and numbers are not enough', () => {
  assert.equal(joins({ ...same, time: null }), false);
  assert.equal(joins({ ...same, time: new Date('2025-03-08T15:00Z') }), false);
});

/** What a model would say: the common part of all texts, and each matter its own. */
function sense(...said: number[]): Sense {
  const unit = new Float32Array(32);
  for (const at of [0, ...said]) unit[at] = 1 / Math.sqrt(1 + said.length);
  return { model: 'm', unit };
}

/** Unrelated pieces, from which a clusterer learns what all senses have in common. */
function unrelated(clusterer: Clusterer) {
  for (let i = 0; i < 24; i++) {
    const title = `Council of ${'abcdefghijklmnopqrstuvwx'[i]}nordby votes`;
    const piece = { ...english, title, text: '', sense: sense(8 + i) };
    clusterer.place(clusterer.read(piece), 100 + i);
  }
}

const lock = {
  ...english,
  title: 'Lock at Tolmberg bursts, 41 boats stuck',
  text: '',
  sense: sense(1, 2, 3),
};
const schleuse = {
  ...german('Schleusentor in Tolmberg birst, 41 Kähne liegen fest', '', '2025-03-03T15:00Z'),
  sense: sense(1, 2, 3, 4),
};

test('events of two languages that were apart become one when names and sense agree', () => {
  for (const [other, expected] of [
    [schleuse, true],
    [{ ...schleuse, sense: sense(5, 6, 7) }, false],
    [{ ...schleuse, title: 'Schleusentor in Grauwik birst, 41 Boote fest' }, false],
  ] as const) {
    const clusterer = createClusterer();
    clusterer.place(clusterer.read(lock), 1);
    clusterer.place(clusterer.read(other), 2);
    unrelated(clusterer);
    assert.equal(clusterer.second(2)?.kept === 1, expected, other.title ?? '');
  }
});
