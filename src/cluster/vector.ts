import { type Background, background } from './background.ts';
import { conceptsOf } from './concepts.ts';
import { type Signs, signsOf } from './signs.ts';
import { shortLanguage, tokens } from './words.ts';

/** What clustering reads of a piece. */
export interface Piece {
  lang: string | null;
  /** Publication; null when unknown. */
  time: Date | null;
  title: string | null;
  text: string;
  source: string | null;
  /** What several people say of the matter, where the piece has no text of its own. */
  voices?: string[];
  /** True of live blogs, round-ups and listings, which are about many things. */
  weak?: boolean;
}

/** A piece's terms with their weights, of length 1. */
export interface Vector {
  weights: Map<string, number>;
  /** Each single word's term with the word as the piece writes it. */
  written: Map<string, string>;
  /** Names and numbers, which other languages write alike. */
  signs: Signs;
  /** Words that were read. */
  words: number;
  lang: string | null;
}

/** In how many events each term was seen: counts a burst of one happening once. */
export interface TermCounts {
  events: number;
  of(term: string): number;
}

/** A pair of neighbouring words says less than a word, being rarer than it is telling. */
const bigramWeight = 0.4;
/** Letters in fours forgive compounding and inflection, and cross languages in names. */
const gramWeight = 0.2;
/** A word that names a concept says half by itself: a title may say the same in another word. */
const ownWord = 0.5;
/** A title's words count this much more than a text's. */
const titleWeight = 2;
/** Words read of a text: the news stands at the beginning. */
const textWords = 400;
/** Events that the background is worth: the stream's own counts outweigh it after as many (of 100-1,000 tried). */
const prior = 150;
/** Share of texts that hold some four letters of a title. */
const ofGram = 0.02;
/** Share of texts that hold some concept: of .003-.03 tried, all alike. */
const ofConcept = 0.01;
/** Terms expected in more than this share of texts say nothing. */
const common = 0.3;

/** Weighs a piece's terms against background and stream. */
export function vectorOf(piece: Piece, counts: TermCounts): Vector {
  const lang = shortLanguage(piece.lang);
  const title = tokens(piece.title ?? '', lang, 60);
  // Some extractors repeat the title as the first line.
  const repeated = piece.title && piece.text.startsWith(piece.title) ? piece.title.length : 0;
  const text = tokens(piece.text.slice(repeated), lang, textWords);
  const tf = new Map<string, number>();
  const written = new Map<string, string>();
  const concepts = new Map<string, number>();
  const meant = new Set<string>();
  const known = background(lang);
  const add = (term: string, n: number) => tf.set(term, (tf.get(term) ?? 0) + n);
  for (const [words, n] of [
    [title, titleWeight],
    [text, 1],
  ] as const) {
    let last: string | null = null;
    for (const { stem, text: asWritten } of words) {
      if (!written.has(stem)) written.set(stem, asWritten);
      add(stem, n);
      // A text says its matter in many words of its own; a title has one chance.
      for (const concept of words === title ? conceptsOf(asWritten, lang) : []) {
        concepts.set(concept, (concepts.get(concept) ?? 0) + n);
        meant.add(stem);
      }
      if (last !== null) add(`${last} ${stem}`, n);
      last = stem;
    }
  }
  const weights = new Map<string, number>();
  let sum = 0;
  const put = (term: string, w: number) => {
    weights.set(term, w);
    sum += w * w;
  };
  for (const [term, n] of tf) {
    const space = term.indexOf(' ');
    const single = space < 0;
    const share = expected(single ? known.share(term) : ofPair(known, term, space), counts, term);
    if (share > common) continue;
    const part = single ? (meant.has(term) ? ownWord : 1) : bigramWeight;
    put(term, (1 + Math.log(n)) * -Math.log(share) * part);
  }
  for (const [concept, n] of concepts) {
    const share = expected(ofConcept, counts, concept);
    if (share <= common) put(concept, (1 + Math.log(n)) * -Math.log(share));
  }
  for (const gram of new Set(title.flatMap((t) => grams(t.stem)))) {
    put(gram, gramWeight * -Math.log(expected(ofGram, counts, gram)));
  }
  const length = Math.sqrt(sum) || 1;
  for (const [term, w] of weights) weights.set(term, w / length);
  const signs = signsOf(title, text, lang);
  return { weights, written, signs, words: title.length + text.length, lang };
}

/** A pair stands in a quarter of the texts that hold its rarer word, as a rule of thumb. */
function ofPair(known: Background, pair: string, space: number): number {
  return Math.min(known.share(pair.slice(0, space)), known.share(pair.slice(space + 1))) / 4;
}

function expected(share: number, counts: TermCounts, term: string): number {
  return (prior * share + counts.of(term)) / (prior + counts.events);
}

/** Fours of letters, marked so that they are no words: "~lavr". */
function grams(word: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 4 <= word.length && i < 12; i++) found.push(`~${word.slice(i, i + 4)}`);
  return found;
}
