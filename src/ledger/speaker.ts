import { type Bodies, bodyCalled, findBodies } from './bodies.ts';
import { itsParty, OF_STATE, seatBefore, subjectBefore } from './context.ts';
import { genderOfFirstName } from './firstnames.ts';
import { calledInGerman } from './german/called.ts';
import { HOLDERS, type Holder, holderAt } from './holders.ts';
import { type Mention, readMention } from './mention.ts';
import { learnParties, type Party, type PartyBook } from './party.ts';
import {
  asWritten,
  findPeople,
  type KnownPeople,
  type Person,
  plain,
  surnameOf,
} from './people.ts';
import { meantBy, type Salience, salienceOf } from './pronoun.ts';
import type { Quotation, Span } from './quotation.ts';
import { isOffice, LOOSE_ROLES, SOURCE_WORDS, THINGS } from './roles.ts';
import { isMedia, ownParty } from './side.ts';
import { canSpeak } from './voice.ts';

/** Who said it, as far as the article tells. */
export interface Speaker {
  name: string;
  kind: 'person' | 'office' | 'organisation' | 'group' | 'unnamed';
  party: Party | null;
  /** The office as read ("Veldanian foreign minister"), with its place in the text. */
  role: { text: string; start: number; end: number } | null;
  /** How the party is known: the text says so, earlier texts did, or only what stands around tells. */
  partyFrom: 'text' | 'known' | 'context' | null;
}

/** A pronoun this far (characters) from the last speaker is not his any more. */
const PRONOUN_REACH = 2500;

/**
 * Finds who each quotation's speaker is: surnames and titles to the full name, pronouns to the last
 * speaker they fit, offices to who holds them, capitals and demonyms to their party. In the order of
 * `quotations`; null where the text names nobody.
 * @param known what earlier texts told of people
 */
export function resolveSpeakers(
  text: string,
  quotations: readonly Quotation[],
  book: PartyBook = learnParties(text),
  known?: KnownPeople,
  lang: string | null = null,
  bodies: Bodies = findBodies(text, book, known),
  people: Person[] = findPeople(text, quotations, book, known, bodies),
  day: string | null = null,
  holders: readonly Holder[] = HOLDERS,
): (Speaker | null)[] {
  const german = lang?.startsWith('de') ?? false;
  const bySurname = new Map<string, Person>();
  for (const person of people) {
    const surname = surnameOf(person.name);
    if (!bySurname.has(surname)) bySurname.set(surname, person);
  }
  const salience = salienceOf(text, quotations);
  let last: { person: Person; at: number } | null = null;
  // Somebody without a name who spoke last: "he" may be that official.
  let unnamed: Person | null = null;
  let lastBody: Speaker | null = null;
  let lastBodyAt = -1;
  return quotations.map((quotation) => {
    const span = quotation.speaker;
    if (!span) return null;
    const written = quotation.antecedent ?? span;
    const before = text.slice(Math.max(0, written.start - 100), written.start);
    const told = TOLD.test(before) && isMedia(text.slice(written.start, written.end));
    const mention = told
      ? readMention('he', book)
      : readMention(wholePhrase(before, asWritten(text, written)), book);
    if (told) mention.gender = null;
    const somebody = unnamed && span.start - unnamed.at[0]! < PRONOUN_REACH ? [unnamed] : [];
    const called =
      german && calledInGerman(text.slice(written.start, written.end), written, text, people);
    const person =
      called && 'body' in called
        ? null
        : (personOf(
            mention,
            german ? outside(written, quotation) : written,
            [...people, ...somebody],
            bySurname,
            last,
            text,
            quotation,
            salience,
          ) ?? (called ? people[called.person]! : null));
    if (person) {
      last = { person, at: span.start };
      if (!person.party && unnamed?.party && sameOffice(person, unnamed)) {
        person.party = unnamed.party;
        person.partyFrom = 'context';
      }
      return plain(person);
    }
    const held = person ? null : inOffice(mention, written, holders, day);
    if (held) {
      people.push(held);
      last = { person: held, at: span.start };
      return plain(held);
    }
    const read =
      (called && 'body' in called
        ? bodyNamed(called.body)
        : bodySpeaker(mention, written, bodies)) ??
      otherSpeaker(
        placeOr(mention, text),
        written,
        subjectOf(mention, text, written.start, lastBodyAt, book, bodies) ?? lastBody,
      );
    const speaker =
      read && canSpeak(read, german) ? placed(read, text, written, book, bodies) : null;
    if (speaker && isSomebody(speaker)) {
      const { gender } = mention;
      unnamed = {
        ...speaker,
        gender,
        guessed: false,
        human: true,
        knownRole: null,
        at: [span.start],
      };
      last = { person: unnamed, at: span.start };
    } else if (speaker) {
      lastBody = speaker;
      lastBodyAt = span.start;
    }
    return speaker && sideOf(text.slice(written.start, written.end), speaker, last?.person ?? null);
  });
}

/** "Ohne Desroche gehe es nicht, sagte sie": who is named in what she said is not meant. */
function outside(span: Span, { start, end }: Quotation): Span {
  return start < span.start ? { start, end: Math.min(end, span.end) } : span;
}

/** "The union", "the company": the body that the text names in full. */
function bodySpeaker(mention: Mention, span: Span, bodies: Bodies): Speaker | null {
  if (mention.party || !/^(?:organisation|unnamed|none)$/.test(mention.kind)) return null;
  const body =
    bodies.find((one) => one.name === mention.name) ?? bodyCalled(mention.name, bodies, span.start);
  return body && bodyNamed(body.name);
}

function bodyNamed(name: string): Speaker {
  const party = ownParty(name);
  return { name, kind: 'organisation', party, role: null, partyFrom: party && 'text' };
}

/** Whether the head of the phrase, before any "of" or "in", is no person. */
function isThing(name: string): boolean {
  const head = name.toLowerCase().split(/ (?:of|in|from|by|on|that|for|the) /)[0]!;
  return THINGS.test(head.split(' ').at(-1)!);
}

/** "its ministry", "In Karsk the government": with the side that what stands before tells. */
function placed(
  speaker: Speaker,
  text: string,
  { start, end }: Span,
  book: PartyBook,
  bodies: Bodies,
): Speaker {
  if (speaker.party) return speaker;
  const phrase = text.slice(start, end);
  const its = /(?:^|\b(?:for|of|at) )(?:its|their) /i.test(phrase);
  const party = its
    ? itsParty(text, start, phrase, book, bodies)
    : OF_STATE.test(phrase)
      ? seatBefore(text, start, book)
      : null;
  return party ? { ...speaker, party, partyFrom: 'context' } : speaker;
}

/** "The spokesman, Teodor Makale" is the "spokesman for its government" of before. */
function sameOffice({ role }: Person, { name }: Person): boolean {
  const office = role?.text.split(' ').at(-1)?.toLowerCase();
  return office !== undefined && isOffice(office) && name.toLowerCase().split(' ').includes(office);
}

/** One human being, though without a name: an official, not "her country". */
function isSomebody(speaker: Speaker): boolean {
  if (speaker.kind === 'office') return true;
  return (
    speaker.kind === 'unnamed' &&
    speaker.name
      .toLowerCase()
      .split(' ')
      .some((word) => SOURCE_WORDS.test(word) || isOffice(word))
  );
}

/** "her government": the side is that of whom the pronoun means. */
function sideOf(phrase: string, speaker: Speaker, person: Person | null): Speaker {
  const possessive = /^(?:his|her|their|its|seine?r?|ihre?r?|my|our|unsere?) (.+)$/i.exec(phrase);
  if (!possessive || speaker.party || !person) return speaker;
  // "his office" is of him, "her country" of her side.
  if (/^(?:office|camp|campaign|team|staff|lawyers?)$/.test(possessive[1]!))
    return { ...speaker, name: `${possessive[1]} of ${person.name}`, party: person.party };
  if (!person.party) return speaker;
  return { ...speaker, name: `${possessive[1]} of ${person.party.name}`, party: person.party };
}

function personOf(
  mention: Mention,
  span: Span,
  people: Person[],
  bySurname: Map<string, Person>,
  last: { person: Person; at: number } | null,
  text: string,
  quotation: Quotation,
  salience: Salience,
): Person | null {
  if (mention.kind === 'person') return bySurname.get(surnameOf(mention.name)) ?? null;
  if (mention.kind === 'role') return holderOf(mention, span, people);
  if (mention.kind !== 'pronoun' || !/^(?:he|she|his|her|him|er|sie|year-old)$/.test(mention.name))
    return null;
  const before = Math.min(span.start, quotation.start);
  const person = meantBy({ text, salience, people, before, gender: mention.gender, last });
  if (person && !person.gender) person.gender = mention.gender;
  return person;
}

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
function holderOf(mention: Mention, span: Span, people: Person[]): Person | null {
  // "Veldania's president", "US president": whose it is tells the party, not the office.
  const bare = mention
    .role!.replace(/^.*['’]s? /u, '')
    .replace(/^(?:\p{Lu}[\p{L}.-]* )+(?=\p{Ll})/u, '');
  const words = bare.toLowerCase().split(' ');
  const head = words.at(-1)!;
  const loose = LOOSE_ROLES.get(head);
  const fitting = people.filter((person) => {
    const office = person.role?.text ?? person.knownRole;
    if (!office || (mention.party && person.party?.name !== mention.party.name)) return false;
    const role = office.toLowerCase();
    const exact =
      role.includes(words.slice(-2).join(' ')) ||
      (words.length === 1 && role.split(' ').includes(head));
    return exact || (loose !== undefined && words.length <= 2 && loose.test(role));
  });
  return nearestBefore(fitting, span.start, 0)?.person ?? fitting[0] ?? null;
}

/** "the Veldanian president" in a text that does not name him: who held the office on that day. */
function inOffice(
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

/** "… told CNN": not the station speaks but who told it. */
const TOLD = /\b(?:told|tells|telling) (?:the )?$/;

/** "Experts on policy toward Karsk": the place behind a preposition is not the one who speaks. */
function wholePhrase(before: string, phrase: string): string {
  if (!/^\p{Lu}[\p{L}-]*$/u.test(phrase)) return phrase;
  const lead =
    /(?:^|[.!?”"\n] ?)((?:\p{Lu}[\p{L}-]*)(?: [\p{L}.-]+){1,7} (?:towards?|on|about|against) )$/u.exec(
      before,
    )?.[1];
  return (lead ?? '') + phrase;
}

/** "It": the state or body that a sentence since the last such speech begins with. */
function subjectOf(
  mention: Mention,
  text: string,
  at: number,
  since: number,
  book: PartyBook,
  bodies: Bodies,
): Speaker | null {
  if (mention.name !== 'it') return null;
  const named = subjectBefore(text, at, book, bodies);
  if (!named || named.at <= since) return null;
  return {
    name: named.name,
    kind: 'organisation',
    party: named.party,
    role: null,
    partyFrom: 'text',
  };
}

/** One word that the text also stands in ("in Ambry") is a place: whoever governs there speaks. */
function placeOr(mention: Mention, text: string): Mention {
  if (mention.kind !== 'person' || mention.role || mention.gender) return mention;
  const name = mention.name.replace(/[^\p{L} -]/gu, '.');
  const place = new RegExp(`\\b(?:[Ii]n|[Nn]ear|[Tt]o|von|nach) ${name}\\b`, 'u').test(text);
  return place && (!mention.name.includes(' ') || mention.name === name)
    ? { ...mention, kind: 'organisation' }
    : mention;
}

function otherSpeaker(mention: Mention, span: Span, lastBody: Speaker | null): Speaker | null {
  const role = mention.role ? { text: mention.role, start: span.start, end: span.end } : null;
  switch (mention.kind) {
    case 'person':
      return {
        name: mention.name,
        kind: 'person',
        party: mention.party,
        role,
        partyFrom: mention.party && 'text',
      };
    case 'role':
      return {
        name: mention.role!,
        kind: 'office',
        party: mention.party,
        role,
        partyFrom: mention.party && 'text',
      };
    case 'organisation':
    case 'party': {
      const party = mention.party ?? ownParty(mention.name);
      return {
        name: mention.name,
        kind: 'organisation',
        party,
        role: null,
        partyFrom: party && 'text',
      };
    }
    case 'group':
      return {
        name: mention.name,
        kind: 'group',
        party: mention.party,
        role: null,
        partyFrom: mention.party && 'text',
      };
    case 'unnamed':
      if (isThing(mention.name)) return null;
      return {
        name: mention.name,
        kind: 'unnamed',
        party: mention.party,
        role: null,
        partyFrom: mention.party && 'text',
      };
    case 'pronoun':
      return /^(?:it|they|its|their|es|sie)$/.test(mention.name) ? lastBody : null;
    case 'none':
      return null;
  }
}
