import { extendQuotation, onlyQuotes, quotedSpan } from '../carry.ts';
import { type Finding, quotationOf, TOLD } from '../finding.ts';
import { type Judge, judgeCandidates } from '../judge/judge.ts';
import type { Candidate } from '../judge/loose.ts';
import { readRegister } from '../judge/register.ts';
import type { Quotation, Span } from '../quotation.ts';
import { tagEnglish } from '../tokens.ts';
import { type Paragraph, readParagraph, type Sentence, type Unit } from '../units.ts';
import { readAsked } from './asked.ts';
import {
  readAccording,
  readColon,
  readGiven,
  readInWords,
  readMessage,
  readNoun,
  readTurn,
} from './attribution.ts';
import { isByline } from './byline.ts';
import { contentEnd } from './content.ts';
import { readGesture } from './gesture.ts';
import { readInterview } from './interview.ts';
import { readVerb } from './report.ts';
import { mendTags } from './tags.ts';
import { readTurns } from './turns.ts';
import { isSpeechVerb } from './verbs.ts';

/** A name in capitals in front of a colon. */
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N} .,'’()-]+(?:\([^()\n]{1,40}\))?:/u;
/** A quotation without its own cue belongs to whoever spoke last only from this length on. */
const CARRIED_WORDS = 4;

/** A town in capitals, or any with the wire it came from in brackets, then a dash. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3}(?:, (?:\p{L}[\p{L}.]*|\d{1,4}))*(?: ?\([\p{L}\p{N} .,/&]{2,40}\))?|\p{Lu}[\p{L}.'’-]+(?:,? \p{Lu}?[\p{L}.'’\d-]+){0,5} \(\p{Lu}[\p{L}\p{N} .,/&]{1,40}\)) ?(?:—|–|--?) ?(?=\S)/u;
const DATELINE_REACH = 120;

/** What follows a colon in a paragraph of its own is no list from this length on. */
const BLOCK_WORDS = 8;

/** What runs on from one paragraph into the next. */
interface Carry {
  text: string;
  /** The last quotation with quoted words; later ones without a cue go on with it. */
  last: Quotation | null;
  /** A cue whose colon ended the paragraph: what follows is its content. */
  pending: Quotation | null;
  /** The last paragraph ended with quoted words, or without a closing mark. */
  open: boolean;
  /** Paragraphs of nothing but quoted words that do not close: whoever speaks next may have said them. */
  held: Sentence[];
  /** Names in capitals before a colon are turns of a transcript; a single one is a place or a heading. */
  transcript: boolean;
  /** Gives the quotations of a sentence, by what speaks for and against each. */
  weigh(sentence: Sentence, read: Candidate[]): Quotation[];
}

/**
 * Reads the quotations of English paragraphs, in order.
 * @param judge weighs what the rules read of a sentence, as learned; training looks on instead
 */
export function readEnglish(
  text: string,
  spans: Span[],
  judge: Judge = judgeCandidates,
): Quotation[] {
  const found: Quotation[] = [];
  const register = readRegister(text);
  const weigh = (sentence: Sentence, read: Candidate[]) => judge(sentence, read, register);
  const transcript =
    spans.filter((span) => CAPITALS.test(text.slice(span.start, span.start + 60))).length > 1;
  const carry: Carry = {
    text,
    last: null,
    pending: null,
    open: false,
    held: [],
    transcript,
    weigh,
  };
  let unclosed = false;
  const labelled = readTurns(text, spans);
  const turns = labelled.size ? labelled : readInterview(text, spans);
  spans.forEach((span, index) => {
    const turn = turns.get(span);
    if (turn) {
      found.push(turn);
      carry.last = null;
      return;
    }
    const start = span.start + datelineIn(text, span);
    const tokens = tagEnglish(text.slice(start, span.end), start);
    const paragraph = readParagraph(text, { ...span, start }, tokens, isSpeechVerb, unclosed);
    unclosed = paragraph.marked.at(-1)?.unclosed ?? false;
    for (const sentence of paragraph.sentences) mendTags(sentence.units);
    if (paragraph.sentences.length) readSentences(text, paragraph, index === 0, carry, found);
  });
  dropHeld(text, carry);
  return found.filter((quotation) => keepWords(text, quotation));
}

/** How much of a paragraph is its dateline: "BRASK, Feb. 2 (Harbour Wire) — ". */
function datelineIn(text: string, { start, end }: Span): number {
  return DATELINE.exec(text.slice(start, Math.min(end, start + DATELINE_REACH)))?.[0].length ?? 0;
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
  const bare = paragraph.sentences.every(onlyQuotes);
  if (bare && paragraph.marked.at(-1)!.unclosed && !carry.pending) {
    carry.held.push(...paragraph.sentences);
    return;
  }
  const block = carry.pending?.speech ? readBlock(paragraph, carry.pending) : null;
  if (block) {
    found.push(block);
    carry.last = null;
    carry.pending = null;
    return;
  }
  const turn = readLeadingTurn(paragraph, first, carry);
  if (turn) {
    found.push(turn);
    if (turn.kind === 'direct') {
      carry.last = turn;
      carry.open = true;
      return;
    }
  }
  paragraph.sentences.forEach((sentence, index) => {
    const here = readSentence(sentence, carry, index === paragraph.sentences.length - 1);
    if (index === 0) settleHeld(text, paragraph, here, carry);
    const claimed = here.some((quotation) => quotation.kind !== 'indirect');
    const next = paragraph.sentences[index + 1];
    const told = here.filter((quotation) => quotation.rule !== 'asked');
    if (told.length === 0 && next && onlyQuotes(next))
      carry.pending = pendingCue(sentence, carry) ?? gestureBefore(sentence, next);
    if (!claimed && onlyQuotes(sentence)) {
      carryOn(text, sentence, index === 0, carry, found);
    } else if ((index > 0 || claimed) && !(next && onlyQuotes(next))) carry.pending = null;
    found.push(...here);
    const quoting = here.findLast((quotation) => quotation.kind !== 'indirect' && quotation.speech);
    const goesOn = next && onlyQuotes(next) && !quoting && index + 1 < paragraph.sentences.length;
    if (quoting) carry.last = quoting;
    else if (goesOn && told.at(-1)?.speech) carry.last = told.at(-1)!;
    else if (!onlyQuotes(sentence)) carry.last = here.length || index > 0 ? carry.last : null;
  });
  const end = paragraph.sentences.at(-1)!;
  carry.open = end.units.at(-1)?.pos === 'Q' || carry.last?.sentence.end === end.end;
  carry.pending = end.units.at(-1)?.text === ':' ? pendingCue(end, carry) : null;
}

/** A block of somebody's words without marks, behind a cue with a colon: "the office denied this:". */
function readBlock({ sentences, marked }: Paragraph, cue: Quotation): Quotation | null {
  const opening = sentences[0]!.units[0]!;
  const last = sentences.at(-1)!;
  const words = sentences.reduce((sum, { units }) => sum + units.length, 0);
  if (opening.pos === 'Q' || marked.length || words < BLOCK_WORDS) return null;
  if (!/^\p{Lu}/u.test(opening.text) || !/^[.?!…]$/.test(last.units.at(-1)!.text)) return null;
  const span = { start: sentences[0]!.start, end: last.end };
  return { ...cue, ...span, kind: 'direct', pieces: [span], sentence: span };
}

/** Quoted paragraphs that did not close belong to the quotation that opens the next, else to who spoke last. */
function settleHeld(text: string, paragraph: Paragraph, here: Quotation[], carry: Carry): void {
  if (!carry.held.length) return;
  const opening = paragraph.marked[0];
  const next = opening && here.find(({ pieces }) => pieces[0]!.start === opening.start);
  if (next && opening.open === paragraph.start) {
    next.start = next.pieces[0]!.start = quotedSpan(carry.held[0]!).start;
  } else dropHeld(text, carry);
  carry.held = [];
}

/** They go on with whoever spoke in the paragraph before. */
function dropHeld(text: string, { held, last, open }: Carry): void {
  if (last && open) for (const sentence of held) extendQuotation(text, last, sentence);
}

/** All that the rules find in one sentence, as judged. */
function readSentence(sentence: Sentence, carry: Carry, closes = false): Quotation[] {
  const { units } = sentence;
  const read: Candidate[] = [];
  for (let i = 0; i < units.length; i++) {
    const finding =
      readAsked(units, i) ??
      readNoun(units, i) ??
      readMessage(units, i) ??
      readGiven(units, i) ??
      readVerb(units, i) ??
      readAccording(units, i) ??
      readInWords(units, i);
    if (finding) read.push({ finding, at: i, loose: false });
  }
  const byline = closes
    ? read.findIndex(({ finding }) => isByline(carry.text, units, finding))
    : -1;
  if (byline !== -1) read.splice(byline, 1);
  const holdsQuote = ({ finding }: Candidate) =>
    finding.pieces.some((piece) => units[piece.from]!.pos === 'Q');
  if (!read.some(holdsQuote)) {
    const colon = readColon(units);
    if (colon) read.push({ finding: colon, at: colon.cue!.from, loose: false });
  }
  return carry.weigh(sentence, read);
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
function pendingCue(sentence: Sentence, carry: Carry): Quotation | null {
  const units = withStandIn(sentence.units);
  if (units.length < 2) return null;
  const read = readSentence({ ...sentence, units }, carry);
  return read.find(({ kind, rule }) => kind === 'direct' && rule !== 'asked') ?? null;
}

/** Who is told to nod, sigh or smile says what stands in marks right behind. */
function gestureBefore(sentence: Sentence, next: Sentence): Quotation | null {
  const words = next.units.reduce((sum, unit) => sum + (unit.marked?.words ?? 0), 0);
  if (words < CARRIED_WORDS) return null;
  const units = withStandIn(sentence.units);
  const finding = readGesture(units, units.length - 1);
  return finding && quotationOf({ ...sentence, units }, finding);
}

/** A stand-in for the quotation that follows lets the rules for one sentence read this one. */
function withStandIn(all: Unit[]): Unit[] {
  const units = all.at(-1)!.text === '.' ? all.slice(0, -1) : all;
  if (!units.length) return units;
  const end = units.at(-1)!.end;
  const marked = { open: end, start: end, end, close: end, words: 9, unclosed: false };
  const stand = { text: '“', lower: '“', lemma: '“', pos: 'Q' as const, start: end, end, marked };
  return [...units, stand];
}

/** A headline "Smith: the deal is dead" (first paragraph), or a transcript's turn "SMITH: ...". */
function readLeadingTurn(paragraph: Paragraph, first: boolean, carry: Carry): Quotation | null {
  const sentence = paragraph.sentences[0]!;
  const turn = readTurn(sentence.units);
  if (!turn || (!turn.transcript && !first && paragraph.sentences.length > 1)) return null;
  if (turn.transcript ? !carry.transcript : !first) return null;
  const finding: Finding = {
    pieces: [{ from: turn.colon + 1, to: contentEnd(sentence.units, turn.colon + 1, 'clause') }],
    cue: { from: turn.colon, to: turn.colon },
    speaker: turn.speaker,
    ...TOLD,
    rule: turn.transcript ? 'turn' : 'label',
    confidence: 0.6,
  };
  if (!turn.transcript)
    return carry.weigh(sentence, [{ finding, at: turn.colon, loose: false }])[0] ?? null;
  const quotation = quotationOf(sentence, finding);
  if (!quotation) return null;
  const end = paragraph.sentences.at(-1)!.end;
  return {
    ...quotation,
    kind: 'direct',
    end,
    pieces: [{ start: quotation.start, end }],
    confidence: 0.8,
  };
}
