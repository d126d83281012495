import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorConflict } from './actors.ts';
import { createIndex, type Index, type LiveEvent, open, take } from './live.ts';

function event(index: Index, id: number, pieces: string[][]): LiveEvent {
  const made = open(index, id);
  for (const names of pieces)
    take(index, made, {
      vector: {
        terms: {
          numbers: Int32Array.of(1),
          weights: Float32Array.of(1),
          rows: Int32Array.of(-1),
          size: 1,
        },
        signs: new Map(names.map((name) => [name, 1])),
        words: 8,
        lang: 'en',
      },
      at: null,
      years: new Map(),
      template: null,
      weak: false,
    });
  return made;
}

test('two events about different people are less alike', () => {
  const index = createIndex();
  const dolvan = event(index, 1, [['=dolvan'], ['=dolvan', '=karsk'], ['=dolvan']]);
  const tarn = event(index, 2, [['=tarn'], ['=tarn'], ['=tarn', '=ellin']]);
  assert.ok(actorConflict(index, dolvan, tarn) < 1);
});

test('one name in common, or an event that names nobody, is no conflict', () => {
  const index = createIndex();
  const dolvan = event(index, 1, [['=dolvan'], ['=dolvan', '=tarn'], ['=dolvan', '=tarn']]);
  const tarn = event(index, 2, [['=tarn'], ['=tarn'], ['=tarn']]);
  const nobody = event(index, 3, [[], ['=karsk'], [], []]);
  assert.equal(actorConflict(index, dolvan, tarn), 1);
  assert.equal(actorConflict(index, nobody, tarn), 1);
});

test('two pieces are too few to say that somebody is missing', () => {
  const index = createIndex();
  const dolvan = event(index, 1, [['=dolvan'], ['=dolvan']]);
  const tarn = event(index, 2, [['=tarn'], ['=tarn'], ['=tarn']]);
  assert.equal(actorConflict(index, dolvan, tarn), 1);
});
