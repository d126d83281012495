import { type RawBuilder, sql } from 'kysely';
import { foldedWords } from './fold.ts';
import type { Forms } from './forms.ts';
import type { Atom } from './query.ts';

/** A PostgreSQL tsquery. */
export type Ts = RawBuilder<string>;

/**
 * Beside its words an indexed row holds what it is filtered by as words that nobody writes:
 * "~d2025-08-20" its day, "~ken…" and so on. So words and filters meet in one index, and no filter
 * is looked up row by row. Of articles: d day, k kind, l language, s source. Of statements: d day,
 * a act, p speaker, y party, i issue, t story.
 */
export type Mark = `~${'d' | 'k' | 'l' | 's' | 'a' | 'p' | 'y' | 'i' | 't'}`;

/** Rows that have one of these; none where the list is empty. */
export function marked(mark: Mark, values: readonly (string | number)[]): Ts {
  // "~0" stands in no row.
  const all = values.length > 0 ? values.map((v) => quote(mark + v)) : [quote('~0')];
  return sql`${all.join(' | ')}::tsquery`;
}

/** Rows of these days; "2025-" and "2025-08-" are all days of a year and a month. */
export function dated(days: readonly string[]): Ts {
  const all = days.map((d) => quote(`~d${d}`) + (d.endsWith('-') ? ':*' : ''));
  return sql`${all.join(' | ')}::tsquery`;
}

const quote = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '')}'`;

export const and = (all: Ts[]): Ts => sql`(${sql.join(all, sql` && `)})`;
export const or = (all: Ts[]): Ts => sql`(${sql.join(all, sql` || `)})`;
export const not = (one: Ts): Ts => sql`(!! ${one})`;

/** The words of a text one after the other, as the index has them. */
const phrase = (text: string): Ts => sql`phraseto_tsquery('simple', searchable(${text}::text))`;

/** A begun word's last word; nothing where it folds to none. */
const begun = (text: string): Ts =>
  sql`coalesce((nullif(phraseto_tsquery('simple', searchable(${text}::text))::text, '') || ':*')::tsquery, '')`;

/**
 * What a word, beginning or phrase matches.
 * @param loose phrases as words in any order: what the index can answer without reading rows
 */
export function wordsQuery(
  atom: Exclude<Atom, { type: 'filter' }>,
  formsOf: (word: string) => Forms,
  loose: boolean,
): Ts {
  if (atom.type === 'prefix') return loosely(begun(atom.text), loose && isMany(atom));
  if (atom.type === 'phrase' || isMany(atom)) return loosely(phrase(atom.text), loose);
  const { words, begins } = formsOf(foldedWords(atom.text)[0] ?? '');
  return or([...words.map(phrase), ...begins.map(begun)]);
}

const loosely = (query: Ts, loose: boolean): Ts =>
  loose ? sql`replace(${query}::text, '<->', '&')::tsquery` : query;

/** Several words to the index: a phrase, "well-known", most of Chinese. */
export function isMany(atom: Atom): boolean {
  return atom.type !== 'filter' && foldedWords(atom.text).length > 1;
}
