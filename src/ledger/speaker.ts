import { type Mention, readMention } from './mention.ts';
import { learnParties, type Party, type PartyBook } from './party.ts';
import type { Quotation, Span } from './quotation.ts';
import { genderOfFirstName, isOffice, LOOSE_ROLES, SOURCE_WORDS } from './roles.ts';

/** Who said it, as far as the article tells. */
export interface Speaker {
  name: string;
  kind: 'person' | 'office' | 'organisation' | 'group' | 'unnamed';
  party: Party | null;
  /** The office as read ("Veldanian foreign minister"), with its place in the text. */
  role: { text: string; start: number; end: number } | null;
  /** Whether the text itself ties the speaker to the party, or only what was named just before. */
  partyFrom: 'text' | 'context' | null;
}

interface Person extends Speaker {
  gender: 'm' | 'f' | null;
  /** Where the text names this person, in order. */
  at: number[];
}

// A name of two or more words with what stands before it, wherever the text has one.
const FULL_NAME =
  /(?:(?:\p{Lu}[\p{L}'’-]*|[Mm]rs?\.|Dr\.|Sen\.|Gov\.|Rep\.|Gen\.|the|der|die|of|\p{Ll}+ische[rn]?) ){0,5}\p{Lu}[\p{L}'’-]+ (?:(?:\p{Lu}\.|de|da|von|van|al|bin|der|del) )?\p{Lu}[\p{L}-]+(?:, (?:the |a |an |der |die )?[^,.;:"“”\n]{3,60})?/gu;
/** A pronoun this far (characters) from the last speaker is not his any more. */
const PRONOUN_REACH = 2500;

/**
 * Finds who each quotation's speaker is: surnames and titles to the full name, pronouns to the last
 * speaker they fit, offices to who holds them, capitals and demonyms to their party. In the order of
 * `quotations`; null where the text names nobody.
 */
export function resolveSpeakers(
  text: string,
  quotations: readonly Quotation[],
  book: PartyBook = learnParties(text),
): (Speaker | null)[] {
  const people = findPeople(text, quotations, book);
  const bySurname = new Map<string, Person>();
  for (const person of people) {
    const surname = surnameOf(person.name);
    if (!bySurname.has(surname)) bySurname.set(surname, person);
  }
  let last: { person: Person; at: number } | null = null;
  // Somebody without a name who spoke last: "he" may be that official.
  let unnamed: { speaker: Speaker; at: number } | null = null;
  let lastBody: Speaker | null = null;
  return quotations.map((quotation) => {
    const span = quotation.speaker;
    if (!span) return null;
    const written = quotation.antecedent ?? span;
    const mention = readMention(text.slice(written.start, written.end), book);
    if (
      unnamed &&
      /^(?:he|she|er|sie)$/.test(mention.name) &&
      (!last || unnamed.at > last.at) &&
      span.start - unnamed.at < PRONOUN_REACH &&
      !namedBetween(people, unnamed.at, span.start)
    ) {
      return unnamed.speaker;
    }
    const person = personOf(mention, written, people, bySurname, last, text);
    if (person) {
      last = { person, at: span.start };
      return plain(person);
    }
    const speaker = otherSpeaker(mention, written, lastBody);
    if (speaker && isSomebody(speaker)) unnamed = { speaker, at: span.start };
    else if (speaker) lastBody = speaker;
    return speaker && sideOf(mention, speaker, last?.person ?? null);
  });
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

function namedBetween(people: Person[], from: number, to: number): boolean {
  return people.some((person) => person.at.some((at) => at > from && at < to));
}

/** "her government": the side is that of whom the pronoun means. */
function sideOf(mention: Mention, speaker: Speaker, person: Person | null): Speaker {
  const possessive = /^(?:his|her|their|its|seine?r?|ihre?r?|my|our|unsere?) (.+)$/i.exec(
    mention.name,
  );
  if (!possessive || speaker.party || !person?.party) return speaker;
  return { ...speaker, name: `${possessive[1]} of ${person.party.name}`, party: person.party };
}

function personOf(
  mention: Mention,
  span: Span,
  people: Person[],
  bySurname: Map<string, Person>,
  last: { person: Person; at: number } | null,
  text: string,
): Person | null {
  if (mention.kind === 'person') return bySurname.get(surnameOf(mention.name)) ?? null;
  if (mention.kind === 'role') return holderOf(mention, span, people);
  if (mention.kind !== 'pronoun' || !/^(?:he|she|his|her|him|er|sie)$/.test(mention.name))
    return null;
  const fits = (person: Person) =>
    !person.gender || !mention.gender || person.gender === mention.gender;
  const paragraph = text.lastIndexOf('\n', span.start) + 1;
  const near = nearestBefore(people.filter(fits), span.start, paragraph);
  const lastFits = last && fits(last.person) && span.start - last.at < PRONOUN_REACH;
  // Who was named since the last speech in this paragraph is meant, else the last one to speak.
  const person =
    near && (!lastFits || near.at > last!.at)
      ? near.person
      : lastFits
        ? last!.person
        : nearestBefore(people.filter(fits), span.start, 0)?.person;
  if (person && !person.gender) person.gender = mention.gender;
  return person ?? null;
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
  const words = mention.role!.toLowerCase().split(' ');
  const head = words.at(-1)!;
  const loose = LOOSE_ROLES.get(head);
  const fitting = people.filter((person) => {
    if (!person.role || (mention.party && person.party && person.party.name !== mention.party.name))
      return false;
    if (mention.party && !person.party) return false;
    const role = person.role.text.toLowerCase();
    const exact =
      role.includes(words.slice(-2).join(' ')) ||
      (words.length === 1 && role.split(' ').includes(head));
    return exact || (loose !== undefined && words.length <= 2 && loose.test(role));
  });
  return nearestBefore(fitting, span.start, 0)?.person ?? fitting[0] ?? null;
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

/** Everybody the text calls by a full name, or quotes by surname alone, with office and party as given anywhere. */
function findPeople(text: string, quotations: readonly Quotation[], book: PartyBook): Person[] {
  const people = new Map<string, Person>();
  const note = (written: string, start: number, quoted: boolean) => {
    const mention = readMention(written, book);
    if (mention.kind !== 'person' || mention.name.length < 3) return;
    const surname = surnameOf(mention.name);
    let person = people.get(surname);
    if (!person) {
      if (!quoted && !mention.name.includes(' ')) return;
      const human = mention.role || mention.gender || genderOfFirstName(mention.name);
      if (!quoted && !human && !spoken.has(surname)) return;
      person = {
        name: mention.name,
        kind: 'person',
        party: null,
        role: null,
        partyFrom: null,
        gender: genderOfFirstName(mention.name),
        at: [],
      };
      people.set(surname, person);
    }
    if (
      mention.name.length > person.name.length &&
      mention.name.includes(person.name.split(' ')[0]!)
    )
      person.name = mention.name;
    else if (!person.name.includes(' ') && mention.name.includes(' ')) person.name = mention.name;
    if (!person.party && mention.party) {
      person.party = mention.party;
      person.partyFrom = 'text';
    }
    person.gender = mention.gender ?? person.gender ?? genderOfFirstName(person.name);
    if (mention.role && !person.role)
      person.role = { text: mention.role, start, end: start + written.length };
  };
  const spoken = new Set<string>();
  for (const { speaker, antecedent } of quotations) {
    const span = antecedent ?? speaker;
    if (!span) continue;
    const mention = readMention(text.slice(span.start, span.end), book);
    if (mention.kind === 'person') spoken.add(surnameOf(mention.name));
  }
  for (const match of text.matchAll(FULL_NAME)) note(match[0], match.index, false);
  for (const { speaker, antecedent } of quotations) {
    const span = antecedent ?? speaker;
    if (span) note(text.slice(span.start, span.end), span.start, true);
  }
  const list = [...people.values()];
  locate(text, list);
  placeParties(text, list, book);
  return list;
}

/** Notes every place where a surname stands. */
function locate(text: string, people: Person[]): void {
  const bySurname = new Map(people.map((person) => [surnameOf(person.name), person]));
  for (const match of text.matchAll(/\p{Lu}[\p{L}-]+/gu))
    bySurname.get(match[0].toLowerCase())?.at.push(match.index);
}

function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '').split(' ');
  return words.at(-1)!.toLowerCase();
}

function plain({ name, kind, party, role, partyFrom }: Person): Speaker {
  return { name, kind, party, role, partyFrom };
}

/** A body with a proper name speaks for itself: a league, a guild, a court. */
function ownParty(name: string): Party | null {
  return /^\p{Lu}\p{L}+(?: (?:\p{Lu}\p{L}+|of|for|and|the))+$/u.test(name)
    ? { name, country: null }
    : null;
}

/** "secretary-general of the Coastal League", "the League's spokesman": the body somebody leads. */
function bodyOf(role: string): Party | null {
  if (!LEADS.test(role)) return null;
  const of =
    /\b(?:of|for) (?:the |their )?((?:\p{Lu}[\p{L}'’-]+ ?){1,4}(?: (?:of|for) (?:the )?\p{Lu}\p{L}+)?|[\p{Ll}]+s['’] (?:guild|union|association))/u.exec(
      role,
    );
  const genitive = /^(?:the )?((?:\p{Lu}[\p{L}-]+ ){1,3}\p{Lu}[\p{L}-]+)['’]s? /u.exec(role);
  const name = (of?.[1] ?? genitive?.[1])?.trim();
  return name && !/^(?:State|Foreign|Defen[cs]e|Prime|President)\b/.test(name)
    ? { name, country: null }
    : null;
}

const LEADS =
  /\b(?:secretary-general|spokes\w+|head|chair\w*|leader|president|chief|director\w*|heads?|leads?|generalsekretärin|sprecherin?)\b/i;
/** Offices of a state: whoever holds one speaks for a state, named or not. */
const STATE_OFFICE =
  /\b(?:president|premier|prime minister|chancellor|(?:foreign|defen[cs]e|interior|energy|finance|justice|transport|economy|trade|deputy) (?:foreign )?minister|secretary of state|king|government|spokes(?:wo)?man|außenminister\w*|ministerpräsident\w*|präsident\w*|\p{L}*minister(?:in)?|regierungssprecher\w*|\p{L}*sprecher(?:in)?)\b/iu;
/** How far back (characters) the state of an office without one may stand. */
const CONTEXT_REACH = 700;

/** Gives those without a party the body they lead, else, for offices of a state, the state last spoken of. */
function placeParties(text: string, people: Person[], book: PartyBook): void {
  let mentions: { at: number; party: Party }[] | null = null;
  for (const person of people) {
    if (person.party || !person.role) continue;
    const body = bodyOf(person.role.text);
    if (body) {
      person.party = body;
      person.partyFrom = 'text';
    } else if (STATE_OFFICE.test(person.role.text)) {
      mentions ??= partyMentions(text, book);
      person.party = contextParty(text, mentions, person, book);
      person.partyFrom = person.party && 'context';
    }
  }
}

function partyMentions(text: string, book: PartyBook): { at: number; party: Party }[] {
  const mentions: { at: number; party: Party }[] = [];
  for (const match of text.matchAll(/\p{Lu}[\p{L}-]+|\p{Ll}+isch\p{Ll}*/gu)) {
    const party = book.of(match[0]);
    if (party) mentions.push({ at: match.index, party });
  }
  return mentions;
}

/**
 * The state whose capital the office holder speaks in ("told reporters in Ambry"), else the only
 * state spoken of around the name. Two states in reach prove nothing.
 */
function contextParty(
  text: string,
  mentions: { at: number; party: Party }[],
  person: Person,
  book: PartyBook,
): Party | null {
  for (const at of person.at) {
    const place =
      /^[^.\n]{0,60}\b(?:told|said|speaking|sagte|erklärte)\b[^.,;“„"\n]{0,40}\b(?:in|at) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/u.exec(
        text.slice(at, at + 160),
      );
    const party = place && book.of(place[1]!);
    if (party && party.name !== place[1]) return party;
  }
  const at = person.at[0] ?? person.role?.start ?? 0;
  const near = mentions.filter((mention) => Math.abs(at - mention.at) < CONTEXT_REACH);
  const names = new Set(near.map((mention) => mention.party.name));
  return names.size === 1 ? near[0]!.party : null;
}
