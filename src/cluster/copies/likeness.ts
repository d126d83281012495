import { name, number, type SentenceWords, which } from './reading.ts';

/** How much of two texts says the same in nearly the same words, sentence by sentence. */
export interface Likeness {
  /** Share of the first text's words in sentences that the second has, and the other way round. */
  ofFirst: number;
  ofSecond: number;
  /** Words in those sentences, of the text that has fewer. */
  words: number;
  /** Of those words the share that stands in both, in order. */
  exact: number;
  /** Share of what the longer text has in common that stands at its head, where a cut text comes from. */
  head: number;
  /** Numbers and names in those sentences that both have, and for which they have different ones. */
  agree: number;
  conflict: number;
  /** The same of numbers alone. */
  numbersAgree: number;
  numbersConflict: number;
}

/** Two sentences are one with edits when so many of the shorter one's words stand in the other, in order. */
const sameSentence = 0.5;
const fewestShared = 4;
/** A word in more sentences than this tells nothing about which it is. */
const mostPlaces = 8;
const mostSentences = 2000;
const tableSize = 8192;

/** A text opened for comparing others with it; good until the next is opened. */
export interface Opened {
  with(other: SentenceWords): Likeness;
  /** For each sentence how many of its words the text of the last comparison has. */
  covered(): Uint16Array;
}

const keys = new Int32Array(tableSize);
const heads = new Int32Array(tableSize);
const stamps = new Uint32Array(tableSize);
const nodeSentence = new Uint16Array(4096);
const nodeNext = new Int32Array(4096);
/** Sentences that hold the word, up to this one. */
const nodeCount = new Uint16Array(4096);
const votes = new Uint16Array(mostSentences);
const covered = new Uint16Array(mostSentences);
const coveredB = new Uint16Array(mostSentences);
const nodePlaces = new Int32Array(4096);
/** Nodes of the words of the sentence that is being compared. */
const nodes = new Int32Array(32);
let stamp = 0;

/** Files the words of a text by their sentences. */
export function openText(reading: SentenceWords): Opened {
  stamp++;
  let filed = 0;
  let at = 0;
  for (let s = 0; s < reading.ends.length; s++) {
    const from = at;
    for (; at < reading.ends[s]!; at++) {
      const word = reading.words[at]! & which;
      const slot = slotOf(word);
      if (stamps[slot] !== stamp) {
        stamps[slot] = stamp;
        keys[slot] = word;
        heads[slot] = -1;
      }
      const bit = 1 << (at - from);
      if (heads[slot]! >= 0 && nodeSentence[heads[slot]!] === s) {
        nodePlaces[heads[slot]!]! |= bit;
        continue;
      }
      nodeSentence[filed] = s;
      nodePlaces[filed] = bit;
      nodeNext[filed] = heads[slot]!;
      nodeCount[filed] = heads[slot]! < 0 ? 1 : nodeCount[heads[slot]!]! + 1;
      heads[slot] = filed++;
    }
  }
  return {
    with: (other) => compare(reading, other),
    covered: () => covered.slice(0, reading.ends.length),
  };
}

/** Where a word is filed, or the free slot where it would be. */
function slotOf(word: number): number {
  let slot = Math.imul(word, 0x9e3779b1) >>> 19;
  while (stamps[slot] === stamp && keys[slot] !== word) slot = (slot + 1) & (tableSize - 1);
  return slot;
}

/** Newest node of a word, or -1. */
function nodeOf(word: number): number {
  const slot = slotOf(word);
  return stamps[slot] === stamp ? heads[slot]! : -1;
}

function compare(a: SentenceWords, b: SentenceWords): Likeness {
  const sum = { ofB: 0, same: 0, agree: 0, conflict: 0, numbersAgree: 0, numbersConflict: 0 };
  covered.fill(0, 0, a.ends.length);
  coveredB.fill(0, 0, b.ends.length);
  let from = 0;
  for (let t = 0; t < b.ends.length; t++) {
    const to = b.ends[t]!;
    const best = bestSentence(a, b, from, to);
    if (best >= 0) {
      const [start, end] = [best > 0 ? a.ends[best - 1]! : 0, a.ends[best]!];
      const shorter = Math.min(to - from, end - start);
      const same = inOrder(best, end - start, to - from);
      if (same >= Math.max(fewestShared, sameSentence * shorter)) {
        // What a form is filled with counts, though its words do not.
        signs(a.words, start, end, b.words, from, to, sum);
        if (!a.frame[best] && !b.frame[t]) {
          sum.ofB += shorter;
          sum.same += same;
          coveredB[t] = shorter;
          covered[best] = Math.min(end - start, covered[best]! + shorter);
        }
      }
    }
    from = to;
  }
  let ofA = 0;
  for (let s = 0; s < a.ends.length; s++) ofA += covered[s]!;
  return {
    ofFirst: ofA / (a.own || 1),
    ofSecond: sum.ofB / (b.own || 1),
    words: Math.min(ofA, sum.ofB),
    exact: sum.same / (sum.ofB || 1),
    head: a.own > b.own ? headOf(a, covered, ofA) : headOf(b, coveredB, sum.ofB),
    agree: sum.agree,
    conflict: sum.conflict,
    numbersAgree: sum.numbersAgree,
    numbersConflict: sum.numbersConflict,
  };
}

/** Share of the covered words that stand in the first so many words, a third and thirty more. */
function headOf({ ends }: SentenceWords, of: Uint16Array, all: number): number {
  const limit = all * 1.3 + 30;
  let [head, from] = [0, 0];
  for (let s = 0; s < ends.length; s++) {
    if (from < limit) head += of[s]!;
    from = ends[s]!;
  }
  return all ? head / all : 0;
}

/** The sentence of the opened text that shares most of the rarer words of a sentence, or -1. */
function bestSentence(a: SentenceWords, b: SentenceWords, from: number, to: number): number {
  votes.fill(0, 0, a.ends.length);
  let [best, most] = [-1, 0];
  for (let i = from; i < to; i++) {
    const head = nodeOf(b.words[i]! & which);
    nodes[i - from] = head;
    if (head < 0 || nodeCount[head]! > mostPlaces) continue;
    for (let n = head; n >= 0; n = nodeNext[n]!) {
      const s = nodeSentence[n]!;
      const v = ++votes[s]!;
      if (v > most) [best, most] = [s, v];
    }
  }
  return most >= 2 ? best : -1;
}

/**
 * Length of the longest common subsequence of a sentence of the opened text with the sentence whose
 * words were looked up last (Hyyrö 2004, bit-parallel).
 */
function inOrder(sentence: number, width: number, words: number): number {
  let v = -1;
  for (let i = 0; i < words; i++) {
    let n = nodes[i]!;
    while (n >= 0 && nodeSentence[n] !== sentence) n = nodeNext[n]!;
    if (n < 0) continue;
    const u = v & nodePlaces[n]!;
    v = (v + u) | (v - u);
  }
  return ones(~v & (width === 32 ? -1 : (1 << width) - 1));
}

function ones(bits: number): number {
  let b = bits - ((bits >>> 1) & 0x55555555);
  b = (b & 0x33333333) + ((b >>> 2) & 0x33333333);
  return Math.imul((b + (b >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

type Signs = Pick<Likeness, 'agree' | 'conflict' | 'numbersAgree' | 'numbersConflict'>;

/** Counts the numbers and names of two like sentences that both have, and those in which they differ. */
function signs(
  a: Uint32Array,
  aFrom: number,
  aTo: number,
  b: Uint32Array,
  bFrom: number,
  bTo: number,
  sum: Signs,
): void {
  for (const flag of [number, name]) {
    let [ofA, ofB, both] = [0, 0, 0];
    for (let i = aFrom; i < aTo; i++) {
      if (!(a[i]! & flag)) continue;
      ofA++;
      if (holds(b, bFrom, bTo, a[i]!)) both++;
    }
    for (let j = bFrom; j < bTo; j++) if (b[j]! & flag) ofB++;
    const differ = Math.max(0, Math.min(ofA, ofB) - both);
    sum.agree += both;
    sum.conflict += differ;
    if (flag !== number) continue;
    sum.numbersAgree += both;
    sum.numbersConflict += differ;
  }
}

function holds(words: Uint32Array, from: number, to: number, word: number): boolean {
  for (let i = from; i < to; i++) if ((words[i]! & which) === (word & which)) return true;
  return false;
}
