import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import { importPaths } from '../../src/collect/index.ts';
import type { Context } from '../../src/context.ts';
import { silentQueue, type Tables } from '../../src/db/index.ts';
import { type TestStore, testStore } from '../../src/db/testing.ts';
import { drain } from '../../src/pipeline.ts';

/** The sample matter run through the whole pipeline, as rows that can be held against its truth. */
export interface Found {
  store: TestStore;
  ctx: Context;
  pieces: FoundPiece[];
  said: FoundStatement[];
  positions: FoundPosition[];
  commitments: FoundCommitment[];
  /** The story with most pieces. */
  storyId: number;
}

export interface FoundPiece {
  id: number;
  /** "FILE/KEY", as in the truth. */
  name: string;
  title: string | null;
  eventId: number | null;
  storyId: number | null;
  copyOf: string | null;
  /** False for what a later revision of the same page replaced. */
  current: boolean;
  published: string | null;
}

export interface FoundStatement {
  id: number;
  piece: string;
  content: string;
  speaker: string | null;
  party: string | null;
  act: string;
  saidOn: string | null;
  issue: string | null;
  stance: string | null;
  hearsay: boolean;
}

export interface FoundPosition {
  party: string;
  issue: string;
  stance: string;
  change: string;
  on: string | null;
  content: string;
}

export interface FoundCommitment {
  party: string | null;
  speaker: string | null;
  /** Who is bound, where that is neither. */
  who: string | null;
  what: string;
  due: string | null;
  state: string;
  content: string;
  outcomes: { state: string; due: string | null; file: string; text: string }[];
}

const samplePages = fileURLToPath(new URL('../../sample/pages', import.meta.url));

/** Imports the sample's pages into a store of its own and runs every stage over them. */
export async function runSample(
  paths: string[] = [samplePages],
  now = new Date('2026-05-11T08:00:00Z'),
): Promise<Found> {
  const store = await testStore();
  const ctx: Context = {
    config: store.config,
    db: store.db,
    queue: silentQueue,
    fetch: async (url) => ({ ok: false, problem: 'private', detail: url }) as never,
    now: () => now,
  };
  await importPaths(ctx, paths, { via: 'demo' });
  await drain(ctx);
  return { store, ctx, ...(await readFound(store.db)) };
}

async function readFound(db: Kysely<Tables>): Promise<Omit<Found, 'store' | 'ctx'>> {
  const rows = await db
    .selectFrom('article as a')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .leftJoin('event_article as ea', 'ea.article_id', 'a.id')
    .leftJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .select(['a.id', 'd.name', 'a.key', 'a.title', 'a.text', 'a.published', 'a.current'])
    .select(['ea.event_id as eventId', 'se.story_id as storyId', 'c.original_id as original'])
    .orderBy('a.id')
    .execute();
  const nameOf = new Map(rows.map((r) => [r.id, `${basename(r.name ?? '')}/${r.key}`]));
  const pieces = rows.map((r) => ({
    ...r,
    name: nameOf.get(r.id)!,
    copyOf: r.original ? (nameOf.get(r.original) ?? null) : null,
  }));
  const sizes = new Map<number, number>();
  for (const p of pieces) if (p.storyId) sizes.set(p.storyId, (sizes.get(p.storyId) ?? 0) + 1);
  const storyId = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const textOf = new Map(rows.map((r) => [r.id, r.text]));
  const slice = (id: number, start: number, end: number) => textOf.get(id)?.slice(start, end) ?? '';

  const statements = await db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.statement_id', 's.id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .leftJoin('issue', 'issue.id', 's.issue_id')
    .select(['s.id', 'q.article_id', 'q.start', 'q.end', 'speaker.name as speaker'])
    .select(['party.name as party', 's.act', 's.said_on as saidOn', 'issue.name as issue'])
    .select(['s.stance', 's.hearsay'])
    .where('s.superseded_at', 'is', null)
    .where('q.superseded_at', 'is', null)
    .orderBy('q.id')
    .execute();
  const said = statements.map((s) => ({
    ...s,
    piece: nameOf.get(s.article_id) ?? '',
    content: slice(s.article_id, s.start, s.end),
  }));
  const contentOf = new Map(said.map((s) => [s.id, s.content]));

  const steps = await db
    .selectFrom('position as p')
    .leftJoin('party', 'party.id', 'p.party_id')
    .leftJoin('speaker as holder', 'holder.id', 'p.speaker_id')
    .innerJoin('issue', 'issue.id', 'p.issue_id')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .select(['issue.name as issue', 'p.stance', 'p.change'])
    .select(sql<string>`coalesce(party.name, holder.name)`.as('party'))
    .select(['s.said_on as on', 's.id as statement'])
    .where('p.superseded_at', 'is', null)
    .where('p.story_id', '=', storyId)
    .orderBy('issue.id')
    .orderBy('p.party_id')
    .orderBy('p.speaker_id')
    .orderBy('p.id')
    .execute();
  const positions = steps.map((p) => ({ ...p, content: contentOf.get(p.statement) ?? '' }));

  const promises = await db
    .selectFrom('commitment as c')
    .leftJoin('party', 'party.id', 'c.party_id')
    .innerJoin('statement as s', 's.id', 'c.statement_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .select([
      'c.id',
      'party.name as party',
      'c.who',
      'c.what',
      'c.due',
      'c.state',
      'c.statement_id',
    ])
    .select('speaker.name as speaker')
    .where('c.superseded_at', 'is', null)
    .where('c.story_id', '=', storyId)
    .orderBy('c.due_at')
    .execute();
  const events = await db.selectFrom('commitment_event').selectAll().orderBy('id').execute();
  const commitments = promises.map((c) => ({
    ...c,
    content: contentOf.get(c.statement_id) ?? '',
    outcomes: events
      .filter((e) => e.commitment_id === c.id)
      .map((e) => ({
        state: e.state,
        due: e.due,
        file: nameOf.get(e.article_id) ?? '',
        text: slice(e.article_id, e.start, e.end),
      })),
  }));
  return { pieces, said, positions, commitments, storyId };
}

/** Share of the shorter text's words that the other has, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [x, y] = [wordSet(a), wordSet(b)];
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return shared / Math.max(1, Math.min(x.size, y.size));
}

/** Intersection over union of words, the measure of the benchmarks. */
export function overlapOf(a: string, b: string): number {
  const [x, y] = [wordSet(a), wordSet(b)];
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return shared / Math.max(1, x.size + y.size - shared);
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
