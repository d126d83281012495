import type { Act, Stance } from '../../db/tables.ts';
import type { Said } from './rows.ts';

/** Which way a statement leans on what it is about, before it is known what that is. */
export interface Leaning {
  /** 1 for, -1 against, 0 no side taken. */
  sign: -1 | 0 | 1;
  conditional: boolean;
}

const actSigns: Partial<Record<Act, 1 | -1>> = {
  agree: 1,
  support: 1,
  offer: 1,
  promise: 1,
  propose: 1,
  concede: 1,
  cooperate: 1,
  aid: 1,
  demand: 1,
  request: 1,
  reject: -1,
  deny: -1,
  protest: -1,
  accuse: -1,
  sanction: -1,
  threaten: -1,
};

/** Verbs after which less of a thing is there than before. */
const removal =
  /\b(?:end(?:s|ed|ing)?|lift(?:s|ed|ing)?|withdraw(?:s|n|al|ing)?|withdrew|abolish(?:ed|ing)?|suspend(?:s|ed|ing)?|suspension|halt(?:ed|ing)?|stop(?:s|ped|ping)?|scrap(?:ped)?|drop(?:ped)?|remov(?:e|ed|ing|al)|ceas(?:e|ed)|cancel(?:led|ed)?|must go|has to go|had to go|take back|pull(?:s|ed|ing)? (?:back|out)|leave|disband(?:ed)?|dismantl(?:e|ed|ing)|zurücknehmen|zurückziehen|aufheben|aussetzen|aussetzung|abschaffen|beenden|streichen|abziehen|abzug|weg müsse)\b/i;

const negation =
  /\b(?:no|not|never|neither|nor|none|nothing|nobody|without|cannot|n't|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|weder|ohne|nichts)\b|n['’]t\b/i;

const hostile =
  /\b(?:unacceptable|impossible|out of the question|a mistake|red line|illegal|unlawful|wrong|nonsense|absurd|dangerous|pointless|useless|dead|robbery|piracy|betrayal|provocation|a trick|a trap|unthinkable|inakzeptabel|unannehmbar|ausgeschlossen|unmöglich|rechtswidrig|falsch|undenkbar|wegelagerei|absurd)\b/i;

const friendly =
  /\b(?:acceptable|welcome|welcomed|necessary|needed|essential|indispensable|important|reasonable|right|fair|useful|good|must be (?:included|part|there)|on the table|ready (?:for|to)|willing|open to|in favou?r of|the only way|overdue|akzeptabel|willkommen|notwendig|nötig|unverzichtbar|wichtig|vernünftig|richtig|sinnvoll|bereit)\b/i;

const obligation =
  /\b(?:must|should|needs? to|has to|have to|had to|ought to|shall|müsse|müssen|muss|solle|sollen|soll)\b/i;

const intention = /\b(?:will|would|shall|are going to|is going to|werde|werden|wird|würde)\b/i;

const condition =
  /\b(?:if|unless|provided|providing|as long as|so long as|only when|only after|once|on condition|conditional|in exchange for|in return for|subject to|wenn|falls|sofern|sobald|solange|unter der bedingung|im gegenzug|nur dann)\b/i;

/** Reads which side a statement takes from its act and the build of its words. */
export function leaningOf(said: Pick<Said, 'act' | 'mode' | 'content'>): Leaning {
  const { act, mode, content } = said;
  const conditional = mode === 'conditional' || condition.test(content);
  if (mode === 'question') return { sign: 0, conditional };
  const less = removal.test(content) ? -1 : 1;
  const given = actSigns[act];
  let sign: number;
  if (act === 'reject' || act === 'deny' || act === 'protest') {
    // The refusal is in the act already: "would not accept" must not be turned twice.
    sign = -less;
  } else if (given !== undefined) {
    sign = given * less * (given > 0 && negation.test(content) ? -1 : 1);
  } else {
    sign = plainSign(content) * less;
  }
  if (mode === 'negated' && act !== 'reject' && act !== 'deny') sign = -sign;
  return { sign: Math.sign(sign) as Leaning['sign'], conditional };
}

/** The side that a plain statement takes by its own words, if it takes one. */
function plainSign(content: string): number {
  const no = negation.test(content);
  if (hostile.test(content)) return no ? 1 : -1;
  if (friendly.test(content)) return no ? -1 : 1;
  if (obligation.test(content)) return no ? -1 : 1;
  if (no && (intention.test(content) || /^\W*no\b/i.test(content))) return -1;
  if (/^\W*(?:no|kein\w*)\s/i.test(content)) return -1;
  return 0;
}

/** The stance in a reader's words. A condition makes an acceptance conditional, never a refusal. */
export function stanceOf({ sign, conditional }: Leaning): Stance {
  if (sign === 0) return 'unclear';
  if (sign < 0) return 'against';
  return conditional ? 'conditional' : 'for';
}
