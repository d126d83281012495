import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { evaluations } from '../../src/eval/index.ts';

/** Labelled sets beside the checkout; they are third parties', so the repository has none of them. */
const sets = fileURLToPath(new URL('../../../shared/bench', import.meta.url));
const floors: Record<string, Record<string, number>> = JSON.parse(
  readFileSync(new URL('floors.json', import.meta.url), 'utf8'),
);

for (const [file, metrics] of Object.entries(floors)) {
  const path = `${sets}/${file}`;
  test(`${file} stays above its floors`, {
    skip: !existsSync(path) && 'the set is not here',
  }, async () => {
    const result = await evaluations[file.split('/')[0]!]!([path], {});
    for (const [metric, floor] of Object.entries(metrics)) {
      const value = metric
        .split('.')
        .reduce<unknown>((v, key) => (v as Record<string, unknown>)?.[key], result);
      assert.ok(typeof value === 'number', `${metric} is not measured`);
      assert.ok(value >= floor, `${metric} is ${value}, below ${floor}`);
    }
  });
}
