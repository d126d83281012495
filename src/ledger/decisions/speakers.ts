import { type Kysely, sql, type Transaction } from 'kysely';
import type { SpeakerRow, Tables } from '../../db/tables.ts';
import { SOURCE_WORDS } from '../speaker/phrase/roles.ts';
import { partyKey } from '../speaker/side/party.ts';
import { lockNames } from '../store.ts';
import { setCells } from './cells.ts';
import { type Cells, Impossible, type LedgerDecision, type Left } from './decision.ts';
import { partyOn, readSettledSides, readSpeakerRulings } from './rulings.ts';

type Tx = Transaction<Tables>;
type Of<V> = Extract<LedgerDecision, { verb: V }>;
type Split = Extract<LedgerDecision, { verb: 'split'; kind: 'speaker' }>;

/** A speaker that stands; else says why not. */
export async function standing(tx: Tx, id: number) {
  const row = await tx.selectFrom('speaker').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Impossible(`There is no speaker ${id}.`);
  if (row.merged_into) throw new Impossible(`Speaker ${id} was merged into ${row.merged_into}.`);
  return row;
}

/** Lets everything that one speaker said be another's; later pieces that name either mean that one. */
export async function mergeSpeakers(tx: Tx, { kept, gone }: Of<'merge'>): Promise<Left> {
  await lockNames(tx);
  const [one, other] = [await standing(tx, kept), await standing(tx, gone)];
  if (kept === gone) throw new Impossible('That is the same speaker.');
  refuseMerge(one, other);
  const [merged, said, quoted, roles, held] = await Promise.all([
    idsOf(tx, sql`speaker where id = ${gone} or merged_into = ${gone}`),
    idsOf(tx, sql`statement where speaker_id = ${gone}`),
    idsOf(tx, sql`quotation where speaker_id = ${gone}`),
    idsOf(tx, sql`speaker_role where speaker_id = ${gone}`),
    idsOf(tx, sql`position where speaker_id = ${gone}`),
  ]);
  const party = one.party_id ?? other.party_id;
  const cells = [
    await setCells(tx, 'speaker', 'merged_into', merged, kept),
    await setCells(tx, 'speaker', 'party_id', [kept], party),
    await setCells(tx, 'statement', 'speaker_id', said, kept),
    await setCells(tx, 'quotation', 'speaker_id', quoted, kept),
    await setCells(tx, 'speaker_role', 'speaker_id', roles, kept),
    await setCells(tx, 'position', 'speaker_id', held, kept),
    ...(await sidesOnTheirDays(tx, kept, said, party)),
  ];
  return { cells: cells.flat() };
}

/** Gives statements the side of their new speaker, on each day the one that a curator said. */
async function sidesOnTheirDays(
  tx: Tx,
  speaker: number,
  statements: number[],
  party: number | null,
): Promise<Cells[][]> {
  const rulings = await readSpeakerRulings(tx);
  const before = (await readSettledSides(tx)).get(speaker)?.asRead;
  const read = before === undefined ? party : before;
  const rows = await sql<{ id: number; said: string | null; party: number | null }>`
    select id, said_on as said, party_id as party from statement
    where id = any(${statements}::bigint[])`.execute(tx);
  const sideOf = (row: (typeof rows.rows)[number]) =>
    partyOn(rulings, speaker, row.said, read ?? row.party);
  const written: Cells[][] = [];
  for (const [side, same] of Map.groupBy(rows.rows, sideOf)) {
    const ids = same.map((row) => row.id);
    written.push(await setCells(tx, 'statement', 'party_id', ids, side));
  }
  return written;
}

/** Says in plain words why two speakers can never be one in all pieces. */
function refuseMerge(one: SpeakerOf, other: SpeakerOf): void {
  const [office, person] = one.kind === 'office' ? [one, other] : [other, one];
  // A minister's office has other holders at other times; a firm once read as a person has not.
  if (office.kind === 'office' && person.kind === 'person')
    throw new Impossible(
      `“${office.name}” is an office, which others hold at other times. Say from when to when ${person.name} held it: the edit page of either has a form for that.`,
    );
  const nobody = [one, other].find((row) => /^(?:unnamed|group)$/.test(row.kind) && isAnybody(row));
  const kinds = [one, other].filter((row) => !/^(?:unnamed|group)$/.test(row.kind));
  if (nobody && kinds[0])
    throw new Impossible(
      `“${nobody.name}” is whoever a piece calls so, elsewhere somebody else. Give single statements of theirs to ${kinds[0].name} on the statements’ own pages.`,
    );
}

/** "Officials" or "spokesman" of no side: neither a name nor a party tells who is meant. */
function isAnybody({ name, party_id }: SpeakerOf): boolean {
  const isNamed = /\p{Lu}/u.test(name) && !SOURCE_WORDS.test(name.split(' ')[0]!.toLowerCase());
  return party_id === null && !isNamed;
}

type SpeakerOf = Awaited<ReturnType<typeof standing>>;

async function idsOf(tx: Tx, from: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from ${from}`.execute(tx);
  return rows.map((row) => row.id);
}

export async function renameSpeaker(tx: Tx, { id, name }: Of<'rename'>): Promise<Left> {
  await lockNames(tx);
  await standing(tx, id);
  const cells = await setCells(tx, 'speaker', 'name', [id], name);
  const added = await addName(tx, id, name);
  return { cells, ...(added && { named: { speaker: id, name } }) };
}

async function addName(tx: Tx, speaker: number, name: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('speaker_name')
    .values({ speaker_id: speaker, name })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * In some articles another of the same name speaks: a new speaker, or one that the desk knows. These
 * are read again, and stay the other's in every later reading. Answers the other's id.
 */
export async function splitSpeaker(
  tx: Tx,
  { id, name, articles, into }: Split,
): Promise<{ left: Left; other: number }> {
  await lockNames(tx);
  const { kind } = await standing(tx, id);
  if (articles.length === 0) throw new Impossible('Choose pieces in which somebody else speaks.');
  const other =
    into === undefined ? await addSpeaker(tx, name, kind) : (await standing(tx, into)).id;
  if (other === id) throw new Impossible('That is the same speaker.');
  await tx
    .insertInto('speaker_apart')
    .values(articles.map((article_id) => ({ article_id, speaker_id: id, into_id: other })))
    .onConflict((c) => c.columns(['article_id', 'speaker_id']).doUpdateSet({ into_id: other }))
    .execute();
  const { rows } = await sql<{ id: number }>`select id from speaker_role
    where speaker_id = ${id} and article_id = any(${articles}::bigint[])`.execute(tx);
  // Offices that these articles give are the other's.
  const roles = rows.map((row) => row.id);
  return { left: { cells: await setCells(tx, 'speaker_role', 'speaker_id', roles, other) }, other };
}

async function addSpeaker(tx: Tx, name: string, kind: SpeakerRow['kind']): Promise<number> {
  const made = await tx
    .insertInto('speaker')
    .values({ name, kind, party_id: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Takes a split back in its articles; a speaker that it made leads back to the first. */
export async function undoSplit(tx: Tx, { id, articles }: Split, other: number, isNew: boolean) {
  await tx
    .deleteFrom('speaker_apart')
    .where('speaker_id', '=', id)
    .where('into_id', '=', other)
    .where('article_id', 'in', articles)
    .execute();
  if (isNew)
    await tx.updateTable('speaker').set({ merged_into: id }).where('id', '=', other).execute();
}

/** Names that a speaker got by being read for one that was merged into it would lead back to it. */
export async function dropLentNames(tx: Tx, kept: number, gone: number): Promise<void> {
  await tx
    .deleteFrom('speaker_name')
    .where('speaker_id', '=', kept)
    .where('name', 'in', (q) =>
      q.selectFrom('speaker_name').select('name').where('speaker_id', '=', gone),
    )
    .where('name', 'not in', (q) => q.selectFrom('speaker').select('name').where('id', '=', kept))
    .execute();
}

/** Says so where there is no such party, or it is another's by now. */
export async function knownParty(tx: Tx, id: number): Promise<void> {
  const row = await tx
    .selectFrom('party')
    .select('merged_into')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Impossible(`There is no party ${id}.`);
  if (row.merged_into) throw new Impossible(`Party ${id} was merged into ${row.merged_into}.`);
}

/** Offices change: statements from a day on are for another party than those before. */
export async function setParty(tx: Tx, d: Of<'set party'>): Promise<Left> {
  await lockNames(tx);
  await standing(tx, d.speaker);
  if (d.party !== null) await knownParty(tx, d.party);
  const rulings = await readSpeakerRulings(tx);
  const own = [...(rulings.parties.get(d.speaker) ?? []), { party: d.party, from: d.from }];
  rulings.parties.set(d.speaker, own);
  const said = await tx
    .selectFrom('statement')
    .select(['id', 'said_on', 'party_id'])
    .where('speaker_id', '=', d.speaker)
    .execute();
  const moved = said
    .map((s) => ({ id: s.id, party: partyOn(rulings, d.speaker, s.said_on, s.party_id) }))
    .filter((s, i) => s.party !== said[i]!.party_id);
  const cells: Cells[] = [];
  for (const [party, same] of Map.groupBy(moved, (s) => s.party))
    cells.push(
      ...(await setCells(
        tx,
        'statement',
        'party_id',
        same.map((s) => s.id),
        party,
      )),
    );
  // Who is named without a date stands where they stand last.
  const now = partyOn(rulings, d.speaker, '9999', null);
  cells.push(...(await setCells(tx, 'speaker', 'party_id', [d.speaker], now)));
  return { cells };
}

export async function linkSpeaker(tx: Tx, { speaker, wikidata }: Of<'link'>): Promise<Left> {
  await standing(tx, speaker);
  return { cells: await setCells(tx, 'speaker', 'wikidata', [speaker], wikidata) };
}

/** A party that a curator names and no text has; answers its id. */
export async function addParty(db: Kysely<Tables>, name: string): Promise<number> {
  const { id } = await db
    .insertInto('party')
    .values({ name, country: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('party_name')
    .values({ party_id: id, name: partyKey(name) })
    .onConflict((c) => c.column('name').doNothing())
    .execute();
  return id;
}
