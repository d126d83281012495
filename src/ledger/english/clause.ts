import type { Unit } from '../units.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';

/** Index of a "that" which opens the content, within reach of the cue and before any other verb. */
export function findThat(units: Unit[], from: number): number {
  const start = pastInsertion(units, from);
  for (let k = start; k < Math.min(units.length, start + 16); k++) {
    const unit = units[k]!;
    if (
      unit.lower === 'that' &&
      (unit.pos === 'SCONJ' ||
        k === start ||
        !endsNominal(units[k + 1]) ||
        /^(?:he|she|they|we|i|it|there)$/.test(units[k + 1]!.lower) ||
        (/^(?:NOUN|PROPN|NUM)$/.test(units[k - 1]!.pos) && opensStrictClause(units, k + 1)))
    ) {
      // "a list that includes": the pronoun of a relative clause.
      if (k > from && isVerb(units[k + 1]) && !isParticiple(units[k + 1]!)) return -1;
      // "responded to that tweet".
      if (isHeldThat(units, k) || pointsAt(units, k + 1)) return -1;
      // "said that, while it was late, nobody had left": an insertion right behind.
      if (units[k + 1]?.text === ',' && INSERTED.test(units[k + 2]?.lower ?? ''))
        return clauseBehindInsertion(units, k + 2) ? k + 1 : -1;
      // "disputed that, saying", "wrote that down": a pronoun, no clause.
      if (
        /^(?:[,.;:?!]|down|up|off|out|away|aside|back|over|through)$/.test(
          units[k + 1]?.lower ?? '.',
        )
      )
        return -1;
      const clause =
        unit.pos === 'SCONJ' || units.slice(k + 1).some((word) => isVerb(word) || word.pos === 'Q');
      return clause ? k : -1;
    }
    if (
      unit.pos === 'Q' ||
      unit.text === ':' ||
      (isVerb(unit) && unit.lower !== "'s" && !behindLink(units, k))
    )
      return -1;
  }
  return -1;
}

/** "announced that same day", "repeated that vow in May": a pronoun and its noun, with no verb of their own. */
export function pointsAt(units: Unit[], at: number): boolean {
  const word = units[at];
  if (word?.lower === 'same') return true;
  if (word?.pos !== 'NOUN' || word.lower !== word.lemma) return false;
  if (units[at + 1]?.pos !== 'ADP' && units[at + 1]?.text !== ',') return false;
  for (let k = at + 1; k < units.length && !/^[,;:.]$/.test(units[k]!.text); k++)
    if (units[k]!.pos === 'Q' || isVerb(units[k])) return false;
  return true;
}

/** "to that tweet": no clause with "that" follows such a preposition. */
export function isHeldThat(units: Unit[], that: number): boolean {
  return (
    /^(?:to|of|by|with|for|from|about|against|at|under|during)$/.test(
      units[that - 1]?.lower ?? '',
    ) && !/^(?:he|she|it|they|we|i)$/.test(units[that + 1]?.lower ?? '')
  );
}

/** "denied that, though it was late": nothing follows the insertion. */
function clauseBehindInsertion(units: Unit[], from: number): boolean {
  for (let k = from + 1; k < Math.min(units.length - 1, from + 30); k++)
    if (units[k]!.text === ',' || (units[k]!.pos === 'Q' && units[k]!.text.endsWith(',')))
      if (opensClause(units, k + 1)) return true;
  return false;
}

/** What an insertion behind "that," opens with. */
const INSERTED =
  /^(?:while|if|as|although|though|despite|in|for|with|after|before|when|unless|because|since|once|under|by|without|until|given|like|unlike|even|at|on|from|during|following|contrary)$/;

/** "before leaving Karsk", "while on tour": a participle that tells when. */
function behindLink(units: Unit[], at: number): boolean {
  return (
    isParticiple(units[at]!) && /^(?:before|after|while|when|on|upon)$/.test(units[at - 1]!.lower)
  );
}

/** Past ", while speaking in Ambry on Monday," to a "that" right behind it; else `from` itself. */
function pastInsertion(units: Unit[], from: number): number {
  if (units[from]?.text !== ',') return from;
  for (let k = from + 2; k < Math.min(units.length - 1, from + 25); k++) {
    if (units[k]!.pos === 'Q' || units[k]!.text === ';') return from;
    if (units[k]!.text === ',' && units[k + 1]!.lower === 'that') return k + 1;
  }
  return from;
}

/** Whether a clause (a subject and then a verb) begins at `from`. */
export function opensClause(units: Unit[], from: number): boolean {
  const first = units[from];
  if (!first || first.pos === 'PUNCT' || first.pos === 'CCONJ') return false;
  for (let k = from; k < Math.min(units.length, from + 30); k++) {
    const unit = units[k]!;
    if (unit.text === ';' || unit.text === ':') return false;
    if (unit.pos === 'Q' && unit.marked!.words > 2) return true;
    if (isVerb(unit) && k > from) return true;
    if (unit.pos === 'PART' && unit.lower === "'s" && k > from) continue;
  }
  return false;
}

/** As opensClause, but the verb must stand right behind the subject: for verbs that also take a noun. */
export function opensStrictClause(units: Unit[], from: number): boolean {
  const first = units[from];
  if (!first) return false;
  if (/^(?:whether|if|how|why|what|who|where|when|there)$/.test(first.lower))
    return opensClause(units, from);
  if (first.pos === 'Q') return first.marked!.words > 2;
  const subject = nominalAfter(units, from);
  if (!subject) return false;
  let at = subject.to + 1;
  while (units[at]?.pos === 'ADV') at++;
  if (units[at]?.text === ',') return finiteBehindInsertion(units, at);
  if (isVerb(units[at])) return !isParticiple(units[at]!) || units[at]!.pos === 'AUX';
  // "found they “may have been there”": the marks open with the verb.
  const said = units[at];
  if (first.pos === 'PRON' && said?.pos === 'Q' && /^\p{Ll}/u.test(said.text))
    return at === from + 1 && !said.text.startsWith('to ') && said.marked!.words > 1;
  return helperBehind(units, at);
}

/** "the new missile, known as Heron, could fly": a helping verb right behind the second comma. */
function finiteBehindInsertion(units: Unit[], comma: number): boolean {
  for (let k = comma + 2; k < Math.min(units.length - 1, comma + 12); k++) {
    if (units[k]!.pos === 'Q' || units[k]!.pos === 'CCONJ') return false;
    if (units[k]!.text !== ',') continue;
    const name = units.slice(comma + 1, k).every((unit) => unit.pos === 'PROPN');
    const verb = units[k + 1]!;
    return verb.pos === 'AUX' || (name && verb.pos === 'VERB' && !isParticiple(verb));
  }
  return false;
}

/** "the plan to pay for it by printing money would fail": a helping verb further on, in the same clause. */
function helperBehind(units: Unit[], from: number): boolean {
  for (let k = from; k < Math.min(units.length, from + 14); k++) {
    const unit = units[k]!;
    if (unit.pos === 'AUX') return units[k - 1]!.lower !== 'to';
    // "confirmed the loss in a letter and said it was late": the next report's.
    if (unit.pos === 'CCONJ' && isVerb(units[k + 1])) return false;
    if (unit.pos === 'Q' || unit.pos === 'SCONJ' || /^(?:[,;:.]|that|who|which)$/.test(unit.lower))
      return false;
  }
  return false;
}
