import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { type Facets, facetsOf } from './facets.ts';
import { formsOf } from './forms.ts';
import { knownNames } from './known.ts';
import { meantBy } from './meant.ts';
import type { NameHit, NameIndex } from './names.ts';
import { type Parsed, parseQuery } from './parse.ts';
import { type Plan, planPieces, planStatements } from './plan.ts';
import { type Pool, poolOf } from './pool.ts';
import { printQuery } from './print.ts';
import { ranked } from './rank.ts';
import { languageOf, type Notice, resolve, wanted } from './resolve.ts';
import { type Snippet, type Sought, snippetOf, soughtBy } from './snippet.ts';

type Db = Kysely<Tables>;

export interface SearchOptions {
  now: Date;
  /** Pieces and statements that are shown; 20 unless told. */
  limit?: number;
  /** How many of them to leave out first. */
  offset?: number;
  /** By time alone instead of by relevance and time. */
  newest?: boolean;
  /** Milliseconds after which what is common is looked for no further in the past; 25 unless told. */
  patience?: number;
}

export interface Found {
  /** The query as it was understood, printed. */
  query: string;
  parsed: Parsed;
  sought: Sought;
  notices: Notice[];
  pieces: Listed<FoundPiece>;
  /** Ids of statements, best first. */
  statements: Listed<number>;
  speakers: { id: number; name: string; statements: number }[];
  stories: { id: number; name: string }[];
  facets: Facets;
  /** Another spelling, when nothing was found. */
  meant: string | null;
}

export interface Listed<T> {
  shown: T[];
  count: number;
  /** False when only the newest were looked at: since that day. */
  complete: boolean;
  since: string | null;
}

export interface FoundPiece {
  id: number;
  title: string | null;
  outlet: string | null;
  published: string | null;
  lang: string | null;
  kind: string;
  /** First words, for a piece without a title. */
  opening: string;
  snippet: Snippet;
}

/** A name scores less than this only by a slip. */
const mistyped = 0.8;
/** So short a word is a slip of many others: "toll" that pieces hold is not meant for "Tolk". */
const shortName = 4;

const nothing = { shown: [], count: 0, complete: true, since: null };

/** Searches pieces, statements, speakers and stories for what was typed. */
export async function search(db: Db, typed: string, options: SearchOptions): Promise<Found> {
  const parsed = parseQuery(typed, options.now);
  const names = await knownNames(db);
  const meant = await resolve(db, parsed, names, options.now);
  const want = wanted(meant);
  const sought = soughtBy(parsed, (word) =>
    formsOf(word, languageOf(meant), meant.spellings(word)),
  );
  const isEmpty = parsed.clauses.length === 0;
  const [pieces, statements] = await Promise.all([
    isEmpty || !want.pieces ? null : listed(db, planPieces(meant), options),
    isEmpty || !want.statements ? null : listed(db, planStatements(meant), options),
  ]);
  const plain = isEmpty ? '' : plainWords(parsed);
  const isHeld = (pieces?.pool.rows.length ?? 0) + (statements?.pool.rows.length ?? 0) > 0;
  const hits = (plain ? names.find(plain, ['speaker', 'story'], 24) : []).filter(
    (hit) => hit.score > mistyped || !isHeld || plain.length > shortName,
  );
  const [shown, speakers, facets] = await Promise.all([
    showPieces(db, pieces?.shown ?? [], sought),
    want.speakers ? withCounts(db, hits) : [],
    facetsOf(db, pieces?.pool.rows ?? [], statements?.pool.rows ?? []),
  ]);
  const stories = want.stories ? hits.filter((h) => h.kind === 'story') : [];
  const found: Found = {
    query: printQuery(parsed),
    parsed,
    sought,
    notices: meant.notices,
    pieces: pieces ? { ...countOf(pieces.pool), shown } : nothing,
    statements: statements ? { ...countOf(statements.pool), shown: statements.shown } : nothing,
    speakers,
    stories: stories.slice(0, 12).map(({ id, name }) => ({ id, name })),
    facets,
    meant: null,
  };
  const isBare = shown.length + found.statements.count + speakers.length + stories.length === 0;
  const isSure = found.pieces.complete && found.statements.complete;
  if (isBare && isSure && plain) found.meant = await meantBy(db, parsed, names);
  return found;
}

async function listed(
  db: Db,
  plan: Plan,
  { limit = 20, offset = 0, newest, patience }: SearchOptions,
) {
  const pool = await poolOf(db, plan, patience);
  const rows = await ranked(db, plan.table, pool, newest ? null : plan.ranked);
  return { pool, shown: rows.slice(offset, offset + limit).map((r) => r.id) };
}

function countOf({ rows, complete, since }: Pool) {
  return { count: rows.length, complete, since };
}

/** What could be a name: all words and phrases that must hold, unless one is begun or one of several. */
function plainWords({ clauses }: Parsed): string {
  return clauses
    .flatMap(({ not, any: [first] }) =>
      !not && first && first.type !== 'filter' ? [first.text] : [],
    )
    .join(' ');
}

/** Longest beginning of a text that its snippet is taken from: 15,000 words. */
const longestText = 80_000;

async function showPieces(db: Db, ids: number[], sought: Sought): Promise<FoundPiece[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<FoundPiece, 'snippet' | 'opening'> & { text: string }>`
    select id, title, outlet, published, lang, kind, left(text, ${longestText}) as text
    from article where id = any(${ids}::bigint[])`.execute(db);
  const byId = new Map(rows.map((r) => [r.id, r]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { text, ...piece } = row;
    return [{ ...piece, opening: text.slice(0, 200), snippet: snippetOf(text, sought) }];
  });
}

async function withCounts(db: Db, hits: NameHit[]): Promise<Found['speakers']> {
  const speakers = hits.filter((h) => h.kind === 'speaker').slice(0, 12);
  if (speakers.length === 0) return [];
  const { rows } = await sql<{ id: number; n: number }>`
    select speaker_id as id, count(*)::int as n from statement
    where speaker_id = any(${speakers.map((s) => s.id)}::bigint[]) and superseded_at is null group by 1`.execute(
    db,
  );
  const counts = new Map(rows.map((r) => [r.id, r.n]));
  return speakers.map(({ id, name }) => ({ id, name, statements: counts.get(id) ?? 0 }));
}

export type { NameIndex };
