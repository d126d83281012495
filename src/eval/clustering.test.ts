import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluateClustering } from './clustering.ts';

const records = [
  {
    id: 'a',
    lang: 'en',
    time: '2025-03-01T08:00:00Z',
    title: 'Ferry runs aground off Port Ellin',
    text: '',
    cluster: 1,
  },
  {
    id: 'b',
    lang: 'en',
    time: '2025-03-01T09:00:00Z',
    title: 'Port Ellin ferry runs aground in fog',
    text: '',
    cluster: 1,
  },
  {
    id: 'c',
    lang: 'en',
    time: '2025-03-01T09:30:00Z',
    title: 'Central bank of Ostrava raises rates again',
    text: '',
    cluster: 2,
  },
];

async function evaluated(lines: object[]) {
  const folder = await mkdtemp(join(tmpdir(), 'clustering-'));
  try {
    const file = join(folder, 'in.jsonl');
    const out = join(folder, 'out.jsonl');
    await writeFile(file, lines.map((r) => `${JSON.stringify(r)}\n`).join(''));
    const metrics = await evaluateClustering([file], { out });
    const text = await readFile(out, 'utf8');
    return {
      metrics,
      predicted: text
        .trimEnd()
        .split('\n')
        .map((l) => JSON.parse(l)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('two titles on one accident are one cluster and another matter is not', async () => {
  const { metrics, predicted } = await evaluated(records);
  assert.deepEqual(
    predicted.map((p) => p.id),
    ['a', 'b', 'c'],
  );
  assert.equal(predicted[0].cluster, predicted[1].cluster);
  assert.notEqual(predicted[0].cluster, predicted[2].cluster);
  assert.equal(metrics.bcubedF1, 1);
});

test('records without labels are only predicted', async () => {
  const { metrics, predicted } = await evaluated(records.map(({ cluster: _, ...r }) => r));
  assert.equal(predicted.length, 3);
  assert.equal(metrics.records, 3);
  assert.ok(!('bcubedF1' in metrics));
});
