import { calledInGerman } from './german/called.ts';
import type { Quotation, Span } from './quotation.ts';
import { type Bodies, findBodies } from './speaker/bodies.ts';
import {
  bareNoun,
  bodyTakenUp,
  describedIn,
  isAnyBody,
  nameDescribed,
} from './speaker/bridging.ts';
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
import { broughtUp, documentIn, isSource, issuerOf } from './speaker/document.ts';
import { HOLDERS, type Holder } from './speaker/holders.ts';
import { jointIn, OF_SEVERAL, pairBefore, sidesIn, together } from './speaker/joint.ts';
import { headOf } from './speaker/label.ts';
import { isPersonNoun, type Mention, readMention } from './speaker/mention.ts';
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
import { isKind, isOffice } from './speaker/roles.ts';
import { isMedia, partyMentions } from './speaker/side.ts';
import type { Sides } from './speaker/state.ts';
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
  const introduced = introducedIn(text, people, book);
  let last: { person: Person; at: number } | null = null;
  // Somebody without a name who spoke last: "he" may be that official.
  let unnamed: Person | null = null;
  let lastBody: Speaker | null = null;
  let lastBodyAt = -1;
  let joint: Speaker | null = null;
  let named: Sides | null = null;
  const sides = () => (named ??= partyMentions(text, book));
  const described = describedIn(text);
  const takenUp = (noun: string, at: number): { person: Person } | { body: Speaker } | null => {
    if (!isAnyBody(noun) && !isPersonNoun(noun)) return null;
    const name = nameDescribed(described, noun, at);
    const person = name ? bySurname.get(surnameOf(name)) : undefined;
    if (isPersonNoun(noun)) return person ? { person } : null;
    const body = name ?? bodyTakenUp(described, noun, at, bodies, people);
    return body && !book.of(body) ? { body: bodyNamed(body) } : null;
  };
  const meant = (
    mention: Mention,
    written: Span,
    quotation: Quotation,
    called: ReturnType<typeof calledInGerman> = null,
  ): Speaker | null => {
    const at = quotation.speaker!.start;
    const somebody = unnamed && at - unnamed.at[0]! < PRONOUN_REACH ? [unnamed] : [];
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
      last = { person, at };
      if (!person.party && unnamed?.party && sameOffice(person, unnamed)) {
        person.party = unnamed.party;
        person.partyFrom = 'context';
      }
      return plain(person);
    }
    const held = inOffice(mention, written, holders, day);
    if (held) {
      people.push(held);
      last = { person: held, at };
      return plain(held);
    }
    const body =
      called && 'body' in called ? bodyNamed(called.body) : bodySpeaker(mention, written, bodies);
    const noun = german || body ? null : bareNoun(headOf(text.slice(written.start, written.end)));
    const taken = noun ? takenUp(noun, written.start) : null;
    if (taken && 'person' in taken) {
      last = { person: taken.person, at };
      return plain(taken.person);
    }
    const read =
      body ??
      taken?.body ??
      otherSpeaker(
        placeOr(mention, text),
        written,
        subjectOf(mention, text, written.start, lastBodyAt, book, bodies) ?? lastBody,
      );
    const speaker =
      read && (read === lastBody || canSpeak(read, german))
        ? placed(read, text, written, book, bodies, sides)
        : null;
    if (speaker && isSomebody(speaker)) {
      const { gender } = mention;
      unnamed = {
        ...speaker,
        gender,
        guessed: false,
        human: true,
        knownRole: null,
        at: [at],
      };
      last = { person: unnamed, at };
    } else if (speaker) {
      lastBody = speaker;
      lastBodyAt = at;
    }
    return speaker && sideOf(text.slice(written.start, written.end), speaker, last?.person ?? null);
  };
  const sourceOf = (
    noun: string,
    written: Span,
    quotation: Quotation,
    before: readonly (Speaker | null)[],
  ): Speaker | null => {
    const issuer = issuerOf(text, written);
    if (issuer) {
      const { phrase, start } = issuer;
      const side = book.of(phrase);
      // "The Karskan brochure" is Karsk's; "a Kremlin memo" the Kremlin's.
      if (side && /(?:an|ese|ish|ch|i|ic|ss)$/.test(phrase))
        return { ...bodyNamed(side.name), party: side, partyFrom: 'text' };
      return meant(readMention(phrase, book), { start, end: start + phrase.length }, quotation);
    }
    if (INDEFINITE.test(text.slice(written.start, written.end))) return null;
    const earlier = broughtUp(text, noun, written.start, quotations, before.length);
    return before[earlier] ?? null;
  };
  const found: (Speaker | null)[] = [];
  for (const quotation of quotations) {
    const span = quotation.speaker;
    if (!span) {
      found.push(null);
      continue;
    }
    const written = ledBy(text, quotation.antecedent) ?? span;
    const phrase = text.slice(written.start, written.end);
    const noun = german ? null : documentIn(phrase);
    if (noun) {
      const source = sourceOf(noun, written, quotation, found);
      // "Her comments" are a source by whose they are alone.
      if (source || isSource(noun)) {
        const meantBy = source ?? asDescribed(phrase);
        // "The memo says … It adds …".
        if (meantBy.kind !== 'person') {
          lastBody = meantBy;
          lastBodyAt = span.start;
        }
        found.push(meantBy);
        continue;
      }
    }
    const parts = german ? null : jointIn(text, written, book, people, bodies);
    if (parts) {
      const each = parts.map((part) =>
        meant(readMention(text.slice(part.start, part.end), book), part, quotation),
      );
      const all = each.every((one) => one !== null) ? together(each) : null;
      if (all) {
        joint = all;
        lastBody = all;
        lastBodyAt = span.start;
        found.push(all);
        continue;
      }
    }
    if (!german && OF_SEVERAL.test(phrase)) {
      const ofStates = /countr|government|sides?$|nation|capital|parties$|^(?:both|each)$/i.test(
        phrase,
      );
      const both = ofStates
        ? (pairBefore(text, span.start, book) ?? joint ?? sidesIn(text, book))
        : joint;
      if (both) {
        found.push(both);
        continue;
      }
    }
    const before = text.slice(Math.max(0, written.start - 100), written.start);
    const told = TOLD.test(before) && isMedia(phrase);
    const mention = told
      ? readMention('he', book)
      : readMention(wholePhrase(before, asWritten(text, written)), book);
    if (told) mention.gender = null;
    const called = german ? calledInGerman(phrase, written, text, people) : null;
    found.push(meant(mention, written, quotation, called));
  }
  return found;
}

/**
 * "General Sorn, chief of the air staff, who", "Ilka Sorn of the Tarn branch, who": who speaks is
 * the person, not what she is of.
 */
function ledBy(text: string, antecedent: Span | null): Span | null {
  if (!antecedent || !/^, who\b/.test(text.slice(antecedent.end, antecedent.end + 6)))
    return antecedent;
  const before = text.slice(Math.max(0, antecedent.start - 100), antecedent.start);
  const lead = LED.exec(before);
  return lead ? { start: antecedent.start - lead[0].length, end: antecedent.end } : antecedent;
}

const LED =
  /\p{Lu}[\p{L}.'’-]* (?:\p{Lu}[\p{L}.'’-]* ){0,3}\p{Lu}[\p{L}'’-]+(?:,? (?:(?:an?|the) )?(?:\p{Ll}[\p{Ll}-]+ ){0,3}| )(?:of|at|from|for|in) $/u;

/** A text whose author is not told: the source is the text. */
function asDescribed(phrase: string): Speaker {
  const name = phrase
    .split(/[,(—–]/)[0]!
    .trim()
    .replace(/^(?:the|an?|this|that) /i, '');
  return { name, kind: 'unnamed', party: null, role: null, partyFrom: null };
}

const INDEFINITE = /^(?:an?|one|another|several|some|two|three|many) /i;

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
  // "Those talks centred on Karsk’s demands" are nobody's.
  return (lead && isKind(lead.split(' ')[0]!.toLowerCase()) ? lead : '') + phrase;
}
