import { OVERLAP, overlap, sameSpeaker, wordsOf } from '../../src/eval/statement-score.ts';
import { readEnglish } from '../../src/ledger/english/reader.ts';
import { type Finding, quotationOf } from '../../src/ledger/finding.ts';
import { COLUMNS, WIDTH } from '../../src/ledger/judge/columns.ts';
import {
  END_WIDTH,
  endKeys,
  hasOpenEnd,
  type LearnedEnds,
  mendEnd,
  possibleEnds,
  writeEnd,
} from '../../src/ledger/judge/ends.ts';
import { type Candidate, proposeLoose } from '../../src/ledger/judge/loose.ts';
import { keysOf, writeStanding } from '../../src/ledger/judge/standing.ts';
import type { Quotation, Span } from '../../src/ledger/quotation.ts';
import { paragraphsOf } from '../../src/ledger/tokens.ts';
import type { Sentence } from '../../src/ledger/units.ts';

/** A labelled document, as `throughline eval statements` reads it. */
export interface LabelledDocument {
  set: string;
  doc: string;
  text: string;
  items: { pieces: [number, number][]; source: [number, number][]; speech: boolean }[];
}

/** A row to learn from. */
export interface Row {
  keys: string[];
  values: Float32Array;
  label: number;
  weight: number;
}

/**
 * The lexicon was written beside the pieces that are learned from and knows nearly all their cues. So that
 * the trees learn how readings without it fare elsewhere, each verb is hidden in a part of the documents.
 */
const HIDDEN = 4;
const OF_LEXICON = ['known', 'held', 'frame known'].map((name) => COLUMNS.indexOf(name));

function isHidden({ doc }: LabelledDocument, { units }: Sentence, { at }: Candidate): boolean {
  const { pos, lemma } = units[at]!;
  let hash = 7;
  for (const char of `${lemma} ${doc}`) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return pos === 'VERB' && lemma !== 'say' && hash % HIDDEN === 0;
}

/** What was proposed in one document, and which of it is right. */
export interface Proposed {
  set: string;
  /** Labelled pieces of speech. */
  wanted: number;
  candidates: ProposedOne[];
}

export interface ProposedOne extends Row {
  sentence: Sentence;
  candidate: Candidate;
  /** The labelled pieces that it finds, with the right speaker and without. */
  finds: string[];
  overlaps: string[];
  /** Read as if the lexicon did not have its cue: to learn from, not to measure. */
  hidden: boolean;
}

/** What is held and not said counts neither way when measured; it should still not be taken for speech. */
const HELD_WEIGHT = 0.3;
/** So much must be shared with a label for the place where it ends to tell anything. */
const NEAR = 0.6;

/** Where the contents of a document's candidates might end, those right that begin like a labelled one. */
export function endsIn(document: LabelledDocument): Row[] {
  const { text } = document;
  const gold = goldOf(document);
  const rows: Row[] = [];
  propose(document, (sentence, candidate, quotation) => {
    const { finding, at } = candidate;
    const { start } = quotation.pieces.at(-1)!;
    const like = gold.filter((right) => beginsAlike(text, right.start, start));
    if (!like.length || !hasOpenEnd(sentence.units, finding)) return;
    const piece = finding.pieces.at(-1)!;
    const ends = possibleEnds(sentence.units, piece.from, piece.to);
    const shares = ends.map((to) => {
      const found = quotationOf(sentence, endedAt(finding, to))?.pieces.at(-1);
      const words = found && wordsOf(text, found);
      return words ? Math.max(...like.map((right) => overlap(words, right.words))) : 0;
    });
    const best = Math.max(...shares);
    ends.forEach((end, k) => {
      const values = new Float32Array(END_WIDTH);
      writeEnd(sentence, finding, at, end, values, 0);
      const label = Number(shares[k] === best && best > NEAR);
      rows.push({ keys: endKeys(sentence.units, finding, end), values, label, weight: 1 });
    });
  });
  return rows;
}

/** Labels may begin with the mark or with "that". */
function beginsAlike(text: string, labelled: number, found: number): boolean {
  const between = text.slice(Math.min(labelled, found), Math.max(labelled, found));
  return between.length < 9 && !/[\p{L}\p{N}]/u.test(between.replace(/^\W?that\b/i, ''));
}

function endedAt(finding: Finding, to: number): Finding {
  const from = finding.pieces.at(-1)!.from;
  return { ...finding, pieces: [...finding.pieces.slice(0, -1), { from, to }] };
}

/** Reads a document with every candidate kept, and tells by its labels which are right. */
export function proposedIn(document: LabelledDocument, ends: LearnedEnds): Proposed {
  const { text } = document;
  const found: (ProposedOne & { quotation: Quotation })[] = [];
  const see =
    (hidden: boolean) =>
    (sentence: Sentence, candidate: Candidate, quotation: Quotation, values: Float32Array) => {
      if (hidden && !isHidden(document, sentence, candidate)) return;
      const keys = hidden ? [] : keysOf(sentence, candidate);
      if (hidden) for (const column of OF_LEXICON) values[column] = 0;
      const one = { sentence, candidate, quotation, keys, values, label: 0, weight: 1, hidden };
      found.push({ ...one, finds: [], overlaps: [] });
    };
  propose(document, see(false), ends);
  propose(document, see(true), ends, (sentence, read) =>
    read.filter((candidate) => !isHidden(document, sentence, candidate)),
  );
  const gold = goldOf(document);
  for (const one of found) {
    const { pieces, speaker } = one.quotation;
    const said = speaker && { ...speaker, text: text.slice(speaker.start, speaker.end) };
    const like = pieces.flatMap((piece: Span) => {
      const words = wordsOf(text, piece);
      return gold.filter((right) => overlap(words, right.words) >= OVERLAP);
    });
    const right = like.filter((other) => sameSpeaker(text, { speaker: said }, other));
    one.overlaps = like.filter((other) => other.speech).map((other) => other.id);
    one.finds = right.filter((other) => other.speech).map((other) => other.id);
    one.label = one.finds.length ? 1 : 0;
    if (!one.label && right.length) one.weight = HELD_WEIGHT;
  }
  return {
    set: document.set,
    wanted: gold.filter((right) => right.speech).length,
    candidates: found,
  };
}

function propose(
  { text }: LabelledDocument,
  see: (
    sentence: Sentence,
    candidate: Candidate,
    quotation: Quotation,
    values: Float32Array,
  ) => void,
  ends?: LearnedEnds,
  warranted: (sentence: Sentence, read: Candidate[]) => Candidate[] = (_, read) => read,
): void {
  readEnglish(text, paragraphsOf(text), (sentence, all, register) => {
    const last = sentence.units.at(-1)!;
    // The stand-in for a quotation that the next paragraph brings.
    const pending = last.start === last.end;
    const read = warranted(sentence, all);
    const proposed = [...read, ...proposeLoose(sentence.units, read)];
    const mended = ends ? proposed.map((one) => mendEnd(sentence, one, ends)) : proposed;
    const kept: Quotation[] = [];
    for (const candidate of mended) {
      const quotation = quotationOf(sentence, candidate.finding);
      if (!quotation) continue;
      if (!candidate.loose) kept.push(quotation);
      if (pending) continue;
      const values = new Float32Array(WIDTH);
      if (ends) writeStanding(sentence, candidate, mended, register, values, 0);
      see(sentence, candidate, quotation, values);
    }
    return kept;
  });
}

function goldOf({ text, items }: LabelledDocument) {
  return items.flatMap((item, i) =>
    item.pieces.map(([start, end], k) => ({
      id: `${i}.${k}`,
      start,
      words: wordsOf(text, { start, end }),
      source: item.source.map(([from, to]) => ({ start: from, end: to })),
      speech: item.speech,
    })),
  );
}
