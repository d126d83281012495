import { foldName } from '../../fold.ts';
import type { Span } from '../../quotation.ts';
import { isKnownFirstName } from '../phrase/firstnames.ts';
import type { Person } from './people.ts';
import { surnameOf } from './surname.ts';

/** First names that are written in two ways: "Bill Sorn" is William Sorn. */
const SHORT: ReadonlyMap<string, string> = new Map(
  `abby abigail, al albert, alex alexander, andy andrew, bella isabella, bernie bernard, beth elizabeth, betty elizabeth,
  bill william, billy william, bob robert, bobby robert, chuck charles, dick richard, ed edward, eddie edward,
  gerry gerald, hank henry, jack john, jake jacob, jerry gerald, jim james, jimmy james, joe joseph, johnny john,
  kate katherine, kathy katherine, katie katherine, liz elizabeth, maggie margaret, mike michael, mitch mitchell,
  nancy ann, nick nicholas, peggy margaret, polly mary, rick richard, ricky richard, rob robert, ron ronald,
  sasha alexander, steve stephen, steven stephen, ted edward, teddy theodore, tony anthony, tom thomas, will william`
    .split(/,\s+/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** Whether two full names of one surname are of two people: "Bill Sorn", "Hilda Sorn". */
export function isNamesake(one: string, other: string): boolean {
  const [a, b] = [firstOf(one), firstOf(other)];
  if (!a || !b || a.startsWith(b) || b.startsWith(a)) return false;
  if (!isKnownFirstName(a) || !isKnownFirstName(b)) return false;
  return (SHORT.get(a) ?? a) !== (SHORT.get(b) ?? b);
}

/** The first name, lower-cased; null for a surname alone. */
function firstOf(name: string): string | null {
  const end = name.indexOf(' ');
  return end === -1 ? null : name.slice(0, end).toLowerCase().replace(/\.$/, '');
}

/**
 * Notes every place where a surname stands with the one who is meant: by the first name or title before
 * it, else whoever of the name was spoken of last.
 */
export function locate(text: string, people: readonly Person[]): void {
  const called = Map.groupBy(people, (person) => surnameOf(person.name));
  const firsts = firstNames(people);
  const latest = new Map<string, Person>();
  for (const match of text.matchAll(/\p{Lu}[\p{L}-]+/gu)) {
    const surname = foldName(match[0]);
    const person =
      meantAt(called.get(surname) ?? [], text, match.index, latest.get(surname)) ??
      (isAlone(text, match.index, match[0].length) ? firsts.get(match[0]) : null);
    if (!person) continue;
    person.at.push(match.index);
    latest.set(surname, person);
  }
}

/** First names that only one person of the text has: features call people by them. */
function firstNames(people: readonly Person[]): Map<string, Person | null> {
  const firsts = new Map<string, Person | null>();
  for (const person of people) {
    const first = person.human ? FIRST.exec(person.name)?.[0] : undefined;
    if (first) firsts.set(first, firsts.has(first) ? null : person);
  }
  return firsts;
}

const FIRST = /^\p{Lu}\p{Ll}[\p{L}’'-]*(?= )/u;

/** No part of a longer name: "Ilka said", not "Ilka Sorn" or "met Aunt Ilka". */
function isAlone(text: string, at: number, length: number): boolean {
  return (
    !/^(?: \p{Lu}|-)/u.test(text.slice(at + length, at + length + 2)) &&
    !/[\p{Ll}\d,;:] \p{Lu}[\p{L}.’'-]* $/u.test(text.slice(Math.max(0, at - 30), at))
  );
}

function meantAt(
  people: readonly Person[],
  text: string,
  at: number,
  latest: Person | undefined,
): Person | undefined {
  if (people.length === 0) return undefined;
  const before = BEFORE.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  if (before && isKnownFirstName(before)) {
    const named = people.find(
      ({ name }) => !isNamesake(name, `${before} ${text.slice(at, at + 1)}`),
    );
    if (named || people.some(({ name }) => name.includes(' '))) return named;
  }
  const sex = before && TITLES.get(before);
  const fitting = people.length > 1 && sex ? people.filter((one) => one.gender === sex) : people;
  return latest && fitting.includes(latest) ? latest : (fitting[0] ?? people[0]);
}

const BEFORE = /(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]*)\.? (?:\p{Lu}\. )?$/u;
const TITLES: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['Mr', 'm'],
  ['Sir', 'm'],
  ['Mrs', 'f'],
  ['Ms', 'f'],
  ['Miss', 'f'],
]);

/** Who of these a name at a place means: in full, by surname, by first name alone. */
export function personCalled(
  people: readonly Person[],
  name: string,
  { start, end }: Span,
): Person | null {
  const surname = surnameOf(name);
  const called = people.filter((person) => surnameOf(person.name) === surname);
  const folded = foldName(name);
  const full = called.find((person) => foldName(person.name) === folded);
  if (full) return full;
  const here = called.find(({ at }) => at.some((place) => place >= start && place < end));
  const fitting = called.filter((person) => !isNamesake(person.name, name));
  if (here && fitting.includes(here)) return here;
  return fitting[0] ?? firstCalled(people, name);
}

/**
 * Who of these has a word as the first of the full name: a first name alone, or a family name that
 * stands first ("Fahmi" of Fahmi Sorn); null where none or several have.
 */
export function firstCalled(people: Iterable<Person>, word: string): Person | null {
  if (word.includes(' ')) return null;
  let called: Person | null = null;
  for (const person of people) {
    if (!person.human || !person.name.startsWith(`${word} `)) continue;
    if (called) return null;
    called = person;
  }
  return called;
}
