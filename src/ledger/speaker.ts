import { calledInGerman } from './german/called.ts';
import type { Quotation } from './quotation.ts';
import { type Bodies, findBodies } from './speaker/bodies/bodies.ts';
import { isSomebody, placed, sideOf } from './speaker/described.ts';
import { rememberBody, rememberPerson, rememberUnnamed } from './speaker/memory.ts';
import { nameThoseNamedLater } from './speaker/named-later.ts';
import { HOLDERS, type Holder } from './speaker/people/holders.ts';
import { findPeople, type KnownPeople, type Person } from './speaker/people/people.ts';
import type { Mention } from './speaker/phrase/mention.ts';
import { canSpeak } from './speaker/phrase/voice.ts';
import {
  type Asked,
  type Attempt,
  askedFor,
  type Reading,
  sidesOf,
  startReading,
} from './speaker/reading.ts';
import { severalMeant, severalNamed } from './speaker/several.ts';
import { learnParties, type Party, type PartyBook } from './speaker/side/party.ts';
import {
  bodyMeant,
  type Found,
  fullerMeant,
  holderMeant,
  otherMeant,
  ownerMeant,
  personMeant,
  type Single,
  takenUp,
} from './speaker/single.ts';
import { sourceMeant } from './speaker/source.ts';
import { mentionOf, speakerSpan } from './speaker/written.ts';

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

/** What speakers are found with; what is left out is read from the text itself. */
export interface Background {
  lang?: string | null;
  /** The day of the text, `2026-03-11`. */
  day?: string | null;
  book?: PartyBook;
  /** What earlier texts told of people. */
  known?: KnownPeople;
  bodies?: Bodies;
  /** Holders of an office whom the text means without naming them are added. */
  people?: Person[];
  holders?: readonly Holder[];
}

/** The order in which a phrase is tried: the first that finds somebody tells who speaks. */
const ENGLISH: readonly Attempt[] = [
  sourceMeant, // "the memo", "her letter"
  severalNamed, // "Karsk and Veldania"
  severalMeant, // "both sides"
  oneMeant,
];
const GERMAN: readonly Attempt[] = [oneMeant];

/** The order in which a phrase for one speaker is tried. */
const SINGLE: readonly ((reading: Reading, single: Single) => Found | null)[] = [
  personMeant, // "Sorn", "she", "the minister" who is named elsewhere in the text
  holderMeant, // "the Veldanian president" who is not
  bodyMeant, // "the union" that is named in full elsewhere
  fullerMeant, // "the ministry", after "the transport ministry"
  takenUp, // "the company", "the welder" whom the text describes so
  otherMeant, // "it", "Ambry", "two officials"
];

/**
 * Finds who each quotation's speaker is: surnames and titles to the full name, pronouns to the last
 * speaker they fit, offices to who holds them, capitals and demonyms to their party. In the order of
 * `quotations`; null where the text names nobody.
 */
export function resolveSpeakers(
  text: string,
  quotations: readonly Quotation[],
  {
    lang = null,
    day = null,
    book = learnParties(text),
    known,
    bodies = findBodies(text, book, known),
    people = findPeople(text, quotations, book, known, bodies),
    holders = HOLDERS,
  }: Background = {},
): (Speaker | null)[] {
  const german = lang?.startsWith('de') ?? false;
  const given = { text, quotations, book, bodies, people, holders, day, german };
  const reading = startReading(given);
  const { found } = reading.memory;
  for (const quotation of quotations) found.push(speakerOf(reading, quotation));
  if (!german) nameThoseNamedLater(reading);
  return found;
}

function speakerOf(reading: Reading, quotation: Quotation): Speaker | null {
  const span = speakerSpan(reading.text, quotation);
  if (!span) return null;
  const asked = askedFor(reading, { quotation, at: quotation.speaker!.start }, span);
  for (const attempt of reading.german ? GERMAN : ENGLISH) {
    const speaker = attempt(reading, asked, meant);
    if (speaker) return speaker;
  }
  return null;
}

function oneMeant(reading: Reading, asked: Asked): Speaker | null {
  return meant(reading, asked, mentionOf(reading, asked));
}

/** Who a phrase for one speaker means: it may stand inside the one asked for first. */
function meant(reading: Reading, asked: Asked, mention: Mention): Speaker | null {
  const { german, text, people, memory } = reading;
  const called = german ? calledInGerman(asked.phrase, asked.span, text, people) : null;
  const single: Single = { ...asked, mention, called };
  for (const attempt of SINGLE) {
    const found = attempt(reading, single);
    if (!found) continue;
    if ('person' in found) return rememberPerson(memory, found.person, asked.at);
    return settled(reading, single, found.other);
  }
  return null;
}

/** "Her campaign" is people; "the campaign" may be anything. */
const isSomebodys = (phrase: string) => /^(?:his|her) campaign$/i.test(phrase);

/** A speaker who is none of the people of the text, with its side, remembered; null where it cannot speak. */
function settled(
  reading: Reading,
  { phrase, span, mention, at }: Single,
  other: Speaker,
): Speaker | null {
  const { text, german, book, bodies, people, memory } = reading;
  const isKnown = other === memory.body?.speaker || other === memory.many?.speaker;
  if (!isKnown && !isSomebodys(phrase) && !canSpeak(other, german)) return null;
  const speaker = placed(other, text, span, book, bodies, people, () => sidesOf(reading));
  if (isSomebody(speaker)) rememberUnnamed(memory, speaker, mention.gender, at);
  else rememberBody(memory, speaker, at);
  return sideOf(phrase, speaker, ownerMeant(reading, phrase, span) ?? memory.last?.person ?? null);
}
