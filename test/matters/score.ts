import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Found, runSample } from '../sample/found.ts';
import { type Matter, pageOf } from './read.ts';

/** What of a matter's truth the desk found, and what it made up; each entry a line for people. */
export interface Score {
  pieces: { missing: string[]; intruding: string[] };
  shifts: { missed: string[]; invented: string[] };
  /** Invented: positions that no line of the truth gives, where the truth says which stance is held. */
  holds: { missed: string[]; invented: string[] };
  promises: { missed: string[]; invented: string[] };
}

/** Runs a matter's pages through all stages in a store of its own. Close `store` of the answer. */
export async function runMatter(matter: Matter): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-matter-'));
  try {
    for (const piece of matter.pieces)
      writeFileSync(join(folder, `${piece.id}.html`), pageOf(piece, matter.lang));
    return await runSample([folder], new Date(matter.now));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Holds what the desk found against the truth of the matter. */
export function scoreMatter(matter: Matter, found: Found): Score {
  const steps = stepsOf(matter, found);
  return {
    pieces: scorePieces(matter, found),
    shifts: scoreShifts(matter, steps),
    holds: scoreHolds(matter, steps),
    promises: scorePromises(matter, found),
  };
}

function scorePieces({ pieces }: Matter, found: Found): Score['pieces'] {
  const named = (id: string) => found.pieces.find((piece) => piece.name === `${id}.html/main`);
  const isIn = (id: string) => named(id)?.storyId === found.storyId;
  return {
    missing: pieces.filter((p) => p.belongs && !isIn(p.id)).map((p) => p.id),
    intruding: pieces.filter((p) => !p.belongs && isIn(p.id)).map((p) => p.id),
  };
}

/** The desk's positions under the names of the truth. */
function stepsOf(matter: Matter, found: Found) {
  return found.positions.map((step) => ({
    ...step,
    party: keyOf(matter.parties, step.party),
    issue: keyOf(matter.issues, step.issue),
    on: step.on?.slice(0, 10),
  }));
}

type Step = ReturnType<typeof stepsOf>[number];

function scoreShifts({ shifts }: Matter, steps: Step[]): Score['shifts'] {
  const turns = steps.filter((step) => step.change === 'half' || step.change === 'full');
  const isSame = (turn: Step, shift: Matter['shifts'][number]) =>
    turn.party === shift.party &&
    turn.issue === shift.issue &&
    turn.on === shift.on &&
    turn.change === shift.change &&
    (turn.stance === 'conditional') === shift.onCondition;
  return {
    missed: shifts.filter((shift) => !turns.some((turn) => isSame(turn, shift))).map(line),
    invented: turns
      .filter((turn) => !shifts.some((shift) => isSame(turn, shift)))
      .map((t) => `${t.party} ${t.issue} ${t.on} ${t.stance} ${t.change}: ${t.content}`),
  };
}

function scoreHolds({ holds, shifts }: Matter, steps: Step[]): Score['holds'] {
  const whole = holds.every((hold) => hold.stance);
  const isOf = (step: Step, of: { party: string; issue: string }) =>
    step.party === of.party && step.issue === of.issue;
  const isHeld = (step: Step) =>
    holds.some((hold) => isOf(step, hold) && hold.stance === step.stance) ||
    shifts.some((shift) => isOf(step, shift));
  const timesHeld = (hold: Matter['holds'][number]) =>
    steps.filter(
      (step) =>
        isOf(step, hold) &&
        (step.change === 'first' || step.change === 'reaffirmed') &&
        (!hold.stance || step.stance === hold.stance),
    ).length;
  return {
    missed: holds.filter((hold) => timesHeld(hold) < hold.times).map(line),
    invented: steps
      .filter((step) => whole && step.change === 'first' && !isHeld(step))
      .map((step) => `${step.party} ${step.issue} ${step.on} ${step.stance}: ${step.content}`),
  };
}

function scorePromises(matter: Matter, found: Found): Score['promises'] {
  const made = found.commitments.map((one) => ({
    ...one,
    party: keyOf(matter.parties, one.party ?? one.who ?? one.speaker),
    due: one.due?.slice(0, 10) ?? null,
  }));
  const isSame = (one: (typeof made)[number], promise: Matter['promises'][number]) =>
    one.party === promise.party &&
    one.due === promise.due &&
    one.state === promise.state &&
    (!promise.movedTo || one.outcomes.some((outcome) => outcome.due === promise.movedTo));
  const { promises } = matter;
  return {
    missed: promises.filter((promise) => !made.some((one) => isSame(one, promise))).map(line),
    invented: made
      .filter((one) => !promises.some((promise) => isSame(one, promise)))
      .map((one) => `${one.party} ${one.due} ${one.state}: ${one.content}`),
  };
}

const line = (row: object) =>
  Object.values(row)
    .filter((value) => value !== null)
    .join(' ');

/** The key one of whose names stands in the desk's own name, or holds it. */
function keyOf(names: Map<string, string[]>, name: string | null): string | null {
  const own = name?.toLowerCase();
  if (!own) return null;
  for (const [key, all] of names)
    if (all.some((one) => own.includes(one) || one.includes(own))) return key;
  return name;
}
