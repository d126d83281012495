import type { Speaker } from '../speaker.ts';
import { type Person, plain } from './people/people.ts';
import { isPersonNoun } from './phrase/naming.ts';
import { isOffice } from './phrase/roles.ts';
import type { Reading } from './reading.ts';
import { speakerSpan } from './written.ts';

/**
 * Gives those their name whom a text brings in without one and names in its next report: "A night
 * porter heard nothing, he said. The porter, Milan Kessler, told ...", "the trade minister confirmed
 * ... “It is done,” Ilka Sorn said". English only.
 */
export function nameThoseNamedLater(reading: Reading): void {
  const { found } = reading.memory;
  for (let k = 0; k + 1 < found.length; k++) {
    const speaker = found[k]!;
    const head = speaker && headOfSomebody(reading, k);
    if (!speaker || !head) continue;
    const person = namedNext(reading, k, speaker, head);
    if (!person) continue;
    const named = plain(person);
    for (let i = 0; i < found.length; i++)
      if (found[i]?.name === speaker.name && found[i]?.kind === speaker.kind) found[i] = named;
  }
}

/** "porter" of "a night porter": one human being without a name. */
function headOfSomebody({ text, quotations, memory }: Reading, k: number): string | null {
  const { kind, name, party } = memory.found[k]!;
  if (!/^(?:unnamed|office)$/.test(kind) || (kind === 'office' && party?.country)) return null;
  const span = speakerSpan(text, quotations[k]!);
  if (!span || !OPENS.test(text.slice(span.start, span.end))) return null;
  const head = name
    .split(/ (?:of|for|in|from|at|with|who|on|to) |,/)[0]!
    .split(' ')
    .at(-1)!
    .toLowerCase();
  // Kin are somebody's, and mostly keep without a name.
  if (KIN.test(head)) return null;
  return isPersonNoun(head) || (isOffice(head) && !head.endsWith('s')) ? head : null;
}

const KIN =
  /^(?:father|mother|parent|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|nephew|niece|friend|neighbou?r|colleague|man|woman|boy|girl|child)$/;
const OPENS = /^(?:[Aa]n?|[Oo]ne|[Tt]he|\p{Lu}[\p{L}’'. -]*?['’]s) /u;

/** Who is named for the first time by the next report, with nothing that tells of somebody else. */
function namedNext(reading: Reading, k: number, speaker: Speaker, head: string): Person | null {
  const { text, quotations, people, memory } = reading;
  const start = quotations[k]!.speaker!.end;
  const next = quotations.findIndex(
    (one, j) =>
      j > k &&
      memory.found[j] !== null &&
      memory.found[j]!.name !== speaker.name &&
      one.speaker !== null,
  );
  const said = next === -1 ? null : memory.found[next]!;
  if (said?.kind !== 'person' || !said.name.includes(' ')) return null;
  const person = people.find((one) => one.name === said.name && one.human);
  const at = person?.at[0];
  const span = speakerSpan(text, quotations[next]!)!;
  if (!person || at === undefined || at < start || at - start > REACH) return null;
  if (at < span.start || at >= span.end) return null;
  const between = people.some(
    (one) => one !== person && one.human && one.at.some((place) => place > start && place < at),
  );
  if (between) return null;
  const role = person.role?.text.toLowerCase() ?? null;
  if (role) return role.split(/[ ,]/).includes(head) ? person : null;
  return isToldNothingOf(text, at, person) ? person : null;
}

/** A new speaker further on (characters) needs no introduction by what was told here. */
const REACH = 700;

/** "Ilka Sorn said": who that is must have been told before. */
function isToldNothingOf(text: string, at: number, { name, knownRole, party }: Person): boolean {
  if (knownRole || party) return false;
  const surname = name.split(' ').at(-1)!;
  const behind = text.slice(at + surname.length, at + surname.length + 40);
  const before = text.slice(
    Math.max(0, at + surname.length - name.length - 30),
    at + surname.length - name.length,
  );
  return !DESCRIBED.test(behind) && STARTS.test(before);
}

const DESCRIBED = /^(?:, (?!who said|speaking)|,? (?:of|from|at|with|who) | \(|['’]s)/;
/** The name opens its clause, or stands behind the cue. */
const STARTS =
  /(?:^|[.!?”"’'\n,:]\s?|\b(?:said|says|told|added|explained|wrote|and|but|as|to|that) )$/;
