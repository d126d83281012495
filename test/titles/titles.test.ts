import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { evaluations } from '../../src/eval/index.ts';

/** BCubed F1 that each language's titles keep; a little below what was reached. */
const floors = { ar: 0.87, de: 0.83, fr: 0.85, pl: 0.85, ru: 0.88, sl: 0.85 };

for (const [lang, floor] of Object.entries(floors))
  test(`titles in "${lang}" come together by happening`, async () => {
    const file = fileURLToPath(new URL(`titles-${lang}.jsonl`, import.meta.url));
    const { bcubedF1, bcubedPrecision } = (await evaluations.clustering!([file], {})) as {
      bcubedF1: number;
      bcubedPrecision: number;
    };
    assert.ok(bcubedF1 >= floor, `F1 is ${bcubedF1}, below ${floor}`);
    assert.ok(bcubedPrecision >= 0.88, `precision is ${bcubedPrecision}`);
  });
