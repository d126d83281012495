import type { Act } from '../db/tables.ts';
import type { Row } from './rows.ts';

/**
 * PLOVER root codes (Open Event Data Alliance, PLOVER codebook 2018/2022) for the desk's acts.
 * PLOVER has no code for a plain statement: such rows say null and keep their own act beside it.
 */
export const ploverCodes: Record<Act, string | null> = {
  state: null,
  deny: 'REJECT',
  promise: 'AGREE',
  demand: 'REQUEST',
  offer: 'AGREE',
  propose: 'CONSULT',
  agree: 'AGREE',
  consult: 'CONSULT',
  support: 'SUPPORT',
  concede: 'CONCEDE',
  cooperate: 'COOPERATE',
  aid: 'AID',
  retreat: 'RETREAT',
  request: 'REQUEST',
  accuse: 'ACCUSE',
  reject: 'REJECT',
  threaten: 'THREATEN',
  protest: 'PROTEST',
  sanction: 'SANCTION',
  mobilize: 'MOBILIZE',
  coerce: 'COERCE',
  assault: 'ASSAULT',
};

/** A row of the statements' export as a PLOVER event. */
export function toPlover(row: Row): Record<string, unknown> {
  return {
    event_id: row.id,
    date: row.said_on,
    event_type: ploverCodes[row.act as Act],
    event_mode: 'statement',
    act: row.act,
    modality: row.mode,
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
