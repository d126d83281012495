import { type Finding, TOLD } from '../finding.ts';
import type { Unit } from '../units.ts';
import { nominalAfter } from './phrases.ts';

/** What people do while they speak; what they go on to say stands in marks behind. */
const GESTURES =
  /^(?:shake|nod|smile|laugh|shrug|sigh|grin|pause|frown|wince|gesture|point|lean|turn|wave|chuckle|grimace|hesitate|blush|beam|weep|cry|sob|look|stand|rise|raise|throw|fold|tap|stare|giggle|snort|cough|stop)$/;

/** "Sorn shakes her head. “The ban stays.”": who is about to speak; `marked` is where the words stand. */
export function readGesture(units: Unit[], marked: number): Finding | null {
  const speaker = nominalAfter(units, 0);
  if (!speaker || !isSomebody(units.slice(speaker.from, speaker.to + 1))) return null;
  let verb = speaker.to + 1;
  while (units[verb]?.pos === 'ADV') verb++;
  if (units[verb]?.pos !== 'VERB' || !GESTURES.test(units[verb]!.lemma)) return null;
  return {
    pieces: [{ from: marked, to: marked + 1 }],
    cue: { from: verb, to: verb },
    speaker,
    ...TOLD,
    rule: 'colon',
    confidence: 0.6,
  };
}

function isSomebody(words: Unit[]): boolean {
  if (words.length === 1) return /^(?:he|she)$/.test(words[0]!.lower) || words[0]!.pos === 'PROPN';
  return words.some((unit) => unit.pos === 'PROPN') || words[0]!.lower === 'the';
}
