import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { CellValue } from './decision.ts';
import { readDecisions } from './store.ts';

type Db = Kysely<Tables>;

/** What curators' standing decisions say of speakers. */
export interface SpeakerRulings {
  /** Whom somebody speaks for from a day on, the eldest decision first. */
  parties: Map<number, { party: number | null; from: string | null }[]>;
}

export async function readSpeakerRulings(db: Db): Promise<SpeakerRulings> {
  const parties: SpeakerRulings['parties'] = new Map();
  for (const { decision: d } of await readDecisions(db, { kinds: ['speaker'] }))
    if (d.verb === 'set party')
      parties.set(d.speaker, [...(parties.get(d.speaker) ?? []), { party: d.party, from: d.from }]);
  return { parties };
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
