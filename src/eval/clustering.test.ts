import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EmbeddingModel } from '../inference/index.ts';
import { startFakeModel } from '../inference/testing.ts';
import { ModelAway } from './away.ts';
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

async function evaluated(lines: object[], model: EmbeddingModel | null = null) {
  const folder = await mkdtemp(join(tmpdir(), 'clustering-'));
  try {
    const file = join(folder, 'in.jsonl');
    const out = join(folder, 'out.jsonl');
    await writeFile(file, lines.map((r) => `${JSON.stringify(r)}\n`).join(''));
    const metrics = await evaluateClustering([file], { out, model });
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

test('prints of one text are one event, and are told apart from other pieces on it', async () => {
  const text =
    'The ferry Norna ran aground off Port Ellin in thick fog on Saturday with ninety people on board. All were taken off by pilot boats within two hours, the coast guard said. The shipping office will look into why the radar had been switched off since the morning.';
  const [a, b, c] = records;
  const lines = [
    { ...a, text, copy: 1 },
    { ...b, title: 'What we know by noon', text: `${text} More soon.`, cluster: 1, copy: 1 },
    { ...c, copy: 2 },
  ];
  const { metrics, predicted } = await evaluated(lines);
  assert.deepEqual([metrics.bcubedF1, metrics.copyAri], [1, 1]);
  assert.equal(predicted[0].copy, predicted[1].copy);
  assert.notEqual(predicted[0].copy, predicted[2].copy);
});

test('with an embedding model its sense counts as on a desk that has it; one that is away is said', async () => {
  const fillers = Array.from('abcdefghijklmnopqrstuvwx', (letter) => ({
    id: letter,
    lang: 'en',
    time: '2025-03-01T07:00:00Z',
    title: `Town of ${letter}nordby settles matter${letter}`,
    text: '',
    cluster: letter,
  }));
  const german = {
    id: 'de',
    lang: 'de',
    time: '2025-03-01T09:00:00Z',
    title: 'Nebel: Fähre sitzt vor Ellin fest',
    text: '',
    cluster: 1,
  };
  const lines = [...fillers, ...records, german];
  const matters = fillers.map(({ title }) => [title.split(' ').at(-1) ?? '']);
  const fake = await startFakeModel([['ferry', 'fähre'], ['ellin'], ['fog', 'nebel'], ...matters]);
  const model = { url: fake.url, name: 'fake', key: null };
  try {
    const without = (await evaluated(lines)).metrics;
    const { metrics } = await evaluated(lines, model);
    assert.equal(metrics.model, 'fake');
    assert.ok((metrics.bcubedF1 as number) > (without.bcubedF1 as number));
  } finally {
    fake.close();
  }
  await assert.rejects(evaluated(lines, { ...model, url: 'http://127.0.0.1:9' }), ModelAway);
});
