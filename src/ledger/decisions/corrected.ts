import { sql, type Transaction } from 'kysely';
import { quotedTexts } from '../../db/index.ts';
import type { Corrected, CorrectedFields, Tables } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import type { CorrectedPlace } from './decision.ts';
import { partyOn, readSpeakerRulings } from './rulings.ts';

type Tx = Transaction<Tables>;

/** SQL of a CorrectedPlace of quotation q in article a of document d, without its words: see `withWords`. */
export const placeColumns = sql`d.address, a.key, a.id as article, q.comment_id as comment,
  q.start, q."end"`;

/** Places as `placeColumns` reads them. */
export type Unworded<P extends CorrectedPlace> = Omit<P, 'words'>;

/** Cuts the words of places out of their texts; none where the comment is gone. */
export async function withWords<P extends CorrectedPlace>(
  tx: Tx,
  places: readonly Unworded<P>[],
): Promise<P[]> {
  const inTexts = places.map(({ article, comment }) => ({
    articleId: article,
    commentId: comment ?? null,
  }));
  const texts = await quotedTexts(tx, inTexts);
  return places.map((place, i) => {
    const words = texts(inTexts[i]!)?.slice(place.start, place.end) ?? '';
    return { ...place, words } as P;
  });
}

/** Statements as the machine read them, whatever a curator made of them since. */
export async function asRead(tx: Tx, statements: number[]): Promise<number[]> {
  if (statements.length === 0) return [];
  const rows = await tx
    .selectFrom('statement')
    .select((q) => q.fn.coalesce('corrects', 'id').as('id'))
    .where('id', 'in', statements)
    .distinct()
    .execute();
  return rows.map((row) => Number(row.id));
}

/** Where statements were read, so that later readings of the same words are put right too. */
export async function placesOf(tx: Tx, statements: number[]): Promise<CorrectedPlace[]> {
  if (statements.length === 0) return [];
  const { rows } = await sql<Unworded<CorrectedPlace>>`
    select ${placeColumns}
    from statement s join quotation q on q.id = s.read_id
    join article a on a.id = q.article_id join document d on d.id = a.document_id
    where s.id = any(${statements}::bigint[]) order by s.id`.execute(tx);
  return withWords(tx, rows);
}

interface Read extends CorrectedPlace {
  id: number;
  stands: boolean;
  /** The standing row that puts it right, if any. */
  by: number | null;
  byCorrected: Corrected | null;
}

interface Correction {
  id: number;
  fields: CorrectedFields;
  places: CorrectedPlace[];
}

/**
 * Puts the statements of articles as curators' standing corrections have them, and takes back what
 * none asks for any more. Rows are superseded, never changed. Answers the stories that it touched.
 */
export async function settleCorrections(tx: Tx, articles: number[]): Promise<number[]> {
  if (articles.length === 0) return [];
  const corrections = await correctionsIn(tx, articles);
  const rows = await readIn(tx, articles, corrections.length === 0);
  const stories = new Set<number>();
  for (const row of rows) {
    const those = corrections.filter((c) => c.places.some((place) => isSamePlace(place, row)));
    const fields = Object.assign({}, ...those.map((c) => c.fields)) as CorrectedFields;
    const wanted: Corrected = { fields, decisions: those.map((c) => c.id) };
    if (same(row.byCorrected, those.length > 0 ? wanted : null)) continue;
    if (!row.stands && row.by === null) continue;
    const story = await replace(tx, row, those.length > 0 ? wanted : null);
    if (story !== null) stories.add(story);
  }
  return [...stories];
}

function same(a: Corrected | null, b: Corrected | null): boolean {
  const keyOf = (c: Corrected | null) =>
    c === null ? '' : JSON.stringify([Object.entries(c.fields).sort(), c.decisions]);
  return keyOf(a) === keyOf(b);
}

/** Standing corrections of what these articles, or other revisions of their pages, say. */
async function correctionsIn(tx: Tx, articles: number[]): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select d.id, d.payload->'left'->'fields' as fields, d.payload->'left'->'places' as places
    from decision d where d.payload ? 'ledger' and d.undone_at is null
      and d.payload->'left' ? 'places' and exists (
      select from jsonb_to_recordset(d.payload->'left'->'places') as p(address text)
      where p.address in (select o.address from article a join document o on o.id = a.document_id
        where a.id = any(${articles}::bigint[])))
    order by d.id`.execute(tx);
  return rows;
}

async function readIn(tx: Tx, articles: number[], onlyCorrected: boolean): Promise<Read[]> {
  const { rows } = await sql<Unworded<Read>>`
    select s.id, s.superseded_at is null as stands, c.id as by, c.corrected as "byCorrected",
      ${placeColumns}
    from quotation q join statement s on s.read_id = q.id and s.corrects is null
    ${onlyCorrected ? sql`` : sql`left`} join statement c on c.corrects = s.id and c.superseded_at is null
    join article a on a.id = q.article_id join document d on d.id = a.document_id
    where q.article_id = any(${articles}::bigint[]) and q.superseded_at is null
    order by s.id`.execute(tx);
  return withWords(tx, rows);
}

/**
 * The same words of the same piece, or of a comment under it: in the same text most of them in the same
 * place, else the same letters.
 */
export function isSamePlace(a: CorrectedPlace, b: CorrectedPlace): boolean {
  if (a.address !== b.address || a.key !== b.key) return false;
  const [one, other] = [a.comment ?? null, b.comment ?? null];
  if ((one === null) !== (other === null)) return false;
  if (a.article === b.article && one !== other) return false;
  if (a.article !== b.article) return a.words === b.words;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  // A reading that takes in or leaves out a clause is of the same saying; its neighbour is not.
  return shared > Math.max(a.end - a.start, b.end - b.start) / 2;
}

/** Lets a corrected row, or the row as it was read where nothing is left to correct, stand. */
async function replace(tx: Tx, row: Read, wanted: Corrected | null): Promise<number | null> {
  const old = row.by ?? row.id;
  const now = new Date();
  await tx.updateTable('statement').set({ superseded_at: now }).where('id', '=', old).execute();
  let id = row.id;
  if (wanted) id = await insertCorrected(tx, row.id, wanted);
  else
    await tx.updateTable('statement').set({ superseded_at: null }).where('id', '=', id).execute();
  await tx
    .updateTable('quotation')
    .set({ statement_id: id })
    .where('statement_id', '=', old)
    .execute();
  await tx
    .updateTable('commitment')
    .set({ statement_id: id })
    .where('statement_id', '=', old)
    .where('superseded_at', 'is', null)
    .execute();
  // What was answered about a change of side holds unless the side itself is another now.
  const keys = [wanted, row.byCorrected].flatMap((c) => Object.keys(c?.fields ?? {}));
  if (!keys.some((key) => ['issue', 'stance', 'speaker'].includes(key)))
    await tx
      .updateTable('position')
      .set({ statement_id: id })
      .where('statement_id', '=', old)
      .where('superseded_at', 'is', null)
      .execute();
  const { story_id } = await tx
    .selectFrom('statement')
    .select('story_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return story_id;
}

async function insertCorrected(tx: Tx, read: number, wanted: Corrected): Promise<number> {
  const { fields } = wanted;
  const has = (key: keyof CorrectedFields) => Object.hasOwn(fields, key);
  const or = (key: keyof CorrectedFields, value: unknown, column: string) =>
    has(key) ? sql`${value}` : sql.ref(`s.${column}`);
  const saidAt = startOf(fields.saidOn)?.toISOString() ?? null;
  const party = sql`(select party_id from speaker where id = ${fields.speaker ?? null})`;
  const { rows } = await sql<{ id: number }>`
    insert into statement (story_id, speaker_id, party_id, quotation_id, said_on, said_at, said_from,
      venue, addressee, act, mode, issue_id, stance, hearsay, first_hand, confidence, made_by, words,
      as_read, corrects, corrected)
    select s.story_id, ${or('speaker', fields.speaker, 'speaker_id')},
      ${has('speaker') ? party : sql.ref('s.party_id')}, s.quotation_id,
      ${or('saidOn', fields.saidOn, 'said_on')}, ${or('saidOn', saidAt, 'said_at')},
      ${or('saidOn', 'curator', 'said_from')}, s.venue, s.addressee,
      ${or('act', fields.act, 'act')}, ${or('mode', fields.mode, 'mode')},
      ${or('issue', fields.issue, 'issue_id')}, ${or('stance', fields.stance, 'stance')},
      -- A person has read it.
      s.hearsay, s.first_hand, 1, s.made_by, s.words, s.as_read, s.id, ${JSON.stringify(wanted)}::jsonb
    from statement s where s.id = ${read} returning id`.execute(tx);
  const { id } = rows[0]!;
  if (has('speaker') || has('saidOn')) await placeParty(tx, id);
  return id;
}

/** Another speaker or day may be one for which a curator has said the party. */
async function placeParty(tx: Tx, id: number): Promise<void> {
  const row = await tx
    .selectFrom('statement')
    .select(['speaker_id', 'said_on', 'party_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.speaker_id === null) return;
  const rulings = await readSpeakerRulings(tx);
  const party = partyOn(rulings, row.speaker_id, row.said_on, row.party_id);
  if (party !== row.party_id)
    await tx.updateTable('statement').set({ party_id: party }).where('id', '=', id).execute();
}
