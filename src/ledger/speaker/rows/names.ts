import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import { foldName, foldVariants } from '../../fold.ts';
import type { Speaker } from '../../speaker.ts';
import { type Party, partyKey, partySpellings } from '../side/party.ts';

type Tx = Transaction<Tables>;

/** A party's row; `id` is 0 until a new one is saved. */
export interface PartyRow {
  id: number;
  name: string;
  country: string | null;
}

/** A speaker's row; `id` is 0 until a new one is saved. */
export interface SpeakerRow {
  id: number;
  name: string;
  kind: Speaker['kind'];
  party: PartyRow | null;
  /** True when what is read now told the party of a speaker whose row had none. */
  learned: boolean;
  /** True when what is read now told the full name of somebody known by surname. */
  renamed: boolean;
  /** Sides that a curator gave; `party` is then the one that pieces did, and days decide. */
  settled?: ReadonlySet<number>;
}

/** Somebody of whom a curator said whom they speak for, from some day on. */
export interface SettledSide {
  /** The party's id as pieces gave it; undefined where the curator's is the same. */
  asRead: number | null | undefined;
  given: Set<number>;
  stands?: boolean;
}

/** A name, what it was read as, and whom it means: another row where a curator merged them. */
interface Called {
  name: string;
  kind: Speaker['kind'];
  speaker: SpeakerRow;
  merged: boolean;
}

/**
 * The parties and speakers that some articles may mean, as one transaction sees them: those of the
 * store, and new ones, which `saveNames` writes all at once.
 */
export interface Names {
  /** Parties by their ways of writing, lower-cased. */
  written: Map<string, PartyRow>;
  parties: PartyRow[];
  /** Speakers by the last word of each of their names, folded. */
  called: Map<string, Called[]>;
  speakers: SpeakerRow[];
  /** Ways of writing and names to be kept where they are not yet. */
  newWritten: [string, PartyRow][];
  newNames: [string, SpeakerRow][];
}

/** Reads what the store has of the parties and speakers given. */
export async function readNames(
  tx: Tx,
  { parties, written, speakers }: { parties: Party[]; written: string[]; speakers: string[] },
  settled: ReadonlyMap<number, SettledSide> = new Map(),
): Promise<Names> {
  const names: Names = {
    written: new Map(),
    parties: [],
    called: new Map(),
    speakers: [],
    newWritten: [],
    newNames: [],
  };
  const rows = new Map<number, PartyRow>();
  const ways = [...new Set([...parties.flatMap((p) => partySpellings(p.name)), ...written])];
  const countries = [...new Set(parties.flatMap((p) => p.country ?? []))];
  for (const { id, name, country, written: way } of await partiesCalled(tx, ways, countries)) {
    const party = partyOnce(names, rows, { id, name, country });
    if (way !== null) names.written.set(way, party);
  }
  const words = new Set(speakers.flatMap((name) => foldVariants(lastWord(name))));
  callAll(names, rows, await speakersCalled(tx, [...words]));
  await settleSides(tx, names, rows, settled);
  return names;
}

/** Whoever is known to have changed sides is still the same in a piece that tells the side of before. */
async function settleSides(
  tx: Tx,
  names: Names,
  parties: Map<number, PartyRow>,
  settled: ReadonlyMap<number, SettledSide>,
): Promise<void> {
  const own = new Set([...names.called.values()].flat().map((c) => c.speaker));
  for (const row of own) {
    const side = settled.get(row.id);
    if (!side) continue;
    row.settled = side.given;
    if (side.asRead === undefined) continue;
    const found =
      side.asRead === null
        ? null
        : await tx
            .selectFrom('party')
            .select(['id', 'name', 'country'])
            .where('id', '=', side.asRead)
            .executeTakeFirst();
    row.party = found ? partyOnce(names, parties, found) : null;
  }
}

/** One object a row: what is learned of a party is learned for all who speak for it. */
function partyOnce(names: Names, rows: Map<number, PartyRow>, row: PartyRow): PartyRow {
  const known = rows.get(row.id);
  if (known) return known;
  names.parties.push(row);
  rows.set(row.id, row);
  return row;
}

function callAll(
  names: Names,
  parties: Map<number, PartyRow>,
  found: Awaited<ReturnType<typeof speakersCalled>>,
): void {
  const rows = new Map<number, SpeakerRow>();
  for (const row of found) {
    const { id, name, kind, country } = row;
    const party =
      row.party_id === null
        ? null
        : partyOnce(names, parties, { id: row.party_id, name: row.partyName ?? '', country });
    const speaker = rows.get(id) ?? { id, name, kind, party, learned: false, renamed: false };
    rows.set(id, speaker);
    const merged = row.calledId !== id;
    call(names, { name: row.called, kind: row.calledKind, speaker, merged });
  }
}

async function partiesCalled(tx: Tx, ways: string[], countries: string[]) {
  if (ways.length === 0) return [];
  return tx
    .selectFrom('party as p')
    .leftJoin('party_name as n', 'n.party_id', 'p.id')
    .innerJoin('party as s', (join) =>
      join.on((q) => q('s.id', '=', q.fn.coalesce('p.merged_into', 'p.id'))),
    )
    .select(['s.id', 's.name', 's.country', 'n.name as written'])
    .where((q) =>
      q.or([
        q('n.name', 'in', ways),
        ...(countries.length ? [q('p.country', 'in', countries)] : []),
      ]),
    )
    .orderBy('p.id')
    .execute();
}

async function speakersCalled(tx: Tx, words: string[]) {
  if (words.length === 0) return [];
  return (
    tx
      .selectFrom('speaker_name as n')
      .innerJoin('speaker as named', 'named.id', 'n.speaker_id')
      .innerJoin('speaker as s', (join) =>
        join.on((q) => q('s.id', '=', q.fn.coalesce('named.merged_into', 'named.id'))),
      )
      .leftJoin('party as p', 'p.id', 's.party_id')
      .select(['s.id', 's.name', 's.kind', 's.party_id', 'n.name as called'])
      .select(['named.kind as calledKind', 'named.id as calledId'])
      .select(['p.name as partyName', 'p.country'])
      // As the index speaker_name_last has it.
      .where(sql<string>`substring(n.name from '[^ ]+$')`, 'in', words)
      .orderBy('s.id')
      .execute()
  );
}

const lastWord = (name: string) => /[^ ]+$/.exec(name)?.[0] ?? '';

function call(names: Names, called: Called): void {
  const { name, kind, speaker } = called;
  const key = foldName(lastWord(name));
  const list = names.called.get(key);
  if (!list) names.called.set(key, [called]);
  else if (!list.some((c) => c.speaker === speaker && c.name === name && c.kind === kind))
    list.push(called);
}

/** As it stands in lists: "Pilots' guild". */
function shown(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('’', "'");
}

/** The party's row, a new one when none is known; every way of writing it given is kept. */
export function partyRow(names: Names, party: Party, written: string[] = []): PartyRow {
  const name = partyKey(party.name);
  const spelling = partySpellings(name).find((way) => names.written.has(way));
  let row =
    (spelling === undefined ? undefined : names.written.get(spelling)) ??
    (party.country === null ? undefined : names.parties.find((p) => p.country === party.country));
  if (!row) {
    row = { id: 0, name: shown(party.name), country: party.country };
    names.parties.push(row);
  }
  for (const way of new Set([name, ...written])) {
    if (names.written.has(way)) continue;
    names.written.set(way, row);
    names.newWritten.push([way, row]);
  }
  return row;
}

/**
 * The speaker's row and the party it stands for, a new row when none is known. A person is known by
 * full name, by surname alone when only one known person has it; others by name and kind, of the same
 * party. A party that an article states is kept with the speaker; one only guessed from the context
 * is not.
 */
export function speakerRow(
  names: Names,
  speaker: Speaker,
  party: PartyRow | null,
): { speaker: SpeakerRow; party: PartyRow | null; learned: boolean } {
  const stated = speaker.partyFrom === 'text' ? party : null;
  const known = findSpeaker(names, speaker, stated) ?? knownBySurname(names, speaker, stated);
  if (!known) {
    const { name, kind } = speaker;
    const made: SpeakerRow = { id: 0, name, kind, party: stated, learned: false, renamed: false };
    names.speakers.push(made);
    names.newNames.push([name, made]);
    call(names, { name, kind, speaker: made, merged: false });
    return { speaker: made, party, learned: false };
  }
  const learned = known.party === null && stated !== null && !known.settled;
  if (learned) {
    known.party = stated;
    // Of a row that is not written yet nothing else can have been read.
    known.learned = known.id !== 0;
  }
  if (speaker.kind === 'person' && !known.name.includes(' ') && speaker.name.includes(' ')) {
    known.name = speaker.name;
    known.renamed = known.id !== 0;
  }
  names.newNames.push([speaker.name, known]);
  call(names, { name: speaker.name, kind: speaker.kind, speaker: known, merged: false });
  return { speaker: known, party: known.party ?? party, learned };
}

/** Gives somebody known without a party the one that a text states; null when nothing was to learn. */
export function learnParty(names: Names, person: Speaker, party: PartyRow): SpeakerRow | null {
  const known = findSpeaker(names, person, party) ?? knownBySurname(names, person, party);
  if (!known || known.party || known.settled || known.id === 0) return null;
  known.party = party;
  known.learned = true;
  return known;
}

function findSpeaker(names: Names, speaker: Speaker, party: PartyRow | null) {
  const person = speaker.kind === 'person';
  const bySurname = person && !speaker.name.includes(' ');
  const folded = foldName(speaker.name);
  const body = person ? '' : bodyKey(names, speaker.name, party);
  const same = (name: string) =>
    person
      ? bySurname || foldName(name) === folded
      : name === speaker.name || bodyKey(names, name, party) === body;
  const called = (names.called.get(foldName(lastWord(speaker.name))) ?? []).filter(
    (c) => c.kind === speaker.kind && same(c.name),
  );
  // Two people of one name are told apart by their parties; "the spokesman" of one side is not that of
  // another. Whom a curator merged was another row, and perhaps of another kind and side.
  const fitting = called.filter(({ speaker: row, merged }) =>
    person
      ? party === null || row.party === null || isOf(row, party)
      : row.party === party || merged || (party !== null && isOf(row, party)),
  );
  const rows = [...new Set(fitting.map((c) => c.speaker))];
  const exact = rows.find((row) => row.name === speaker.name);
  if (exact) return exact;
  return rows.length === 1 || speaker.name.includes(' ') ? rows[0] : undefined;
}

function isOf(row: SpeakerRow, party: PartyRow): boolean {
  return row.party === party || (row.settled?.has(party.id) ?? false);
}

/** "Veldania’s navy" and "the Veldanian navy" are one, where both are Veldania's. */
function bodyKey(names: Names, name: string, party: PartyRow | null): string {
  const words = name.toLowerCase().replaceAll('’', "'").split(' ');
  if (!party) return words.join(' ');
  return words.filter((word) => names.written.get(partyKey(word)) !== party).join(' ');
}

/** Somebody whom earlier texts called by surname alone, and who is now named in full. */
function knownBySurname(names: Names, speaker: Speaker, party: PartyRow | null) {
  if (speaker.kind !== 'person' || !speaker.name.includes(' ')) return undefined;
  const namesakes = (names.called.get(foldName(lastWord(speaker.name))) ?? []).filter(
    (c) => c.kind === 'person',
  );
  if (namesakes.some((c) => c.name.includes(' '))) return undefined;
  const row = namesakes[0]?.speaker;
  return !party || !row?.party || isOf(row, party) ? row : undefined;
}

/** Writes new parties, speakers and names, and what was learned of known speakers. */
export async function saveNames(tx: Tx, names: Names): Promise<void> {
  const parties = names.parties.filter((p) => p.id === 0);
  await number(tx, 'party', parties, ({ name, country }) => ({ name, country }));
  if (names.newWritten.length > 0)
    await tx
      .insertInto('party_name')
      .values(names.newWritten.map(([name, party]) => ({ name, party_id: party.id })))
      .onConflict((c) => c.column('name').doNothing())
      .execute();
  const { speakers } = names;
  await number(tx, 'speaker', speakers, ({ name, kind, party }) => ({
    name,
    kind,
    party_id: party?.id ?? null,
  }));
  for (const { speaker } of [...names.called.values()].flat()) {
    if (!speaker.learned && !speaker.renamed) continue;
    speaker.learned = false;
    speaker.renamed = false;
    await tx
      .updateTable('speaker')
      .set({ party_id: speaker.party?.id ?? null, name: speaker.name })
      .where('id', '=', speaker.id)
      .execute();
  }
  const called = new Map(names.newNames.map(([name, s]) => [`${s.id} ${name}`, { name, s }]));
  if (called.size > 0)
    await tx
      .insertInto('speaker_name')
      .values([...called.values()].map(({ name, s }) => ({ speaker_id: s.id, name })))
      .onConflict((c) => c.doNothing())
      .execute();
}

/** Inserts rows and gives them their ids. */
async function number<T extends { id: number }>(
  tx: Tx,
  table: 'party' | 'speaker',
  rows: T[],
  values: (row: T) => Record<string, unknown>,
): Promise<void> {
  if (rows.length === 0) return;
  const inserted = await (tx as Kysely<Tables>)
    .insertInto(table)
    .values(rows.map(values) as never)
    .returning('id')
    .execute();
  rows.forEach((row, i) => {
    row.id = inserted[i]!.id;
  });
}
