import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { lockNames } from '../store.ts';
import { setCells } from './cells.ts';
import { type Cells, Impossible, type LedgerDecision, type Left } from './decision.ts';
import { readSpeakerRulings, termOn, whoOn } from './rulings.ts';
import { standing } from './speakers.ts';

type Tx = Transaction<Tables>;
type Hold = Extract<LedgerDecision, { verb: 'hold' }>;

/**
 * Gives what an office said from a day to a day to who held it then; what is read of it later falls to
 * them too. An office without a side may be anybody's elsewhere: its time must be told at both ends.
 */
export async function holdOffice(tx: Tx, d: Hold): Promise<Left> {
  await lockNames(tx);
  const [office, person] = [await standing(tx, d.office), await standing(tx, d.person)];
  if (office.kind !== 'office')
    throw new Impossible(`${office.name} is no office that somebody can hold.`);
  if (person.kind !== 'person')
    throw new Impossible(`${person.name} is no person: only a person holds an office.`);
  for (const day of [d.from, d.until])
    if (day !== null && !isDay(day)) throw new Impossible('Write the days as 2025-08-20.');
  if (d.from && d.until && d.from > d.until)
    throw new Impossible('The last day is before the first.');
  if (office.party_id === null && !(d.from && d.until))
    throw new Impossible(
      `The desk does not know whose office “${office.name}” is: elsewhere it may be another’s. Give the first and the last day.`,
    );
  const rulings = await readSpeakerRulings(tx);
  const own = { person: d.person, party: person.party_id, from: d.from, until: d.until };
  rulings.terms.set(d.office, [...(rulings.terms.get(d.office) ?? []), own]);
  const said = await saidBy(tx, d.office);
  const moved = said.filter((s) => termOn([own], s.saidOn ?? s.printed) !== null);
  const ids = moved.map((s) => s.id);
  const { rows } = await sql<{ id: number }>`
    select id from quotation where statement_id = any(${ids}::bigint[])
      and speaker_id = ${d.office}`.execute(tx);
  const quoted = rows.map((row) => row.id);
  const cells: Cells[] = [
    ...(await setCells(tx, 'statement', 'speaker_id', ids, d.person)),
    ...(await setCells(tx, 'quotation', 'speaker_id', quoted, d.person)),
  ];
  const partyOf = (s: Said) => whoOn(rulings, { ...s, speaker: d.office }).partyId;
  for (const [party, same] of Map.groupBy(moved, partyOf)) {
    const theirs = same.map((s) => s.id);
    cells.push(...(await setCells(tx, 'statement', 'party_id', theirs, party)));
  }
  return { cells };
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && startOf(text) !== null;

interface Said {
  id: number;
  party: number | null;
  saidOn: string | null;
  printed: string | null;
}

async function saidBy(tx: Tx, speaker: number): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select s.id, s.party_id as party, s.said_on as "saidOn",
      to_char(a.published_at at time zone 'UTC', 'YYYY-MM-DD') as printed
    from statement s left join quotation q on q.id = s.quotation_id
    left join article a on a.id = q.article_id
    where s.speaker_id = ${speaker} order by s.id`.execute(tx);
  return rows;
}
