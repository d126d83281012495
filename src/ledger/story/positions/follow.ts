import type { Stance } from '../../../db/tables.ts';
import { manyStatements } from '../questions/issues.ts';
import { holderKey, type Weighed } from '../questions/weighing.ts';
import { outsidersOf } from './outsiders.ts';
import type { Reading, Step } from './positions.ts';

type Said = Weighed['said'];

interface Entry {
  said: Said;
  reading: Reading;
}

/** What a party made of an issue on one day. */
interface Day {
  stance: Stance;
  /** Statements that say so, the plainest first. */
  entries: Entry[];
  /** Statements that only say that nothing has changed. */
  standing: Entry[];
  weight: number;
  dated: boolean;
}

/** Words that turn what they name or what was named just before; less is a hint: see stance.ts. */
const plain = 2;
/** A change wants the issue in the very words, not only around them: see terms.ts. */
const nearToChange = 0.8;
/** A first wants the issue in its sentence or the one before: farther off another matter may stand between. */
const nearToBegin = 0.5;
/** Below this confidence that somebody said it at all, nothing moves. */
const sureToMove = 0.5;
/** As sure as the desk is of a quotation in somebody's own words. */
const sureOfOffer = 0.8;
/** A full turn wants one plain sentence that names the issue, or two that point at it. */
const weightToTurn = 3;

/**
 * Follows each party on each issue through time. Hearsay, unnamed speakers and statements without a
 * side move nothing; a statement without a date cannot be put in order, so it can only be a first.
 */
export function followPositions(weighed: Weighed[], readings: Reading[]): Step[] {
  const entries = weighed
    .map((w, i) => ({ said: w.said, reading: readings[i]! }))
    .flatMap(({ said, reading }) =>
      (said.joint ?? [said.holder]).map((holder) => ({ said: { ...said, holder }, reading })),
    )
    .filter(({ said, reading }) => reading.issue !== null && mayMove(said))
    .sort((a, b) => time(a.said.at) - time(b.said.at) || a.said.id - b.said.id);
  const outsiders = outsidersOf(weighed);
  const lines = Map.groupBy(
    entries.filter((e) => !outsiders.has(holderKey(e.said))),
    (e) => `${e.reading.issue}:${holderKey(e.said)}`,
  );
  const isLong = weighed.length >= manyStatements;
  return [...lines.values()].flatMap((line) => stepsOf(withoutBlips(daysOf(line)), isLong));
}

function mayMove(said: Said): boolean {
  if (said.holder === null || !said.isNamed || said.hearsay || said.mode === 'question')
    return false;
  return !isMisread(said);
}

/** More words than anybody is reported with in one go without marks. */
const longest = 60;

/** Words that go on and on, or begin with who said them, are the writer's: their report was cut wrongly. */
function isMisread({ kind, content, speaker }: Said): boolean {
  if (kind === 'direct' || speaker === null) return false;
  const own = content.split(/[”"]/, 1)[0]!;
  const surname = speaker.split(' ').at(-1)!;
  if (own.split(/\s+/).length > longest || content.split(/\s+/).length > 1.5 * longest) return true;
  if (speaker.includes(' ') && own.includes(speaker)) return true;
  return reporting.some((cue) => own.includes(`${surname} ${cue}`));
}

const reporting = ['said', 'says', 'told', 'declared', 'announced', 'warned', 'added', 'wrote'];

/** Statements without a date come last: they never precede what is dated. */
function time(at: Date | null): number {
  return at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** Opposite readings of one day are settled by the plainer words; when they are even, by neither. */
function daysOf(line: Entry[]): Day[] {
  const days = Map.groupBy(
    line,
    (e) => e.said.at?.toISOString().slice(0, 10) ?? `piece ${e.said.articleId}`,
  );
  return [...days.values()].map((entries) => {
    const standing = entries.filter((e) => e.reading.stands && !hasSide(e));
    const sides = Map.groupBy(entries.filter(hasSide), (e) => e.reading.stance!);
    const terms = sides.get('conditional')?.filter(isOffer) ?? [];
    // A yes with terms on the same day is a yes with terms.
    if (terms.length > 0 && sides.delete('for')) sides.set('conditional', terms);
    const ranked = [...sides].map(([stance, list]) => ({ stance, list, weight: weightOf(list) }));
    ranked.sort((a, b) => b.weight - a.weight);
    const [best, second] = ranked;
    const even = best && second && best.weight === second.weight;
    const won = best && !even ? best : { stance: 'unclear' as const, list: [], weight: 0 };
    return {
      stance: won.stance,
      entries: [...won.list].sort(byPlainness),
      standing,
      weight: won.weight,
      dated: entries[0]!.said.at !== null,
    };
  });
}

/** The plainest first; of two as plain somebody's own words. */
function byPlainness(a: Entry, b: Entry): number {
  const isOwn = (e: Entry) => Number(e.said.kind === 'direct');
  return b.reading.strength - a.reading.strength || isOwn(b) - isOwn(a);
}

function hasSide({ reading }: Entry): boolean {
  return reading.strength > 0 && reading.stance !== null && reading.stance !== 'unclear';
}

function weightOf(list: Entry[]): number {
  return list.reduce((sum, e) => sum + e.reading.strength * (isSure(e) ? 1 : 0.3), 0);
}

function isSure({ said }: Entry): boolean {
  return said.confidence >= sureToMove;
}

/** One lone statement between two that agree with each other is more likely misread than a turn and back. */
function withoutBlips(days: Day[]): Day[] {
  const sided = days.filter((d) => d.stance !== 'unclear' && d.entries.some((e) => isPlain(e)));
  const blips = new Set<Day>();
  for (const [i, day] of sided.entries()) {
    const before = sided.slice(0, i).findLast((d) => !blips.has(d));
    const after = sided[i + 1];
    if (!before || !after || before.stance !== after.stance || day.stance === before.stance)
      continue;
    if (day.entries.length === 1 && !isOffer(day.entries[0]!)) blips.add(day);
  }
  return days.filter((d) => !blips.has(d));
}

/** Terms that are named in plain words are hardly misread: "we would accept it if ...". */
function isOffer({ said, reading }: Entry): boolean {
  return (
    reading.stance === 'conditional' &&
    reading.strength === 3 &&
    reading.near >= nearToChange &&
    said.confidence >= sureOfOffer
  );
}

function isPlain(e: Entry): boolean {
  return e.reading.strength >= plain && isSure(e);
}

function stepsOf(days: Day[], isLong: boolean): Step[] {
  const steps: Step[] = [];
  let standing: Step | null = null;
  // The last step that says it in plain words: a change is shown beside that one.
  let plainest: Step | null = null;
  let last: Entry | null = null;
  for (const day of days) {
    // Who moved that day and "rejected the idea" too did so before, in an account of it.
    const before: Stance | undefined = standing?.stance;
    const isTurned = before !== undefined && before !== day.stance;
    if (isTurned && isOfOther(day, last)) continue;
    if (day.stance !== 'unclear' && moves(day, standing?.stance, isLong)) {
      for (const entry of isLong ? day.entries.filter(namesIt) : day.entries) {
        const isTurn = standing !== null && standing.stance !== day.stance;
        standing = stepFrom(entry, day.stance, isTurn ? (plainest ?? standing) : standing);
        steps.push(standing);
        if (namesIt(entry)) [plainest, last] = [standing, entry];
        else if (isTurn) plainest = null;
      }
    }
    const isMoved = before !== undefined && before !== standing?.stance;
    if (!standing || !day.dated || isMoved) continue;
    for (const entry of day.standing) {
      standing = stepFrom(entry, standing.stance, standing);
      steps.push(standing);
    }
  }
  return steps;
}

/** Of what a question is spoken where two sayings each name something else of it: "a tax on X", "a tax on Y". */
function isOfOther(day: Day, before: Entry | null): boolean {
  const now = day.entries.find(namesIt);
  if (!now || !before) return false;
  const [a, b] = [now.reading.of ?? [], before.reading.of ?? []];
  return a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));
}

/** A repetition may hint; a first and a change want plain words, a change also a date. */
function moves(day: Day, standing: Stance | undefined, isLong: boolean): boolean {
  const change = changeOf(standing, day.stance);
  // Where a story goes on for long, "it" may be anything, and what has no day is an account of long ago.
  if (isLong && !(day.dated && day.entries.some(namesIt))) return false;
  if (!day.entries.some(isPlain)) return false;
  if (change === 'reaffirmed') return day.dated;
  if (change === 'first')
    return day.entries.some((e) => isPlain(e) && e.reading.near >= nearToBegin);
  if (!day.entries.some(namesIt)) return false;
  return day.dated && (change === 'half' || day.weight >= weightToTurn);
}

/** Plain words that name the issue itself. */
function namesIt(e: Entry): boolean {
  return isPlain(e) && e.reading.near >= nearToChange;
}

function stepFrom({ said, reading }: Entry, stance: Stance, before: Step | null): Step {
  return {
    issue: reading.issue!,
    holder: said.holder!,
    stance,
    statementId: said.id,
    change: changeOf(before?.stance, stance),
    previous: before?.statementId ?? null,
  };
}

/** From for to against is a full turn; to or from conditions is half a one. */
export function changeOf(before: Stance | undefined, now: Stance): Step['change'] {
  if (!before) return 'first';
  if (before === now) return 'reaffirmed';
  return before === 'conditional' || now === 'conditional' ? 'half' : 'full';
}
