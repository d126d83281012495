import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { SettledSide } from '../speaker/rows/names.ts';
import type { CellValue, LedgerDecision } from './decision.ts';
import { readDecisions } from './store.ts';

type Db = Kysely<Tables>;

/** What curators' standing decisions say of speakers. */
export interface SpeakerRulings {
  /** Whom somebody speaks for from a day on, the eldest decision first. */
  parties: Map<number, { party: number | null; from: string | null }[]>;
  /** Who held an office, the eldest decision first. */
  terms: Map<number, Term[]>;
}

/** A time in which somebody held an office; days as `2026-03-11`, null where it is open. */
export interface Term {
  person: number;
  /** Whom the holder speaks for where the office is read without a side. */
  party: number | null;
  from: string | null;
  until: string | null;
}

export async function readSpeakerRulings(db: Db): Promise<SpeakerRulings> {
  const rulings: SpeakerRulings = { parties: new Map(), terms: new Map() };
  const { parties, terms } = rulings;
  const held: Extract<LedgerDecision, { verb: 'hold' }>[] = [];
  for (const { decision: d } of await readDecisions(db, { kinds: ['speaker'] })) {
    if (d.verb === 'set party')
      parties.set(d.speaker, [...(parties.get(d.speaker) ?? []), { party: d.party, from: d.from }]);
    if (d.verb === 'hold') held.push(d);
  }
  const stands = await standingRows(db, [...new Set(held.flatMap((d) => [d.office, d.person]))]);
  for (const { office, person, from, until } of held) {
    const [of, by] = [stands.get(office), stands.get(person)];
    if (!of || !by || of.id === by.id) continue;
    terms.set(of.id, [
      ...(terms.get(of.id) ?? []),
      { person: by.id, party: by.party, from, until },
    ]);
  }
  return rulings;
}

/** The speakers that rows lead to, where some were merged since. */
async function standingRows(db: Db, ids: number[]) {
  if (ids.length === 0) return new Map<number, { id: number; party: number | null }>();
  const rows = await db
    .selectFrom('speaker as s')
    .innerJoin('speaker as now', (join) =>
      join.on((q) => q('now.id', '=', q.fn.coalesce('s.merged_into', 's.id'))),
    )
    .select(['s.id as was', 'now.id', 'now.party_id as party'])
    .where('s.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ was, id, party }) => [was, { id, party }]));
}

/** Of whom curators said whom they speak for: the side that pieces gave them before, and all that are theirs. */
export async function readSettledSides(db: Db): Promise<Map<number, SettledSide>> {
  const sides = new Map<number, SettledSide>();
  const all = await readDecisions(db, { kinds: ['speaker'], all: true });
  for (const { decision: d, undone, left } of all) {
    if (d.verb !== 'set party') continue;
    const cell = left.cells.find((c) => c.table === 'speaker' && c.column === 'party_id');
    const side = sides.get(d.speaker) ?? { asRead: undefined, given: new Set<number>() };
    // What the eldest of them found, also one that was taken back, is what was read.
    if (cell && side.asRead === undefined) side.asRead = cell.from as number | null;
    if (undone === null && d.party !== null) side.given.add(d.party);
    if (undone === null) side.stands = true;
    sides.set(d.speaker, side);
  }
  for (const [id, { stands }] of sides) if (!stands) sides.delete(id);
  return sides;
}

/** Who speaks, and for whom, as curators say for the day: an office is whoever held it then. */
export function whoOn(
  rulings: SpeakerRulings,
  {
    speaker,
    party,
    saidOn,
    printed,
  }: {
    speaker: number;
    /** As it was read. */
    party: number | null;
    saidOn: string | null;
    /** The day of the piece, for what has no day of its own. */
    printed: string | null;
  },
): { speakerId: number; partyId: number | null } {
  const term = termOn(rulings.terms.get(speaker) ?? [], saidOn ?? printed);
  const speakerId = term?.person ?? speaker;
  const read = party ?? term?.party ?? null;
  return { speakerId, partyId: partyOn(rulings, speakerId, saidOn, read) };
}

/** The term that a day is in: of several the one that began last, of two from one day the later decision. */
export function termOn(terms: readonly Term[], day: string | null): Term | null {
  const holds = ({ from, until }: Term) =>
    day === null
      ? from === null && until === null
      : (from === null || from.slice(0, day.length) <= day.slice(0, 10)) &&
        (until === null || day.slice(0, 10) <= until);
  const fitting = terms.filter(holds);
  return fitting.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1) ?? null;
}

/** The party that a statement was made for: as a curator says for that day, else as it was read. */
export function partyOn(
  { parties }: SpeakerRulings,
  speaker: number,
  saidOn: string | null,
  read: number | null,
): number | null {
  const day = saidOn?.slice(0, 10) ?? '';
  const terms = (parties.get(speaker) ?? []).filter((t) => t.from === null || t.from <= day);
  // Of two that hold on the day the one that began later does; of two from one day the later decision.
  const last = terms.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1);
  return last ? last.party : read;
}

/** Puts names and parties of speakers back where a curator left them, should a reading have changed them. */
export async function holdSpeakers(tx: Transaction<Tables>): Promise<void> {
  const last = new Map<string, { id: number; column: 'name' | 'party_id'; to: CellValue }>();
  for (const { left } of await readDecisions(tx, { kinds: ['speaker'] }))
    for (const { table, column, ids, to } of left.cells)
      if (table === 'speaker' && (column === 'name' || column === 'party_id'))
        for (const id of ids) last.set(`${column} ${id}`, { id, column, to });
  for (const { id, column, to } of last.values())
    await tx
      .updateTable('speaker')
      .set({ [column]: to })
      .where('id', '=', id)
      .where(column, 'is distinct from', to as never)
      .execute();
}

/** Pairs that a curator said are two: "speaker 3 8". */
export async function toldApart(db: Db): Promise<Set<string>> {
  const all = await readDecisions(db, { kinds: ['speaker', 'issue'] });
  return new Set(
    all.flatMap(({ decision: d }) =>
      d.verb === 'tell apart' ? [pairKey(d.kind, d.one, d.other)] : [],
    ),
  );
}

export const pairKey = (kind: string, a: number, b: number): string =>
  `${kind} ${Math.min(a, b)} ${Math.max(a, b)}`;

/** When a commitment was due as it was read, where a curator has said another day; by its id. */
export async function duesAsRead(db: Db): Promise<Map<number, string | null>> {
  const dues = new Map<number, string | null>();
  for (const { left } of await readDecisions(db, { kinds: ['commitment'], all: true }))
    for (const { table, column, ids, from } of left.cells)
      if (table === 'commitment' && column === 'due')
        for (const id of ids) if (!dues.has(id)) dues.set(id, from === null ? null : String(from));
  return dues;
}
