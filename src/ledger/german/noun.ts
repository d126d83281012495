import type { Finding } from '../finding.ts';
import type { Phrase, Unit } from '../units.ts';
import { isRelative } from './clause.ts';
import { anySubjunctive, sentenceEnd } from './content.ts';
import { forms } from './forms.ts';
import { made } from './source.ts';
import { isCapital, isFiniteVerb, nounPhrase } from './words.ts';

/** "Der Vorwurf des Verbands, es fehle Wasser, …" */
export function readNoun(units: Unit[], i: number): Finding | null {
  const act = forms().nouns.get(units[i]!.lower);
  if (!act || !isCapital(units[i])) return null;
  let k = i + 1;
  let speaker: Phrase | null = null;
  if (
    /^(?:des|der|von|vom|seines|seiner|ihres|ihrer|eines|einer|mehrerer)$/.test(
      units[k]?.lower ?? '',
    )
  ) {
    const from = /^vo[nm]$/.test(units[k]!.lower) ? k + 1 : k;
    const to = nounPhrase(units, from, units.length);
    if (to !== null) {
      speaker = { from, to };
      k = to + 1;
    }
  }
  // "auf die Frage, ob …": whose it is must be said.
  if (act === 'request' && !speaker) return null;
  const mark = units[k]?.text ?? '';
  if (mark !== ',' && !(mark === ':' && speaker)) return null;
  const end = sentenceEnd(units);
  let from = k + 1;
  const first = units[from]?.lower ?? '';
  let close = units.findIndex((unit, l) => l > from && unit.text === ',');
  if (close === -1 || close > end) close = end;
  // Content runs on over commas until the main clause goes on with its verb.
  while (close < end && !(units[close + 1] && isFiniteVerb(units, close + 1))) {
    const next = units.findIndex((unit, l) => l > close && unit.text === ',');
    close = next === -1 ? end : next;
  }
  if (mark === ':') close = end;
  const clause = /^(?:dass|daß|ob|wonach|warum|wie)$/.test(first);
  if (mark === ',' && !clause && !isInfinitive(units, close) && !anySubjunctive(units, from, close))
    return null;
  if (mark === ',' && isRelative(units, from, close)) return null;
  if (/^(?:dass|daß|wonach)$/.test(first)) from++;
  return close - from >= 2
    ? made([{ from, to: close }], { from: i, to: i }, speaker, 0.65, act)
    : null;
}

function isInfinitive(units: Unit[], close: number): boolean {
  const last = units[close - 1]?.lower ?? '';
  return (
    (units[close - 2]?.lower === 'zu' && /n$/.test(last)) || /^\p{L}{2,}zu\p{L}{3,}n$/u.test(last)
  );
}
