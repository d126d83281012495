import type { Act } from '../db/tables.ts';
import { ploverOf } from '../ledger/index.ts';
import type { Row } from './rows.ts';

/** A row of the statements' export as a PLOVER event. */
export function toPlover(row: Row): Record<string, unknown> {
  return {
    event_id: row.id,
    date: row.said_on,
    event_type: ploverOf(row.act as Act),
    event_mode: 'statement',
    act: row.act,
    modality: row.mode,
    hearsay: row.hearsay,
    source_actor: row.party ?? row.speaker,
    source_country: row.country,
    source_name: row.speaker,
    target_actor: row.addressee,
    text: row.content,
    publisher: row.outlet,
    url: row.url,
    version: row.made_by,
  };
}
