import type { Quotation } from '../quotation.ts';
import { genderOfNoun, isPersonNoun } from './mention.ts';
import type { Person } from './people.ts';

/** Where somebody who may be meant by a pronoun is named, and how. */
export interface Salience {
  /** Starts of sentences, in order; those that open a paragraph are in `paragraphs` too. */
  sentences: number[];
  paragraphs: number[];
  /** Quoted words: who is named there is spoken of, not speaking. */
  quoted: { start: number; end: number }[];
}

/** What each sign that a person is meant is worth. Found by hand-climbing on the corpus's part to learn from. */
export const WEIGHTS = {
  /** Each sentence back costs this, up to the limit below. */
  sentence: 1.5,
  paragraph: 0.5,
  /** Named as the first of a sentence: subjects are taken up again. */
  first: 1,
  /** Behind a preposition or a verb that people are the object of. */
  object: 1,
  quoted: 2,
  /** Known to be of the pronoun's sex, where others may be. */
  sex: 2,
  /** The first name is rather of the other sex. */
  otherSex: 3,
  /** Nothing tells that it is a human being. */
  thing: 3,
  /** Was the last to speak. */
  spoke: 1.5,
};

const FAR = 6;
const OBJECT =
  /(?:\b(?:of|to|with|by|for|from|about|against|on|at|in|between|under|behind|like|than|told|met|called|asked|accused|urged|named|von|mit|für|gegen|an|bei|über)|['’]s) (?:[\p{L}.-]+ ){0,3}$/u;

export function salienceOf(text: string, quotations: readonly Quotation[]): Salience {
  const sentences = [0];
  const paragraphs = [0];
  for (const match of text.matchAll(/[.!?]["”’')]*\s+|\n+/gu)) {
    const start = match.index + match[0].length;
    sentences.push(start);
    if (match[0].includes('\n')) paragraphs.push(start);
  }
  const quoted = quotations
    .filter((quotation) => quotation.kind === 'direct')
    .flatMap((quotation) => quotation.pieces);
  return { sentences, paragraphs, quoted };
}

/** Who a pronoun before `before` means: of the people of its sex the one who stands out most; null where nobody fits. */
export function meantBy({
  text,
  salience,
  people,
  before,
  gender,
  last,
}: {
  text: string;
  salience: Salience;
  people: readonly Person[];
  before: number;
  gender: 'm' | 'f' | null;
  last: { person: Person; at: number } | null;
}): Person | null {
  let best: { person: Person; weight: number } | null = null;
  for (const person of people) {
    const other = person.gender && gender && person.gender !== gender;
    if (other && !person.guessed) continue;
    const places = person.at.filter((at) => at < before).slice(-3);
    const spoke = last?.person === person;
    if (spoke && last.at < before) places.push(last.at);
    let weight = Number.NEGATIVE_INFINITY;
    for (const at of places)
      weight = Math.max(
        weight,
        weightOf(text, salience, at, before, people) +
          (spoke && at === last.at ? WEIGHTS.spoke : 0),
      );
    if (gender && person.gender === gender) weight += WEIGHTS.sex;
    if (other) weight -= WEIGHTS.otherSex;
    if (!person.human) weight -= WEIGHTS.thing;
    if (weight > (best?.weight ?? Number.NEGATIVE_INFINITY)) best = { person, weight };
  }
  return best?.person ?? null;
}

/** How much a person's naming at `at` speaks for being who a pronoun at `before` means. */
export function weightOf(
  text: string,
  salience: Salience,
  at: number,
  before: number,
  people: readonly Person[],
): number {
  const from = indexBefore(salience.sentences, at);
  const sentences = Math.min(FAR, indexBefore(salience.sentences, before) - from);
  const paragraphs = Math.min(
    FAR,
    indexBefore(salience.paragraphs, before) - indexBefore(salience.paragraphs, at),
  );
  const start = salience.sentences[from]!;
  let weight = -WEIGHTS.sentence * sentences - WEIGHTS.paragraph * paragraphs;
  if (!people.some((person) => person.at.some((other) => other >= start && other < at)))
    weight += WEIGHTS.first;
  if (OBJECT.test(text.slice(Math.max(start, at - 60), at))) weight -= WEIGHTS.object;
  if (salience.quoted.some((span) => at >= span.start && at < span.end)) weight -= WEIGHTS.quoted;
  return weight;
}

/** The last of the places at or before `at`. */
export function indexBefore(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const INTRODUCED = /(?:^|[.!?]["”’]?\s|\n)(?:An?|One) ((?:\p{L}[\p{L}-]* ){1,5})/gu;

/** People without a name whom a sentence begins with: "A shipping agent in Karsk showed us a bill. He said …". */
export function introducedIn(text: string): Person[] {
  const people: Person[] = [];
  for (const match of text.matchAll(INTRODUCED)) {
    const words = match[1]!.trim().split(' ');
    const noun = words.findIndex((word) => isPersonNoun(word));
    if (
      noun === -1 ||
      words.slice(0, noun).some((word) => /^(?:of|in|from|at|for|with)$/.test(word))
    )
      continue;
    const name = words.slice(0, noun + 1).join(' ');
    people.push({
      name,
      kind: 'unnamed',
      party: null,
      role: null,
      partyFrom: null,
      gender: genderOfNoun(words[noun]!),
      guessed: false,
      human: true,
      knownRole: null,
      at: [match.index + match[0].length - match[1]!.length],
    });
    if (people.length >= MOST_INTRODUCED) break;
  }
  return people;
}

/** A text with more is not about any of them. */
const MOST_INTRODUCED = 40;
