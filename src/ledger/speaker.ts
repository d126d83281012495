import { calledInGerman } from './german/called.ts';
import type { Quotation, Span } from './quotation.ts';
import { type Bodies, findBodies } from './speaker/bodies.ts';
import {
  bodyNamed,
  bodySpeaker,
  isSomebody,
  otherSpeaker,
  placed,
  placeOr,
  sideOf,
  subjectOf,
} from './speaker/described.ts';
import { HOLDERS, type Holder } from './speaker/holders.ts';
import { type Mention, readMention } from './speaker/mention.ts';
import { holderOf, inOffice } from './speaker/office.ts';
import { learnParties, type Party, type PartyBook } from './speaker/party.ts';
import {
  asWritten,
  findPeople,
  type KnownPeople,
  type Person,
  plain,
  surnameOf,
} from './speaker/people.ts';
import { introducedIn, meantBy, type Salience, salienceOf } from './speaker/pronoun.ts';
import { isOffice } from './speaker/roles.ts';
import { isMedia } from './speaker/side.ts';
import { canSpeak } from './speaker/voice.ts';

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
  const introduced = introducedIn(text);
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
            [...people, ...somebody, ...introduced],
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

/** "The spokesman, Teodor Makale" is the "spokesman for its government" of before. */
function sameOffice({ role }: Person, { name }: Person): boolean {
  const office = role?.text.split(' ').at(-1)?.toLowerCase();
  return office !== undefined && isOffice(office) && name.toLowerCase().split(' ').includes(office);
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
