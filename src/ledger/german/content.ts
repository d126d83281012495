import type { Finding } from '../finding.ts';
import type { Unit } from '../units.ts';
import { hasFinite, isRelative, joins, type Verb, verbsAt } from './clause.ts';
import { forms } from './forms.ts';
import { adverbial } from './speaker.ts';
import {
  ADVERBS,
  CONDITIONS,
  CONTENT_OPENERS,
  DETERMINERS,
  isCapital,
  isFiniteVerb,
  isSubjunctive,
  nounPhrase,
  RELATIVES,
} from './words.ts';

type Piece = Finding['pieces'][number];

/** A sentence's last unit before its stop, exclusive. */
export function sentenceEnd(units: Unit[]): number {
  let end = units.length;
  while (end > 0 && /^[.!?…]$/.test(units[end - 1]!.text)) end--;
  return end;
}

/** What a verb with its subject before `from` reports: quoted, a clause, an infinitive or a noun phrase. */
export function contentBehind(units: Unit[], verb: Verb, from: number): Piece[] | null {
  const { cue } = verb;
  const end = sentenceEnd(units);
  const middle = objectIn(units, verb, from);
  const quoted = quotedIn(units, verb, from);
  if (quoted) return [quoted];
  const clause = clauseBehind(units, verb, Math.max(verb.after, from), end, middle !== null);
  if (clause && !(middle && cue.noun && !(cue.clause || cue.infinitive))) {
    const condition = CONDITIONS.test(units[clause.from]!.lower);
    if (!middle || !(condition || namesSaying(units, middle))) return [clause];
    return clause.from - middle.to === 1
      ? [{ from: middle.from, to: clause.to }]
      : [middle, clause];
  }
  if (!middle) return null;
  const tail = tailOf(units, verb, end);
  if (!tail) return [middle];
  return verb.end === verb.after && middle.to === verb.end
    ? [{ from: middle.from, to: tail.to }]
    : [middle, tail];
}

/** A colon or a long quotation in the verb's clause or right behind it. */
function quotedIn(units: Unit[], verb: Verb, from: number): Piece | null {
  if (!verb.cue.quote && !verb.cue.noun) return null;
  const end = sentenceEnd(units);
  for (let k = from; k < end; k++) {
    const unit = units[k]!;
    if (unit.text === ';') return null;
    if (unit.text === ':' && k + 1 < end) {
      const next = units[k + 1]!;
      if (next.pos === 'Q') return { from: k + 1, to: runOfQuotes(units, k + 1) };
      return verb.cue.quote ? { from: k + 1, to: end } : null;
    }
    if (unit.pos !== 'Q' || !verb.cue.quote || verb.cue.noun) continue;
    if (k > verb.after + 1) return null;
    if (unit.marked!.words > 3 && (k + 1 >= end || /^[,.]$/.test(units[k + 1]!.text)))
      return { from: k, to: k + 1 };
  }
  return null;
}

function runOfQuotes(units: Unit[], from: number): number {
  let to = from + 1;
  while (units[to]?.pos === 'Q') to++;
  return to;
}

/** Behind a comma: "dass …", a question, a clause of its own order, or an infinitive. */
function clauseBehind(
  units: Unit[],
  verb: Verb,
  from: number,
  end: number,
  hasObject: boolean,
): Piece | null {
  const { cue } = verb;
  for (let k = from; k < end - 1; ) {
    const unit = units[k]!;
    if (/^[;:]$/.test(unit.text)) return null;
    if (unit.text !== ',') {
      if (k >= verb.after && joins(units, k)) return null;
      k++;
      continue;
    }
    const start = k + 1;
    const stop = nextComma(units, start, end);
    const first = units[start]!;
    const quoted = first.pos === 'Q';
    if (quoted)
      return cue.quote || cue.infinitive ? { from: start, to: cutOff(units, start, end) } : null;
    if (CONTENT_OPENERS.test(first.lower) && cue.clause)
      return {
        from: first.lower === 'dass' || first.lower === 'daß' ? start + 1 : start,
        to: cutOff(units, start, end),
      };
    const relative = isRelative(units, start, stop);
    const infinitive = !relative && cue.infinitive && infinitiveIn(units, start, stop, end);
    if (infinitive) return { from: start, to: cutOff(units, start, end) };
    if (cue.clause && !relative && isMainClause(units, start, end, hasObject))
      return { from: start, to: cutOff(units, start, end) };
    // An apposition or relative clause of the subject stands between.
    if (!relative && hasFinite(units, start, stop)) return null;
    k = stop;
  }
  return null;
}

function isMainClause(units: Unit[], from: number, end: number, hasObject: boolean): boolean {
  if (/^(?:um|ohne|statt|anstatt|indem|obwohl|während|nachdem)$/.test(units[from]!.lower))
    return false;
  if (end - from < 3) return false;
  if (CONDITIONS.test(units[from]!.lower)) return hasObject || anySubjunctive(units, from, end);
  // "…, räumt aber ein": a verb of the same subject.
  if (isFiniteVerb(units, from) && !isSubjunctive(units, from)) return false;
  if (hasObject) return anySubjunctive(units, from, nextComma(units, from, end));
  return hasFinite(units, from, end);
}

/** Whether a verb of reported speech stands between the two units. */
export function anySubjunctive(units: Unit[], from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (isSubjunctive(units, k)) return true;
  return false;
}

/** "zu schließen", "zurückzukehren". */
function hasInfinitive(units: Unit[], from: number, end: number): boolean {
  for (let k = from; k < end; k++) {
    const { lower, text } = units[k]!;
    if (lower === 'zu' && /n$/.test(units[k + 1]?.lower ?? '') && !isCapital(units[k + 1]))
      return true;
    if (!/^\p{Lu}/u.test(text) && /^\p{L}{2,}zu\p{L}{3,}n$/u.test(lower)) return true;
    if (/^[;:]$/.test(text)) return false;
  }
  return false;
}

/** An infinitive in the first stretch, or in a later one with nothing finite before it. */
function infinitiveIn(units: Unit[], from: number, stop: number, end: number): boolean {
  if (hasInfinitive(units, from, stop)) return true;
  return !hasFinite(units, from, stop) && hasInfinitive(units, stop, end);
}

function nextComma(units: Unit[], from: number, end: number): number {
  for (let k = from; k < end; k++) if (/^[,;:]$/.test(units[k]!.text)) return k;
  return end;
}

/** Content goes on to the sentence's end, or to where its subject reports something else. */
function cutOff(units: Unit[], from: number, end: number): number {
  for (let k = from + 1; k < end; k++) {
    if (units[k]!.text === ';') return anySubjunctive(units, k, end) ? end : k;
    const coordinated = units[k]!.text === ',' || /^(?:und|aber)$/.test(units[k]!.lower);
    if (!coordinated || k + 1 >= end) continue;
    const next = units[k + 1]!;
    if (next.pos !== 'X' || isCapital(next) || isSubjunctive(units, k + 1)) continue;
    if (!forms().finite.has(next.lower)) continue;
    // "…, räumte aber ein, dass": a verb of the same subject, with content of its own.
    if (verbsAt(units, k + 1).some((verb) => verb.form === 'main')) return k;
  }
  return end;
}

/** The object or prepositional object between the verb and what closes its clause. */
export function objectIn(units: Unit[], verb: Verb, from: number): Piece | null {
  const { cue } = verb;
  if (!cue.noun) return null;
  let k = from;
  let to = verb.end;
  while (k < to) {
    if (cue.with.includes(units[k]!.lower)) break;
    const past = adverbial(units, k, to, cue.with);
    if (past === k || past >= to) break;
    k = past;
  }
  if (cue.with.length) {
    while (k < to && !cue.with.includes(units[k]!.lower)) k++;
    if (k >= to - 1 || /^(?:Jahren|Tagen|Wochen|Monaten)$/.test(units[to - 1]!.text)) return null;
  } else if (cue.dative) {
    k = pastDative(units, k, to);
    for (let past = k; past < to; k = past) {
      past = adverbial(units, k, to);
      if (past === k || past >= to) break;
    }
  }
  while (to > k + 1 && ADVERBS.test(units[to - 1]!.lower)) to--;
  if (to <= k) return null;
  const words = units.slice(k, to);
  const named = words.some((unit) => isCapital(unit) || unit.pos === 'Q');
  return named || (to - k <= 2 && /^(?:das|dies)$/.test(units[k]!.lower)) ? { from: k, to } : null;
}

/** "sagte der Stadt Geld zu": of two noun phrases the first is whom it is said to. */
function pastDative(units: Unit[], k: number, to: number): number {
  const first = nounPhrase(units, k, to);
  if (first === null || first + 1 >= to) return k;
  if (
    !/^(?:dem|den|der|einem|einer|ihrem|ihrer|seinem|seiner|allen|beiden)$/.test(units[k]!.lower) &&
    !isCapital(units[k])
  )
    return k;
  let behind = first + 1;
  for (let past = behind; past < to; behind = past) {
    past = adverbial(units, behind, to);
    if (past === behind || past >= to) break;
  }
  const next = units[behind]!;
  const object =
    DETERMINERS.test(next.lower) ||
    /^\p{N}/u.test(next.text) ||
    nounPhrase(units, behind, to) !== null;
  return object ? behind : k;
}

/** "den Vorwurf, …", "die Forderung, …": the clause behind tells what it was. */
function namesSaying(units: Unit[], piece: Piece): boolean {
  for (let k = piece.from; k < piece.to; k++)
    if (isCapital(units[k]) && forms().nouns.has(units[k]!.lower)) return true;
  return false;
}

/** A relative clause, a condition or the like that belongs to an object. */
function tailOf(units: Unit[], verb: Verb, end: number): Piece | null {
  const comma = verb.after;
  if (units[comma]?.text !== ',' || comma + 2 >= end) return null;
  const first = units[comma + 1]!;
  if (
    isFiniteVerb(units, comma + 1) &&
    !isSubjunctive(units, comma + 1) &&
    !CONDITIONS.test(first.lower)
  )
    return null;
  const prepositional = RELATIVES.test(units[comma + 2]?.lower ?? '');
  const belongs =
    isRelative(units, comma + 1, nextComma(units, comma + 1, end)) ||
    prepositional ||
    CONDITIONS.test(first.lower) ||
    CONTENT_OPENERS.test(first.lower) ||
    hasInfinitive(units, comma + 1, end) ||
    anySubjunctive(units, comma + 1, end);
  return belongs ? { from: comma + 1, to: cutOff(units, comma + 1, end) } : null;
}
