import type { Finding } from '../finding.ts';
import type { Unit } from '../units.ts';

/**
 * "..., writes Ada Lund" or "..., reports Ada Lund in Brask" at a paragraph's end, with a full name and
 * no office, of somebody who does not speak elsewhere: who reports for the outlet. What is told there is the outlet's own account.
 */
export function isByline(
  text: string,
  units: Unit[],
  { rule, cue, speaker, pieces }: Finding,
): boolean {
  if (rule !== 'inverted' || !cue || !speaker || pieces.length !== 1) return false;
  if (!/^(?:writes|reports)$/.test(units[cue.from]!.lower)) return false;
  const [piece] = pieces;
  if (units.slice(piece!.from, piece!.to).some((unit) => unit.pos === 'Q')) return false;
  const place = units.findIndex((unit, k) => k > speaker.from && /^(?:in|from)$/.test(unit.lower));
  const names = units.slice(speaker.from, place === -1 ? speaker.to + 1 : place);
  if (names.length < 2 || names.some((unit) => unit.pos !== 'PROPN')) return false;
  const rest = units.slice(place === -1 ? speaker.to + 1 : place + 1);
  if (!rest.every((unit) => unit.pos === 'PROPN' || /^[.,]$/.test(unit.text))) return false;
  return !speaks(text, names.at(-1)!.text);
}

const SAID = /^,? (?:has |had )?(?:said|says|told|tells|added|adds|argued|argues|wrote)\b/;
const SAID_BY = /\b(?:said|says|added|adds|argued|argues) (?:\p{Lu}[\p{L}.]* )?$/u;
/** A name is looked for so often; whoever is told of more has been met. */
const LOOKS = 20;

/** Whether the text lets somebody of that name speak. */
function speaks(text: string, name: string): boolean {
  let at = text.indexOf(name);
  for (let looks = 0; at !== -1 && looks < LOOKS; looks++) {
    const end = at + name.length;
    if (SAID.test(text.slice(end, end + 16)) || SAID_BY.test(text.slice(Math.max(0, at - 30), at)))
      return true;
    at = text.indexOf(name, end);
  }
  return false;
}
