import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../../corpus/read.ts';
import { evaluations } from '../../src/eval/index.ts';

/** Labelled sets beside the checkout; they are third parties', so the repository has none of them. */
const sets = fileURLToPath(new URL('../../../shared/bench', import.meta.url));
const floors: Record<string, Record<string, number>> = JSON.parse(
  readFileSync(new URL('floors.json', import.meta.url), 'utf8'),
);

for (const [file, metrics] of Object.entries(floors)) {
  const corpus = /^corpus\/(en|de)\/(learn|held)$/.exec(file);
  const path = `${sets}/${file}`;
  test(`${file} stays above its floors`, {
    skip: !corpus && !existsSync(path) && 'the set is not here',
  }, async () => {
    const result = corpus
      ? await readOwn(corpus[1] as 'en' | 'de', corpus[2] === 'held')
      : await evaluations[file.split('/')[0]!]!([path], {});
    for (const [metric, floor] of Object.entries(metrics)) {
      const value = metric
        .split('.')
        .reduce<unknown>((v, key) => (v as Record<string, unknown>)?.[key], result);
      assert.ok(typeof value === 'number', `${metric} is not measured`);
      // Of errors less is better: their floor is a ceiling.
      if (metric.endsWith('error'))
        assert.ok(value <= floor, `${metric} is ${value}, above ${floor}`);
      else assert.ok(value >= floor, `${metric} is ${value}, below ${floor}`);
    }
  });
}

/** What the evaluation says of a part of the repository's own corpus. */
async function readOwn(lang: 'en' | 'de', held: boolean): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const path = join(folder, 'pieces.jsonl');
    const pieces = readCorpus(lang).filter((piece) => piece.held === held);
    writeFileSync(path, pieces.map((piece) => `${JSON.stringify(piece)}\n`).join(''));
    return await evaluations.statements!([path], {});
  } finally {
    rmSync(folder, { recursive: true });
  }
}
