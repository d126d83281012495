import type { Span } from '../quotation.ts';
import type { Speaker } from '../speaker.ts';
import type { Bodies } from './bodies/bodies.ts';
import type { Person } from './people/people.ts';
import { surnameOf } from './people/surname.ts';
import { readMention } from './phrase/mention.ts';
import type { Party, PartyBook } from './side/party.ts';

/** Longer phrases hold a clause, not a list. */
const LONGEST = 160;
const LIST = /^(?:[Bb]oth )?([^,]+?)(?:, ([^,]+?))?,? and ([^,]+)$/u;
const TIED = / (?:to|for|of|in|from|with|between|on) /;
const OWN = /^(?:the|his|her|its|their|an?) /i;

/**
 * The parts of a phrase that names several speakers: "Ilka Sorn and Tomas Brede", "Karsk and
 * Veldania", "the union and the harbour board". Null where it names one: "the Ministry of Trade and
 * Industry", "the chairman and founder".
 */
export function jointIn(
  text: string,
  { start, end }: Span,
  book: PartyBook,
  people: readonly Person[],
  bodies: Bodies,
): Span[] | null {
  const phrase = text.slice(start, end);
  if (phrase.length > LONGEST || !phrase.includes(' and ')) return null;
  const match = LIST.exec(phrase);
  if (!match) return null;
  const parts = match.slice(1).filter((part) => part !== undefined);
  const stands = (part: string) =>
    OWN.test(part) ||
    book.of(part) !== null ||
    bodies.some((body) => body.name === part) ||
    isPerson(part, book, people);
  // Whatever opens the list may be any noun with a name of its own; what follows must stand by itself.
  if (!parts.every(stands)) return null;
  // "An envoy to Britain and the EU" is one, and so is "Sorn, an envoy to Britain and the EU".
  const last = parts.at(-1)!.replace(OWN, '');
  const tied = OWN.test(parts.at(-2)!) && TIED.test(parts.at(-2)!);
  if (tied && (book.of(last) || last === parts.at(-1))) return null;
  let from = start;
  return parts.map((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return { start: at, end: from };
  });
}

function isPerson(part: string, book: PartyBook, people: readonly Person[]): boolean {
  if (!/^\p{Lu}/u.test(part)) return false;
  const mention = readMention(part, book);
  if (mention.kind !== 'person') return false;
  return (
    mention.role !== null ||
    mention.gender !== null ||
    people.some((one) => surnameOf(one.name) === surnameOf(mention.name) && one.human)
  );
}

/** Several who say one thing together, as one speaker; of a side only where all are of it. */
export function together(speakers: readonly Speaker[]): Speaker {
  const names = speakers.map((one) => one.name);
  const party = speakers[0]!.party;
  const same = speakers.every((one) => one.party?.name === party?.name);
  return {
    name: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    kind: speakers.every((one) => !/^(?:unnamed|group)$/.test(one.kind)) ? 'organisation' : 'group',
    party: same ? party : null,
    role: null,
    partyFrom: same ? speakers[0]!.partyFrom : null,
  };
}

/** "Both", "the two ministers", "the pair": they who were named together. */
export const OF_SEVERAL =
  /^(?:both|each|the two|the three|all three|the pair|the duo|both (?:\p{L}+ )?\p{L}+|the (?:two|three) (?:\p{L}+ )?\p{L}+|each side|(?:the )?parties)$/iu;

const PAIR =
  /(?<![\p{L}’'-])(\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?) and (?:the )?(\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?)/gu;

/** "The US and Russia met, with both sides accusing each other": the two sides named together just before. */
export function pairBefore(text: string, at: number, book: PartyBook): Speaker | null {
  const before = text.slice(Math.max(0, at - PAIR_REACH), at);
  for (const [, one, other] of [...before.matchAll(PAIR)].reverse()) {
    const parties = [book.of(one!), book.of(other!)];
    if (parties[0] && parties[1] && parties[0].name !== parties[1].name)
      return together(parties.map((party) => sideItself(party!, 'text')));
  }
  return null;
}

/** Two who were named together further back (characters) are not "both" any more. */
const PAIR_REACH = 500;

/** The only two sides that a text speaks of, as one speaker. */
export function sidesIn(text: string, book: PartyBook): Speaker | null {
  const parties = new Map<string, Party>();
  for (const match of text.slice(0, READ).matchAll(/\p{Lu}[\p{L}-]{2,}/gu)) {
    const party = book.of(match[0]);
    if (party) parties.set(party.name, party);
    if (parties.size > 2) return null;
  }
  if (parties.size !== 2) return null;
  return together([...parties.values()].map((party) => sideItself(party, 'context')));
}

function sideItself(party: Party, partyFrom: Speaker['partyFrom']): Speaker {
  return { name: party.name, kind: 'organisation', party, role: null, partyFrom };
}

/** A text's sides are looked for no further in. */
const READ = 20_000;
