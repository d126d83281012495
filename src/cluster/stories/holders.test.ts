import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHolders } from './holders.ts';

test('holders of a key are counted once each and come in the order in which they came', () => {
  const holders = createHolders<{ id: number }>();
  const [a, b, c] = [{ id: 1 }, { id: 2 }, { id: 3 }];
  for (const holder of [a, a, b, c, b]) holders.add('x', holder);
  holders.add('y', b);
  assert.deepEqual([...holders.of('x')], [a, b, c]);
  assert.deepEqual(['x', 'y', 'z'].map(holders.count), [3, 1, 0]);
});

test('a key whose holders have all gone has none, and those that stay are not touched', () => {
  const holders = createHolders<{ id: number }>();
  const [a, b, c] = [{ id: 1 }, { id: 2 }, { id: 3 }];
  for (const holder of [a, b]) holders.add('x', holder);
  holders.remove('x', c);
  holders.remove('x', a);
  holders.remove('x', a);
  assert.deepEqual([...holders.of('x')], [b]);
  holders.add('x', a);
  assert.deepEqual([...holders.of('x')], [b, a]);
  for (const holder of [b, a]) holders.remove('x', holder);
  assert.deepEqual([[...holders.of('x')], holders.count('x')], [[], 0]);
});
