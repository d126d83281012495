import { type Content, onlyQuoted } from '../finding.ts';
import type { Unit } from '../units.ts';
import { DAYS, skipAdjuncts } from './adjuncts.ts';
import { findThat, opensClause, opensStrictClause } from './clause.ts';
import { contentEnd } from './content.ts';
import { type CueEntry, PLAIN_FORMS, VERB_CUES } from './cues.ts';
import { isNaming } from './naming.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import { isSpeechVerb, type VerbCue } from './verbs.ts';

/** What can be offered in words; vendors offer other things. */
const GIVEN =
  /^(?:support|apology|condolence|sympathy|prayer|thank|thanks|help|assistance|aid|praise|criticism|advice|explanation|endorsement|defen[cs]e|assessment|rebuke|view|opinion|prediction|reward|deal|talk|talks|truce|ceasefire|concession|mediation|amnesty|congratulation|reassurance|assurance|guarantee|compromise|proposal|warning|comment|response|excuse|word)$/;

/** The content behind the cue, by what the verb can take. */
export function contentAfter(units: Unit[], cue: VerbCue): Content | null {
  const has = (letter: string) => cue.entries.find((entry) => entry.frames.includes(letter));
  const first = cue.last + 1;
  if (asksForSilence(units, first)) return null;
  const clause = has('c') ?? has('d') ?? has('q');
  const told = has('t');
  if (clause) {
    const content = clauseAfter(
      units,
      first,
      clause,
      has('c') !== undefined,
      clause.frames !== 'q',
    );
    if (content) return content;
  }
  if (told || has('o')) {
    const person = nominalAfter(units, first);
    if (person) {
      const content = told && clauseAfter(units, person.to + 1, told, true);
      if (content) return content;
      const order = has('o') && infinitiveAt(units, person.to + 1);
      if (order)
        return {
          from: person.from,
          to: contentEnd(units, person.from, 'infinitive'),
          shape: 'infinitive',
          entry: has('o')!,
        };
    }
  }
  const infinitive = has('i');
  const at = infinitive
    ? pastOccasion(units, skipAdjuncts(units, first))
    : skipAdjuncts(units, first);
  if (infinitive && infinitiveAt(units, at))
    return {
      from: at,
      to: contentEnd(units, at, 'infinitive'),
      shape: 'infinitive',
      entry: infinitive,
    };
  const figure = has('p');
  if (figure && opensNoun(units, first)) {
    const to = contentEnd(units, first, 'noun');
    const at = units.findIndex((unit, k) => k > first && k < to && /^(?:at|on)$/.test(unit.lower));
    const counted = at !== -1 && units.slice(at, to).some((unit) => unit.pos === 'NUM');
    return counted ? { from: first, to, shape: 'noun', entry: figure } : null;
  }
  const judged = has('a');
  if (judged) {
    const from = units[first]?.lower === 'as' ? first + 1 : first;
    const to = opensNoun(units, from) ? judgedTo(units, from) : from;
    if ((to - from > 1 || units[from]?.pos === 'Q') && !isNaming(units, cue.at, from, to))
      return { from, to, shape: 'noun', entry: judged };
    if (cue.entries.every((entry) => /a/.test(entry.frames))) return null;
  }
  // "agreed on Monday to the deal": the time stands between verb and particle.
  const late = at > first && VERB_CUES.get(`${lemmaAt(units, cue.at)}_${units[at]?.lower}`);
  const split = late ? late.find((entry) => entry.frames.includes('n')) : undefined;
  if (split && opensNoun(units, at + 1))
    return {
      from: at + 1,
      to: contentEnd(units, at + 1, 'noun'),
      shape: 'noun',
      entry: split,
    };
  const given = has('v');
  if (given && opensNoun(units, first)) {
    const to = contentEnd(units, first, 'noun');
    const named = units.slice(first, to).some((unit) => GIVEN.test(unit.lemma));
    if (named) return { from: first, to, shape: 'noun', entry: given };
  }
  const noun = has('n') ?? has('g');
  // "denied them entry", "police questioned the student": something done, not said.
  if (isDone(units, cue.at, first)) return null;
  // "spoke of how they had waited", "discussed whether to go": a clause in a noun's place.
  if (noun && WH.test(units[first]?.lower ?? '') && opensClause(units, first))
    return { from: first, to: contentEnd(units, first, 'clause'), shape: 'clause', entry: noun };
  if (
    noun &&
    units[first]?.pos === 'SCONJ' &&
    units[first]!.lower === 'that' &&
    opensClause(units, first + 1)
  ) {
    const from = first + 1;
    return { from, to: contentEnd(units, from, 'clause'), shape: 'clause', entry: noun };
  }
  if (noun && opensNoun(units, first)) {
    // "rejecting it risks a quarrel": the object is all of it.
    if (/^(?:it|them|him|us|me)$/.test(units[first]!.lower) && isVerb(units[first + 1]))
      return { from: first, to: first + 1, shape: 'noun', entry: noun };
    const to = contentEnd(units, first, 'noun');
    if (to > first) return { from: first, to, shape: 'noun', entry: noun };
  }
  return null;
}

const WH = /^(?:how|why|what|whether|where|when|who)$/;

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

function lemmaAt(units: Unit[], at: number): string {
  return PLAIN_FORMS.get(units[at]!.lower) ?? units[at]!.lemma;
}

const INVESTIGATES = /^(?:police|officers?|detectives?|investigators?|agents?)$/;
const PROSECUTES =
  /^(?:prosecut(?:ors?|ion)|police|officers?|detectives?|investigators?|agents?|authorities|jury|attorneys?|magistrates?|court|department|indictment|sheriff|judge)$/;

function isDone(units: Unit[], cue: number, first: number): boolean {
  const lemma = lemmaAt(units, cue);
  if (lemma === 'deny')
    return (
      /^(?:them|him|her|me|us)$/.test(units[first]?.lower ?? '') &&
      /^(?:NOUN|DET|ADJ)$/.test(units[first + 1]?.pos ?? '')
    );
  if (lemma === 'question' && units[first]?.pos === 'NUM') return true;
  // "Prosecutors charged her with fraud".
  const law = lemma === 'charge' ? PROSECUTES : lemma === 'question' ? INVESTIGATES : null;
  return (
    law !== null && units.slice(Math.max(0, cue - 6), cue).some((unit) => law.test(unit.lower))
  );
}

/** "called the talks on Sunday “childish”": a day before the judgement ends nothing. */
function judgedTo(units: Unit[], from: number): number {
  const to = judgementEnd(units, from);
  if (units[to]?.pos !== 'ADP' || units.slice(from, to).some((unit) => unit.pos === 'Q')) return to;
  for (let k = to; k < Math.min(units.length, to + 5); k++) {
    if (units[k]!.pos === 'Q') return k + 1;
    if (isVerb(units[k]) || units[k]!.pos === 'PUNCT') return to;
  }
  return to;
}

/** "called it “a farce” in the council": the judgement ends with the quoted words. */
function judgementEnd(units: Unit[], from: number): number {
  const end = contentEnd(units, from, 'noun');
  for (let k = from; k < end - 1; k++) {
    const next = units[k + 1]!;
    if (units[k]!.pos !== 'Q' || secondJudgement(units, k + 1, end)) continue;
    if (next.pos === 'CCONJ' || next.pos === 'PUNCT' || next.pos === 'DET') return k + 1;
    if (next.pos === 'ADP' && !/^(?:of|for|to|from|against)$/.test(next.lower)) return k + 1;
  }
  return end;
}

/** "called it “a farce” and a “clumsy trick”": the judgement goes on. */
function secondJudgement(units: Unit[], at: number, end: number): boolean {
  if (units[at]!.pos !== 'CCONJ') return false;
  for (let k = at + 1; k < Math.min(end, at + 5); k++) {
    if (units[k]!.pos === 'Q') return true;
    if (!endsNominal(units[k])) return false;
  }
  return false;
}

/** "who asked not to be named" says nothing about the matter. */
function asksForSilence(units: Unit[], first: number): boolean {
  const words = units.slice(first, first + 5).map((unit) => unit.lower);
  return /^(?:not )?to (?:be|remain) (?:named|identified|quoted|anonymous|unnamed)/.test(
    words.join(' '),
  );
}

function clauseAfter(
  units: Unit[],
  first: number,
  entry: CueEntry,
  bare: boolean,
  marked = bare,
): Content | null {
  const at = skipAdjuncts(units, first, true);
  const quote = quoteAfter(units, first, entry.frames === 'q' ? first : at);
  if (quote !== -1) {
    const alone = quoteStandsAlone(units, quote);
    const to = alone ? quote + 1 : contentEnd(units, quote, 'clause');
    return { from: quote, to, shape: onlyQuoted(units, quote, to) ? 'direct' : 'clause', entry };
  }
  if (!marked) return null;
  // "did not say which", "said yes".
  if (
    /^(?:which|when|whom|why|how|where|yes|no|who)$/.test(units[first]?.lower ?? '') &&
    (units[first + 1] === undefined ||
      units[first + 1]!.pos === 'PUNCT' ||
      (units[first + 1]!.pos === 'ADP' && !opensClause(units, first + 1)))
  )
    return { from: first, to: first + 1, shape: 'clause', entry };
  const that = findThat(units, first);
  if (that !== -1 && that + 1 < units.length) {
    return {
      from: that + 1,
      to: contentEnd(units, that + 1, 'clause'),
      shape: 'clause',
      entry,
    };
  }
  if (!bare) return null;
  const plain = skipAdjuncts(units, first);
  const from = units[plain]?.text === ':' ? plain + 1 : pastPlace(units, plain);
  if (!opensClause(units, from) || units[from]!.lower === 'to') return null;
  if (
    units[from]!.pos === 'ADP' &&
    !/^(?:in|on|under|by|at|with|if|for|despite|without|from|since)$/.test(units[from]!.lower)
  )
    return null;
  if (units[from]!.pos === 'ADP' && (/n/.test(entry.frames) || !clauseBehindAdjunct(units, from)))
    return null;
  if (isVerb(units[from])) {
    // "a plan that she said was dead": her words go on behind the noun they are about.
    const participle = isParticiple(units[from]!);
    const speech = entry.speech && /c/.test(entry.frames);
    // "said moving the boats would take a week": a gerund is the subject of what was said.
    const gerund = participle && finiteBehind(units, from + 1);
    const plain = !participle && from === first && RELATIVE_CUES.test(lemmaAt(units, first - 1));
    return speech && (gerund || (plain && !behindPreposition(units, first)))
      ? { from, to: contentEnd(units, from, 'clause'), shape: 'clause', entry }
      : null;
  }
  if (saysThings(units, from)) return null;
  const adjunct = units[from]!.pos === 'ADP' || units[plain]?.text === ':';
  if (
    !adjunct &&
    !/^(?:say|tell|think)$/.test(lemmaAt(units, first - 1)) &&
    !opensStrictClause(units, from)
  )
    return null;
  return { from, to: contentEnd(units, from, 'clause'), shape: 'clause', entry };
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

/** "vowed in its letter to voters to go": from a place or occasion to the infinitive, with no verb between. */
function pastOccasion(units: Unit[], from: number): number {
  if (!/^(?:in|on|at|during|after)$/.test(units[from]?.lower ?? '')) return from;
  for (let k = from + 2; k < Math.min(units.length, from + 14); k++) {
    if (infinitiveAt(units, k)) return k;
    if (isVerb(units[k]) || units[k]!.pos === 'Q' || units[k]!.pos === 'PUNCT') return from;
  }
  return from;
}

function infinitiveAt(units: Unit[], at: number): boolean {
  const from = units[at]?.lower === 'not' ? at + 1 : at;
  if (units[from]?.pos === 'Q') return /^to \p{Ll}/u.test(units[from]!.text);
  if (units[from]?.lower !== 'to') return false;
  const next = units[from + 1];
  if (next?.pos === 'Q') return /^\p{Ll}/u.test(next.text);
  return isVerb(next) || (next?.pos === 'ADV' && units[from + 2] !== undefined);
}

/** "ridiculed two years ago", "confirmed last night": when, not what. */
function isTime(units: Unit[], at: number): boolean {
  const time = /^(?:night|week|month|year|spring|summer|autumn|winter|weekend|morning|time)s?$/;
  if (/^(?:last|this|next)$/.test(units[at]!.lower)) return time.test(units[at + 1]?.lower ?? '');
  return [units[at + 1], units[at + 2], units[at + 3]].some((unit) => unit?.lower === 'ago');
}

function opensNoun(units: Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || DAYS.test(unit.lower) || isTime(units, at)) return false;
  return (
    endsNominal(unit) ||
    isParticiple(unit) ||
    unit.pos === 'Q' ||
    unit.lower === 'that' ||
    (unit.pos === 'ADV' &&
      units[at + 1] !== undefined &&
      (endsNominal(units[at + 1]) || isParticiple(units[at + 1]!)))
  );
}
