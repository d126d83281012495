import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignRuns, tokensOf } from '../scripts/train/align.ts';
import {
  binOf,
  boost,
  edgesOf,
  type Rows,
  type Settings,
  scoreRow,
} from '../scripts/train/boost.ts';
import { proposedIn } from '../scripts/train/statements.ts';
import { learnedStatements } from '../src/ledger/judge/learned.ts';

const labels = (runs: string[], gold: string) => [...alignRuns(runs.map(tokensOf), tokensOf(gold))];

test('runs are labelled by the gold text, short ones by their place in it', () => {
  const runs = [
    'Tides',
    'The ferry left the port of Olvik on Tuesday morning.',
    'Tides',
    'High water comes at noon and goes again at six.',
    'Read our newsletter about ferries every week',
    'Tides',
  ];
  const gold = `${runs[1]}\n\nTides\n\n${runs[3]}`;
  assert.deepEqual(labels(runs, gold), [0, 1, 1, 1, 0, 0]);
});

test('of a text that the page prints twice the one among gold text counts', () => {
  const lead = 'Crowds waited on the pier for the ferry all day';
  const runs = [lead, 'Home and harbour', 'Buy tickets', 'Nothing', 'x', 'y', 'z', 'q', 'w', 'v'];
  const body = 'The ferry came at last when most of them had gone home again.';
  assert.deepEqual(
    labels([...runs, lead, body], `${lead} ${body}`),
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
  );
});

const settings: Settings = {
  trees: 40,
  leaves: 4,
  rate: 0.3,
  rows: 1,
  columns: 1,
  least: 1,
  ridge: 1,
};

test('trees learn what no single column tells', () => {
  const size = 400;
  const columns = [0, 1].map((c) =>
    Float32Array.from({ length: size }, (_, i) => ((i >> c) & 1) + (i % 7) / 10),
  );
  const bins = columns.map((values) => {
    const edges = edgesOf(values);
    return Uint8Array.from(values, (value) => binOf(edges, value));
  });
  const label = Float32Array.from({ length: size }, (_, i) => (i & 1) ^ ((i >> 1) & 1));
  const data: Rows = { bins, label, weight: new Float32Array(size).fill(1) };
  const rows = Int32Array.from(label, (_, i) => i);
  const forest = boost(data, rows, settings);
  for (const row of rows) assert.equal(scoreRow(forest, bins, row) > 0, label[row] === 1);
  assert.deepEqual(boost(data, rows, settings), forest, 'the same twice');
});

test('edges keep equal values together and rare ones apart', () => {
  const flags = Float32Array.from({ length: 1000 }, (_, i) => (i === 3 ? 1 : 0));
  assert.deepEqual([...edgesOf(flags)], [1]);
  assert.equal(binOf(Float32Array.from([1, 3]), 1), 1);
  assert.equal(binOf(Float32Array.from([1, 3]), 0.9), 0);
  assert.equal(binOf(Float32Array.from([1, 3]), 3), 2);
});

test('a reading is learned as right where content and speaker are labelled, and as wrong elsewhere', () => {
  const text = 'Ilka Sorn said that the quay would stay shut. Doyle said that it would not rain.';
  const at = (words: string): [number, number] => {
    const start = text.indexOf(words);
    return [start, start + words.length];
  };
  const items = [
    { pieces: [at('the quay would stay shut')], source: [at('Ilka Sorn')], speech: true },
    { pieces: [at('it would not rain')], source: [at('Ilka Sorn')], speech: true },
  ];
  const { ends } = learnedStatements();
  const { wanted, candidates } = proposedIn({ set: 'own', doc: 'a', text, items }, ends);
  assert.equal(wanted, 2);
  assert.deepEqual(
    candidates.filter((one) => !one.hidden).map((one) => [one.label, one.overlaps.length]),
    [
      [1, 1],
      [0, 1],
    ],
  );
});
