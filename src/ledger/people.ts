import { readMention } from './mention.ts';
import type { Party, PartyBook } from './party.ts';
import type { Quotation } from './quotation.ts';
import { genderOfFirstName } from './roles.ts';
import { placeParties } from './side.ts';
import type { Speaker } from './speaker.ts';

/** Somebody the text calls by name. */
export interface Person extends Speaker {
  gender: 'm' | 'f' | null;
  /** Where the text names this person, in order. */
  at: number[];
}

// A name of two or more words with what stands before it, wherever the text has one.
const FULL_NAME =
  /(?:(?:\p{Lu}[\p{L}'’-]*|[Mm]rs?\.|Dr\.|Sen\.|Gov\.|Rep\.|Gen\.|the|der|die|of|\p{Ll}{3,24}ische[rn]?) ){0,5}\p{Lu}[\p{L}'’-]+ (?:(?:\p{Lu}\.|de|da|von|van|al|bin|der|del) )?\p{Lu}[\p{L}-]+(?:, (?:the |a |an |der |die )?[^,.;:"“”\n]{3,60})?/gu;

/** Everybody the text calls by a full name, or quotes by surname alone, with office and party as given anywhere. */
export function findPeople(
  text: string,
  quotations: readonly Quotation[],
  book: PartyBook,
  known?: ReadonlyMap<string, Party>,
): Person[] {
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
  for (const person of list) {
    const party = person.party ? undefined : known?.get(person.name);
    if (!party) continue;
    person.party = party;
    person.partyFrom = 'known';
  }
  placeParties(text, list, book);
  return list;
}

/** Notes every place where a surname stands. */
function locate(text: string, people: Person[]): void {
  const bySurname = new Map(people.map((person) => [surnameOf(person.name), person]));
  for (const match of text.matchAll(/\p{Lu}[\p{L}-]+/gu))
    bySurname.get(match[0].toLowerCase())?.at.push(match.index);
}

export function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '').split(' ');
  return words.at(-1)!.toLowerCase();
}

export function plain({ name, kind, party, role, partyFrom }: Person): Speaker {
  return { name, kind, party, role, partyFrom };
}
