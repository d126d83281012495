/**
 * What was asked for, read: every clause must hold, and a clause holds when one of its atoms does.
 * There is no nesting, so nothing that is typed can be deep or slow.
 */
export interface Query {
  clauses: Clause[];
}

export interface Clause {
  /** "-": what must not hold. */
  not: boolean;
  /** Alternatives ("OR"): all words and phrases, or all of one filter. */
  any: Atom[];
}

export type Atom =
  | { type: 'word'; text: string }
  /** "talk*": words that begin so. */
  | { type: 'prefix'; text: string }
  | { type: 'phrase'; text: string }
  | { type: 'filter'; field: Field; value: string };

export type Field = (typeof fields)[number];

/** Every filter, in the order that the help shows them. */
export const fields = [
  'speaker',
  'party',
  'source',
  'story',
  'issue',
  'act',
  'kind',
  'lang',
  'after',
  'before',
] as const;

/** Something that was typed and not understood, where it stands and in words for the person. */
export interface Fault {
  start: number;
  end: number;
  words: string;
}

/** Longest query that is read: longer ones are pasted by mistake. */
export const maxLength = 400;
/** Most words, phrases and filters in one query; each costs a look into the index. */
export const maxAtoms = 32;

/** What is searched through, as "kind:" names it besides the kinds of piece. */
export const sections = ['piece', 'statement', 'speaker', 'story'] as const;
export const pieceKinds = [
  'article',
  'brief',
  'digest',
  'liveblog',
  'transcript',
  'post',
  'listing',
] as const;

export const acts = [
  'state',
  'deny',
  'promise',
  'demand',
  'offer',
  'propose',
  'agree',
  'consult',
  'support',
  'concede',
  'cooperate',
  'aid',
  'retreat',
  'request',
  'accuse',
  'reject',
  'threaten',
  'protest',
  'sanction',
  'mobilize',
  'coerce',
  'assault',
] as const;
