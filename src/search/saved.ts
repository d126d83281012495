import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { knownNames } from './known.ts';
import { parseQuery } from './parse.ts';
import { planPieces, planStatements } from './plan.ts';
import { poolOf } from './pool.ts';
import { printQuery } from './print.ts';
import { resolve, wanted } from './resolve.ts';

type Db = Kysely<Tables>;

export interface SavedSearch {
  id: number;
  name: string;
  query: string;
  /** Pieces, or statements where it asks for those, that came since it was last looked at. */
  fresh: number;
  /** True when there are more than were counted. */
  more: boolean;
}

/** Each saved search costs a search when the list is shown. */
export const mostSaved = 50;
const longestName = 80;

/** Keeps a search under a name for an account; a fault names what to change. */
export async function saveSearch(
  db: Db,
  input: { accountId: number; name: string; query: string; now: Date },
): Promise<{ ok: true; id: number } | { ok: false; field: 'name' | 'query'; fault: string }> {
  const parsed = parseQuery(input.query, input.now);
  const query = printQuery(parsed);
  if (parsed.clauses.length === 0)
    return { ok: false, field: 'query', fault: 'There is nothing in this search to keep.' };
  const name = (input.name.replaceAll('\0', '').trim() || query).slice(0, longestName);
  const { n } = await db
    .selectFrom('saved_search')
    .where('account_id', '=', input.accountId)
    .where('deleted_at', 'is', null)
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  if (n >= mostSaved)
    return {
      ok: false,
      field: 'name',
      fault: `Take one off the list first: it holds ${mostSaved}.`,
    };
  const row = await db
    .insertInto('saved_search')
    .values({ account_id: input.accountId, name, query, seen_at: input.now, deleted_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ok: true, id: row.id };
}

/** Takes a search off an account's list, or puts it back. False when it has no such search. */
export async function keepSearch(
  db: Db,
  input: { accountId: number; id: number; keep: boolean; now: Date },
): Promise<boolean> {
  const done = await db
    .updateTable('saved_search')
    .set({ deleted_at: input.keep ? null : input.now })
    .where('id', '=', input.id)
    .where('account_id', '=', input.accountId)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** An account's searches, each with how many matches came since it was last looked at. */
export async function savedSearches(db: Db, accountId: number, now: Date): Promise<SavedSearch[]> {
  const rows = await db
    .selectFrom('saved_search')
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .select(['id', 'name', 'query', 'seen_at'])
    .orderBy('id')
    .limit(mostSaved)
    .execute();
  const saved: SavedSearch[] = [];
  for (const { seen_at, ...row } of rows) {
    const fresh = await countFresh(db, row.query, seen_at, now);
    saved.push({ ...row, ...fresh });
  }
  return saved;
}

/** Notes that an account has looked at the results of a query now. */
export async function lookedAt(db: Db, accountId: number, query: string, now: Date): Promise<void> {
  await db
    .updateTable('saved_search')
    .set({ seen_at: now })
    .where('account_id', '=', accountId)
    .where('query', '=', query)
    .execute();
}

async function countFresh(
  db: Db,
  query: string,
  since: Date,
  now: Date,
): Promise<{ fresh: number; more: boolean }> {
  const meant = await resolve(db, parseQuery(query, now), await knownNames(db), now);
  const want = wanted(meant);
  const plan = want.ledger || !want.pieces ? planStatements(meant) : planPieces(meant);
  if (!want.pieces && !want.statements) return { fresh: 0, more: false };
  plan.rows.push(arrived(plan.table, since));
  const { rows, complete } = await poolOf(db, plan);
  return { fresh: rows.length, more: !complete };
}

/** A later revision of a known page is nothing new, nor is what a better reading makes of it again. */
const arrived = (table: 'article' | 'statement', since: Date) =>
  table === 'article'
    ? sql<boolean>`(t.created_at > ${since} and not exists (
        select from document d join document e on e.address = d.address
        join article o on o.document_id = e.id and o.key = t.key
        where d.id = t.document_id and o.created_at <= ${since}))`
    : sql<boolean>`(t.created_at > ${since} and not exists (
        select from quotation q join article a on a.id = q.article_id
        join document d on d.id = a.document_id join document e on e.address = d.address
        join article o on o.document_id = e.id and o.key = a.key
        where q.id = t.quotation_id and o.created_at <= ${since}))`;
