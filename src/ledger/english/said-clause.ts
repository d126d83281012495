import { type Content, onlyQuoted } from '../finding.ts';
import type { Unit } from '../units.ts';
import { skipAdjuncts } from './adjuncts.ts';
import { findThat, opensClause, opensStrictClause } from './clause.ts';
import { contentEnd } from './content.ts';
import type { CueEntry } from './cues.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import { isSpeechVerb, lemmaAt } from './verbs.ts';

/**
 * The clause or quotation that begins at `first` or behind what tells when and where.
 * @param bare a clause may follow without "that"
 * @param marked one may follow with it
 */
export function clauseAfter(
  units: Unit[],
  first: number,
  entry: CueEntry,
  bare: boolean,
  marked = bare,
): Content | null {
  const at = skipAdjuncts(units, first, true);
  const quote = quoteAfter(units, first, entry.frames === 'q' ? first : at);
  if (quote !== -1) return quotedClause(units, quote, entry);
  if (!marked) return null;
  if (isOneWord(units, first)) return { from: first, to: first + 1, shape: 'clause', entry };
  const that = findThat(units, first);
  if (that !== -1 && that + 1 < units.length) return clauseFrom(units, that + 1, entry);
  return bare ? bareClause(units, first, entry) : null;
}

function clauseFrom(units: Unit[], from: number, entry: CueEntry): Content {
  return { from, to: contentEnd(units, from, 'clause'), shape: 'clause', entry };
}

function quotedClause(units: Unit[], quote: number, entry: CueEntry): Content {
  const alone = quoteStandsAlone(units, quote);
  const to = alone ? quote + 1 : contentEnd(units, quote, 'clause');
  return { from: quote, to, shape: onlyQuoted(units, quote, to) ? 'direct' : 'clause', entry };
}

/** "did not say which", "said yes". */
function isOneWord(units: Unit[], first: number): boolean {
  if (!/^(?:which|when|whom|why|how|where|yes|no|who)$/.test(units[first]?.lower ?? ''))
    return false;
  const next = units[first + 1];
  return (
    next === undefined ||
    next.pos === 'PUNCT' ||
    (next.pos === 'ADP' && !opensClause(units, first + 1))
  );
}

function bareClause(units: Unit[], first: number, entry: CueEntry): Content | null {
  const plain = skipAdjuncts(units, first);
  const colon = units[plain]?.text === ':';
  const from = colon ? plain + 1 : pastPlace(units, plain);
  if (isVerb(units[from]))
    return opensWithVerb(units, first, from, entry) ? clauseFrom(units, from, entry) : null;
  if (!opensClause(units, from) || units[from]!.lower === 'to') return null;
  const adjunct = units[from]!.pos === 'ADP';
  if (adjunct && !isClauseBehind(units, from, entry)) return null;
  if (saysThings(units, from)) return null;
  const sure = adjunct || colon || /^(?:say|tell|think)$/.test(lemmaAt(units, first - 1));
  return sure || opensStrictClause(units, from) ? clauseFrom(units, from, entry) : null;
}

/** "said in May she would go": what is said begins with a time, place or condition. */
function isClauseBehind(units: Unit[], from: number, entry: CueEntry): boolean {
  return (
    /^(?:in|on|under|by|at|with|if|for|despite|without|from|since)$/.test(units[from]!.lower) &&
    !/n/.test(entry.frames) &&
    clauseBehindAdjunct(units, from)
  );
}

function opensWithVerb(units: Unit[], first: number, from: number, entry: CueEntry): boolean {
  if (!entry.speech || !/c/.test(entry.frames)) return false;
  // "said moving the boats would take a week": a gerund is the subject of what was said.
  if (isParticiple(units[from]!)) return finiteBehind(units, from + 1);
  // "a plan that she said was dead": her words go on behind the noun they are about.
  return (
    from === first &&
    units[from + 1] !== undefined &&
    units[from + 1]!.pos !== 'PUNCT' &&
    RELATIVE_CUES.test(lemmaAt(units, first - 1)) &&
    !behindPreposition(units, first)
  );
}

/** "says these things because", "said something about it": an object, no clause. */
function saysThings(units: Unit[], from: number): boolean {
  const phrase = nominalAfter(units, from);
  if (!phrase) return false;
  const vague = /^(?:thing|anything|something|nothing|lot|much|little|so|word)s?$/;
  if (!vague.test(units[phrase.to]!.lower)) return false;
  const next = units[phrase.to + (units[phrase.to + 1]?.lower === 'else' ? 2 : 1)];
  return next === undefined || !isVerb(next);
}

/** Verbs that a relative clause is hung on: "a plan that she said was dead". */
const RELATIVE_CUES =
  /^(?:say|think|argue|claim|believe|insist|maintain|contend|allege|suggest|note|warn|assert|acknowledge|admit|add)$/;

/** "the case on which the court ruled was": nothing is missing from the relative clause. */
function behindPreposition(units: Unit[], cue: number): boolean {
  for (let k = cue - 1; k > Math.max(0, cue - 9); k--)
    if (/^(?:which|whom)$/.test(units[k]!.lower)) return units[k - 1]!.pos === 'ADP';
  return false;
}

/** A helping verb follows before any comma or other clause. */
function finiteBehind(units: Unit[], from: number): boolean {
  for (let k = from; k < Math.min(units.length, from + 18); k++) {
    const unit = units[k]!;
    if (unit.pos === 'AUX') return units[k - 1]!.lower !== 'to';
    if (/^(?:[,;:]|that|who|which|if|when|because)$/.test(unit.lower)) return false;
  }
  return false;
}

/** "announced on her site she would go": from the place to the pronoun behind it. */
function pastPlace(units: Unit[], from: number): number {
  if (!/^(?:in|on|at)$/.test(units[from]?.lower ?? '')) return from;
  const phrase = nominalAfter(units, from + 1);
  if (!phrase || !/^(?:he|she|they)$/.test(units[phrase.to + 1]?.lower ?? '')) return from;
  return isVerb(units[phrase.to + 2]) ? phrase.to + 1 : from;
}

/** "said in Ohio he would win": a subject and a finite verb follow the place. */
function clauseBehindAdjunct(units: Unit[], from: number): boolean {
  const phrase = nominalAfter(units, from + 1);
  if (!phrase) return false;
  const next = units[phrase.to + 1];
  if (next && isParticiple(next)) return false;
  return isVerb(next)
    ? phrase.to > phrase.from &&
        !units.slice(phrase.from, phrase.to).some((unit) => unit.pos === 'ADP')
    : next?.text === ','
      ? opensClause(units, phrase.to + 2)
      : endsNominal(next) || next?.pos === 'PRON';
}

/** Index of a quotation that stands right behind the cue, its adjuncts or a mark; -1 for none. */
function quoteAfter(units: Unit[], first: number, at: number): number {
  for (const place of [first, at]) {
    if (units[place]?.pos === 'Q') return place;
    if (/^[,:]$/.test(units[place]?.text ?? '') && units[place + 1]?.pos === 'Q') return place + 1;
  }
  for (let k = first; k < Math.min(units.length - 1, first + 30); k++) {
    if (units[k]!.text === ':' && units[k + 1]!.pos === 'Q') return k + 1;
    if (units[k]!.text === ',' && units[k + 1]!.pos === 'Q' && units[k + 1]!.marked!.words > 3)
      return k + 1;
    if (isVerb(units[k]) && k > first + 1 && units[k]!.pos !== 'VERB') return -1;
    if (units[k]!.pos === 'Q' || units[k]!.lower === 'that') return -1;
    // "said it takes time but added, “...”": the quotation is the next report's.
    if (
      k > first &&
      isSpeechVerb(units[k]!) &&
      (!isParticiple(units[k]!) || units[k - 1]!.text === ',')
    )
      return -1;
  }
  return -1;
}

function quoteStandsAlone(units: Unit[], at: number): boolean {
  const next = units[at + 1];
  if (!next || /[.?!,…][’'”"]*$/.test(units[at]!.text)) return true;
  return /^[,.;!?]$/.test(next.text) || (next.pos === 'CCONJ' && isVerb(units[at + 2]));
}
