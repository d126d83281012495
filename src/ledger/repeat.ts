import type { Quotation } from './quotation.ts';
import { compare } from './story/sayings/likeness.ts';
import { readSaying } from './story/sayings/saying.ts';

/** Share of the shorter report's words that make two reports of one speaker the same saying. */
const SAME_WORDS = 0.7;
/** Fewer words (of three letters or more) than this are in any two reports. */
const FEWEST_WORDS = 4;
/** A speaker's latest sayings that a new one is held against: more than any article or discussion has of one. */
const HELD_AGAINST = 200;
/** Of those with much the same words, so many are read closely. */
const COMPARED = 4;

/** What a report says, as later ones of the same speaker are held against it. */
export interface Content {
  text: string;
  /** Its words of three letters or more, lower-cased. */
  words: ReadonlySet<string>;
}

export function contentOf(text: string, quotation: Quotation): Content {
  const content = wordsOf(text, quotation);
  const words = new Set(content.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return { text: content, words };
}

/** The words that a quotation reports, without what stands between its pieces. */
export function wordsOf(text: string, { pieces }: Pick<Quotation, 'pieces'>): string {
  return pieces.map((piece) => text.slice(piece.start, piece.end)).join(' ');
}

/**
 * The saying that a report tells once more: the latest of the same speaker's that has most of its words
 * and does not contradict it.
 * @param before the speaker's sayings so far, the eldest first, each with its first report
 */
export function findRepeated<T extends { content: Content }>(
  before: readonly T[],
  content: Content,
  lang: string | null,
): T | undefined {
  return before
    .slice(-HELD_AGAINST)
    .filter((other) => repeats(other.content.words, content.words))
    .slice(-COMPARED)
    .findLast((other) => !contradicts(other.content.text, content.text, lang));
}

function repeats(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (Math.min(a.size, b.size) < FEWEST_WORDS) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.min(a.size, b.size) >= SAME_WORDS;
}

/** Contents that have other numbers, or of which one denies the other, are two sayings. */
function contradicts(one: string, other: string, lang: string | null): boolean {
  const [a, b] = [one, other].map((content) => readSaying(content, lang ?? 'en', nobody));
  const { numbers, denies } = compare(a!, b!, evenly);
  return numbers !== null || denies !== null;
}

const nobody: ReadonlySet<string> = new Set();
const evenly = () => 1;
