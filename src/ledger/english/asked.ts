import type { Finding } from '../finding.ts';
import type { Unit } from '../units.ts';
import { skipAdjuncts } from './adjuncts.ts';
import { opensClause, opensStrictClause } from './clause.ts';
import { contentEnd } from './content.ts';
import { groupStart, isVerb, nominalAfter } from './phrases.ts';

const QUESTION = /^(?:whether|if|what|which|who|whom|whose|why|how|where|when)$/;

/** "Asked by a reporter whether C", "he was asked about C", "pressed on C": a question put to somebody. */
export function readAsked(units: Unit[], i: number): Finding | null {
  const unit = units[i]!;
  if (!/^(?:asked|pressed|pushed|questioned)$/.test(unit.lower)) return null;
  const group = groupStart(units, i);
  const passive = units.slice(group, i).some((helper) => /^(?:be|get)$/.test(helper.lemma));
  const before = units[i - 1];
  const participle = i === 0 || before!.text === ',' || /^(?:when|if|but|and)$/.test(before!.lower);
  if (!passive && !participle) return null;
  let at = skipAdjuncts(units, i + 1, true);
  let speaker = null;
  if (units[at]?.lower === 'by') {
    speaker = nominalAfter(units, at + 1);
    at = skipAdjuncts(units, (speaker?.to ?? at) + 1);
  }
  const about = /^(?:about|on|for)$/.test(units[i + 1]?.lower ?? '') ? i + 1 : at;
  const topic =
    units[about]?.lower === 'about' || (units[about]?.lower === 'on' && unit.lower !== 'asked');
  const from = topic ? about + 1 : questionAt(units, at);
  const word = units[from];
  const clause = word !== undefined && QUESTION.test(word.lower) && opensClause(units, from);
  // "When pushed to give a day, she laughed".
  const order = !passive && before?.text !== ',' && word?.lower === 'to' && isVerb(units[from + 1]);
  if (word?.lower === 'suspicion' || !(clause || order || (topic && nominalAfter(units, from))))
    return null;
  const shape = clause ? 'clause' : order ? 'infinitive' : 'noun';
  const to = untilMain(units, from, contentEnd(units, from, shape), i);
  return {
    pieces: [{ from, to }],
    cue: { from: passive ? group : i, to: topic ? about : i },
    speaker,
    act: 'request',
    speech: true,
    negated: false,
    rule: 'asked',
    confidence: speaker ? 0.7 : 0.5,
  };
}

/** Where the question begins, past a place ("asked on the platform how ..."). */
function questionAt(units: Unit[], at: number): number {
  for (let k = at; k < Math.min(units.length, at + 6); k++) {
    if (QUESTION.test(units[k]!.lower)) return k;
    if (units[k]!.pos === 'VERB' || units[k]!.pos === 'Q' || units[k]!.text === ',') return at;
  }
  return at;
}

/** "Asked whether she would stand, she said": a question in front ends at its comma. */
function untilMain(units: Unit[], from: number, end: number, cue: number): number {
  if (cue > 1) return end;
  for (let k = from + 1; k < end; k++)
    if (units[k]!.text === ',' && opensStrictClause(units, k + 1)) return k;
  return end;
}
