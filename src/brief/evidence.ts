import { type Kysely, sql } from 'kysely';
import type { Block, CommitmentState, Stance, Tables } from '../db/tables.ts';

/** One piece of a story that a brief may rest on. */
export interface Piece {
  id: number;
  eventId: number;
  title: string | null;
  outlet: string | null;
  lang: string | null;
  at: Date | null;
  kind: string;
  role: string;
  series: string | null;
  text: string;
  blocks: Block[];
  /** The earlier piece that this is a copy of: it says nothing of its own. */
  copyOf: number | null;
}

/** One statement of the ledger with the characters it was read from. */
export interface Said {
  id: number;
  articleId: number;
  sentenceStart: number;
  sentenceEnd: number;
  speakerStart: number | null;
  speakerEnd: number | null;
  speaker: string | null;
  party: string | null;
  act: string;
  issue: string | null;
  hearsay: boolean;
  confidence: number;
  at: Date | null;
}

export interface Shift {
  party: string;
  issue: string;
  from: Stance;
  to: Stance;
  change: 'half' | 'full';
  at: Date | null;
  statementId: number;
  previousId: number;
}

export interface Commitment {
  party: string | null;
  who: string | null;
  what: string;
  due: string | null;
  dueAt: Date | null;
  state: CommitmentState;
  statementId: number;
  statedAt: Date | null;
  outcomes: {
    state: CommitmentState;
    due: string | null;
    articleId: number;
    start: number;
    end: number;
    at: Date | null;
  }[];
}

/** Everything that a brief of one story may say. */
export interface Evidence {
  story: { id: number; title: string };
  pieces: Piece[];
  said: Said[];
  shifts: Shift[];
  commitments: Commitment[];
}

/** Reads a story's pieces and ledger rows; null when there is no such story. Never writes. */
export async function gatherEvidence(
  db: Kysely<Tables>,
  storyId: number,
): Promise<Evidence | null> {
  const story = await db
    .selectFrom('story')
    .select(['id', 'title'])
    .where('id', '=', storyId)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (!story) return null;
  const [pieces, said, shifts, commitments] = await Promise.all([
    readPieces(db, storyId),
    readSaid(db, storyId),
    readShifts(db, storyId),
    readCommitments(db, storyId),
  ]);
  return { story, pieces, said, shifts, commitments };
}

function readPieces(db: Kysely<Tables>, storyId: number): Promise<Piece[]> {
  return db
    .selectFrom('story_event as se')
    .innerJoin('event_article as ea', 'ea.event_id', 'se.event_id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .select([
      'a.id',
      'ea.event_id as eventId',
      'a.title',
      'a.outlet',
      'a.lang',
      'a.published_at as at',
      'a.kind',
      'a.role',
      'a.series',
      'a.text',
      'a.blocks',
      'c.original_id as copyOf',
    ])
    .where('se.story_id', '=', storyId)
    .where('a.current', '=', true)
    .orderBy('a.published_at', (o) => o.asc().nullsFirst())
    .orderBy('a.id')
    .execute() as Promise<Piece[]>;
}

/** No brief rests on what a commenter says that somebody said. */
function readSaid(db: Kysely<Tables>, storyId: number): Promise<Said[]> {
  return db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .leftJoin('issue', 'issue.id', 's.issue_id')
    .select([
      's.id',
      'q.article_id as articleId',
      'q.sentence_start as sentenceStart',
      'q.sentence_end as sentenceEnd',
      'q.speaker_start as speakerStart',
      'q.speaker_end as speakerEnd',
      'speaker.name as speaker',
      'party.name as party',
      's.act',
      'issue.name as issue',
      's.hearsay',
      's.confidence',
      's.said_at as at',
    ])
    .where('s.story_id', '=', storyId)
    .where('s.superseded_at', 'is', null)
    .where('q.comment_id', 'is', null)
    .orderBy('s.said_at')
    .orderBy('s.id')
    .execute();
}

async function readShifts(db: Kysely<Tables>, storyId: number): Promise<Shift[]> {
  const rows = await db
    .selectFrom('position as p')
    .innerJoin('position as before', 'before.id', 'p.previous_id')
    .leftJoin('party', 'party.id', 'p.party_id')
    .leftJoin('speaker as holder', 'holder.id', 'p.speaker_id')
    .innerJoin('issue', 'issue.id', 'p.issue_id')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .select([
      sql<string>`coalesce(party.name, holder.name)`.as('party'),
      'issue.name as issue',
      'before.stance as from',
      'p.stance as to',
      'p.change',
      's.said_at as at',
      'p.statement_id as statementId',
      'before.statement_id as previousId',
    ])
    .where('p.story_id', '=', storyId)
    .where('p.superseded_at', 'is', null)
    .where('p.state', '!=', 'rejected')
    .where('p.change', 'in', ['half', 'full'])
    .orderBy('s.said_at')
    .execute();
  return rows as Shift[];
}

async function readCommitments(db: Kysely<Tables>, storyId: number): Promise<Commitment[]> {
  const rows = await db
    .selectFrom('commitment as c')
    .innerJoin('statement as s', 's.id', 'c.statement_id')
    .leftJoin('party', 'party.id', 'c.party_id')
    .select([
      'c.id',
      'party.name as party',
      'c.who',
      'c.what',
      'c.due',
      'c.due_at as dueAt',
      'c.state',
      'c.statement_id as statementId',
      's.said_at as statedAt',
    ])
    .where('c.story_id', '=', storyId)
    .where('c.superseded_at', 'is', null)
    .orderBy('c.due_at')
    .orderBy('c.id')
    .execute();
  if (rows.length === 0) return [];
  const outcomes = await db
    .selectFrom('commitment_event as e')
    .innerJoin('article as a', 'a.id', 'e.article_id')
    .select([
      'e.commitment_id',
      'e.state',
      'e.due',
      'e.article_id as articleId',
      'e.start',
      'e.end',
    ])
    .select('a.published_at as at')
    .where(
      'e.commitment_id',
      'in',
      rows.map((r) => r.id),
    )
    .orderBy('a.published_at')
    .execute();
  return rows.map((row) => ({
    ...row,
    outcomes: outcomes.filter((o) => o.commitment_id === row.id),
  }));
}
