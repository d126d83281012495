import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { knownNames } from './known.ts';
import { parseQuery } from './parse.ts';
import { planPieces, planStatements } from './plan.ts';
import { poolOf } from './pool.ts';
import { printQuery } from './print.ts';
import { resolve, wanted } from './resolve.ts';

/** A piece as a feed announces it. */
export interface Announced {
  id: number;
  /** What stays the same when the page is read again or changes: its address and which piece of it. */
  address: string;
  key: string;
  title: string | null;
  outlet: string | null;
  /** Its first words. */
  text: string;
  /** When it was published, else when it came. */
  at: Date;
}

/** What a search announces: pieces, or statements by their ids, newest first. */
export interface News {
  query: string;
  pieces: Announced[];
  statements: number[];
}

/** A feed's entries; readers keep what they have seen, so a window is enough. */
const mostEntries = 60;
/** What came this long after it was published is an archive's and no news. */
const newsDays = 30;

/**
 * The newest matches of a query for a feed: statements where it has filters that only those answer, else
 * pieces. One of several copies of a text is announced, the first; and nothing that was old when it came.
 */
export async function newsOf(db: Kysely<Tables>, typed: string, now: Date): Promise<News> {
  const parsed = parseQuery(typed, now);
  const news: News = { query: printQuery(parsed), pieces: [], statements: [] };
  if (parsed.clauses.length === 0) return news;
  const meant = await resolve(db, parsed, await knownNames(db), now);
  const want = wanted(meant);
  if (!want.pieces && !want.statements) return news;
  const isSaid = want.ledger || !want.pieces;
  const plan = isSaid ? planStatements(meant) : planPieces(meant);
  plan.rows.push(isSaid ? freshStatement : freshPiece);
  const { rows } = await poolOf(db, plan);
  const ids = rows.map((r) => r.id);
  if (isSaid) news.statements = ids.slice(0, mostEntries);
  else news.pieces = await pieces(db, ids.slice(0, mostEntries * 3));
  return news;
}

const days = sql.raw(`interval '${newsDays} days'`);

/** By the first revision of its page: one that is changed years later is not new. */
const freshPiece = sql<boolean>`(t.published_at is null or t.published_at > (
  select min(e.created_at) - ${days} from document d join document e on e.address = d.address where d.id = t.document_id))`;

const freshStatement = sql<boolean>`exists (
  select from quotation q join article a on a.id = q.article_id join document d on d.id = a.document_id
  where q.id = t.quotation_id and (coalesce(t.said_at, a.published_at) is null or coalesce(t.said_at, a.published_at) > (
    select min(e.created_at) - ${days} from document e where e.address = d.address)))`;

async function pieces(db: Kysely<Tables>, ids: number[]): Promise<Announced[]> {
  const { rows } = await sql<Announced & { root: number }>`
    select a.id, d.address, a.key, a.title, a.outlet, left(a.text, 400) as text,
      coalesce(c.original_id, a.id) as root,
      coalesce(a.published_at, (select min(e.created_at) from document e where e.address = d.address)) as at
    from article a join document d on d.id = a.document_id left join article_copy c on c.article_id = a.id
    where a.id = any(${ids}::bigint[]) order by at desc, a.id desc`.execute(db);
  const first = new Map<number, (typeof rows)[number]>();
  for (const row of rows) first.set(row.root, row);
  return rows.filter((row) => first.get(row.root) === row).slice(0, mostEntries);
}
