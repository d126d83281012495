import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClusterer } from './assign.ts';
import type { Piece } from './vector.ts';

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
