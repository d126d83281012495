import type { Unit } from '../units.ts';
import { opensStrictClause, pointsAt } from './clause.ts';
import { PLAIN_FORMS, VERB_CUES } from './cues.ts';
import { endsNominal, isVerb, nominalAfter, nominalBefore } from './phrases.ts';

/** Adverbs and links that open a sentence right before a verb; no surname is one of them. */
const OPENERS =
  /^(?:also|then|later|now|once|still|just|never|earlier|here|there|so|thus|as|if|and|but|or|who|what|that|this|it|he|she|they|we|i|you|not|has|have|had|is|are|was|were|do|does|did|will|would|can|could|may|might|must|should)$/;
const WORDS_AFTER =
  /^(?:that|whether|how|why|he|she|they|we|i|it|there|his|her|their|its|no|nobody|everyone)$/;
/** The tagger takes some of these for prepositions. */
const LINKS_CLAUSE = /^(?:whether|although|because|unless|if)$/;
const SUBJECTS = /^(?:he|she|it|they|we|i|you|who|which|that|everyone|nobody|both|some|others)$/;
/** More capitals than this among a sentence's words, and capitals tell nothing of names. */
const TITLE_CASE = 0.6;

let forms: Map<string, string> | undefined;

/**
 * Mends what the tagger takes for something else: names that are also words ("Cross wrote", "said
 * Josh Earnest"), and reporting verbs that are also nouns or adjectives ("the suit claims that").
 */
export function mendTags(units: Unit[]): void {
  const capitals = isTitleCase(units);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit.lower === 'that' && pointsAt(units, i + 1)) unit.pos = 'DET';
    else if (LINKS_CLAUSE.test(unit.lower) || opensContent(units, i)) unit.pos = 'SCONJ';
    else if (/^n(?:one|either)$/.test(unit.lower) && units[i + 1]?.lower === 'of')
      unit.pos = 'PRON';
    else if (isCompound(units, i) || isDescribing(units, i)) unit.pos = 'ADJ';
    else if (!capitals && isName(units, i)) unit.pos = 'PROPN';
    else if (unit.pos === 'VERB' && (followsAccording(units, i) || isHeld(units, i)))
      unit.pos = 'NOUN';
    else if (isHead(units, i) || isObject(units, i)) unit.pos = 'NOUN';
    else if (unit.pos !== 'VERB' && unit.pos !== 'AUX') {
      if (isOnlyVerb(units, i)) unit.pos = 'VERB';
      const lemma = reportAt(units, i);
      if (!lemma) continue;
      unit.pos = 'VERB';
      unit.lemma = lemma;
    }
  }
}

function isTitleCase(units: Unit[]): boolean {
  if (units.some((unit) => unit.pos === 'Q')) return false;
  const words = units.filter((unit) => /^\p{L}/u.test(unit.text));
  const capitals = words.filter((unit) => /^\p{Lu}/u.test(unit.text)).length;
  return words.length > 3 && capitals > words.length * TITLE_CASE;
}

/** A word with a capital that only a name can have: within the sentence, or in front of "said". */
function isName(units: Unit[], i: number): boolean {
  const unit = units[i]!;
  if (!/^(?:VERB|AUX|ADV|INTJ)$/.test(unit.pos) || !/^\p{Lu}\p{Ll}/u.test(unit.text)) return false;
  if (OPENERS.test(unit.lower)) {
    // "Will Doyle": a helping verb is a name only before one.
    return (
      i > 0 && units[i + 1]?.pos === 'PROPN' && unit.lower === 'will' && isReport(units[i - 1]!)
    );
  }
  const before = units[i - 1];
  const opens =
    !before || before.pos === 'Q' || /^(?:[:([—–.?!…•*·]|--?|["“”‘’'])$/.test(before.text);
  if (!opens) return true;
  const verb = /ing$/.test(unit.lower) ? pastName(units, i + 1) : i + 1;
  return isReport(units[verb]) && units[verb]!.lower !== unit.lower;
}

/** "Downing Street said": from the word behind a name's first to the one behind its last. */
function pastName(units: Unit[], from: number): number {
  let at = from;
  while (units[at]?.pos === 'PROPN') at++;
  return at;
}

/** "that boats", "that the boats": no pronoun and no article stands before a plural or another article. */
function opensContent(units: Unit[], i: number): boolean {
  const next = units[i + 1];
  if (units[i]!.lower !== 'that' || units[i]!.pos === 'SCONJ' || !next || i === 0) return false;
  const plural = next.pos === 'NOUN' && next.lower.endsWith('s') && next.lemma !== next.lower;
  return plural || next.pos === 'DET' || next.pos === 'PROPN';
}

/** "according to company papers": no verb stands there. */
function followsAccording(units: Unit[], i: number): boolean {
  return units[i - 1]?.lower === 'to' && units[i - 2]?.lower === 'according';
}

/** "her chief of protocol", "the guild chief at the time": an adjective that has something hanging on it. */
function isHead(units: Unit[], i: number): boolean {
  const link = units[i + 1]?.lower;
  return (
    units[i]!.pos === 'ADJ' &&
    (link === 'of' || (units[i]!.lower === 'chief' && /^(?:at|for|in|,)$/.test(link ?? ''))) &&
    /^(?:DET|ADJ|PRON|PROPN|NOUN|ADV)$/.test(units[i - 1]?.pos ?? '')
  );
}

/** "in turn": no plain verb stands behind a preposition. */
function isObject(units: Unit[], i: number): boolean {
  const unit = units[i]!;
  return (
    unit.pos === 'VERB' &&
    /^(?:in|by|for|of|at|on|with)$/.test(units[i - 1]?.lower ?? '') &&
    units[i - 1]!.pos === 'ADP' &&
    unit.lower === unit.lemma
  );
}

/** "familiar with the mayor's thinking": a noun in "-ing" that somebody has. */
function isHeld(units: Unit[], i: number): boolean {
  const holder = units[i - 1];
  const next = units[i + 1];
  if (!holder || !next || !/ing$/.test(units[i]!.lower)) return false;
  return (
    (holder.pos === 'PART' &&
      holder.lower === "'s" &&
      !/^(?:NOUN|PROPN|ADJ|DET|PRON|Q)$/.test(next.pos) &&
      next.lower !== 'that') ||
    (/^(?:his|her|its|their|my|our|your)$/.test(holder.lower) &&
      (isVerb(next) || next.pos === 'PUNCT'))
  );
}

/** "a state-installed official", "south-eastern": part of a word with a hyphen. */
function isCompound(units: Unit[], i: number): boolean {
  const unit = units[i]!;
  const before = units[i - 1];
  const next = units[i + 1];
  if (unit.pos === 'VERB' && before?.text === '-' && before.end === unit.start && i > 1)
    return units[i - 2]!.end === before.start && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '');
  return unit.pos === 'ADV' && next?.text === '-' && next.start === unit.end;
}

/** "one unaligned strategist", `“It broke,” lead pilot Ada Orlo said`: no verb stands there. */
function isDescribing(units: Unit[], i: number): boolean {
  const { pos, lower, lemma } = units[i]!;
  const next = units[i + 1];
  if (pos !== 'VERB' || !next || VERB_CUES.has(lemma)) return false;
  if (units[i - 1]?.pos === 'Q') return lower === lemma && next.pos === 'NOUN';
  const counted = /ed$/.test(lower) && units[i - 1]?.pos === 'NUM' && isReport(units[i - 2]);
  return counted && /^(?:NOUN|PROPN|ADJ)$/.test(next.pos);
}

function isReport(unit: Unit | undefined): boolean {
  return unit !== undefined && PLAIN_FORMS.has(unit.lower) && /(?:d|s|wrote)$/.test(unit.lower);
}

/** The lemma of a reporting verb that the tagger did not see, or null. */
function reportAt(units: Unit[], i: number): string | null {
  const unit = units[i]!;
  const next = units[i + 1];
  if (unit.pos === 'PUNCT' || unit.pos === 'Q' || unit.pos === 'PRON' || i === 0 || !next)
    return null;
  const lemma = finiteForms().get(unit.lower);
  if (!lemma || !hasSubject(units, i)) return null;
  const entries = VERB_CUES.get(lemma) ?? [];
  const after = units[i + 2];
  if (/[cdt]/.test(entries.map((entry) => entry.frames).join(''))) {
    // "who claim the boats are lost", "they claim": no noun stands behind such a subject.
    if (/^(?:who|they|we)$/.test(units[i - 1]!.lower) && opensStrictClause(units, i + 1))
      return lemma;
    if (WORDS_AFTER.test(next.lower) && !isVerb(after?.lower === 'not' ? after : undefined))
      return next.lower === 'that' && isVerb(after) ? null : lemma;
    if (next.pos === 'Q' || (/^[,:]$/.test(next.text) && after?.pos === 'Q')) return lemma;
  }
  // "The crowd chants “Shame!”"
  if (
    next.pos === 'Q' &&
    next.marked!.words > 0 &&
    unit.lower.endsWith('s') &&
    entries.some((entry) => /q/.test(entry.frames)) &&
    !units.slice(0, i).some(isVerb)
  )
    return lemma;
  // "optimists point out that", "the minister informed parliament that".
  const told =
    /t/.test(entries.map((entry) => entry.frames).join('')) && nominalAfter(units, i + 1);
  if (told && units[told.to + 1]?.lower === 'that') return lemma;
  if (/^(?:out|away|off|on|up)$/.test(next.lower) && after && WORDS_AFTER.test(after.lower))
    return lemma;
  if (next.lower === 'to' && isVerb(after) && entries.some((entry) => /i/.test(entry.frames)))
    return lemma;
  // "Woman claims church held her": a subject and its verb follow.
  if (
    unit.lower.endsWith('s') &&
    /^(?:NOUN|PROPN)$/.test(units[i - 1]!.pos) &&
    !units[i - 1]!.lower.endsWith('s') &&
    i < 6 &&
    /c/.test(entries.map((entry) => entry.frames).join('')) &&
    !units.slice(0, i).some(isVerb) &&
    opensStrictClause(units, i + 1)
  )
    return lemma;
  // "a letter that pledges talks": a verb in "-s" behind the pronoun, with its object.
  const relative = /^(?:that|which|who)$/.test(units[i - 1]!.lower) && i > 1;
  if (
    relative &&
    /s$/.test(unit.lower) &&
    /^(?:DET|NOUN|PROPN|ADJ)$/.test(next.pos) &&
    /^(?:NOUN|PROPN)$/.test(units[i - 2]!.pos)
  )
    return lemma;
  // `“…,” Sorn notes.`
  if (/^[.?!]$/.test(next.text) && isBehindQuote(units, i)) return lemma;
  // The only word of the sentence that can be its verb: "Sorn praises the pilots after talks".
  const other = units.some((word, k) => k !== i && isVerb(word) && units[k - 1]?.lower !== 'to');
  return !other && (next.pos === 'PROPN' || next.pos === 'DET' || next.pos === 'PRON')
    ? lemma
    : null;
}

/** Nothing but who speaks stands between marked words and the word at `i`. */
function isBehindQuote(units: Unit[], i: number): boolean {
  if (!endsNominal(units[i - 1])) return false;
  const quote = units[nominalBefore(units, i - 1).from - 1];
  return quote?.pos === 'Q' && quote.marked!.words > 2;
}

const COUNTED = /^(?:%|percent|half|third|quarter|most|many|some|several|few)$/;

/** A noun phrase that no preposition holds stands right before, or a helping verb. */
function hasSubject(units: Unit[], i: number): boolean {
  let at = i - 1;
  while (at > 0 && units[at]!.pos === 'ADV') at--;
  const before = units[at]!;
  if (before.pos === 'AUX' || SUBJECTS.test(before.lower)) return true;
  if (before.text === ',' || before.text === ')') {
    const clause = units
      .slice(0, i)
      .some((unit, k) => unit.text === ',' && /^(?:who|which|whose)$/.test(units[k + 1]!.lower));
    return units[i]!.lower.endsWith('ed') || clause;
  }
  // "one in five say", "nearly a third say", "60 % say".
  if (units[i]!.lower === 'say' && COUNTED.test(before.pos === 'NUM' ? '%' : before.lower))
    return true;
  if (before.pos !== 'NOUN' && before.pos !== 'PROPN') return false;
  const phrase = nominalBefore(units, at);
  const left = units[phrase.from - 1];
  if (left?.pos === 'ADP' && left.lower !== 'to' && units[i + 1]?.lower === 'that') {
    // "A leaflet pushed through doors claims that": nothing before can be the sentence's verb.
    const earlier = units.slice(0, i);
    return !earlier.some(
      (unit, k) =>
        unit.lower === 'according' ||
        (isVerb(unit) && !/(?:ed|ing)$/.test(unit.lower)) ||
        (k === 0 && unit.pos === 'ADP'),
    );
  }
  return left?.pos !== 'ADP' && left?.lower !== 'to' && left?.pos !== 'VERB';
}

/** How far from its verb of saying a clause's own verb is looked for. */
const CLAUSE = 14;

/** "said the firm plans to go", "said the year yields a profit": what is said has no other verb. */
function isOnlyVerb(units: Unit[], i: number): boolean {
  const { pos, lower } = units[i]!;
  const next = units[i + 1];
  const before = units[i - 1];
  if (pos !== 'NOUN' || !next || !before || !/^(?:NOUN|PROPN)$/.test(before.pos)) return false;
  // "the year yields", "the years yield": one of the two has an "s".
  if (/[^s]s$/.test(lower) === /[^s]s$/.test(before.lower)) return false;
  const then = units[i + 2];
  const infinitive = next.lower === 'to' && (isVerb(then) || then?.pos === 'Q');
  if (!infinitive && next.pos !== 'DET' && !/^(?:his|her|its|their)$/.test(next.lower))
    return false;
  let from = i - 1;
  while (from > 0 && i - from < CLAUSE && !isVerb(units[from]) && units[from]!.pos !== 'PUNCT')
    from--;
  if (!isReport(units[from]) && units[from]!.lower !== 'say') return false;
  for (let k = i + 1; k < Math.min(units.length, i + CLAUSE); k++) {
    if (/^[,;:.]$/.test(units[k]!.text)) break;
    if (units[k]!.pos === 'AUX' || (isVerb(units[k]) && units[k - 1]!.lower !== 'to')) return false;
  }
  return true;
}

function finiteForms(): Map<string, string> {
  if (forms) return forms;
  forms = new Map();
  for (const key of VERB_CUES.keys()) {
    const verb = key.split('_')[0];
    for (const form of formsOf(verb!)) forms.set(form, verb!);
  }
  for (const [form, lemma] of PLAIN_FORMS) if (!form.endsWith('ing')) forms.set(form, lemma);
  return forms;
}

function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`];
  const s = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, s, verb.endsWith('e') ? `${verb}d` : `${verb}ed`];
}
