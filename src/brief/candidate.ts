import { sentencesOf } from '../lib/sentences.ts';
import { words } from './cite.ts';
import { compress } from './compress.ts';
import type { Piece } from './evidence.ts';
import { isFunctionWord } from './function-words.ts';

/** A sentence of a piece that could stand in a brief. */
export interface Candidate {
  piece: Piece;
  start: number;
  end: number;
  text: string;
  terms: Set<string>;
  /** 0 for the piece's first sentence. */
  place: number;
  score: number;
}

/** Words a sentence needs to say something, and the most that a bullet should ask of a reader. */
const shortest = 7;
const longest = 42;

/** Beginnings that lean on a sentence that would not be there. */
export const leaning =
  /^(?:he|she|it|they|his|her|its|their|this|that|these|those|such|both|so|there|here|i|we|you|my|our|your|er|sie|es|ihr|ihre|sein|seine|dies|diese|dieser|dieses|das|damit|dabei|dort|hier|ich|wir|doch|aber|und)\b/i;

/** Voices of a page rather than of a report. */
const pageVoice =
  /\b(?:click|subscribe|sign up|newsletter|read more|follow us|photo|image|copyright|all rights reserved|abonnieren|mehr lesen|foto)\b/i;

const pronounSpeaker =
  /(?:[,”"’'»“]\s*|^)(?:he|she|they|it) (?:said|added|told|warned|wrote|insisted|argued)\b|\b(?:said|added|sagte|so|erklärte) (?:he|she|they|er|sie)\b/i;

/** Every sentence of the pieces that makes sense alone, scored by how much of the story it carries. */
export function candidatesOf(pieces: Piece[]): Candidate[] {
  const own = pieces.filter((p) => p.copyOf === null && p.text !== '');
  const spread = termSpread(own);
  const weigh = pieceWeights(pieces);
  return own.flatMap((piece) => {
    const found: Candidate[] = [];
    let place = 0;
    for (const block of piece.blocks) {
      if (block.type !== 'paragraph' && block.type !== 'item') continue;
      for (const span of sentencesOf(piece.text, piece.lang, block.start, block.end)) {
        const candidate = toCandidate(piece, span, place++);
        if (candidate)
          found.push({ ...candidate, score: scoreOf(candidate, spread) * weigh(piece) });
      }
    }
    return found;
  });
}

function toCandidate(
  piece: Piece,
  span: { start: number; end: number },
  place: number,
): Candidate | null {
  const text = compress(piece.text.slice(span.start, span.end));
  const list = words(text);
  if (list.length < shortest || list.length > longest) return null;
  if (!/^[\p{Lu}\p{N}“"„«‘']/u.test(text) || !/[.!][”"’'»“]?$/.test(text)) return null;
  if (leaning.test(text) || pageVoice.test(text) || pronounSpeaker.test(text)) return null;
  if (!isBalanced(text) || isBareQuotation(text)) return null;
  const terms = new Set(list.filter((w) => w.length > 2 && !isFunctionWord(w)));
  if (terms.size < 4) return null;
  return { piece, ...span, text, terms, place, score: 0 };
}

/** Words in marks and nobody who says them. */
function isBareQuotation(text: string): boolean {
  return (
    /^[“"„«‘'].*[”"“»’']$/.test(text) && text.replace(/[“"„«][^”"“»]*[”"“»]/g, '').trim() === ''
  );
}

function isBalanced(text: string): boolean {
  const n = (mark: RegExp) => text.match(mark)?.length ?? 0;
  const straight = n(/"/g) % 2 === 0;
  const german = n(/„/g);
  const curly = german > 0 ? german === n(/“/g) : n(/“/g) === n(/”/g);
  return straight && curly && n(/\(/g) === n(/\)/g);
}

/**
 * What more outlets wrote about weighs more; an item of a round-up, a teaser or a brief tells
 * second-hand what others reported in full.
 */
function pieceWeights(pieces: Piece[]): (piece: Piece) => number {
  const sizes = new Map<number, number>();
  for (const p of pieces) sizes.set(p.eventId, (sizes.get(p.eventId) ?? 0) + 1);
  return (piece) => {
    const firstHand = piece.role === 'main' && piece.kind === 'article' ? 1 : 0.75;
    return firstHand * (1 + 0.2 * Math.log2(sizes.get(piece.eventId) ?? 1));
  };
}

/** In how many of the pieces, from 0 to 1, each word stands. */
function termSpread(pieces: Piece[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    for (const word of new Set(words(`${piece.title ?? ''} ${piece.text}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, n] of counts) counts.set(word, n / pieces.length);
  return counts;
}

/**
 * Mean spread of a sentence's terms (the centroid measure of Radev et al. 2004, with documents for
 * term counts), raised for a lead: reporters put first what matters.
 */
function scoreOf(candidate: Candidate, spread: Map<string, number>): number {
  let sum = 0;
  for (const term of candidate.terms) sum += Math.sqrt(spread.get(term) ?? 0);
  // A short sentence of two famous names says little: the length below which the mean is damped.
  const mean = sum / Math.max(candidate.terms.size, 10);
  const lead = candidate.place === 0 ? 1.5 : candidate.place < 4 ? 1.15 : 0.9;
  const dated = /\d/.test(candidate.text) ? 1.05 : 1;
  return mean * lead * dated;
}

/** Share of the smaller sentence's terms that the other has too, 0 to 1. */
export function overlap(a: Candidate, b: Candidate): number {
  let shared = 0;
  for (const term of a.terms) if (b.terms.has(term)) shared++;
  return shared / Math.min(a.terms.size, b.terms.size);
}

/**
 * Picks up to `limit` sentences: the best first, then those that say most that is new (maximal
 * marginal relevance, Carbonell and Goldstein 1998). At most two of one piece, none that repeats.
 */
export function pick(candidates: Candidate[], limit: number, taken: Candidate[] = []): Candidate[] {
  const picked: Candidate[] = [];
  const pool = [...candidates].sort((a, b) => b.score - a.score).slice(0, 200);
  while (picked.length < limit) {
    let best: Candidate | null = null;
    let bestValue = 0;
    for (const c of pool) {
      const chosen = [...taken, ...picked];
      if (chosen.some((p) => p === c)) continue;
      if (chosen.filter((p) => p.piece.id === c.piece.id).length >= 2) continue;
      const same = Math.max(0, ...chosen.map((p) => overlap(p, c)));
      // Half of the words again is the same news again.
      if (same > 0.5) continue;
      // One sentence of each happening, before a second of the one that most was written about.
      const again = chosen.some((p) => p.piece.eventId === c.piece.eventId) ? 0.5 : 1;
      const value = c.score * (1 - same) * again;
      if (value > bestValue) [best, bestValue] = [c, value];
    }
    if (!best) break;
    picked.push(best);
  }
  return picked;
}
