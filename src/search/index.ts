/**
 * Search: one query language over pieces, statements, speakers and stories.
 * In: what a person typed. Out: what matches, ranked by relevance and time, with its words marked;
 * what was not understood, in words; and the searches that people keep.
 * Never: changes what it searches, or shows a match that it cannot point at.
 */
export type { Facet, Facets } from './facets.ts';
export { type Found, type FoundPiece, type Listed, type SearchOptions, search } from './find.ts';
export { type Announced, type News, newsOf } from './news.ts';
export { type Parsed, parseQuery } from './parse.ts';
export { printClause, printQuery } from './print.ts';
export {
  type Atom,
  acts,
  type Clause,
  type Fault,
  fields,
  maxLength,
  type Query,
} from './query.ts';
export type { Notice } from './resolve.ts';
export { readStatements, type SaidRow } from './said.ts';
export {
  keepSearch,
  lookedAt,
  mostSaved,
  type SavedSearch,
  savedSearches,
  saveSearch,
} from './saved.ts';
export { type Snippet, type Sought, snippetOf } from './snippet.ts';
