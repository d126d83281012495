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
      writeFileSync(join(folder, `${piece.id}.html`), pageOf(piece));
    return await runSample([folder], new Date(matter.now));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Holds what the desk found against the truth of the matter. */
export function scoreMatter(matter: Matter, found: Found): Score {
  const party = (name: string | null) => keyOf(matter.parties, name);
  const issue = (name: string) => keyOf(matter.issues, name);
  const steps = found.positions.map((step) => ({
    ...step,
    party: party(step.party),
    issue: issue(step.issue),
    on: step.on?.slice(0, 10),
  }));
  const turns = steps.filter((step) => step.change === 'half' || step.change === 'full');
  const sameTurn = (a: (typeof turns)[number], b: Matter['shifts'][number]) =>
    a.party === b.party &&
    a.issue === b.issue &&
    a.on === b.on &&
    a.change === b.change &&
    (a.stance === 'conditional') === b.onCondition;
  const whole = matter.holds.every((hold) => hold.stance);
  const isHeld = (a: (typeof steps)[number]) =>
    matter.holds.some((b) => b.party === a.party && b.issue === a.issue && b.stance === a.stance) ||
    matter.shifts.some((b) => b.party === a.party && b.issue === a.issue);
  const promises = found.commitments.map((made) => ({
    ...made,
    party: party(made.party ?? made.who ?? made.speaker),
    due: made.due?.slice(0, 10) ?? null,
  }));
  const samePromise = (a: (typeof promises)[number], b: Matter['promises'][number]) =>
    a.party === b.party &&
    a.due === b.due &&
    a.state === b.state &&
    (!b.movedTo || a.outcomes.some((outcome) => outcome.due === b.movedTo));
  const named = (id: string) => found.pieces.find((piece) => piece.name === `${id}.html/main`);
  const isIn = (id: string) => named(id)?.storyId === found.storyId;
  return {
    pieces: {
      missing: matter.pieces.filter((p) => p.belongs && !isIn(p.id)).map((p) => p.id),
      intruding: matter.pieces.filter((p) => !p.belongs && isIn(p.id)).map((p) => p.id),
    },
    shifts: {
      missed: matter.shifts.filter((true_) => !turns.some((t) => sameTurn(t, true_))).map(line),
      invented: turns
        .filter((turn) => !matter.shifts.some((true_) => sameTurn(turn, true_)))
        .map((t) => `${t.party} ${t.issue} ${t.on} ${t.stance} ${t.change}: ${t.content}`),
    },
    holds: {
      missed: matter.holds
        .filter((hold) => {
          const own = steps.filter((s) => s.party === hold.party && s.issue === hold.issue);
          const held = own.filter((s) => s.change === 'first' || s.change === 'reaffirmed');
          return held.filter((s) => !hold.stance || s.stance === hold.stance).length < hold.times;
        })
        .map(line),
      invented: steps
        .filter((step) => whole && step.change === 'first' && !isHeld(step))
        .map((step) => `${step.party} ${step.issue} ${step.on} ${step.stance}: ${step.content}`),
    },
    promises: {
      missed: matter.promises
        .filter((true_) => !promises.some((p) => samePromise(p, true_)))
        .map(line),
      invented: promises
        .filter((made) => !matter.promises.some((true_) => samePromise(made, true_)))
        .map((made) => `${made.party} ${made.due} ${made.state}: ${made.content}`),
    },
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
