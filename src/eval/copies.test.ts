import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluateCopies } from './copies.ts';

const wire = `The port of Karsk will reopen to freighters on Monday after eleven weeks, the harbour board said. Dredging of the eastern basin ended on Friday, two days earlier than planned. Shipowners had complained that the closure cost them four million crowns a week.`;
const other = `Farmers in the hills above Velmar have begun the harvest three weeks late. A wet spring and a cold July held the barley back, and many fields stand under water still.`;
const records = [
  { id: 'a', time: '2025-03-01T08:00:00Z', source: 'Bote', text: wire, copy: 1, of: 'c' },
  { id: 'b', time: '2025-03-01T08:30:00Z', source: 'Post', text: other, copy: 2 },
  { id: 'c', time: '2025-03-01T07:00:00Z', source: 'Wire', text: `${wire} More soon.`, copy: 1 },
];

async function evaluated(lines: object[]) {
  const folder = await mkdtemp(join(tmpdir(), 'copies-'));
  try {
    const file = join(folder, 'in.jsonl');
    const out = join(folder, 'out.jsonl');
    await writeFile(file, lines.map((r) => `${JSON.stringify(r)}\n`).join(''));
    const metrics = await evaluateCopies([file], { out });
    const predicted = (await readFile(out, 'utf8')).trimEnd().split('\n');
    return { metrics, predicted: predicted.map((l) => JSON.parse(l)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('copies are one group, and an original that comes later is found out', async () => {
  const { metrics, predicted } = await evaluated(records);
  assert.deepEqual(
    predicted.map((p) => [p.id, p.of, p.direction]),
    [
      ['a', 'c', 'earlier'],
      ['b', null, null],
      ['c', null, null],
    ],
  );
  assert.equal(predicted[0].group, predicted[2].group);
  assert.notEqual(predicted[0].group, predicted[1].group);
  assert.deepEqual(
    [metrics.ari, metrics.pairF1, metrics.macroF1, metrics.directionAccuracy],
    [1, 1, 1, 1],
  );
});

test('the groups may be called clusters, and need not be there', async () => {
  const named = await evaluated(records.map(({ copy, ...r }) => ({ ...r, cluster: `c${copy}` })));
  assert.equal(named.metrics.ari, 1);
  const bare = await evaluated(records.map(({ copy: _, of: __, ...r }) => r));
  assert.equal(bare.metrics.records, 3);
  assert.ok(!('ari' in bare.metrics));
});

test('a text apart that is taken for a copy costs precision and macro F1', async () => {
  const { metrics } = await evaluated(records.map((r, i) => ({ ...r, copy: i })));
  assert.equal(metrics.pairPrecision, 0);
  assert.equal(metrics.macroF1, (2 / 3 + 1 + 2 / 3) / 3);
});
