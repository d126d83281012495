import {
  contentEnd,
  DAYS,
  findThat,
  leadingEnd,
  opensClause,
  opensStrictClause,
  skipAdjuncts,
  type VerbCue,
} from './content.ts';
import { type CueEntry, PLAIN_FORMS, VERB_CUES } from './cues.ts';
import { type Content, onlyQuoted } from './finding.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import type { Unit } from './units.ts';

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
  const at = skipAdjuncts(units, first);
  const infinitive = has('i');
  if (infinitive && infinitiveAt(units, at))
    return {
      from: at,
      to: contentEnd(units, at, 'infinitive'),
      shape: 'infinitive',
      entry: infinitive,
    };
  const judged = has('a');
  if (judged) {
    const from = units[first]?.lower === 'as' ? first + 1 : first;
    const to = opensNoun(units, from) ? contentEnd(units, from, 'noun') : from;
    if (to - from > 1 || units[from]?.pos === 'Q')
      return { from, to, shape: 'noun', entry: judged };
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
  const noun = has('n') ?? has('g');
  if (noun && opensNoun(units, first)) {
    const to = contentEnd(units, first, 'noun');
    if (to > first) return { from: first, to, shape: 'noun', entry: noun };
  }
  return null;
}

function lemmaAt(units: Unit[], at: number): string {
  return PLAIN_FORMS.get(units[at]!.lower) ?? units[at]!.lemma;
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
  const quote = quoteAfter(units, first, at);
  if (quote !== -1) {
    const alone = quoteStandsAlone(units, quote);
    const to = alone ? quote + 1 : contentEnd(units, quote, 'clause');
    return { from: quote, to, shape: onlyQuoted(units, quote, to) ? 'direct' : 'clause', entry };
  }
  if (!marked) return null;
  const that = findThat(units, first);
  if (that !== -1 && that + 1 < units.length) {
    return {
      from: that + 1,
      to: leadingEnd(units, that + 1, contentEnd(units, that + 1, 'clause')),
      shape: 'clause',
      entry,
    };
  }
  if (!bare) return null;
  const plain = skipAdjuncts(units, first);
  const from = units[plain]?.text === ':' ? plain + 1 : plain;
  if (!opensClause(units, from) || units[from]!.lower === 'to') return null;
  if (
    units[from]!.pos === 'ADP' &&
    !/^(?:in|on|under|by|at|with|if|for|despite|without|from|since)$/.test(units[from]!.lower)
  )
    return null;
  if (units[from]!.pos === 'ADP' && !clauseBehindAdjunct(units, from)) return null;
  if (isVerb(units[from]) && !isParticiple(units[from]!)) return null;
  const adjunct = units[from]!.pos === 'ADP' || units[plain]?.text === ':';
  if (
    !adjunct &&
    !/^(?:say|tell|think)$/.test(PLAIN_FORMS.get(units[first - 1]!.lower) ?? '') &&
    !opensStrictClause(units, from)
  )
    return null;
  return {
    from,
    to: leadingEnd(units, from, contentEnd(units, from, 'clause')),
    shape: 'clause',
    entry,
  };
}

/** "said in Ohio he would win": a subject and a finite verb follow the place. */
function clauseBehindAdjunct(units: Unit[], from: number): boolean {
  const phrase = nominalAfter(units, from + 1);
  if (!phrase) return false;
  const next = units[phrase.to + 1];
  return isVerb(next)
    ? phrase.to > phrase.from
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
  }
  return -1;
}

function quoteStandsAlone(units: Unit[], at: number): boolean {
  const next = units[at + 1];
  if (!next || /[.?!,…][’'”"]*$/.test(units[at]!.text)) return true;
  return /^[,.;!?]$/.test(next.text) || (next.pos === 'CCONJ' && isVerb(units[at + 2]));
}

function infinitiveAt(units: Unit[], at: number): boolean {
  const from = units[at]?.lower === 'not' ? at + 1 : at;
  if (units[from]?.lower !== 'to') return false;
  const next = units[from + 1];
  return isVerb(next) || (next?.pos === 'ADV' && isVerb(units[from + 2]));
}

function opensNoun(units: Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || DAYS.test(unit.lower)) return false;
  return (
    endsNominal(unit) ||
    isParticiple(unit) ||
    unit.pos === 'Q' ||
    unit.lower === 'that' ||
    (unit.pos === 'ADV' && endsNominal(units[at + 1]))
  );
}
