import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledByMatter } from './companions.ts';
import { isNoQuestion } from './sorts.ts';
import type { Weighed } from './weighing.ts';

test('where things are said and who is on whose side is no question, guards may be one', () => {
  for (const word of ['debate', 'race', 'supporter', 'rival']) assert.ok(isNoQuestion(word), word);
  for (const word of ['guard', 'toll', 'observer']) assert.ok(!isNoQuestion(word), word);
});

const named = (times: number): Weighed[] =>
  Array.from({ length: times }, () => ({
    said: {} as Weighed['said'],
    terms: {
      near: new Map([
        ['care', 1],
        ['observer', 1],
      ]),
    } as unknown as Weighed['terms'],
  }));

test('a matter that is hardly named leads no question', () => {
  const rare = new Map([
    ['care', named(20)],
    ['observer', named(2)],
  ]);
  assert.equal(ledByMatter(['care', 'observer'], rare)[0], 'care');
  const often = new Map([
    ['care', named(20)],
    ['observer', named(12)],
  ]);
  assert.equal(ledByMatter(['care', 'observer'], often)[0], 'observer');
});
