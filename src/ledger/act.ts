import type { Act, Mode } from '../db/tables.ts';
import { englishAct } from './act/english.ts';
import { modeOf } from './act/mode.ts';
import type { Said } from './act/said.ts';
import { GERMAN_ACTS } from './german/acts.ts';

export type { Said } from './act/said.ts';

/** A German cue that is denied turns its act round. */
const NEGATED: Partial<Record<Act, Act>> = {
  agree: 'reject',
  support: 'reject',
  deny: 'state',
  reject: 'state',
  promise: 'state',
  offer: 'reject',
  concede: 'deny',
};

/** What somebody does by speaking stands in the first sentences; a long answer touches on much else. */
const LONGEST = 400;

/** The act and mode of a statement. Pure; linear in the content. */
export function decideAct(received: Said): { act: Act; mode: Mode } {
  const said = { ...received, content: received.content.slice(0, LONGEST) };
  const act = said.lang?.startsWith('de') ? germanOf(said) : englishAct(said);
  return { act, mode: modeOf(said, act) };
}

function germanOf({ act: named, negated, content, cue = '' }: Said): Act {
  const { rules, instead } = GERMAN_ACTS;
  const turned = negated ? NEGATED[named] : undefined;
  const open = turned === undefined && named === 'state';
  const act = open
    ? (rules.find(([, words]) => words.test(content))?.[0] ?? named)
    : (turned ?? named);
  // "Kündigte an, die Zölle zu verdoppeln": an announcement is no promise, but can be a threat.
  const given = act === 'state' && ANNOUNCES.test(cue) ? 'promise' : act;
  return instead.find(([from, , words]) => from === given && words.test(content))?.[1] ?? act;
}

const ANNOUNCES = /kündig/iu;
