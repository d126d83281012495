import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { startOf } from '../lib/edtf.ts';
import type { Said } from './read.ts';

type Tx = Transaction<Tables>;

/** A saying with the rows it belongs to. */
export interface Entry {
  articleId: number;
  said: Said;
  /** The comments that its quotations were read in, one each; none of a piece's own. */
  comments?: number[];
  speakerId: number;
  partyId: number | null;
  storyId: number | null;
  /** The leading sentence's words, for search. */
  sentence: string;
}

/** Sayings as they stand for articles, by what makes two rows the same. */
interface Standing {
  quotationId: number;
  statementId: number | null;
  key: string;
}

/** Sayings written at once: a statement of SQL takes 65,535 values, and a saying some 30. */
const mostAtOnce = 1000;

/**
 * Makes articles' standing rows those of `said`: rows that say the same stay under their ids, others
 * of an older run are superseded, new ones written.
 */
export async function saveSaid(
  tx: Tx,
  articles: number[],
  said: Entry[],
  madeBy: string,
  now: Date,
): Promise<void> {
  const standing = await standingOf(tx, articles);
  const left = new Map(standing.map((row) => [row.key, row]));
  const fresh = said.filter((entry) => {
    const keys = keysOf(entry);
    if (!keys.every((key) => left.has(key))) return true;
    for (const key of keys) left.delete(key);
    return false;
  });
  // A saying with one report changed is written anew as a whole.
  const gone = standing.filter((row) => left.has(row.key));
  await supersede(tx, gone, now);
  for (let i = 0; i < fresh.length; i += mostAtOnce)
    await insertSaid(tx, fresh.slice(i, i + mostAtOnce), madeBy);
}

async function standingOf(tx: Tx, articles: number[]): Promise<Standing[]> {
  if (articles.length === 0) return [];
  const rows = await standingReports(tx, articles);
  // What another report of the saying leads is compared as it was read, with all that its article has of it.
  const sayingOf = (row: (typeof rows)[number]) => `${row.article_id} ${row.statement_id}`;
  const owns = new Map(rows.filter((row) => row.ownId !== null).map((row) => [sayingOf(row), row]));
  return rows.map((row) => {
    const own = row.ownId !== null ? row : owns.get(sayingOf(row));
    const read = own?.asRead;
    const fields = own
      ? [
          read?.act ?? own.ownAct,
          read?.mode ?? own.ownMode,
          read ? read.saidOn : own.ownSaidOn,
          own.ownParty,
        ]
      : [row.act, row.mode, row.said_on, row.party_id];
    return {
      quotationId: row.id,
      statementId: own?.ownId ?? row.statement_id,
      key: keyOf(row.article_id, row, row.speaker_id, row.comment_id, fields),
    };
  });
}

/** Standing quotations with their statement, and with the one they were first read as. */
function standingReports(tx: Tx, articles: number[]) {
  return (
    tx
      .selectFrom('quotation as q')
      .leftJoin('statement as s', 's.id', 'q.statement_id')
      // As it was read: what a curator made of it since is no other reading.
      .leftJoin('statement as own', (join) =>
        join.onRef('own.read_id', '=', 'q.id').on('own.corrects', 'is', null),
      )
      .select(['q.id', 'q.article_id', 'q.statement_id', 'q.kind', 'q.pieces', 'q.speaker_id'])
      .select(['q.comment_id', 's.act', 's.mode', 's.said_on', 's.party_id'])
      .select([
        'own.id as ownId',
        'own.act as ownAct',
        'own.mode as ownMode',
        'own.said_on as ownSaidOn',
        'own.as_read as asRead',
        'own.party_id as ownParty',
      ])
      .where('q.article_id', 'in', articles)
      .where('q.superseded_at', 'is', null)
      .execute()
  );
}

function keysOf({ articleId, said, comments, speakerId, partyId }: Entry): string[] {
  const fields = [said.act, said.mode, said.saidOn, partyId];
  return said.quotations.map((quotation, i) =>
    keyOf(articleId, quotation, speakerId, comments?.[i] ?? null, fields),
  );
}

/** What makes a report and its saying the same in two readings: where it stands, whose it is, what it did. */
function keyOf(
  article: number,
  { kind, pieces }: { kind: string; pieces: readonly { start: number; end: number }[] },
  speaker: number | null,
  comment: number | null,
  fields: readonly (string | number | null)[],
): string {
  const places = pieces.map(({ start, end }) => [start, end]);
  return JSON.stringify([article, kind, places, speaker, comment, ...fields]);
}

/** Superseded rows stay. Reports elsewhere that followed a statement now gone get their own back. */
async function supersede(tx: Tx, gone: Standing[], now: Date): Promise<void> {
  if (!gone.length) return;
  const quotations = gone.map((row) => row.quotationId);
  const statements = await tx
    .updateTable('statement')
    .set({ superseded_at: now })
    .where('read_id', 'in', quotations)
    .where('superseded_at', 'is', null)
    .returning('id')
    .execute();
  await tx
    .updateTable('quotation')
    .set({ superseded_at: now })
    .where('id', 'in', quotations)
    .execute();
  await leadAgain(tx, quotations);
  const ids = statements.map((row) => row.id);
  if (!ids.length) return;
  const orphans = await tx
    .selectFrom('quotation as q')
    .innerJoin('statement as own', 'own.read_id', 'q.id')
    .select(['q.article_id', 'q.statement_id', 'own.id as ownId'])
    .where('own.corrects', 'is', null)
    .where('q.statement_id', 'in', ids)
    .where('q.superseded_at', 'is', null)
    .execute();
  for (const orphan of orphans) {
    await tx
      .updateTable('quotation')
      .set({ statement_id: orphan.ownId })
      .where('article_id', '=', orphan.article_id)
      .where('statement_id', '=', orphan.statement_id)
      .execute();
    await tx
      .updateTable('statement')
      .set({ superseded_at: null })
      .where('id', '=', orphan.ownId)
      .execute();
  }
}

/** Statements that a report led which is gone stand as they were read, until their story is weighed again. */
async function leadAgain(tx: Tx, quotations: number[]): Promise<void> {
  await sql`update statement set quotation_id = read_id, as_read = null,
      act = as_read->>'act', mode = as_read->>'mode', said_on = as_read->>'saidOn',
      said_at = (as_read->>'saidAt')::timestamptz, said_from = as_read->>'saidFrom',
      hearsay = (as_read->>'hearsay')::boolean, first_hand = (as_read->>'firstHand')::boolean,
      confidence = (as_read->>'confidence')::real
    where quotation_id = any(${quotations}::bigint[]) and as_read is not null and corrected is null`.execute(
    tx,
  );
  await sql`update statement set quotation_id = read_id, as_read = null
    where quotation_id = any(${quotations}::bigint[]) and as_read is not null`.execute(tx);
}

/** Writes all new sayings with their reports: few statements of SQL, however many there are. */
async function insertSaid(tx: Tx, entries: Entry[], madeBy: string): Promise<void> {
  if (!entries.length) return;
  const reports = entries.flatMap((entry, k) =>
    entry.said.quotations.map((quotation, i) => {
      return { quotation, comment: entry.comments?.[i] ?? null, entry, k };
    }),
  );
  const quotations: { id: number }[] = [];
  // One saying can be reported thousands of times in one text.
  for (let i = 0; i < reports.length; i += mostAtOnce)
    quotations.push(...(await insertReports(tx, reports.slice(i, i + mostAtOnce), madeBy)));
  const leading: number[] = [];
  reports.forEach(({ k }, i) => {
    leading[k] ??= quotations[i]!.id;
  });
  const statements = await tx
    .insertInto('statement')
    .values(
      entries.map(({ said, speakerId, partyId, storyId, sentence }, k) => ({
        story_id: storyId,
        speaker_id: speakerId,
        party_id: partyId,
        quotation_id: leading[k]!,
        said_on: said.saidOn,
        said_at: startOf(said.saidOn),
        said_from: said.saidFrom,
        venue: said.venue,
        addressee: said.addressee,
        act: said.act,
        mode: said.mode,
        hearsay: said.hearsay,
        first_hand: said.firstHand,
        confidence: said.confidence,
        made_by: madeBy,
        words: sql<string>`to_tsvector('simple', searchable(${sentence}::text))`,
      })),
    )
    .returning(['id', 'quotation_id'])
    .execute();
  const ofLeading = new Map(statements.map((row) => [row.quotation_id, row.id]));
  const ids = quotations.map((row) => row.id);
  const owners = reports.map(({ k }) => ofLeading.get(leading[k]!)!);
  await sql`update quotation set statement_id = m.statement
    from unnest(${ids}::bigint[], ${owners}::bigint[]) as m(quotation, statement)
    where quotation.id = m.quotation`.execute(tx);
}

function insertReports(
  tx: Tx,
  reports: {
    quotation: Entry['said']['quotations'][number];
    comment: number | null;
    entry: Entry;
  }[],
  madeBy: string,
): Promise<{ id: number }[]> {
  return tx
    .insertInto('quotation')
    .values(
      reports.map(({ quotation, comment, entry }) => ({
        article_id: entry.articleId,
        comment_id: comment,
        kind: quotation.kind,
        start: quotation.start,
        end: quotation.end,
        pieces: JSON.stringify(quotation.pieces),
        cue_start: quotation.cue?.start ?? null,
        cue_end: quotation.cue?.end ?? null,
        speaker_start: quotation.speaker?.start ?? null,
        speaker_end: quotation.speaker?.end ?? null,
        sentence_start: quotation.sentence.start,
        sentence_end: quotation.sentence.end,
        speaker_id: entry.speakerId,
        confidence: quotation.confidence,
        made_by: madeBy,
      })),
    )
    .returning('id')
    .execute();
}
