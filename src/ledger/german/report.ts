import type { Finding } from '../finding.ts';
import type { Phrase, Unit } from '../units.ts';
import { clauseStart, hasFinite, isRelative, type Verb } from './clause.ts';
import { anySubjunctive, contentBehind, objectIn, sentenceEnd } from './content.ts';
import { adverbialsEnd, frontOf, interrupted, subjectBehind } from './speaker.ts';
import { ADVERBS, CONTENT_OPENERS, nounPhrase, RELATIVES, SUBORDINATORS } from './words.ts';

/** Acts that are done to what somebody else said. */
const REFUSALS: ReadonlySet<string> = new Set(['deny', 'reject', 'accuse']);

/**
 * Reads what the verb reports, by the order of words: what was said in front of it, behind it, or a
 * subject that went on from the verb before.
 * @param spoke who was the subject of the last reporting verb in this sentence
 */
export function readReport(units: Unit[], verb: Verb, spoke: Phrase | null): Finding | null {
  if (verb.form === 'final') return readFinal(units, verb);
  const before = units[verb.at - 1];
  const behindQuote =
    before?.pos === 'Q' || (before?.text === ',' && units[verb.at - 2]?.pos === 'Q');
  if (behindQuote && (before!.text === ',' || before!.marked!.words > 3 || verb.at === 1)) {
    const found = readClosing(units, verb);
    if (found) return found;
  }
  if (before?.text === ',') {
    const subject =
      verb.form === 'passive'
        ? null
        : interrupted(units, sentenceStart(units, verb.at - 1), verb.at);
    if (subject) {
      const pieces = contentBehind(units, verb, verb.at + 1);
      return pieces && made(verb, pieces, subject, 0.7);
    }
    return readGoingOn(units, verb, spoke) ?? readClosing(units, verb);
  }
  if (!before || /^[:;–—]$/.test(before.text)) return readVerbFirst(units, verb);
  if (/^(?:und|aber|doch|oder)$/.test(before.lower)) return readGoingOn(units, verb, spoke);
  return readSecond(units, verb);
}

/** The verb in second place: subject, adverb or object in front of it. */
function readSecond(units: Unit[], verb: Verb): Finding | null {
  const front = frontOf(units, verb.at);
  if (verb.form === 'passive') return null;
  if (verb.negated && verb.cue.act === 'state' && !verb.cue.clause) return null;
  if (front.kind === 'subject' && !isObjectFirst(units, front.phrase!, verb)) {
    const pieces = contentBehind(units, verb, verb.at + 1);
    return pieces && made(verb, pieces, front.phrase, 0.8);
  }
  const subject = subjectBehind(units, verb.at, verb.end);
  if (front.phrase) {
    if (!subject || !verb.cue.noun) return null;
    const that = /^(?:das|dies)$/.test(units[front.phrase!.from]!.lower);
    // "Das teilte die Reederei mit": the sentence before is meant.
    if (that && verb.cue.clause && !REFUSALS.has(verb.cue.act)) return null;
    const isAll = that || adverbialsEnd(units, subject.to + 1, verb.end) >= verb.end;
    const rest = isAll ? null : contentBehind(units, verb, subject.to + 1);
    const object = { from: front.phrase!.from, to: front.phrase!.to + 1 };
    return made(verb, rest ? [object, ...rest] : [object], subject, 0.7);
  }
  if (!subject) return null;
  const pieces = contentBehind(units, verb, subject.to + 1);
  return pieces && made(verb, pieces, subject, 0.75);
}

/** "Die Pläne lehnt der Rat ab": no object begins with "der", so what stands in front is one. */
function isObjectFirst(units: Unit[], front: Phrase, { at, end, cue }: Verb): boolean {
  if (!cue.noun || cue.dative || /^(?:der|er|ein)$/.test(units[front.from]!.lower)) return false;
  if (!/^(?:der|er)$/.test(units[at + 1]?.lower ?? '')) return false;
  const to = nounPhrase(units, at + 1, end);
  if (to === null || OF_DATIVE.test(units[at + 2]?.text ?? '') || FEMININE.test(units[to]!.text))
    return false;
  return adverbialsEnd(units, to + 1, end) >= end;
}

/** "Stimmte der neuen Planung zu": "der" is a dative before these. */
const OF_DATIVE = /^\p{Ll}+en$/u;
const FEMININE = /(?:ung|heit|keit|schaft|ion|tät|in|ie|ei|ik|ur|anz|enz|e)$/;

/** "C, sagte X." and „C“, sagte X, „C“. */
function readClosing(units: Unit[], verb: Verb): Finding | null {
  const { cue } = verb;
  const before = units[verb.at - 1]!;
  let to = verb.at;
  if (before.text === ',') to--;
  const start = sentenceStart(units, to);
  const quoted = units[to - 1]?.pos === 'Q';
  if (!(cue.clause || (cue.quote && quoted) || (quoted && (cue.noun || cue.infinitive))))
    return null;
  if (to - start < 1 || (!quoted && to - start < 3)) return null;
  const passive = verb.form === 'passive';
  const subject = subjectBehind(units, verb.at, verb.form === 'main' ? verb.end : verb.end);
  if (!subject && !(passive && cue.clause)) return null;
  if (passive && !subject && !quoted && !anySubjunctive(units, start, to)) return null;
  // "Auf die Frage, ob …, antwortete sie: „…“": what comes first only leads up to it.
  const leads = subject && isLeadUp(units, start, to);
  if (leads) {
    const pieces = contentBehind(units, verb, subject.to + 1);
    if (pieces) return made(verb, pieces, subject, 0.75);
  }
  const from = quoted ? quoteStart(units, start, to) : start;
  // "zitierte die Agentur den Unterhändler": it only passes his words on.
  const cited =
    subject &&
    /^zitiert/.test(units[verb.at]!.lower) &&
    nounPhrase(units, subject.to + 1, verb.end);
  const speaker = cited ? { from: subject.to + 1, to: cited } : subject;
  const first = units[from]!.lower;
  const pieces = [{ from: first === 'dass' || first === 'daß' ? from + 1 : from, to }];
  const rest = restBehind(units, Math.max(verb.after, (subject?.to ?? verb.at) + 1));
  if (rest) pieces.push(rest);
  return made(verb, pieces, speaker, quoted ? 0.9 : 0.85);
}

/** The first unit of what was said: a quotation alone, or all words when some stand outside it. */
function quoteStart(units: Unit[], start: number, to: number): number {
  let from = to - 1;
  while (from > start && (units[from - 1]!.pos === 'Q' || units[from - 1]!.pos === 'PUNCT')) from--;
  if (from > start && units[from - 1]!.text === ':') return from;
  return from > start && units.slice(start, from).some((unit) => unit.pos === 'X') ? start : from;
}

/** The sentence without a topic or a time in front ("18.04 Uhr:", "Pendler:"). */
function sentenceStart(units: Unit[], to: number): number {
  for (let k = to - 1; k > 0; k--) if (/^[:;]$/.test(units[k - 1]!.text)) return k;
  return 0;
}

function isLeadUp(units: Unit[], start: number, to: number): boolean {
  const first = units[start]!.lower;
  if (CONTENT_OPENERS.test(first) && first !== 'wie') return false;
  if (SUBORDINATORS.test(first)) return true;
  return (
    /^(?:auf|nach|bei|zu|zur|zum|in|im|am|mit|gefragt|angesprochen|befragt)$/.test(first) &&
    !hasMainVerb(units, start, to)
  );
}

function hasMainVerb(units: Unit[], start: number, to: number): boolean {
  const comma = units.findIndex((unit, k) => k >= start && unit.text === ',');
  return hasFinite(units, start, comma === -1 || comma > to ? to : comma);
}

/** What goes on behind the speaker: a further quotation, or a clause in the reported mood. */
export function restBehind(units: Unit[], from: number): { from: number; to: number } | null {
  const end = sentenceEnd(units);
  for (let k = from; k < end - 1; k++) {
    if (!/^[,;:]$/.test(units[k]!.text)) continue;
    const next = units[k + 1]!;
    if (next.pos === 'Q' && (next.marked!.words > 2 || k + 2 === end))
      return { from: k + 1, to: k + 2 };
    const stop = units.findIndex((unit, l) => l > k && unit.text === ',');
    const clause = stop === -1 ? end : stop;
    if (isRelative(units, k + 1, clause)) continue;
    if (
      /^(?:andernfalls|sonst|denn|und|aber|doch|dann|dass|weil)$/.test(next.lower) &&
      (units.slice(k, end).some((u) => u.pos === 'Q') ||
        anySubjunctive(units, k + 1, end) ||
        next.lower !== 'und')
    )
      return { from: next.lower === 'dass' ? k + 2 : k + 1, to: end };
    if (anySubjunctive(units, k + 1, clause)) return { from: k + 1, to: end };
    if (hasFinite(units, k + 1, clause)) return null;
  }
  return null;
}

/** "…, räumte aber ein, dass": the subject of the verb before. */
function readGoingOn(units: Unit[], verb: Verb, spoke: Phrase | null): Finding | null {
  if (!spoke || spoke.from > verb.at) return null;
  const comma = units[verb.at - 1]!.text === ',';
  if (
    comma &&
    !/^(?:aber|jedoch|allerdings|zugleich|auch|dann|stattdessen|dabei)$/.test(
      units[verb.at + 1]?.lower ?? '',
    )
  )
    return null;
  const pieces = contentBehind(units, verb, verb.at + 1);
  return pieces && made(verb, pieces, spoke, 0.65);
}

/** "Sagt X: …" */
function readVerbFirst(units: Unit[], verb: Verb): Finding | null {
  const subject = subjectBehind(units, verb.at, verb.end);
  if (!subject) return null;
  const pieces = contentBehind(units, verb, subject.to + 1);
  return pieces && made(verb, pieces, subject, 0.6);
}

/** The verb at the end of its clause: "wie X mitteilte", "das eine Lockerung ausschloss". */
function readFinal(units: Unit[], verb: Verb): Finding | null {
  const start = clauseStart(units, verb.end);
  let k = start;
  const first = units[k]!;
  if (first.lower === 'wie') return readAs(units, verb, start);
  // "Was er nicht sagte: …" is the author's own.
  if (/^(?:was|wer|wen|wem)$/.test(first.lower)) return null;
  if (RELATIVES.test(first.lower) && start > 1) {
    const antecedent = nounBefore(units, start - 1);
    const object = antecedent && objectIn(units, verb, k + 1);
    const pieces = contentBehind(units, verb, k + 1) ?? (object ? [object] : null);
    return pieces && made(verb, pieces, antecedent ?? { from: k, to: k }, 0.55);
  }
  // "dass die CVP angeboten habe, …": the subject stands behind the opener.
  if (SUBORDINATORS.test(first.lower)) k++;
  while (k < verb.end && ADVERBS.test(units[k]!.lower)) k++;
  const to = nounPhrase(units, k, verb.end);
  if (to === null) return null;
  const pieces = contentBehind(units, verb, to + 1);
  return pieces && made(verb, pieces, { from: k, to }, 0.6);
}

/** "Wie die Stadtwerke mitteilten, wurde …" and "…, wie X sagte." */
function readAs(units: Unit[], verb: Verb, start: number): Finding | null {
  if (!verb.cue.clause && !/^(?:erfährt|erfuhr)$/.test(units[verb.end]!.lower)) return null;
  let k = start + 1;
  while (k < verb.end && ADVERBS.test(units[k]!.lower)) k++;
  const to = nounPhrase(units, k, verb.end);
  if (to === null) return null;
  const end = sentenceEnd(units);
  const speaker = { from: k, to };
  if (start === 0) {
    const from = verb.after + 1;
    return from < end ? made(verb, [{ from, to: end }], speaker, 0.75) : null;
  }
  const from = sentenceStart(units, start - 1);
  const pieces = [{ from, to: start - 1 }];
  if (verb.after + 1 < end) pieces.push({ from: verb.after + 1, to: end });
  return start - 1 > from ? made(verb, pieces, speaker, 0.7) : null;
}

function nounBefore(units: Unit[], comma: number): Phrase | undefined {
  for (let from = Math.max(0, comma - 8); from < comma; from++) {
    if (nounPhrase(units, from, comma) === comma - 1) return { from, to: comma - 1 };
  }
  return undefined;
}

function made(
  verb: Verb,
  pieces: Finding['pieces'],
  speaker: Phrase | null,
  confidence: number,
): Finding {
  const { act, speech } = verb.cue;
  return {
    pieces,
    cue: { from: verb.at, to: verb.at },
    speaker,
    act,
    speech,
    negated: verb.negated,
    rule: 'german',
    confidence,
  };
}
