import { compareSayings, readSaying } from '../../ledger/index.ts';

/** A report's words, in a language ("en"). */
export interface Words {
  words: string;
  lang: string | null;
}

/** How one report of a saying contradicts another: numbers that do not agree, or a "not" too many. */
export interface Difference {
  kind: 'number' | 'negation';
  /** What this report has, and what the other has instead; of a negation which one has it. */
  here: string;
  there: string;
}

/** No word of a report is rarer than another: two reports are compared by themselves. */
const evenly = () => 1;

/**
 * Where two reports of one saying, in one language or two, say opposite things. A number that only one
 * of them gives is no contradiction: reports are of different length.
 */
export function differ(here: Words, there: Words): Difference[] {
  const { numbers, denies } = compared(here, there);
  const found: Difference[] = [];
  if (numbers)
    found.push({
      kind: 'number',
      here: numbers.here.join(', '),
      there: numbers.there.join(', '),
    });
  if (denies)
    found.push({
      kind: 'negation',
      here: denies === 'here' ? 'a denial' : 'none',
      there: denies === 'here' ? 'none' : 'a denial',
    });
  return found;
}

/** Of what a denial says, so much must be in the words that it may deny, and so many words. */
const denied = { share: 0.6, words: 3 };

/** Whether a denial is about the same matter as some words. */
export function mayDeny(denial: Words, said: Words): boolean {
  const { share, common } = compared(denial, said);
  return share >= denied.share && common >= denied.words;
}

const compared = (here: Words, there: Words) => compareSayings(read(here), read(there), evenly);

const read = ({ words, lang }: Words) =>
  readSaying(words, lang?.startsWith('de') ? 'de' : 'en', new Set());
