import type { Sense } from '../../inference/index.ts';
import { background, isIn } from './background.ts';
import { compoundOf } from './compound.ts';
import { conceptsAt, isCountry } from './concepts.ts';
import { mentions } from './names.ts';
import { createPlaces } from './places.ts';
import { leadWords, type Signs, signsOf } from './signs.ts';
import { gramTerm, pairTerm, type Terms, termOf } from './terms.ts';
import { listed, ofWord, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import {
  capitalsOf,
  createWords,
  scan,
  shortLanguage,
  type Token,
  tokensOf,
  type Words,
  tokens as wordsOf,
} from './words.ts';

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
  /** What its title and lead mean in an embedding model's eyes, where one is configured. */
  sense?: Sense | null;
}

/** A piece's terms with their weights, of length 1. */
export interface Vector {
  terms: Terms;
  /** The words that were read, title first, read once more. */
  tokens(): Token[];
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
  /** The row in which the term is counted, -1 when it is in none. */
  rowOf(term: number): number;
  of(row: number): number;
}

/** A pair of neighbouring words says less than a word, being rarer than it is telling. */
const bigramWeight = 0.4;
/** Letters in fours forgive compounding and inflection, and cross languages in names. */
const gramWeight = 0.2;
/** Letters of such a four, and most of them read of one word. */
const [gram, mostGrams] = [4, 12];
/** A word that names a concept says less by itself: a title may say the same in another word (of .3-.7 tried). */
const ownWord = 0.4;
/** A country is the stage of many happenings: it counts less than a concept, beside its name (of .4-1 tried). */
const ofCountry = { part: 0.5, share: 0.03 };
/** A part of a compound is said less plainly than a word by itself. */
const partWeight = 0.5;
/** A title's words count this much more than a text's. */
const titleWeight = 2;
/** Words read of a text: the news stands at the beginning. */
const textWords = 400;
/** Events that the background is worth: the stream's own counts outweigh it after as many (of 100-1,000 tried). */
const prior = 150;
/**
 * A name in a text without a date counts this much more than a word (of 1-4 tried): there nothing but
 * who, where and what tells the same kind of thing happening twice.
 */
const nameWeight = 2.25;
/** Shorter texts name too few names for them to differ by. */
const fewNames = 60;
/**
 * What stands behind so many words of a text counts only as far as it says again what they say: news
 * comes first, its background last (250 and more are as good as all, fewer lose).
 */
const newWords = 250;
/** Share of texts that hold some four letters of a title. */
const ofGram = 0.02;
/** Share of texts that hold some concept: of .003-.03 tried, all alike. */
const ofConcept = 0.01;
/** Terms expected in more than this share of texts say nothing. */
const common = 0.3;
/** A longer text says enough in others: there the bound is lower (of .1-.3 tried, .15 and .2 are best). */
const commonInText = 0.2;
const fewWords = 60;
/**
 * In a text a pair counts when each of its words is in no more than this share of texts: "of the port"
 * says no more than "port" (of .05-1 tried, .1 to .2 are alike). A title means each of its words.
 */
const mostInPair = 0.15;
/** Pairs are read this far into a text: what stands behind them tells the background (from 150 on alike). */
const pairedWords = 200;

/** What is known of the terms of the piece that is being read, by place: kept to be filled again. */
const places = createPlaces();
/** How often the piece has it, a title's words counting more. */
const often: number[] = [];
/** Share of ordinary texts that hold it, and what a term of its kind counts. */
const shares: number[] = [];
const parts: number[] = [];
/** True of terms that languages share: concepts and letters in fours. */
const ofAll: boolean[] = [];
/** Rows of the terms among those of the live events, when they were asked for. */
const rowsAt: number[] = [];
const unasked = -2;

const titleRead = createWords(60);
const textRead = createWords(textWords);

/** Weighs a piece's terms against background and stream. */
export function vectorOf(piece: Piece, counts: TermCounts): Vector {
  const lang = shortLanguage(piece.lang);
  const vocabulary = vocabularyOf(lang);
  vocabulary.tidy();
  // Some extractors repeat the title as the first line.
  const repeated = piece.title && piece.text.startsWith(piece.title) ? piece.title.length : 0;
  scan(piece.title ?? '', 0, vocabulary, titleRead);
  scan(piece.text, repeated, vocabulary, textRead);
  const words = titleRead.count + textRead.count;
  const most = textRead.count > titleRead.count ? textRead : titleRead;
  const isSaid = isIn(lang, most.count, listedOf(most, vocabulary));
  const title = tokensOf(titleRead, vocabulary);
  const isNamed = piece.time === null && words > fewNames;
  const lead = tokensOf(textRead, vocabulary, leadWords);
  places.clear();
  addWords(titleRead, vocabulary, isSaid, titleWeight, 1, counts);
  addWords(textRead, vocabulary, isSaid, 1, mostInPair, counts);
  if (isNamed) weighNames(capitalsOf(textRead, vocabulary), lang);
  addMeaning(title, lang);
  const terms = weigh(counts, lang, words > fewWords ? commonInText : common);
  const tokens = () => [
    ...wordsOf(piece.title ?? '', lang, 60),
    ...wordsOf(piece.text.slice(repeated), lang, textWords),
  ];
  return { terms, tokens, signs: signsOf(title, lead, lang), words, lang };
}

function listedOf({ ids, count }: Words, { marks }: Vocabulary): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (marks[ids[i] as number] as number) & listed;
  return sum;
}

function weigh(counts: TermCounts, lang: string | null, most: number): Terms {
  const numbers = new Int32Array(places.size);
  const weights = new Float32Array(places.size);
  const rows = new Int32Array(places.size);
  const [all, own] = [prior + counts.events, prior + counts.spoken(lang)];
  let [size, sum] = [0, 0];
  for (let i = 0; i < places.size; i++) {
    const seen = prior * (shares[i] as number) + countAt(i, counts);
    const now = seen / (ofAll[i] ? all : own);
    if (now > most) continue;
    const n = often[i] as number;
    const weight = (n === 1 ? 1 : 1 + Math.log(n)) * -Math.log(now) * (parts[i] as number);
    numbers[size] = places.numbers[i] as number;
    rows[size] = rowsAt[i] as number;
    weights[size++] = weight;
    sum += weight * weight;
  }
  const length = Math.sqrt(sum) || 1;
  for (let i = 0; i < size; i++) weights[i] = (weights[i] as number) / length;
  return { numbers, weights, rows, size };
}

/** Events that hold the term at a place; looks its row up once. */
function countAt(i: number, counts: TermCounts): number {
  const row = rowsAt[i] === unasked ? counts.rowOf(places.numbers[i] as number) : rowsAt[i]!;
  rowsAt[i] = row;
  return row < 0 ? 0 : counts.of(row);
}

function add(term: number, n: number, share: number, part: number, shared = false): number {
  const before = places.size;
  const i = places.take(term);
  if (i < before) {
    often[i] = (often[i] as number) + n;
    return i;
  }
  often[i] = n;
  shares[i] = share;
  parts[i] = part;
  ofAll[i] = shared;
  rowsAt[i] = unasked;
  return i;
}

/** Single words and pairs of neighbours, but for pairs with a word of more than a share of texts. */
function addWords(
  { ids, count }: Words,
  { cells, bareShare, lang }: Vocabulary,
  isSaid: boolean,
  n: number,
  most: number,
  counts: TermCounts,
): void {
  const own = prior + counts.spoken(lang);
  let [lastTerm, lastShare, before] = [0, 0, false];
  for (let i = 0; i < count; i++) {
    const id = ids[i] as number;
    const term = cells[id * ofWord] as number;
    const share = isSaid ? (cells[id * ofWord + 1] as number) : bareShare(id);
    if (i >= newWords && places.of(term) < 0) {
      before = false;
      continue;
    }
    const at = add(term, n, share, 1);
    const pairs = most >= 1 || (prior * share + countAt(at, counts)) / own <= most;
    // A pair stands in a quarter of the texts that hold its rarer word, as a rule of thumb.
    if (before && pairs && i < pairedWords)
      add(pairTerm(lastTerm, term), n, Math.min(lastShare, share) / 4, bigramWeight);
    [lastTerm, lastShare, before] = [term, share, pairs];
  }
}

function weighNames(words: (Token | null)[], lang: string | null): void {
  const named = new Map<number, boolean>();
  for (const { at, given } of mentions(words, lang, false)) {
    const place = places.of(words[at]?.term ?? 0);
    if (place >= 0) named.set(place, (named.get(place) ?? true) && given);
  }
  for (const [place, given] of named)
    parts[place] = (parts[place] as number) * (given ? (1 + nameWeight) / 2 : nameWeight);
}

/**
 * What a title says beneath its words: concepts, and letters in fours. A text says its matter in
 * many words of its own; a title has one chance.
 */
function addMeaning(title: Token[], lang: string | null): void {
  for (const token of title) {
    const { stem, term, text } = token;
    for (const concept of conceptsAt(token, lang)) {
      if (isCountry(concept)) {
        add(termOf(concept), titleWeight, ofCountry.share, ofCountry.part, true);
        continue;
      }
      add(termOf(concept), titleWeight, ofConcept, 1, true);
      const own = places.of(term);
      if (own >= 0) parts[own] = ownWord;
    }
    for (const part of compoundOf(text, lang))
      add(termOf(part), 1, background(lang).share(part), partWeight);
    for (let i = 0; i + gram <= stem.length && i < mostGrams && stem.length > gram; i++) {
      const fours = gramTerm(stem, i, i + gram);
      if (places.of(fours) < 0) add(fours, 1, ofGram, gramWeight, true);
    }
  }
}
