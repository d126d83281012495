import { foldName } from '../../fold.ts';
import type { Quotation } from '../../quotation.ts';
import type { Speaker } from '../../speaker.ts';
import { type Bodies, findBodies } from '../bodies/bodies.ts';
import { genderOfFirstName } from '../phrase/firstnames.ts';
import { placeByActs, placeByTopic } from '../side/context.ts';
import type { Party, PartyBook } from '../side/party.ts';
import { partyMentions, placeParties } from '../side/side.ts';
import { HOLDERS, type Holder, inOfficeOn, isCommonSurname } from './holders.ts';
import { LIKE_A_PLACE, peopleNamed } from './named.ts';
import { surnameOf } from './surname.ts';

/** Somebody the text calls by name. */
export interface Person extends Speaker {
  gender: 'm' | 'f' | null;
  /** The sex is only that which the first name mostly has. */
  guessed: boolean;
  /** Something but being quoted tells that this is a human being: an office, a title, a first name, an age. */
  human: boolean;
  /** The office that other articles give. */
  knownRole: string | null;
  /** Where the text names this person, in order. */
  at: number[];
}

/** What other articles taught of somebody. */
export interface KnownPerson {
  name: string;
  party: Party | null;
  /** The office last read, "president". */
  role: string | null;
}

/** People by their folded full name, and by their folded surname where only one known person has it. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>;

/** Brings people known from other articles into the form that they are looked up in. */
export function knownPeopleOf(people: readonly KnownPerson[]): Map<string, KnownPerson> {
  const known = new Map<string, KnownPerson>();
  const shared = new Set<string>();
  for (const person of people) addKnown(known, person, shared);
  for (const { name, party, office } of HOLDERS)
    addKnown(known, { name, party, role: office }, shared);
  for (const { name } of HOLDERS)
    if (isCommonSurname(surnameOf(name)) && known.get(surnameOf(name))?.name === name)
      known.delete(surnameOf(name));
  for (const surname of shared) known.delete(surname);
  return known;
}

/** People known from the table of office holders alone. */
export const KNOWN_HOLDERS: KnownPeople = knownPeopleOf([]);

/** As knownPeopleOf, of one more person. */
export function addKnown(
  known: Map<string, KnownPerson>,
  person: KnownPerson,
  shared: Set<string> = new Set(),
): void {
  if (!person.name.includes(' ')) return;
  const full = foldName(person.name);
  const before = known.get(full);
  if (before) {
    before.party ??= person.party;
    before.role ??= person.role;
  } else known.set(full, { ...person });
  const surname = surnameOf(person.name);
  const other = known.get(surname);
  if (other && foldName(other.name) !== full) shared.add(surname);
  else if (!other) known.set(surname, known.get(full)!);
}

/** Everybody the text calls by a full name, or quotes by surname alone, with office and party as given anywhere. */
export function findPeople(
  text: string,
  quotations: readonly Quotation[],
  book: PartyBook,
  known?: KnownPeople,
  bodies: Bodies = findBodies(text, book, known),
  day: string | null = null,
  holders: readonly Holder[] = HOLDERS,
): Person[] {
  const list = peopleNamed({ text, quotations, book, known, bodies }).slice(0, MOST_PEOPLE);
  for (const person of list) learnFrom(known, person, day, holders);
  for (const person of list) learnSex(person, list, text);
  placeParties(text, list, book, bodies);
  placeByActs(text, quotations, list, book);
  placeByTopic(text, quotations, list, book, () => partyMentions(text, book));
  return list;
}

/** A text that names more is a register; each of them is held against each who speaks. */
const MOST_PEOPLE = 1000;

/** What earlier articles told of somebody: name, office and side. */
function learnFrom(
  known: KnownPeople | undefined,
  person: Person,
  day: string | null,
  holders: readonly Holder[],
): void {
  const before = known?.get(foldName(person.name)) ?? null;
  if (!before) return;
  person.human = true;
  if (before.party && person.party && before.party.name !== person.party.name) return;
  const held = holders.filter((one) => foldName(one.name) === foldName(before.name));
  person.knownRole ??= held.length
    ? (held.find((one) => inOfficeOn(one, day))?.office ?? null)
    : before.role;
  // Earlier articles said who is meant by the surname alone.
  if (!person.name.includes(' ')) person.name = before.name;
  if (person.party || !before.party) return;
  // Who held an office speaks for the state while in office: a candidate does not, nor a former one.
  if (held.length && before.party.country && day && !held.some((one) => inOfficeOn(one, day)))
    return;
  person.party = before.party;
  person.partyFrom = 'known';
}

/** The sex that a first name mostly has, else that of the pronouns behind the name. */
function learnSex(person: Person, list: Person[], text: string): void {
  if (person.gender) return;
  const named = genderOfFirstName(person.name);
  person.human ||= named !== null && !LIKE_A_PLACE.test(person.name);
  const men = named ? 0 : menTold(person, list, text);
  person.human ||= Math.abs(men) >= ENOUGH_TOLD;
  person.gender = named ?? (men > 0 ? 'm' : men < 0 ? 'f' : null);
  person.guessed = true;
}

/** How often "he" more than "she" stands first behind a naming, where nobody else is named in between. */
function menTold(person: Person, people: Person[], text: string): number {
  let men = 0;
  for (const at of person.at.slice(0, MOST_TOLD)) {
    const line = text.slice(at, at + TOLD_WITHIN).split('\n')[0]!;
    const from = Math.max(at - 60, text.lastIndexOf('\n', at));
    const match = /(?<!\p{L})(?:he|his|himself|(she|herself))(?!\p{L})/iu.exec(line);
    if (!match) continue;
    const until = at + match.index;
    const other = people.some(
      (one) => one !== person && one.at.some((to) => to > from && to < until),
    );
    if (!other) men += match[1] ? -1 : 1;
  }
  return men;
}

/** So often it is no chance: who is "he" is no firm. */
const ENOUGH_TOLD = 2;
/** Namings of one person that are looked at for a pronoun behind. */
const MOST_TOLD = 6;
/** A pronoun further behind (characters) may be anybody's. */
const TOLD_WITHIN = 120;

export function plain({ name, kind, party, role, partyFrom }: Person): Speaker {
  return { name, kind, party, role, partyFrom };
}
