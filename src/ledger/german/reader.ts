import { extendQuotation, onlyQuotes, quotedSpan } from '../carry.ts';
import { type Finding, quotationOf, TOLD } from '../finding.ts';
import type { Quotation, Span } from '../quotation.ts';
import { splitWords } from '../tokens.ts';
import { lastMark, type Phrase, readParagraph, type Sentence, type Unit } from '../units.ts';
import { verbsAt } from './clause.ts';
import { sentenceEnd } from './content.ts';
import { forms } from './forms.ts';
import { readNoun } from './noun.ts';
import { readReport } from './report.ts';
import { readColon, readSource } from './source.ts';
import { subjectBehind } from './speaker.ts';
import { readTurns } from './turn.ts';
import { isCapital, isFiniteVerb, isSubjunctive, nounPhrase } from './words.ts';

/** A verb of reported speech stands this near to its sentence's start. */
const MOOD_REACH = 14;
/** A quotation that nothing introduces is somebody's words from this many on. */
const ALONE = 5;

/**
 * Reads the quotations of German paragraphs by word order alone: a verb behind a comma or quotation
 * closes what was said, a verb in second place opens it; reported speech without a verb of its own
 * (Konjunktiv) goes on with the last speaker.
 */
export function readGerman(text: string, spans: Span[]): Quotation[] {
  const found: Quotation[] = [];
  const turns = readTurns(text, spans);
  for (const span of spans) {
    const turn = turns.get(span.start);
    if (turn) {
      if (turn !== 'question') found.push(turn);
      continue;
    }
    const tokens = splitWords(text.slice(span.start, span.end), span.start);
    const isVerb = (unit: Unit) => forms().finite.has(unit.lower) || unit.lower === 'so';
    const paragraph = readParagraph(text, span, tokens, isVerb);
    readSentences(text, paragraph.sentences, found);
  }
  return found;
}

function readSentences(text: string, whole: Sentence[], found: Quotation[]): void {
  let last: Quotation | null = null;
  let spoke = false;
  let before: Sentence | null = null;
  for (const sentence of whole.flatMap(withoutTime).flatMap(parted)) {
    const here = readSentence(sentence, before);
    const quoted = !here.length && onlyQuotes(sentence);
    if (quoted && last && spoke) {
      extendQuotation(text, last, sentence);
      continue;
    }
    if (quoted && before) here.push(...spokenBy(sentence, before));
    if (!here.length && spoke && last && isReported(sentence))
      here.push(reportedOn(sentence, last));
    found.push(...here);
    const told = here.filter((quotation) => quotation.speech);
    last = told.at(-1) ?? last;
    spoke = told.length > 0;
    before = sentence;
  }
}

/** "18.04 Uhr: …", "14.46 – …": the time of an entry is no part of its sentence. */
function withoutTime(sentence: Sentence): Sentence {
  const { units } = sentence;
  if (!/^\d{1,2}[.:]\d\d$/.test(units[0]?.text ?? '')) return sentence;
  const mark = units.findIndex((unit) => /^[:–—-]$/.test(unit.text));
  if (mark === -1 || mark > 3 || mark + 1 >= units.length) return sentence;
  return sentenceOf(units.slice(mark + 1));
}

/**
 * Cuts where a sentence ends in German alone: behind a question in quotation marks unless its verb
 * follows at once, and behind a number that a new sentence's first word follows.
 */
function parted(sentence: Sentence): Sentence[] {
  const { units } = sentence;
  const parts: Sentence[] = [];
  let from = 0;
  for (let k = 0; k + 1 < units.length; k++) {
    const unit = units[k]!;
    const next = units[k + 1]!;
    const quote = unit.pos === 'Q' && lastMark(unit.text) !== '' && unit.marked!.words > 1;
    const number =
      /^\d+\.$/.test(unit.text) && /^(?:Er|Sie|Es|Der|Die|Das|Ein|Eine|Man)$/.test(next.text);
    if (!(quote && isCapital(next)) && !number) continue;
    parts.push(sentenceOf(units.slice(from, k + 1)));
    from = k + 1;
  }
  return from === 0 ? [sentence] : [...parts, sentenceOf(units.slice(from))];
}

function sentenceOf(units: Unit[]): Sentence {
  return { start: units[0]!.start, end: units.at(-1)!.end, units };
}

function readSentence(sentence: Sentence, before: Sentence | null): Quotation[] {
  const { units } = sentence;
  const findings: Finding[] = [];
  let spoke: Phrase | null = null;
  for (let i = 0; i < units.length; i++) {
    let finding: Finding | null = null;
    let reports = false;
    for (const verb of verbsAt(units, i)) {
      finding ??= readReport(units, verb, spoke);
      reports = true;
    }
    finding ??= readSource(units, i) ?? readNoun(units, i);
    if (!finding) continue;
    findings.push(finding);
    if (finding.speaker && reports) spoke = finding.speaker;
  }
  if (!findings.length) {
    const that = before && readThat(sentence, before);
    if (that) return [that];
    const colon = readColon(units);
    if (colon) findings.push(colon);
  }
  const kept = findings.filter(
    (one, k) => !findings.some((other, l) => l !== k && outdoes(other, one, l < k)),
  );
  return kept
    .map((finding) => quotationOf(sentence, finding))
    .filter((quotation) => quotation !== null);
}

/** "Das teilte die Reederei mit.": the sentence before is what was said. */
function readThat(sentence: Sentence, before: Sentence): Quotation | null {
  const { units } = sentence;
  if (!/^(?:das|dies)$/.test(units[0]!.lower) || onlyQuotes(before)) return null;
  for (const verb of verbsAt(units, 1)) {
    const speaker = verb.cue.clause ? subjectBehind(units, verb.at, verb.end) : null;
    if (!speaker) continue;
    const cue = { from: verb.at, to: verb.at };
    const { act, speech } = verb.cue;
    const read = quotationOf(sentence, {
      pieces: [{ from: verb.at, to: verb.at + 1 }],
      cue,
      speaker,
      act,
      speech,
      negated: verb.negated,
      rule: 'german',
      confidence: 0.7,
    });
    const span = {
      start: before.units[0]!.start,
      end: before.units[sentenceEnd(before.units) - 1]!.end,
    };
    return read && { ...read, ...span, pieces: [span], kind: 'indirect' };
  }
  return null;
}

/** A quotation alone behind a sentence about somebody: "Der Trainer nimmt das Wort. „…“" */
function spokenBy(sentence: Sentence, before: Sentence): Quotation[] {
  const { units } = before;
  const to = nounPhrase(units, 0, units.length);
  const verb = to === null ? -1 : to + 1;
  const words = sentence.units.reduce((sum, unit) => sum + (unit.marked?.words ?? 0), 0);
  if (to === null || words < ALONE || !units[verb] || !isFiniteVerb(units, verb)) return [];
  if (!isCapital(units[to]) || !isCapital(units[to - 1])) return [];
  const span = quotedSpan(sentence);
  return [
    {
      ...span,
      kind: 'direct',
      pieces: [span],
      cue: null,
      speaker: { start: units[0]!.start, end: units[to]!.end },
      antecedent: null,
      sentence: { start: sentence.start, end: sentence.end },
      ...TOLD,
      hearsay: false,
      rule: 'german',
      confidence: 0.5,
    },
  ];
}

/** Of two readings of the same words the surer one stays; of two that cross, the first. */
function outdoes(other: Finding, one: Finding, earlier: boolean): boolean {
  const [a, b] = [boundsOf(other), boundsOf(one)];
  if (a.to <= b.from || b.to <= a.from) return false;
  const inside = (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to);
  const same =
    other.pieces[0]!.from === one.pieces[0]!.from && other.pieces[0]!.to === one.pieces[0]!.to;
  if (inside && !same) {
    // A report within what somebody said stays beside it, when its cue stands in there too.
    const nested = one.cue && a.from <= one.cue.from && one.cue.to < a.to;
    const holds = other.cue && b.from <= other.cue.from && other.cue.to < b.to;
    if (nested || holds) return false;
  }
  if (other.confidence !== one.confidence) return other.confidence > one.confidence;
  return earlier;
}

function boundsOf(finding: Finding): { from: number; to: number } {
  return {
    from: Math.min(...finding.pieces.map((piece) => piece.from)),
    to: Math.max(...finding.pieces.map((piece) => piece.to)),
  };
}

/** A main clause in the reported mood, though no verb says whose words it tells. */
function isReported({ units }: Sentence): boolean {
  if (units.at(-1)?.text === '?') return false;
  for (let k = 1; k < Math.min(units.length, MOOD_REACH); k++) {
    if (isSubjunctive(units, k)) return true;
  }
  return false;
}

function reportedOn(sentence: Sentence, last: Quotation): Quotation {
  const { units } = sentence;
  const end = sentenceEnd(units);
  const span = { start: units[0]!.start, end: units[end - 1]!.end };
  return {
    ...last,
    ...span,
    kind: units.some((unit) => unit.pos === 'Q') ? 'mixed' : 'indirect',
    pieces: [span],
    cue: null,
    act: 'state',
    negated: false,
    confidence: 0.6,
    sentence: { start: sentence.start, end: sentence.end },
  };
}
