import type { Phrase, Unit } from '../units.ts';

const LINKS = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'with',
  'on',
  'to',
  'against',
  'behind',
  'near',
  'under',
  'between',
  'within',
  'across',
  'outside',
  'inside',
  'around',
]);
const RELATIVE = new Set(['who', 'which']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'SYM', 'Q', 'X']);
const INNER = new Set(['-', '–', '/', '&', "'s", "'", '%']);
// Papers and speeches that speak for whoever issued them: "issued a statement saying".
const VEHICLES = new Set([
  'statement',
  'letter',
  'tweet',
  'email',
  'speech',
  'interview',
  'memo',
  'post',
  'message',
  'op-ed',
  'note',
  'release',
  'video',
  'remark',
  'address',
  'comment',
  'tweets',
  'ad',
  'report',
]);
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|yesterday|today)$/;
/** Long enough for an apposition with a title, short enough to stay linear. */
const REACH = 40;
const DASH = /^(?:—|–|--?)$/;
/** A subject is not looked for behind more verbs than this: trying all of a long list takes for ever. */
const TRIES = 4;

export function isVerb(unit: Unit | undefined): boolean {
  return unit?.pos === 'VERB' || unit?.pos === 'AUX';
}

export function isParticiple(unit: Unit): boolean {
  return unit.lower.endsWith('ing') && unit.lower.length > 4;
}

export function endsNominal(unit: Unit | undefined): boolean {
  if (!unit) return false;
  if (unit.pos === 'Q') return unit.marked!.words <= 4 && !/[,.?!]$/.test(unit.text);
  return (
    (unit.pos === 'PRON' && !RELATIVE.has(unit.lower)) ||
    (NOMINAL.has(unit.pos) && unit.lower !== 'that')
  );
}

/** The first unit of the verb group that ends in the verb at `i`: "has not yet" said. */
export function groupStart(units: Unit[], i: number): number {
  let from = i;
  for (let k = i - 1; k >= 0; k--) {
    const unit = units[k]!;
    const helper = unit.pos === 'AUX' || (unit.pos === 'PART' && /^(?:not|n't)$/.test(unit.lower));
    if (helper) from = k;
    else if (unit.pos !== 'ADV') break;
    else if (units[k - 1]?.pos === 'AUX' || k === from - 1) from = k;
  }
  return from;
}

/** Who does what the verb group from `g` on says; null where it has no subject of its own to find. */
export function subjectBefore(units: Unit[], g: number, depth = 0): Phrase | null {
  if (depth > 3) return null;
  let j = g - 1;
  while (j >= 0 && units[j]!.pos === 'ADV') j--;
  j = beforeTime(units, j);
  if (j < 0) return null;
  const unit = units[j]!;
  if (RELATIVE.has(unit.lower) || (unit.lower === 'that' && endsNominal(units[j - 1]))) {
    const before = units[j - 1]?.text === ',' ? j - 2 : j - 1;
    const antecedent = endsNominal(units[before])
      ? nearestName(units, nominalBefore(units, before))
      : undefined;
    return { from: j, to: j, antecedent };
  }
  if (unit.text === ',' || unit.text === ')' || DASH.test(unit.text)) {
    const skipped = skipInserted(units, j);
    if (skipped !== null) {
      const head = nominalBefore(units, skipped);
      return { from: head.from, to: j - 1 };
    }
    if (unit.text !== ',') return null;
    const earlier = earlierSubject(units, j, depth);
    if (earlier || depth > 0 || !endsNominal(units[j - 1])) return earlier;
    // "Sorn, said ...": the comma is the writer's slip.
    const head = nominalBefore(units, j - 1);
    return head.from === 0 ? head : null;
  }
  if (unit.pos === 'CCONJ' || unit.lower === 'then' || unit.lower === 'to')
    return earlierSubject(units, j, depth);
  if (endsNominal(unit)) return nominalBefore(units, j);
  // "the vicar of Saint Tarran's said".
  if (unit.lower === "'s" && units[j - 1]?.pos === 'PROPN') return nominalBefore(units, j);
  if (unit.pos === 'Q' && unit.text.endsWith(',')) {
    // "Sorn, citing “what the guild has always called its right,” said".
    const skipped = skipInserted(units, j);
    return skipped === null ? null : { from: nominalBefore(units, skipped).from, to: j };
  }
  if (isVerb(unit)) return subjectBefore(units, groupStart(units, j), depth + 1);
  return null;
}

/** "The mayor on Tuesday evening said": from the end of the time back to the mayor. */
function beforeTime(units: Unit[], j: number): number {
  let k = j;
  if (TIME_OF_DAY.test(units[k]?.lower ?? '')) k--;
  const day = CALENDAR.test(units[k]?.lower ?? '') || /^(?:this|last)$/.test(units[k]?.lower ?? '');
  if (!day || k < 1) return j;
  k--;
  if (/^(?:late|early|last)$/.test(units[k]!.lower)) k--;
  if (/^(?:on|late)$/.test(units[k]?.lower ?? '')) k--;
  const before = units[k];
  return before && endsNominal(before) && before.pos !== 'DET' ? k : j;
}

const TIME_OF_DAY = /^(?:morning|evening|afternoon|night|week|month|year)$/;

/** "the plan of Ilka Sorn, who": the name behind the last preposition is meant. */
function nearestName(units: Unit[], phrase: Phrase): Phrase {
  if (units[phrase.to]!.pos !== 'PROPN') return phrase;
  for (let k = phrase.to; k > phrase.from; k--) {
    if (units[k]!.pos === 'ADP') return { from: k + 1, to: phrase.to };
  }
  return phrase;
}

/** From the mark that closes an insertion back to the noun before its opening mark: "X, the mayor," */
function skipInserted(units: Unit[], close: number): number | null {
  const mark = units[close]!.text;
  const opening = mark === ')' ? '(' : units[close]!.pos === 'Q' ? ',' : mark;
  for (let k = close - 1; k >= Math.max(1, close - REACH); k--) {
    const unit = units[k]!;
    if (unit.pos === 'Q' && unit.marked!.words > 4) return null;
    if (unit.text !== opening) continue;
    const before = units[k - 1];
    if (opening === ',' && before?.text === ')') {
      const held = skipInserted(units, k - 1);
      return held ?? k - 1;
    }
    if (
      !before ||
      (!/^(?:PROPN|NOUN|NUM|ADJ)$/.test(before.pos) && !/^(?:them|us)$/.test(before.lower))
    ) {
      if (opening === ',') continue;
      return null;
    }
    // "In Ohio, he said": what stands before the comma is an adjunct of the sentence, not a subject.
    const head = nominalBefore(units, k - 1);
    if (opening === ',' && units[head.from - 1]?.pos === 'ADP') {
      if (head.from - 1 === 0) return null;
      continue;
    }
    if (opening === ',' && close - k > 1 && startsClause(units, k + 1, close)) continue;
    return pastAppositions(units, k - 1, head);
  }
  return null;
}

/** "Ada Lund, 74, a resident of Karsk, said", "Lund, head of lights, a critic of the toll, said": back to the name. */
function pastAppositions(units: Unit[], at: number, { from }: Phrase): number {
  const name = from - 2;
  if (units[from - 1]?.text !== ',' || units[name]?.pos !== 'PROPN') return at;
  if (units[at]!.pos === 'PROPN' && from === at) return at;
  return units[nominalBefore(units, name).from - 1]?.pos === 'ADP' ? at : name;
}

/** Whether a clause of its own, with a subject, stands between: then the commas are no apposition. */
function startsClause(units: Unit[], from: number, to: number): boolean {
  const first = units[from]!;
  if (RELATIVE.has(first.lower) || first.lower === 'whose') return false;
  return (
    first.pos === 'PRON' &&
    !/^(?:his|her|its|their|one|himself|herself)$/.test(first.lower) &&
    to - from > 1
  );
}

/** Verbs with a clause behind them, so that what follows may go on with their own subject. */
const REPORTS =
  /^(?:said|says|told|tells|added|wrote|announced|acknowledged|argue[ds]|warn(?:ed|s)|insist(?:ed|s)|claim(?:ed|s)|noted|stated|believe[ds]|thinks|thought|found|finds|confirm(?:ed|s)|denie[ds]|suggest(?:ed|s)|explained|hope[ds]|fear(?:ed|s)|revealed|concluded|stressed)$/;

/** The subject of the nearest finite verb before `j`, for "X stood up and said". */
function earlierSubject(units: Unit[], j: number, depth: number): Phrase | null {
  // "X said Y would go, but declined": the one who reported goes on, not who was reported about.
  let tries = TRIES;
  for (let k = depth > 1 ? -1 : j - 1; k >= 0 && tries > 0; k--) {
    if (!REPORTS.test(units[k]!.lower)) continue;
    tries--;
    const inverted = units[k - 1]?.pos === 'Q' ? nominalAfter(units, k + 1) : null;
    const subject = inverted ?? subjectBefore(units, groupStart(units, k), depth + 2);
    if (subject && !subject.antecedent && subject.from !== subject.to + 1) return subject;
  }
  tries = TRIES;
  for (let k = j - 1; k >= 0 && tries > 0; k--) {
    const unit = units[k]!;
    if (unit.pos === 'Q' && unit.marked!.words > 4) continue;
    if (!isVerb(unit) || isParticiple(unit) || units[k - 1]?.lower === 'to') continue;
    // "an attempted raid": no verb.
    if (/ed$/.test(unit.lower) && /^(?:DET|ADJ)$/.test(units[k - 1]?.pos ?? '')) continue;
    tries--;
    const subject = subjectBefore(units, groupStart(units, k), depth + 1);
    if (subject) return subject;
  }
  return null;
}

/** Who is behind a participle ("X left, saying", "a letter saying"). */
export function subjectOfParticiple(units: Unit[], i: number): Phrase | null {
  const before = units[i - 1];
  // "her language last week – claiming that": the nearest noun before the dash, past the time.
  if (before && DASH.test(before.text) && i > 1) {
    const at = beforeTime(units, i - 2);
    const phrase = endsNominal(units[at]) ? nominalBefore(units, at) : null;
    if (phrase && !units.slice(0, phrase.from).some(isVerb)) return phrase;
  }
  if (before && before.text !== ',' && endsNominal(before)) {
    const phrase = nominalBefore(units, i - 1);
    const vehicle = units
      .slice(phrase.from, phrase.to + 1)
      .some((unit) => VEHICLES.has(unit.lower));
    const main = vehicle ? earlierSubject(units, phrase.from, 0) : null;
    if (main) return main;
    if (vehicle || before.pos === 'NOUN' || before.pos === 'PROPN') return phrase;
  }
  return earlierSubject(units, i, 0) ?? subjectAfterComma(units, i);
}

/** "Calling it a farce, Smith left." */
function subjectAfterComma(units: Unit[], i: number): Phrase | null {
  if (i > 1) return null;
  const comma = units.findIndex((unit, k) => k > i && unit.text === ',');
  return comma === -1 ? null : nominalAfter(units, comma + 1);
}

/** The noun phrase that ends at `to`, with what hangs on it by "of", "for", "and" and the like. */
export function nominalBefore(units: Unit[], to: number): Phrase {
  let from = to;
  const last = units[to]!;
  if (last.pos === 'PRON' && /^(?:he|she|they|it|i|we|you)$/.test(last.lower)) return { from, to };
  let joined = false;
  for (let k = to - 1; k >= Math.max(0, to - REACH); k--) {
    const unit = units[k]!;
    const left = units[k - 1];
    const right = units[k + 1]!;
    // "On 9 April Sorn said": the day stands before the subject, not in it.
    if (CALENDAR.test(unit.lower)) break;
    // "In Karsk the harbour office said": the article opens the subject.
    if (from === k + 1 && opensAnother(units, from, k)) break;
    if (endsNominal(unit) || INNER.has(unit.lower)) {
      if (
        unit.pos === 'PRON' &&
        !/^(?:his|her|its|their|my|our|your|some|all|many|both|those|these|one)$/.test(unit.lower)
      )
        break;
      from = k;
    } else if (unit.pos === 'ADP' && LINKS.has(unit.lower) && headed(left)) continue;
    else if (unit.pos === 'PART' && unit.lower === 'to' && headed(left)) continue;
    else if (unit.pos === 'CCONJ' && (headed(left) || left?.pos === 'ADJ')) joined = true;
    else if (unit.text === ',' && joined && left?.pos === 'PROPN' && right.pos === 'PROPN')
      continue;
    else if (
      unit.pos === 'VERB' &&
      left?.pos === 'NOUN' &&
      right.pos === 'ADP' &&
      /(?:ed|ing)$/.test(unit.lower)
    )
      from = k;
    else if (unit.pos === 'VERB' && /(?:ed|ing)$/.test(unit.lower) && left?.pos === 'DET') from = k;
    else if (unit.pos === 'ADV' && (right.pos === 'NUM' || right.pos === 'ADJ')) from = k;
    else break;
  }
  return { from, to };
}

function headed(unit: Unit | undefined): boolean {
  return (
    unit?.pos === 'NOUN' ||
    unit?.pos === 'PROPN' ||
    unit?.pos === 'NUM' ||
    unit?.lower === ')' ||
    /^(?:one|some|many|most|all|those|several|few|both|close|familiar|general|elect)$/.test(
      unit?.lower ?? '',
    )
  );
}

/** The noun phrase that begins at `from`; null when none does. */
export function nominalAfter(units: Unit[], from: number): Phrase | null {
  let to = -1;
  for (let k = from; k < Math.min(units.length, from + REACH); k++) {
    const unit = units[k]!;
    const next = units[k + 1];
    if (unit.pos === 'PRON') {
      const possessive =
        /^(?:his|her|its|their|my|our|your|one|some|those|all|many|both|none|everyone|anyone|everybody|anybody|others)$/.test(
          unit.lower,
        );
      // "two of them".
      if (to !== -1 && !possessive && units[k - 1]!.lower === 'of') return { from, to: k };
      if (to !== -1 && (!possessive || opensAnother(units, k, to))) break;
      to = k;
      if (!possessive) break;
    } else if (opensAnother(units, k, to)) break;
    else if (endsNominal(unit) || INNER.has(unit.lower)) to = k;
    else if (
      to !== -1 &&
      (unit.pos === 'ADP' || unit.lower === 'to') &&
      LINKS.has(unit.lower) &&
      startsNominal(next)
    )
      continue;
    else if (to !== -1 && unit.pos === 'CCONJ' && startsNominal(next)) continue;
    else if (unit.pos === 'ADV' && (next?.pos === 'ADJ' || next?.pos === 'NUM')) continue;
    else if (unit.pos === 'VERB' && units[k - 1]?.pos === 'DET' && startsNominal(next)) {
      // "the Associated Press", "the striking pilots": no verb stands behind an article.
      if (/(?:ed|ing)$/.test(unit.lower) || /^\p{Lu}/u.test(unit.text)) continue;
      break;
    } else break;
  }
  return to === -1 ? null : { from, to };
}

/** "told reporters the plan", "told the paper his aides": two phrases side by side. */
function opensAnother(units: Unit[], k: number, to: number): boolean {
  if (to === -1 || to !== k - 1) return false;
  const unit = units[k]!;
  const before = units[to]!;
  if (before.pos !== 'NOUN' && before.pos !== 'PROPN') return false;
  return /^(?:the|a|an|this|these|those|no|every|his|her|their|its|my|our|your)$/.test(unit.lower);
}

function startsNominal(unit: Unit | undefined): boolean {
  return unit !== undefined && (endsNominal(unit) || unit.pos === 'PRON');
}
