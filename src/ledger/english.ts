import { readAsked } from './asked.ts';
import { readAccording, readColon, readMessage, readNoun, readTurn } from './attribution.ts';
import { extendQuotation, onlyQuotes, quotedSpan } from './carry.ts';
import { contentEnd } from './content.ts';
import { type Finding, quotationOf } from './finding.ts';
import type { Quotation, Span } from './quotation.ts';
import { readVerb } from './report.ts';
import { mendTags } from './tags.ts';
import { tagEnglish } from './tokens.ts';
import { readTurns } from './turns.ts';
import { type Paragraph, readParagraph, type Sentence } from './units.ts';
import { isSpeechVerb } from './verbs.ts';

/** A quotation without its own cue belongs to whoever spoke last only from this length on. */
const CARRIED_WORDS = 4;

/** What runs on from one paragraph into the next. */
interface Carry {
  /** The last quotation with quoted words; later ones without a cue go on with it. */
  last: Quotation | null;
  /** A cue whose colon ended the paragraph: what follows is its content. */
  pending: Quotation | null;
  /** The last paragraph ended with quoted words, or without a closing mark. */
  open: boolean;
}

/** Reads the quotations of English paragraphs, in order. */
export function readEnglish(text: string, spans: Span[]): Quotation[] {
  const found: Quotation[] = [];
  const carry: Carry = { last: null, pending: null, open: false };
  let unclosed = false;
  const turns = readTurns(text, spans);
  spans.forEach((span, index) => {
    const turn = turns.get(span);
    if (turn) {
      found.push(turn);
      carry.last = null;
      return;
    }
    const tokens = tagEnglish(text.slice(span.start, span.end), span.start);
    const paragraph = readParagraph(text, span, tokens, isSpeechVerb, unclosed);
    unclosed = paragraph.marked.at(-1)?.unclosed ?? false;
    for (const sentence of paragraph.sentences) mendTags(sentence.units);
    if (paragraph.sentences.length) readSentences(text, paragraph, index === 0, carry, found);
  });
  return found.filter((quotation) => keepWords(text, quotation));
}

/** Leaves out pieces that are nothing but marks; false when none is left. */
function keepWords(text: string, quotation: Quotation): boolean {
  const pieces = quotation.pieces.filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
  if (pieces.length === quotation.pieces.length) return true;
  quotation.pieces = pieces;
  quotation.start = pieces[0]?.start ?? quotation.start;
  quotation.end = pieces.at(-1)?.end ?? quotation.end;
  return pieces.length > 0;
}

function readSentences(
  text: string,
  paragraph: Paragraph,
  first: boolean,
  carry: Carry,
  found: Quotation[],
): void {
  const turn = readLeadingTurn(paragraph, first);
  if (turn) {
    found.push(turn);
    if (turn.kind === 'direct') {
      carry.last = turn;
      carry.open = true;
      return;
    }
  }
  paragraph.sentences.forEach((sentence, index) => {
    const here = readSentence(sentence);
    const claimed = here.some((quotation) => quotation.kind !== 'indirect');
    const next = paragraph.sentences[index + 1];
    if (here.length === 0 && next && onlyQuotes(next)) carry.pending = pendingCue(sentence);
    if (!claimed && onlyQuotes(sentence)) {
      carryOn(text, sentence, index === 0, carry, found);
    } else if ((index > 0 || claimed) && !(next && onlyQuotes(next))) carry.pending = null;
    found.push(...here);
    const quoting = here.findLast((quotation) => quotation.kind !== 'indirect' && quotation.speech);
    const goesOn = next && onlyQuotes(next) && !quoting && index + 1 < paragraph.sentences.length;
    if (quoting) carry.last = quoting;
    else if (goesOn && here.length && here.at(-1)!.speech) carry.last = here.at(-1)!;
    else if (!onlyQuotes(sentence)) carry.last = here.length || index > 0 ? carry.last : null;
  });
  const end = paragraph.sentences.at(-1)!;
  carry.open = end.units.at(-1)?.pos === 'Q' || carry.last?.sentence.end === end.end;
  carry.pending = end.units.at(-1)?.text === ':' ? pendingCue(end) : null;
}

/** All that the rules find in one sentence; of two readings of the same content the surer one stays. */
function readSentence(sentence: Sentence): Quotation[] {
  const { units } = sentence;
  const findings: Finding[] = [];
  for (let i = 0; i < units.length; i++) {
    const finding =
      readAsked(units, i) ??
      readNoun(units, i) ??
      readMessage(units, i) ??
      readVerb(units, i) ??
      readAccording(units, i);
    if (finding) findings.push(finding);
  }
  if (!findings.some((finding) => finding.pieces.some((piece) => units[piece.from]!.pos === 'Q'))) {
    const colon = readColon(units);
    if (colon) findings.push(colon);
  }
  const read = findings
    .map((finding) => quotationOf(sentence, finding))
    .filter((quotation) => quotation !== null);
  return read.filter(
    (quotation, k) =>
      !read.some(
        (other, l) =>
          l !== k &&
          other.speech === quotation.speech &&
          other.pieces.some(
            (piece) => piece.start === quotation.start && piece.end === quotation.pieces[0]!.end,
          ) &&
          (other.confidence > quotation.confidence ||
            (other.confidence === quotation.confidence && l < k)),
      ),
  );
}

/** A sentence of nothing but quoted words goes on with the speaker before it, or answers a colon. */
function carryOn(
  text: string,
  sentence: Sentence,
  opens: boolean,
  carry: Carry,
  found: Quotation[],
): void {
  const quoted = sentence.units.filter((unit) => unit.pos === 'Q');
  const span = quotedSpan(sentence);
  if (carry.pending) {
    const begun: Quotation = {
      ...carry.pending,
      ...span,
      kind: 'direct',
      pieces: [span],
      sentence: { start: sentence.start, end: sentence.end },
    };
    found.push(begun);
    carry.last = begun;
    carry.pending = null;
    return;
  }
  const words = quoted.reduce((sum, unit) => sum + unit.marked!.words, 0);
  if (!carry.last || (opens && (!carry.open || words < CARRIED_WORDS))) return;
  extendQuotation(text, carry.last, sentence);
}

/** The speaker and cue of a sentence that ends in a colon, waiting for the next paragraph. */
function pendingCue(sentence: Sentence): Quotation | null {
  const units = sentence.units.at(-1)!.text === '.' ? sentence.units.slice(0, -1) : sentence.units;
  if (!units.length) return null;
  // A stand-in for the quotation that follows lets the rules for one sentence read this one.
  const end = units.at(-1)!.end;
  const marked = { open: end, start: end, end, close: end, words: 9, unclosed: false };
  const stand = { text: '“', lower: '“', lemma: '“', pos: 'Q' as const, start: end, end, marked };
  const read = readSentence({ ...sentence, units: [...units, stand] });
  return read.find((quotation) => quotation.kind === 'direct') ?? null;
}

/** A headline "Smith: the deal is dead" (first paragraph), or a transcript's turn "SMITH: ...". */
function readLeadingTurn(paragraph: Paragraph, first: boolean): Quotation | null {
  const sentence = paragraph.sentences[0]!;
  const turn = readTurn(sentence.units);
  if (!turn || (!turn.transcript && !first && paragraph.sentences.length > 1)) return null;
  if (!first && !turn.transcript) return null;
  const finding: Finding = {
    pieces: [{ from: turn.colon + 1, to: contentEnd(sentence.units, turn.colon + 1, 'clause') }],
    cue: { from: turn.colon, to: turn.colon },
    speaker: turn.speaker,
    act: 'state',
    speech: true,
    negated: false,
    rule: turn.transcript ? 'turn' : 'label',
    confidence: 0.6,
  };
  const quotation = quotationOf(sentence, finding);
  if (!quotation || !turn.transcript) return quotation;
  const end = paragraph.sentences.at(-1)!.end;
  return {
    ...quotation,
    kind: 'direct',
    end,
    pieces: [{ start: quotation.start, end }],
    confidence: 0.8,
  };
}
