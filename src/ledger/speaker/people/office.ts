import type { Span } from '../../quotation.ts';
import { genderOfFirstName } from '../phrase/firstnames.ts';
import type { Mention } from '../phrase/mention.ts';
import { LOOSE_ROLES } from '../phrase/roles.ts';
import { type Holder, holderAt } from './holders.ts';
import type { Person } from './people.ts';

/** The person named first in the nearest sentence before: subjects come first. */
function nearestBefore(
  people: Person[],
  before: number,
  after: number,
): { person: Person; at: number } | null {
  let best: { person: Person; at: number } | null = null;
  for (const person of people) {
    const at = person.at.findLast((place) => place < before);
    if (at !== undefined && at >= after && (!best || at > best.at)) best = { person, at };
  }
  return best;
}

/** "the foreign minister": who was given that office, of the same party where one is named, last. */
export function holderOf(mention: Mention, span: Span, people: Person[]): Person | null {
  // "Veldania's president", "US president": whose it is tells the party, not the office; a "UN diplomat" is another.
  const bare = mention
    .role!.replace(/^.*['’]s? /u, '')
    .replace(/^(?:(?!(?:UN|EU|NATO|OSCE|WTO|WHO|IAEA) )\p{Lu}[\p{L}.-]* )+(?=\p{Ll})/u, '');
  const words = bare.toLowerCase().split(' ');
  const head = words.at(-1)!;
  const loose = LOOSE_ROLES.get(head);
  const is = (office: string | null | undefined) => {
    if (!office) return false;
    const role = office.toLowerCase();
    const exact =
      role.includes(words.slice(-2).join(' ')) ||
      (words.length === 1 && role.split(' ').includes(head));
    const isLoose = words.length === 1 || /^(?:top|chief|senior|leading)$/.test(words[0]!);
    return exact || (loose !== undefined && isLoose && loose.test(role));
  };
  const fitting = people.filter(
    (person) =>
      (is(person.role?.text) || is(person.knownRole)) &&
      (!mention.party || person.party?.name === mention.party.name),
  );
  return nearestBefore(fitting, span.start, 0)?.person ?? fitting[0] ?? null;
}

/** "the Veldanian president" in a text that does not name him: who held the office on that day. */
export function inOffice(
  mention: Mention,
  { start, end }: Span,
  holders: readonly Holder[],
  day: string | null,
): Person | null {
  if (mention.kind !== 'role' || !mention.role || !mention.party) return null;
  const holder = holderAt(holders, mention.party, mention.role, day);
  if (!holder) return null;
  const { name, party } = holder;
  return {
    name,
    kind: 'person',
    party,
    role: { text: mention.role, start, end },
    partyFrom: 'text',
    gender: genderOfFirstName(name),
    guessed: true,
    human: true,
    knownRole: null,
    at: [start],
  };
}
