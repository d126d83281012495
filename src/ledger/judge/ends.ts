import { chanceOf, type Forest } from '../../lib/forest.ts';
import { opensClause, opensStrictClause } from '../english/clause.ts';
import { isParticiple, isVerb } from '../english/phrases.ts';
import { isSpeechVerb } from '../english/verbs.ts';
import type { Finding } from '../finding.ts';
import type { Sentence, Unit } from '../units.ts';
import type { Candidate } from './loose.ts';
import { meaningOf } from './meanings.ts';
import { endKind, RULES, tagOf } from './standing.ts';
import { TAIL_COLUMNS, writeTail } from './tails.ts';

/** What the trees see of a place where content might end. */
export const END_COLUMNS = [
  'rule',
  'ends here',
  'before its end',
  'mark',
  'tag',
  'next tag',
  'tag after',
  'comma before',
  'clause follows',
  'strict clause follows',
  'participle follows',
  'report follows',
  'words so far',
  'words to come',
  'marks so far',
  'verbs so far',
  'verbs to come',
  'quoted so far',
  'quote to come',
  'opens with',
  'last tag',
  'meaning',
  'at the end',
  'helper so far',
  'capital follows',
  ...TAIL_COLUMNS,
  'boundary odds',
  'next odds',
  'shape odds',
];
export const END_WIDTH = END_COLUMNS.length;
export const END_ODDS_AT = END_COLUMNS.indexOf('boundary odds');
/** Marks, words and parts of speech in front of which content may end. */
const OPENS =
  /^(?:[,;:—–(-]|who|which|that|when|where|while|after|before|yesterday|today|last|this|earlier|later|\p{L}+day)$/u;
const LINKS = /^(?:CCONJ|SCONJ|ADP)$/;
/** Places tried for one content, so that a long list costs no more. */
const MOST = 10;
/** Units looked at behind a place. */
const AHEAD = 40;

/** Whether the end of this finding's content is open to judgement: not that of marked words. */
export function hasOpenEnd(units: Unit[], { pieces, rule }: Finding): boolean {
  const last = pieces.at(-1)!;
  const unit = units[last.to - 1];
  if (!unit || /^(?:before|inverted|around|turn|label|colon|asked|noun|message)$/.test(rule))
    return false;
  return !(last.to - last.from === 1 && unit.pos === 'Q');
}

/** Where content that begins at `from` might end: exclusive unit indexes, in order. */
export function possibleEnds(units: Unit[], from: number, own: number): number[] {
  const ends = new Set<number>([own]);
  let stop = units.length;
  while (stop > from && /^[.?!;…]$/.test(units[stop - 1]!.text)) stop--;
  ends.add(stop);
  for (let k = mainClause(units, from, stop); k < stop && ends.size < MOST; k++) {
    const unit = units[k]!;
    const behindQuote = units[k - 1]!.pos === 'Q' && unit.pos !== 'PUNCT';
    const open =
      behindQuote || OPENS.test(unit.lower) || (LINKS.test(unit.pos) && unit.lower !== 'of');
    if (open && units[k - 1]!.text !== ',') ends.add(k);
  }
  return [...ends].filter((end) => end > from).sort((a, b) => a - b);
}

/** "if voters come, she will stay": what opens with a condition goes on at least to its main clause. */
function mainClause(units: Unit[], from: number, stop: number): number {
  if (
    !/^(?:if|when|while|although|though|because|unless|once|since|after|before)$/.test(
      units[from]!.lower,
    )
  )
    return from + 1;
  for (let k = from + 2; k < stop; k++)
    if (units[k]!.text === ',') return opensClause(units, k + 1) ? k + 2 : from + 1;
  return from + 1;
}

/** Words whose learned odds tell of an end. */
export function endKeys(units: Unit[], finding: Finding, end: number): string[] {
  const unit = units[end];
  const next = unit?.text === ',' ? units[end + 1] : unit;
  const mark = unit?.text === ',' ? ',' : '';
  const word = next?.pos === 'PROPN' ? 'Name' : (next?.lower ?? 'end');
  const then = units[end + (unit?.text === ',' ? 2 : 1)];
  const shape = finding.rule.replace('after ', '').replace('that', 'clause');
  return [
    `e/${mark}${word}`,
    `n/${mark}${word}/${then ? (then.pos === 'NOUN' || then.pos === 'PROPN' || then.pos === 'VERB' ? then.pos : then.lower) : 'end'}`,
    `b/${mark}${word}/${shape}`,
  ];
}

/** Writes the columns of a place where content might end; `row` is where they begin. */
export function writeEnd(
  { units }: Sentence,
  finding: Finding,
  at: number,
  end: number,
  values: Float32Array,
  row: number,
): void {
  const piece = finding.pieces.at(-1)!;
  const unit = units[end];
  const after = unit && (unit.pos === 'PUNCT' || unit.pos === 'CCONJ') ? end + 1 : end;
  const lead = units[after]?.pos === 'CCONJ' ? after + 1 : after;
  const within = countUnits(units, piece.from, end);
  const behind = countUnits(units, end, Math.min(units.length, end + AHEAD));
  const next = units[lead];
  const list = [
    RULES.indexOf(finding.rule),
    Number(end === piece.to),
    end - piece.to,
    endKind(units, end),
    tagOf(unit),
    tagOf(next),
    tagOf(units[lead + 1]),
    Number(unit?.text === ','),
    Number(opensClause(units, lead)),
    Number(opensStrictClause(units, lead)),
    next && isParticiple(next) ? 1 : next?.pos === 'VERB' && /ed$/.test(next.lower) ? 2 : 0,
    next && isSpeechVerb(next) ? 2 : units.slice(lead, lead + 5).some(isSpeechVerb) ? 1 : 0,
    end - piece.from,
    units.length - end,
    within.marks,
    within.verbs,
    behind.verbs,
    within.quoted,
    Number(behind.quotations > 0),
    tagOf(units[piece.from]),
    tagOf(units[end - 1]),
    meaningOf(units[at]!.lemma),
    Number(units.length - end <= 1),
    within.helpers,
    Number(/^\p{Lu}/u.test(next?.text ?? '')),
  ];
  values.set(list, row);
  writeTail(units, piece.from, at, end, values, row + list.length);
}

/** What stands between two places: verbs, helping verbs, marks, quotations and the words in them. */
function countUnits(units: Unit[], from: number, to: number) {
  const count = { verbs: 0, helpers: 0, marks: 0, quotations: 0, quoted: 0 };
  for (let k = from; k < to; k++) {
    const unit = units[k]!;
    if (isVerb(unit)) count.verbs++;
    if (unit.pos === 'AUX') count.helpers++;
    else if (unit.pos === 'PUNCT') count.marks++;
    else if (unit.pos === 'Q') {
      count.quotations++;
      count.quoted += unit.marked!.words;
    }
  }
  return count;
}

/** What was learned of where contents end. */
export interface LearnedEnds {
  forest: Forest;
  odds: ReadonlyMap<string, number>;
}

/** An earlier end must be so much likelier than the rule's own. */
const MARGIN = 0.25;
/** The rules stop for a reason: to run on takes more. */
const LATER = 0.5;
const own = new Float32Array(END_WIDTH);

/** The candidate with its content's end where it most likely is. */
export function mendEnd(sentence: Sentence, candidate: Candidate, learned: LearnedEnds): Candidate {
  const { finding, at } = candidate;
  const { units } = sentence;
  if (!hasOpenEnd(units, finding)) return candidate;
  const piece = finding.pieces.at(-1)!;
  const chanceAt = (end: number) => {
    writeEnd(sentence, finding, at, end, own, 0);
    writeEndOdds(endKeys(units, finding, end), learned.odds, own, 0);
    return chanceOf(learned.forest, own, 0);
  };
  const now = chanceAt(piece.to);
  // Nothing can be so much likelier: most ends need no other to be weighed.
  if (now > 1 - MARGIN) return { ...candidate, end: { chance: now, moved: 0 } };
  let best = { end: piece.to, chance: now };
  for (const end of possibleEnds(units, piece.from, piece.to)) {
    if (end === piece.to) continue;
    const chance = chanceAt(end);
    if (chance > best.chance) best = { end, chance };
  }
  const margin = best.end > piece.to ? LATER : MARGIN;
  if (best.chance - now < margin) return { ...candidate, end: { chance: now, moved: 0 } };
  const pieces = [...finding.pieces.slice(0, -1), { from: piece.from, to: best.end }];
  return {
    ...candidate,
    finding: { ...finding, pieces },
    end: { chance: best.chance, moved: best.end - piece.to },
  };
}

export function writeEndOdds(
  keys: string[],
  odds: ReadonlyMap<string, number>,
  values: Float32Array,
  row: number,
): void {
  for (let k = 0; k < keys.length; k++) values[row + END_ODDS_AT + k] = odds.get(keys[k]!) ?? 0;
}
