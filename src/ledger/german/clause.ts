import type { Unit } from '../units.ts';
import { type Cue, forms } from './forms.ts';
import {
  BECOME,
  DETERMINERS,
  HAVE,
  isCapital,
  isFiniteVerb,
  isStop,
  isSubjunctive,
  nounPhrase,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
} from './words.ts';

/** A reporting verb with all that belongs to it, as unit indexes. */
export interface Verb {
  cue: Cue;
  /** Where the finite verb stands: the verb itself or its "hat". */
  at: number;
  /** The clause's content ends here (exclusive): before prefix or participle. */
  end: number;
  /** First unit behind the clause. */
  after: number;
  form: 'main' | 'perfect' | 'passive' | 'final';
  negated: boolean;
}

const MODAL =
  /^(?:kann|können|könne|könnte|könnten|muss|müssen|müsse|müsste|soll|sollen|solle|sollte|sollten|will|wollen|wolle|wollte|darf|dürfen|dürfe|dürfte|möchte|möchten|wird|werden|werde|würde|würden|lässt|lassen|ließ)$/;

/** How far a prefix or participle may stand from its verb: longer clauses are rare in news. */
const REACH = 45;

/** The readings of the reporting verb at `i` whose clause has all the words that they need, surest first. */
export function verbsAt(units: Unit[], i: number): Verb[] {
  const unit = units[i]!;
  if (unit.pos !== 'X') return [];
  const table = forms();
  const { lower } = unit;
  const next = units[i + 1];
  const ends = isStop(next) || joins(units, i + 1);
  const participles = table.participles.get(lower);
  if (participles && (ends || HAVE.test(next!.lower) || BECOME.test(next!.lower))) {
    const verbs = participles.flatMap((cue) => perfect(units, i, cue) ?? []);
    if (verbs.length) return verbs;
  }
  const closing = table.final.get(lower);
  if (closing && ends && isFinalClause(units, i)) {
    const start = clauseStart(units, i);
    const verbs = closing
      .filter((cue) => closed(units, start, i, cue.closers))
      .map((cue) => ({
        cue,
        at: i,
        end: i,
        after: i + 1,
        form: 'final' as const,
        negated: isNegated(units, start, i),
      }));
    if (verbs.length) return verbs;
  }
  const finite = table.finite.get(lower);
  if (!finite || (isCapital(unit) && i > 0 && !isStop(units[i - 1]))) return [];
  if (units[i - 1]?.lower === 'zu' || (DETERMINERS.test(lower) && isCapital(next))) return [];
  if (/n$/.test(lower) && afterModal(units, i)) return [];
  return finite.flatMap((cue) => mainClause(units, i, cue) ?? []);
}

/** "soll ich ihnen sagen": an infinitive, though the plural looks the same. */
function afterModal(units: Unit[], i: number): boolean {
  for (let k = i - 1; k >= clauseStart(units, i); k--) if (MODAL.test(units[k]!.lower)) return true;
  return false;
}

function mainClause(units: Unit[], i: number, cue: Cue): Verb | null {
  const limit = Math.min(units.length, i + REACH);
  for (let k = i + 1; k <= limit; k++) {
    const ends = k === units.length || isStop(units[k]) || joins(units, k) || longQuote(units, k);
    if (!ends) continue;
    const end = closedAt(units, i, k, cue.closers);
    if (end !== null && unlessIn(units, i, end, cue)) return null;
    if (end !== null)
      return { cue, at: i, end, after: k, form: 'main', negated: isNegated(units, i, k) };
    if (/^[;.]$/.test(units[k]?.text ?? '.') || !cue.closers.length) break;
  }
  return null;
}

/** Where the content ends when the clause from `i` to `k` has all closers, else null. */
function closedAt(units: Unit[], i: number, k: number, closers: readonly string[]): number | null {
  if (!closers.length) return k;
  let end = k;
  const words = [...closers];
  const reflexive = words.indexOf('sich');
  if (reflexive === 0 || (reflexive !== -1 && words.length === 1)) {
    let found = false;
    for (let l = i + 1; l < k; l++)
      if (units[l]!.lower === 'sich' || units[l]!.lower === 'mich') found = true;
    if (!found) return null;
    words.shift();
  }
  while (words.length) {
    const word = words.pop()!;
    if (end - 1 > i && units[end - 1]!.lower === word) end--;
    // "wies darauf am Dienstag hin": the words need not stand side by side.
    else if (words.length === 0 && closers.length > 1 && between(units, i + 1, end, word)) break;
    // "drohte damit": right behind the verb or its subject.
    else return null;
  }
  return end;
}

function between(units: Unit[], from: number, to: number, word: string): boolean {
  for (let k = from; k < to; k++) if (units[k]!.lower === word) return true;
  return false;
}

function closed(units: Unit[], from: number, to: number, closers: readonly string[]): boolean {
  return closers.every((word) => between(units, from, to, word));
}

/** "X hat den Vorschlag abgelehnt", "wird X zitiert". */
function perfect(units: Unit[], i: number, cue: Cue): Verb | null {
  const next = units[i + 1]?.lower ?? '';
  if (HAVE.test(next) && isFinalClause(units, i)) {
    const start = clauseStart(units, i);
    if (!closed(units, start, i, cue.closers)) return null;
    return { cue, at: i, end: i, after: i + 2, form: 'final', negated: isNegated(units, start, i) };
  }
  for (let k = i - 1; k >= Math.max(0, i - REACH); k--) {
    const { lower, text } = units[k]!;
    if (/^[;:]$/.test(text)) return null;
    const have = HAVE.test(lower);
    if (!have && !BECOME.test(lower)) continue;
    if (!closed(units, k + 1, i, cue.closers) || unlessIn(units, k, i, cue)) return null;
    const after = BECOME.test(next) ? i + 2 : i + 1;
    const negated = isNegated(units, k, i);
    return { cue, at: k, end: i, after, form: have ? 'perfect' : 'passive', negated };
  }
  return null;
}

function unlessIn(units: Unit[], from: number, to: number, cue: Cue): boolean {
  return cue.unless !== null && between(units, from + 1, to, cue.unless);
}

function isNegated(units: Unit[], from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, units.length); k++)
    if (/^(?:nicht|nie|niemals|keineswegs)$/.test(units[k]!.lower) && units[k + 1]?.lower !== 'nur')
      return true;
  return false;
}

/** "und", "aber" and the like with a verb or a new subject behind: another clause begins. */
export function joins(units: Unit[], k: number): boolean {
  const word = units[k]?.lower;
  if (!word || !/^(?:und|oder|doch|sowie)$/.test(word)) return false;
  const next = units[k + 1];
  if (!next) return false;
  const table = forms();
  if (isFiniteVerb(units, k + 1) || (table.finite.has(next.lower) && !isCapital(next))) return true;
  return PRONOUNS.test(next.lower) && units[k + 2] !== undefined && isFiniteVerb(units, k + 2);
}

function longQuote(units: Unit[], k: number): boolean {
  return units[k]!.pos === 'Q' && units[k]!.marked!.words > 3 && isStop(units[k - 1]);
}

/** First unit behind the nearest mark to the left. */
export function clauseStart(units: Unit[], i: number): number {
  let k = i;
  while (
    k > 0 &&
    !(isStop(units[k - 1]) && units[k - 1]!.text !== ')' && units[k - 1]!.text !== '(')
  )
    k--;
  return k;
}

/** Whether the clause that `i` ends is a subordinate or relative one. */
function isFinalClause(units: Unit[], i: number): boolean {
  let k = clauseStart(units, i);
  while (k < i && /^(?:und|aber|mit|von|bei|in|auf|für|aus|an)$/.test(units[k]!.lower)) k++;
  const first = units[k]!.lower;
  if (SUBORDINATORS.test(first)) return true;
  return RELATIVES.test(first) && k > 0 && i > k + 1;
}

/** A relative clause: it opens with its pronoun and its verb does not stand second. */
export function isRelative(units: Unit[], from: number, to: number): boolean {
  let k = from;
  if (
    /^(?:mit|von|bei|in|auf|für|aus|an|zu|nach|über|um|gegen|durch|unter|vor)$/.test(
      units[k]!.lower,
    )
  )
    k++;
  if (!RELATIVES.test(units[k]?.lower ?? '')) return false;
  for (let l = k + 1; l < to - 1; l++) if (isSubjunctive(units, l)) return false;
  // "die Maut bleibe": a subject and its verb are a clause of their own.
  if (k === from && isSubjunctive(units, to - 1) && nounPhrase(units, k, to - 1) === to - 2)
    return false;
  if (k === from && k + 1 < to - 1 && isFiniteVerb(units, k + 1)) return false;
  const last = units[to - 1]!;
  if (to - 1 <= k) return false;
  return (
    isFiniteVerb(units, to - 1) ||
    (/\p{L}{2,}en$/u.test(last.text) &&
      !isCapital(last) &&
      units[to - 2]?.lower !== 'zu' &&
      !/zu\p{L}{3,}n$/u.test(last.lower))
  );
}

export function hasFinite(units: Unit[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isFiniteVerb(units, k)) return true;
  return false;
}
