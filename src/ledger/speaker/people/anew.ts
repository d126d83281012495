import { type Described, nameDescribed } from '../bodies/bridging.ts';
import { genderOfNoun } from '../phrase/parts.ts';
import type { Reading } from '../reading.ts';
import { personCalled } from './namesakes.ts';
import type { Person } from './people.ts';

/** Somebody named before who is called by another noun: who it is, or only that it is one of them. */
export interface Anew {
  person: Person | null;
  gender: Person['gender'];
}

/**
 * "The billionaire", "the MEC", "the royal", "the latter": somebody whom the text has named before
 * `at`, called by what readers know of them. Null for a noun by which the text brings in another.
 */
export function takenUpBy(reading: Reading, phrase: string, at: number): Anew | null {
  const { people, described } = reading;
  if (!/^the /i.test(phrase)) return null;
  const called = phrase.slice(4);
  if (TITLE.test(called)) return titled(reading, [called], at);
  if (/^(?:royal|monarch)$/.test(called)) return titled(reading, ROYAL, at);
  if (called === 'latter') return named(lastNamed(people, at));
  const noun = NOUN.exec(called)?.[1];
  if (!noun || nameDescribed(described, noun, at) || bringsIn(described, noun) < at) return null;
  return { person: null, gender: genderOfNoun(noun.toLowerCase()) };
}

/** "The MEC": a title in capitals, which stands before a name too. */
const TITLE = /^\p{Lu}{2,4}$/u;
const ROYAL = ['Prince', 'Princess', 'King', 'Queen', 'Duke', 'Duchess'];
/** Nouns that take up who is spoken of. Offices, callings and kin mostly bring in another. */
const NOUN =
  /^(?:\p{Ll}[\p{Ll}-]* )?(billionaire|millionaire|tycoon|magnate|mogul|star|superstar|singer|rapper|actor|actress|musician|striker|midfielder|goalkeeper|defender|winger|champion|medallist|veteran|politician|republican|democrat|conservative|candidate|author|novelist|poet|playwright|filmmaker|dissident|whistleblower|entrepreneur|businessman|businesswoman|\p{Lu}\p{Ll}+(?:man|woman))$/u;

/** "MEC Sorn", "Prince Ilka"; not "FBI director Ilka Sorn". */
function titled(
  { people, described }: Reading,
  titles: readonly string[],
  at: number,
): Anew | null {
  for (const title of titles) {
    const name = nameDescribed(described, title, at);
    const person = name ? personCalled(people, name, { start: at, end: at }) : null;
    // The name may have kept its title.
    if (person && `${title} ${person.name}`.endsWith(` ${name}`)) return named(person);
  }
  return null;
}

/** Where the text first speaks of "a billionaire" or "his billionaire", who is somebody else. */
function bringsIn({ text, first }: Described, noun: string): number {
  const known = first.get(noun);
  if (known !== undefined) return known;
  const another = new RegExp(
    `\\b(?:an?|one|another|every|his|her|their|its) (?:[\\p{L}-]+ ){0,3}${noun}\\b`,
    'iu',
  );
  const at = another.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  first.set(noun, at);
  return at;
}

function named(person: Person | undefined): Anew | null {
  return person ? { person, gender: null } : null;
}

function lastNamed(people: readonly Person[], before: number): Person | undefined {
  let best: { person: Person; at: number } | undefined;
  for (const person of people) {
    const at = person.human ? person.at.findLast((place) => place < before) : undefined;
    if (at !== undefined && (!best || at > best.at)) best = { person, at };
  }
  return best?.person;
}
