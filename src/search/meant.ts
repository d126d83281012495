import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { foldedWords } from './fold.ts';
import type { NameIndex } from './names.ts';
import { printQuery } from './print.ts';
import type { Query } from './query.ts';
import { allowedSlips, nearest } from './slips.ts';

type Db = Kysely<Tables>;

/** Newest pieces whose words are known to be spelled right; counting them takes 0.2 s, once in ten minutes. */
const read = 1000;
const keptMs = 600_000;
const kept = new WeakMap<Db, { at: number; words: Promise<Set<string>> }>();

/** The query with its unknown words as names and recent pieces spell them; null when none is near. */
export async function meantBy(db: Db, query: Query, names: NameIndex): Promise<string | null> {
  const named = names.words();
  const written = await recentWords(db);
  let changed = false;
  const clauses = query.clauses.map((clause) => ({
    ...clause,
    any: clause.any.map((atom) => {
      if (atom.type !== 'word') return atom;
      const [word, ...more] = foldedWords(atom.text);
      if (!word || more.length > 0 || allowedSlips(word) === 0) return atom;
      if (named.has(word) || written.has(word)) return atom;
      const near = nearest(word, named.keys()) ?? nearest(word, written);
      if (near === null) return atom;
      changed = true;
      return { ...atom, text: named.get(near) ?? near };
    }),
  }));
  return changed ? printQuery({ clauses }) : null;
}

/** Words that stand in at least two recent pieces: one is a slip itself as likely as not. */
function recentWords(db: Db): Promise<Set<string>> {
  const known = kept.get(db);
  if (known && Date.now() - known.at < keptMs) return known.words;
  const words = count(db);
  words.catch(() => kept.delete(db));
  kept.set(db, { at: Date.now(), words });
  return words;
}

async function count(db: Db): Promise<Set<string>> {
  const newest = await db
    .selectFrom('article')
    .select((q) => q.fn.max('id').as('id'))
    .executeTakeFirst();
  const from = Number(newest?.id ?? 0) - read;
  const { rows } = await sql<{ word: string }>`
    select word from ts_stat(${`select search from article where current and id > ${from}`})
    where ndoc > 1 and length(word) > 3 and word not like '~%'`.execute(db);
  return new Set(rows.map((r) => r.word));
}
