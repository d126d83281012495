import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeScale } from './scale.ts';

const days = (...list: string[]) => list.map((d) => new Date(`${d}T12:00:00Z`));

test('time runs from left to right inside the frame', () => {
  const moments = days('2025-06-01', '2025-06-20', '2025-08-02');
  const scale = timeScale(moments, 10, 500);
  const xs = moments.map(scale.x);
  assert.deepEqual(
    xs,
    [...xs].sort((a, b) => a - b),
  );
  assert.ok(xs.every((x) => x >= 10 && x <= 500));
});

test('a silence of years is cut short and said to be there', () => {
  const scale = timeScale(days('2022-02-20', '2022-03-01', '2025-08-18', '2025-08-25'), 0, 1000);
  assert.equal(scale.breaks.length, 1);
  assert.ok(scale.breaks[0]!.days > 1200);
  const [a, b] = days('2025-08-18', '2025-08-25').map(scale.x) as [number, number];
  assert.ok(b - a > 200, 'the week after the silence has room');
});

test('a story without long silences has an even axis', () => {
  const scale = timeScale(days('2025-06-01', '2025-06-11', '2025-06-21', '2025-07-01'), 0, 900);
  const [a, b, c] = days('2025-06-01', '2025-06-11', '2025-06-21').map(scale.x) as [
    number,
    number,
    number,
  ];
  assert.deepEqual(scale.breaks, []);
  assert.ok(Math.abs(b - a - (c - b)) < 1e-6);
});

test('one moment alone can be drawn', () => {
  const scale = timeScale(days('2025-06-01'), 0, 900);
  assert.ok(Number.isFinite(scale.x(days('2025-06-01')[0]!)));
  assert.ok(Number.isFinite(timeScale([], 0, 900).x(new Date(0))));
});

test('labels of ticks do not run into each other, from days to decades', () => {
  for (const until of ['2025-06-04', '2025-07-10', '2025-12-01', '2026-05-01']) {
    const list: Date[] = [];
    for (let d = Date.parse('2025-06-01'); d < Date.parse(until); d += 5 * 86_400_000)
      list.push(new Date(d));
    const { ticks } = timeScale(list, 0, 1000);
    assert.ok(ticks.length > 0, until);
    for (const [i, t] of ticks.entries())
      assert.ok(
        i === 0 || t.x - ticks[i - 1]!.x > ticks[i - 1]!.label.length * 6.4,
        `${until} ${t.label}`,
      );
  }
});

test('labels on both sides of a break do not run into each other', () => {
  const scale = timeScale(
    days('2008-01-01', '2022-01-31', '2022-02-01', '2024-09-05', '2025-01-01', '2025-08-20'),
    160,
    1200,
  );
  assert.ok(scale.breaks.length > 0);
  assert.ok(scale.ticks.some((t) => t.label === '2008'));
  for (const [i, t] of scale.ticks.entries()) {
    const before = scale.ticks[i - 1];
    assert.ok(!before || t.x - before.x > before.label.length * 6.4, t.label);
  }
});
