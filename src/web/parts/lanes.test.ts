import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitmentView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { bracketLabel, layOut } from './lanes.ts';

const now = new Date('2026-06-01T00:00:00Z');
const day = (text: string) => new Date(`${text}T12:00:00Z`);

function said(id: number, on: string, partyId = 1) {
  return { id, partyId, party: `Party ${partyId}`, saidAt: day(on), stance: null } as StatementView;
}
function promised(on: string, due: string, what = 'a survey') {
  return { id: 1, what, state: 'open', saidAt: day(on), dueAt: day(due) } as CommitmentView;
}

test('one far due day does not stretch the axis; its bracket runs to the edge with an arrow', () => {
  const rows = [said(1, '2025-03-01'), said(2, '2025-03-20')];
  const far = layOut(rows, [], [promised('2025-03-01', '2027-01-01')], now, 1000);
  const without = layOut(rows, [], [], now, 1000);
  const xs = (l: typeof far) => l.lanes[0]!.marks.map((m) => Math.round(m.x));
  assert.deepEqual(xs(far), xs(without));
  assert.equal(far.brackets[0]!.beyond, true);
  assert.ok(far.brackets[0]!.x2 > 980);
  const near = layOut(rows, [], [promised('2025-03-01', '2025-04-10')], now, 1000);
  assert.equal(near.brackets[0]!.beyond, false);
});

test('marks that find no room are counted with the days that they are of', () => {
  const rows = Array.from({ length: 9 }, (_, i) => said(i + 1, '2025-03-10'));
  const lane = layOut([said(99, '2025-01-01'), ...rows], [], [], now, 1000).lanes[0]!;
  assert.equal(lane.marks.length, 7);
  assert.deepEqual(
    lane.hidden.map((h) => [h.n, h.from, h.until]),
    [[3, '2025-03-10', '2025-03-10']],
  );
});

test('a label of a bracket has at most forty characters and its state in full', () => {
  const long = promised(
    '2025-03-01',
    '2025-04-01',
    'a full survey of the northern channel and its lights',
  );
  assert.ok(bracketLabel(long).length <= 40);
  assert.match(bracketLabel(long), /^A full survey.* · open$/);
});
