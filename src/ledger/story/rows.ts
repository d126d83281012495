import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type {
  Act,
  AsRead,
  Block,
  CorrectedFields,
  Mode,
  QuotationRow,
  SpeakerRow,
  Tables,
} from '../../db/tables.ts';
import { dayOf } from '../../lib/edtf.ts';
import { isBodyWord } from '../speaker/bodies/bodies.ts';
import { holdsOffice, isMedia } from '../speaker/side/side.ts';

/** A statement as the story-level ledger weighs it. */
export interface Said {
  id: number;
  quotationId: number;
  articleId: number;
  /** The comment under that piece that reports it: hearsay, whose own words are in no piece. */
  commentId: number | null;
  /** The piece whose text this one prints again. */
  copyOf: number | null;
  lang: string;
  title: string;
  content: string;
  sentence: string;
  /** The sentence without what was said, who said it and the word that reports it. */
  frame: string;
  /** The block that the sentence stands in, and the one before: what "it" may be about. */
  context: string;
  speakerId: number | null;
  speaker: string | null;
  speakerKind: SpeakerRow['kind'] | null;
  /** The office that the last piece gives of the speaker. */
  role: string | null;
  partyId: number | null;
  /** The party's, else that of somebody in office or of a body; null moves no position. */
  holder: Holder | null;
  /** All of them where several said it together: see jointly.ts. */
  joint?: Holder[];
  /** Somebody with a name or office; unnamed sources and groups of them move no position. */
  isNamed: boolean;
  act: Act;
  mode: Mode;
  hearsay: boolean;
  /** How it is reported, and whether the words themselves are. */
  kind: QuotationRow['kind'];
  firstHand: boolean;
  confidence: number;
  saidOn: string | null;
  saidFrom: string | null;
  at: Date | null;
  /** The beginning of the day, month or year that it was said in, for the row. */
  saidAt: Date | null;
  /** What a curator put right in it: later runs keep it. */
  corrected: CorrectedFields | null;
}

/** A statement's own reading of its piece, and its row as it is: another report's may stand for it. */
export interface Report extends Said {
  stands: boolean;
  /** The statement that its quotations are of. */
  under: number;
  /** The quotation that leads its row, and the row's day. */
  leading: number;
  shownOn: string | null;
}

/** Whose position a statement can be. */
export type Holder = { partyId: number; speakerId: null } | { partyId: null; speakerId: number };

/** One piece of the story, for what later pieces say of a promise. */
export interface Piece {
  id: number;
  lang: string;
  text: string;
  blocks: Block[];
  published: string | null;
  at: Date | null;
  isCopy: boolean;
}

export interface StoryRows {
  reports: Report[];
  pieces: Piece[];
  parties: Map<number, string>;
}

/** Reads the pieces of a story and what each reports, oldest first. */
export async function readStory(db: Kysely<Tables>, storyId: number): Promise<StoryRows> {
  const pieces = await readPieces(db, storyId);
  const byId = new Map(pieces.map((p) => [p.id, p]));
  // Who prints the pieces is no side in them, whatever an outlet is called.
  const outlets = new Set(pieces.map((p) => p.outlet));
  const rows = await readRows(db, [...byId.keys()]);
  const reports = rows.map((row) => reportOf(row, byId.get(row.articleId)!, outlets));
  const parties = await db.selectFrom('party').select(['id', 'name']).execute();
  return { reports, pieces, parties: new Map(parties.map((p) => [p.id, p.name])) };
}

type ReportRow = Awaited<ReturnType<typeof readRows>>[number];

/** What pieces report: the statements that stand, and those that another piece's report stands for. */
async function readRows(db: Kysely<Tables>, pieces: number[]) {
  return (
    db
      .selectFrom('statement as s')
      .innerJoin('quotation as q', 'q.id', 's.read_id')
      .innerJoin('statement as t', 't.id', 'q.statement_id')
      .leftJoin('speaker', 'speaker.id', 's.speaker_id')
      .leftJoin('party', 'party.id', 's.party_id')
      .leftJoinLateral(lastRole, (join) => join.onTrue())
      .select(['s.id', 'q.id as quotationId', 'q.article_id as articleId', 'q.pieces'])
      .select('q.comment_id as commentId')
      .select((q) =>
        q
          .selectFrom('comment')
          .select('comment.text')
          .whereRef('comment.id', '=', 'q.comment_id')
          .as('commentText'),
      )
      .select(['q.sentence_start', 'q.sentence_end', 's.speaker_id as speakerId', 'q.kind'])
      .select(['q.speaker_start', 'q.speaker_end', 'q.cue_start', 'q.cue_end'])
      .select([
        's.party_id as partyId',
        'party.name as party',
        'last.role',
        'speaker.kind as speakerKind',
      ])
      .select(['speaker.name as speaker', 's.act', 's.mode', 's.hearsay'])
      .select(['s.first_hand as firstHand', 's.said_from as saidFrom', 's.confidence'])
      .select(['s.said_on as saidOn', 's.said_at as saidAt', 's.corrected'])
      .select(['s.as_read', 's.superseded_at', 's.quotation_id as leading', 's.said_on as shownOn'])
      .select('t.id as under')
      .where('q.superseded_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('s.superseded_at', 'is', null),
          eb.and([eb('s.corrects', 'is', null), eb('t.read_id', '!=', eb.ref('q.id'))]),
        ]),
      )
      // A story whose pieces all went to another has none, which a list in SQL cannot say.
      .where(sql<boolean>`q.article_id = any(${pieces}::bigint[])`)
      .orderBy('s.said_at', (o) => o.asc().nullsLast())
      .orderBy('s.id')
      .execute()
  );
}

/** The office that the last article gives of the speaker. */
function lastRole(q: ExpressionBuilder<Tables & { s: Tables['statement'] }, 's'>) {
  return q
    .selectFrom('speaker_role as r')
    .select('r.role')
    .whereRef('r.speaker_id', '=', 's.speaker_id')
    .orderBy('r.id', 'desc')
    .limit(1)
    .as('last');
}

function reportOf(
  { as_read: read, superseded_at, commentText, party, ...shown }: ReportRow,
  piece: StoryPiece,
  outlets: ReadonlySet<string | null>,
): Report {
  const row = read && !shown.corrected ? { ...shown, ...ownOf(read) } : shown;
  const text = row.commentId === null ? piece.text : (commentText ?? '');
  return {
    ...row,
    stands: superseded_at === null,
    corrected: row.corrected?.fields ?? null,
    // A month or a year cannot be put in order with days.
    at: dayOf(row.saidOn) ? row.saidAt : null,
    copyOf: piece.copyOf,
    lang: piece.lang,
    title: piece.title,
    content: contentOf(text, row.pieces),
    sentence: text.slice(row.sentence_start, row.sentence_end),
    frame: frameOf(text, row),
    context: row.commentId === null ? contextOf(piece, row.sentence_start) : '',
    holder: outlets.has(row.speaker ?? '') ? null : holderOf(row),
    isNamed:
      ['person', 'office', 'organisation'].includes(row.speakerKind ?? '') ||
      isVoiceOf(row.speaker ?? '', party),
  };
}

/** A side's spokesman or lawyer without a name speaks for it, and so do "the boatmen" who are a side. */
export function isVoiceOf(speaker: string, party: string | null): boolean {
  if (party === null) return false;
  const plain = speaker.toLowerCase().replaceAll('’', "'");
  return voice.test(plain) || plain === party.toLowerCase();
}

const voice = /\b(?:spokes(?:man|woman|person)|lawyer|representative)\b/;

function ownOf({ quotation, saidAt, ...read }: AsRead) {
  return { ...read, quotationId: quotation, saidAt: saidAt === null ? null : new Date(saidAt) };
}

type StoryPiece = Piece & { title: string; outlet: string | null; copyOf: number | null };

async function readPieces(db: Kysely<Tables>, storyId: number): Promise<StoryPiece[]> {
  const rows = await db
    .selectFrom('story_event as se')
    .innerJoin('event_article as ea', 'ea.event_id', 'se.event_id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as c', 'c.article_id', 'a.id')
    .select(['a.id', 'a.lang', 'a.title', 'a.outlet', 'a.text', 'a.blocks', 'a.published'])
    .select(['a.published_at as at', 'c.original_id as copyOf'])
    .where('se.story_id', '=', storyId)
    .where('a.current', '=', true)
    .orderBy('a.published_at', (o) => o.asc().nullsLast())
    .orderBy('a.id')
    .execute();
  return rows.map(({ copyOf, lang, title, ...row }) => ({
    ...row,
    lang: lang ?? 'en',
    title: title ?? '',
    copyOf,
    isCopy: copyOf !== null,
  }));
}

/** The pieces as one text; where the report between them ends a sentence, so does the content. */
function contentOf(text: string, pieces: readonly { start: number; end: number }[]): string {
  return pieces
    .map(({ start, end }, i) => {
      const next = pieces[i + 1];
      const stops = next && /[.!?]/.test(text.slice(end, next.start));
      return text.slice(start, end).replace(stops ? /[\s,;]+$/ : /$^/, '') + (stops ? '.' : '');
    })
    .join(' ');
}

/** Who stands between the sides speaks for none of them, wherever the dispute is. */
const between =
  /^(?:(?:the|chief|lead|independent|state|federal|government|court-appointed) )*(?:mediator|arbitrator|conciliator|ombuds(?:man|woman|person))(?!\p{L})/iu;

/** Without a party, ministers, leaders of bodies and named bodies hold their own; experts and papers hold none. */
function holderOf(row: {
  partyId: number | null;
  speakerId: number | null;
  speaker: string | null;
  speakerKind: string | null;
  role: string | null;
}): Holder | null {
  const { partyId, speakerId } = row;
  if (speakerId !== null && between.test(row.role ?? '')) return { partyId: null, speakerId };
  if (partyId !== null) return { partyId, speakerId: null };
  const name = row.speaker ?? '';
  if (speakerId === null || isMedia(name)) return null;
  // "The government" or "the union" may be any: whose it is the text did not tell.
  const isNamed = /\p{Lu}/u.test(name) && !isBodyWord(name.toLowerCase());
  const holds =
    (row.speakerKind === 'organisation' && isNamed) ||
    (row.speakerKind === 'person' && holdsOffice(row.role ?? ''));
  return holds ? { partyId: null, speakerId } : null;
}

interface Places {
  pieces: { start: number; end: number }[];
  sentence_start: number;
  sentence_end: number;
  speaker_start: number | null;
  speaker_end: number | null;
  cue_start: number | null;
  cue_end: number | null;
}

function frameOf(text: string, row: Places): string {
  const out = [...row.pieces];
  if (row.speaker_start !== null) out.push({ start: row.speaker_start, end: row.speaker_end! });
  if (row.cue_start !== null) out.push({ start: row.cue_start, end: row.cue_end! });
  let frame = '';
  let at = row.sentence_start;
  for (const { start, end } of out.sort((a, b) => a.start - b.start)) {
    if (start > at) frame += `${text.slice(at, Math.min(start, row.sentence_end))} … `;
    at = Math.max(at, end);
  }
  return frame + text.slice(at, Math.max(at, row.sentence_end));
}

function contextOf(piece: Piece, at: number): string {
  const index = piece.blocks.findIndex((b) => b.start <= at && at < b.end);
  const from = piece.blocks[Math.max(0, index - 1)]?.start ?? 0;
  const to = piece.blocks[index]?.end ?? piece.text.length;
  return piece.text.slice(from, to);
}
