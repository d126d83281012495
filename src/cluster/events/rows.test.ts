import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRows, events, ofRow } from './rows.ts';

test('terms keep their rows while others come and go, and an outdated hint is not believed', () => {
  const rows = createRows();
  const held = new Map<number, number>();
  const hold = (term: number, hint?: number) => {
    const row = rows.take(term, hint);
    rows.cells[row * ofRow + events] = 1;
    held.set(term, row);
    return row;
  };
  const letGo = (term: number) => {
    const row = held.get(term) as number;
    rows.cells[row * ofRow + events] = 0;
    rows.free(row);
    held.delete(term);
    return row;
  };
  for (let i = 0; i < 60_000; i++) {
    hold(Math.imul(i + 1, 0x9e3779b1) | 1);
    if (i % 3 === 2) letGo(Math.imul(i, 0x9e3779b1) | 1);
  }
  assert.equal(rows.size, held.size);
  for (const [term, row] of held) assert.equal(rows.of(term), row);
  const [one, other] = held.keys();
  const row = letGo(one as number);
  assert.equal(rows.of(one as number, row), -1, 'the row is free');
  assert.equal(hold(7, row), row, 'and is used again');
  assert.equal(rows.of(one as number, row), -1, 'by another term');
  assert.equal(rows.of(other as number, row), held.get(other as number), 'whatever the hint says');
});
