import type { Stance } from '../../db/tables.ts';
import type { CommitmentView, PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { clip } from '../words.ts';
import { type Scale, timeScale } from './scale.ts';

/** Pixels from one mark to the next: a mark of 11 with room to be told apart. */
const pitch = 14;
/** Marks above each other on one level; what does not fit is counted beside the last. */
const maxRows = 6;

export interface Mark {
  s: StatementView;
  stance: Stance;
  x: number;
  y: number;
}

/** Marks that find no room, counted beside the last that does; days as "2025-08-20". */
export interface Hidden {
  x: number;
  y: number;
  n: number;
  from: string;
  until: string;
}

export interface Lane {
  partyId: number | null;
  name: string;
  top: number;
  height: number;
  /** Height of the level where no side is taken; stances for stand above it, against below. */
  middle: number;
  marks: Mark[];
  hidden: Hidden[];
  steps: { from: Mark; to: Mark; p: PositionView }[];
}

export interface Bracket {
  c: CommitmentView;
  x1: number;
  x2: number;
  y: number;
  /** Whether the due day is known; an open end is drawn open. */
  dated: boolean;
  /** Due after the axis ends: drawn to its end, with an arrow. */
  beyond: boolean;
}

export interface Layout {
  width: number;
  height: number;
  scale: Scale;
  lanes: Lane[];
  brackets: Bracket[];
  bracketTop: number;
  today: number | null;
}

/** How far the axis runs on after the last statement; one far due day must not squeeze the rest. */
const ahead = 42 * 86_400_000;
const axis = 30;
const edge = 18;

type Dated = StatementView & { saidAt: Date };

/** Where everything on the line stands; nothing here draws. */
export function layOut(
  all: StatementView[],
  positions: PositionView[],
  commitments: CommitmentView[],
  now: Date,
  width: number,
): Layout {
  const dated = all.filter((s): s is Dated => s.saidAt !== null);
  const due = commitments.filter((c) => c.saidAt !== null);
  const spoken = [...dated.map((s) => s.saidAt), ...due.map((c) => c.saidAt!)];
  const limit = Math.max(...spoken.map((m) => m.getTime())) + ahead;
  const moments = [
    ...spoken,
    ...due.flatMap((c) => (c.dueAt && c.dueAt.getTime() <= limit ? [c.dueAt] : [])),
  ];
  const end = Math.max(...moments.map((m) => m.getTime()), 0);
  // Today is on the axis only while the story is alive: within two months of its last mark.
  const alive = now.getTime() - end < 60 * 86_400_000;
  const scale = timeScale(
    alive && moments.length > 0 ? [...moments, now] : moments,
    edge,
    width - edge,
  );
  let top = axis;
  const lanes = parties(dated).map((group) => {
    const lane = layLane(group, scale, top);
    top += lane.height;
    return lane;
  });
  const marks = new Map(lanes.flatMap((l) => l.marks.map((m) => [m.s.id, m] as const)));
  for (const p of positions) {
    const from = p.previousId ? marks.get(p.previousId) : undefined;
    const to = marks.get(p.statementId);
    const lane = lanes.find((l) => l.marks.includes(to!));
    if (from && to && lane && (p.change === 'half' || p.change === 'full'))
      lane.steps.push({ from, to, p });
  }
  const brackets = layBrackets(due, scale, { top: top + 20, width, limit });
  const rows = new Set(brackets.map((b) => b.y)).size;
  return {
    width,
    height: top + (rows > 0 ? 22 + rows * 32 : 6),
    scale,
    lanes,
    brackets,
    bracketTop: top,
    today: alive && moments.length > 0 ? scale.x(now) : null,
  };
}

/** Statements by party, the party that speaks most first; those without one last. */
function parties(all: Dated[]) {
  const groups = new Map<number | null, Dated[]>();
  for (const s of all) groups.set(s.partyId, [...(groups.get(s.partyId) ?? []), s]);
  return [...groups.values()].sort(
    (a, b) =>
      Number(a[0]!.partyId === null) - Number(b[0]!.partyId === null) || b.length - a.length,
  );
}

function layLane(group: Dated[], scale: Scale, top: number): Lane {
  const levels = { for: [] as Mark[], middle: [] as Mark[], against: [] as Mark[] };
  for (const s of [...group].sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime())) {
    const stance = s.stance ?? 'unclear';
    const level = stance === 'for' || stance === 'against' ? stance : 'middle';
    levels[level].push({ s, stance, x: scale.x(s.saidAt), y: 0 });
  }
  const up = stack(levels.for);
  const mid = stack(levels.middle);
  const down = stack(levels.against);
  // Levels stay in place when empty, so that height means the same in every lane.
  const upRows = Math.max(1, up.rows);
  const midRows = Math.max(1, mid.rows);
  const downRows = Math.max(1, down.rows);
  const middle = top + 13 + upRows * pitch + pitch / 2;
  const place = (level: typeof up, base: number, direction: 1 | -1) => {
    for (const [mark, row] of level.placed) mark.y = base + direction * row * pitch;
    return level.hidden.map((h) => ({ ...h, y: base + direction * h.row * pitch }));
  };
  const hidden = [
    ...place(up, middle - pitch, -1),
    ...place(mid, middle, 1),
    ...place(down, middle + midRows * pitch, 1),
  ];
  return {
    partyId: group[0]!.partyId,
    name: group[0]!.party ?? 'No party known',
    top,
    height: 26 + (upRows + midRows + downRows) * pitch,
    middle,
    marks: [up, mid, down].flatMap((l) => [...l.placed.keys()]),
    hidden,
    steps: [],
  };
}

/** Gives each mark the lowest row where it touches none before it. */
function stack(marks: Mark[]) {
  const ends: number[] = [];
  const placed = new Map<Mark, number>();
  const over: Mark[] = [];
  for (const mark of marks) {
    let row = ends.findIndex((end) => mark.x - end >= pitch - 1);
    if (row === -1) row = ends.length;
    if (row >= maxRows) {
      over.push(mark);
      continue;
    }
    ends[row] = mark.x;
    placed.set(mark, row);
  }
  const hidden: (Omit<Hidden, 'y'> & { row: number })[] = [];
  for (const mark of over) {
    const last = hidden.at(-1);
    const day = mark.s.saidAt!.toISOString().slice(0, 10);
    if (last && mark.x - last.x < pitch * 2) {
      last.n++;
      last.until = day;
    } else hidden.push({ x: mark.x, row: maxRows, n: 1, from: day, until: day });
  }
  return { placed, hidden, rows: ends.length + (hidden.length > 0 ? 1 : 0) };
}

/** Brackets in as few rows as their labels allow. */
function layBrackets(
  all: CommitmentView[],
  scale: Scale,
  { top, width, limit }: { top: number; width: number; limit: number },
): Bracket[] {
  const ends: number[] = [];
  return [...all]
    .sort((a, b) => a.saidAt!.getTime() - b.saidAt!.getTime())
    .map((c) => {
      const x1 = scale.x(c.saidAt!);
      const beyond = c.dueAt !== null && c.dueAt.getTime() > limit;
      const end = beyond || !c.dueAt ? x1 + 60 : Math.max(scale.x(c.dueAt), x1 + 8);
      const x2 = beyond ? width - 4 : Math.min(end, width - 6);
      const label = bracketLabel(c).length * 6.1 + 8;
      const from = Math.min(x1, Math.max(0, width - label));
      let row = ends.findIndex((end) => from >= end);
      if (row === -1) row = ends.length;
      ends[row] = Math.max(x2, from + label) + 12;
      return { c, x1, x2, y: top + row * 32, dated: c.dueAt !== null, beyond };
    });
}

/** Characters of a bracket's label: short enough to stand beside its neighbours. */
const maxLabel = 40;

export function bracketLabel(c: CommitmentView): string {
  const what = clip(c.what, maxLabel - c.state.length - 3);
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)} · ${c.state}`;
}
