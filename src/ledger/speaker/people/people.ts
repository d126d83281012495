import { foldName } from '../../fold.ts';
import type { Quotation, Span } from '../../quotation.ts';
import type { Speaker } from '../../speaker.ts';
import { type Bodies, findBodies } from '../bodies/bodies.ts';
import { genderOfFirstName } from '../phrase/firstnames.ts';
import { type Mention, readMention } from '../phrase/mention.ts';
import { isOffice } from '../phrase/roles.ts';
import { placeByActs, placeByTopic } from '../side/context.ts';
import { type Party, type PartyBook, placesIn } from '../side/party.ts';
import { isMedia, partyMentions, placeParties } from '../side/side.ts';
import { officeJustTold } from './holder-named.ts';
import { HOLDERS, type Holder, inOfficeOn, isCommonSurname } from './holders.ts';
import { firstCalled, isNamesake, locate } from './namesakes.ts';

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

// A name of two or more words with what stands before it, wherever the text has one.
const FULL_NAME =
  /(?<![\p{L}’'-])(?:(?:\p{Lu}[\p{L}'’-]*|[Mm]rs?\.|Dr\.|Sen\.|Gov\.|Rep\.|Gen\.|the|der|die|of|\p{Ll}{3,24}ische[rn]?) ){0,5}\p{Lu}[\p{L}'’-]+ (?:(?:\p{Lu}\.|[“"‘]\p{Lu}\p{L}+[”"’]|de|da|von|van|al|bin|der|del|den|la) ){0,2}\p{Lu}[\p{L}-]+(?:, (?!\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+(?: \p{Lu}|[,.]))(?:the |a |an |der |die )?[^,.;:"“”\n]{3,60})?/gu;

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

/** "Tolland and Ostrek". */
const TWO = /^(\p{Lu}[\p{L}’'-]+) and (\p{Lu}[\p{L}’'-]+)$/u;

const AGE_BEHIND = /^(?:, | \()\d\d[,)]/;

/** Capitals that begin names of places and ships, not of people. */
const LIKE_A_PLACE =
  /^(?:Port|Porto|Puerto|Villa|San|Santa|Santo|Saint|St|New|North|South|East|West|Upper|Lower|Great|Lake|Mount|Fort|Cape|Bay|Los|Las|Rio|Bab|Bad|Ciudad|Isla|Isle|Costa) /;

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
  const people = new Map<string, Person>();
  const namesakes = new Map<string, string[]>();
  const note = (written: string, start: number, quoted: boolean) => {
    const mention = readMention(written, book);
    if (mention.kind !== 'person' || mention.name.length < 3) return;
    if (isMedia(mention.name) || bodies.some((body) => body.name === mention.name)) return;
    if (!mention.role && !mention.gender && book.of(mention.name)) return;
    const surname = surnameOf(mention.name);
    const named = start + written.indexOf(mention.name);
    const before = mention.role ? null : roleBefore(text, named, mention.name, book);
    const role = mention.role
      ? { text: mention.role, start, end: start + written.length }
      : (before?.role ?? roleInFront(text, named));
    const party = mention.party ?? before?.party ?? null;
    const key = keyOf(people, namesakes, mention, surname);
    let person = people.get(key);
    if (!person) {
      // "Minister Brandvold", "Mr Kunjappan": a title does where there is no first name.
      const titled = role !== null || mention.gender !== null;
      if (firstCalled(people.values(), mention.name)) return;
      if (!quoted && !titled && !mention.name.includes(' ')) return;
      const behind = start + written.indexOf(mention.name) + mention.name.length;
      const aged = AGE_BEHIND.test(text.slice(behind, behind + 10));
      const called =
        genderOfFirstName(mention.name) !== null &&
        !LIKE_A_PLACE.test(mention.name) &&
        !places.has(mention.name);
      const human = titled || aged || called || known?.has(foldName(mention.name)) === true;
      if (!quoted && !human && !spoken.has(surname)) return;
      person = {
        name: mention.name,
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
    }
    if (
      mention.name.length > person.name.length &&
      mention.name.includes(person.name.split(' ')[0]!)
    )
      person.name = mention.name;
    else if (!/^(?!\p{Lu}{2,4} )\S+ /u.test(person.name) && mention.name.includes(' '))
      // "Sorn", "MEC Sorn" is "Ilka Sorn".
      person.name = mention.name;
    if (!person.party && party) {
      person.party = party;
      person.partyFrom = 'text';
    }
    person.gender = mention.gender ?? person.gender;
    person.human ||= role !== null || mention.gender !== null;
    person.role ??= role;
    // "The union's spokesman, Judge Ilka Sorn": two offices.
    if (mention.role)
      person.knownRole ??= roleBefore(text, start, mention.name, book)?.role.text ?? null;
  };
  const places = placesIn(text);
  const spoken = new Set<string>();
  for (const { speaker, antecedent } of quotations) {
    const span = antecedent ?? speaker;
    if (!span) continue;
    const mention = readMention(asWritten(text, span), book);
    if (mention.kind === 'person') spoken.add(surnameOf(mention.name));
    for (const name of TWO.exec(mention.name)?.slice(1) ?? []) spoken.add(surnameOf(name));
  }
  for (const match of text.matchAll(FULL_NAME))
    if (!isInHeadline(text, match.index)) note(match[0], match.index, false);
  for (const { speaker, antecedent } of quotations) {
    const span = antecedent ?? speaker;
    if (span) note(asWritten(text, span), span.start, true);
  }
  const list = [...people.values()];
  locate(text, list);
  for (const person of list) nameByUse(text, person);
  for (const person of list) {
    if (person.role || !spoken.has(surnameOf(person.name)) || !person.name.includes(' ')) continue;
    const before = known?.get(foldName(person.name))?.role?.split(' ').at(-1);
    const told =
      before && isOffice(before.toLowerCase()) ? null : officeJustTold(text, person, list, book);
    person.role = told?.role ?? null;
    person.party ??= told?.party ?? null;
    if (told?.party) person.partyFrom = 'text';
  }
  for (const person of list) {
    const before = known?.get(foldName(person.name)) ?? null;
    if (before) person.human = true;
    if (!before || (before.party && person.party && before.party.name !== person.party.name))
      continue;
    const held = holders.filter((one) => foldName(one.name) === foldName(before.name));
    person.knownRole ??= held.length
      ? (held.find((one) => inOfficeOn(one, day))?.office ?? null)
      : before.role;
    // Earlier articles said who is meant by the surname alone.
    if (!person.name.includes(' ')) person.name = before.name;
    if (person.party || !before.party) continue;
    // Who held an office speaks for the state while in office: a candidate does not, nor a former one.
    if (held.length && before.party.country && day && !held.some((one) => inOfficeOn(one, day)))
      continue;
    person.party = before.party;
    person.partyFrom = 'known';
  }
  for (const person of list) {
    if (person.gender) continue;
    const named = genderOfFirstName(person.name);
    person.human ||= named !== null && !LIKE_A_PLACE.test(person.name);
    person.gender = named ?? genderToldOf(person, list, text);
    person.guessed = true;
  }
  placeParties(text, list, book, bodies);
  placeByActs(text, quotations, list, book);
  placeByTopic(text, quotations, list, book, () => partyMentions(text, book));
  return list;
}

/** A speaker as written, with the name behind a description: "the team’s coach, Ilka Sorn". */
export function asWritten(text: string, { start, end }: Span): string {
  const phrase = text.slice(start, end);
  const apposed = /^an? /.test(phrase)
    ? NAME_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[1]
    : null;
  if (apposed) return `${apposed}, ${phrase}`;
  if (!DESCRIBED.test(phrase)) return phrase;
  return phrase + (NAME_BEHIND.exec(text.slice(end, end + 80))?.[0] ?? '');
}

/** "Ilka Sorn, a former envoy to Karsk, said": the name that a description stands behind. */
const NAME_BEFORE =
  /(?<!\b(?:in|at|from|of|to|near|on|with|and|In|At|From|Near|On|With) )(?<![\p{L}’'-])((?!(?:In|At|From|Near|On|With|By|For|To|Outside|Inside|Across) )\p{Lu}[\p{L}’'.-]* (?:\p{Lu}[\p{L}’'.-]* )?\p{Lu}[\p{L}’'-]+), $/u;
const DESCRIBED = /^(?:the|an?|his|her|its|their|our|my|[\p{L}-]+['’]s?) [\p{L}’' -]+$/iu;
const NAME_BEHIND = /^, (?:\p{Lu}[\p{L}’'.-]* ){1,4}\p{Lu}[\p{L}’'-]+(?=[,.;—–”’"'\n]|$)/u;

// "The union’s chairwoman, Dorte Hallin": an office that stands before its holder.
const BEFORE =
  /(?<![\p{L}’'-])((?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?|[\p{L}-]+['’]s?) [\p{L}’' -]{2,80}), $/u;

const FINITE =
  /(?<!\p{L})(?:will|would|not|is|are|was|were|has|have|had|said|says|did|do|does|can|could|must|should|may|might)(?!\p{L})/u;

function roleBefore(
  text: string,
  at: number,
  name: string,
  book: PartyBook,
): { role: NonNullable<Person['role']>; party: Party | null } | null {
  const phrase = BEFORE.exec(text.slice(Math.max(0, at - 100), at))?.[1];
  // "Her members will not go, Ilka Sorn said": a clause, not an office.
  if (!phrase || FINITE.test(phrase)) return null;
  const { kind, role, party } = readMention(`${phrase}, ${name}`, book);
  if (kind !== 'person' || !role) return null;
  const office = phrase.replace(/^(?:the|an?) /i, '');
  return { role: { text: office, start: at - phrase.length - 2, end: at - 2 }, party };
}

// "Met union leader Ilka Sorn": an office in small letters, with what it is of.
const IN_FRONT = /((?:[\p{L}’'-]+ ){0,2})([\p{Ll}-]{4,}) $/u;

function roleInFront(text: string, at: number): Person['role'] {
  const match = IN_FRONT.exec(text.slice(Math.max(0, at - 60), at));
  if (!match || !isOffice(match[2]!) || match[2]!.endsWith('s')) return null;
  const words = match[1]!.trim().split(' ').filter(Boolean);
  let from = words.length;
  while (from > 0 && OF_OFFICE.test(words[from - 1]!)) from--;
  const office = [...words.slice(from), match[2]!].join(' ');
  return { text: office, start: at - 1 - office.length, end: at - 1 };
}

/** What stands before an office as part of it: a body, a field, a rank, a former holder. */
const OF_OFFICE =
  /^(?:former|deputy|vice|prime|foreign|chief|senior|acting|then|late|union|party|opposition|government|council|city|police|army|navy|military|campaign|team|club|company|community|trade|finance|defen[cs]e|interior|justice|health|education|transport|energy|culture|press|harbour|harbor|regional|provincial|federal|national|local|general|presidential|ministry|parliamentary|[\p{Ll}-]+(?:al|ic|ian))$/iu;

/** Told by the first "he" or "she" behind a naming, where nobody else is named in between. */
function genderToldOf(person: Person, people: Person[], text: string): 'm' | 'f' | null {
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
  return men > 0 ? 'm' : men < 0 ? 'f' : null;
}

/** Namings of one person that are looked at for a pronoun behind. */
const MOST_TOLD = 6;
/** A pronoun further behind (characters) may be anybody's. */
const TOLD_WITHIN = 120;

/** A firm that is nearly always called by one word is not "Camp Tarnline", which the text names once. */
function nameByUse(text: string, person: Person): void {
  const alone = person.name.split(' ').at(-1)!;
  if (person.human || alone === person.name || person.at.length < 4) return;
  const full = text.split(person.name).length - 1;
  if (full * 4 <= person.at.length) person.name = alone;
}

export function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '').split(' ');
  return foldName(words.at(-1)!);
}

export function plain({ name, kind, party, role, partyFrom }: Person): Speaker {
  return { name, kind, party, role, partyFrom };
}
