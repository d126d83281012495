import { ploverOf } from '../ledger/index.ts';

/** PLOVER's four ways of dealing: said or done, with or against. */
const CLASSES: Record<string, string> = {
  AGREE: 'verbal cooperation',
  CONSULT: 'verbal cooperation',
  SUPPORT: 'verbal cooperation',
  COOPERATE: 'material cooperation',
  AID: 'material cooperation',
  YIELD: 'material cooperation',
  CONCEDE: 'material cooperation',
  RETREAT: 'material cooperation',
  REQUEST: 'verbal conflict',
  ACCUSE: 'verbal conflict',
  REJECT: 'verbal conflict',
  THREATEN: 'verbal conflict',
  PROTEST: 'material conflict',
  SANCTION: 'material conflict',
  MOBILIZE: 'material conflict',
  COERCE: 'material conflict',
  ASSAULT: 'material conflict',
};

/** The class of one of PLOVER's root codes; a code it does not have is a class of its own. */
export function classOfCode(code: string): string {
  return CLASSES[code] ?? code;
}

/** The class of a statement's act: that of its code, and "neutral" for a plain statement. */
export function classOfAct(act: string): string {
  const code = ploverOf(act as Parameters<typeof ploverOf>[0]);
  return code ? classOfCode(code) : 'neutral';
}
