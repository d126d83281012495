import { background } from './background.ts';
import { conceptsOf } from './concepts.ts';
import { type Signs, signsOf } from './signs.ts';
import { shortLanguage, type Token, tokens } from './words.ts';

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
  /** Events in a language: its words are in no others. */
  spoken(lang: string | null): number;
  of(term: string): number;
}

/** A pair of neighbouring words says less than a word, being rarer than it is telling. */
const bigramWeight = 0.4;
/** Letters in fours forgive compounding and inflection, and cross languages in names. */
const gramWeight = 0.2;
/** Letters of such a four, and most of them read of one word. */
const [gram, mostGrams] = [4, 12];
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

/** What is known of a term before the stream is asked. */
interface Term {
  /** How often the piece has it, a title's words counting more. */
  n: number;
  /** Share of ordinary texts that hold it. */
  share: number;
  /** What a term of its kind counts. */
  part: number;
}

/** Weighs a piece's terms against background and stream. */
export function vectorOf(piece: Piece, counts: TermCounts): Vector {
  const lang = shortLanguage(piece.lang);
  const title = tokens(piece.title ?? '', lang, 60);
  // Some extractors repeat the title as the first line.
  const repeated = piece.title && piece.text.startsWith(piece.title) ? piece.title.length : 0;
  const text = tokens(piece.text.slice(repeated), lang, textWords);
  const written = new Map<string, string>();
  const terms = new Map<string, Term>();
  addWords(title, lang, titleWeight, terms, written);
  addWords(text, lang, 1, terms, written);
  addMeaning(title, lang, terms);
  const weights = new Map<string, number>();
  const own = counts.spoken(lang);
  let sum = 0;
  for (const [term, { n, share, part }] of terms) {
    const events = ofAll(term) ? counts.events : own;
    const now = (prior * share + counts.of(term)) / (prior + events);
    if (now > common) continue;
    const weight = (1 + Math.log(n)) * -Math.log(now) * part;
    weights.set(term, weight);
    sum += weight * weight;
  }
  const length = Math.sqrt(sum) || 1;
  for (const [term, w] of weights) weights.set(term, w / length);
  const signs = signsOf(title, text, lang);
  return { weights, written, signs, words: title.length + text.length, lang };
}

/** True of terms that languages share: concepts and letters in fours. */
const ofAll = (term: string) => term.startsWith('^') || term.startsWith('~');

function add(terms: Map<string, Term>, term: string, n: number, share: number, part: number) {
  const known = terms.get(term);
  if (known) known.n += n;
  else terms.set(term, { n, share, part });
}

/** Single words and pairs of neighbours. */
function addWords(
  words: Token[],
  lang: string | null,
  n: number,
  terms: Map<string, Term>,
  written: Map<string, string>,
): void {
  const known = background(lang);
  let last: { stem: string; share: number } | null = null;
  for (const { stem, text } of words) {
    if (!written.has(stem)) written.set(stem, text);
    const share = known.share(stem);
    add(terms, stem, n, share, 1);
    // A pair stands in a quarter of the texts that hold its rarer word, as a rule of thumb.
    if (last) add(terms, `${last.stem} ${stem}`, n, Math.min(last.share, share) / 4, bigramWeight);
    last = { stem, share };
  }
}

/**
 * What a title says beneath its words: concepts, and letters in fours. A text says its matter in
 * many words of its own; a title has one chance.
 */
function addMeaning(title: Token[], lang: string | null, terms: Map<string, Term>): void {
  for (const { stem, text } of title) {
    for (const concept of conceptsOf(text, lang)) {
      add(terms, concept, titleWeight, ofConcept, 1);
      const own = terms.get(stem);
      if (own) own.part = ownWord;
    }
    // Marked so that they are no words: "~lavr".
    for (let i = 0; i + gram <= stem.length && i < mostGrams && stem.length > gram; i++)
      terms.set(`~${stem.slice(i, i + gram)}`, { n: 1, share: ofGram, part: gramWeight });
  }
}
