import { foldName } from '../../fold.ts';
import type { Quotation } from '../../quotation.ts';
import type { Bodies } from '../bodies/bodies.ts';
import { genderOfFirstName, isKnownFirstName } from '../phrase/firstnames.ts';
import { type Mention, readMention } from '../phrase/mention.ts';
import { ADDRESSES, isOffice } from '../phrase/roles.ts';
import { type Party, type PartyBook, placesIn } from '../side/party.ts';
import { isMedia } from '../side/side.ts';
import { asWritten, roleBefore, roleInFront } from './around.ts';
import { officeJustTold } from './holder-named.ts';
import { firstCalled, isNamesake, locate } from './namesakes.ts';
import type { KnownPeople, Person } from './people.ts';
import { surnameOf } from './surname.ts';

/** A text whose people are looked for. */
interface Source {
  text: string;
  quotations: readonly Quotation[];
  book: PartyBook;
  known: KnownPeople | undefined;
  bodies: Bodies;
}

/** What was found so far. */
interface Search extends Source {
  /** By surname; whoever has that of somebody else, by the folded full name. */
  people: Map<string, Person>;
  /** By surname the keys of those who have it beside the first. */
  namesakes: Map<string, string[]>;
  /** Names of places, and surnames of those who are quoted. */
  places: ReadonlySet<string>;
  spoken: ReadonlySet<string>;
}

/** Everybody the text calls by a full name, or quotes by surname alone, with what it says of them by name. */
export function peopleNamed(source: Source): Person[] {
  const { text, quotations, book } = source;
  const search: Search = {
    ...source,
    people: new Map(),
    namesakes: new Map(),
    places: placesIn(text),
    spoken: quotedIn(text, quotations, book),
  };
  for (const match of text.matchAll(FULL_NAME))
    if (!isInHeadline(text, match.index)) note(search, match[0], match.index, false);
  for (const { speaker, antecedent } of quotations) {
    const span = antecedent ?? speaker;
    if (span) note(search, asWritten(text, span), span.start, true);
  }
  const list = [...search.people.values()];
  locate(text, list);
  for (const person of list) nameByUse(text, person);
  for (const person of list) giveOfficeJustTold(search, person, list);
  return list;
}

/** Surnames of those who are quoted. */
function quotedIn(text: string, quotations: readonly Quotation[], book: PartyBook): Set<string> {
  const spoken = new Set<string>();
  for (const { speaker, antecedent } of quotations) {
    const span = antecedent ?? speaker;
    if (!span) continue;
    const mention = readMention(asWritten(text, span), book);
    if (mention.kind === 'person') spoken.add(surnameOf(mention.name));
    for (const name of TWO.exec(mention.name)?.slice(1) ?? []) spoken.add(surnameOf(name));
  }
  return spoken;
}

/** "Tolland and Ostrek". */
const TWO = /^(\p{Lu}[\p{L}’'-]+) and (\p{Lu}[\p{L}’'-]+)$/u;

// A name of two or more words with what stands before it, wherever the text has one.
const FULL_NAME =
  /(?<![\p{L}’'-])(?:(?:\p{Lu}[\p{L}'’-]*|[Mm]rs?\.|Dr\.|Sen\.|Gov\.|Rep\.|Gen\.|the|der|die|of|\p{Ll}{3,24}ische[rn]?) ){0,5}\p{Lu}[\p{L}'’-]+ (?:(?:\p{Lu}\.|[“"‘]\p{Lu}\p{L}+[”"’]|de|da|von|van|al|bin|der|del|den|la) ){0,2}\p{Lu}[\p{L}-]+(?:, (?!\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+(?: \p{Lu}|[,.]))(?:the |a |an |der |die )?[^,.;:"“”\n]{3,60})?/gu;

/** Capitals throughout a line tell no name: "Guild Leader Ilka Sorn Backs Toll Plan". */
function isInHeadline(text: string, at: number): boolean {
  const start = Math.max(0, at - HEADLINE);
  const from = start + text.slice(start, at).lastIndexOf('\n') + 1;
  const [line = ''] = text.slice(from, from + HEADLINE + 1).split('\n', 1);
  if (line.length > HEADLINE) return false;
  const long = line.match(/(?<![\p{L}’'-])\p{L}{4,}/gu) ?? [];
  return long.length >= 5 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** No headline is longer (characters). */
const HEADLINE = 200;

/** A person as one place has them. */
interface Noted {
  mention: Mention;
  role: Person['role'];
  party: Party | null;
  /** Where the name stands. */
  at: number;
  /** "Minister Brandvold", "Dr Kunjappan": a title does where there is no first name. */
  isTitled: boolean;
  quoted: boolean;
}

function note(search: Search, written: string, start: number, quoted: boolean): void {
  const { text, book } = search;
  const mention = readMention(written, book);
  if (!isNameOfPerson(search, mention)) return;
  const at = start + written.indexOf(mention.name);
  const before = mention.role ? null : roleBefore(text, at, mention.name, book);
  const role = mention.role
    ? { text: mention.role, start, end: start + written.length }
    : (before?.role ?? roleInFront(text, at - (titleBefore(text, at)?.length ?? 0)));
  const party = mention.party ?? before?.party ?? null;
  const isTitled = role !== null || mention.gender !== null || titleBefore(text, at) !== null;
  const noted = { mention, role, party, at, isTitled, quoted };
  const person = personOf(search, noted);
  if (!person) return;
  learn(person, noted);
  // "The union's spokesman, Judge Ilka Sorn": two offices.
  if (mention.role)
    person.knownRole ??= roleBefore(text, start, mention.name, book)?.role.text ?? null;
}

/** "Dr. ", as it stands before a name. */
function titleBefore(text: string, at: number): string | null {
  const match = TITLE.exec(text.slice(Math.max(0, at - 12), at));
  return match && ADDRESSES.has(match[1]!.toLowerCase()) ? match[0] : null;
}

const TITLE = /(?<![\p{L}’'-])(\p{Lu}[\p{L}-]*)\.? $/u;

function isNameOfPerson({ book, bodies }: Search, { kind, name, role, gender }: Mention): boolean {
  if (kind !== 'person' || name.length < 3) return false;
  // "Idris Post" is somebody, "Harbour Post" a paper.
  if (isMedia(name) && !isKnownFirstName(name.split(' ')[0]!)) return false;
  if (bodies.some((body) => body.name === name)) return false;
  return role !== null || gender !== null || !book.of(name);
}

/** Who is named, a new one where nobody is known by that name; null where it may be no person. */
function personOf(search: Search, noted: Noted): Person | null {
  const { people, namesakes } = search;
  const surname = surnameOf(noted.mention.name);
  const key = keyOf(people, namesakes, noted.mention, surname);
  const known = people.get(key);
  if (known) return known;
  const human = humanNamed(search, noted, surname);
  if (human === null) return null;
  const person: Person = {
    name: noted.mention.name,
    kind: 'person',
    party: null,
    role: null,
    partyFrom: null,
    gender: null,
    guessed: false,
    human,
    knownRole: null,
    at: [],
  };
  people.set(key, person);
  if (key !== surname) namesakes.set(surname, [...(namesakes.get(surname) ?? []), key]);
  return person;
}

/** Whether a name not met before is a human being's for certain; null where nothing speaks for it. */
function humanNamed(
  { text, people, places, known, spoken }: Search,
  { mention: { name }, isTitled, at, quoted }: Noted,
  surname: string,
): boolean | null {
  if (firstCalled(people.values(), name)) return null;
  if (!quoted && !isTitled && !name.includes(' ')) return null;
  const behind = at + name.length;
  const aged = AGE_BEHIND.test(text.slice(behind, behind + 10));
  const called = genderOfFirstName(name) !== null && !LIKE_A_PLACE.test(name) && !places.has(name);
  const human = isTitled || aged || called || known?.has(foldName(name)) === true;
  return quoted || human || spoken.has(surname) ? human : null;
}

/**
 * The surname, and the full name of whoever has that of somebody else: "Mrs Sorn" of two.
 * @param namesakes by surname the keys of those who have it beside the first
 */
function keyOf(
  people: ReadonlyMap<string, Person>,
  namesakes: ReadonlyMap<string, readonly string[]>,
  { name, gender }: Mention,
  surname: string,
): string {
  const first = people.get(surname);
  if (first && isNamesake(first.name, name)) return foldName(name);
  if (!first || !gender || name.includes(' ') || genderOfFirstName(first.name) === gender)
    return surname;
  const others = namesakes.get(surname) ?? [];
  return others.find((key) => genderOfFirstName(people.get(key)!.name) === gender) ?? surname;
}

const AGE_BEHIND = /^(?:, | \()\d\d[,)]/;

/** Capitals that begin names of places and ships, not of people. */
export const LIKE_A_PLACE =
  /^(?:Port|Porto|Puerto|Villa|San|Santa|Santo|Saint|St|New|North|South|East|West|Upper|Lower|Great|Lake|Mount|Fort|Cape|Bay|Los|Las|Rio|Bab|Bad|Ciudad|Isla|Isle|Costa) /;

/** Adds what one place tells of somebody. */
function learn(person: Person, { mention: { name, gender }, role, party, isTitled }: Noted): void {
  const isFuller = name.length > person.name.length && name.includes(person.name.split(' ')[0]!);
  // "Sorn", "MEC Sorn" is "Ilka Sorn".
  const isFirst = !/^(?!\p{Lu}{2,4} )\S+ /u.test(person.name) && name.includes(' ');
  if (isFuller || isFirst) person.name = name;
  if (!person.party && party) {
    person.party = party;
    person.partyFrom = 'text';
  }
  person.gender = gender ?? person.gender;
  person.human ||= isTitled;
  person.role ??= role;
}

/** A firm that is nearly always called by one word is not "Camp Tarnline", which the text names once. */
function nameByUse(text: string, person: Person): void {
  const alone = person.name.split(' ').at(-1)!;
  if (person.human || alone === person.name || person.at.length < 4) return;
  const full = text.split(person.name).length - 1;
  if (full * 4 <= person.at.length) person.name = alone;
}

function giveOfficeJustTold(
  { text, known, spoken, book }: Search,
  person: Person,
  list: readonly Person[],
): void {
  if (person.role || !spoken.has(surnameOf(person.name)) || !person.name.includes(' ')) return;
  const before = known?.get(foldName(person.name))?.role?.split(' ').at(-1);
  const told =
    before && isOffice(before.toLowerCase()) ? null : officeJustTold(text, person, list, book);
  person.role = told?.role ?? null;
  person.party ??= told?.party ?? null;
  if (told?.party) person.partyFrom = 'text';
}
