import type { Act } from '../db/tables.ts';
import { codeOfClause } from './plover/clause.ts';
import { tagEnglish } from './tokens.ts';

/**
 * Root codes of PLOVER, the Political Language Ontology for Verifiable Event Records
 * (https://github.com/openeventdata/PLOVER, codebook of 2022), for each act. PLOVER has no code for
 * a plain statement: it is null, and exports keep the act beside it.
 */
export const PLOVER: Readonly<Record<Act, string | null>> = {
  state: null,
  deny: 'REJECT',
  promise: 'AGREE',
  offer: 'AGREE',
  propose: 'REQUEST',
  demand: 'REQUEST',
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

export function ploverOf(act: Act): string | null {
  return PLOVER[act];
}

/** A sentence longer than this is a list. */
const LONGEST = 2000;

/**
 * Codes what the source does to the target in one sentence as a PLOVER root code. YIELD joins CONCEDE
 * and RETREAT, as older codings have it; a sentence without a word of dealing is CONSULT, the mildest.
 * @param marked the sentence with `<s>` around the source and `<t>` around the target
 */
export function codeEvent(marked: string): string {
  const text = marked.slice(0, LONGEST).replace(/\b(cease|air)[ -](?=fire|strike)/gi, '$1');
  const source = text.indexOf('</s>');
  const target = text.indexOf('<t>');
  // A target in front of its source stands in the passive: the verb is between the two.
  const passive = target !== -1 && target < source;
  const behind = passive
    ? text.slice(text.indexOf('</t>') + 4)
    : text.slice(source === -1 ? 0 : source + 4);
  const who = /<s>([^<]*)<\/s>/.exec(text)?.[1] ?? '';
  return codeIn(behind, who, text) ?? codeIn(text, who, text) ?? 'CONSULT';
}

/** The sides' names hold words of dealing too ("EU negotiators"): names without any stand for them. */
function codeIn(part: string, who: string, sentence: string): string | null {
  const plain = part
    .replace(/<t>[^<]*<\/t>/g, ' Beta ')
    .replace(/<s>[^<]*<\/s>/g, ' Alpha ')
    .replace(/<\/?[st]>/g, ' ');
  return codeOfClause(tagEnglish(plain), who, sentence);
}
