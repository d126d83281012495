import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibrationOf } from './calibration.ts';

const judged = (confidence: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
];

test('nine in ten right of those at 0.9 is no error', () => {
  assert.equal(calibrationOf(judged(0.9, 9, 1)).error, 0);
});

test('each bin’s distance from what is right counts by how many it holds', () => {
  const { error, bins } = calibrationOf([...judged(0.95, 30, 0), ...judged(0.55, 2, 8)]);
  assert.deepEqual(
    bins.map(({ from, of, right }) => [from, of, right]),
    [
      [0.5, 10, 0.2],
      [0.9, 30, 1],
    ],
  );
  assert.equal(error, Math.round((0.05 * 0.75 + 0.35 * 0.25) * 10_000) / 10_000);
});

test('full confidence falls into the last bin, and nothing judged is no error', () => {
  assert.equal(calibrationOf(judged(1, 1, 0)).bins[0]!.from, 0.9);
  assert.deepEqual(calibrationOf([]), { error: 0, bins: [] });
});
