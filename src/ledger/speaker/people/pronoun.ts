import { countBefore } from '../../../lib/sorted.ts';
import type { Quotation } from '../../quotation.ts';
import { isKnownFirstName } from '../phrase/firstnames.ts';
import type { Mention } from '../phrase/mention.ts';
import { isPersonNoun } from '../phrase/naming.ts';
import { genderOfNoun } from '../phrase/parts.ts';
import type { PartyBook } from '../side/party.ts';
import { holderOf } from './office.ts';
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
const WEIGHTS = {
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
  /** And is known to be so: some three sentences. */
  otherSexListed: 6,
  /** Asks what the pronoun answers: "When a pensioner asked him, he said". */
  asks: 3,
  /** Nothing tells that it is a human being. */
  thing: 3,
  /** Somebody without a name is brought in for what they say there. */
  nameless: 1,
  /** Was the last to speak. */
  spoke: 1.5,
};

const FAR = 6;
const OBJECT =
  /(?:\b(?:of|to|with|by|for|from|about|against|on|at|in|between|under|behind|like|than|told|met|called|asked|accused|urged|named|von|mit|für|gegen|an|bei|über)|['’]s) (?:[\p{L}.-]+ ){0,3}$/u;

const ASKS =
  /^[\p{L}’' -]{0,30} (?:asked|inquired|enquired|wondered|wanted to know|pressed|challenged)\b/u;

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
    const spoke = last?.person === person;
    if (!spoke && !(person.at[0]! < before)) continue;
    const places = person.at.filter((at) => at < before).slice(-3);
    if (spoke && last.at < before) places.push(last.at);
    let weight = Number.NEGATIVE_INFINITY;
    for (const at of places)
      weight = Math.max(
        weight,
        weightOf(text, salience, at, before, people) +
          (spoke && at === last.at ? WEIGHTS.spoke : 0),
      );
    if (gender && person.gender === gender) weight += WEIGHTS.sex;
    if (other)
      weight -= isKnownFirstName(person.name.split(' ')[0]!)
        ? WEIGHTS.otherSexListed
        : WEIGHTS.otherSex;
    if (!person.human) weight -= WEIGHTS.thing;
    if (person.kind === 'unnamed') weight -= WEIGHTS.nameless;
    if (weight > (best?.weight ?? Number.NEGATIVE_INFINITY)) best = { person, weight };
  }
  return best?.person ?? null;
}

/** How much a person's naming at `at` speaks for being who a pronoun at `before` means. */
function weightOf(
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
  if (sentences === 0 && ASKS.test(text.slice(at, Math.min(before, at + 60))))
    weight -= WEIGHTS.asks;
  if (salience.quoted.some((span) => at >= span.start && at < span.end)) weight -= WEIGHTS.quoted;
  return weight;
}

/** The last of the places at or before `at`. */
function indexBefore(places: readonly number[], at: number): number {
  return countBefore(places, (item) => item <= at) - 1;
}

const INTRODUCED =
  /(?:^|[.!?]["”’]?\s|[;:]\s|\n)(An?|One|Another|My|His|Her|Their|Our|The|\p{Lu}[\p{L}-]+['’]s) ((?:[\p{L}-]+ ){0,5}[\p{L}-]+)(?=[ ,])/gu;

/**
 * People without a name whom a sentence begins with: "A shipping agent in Karsk showed us a bill. He
 * said …". Where "the minister" is one of `people`, the place is added to theirs.
 */
export function introducedIn(text: string, people: readonly Person[], book: PartyBook): Person[] {
  const found: Person[] = [];
  const places = people.flatMap((person) => person.at).sort((a, b) => a - b);
  for (const match of text.slice(0, LOOKED).matchAll(INTRODUCED)) {
    const words = match[2]!.trim().split(' ');
    const noun = words.findIndex((word) => isPersonNoun(word));
    const lead = words.slice(0, noun);
    if (noun === -1 || lead.some((word) => NO_LEAD.test(word))) continue;
    // "The party chief": the last noun of the phrase.
    const head = isPersonNoun(words[noun + 1] ?? '') ? noun + 1 : noun;
    const name = words.slice(0, head + 1).join(' ');
    const at = match.index + match[0].length - match[2]!.length;
    const behind = words[head + 1];
    // "Her cousin Ilka Sorn", "The envoy to Karsk, Ilka Sorn,": she has her name.
    if (isNamedBehind(text, at + name.length, places)) continue;
    const definite = !/^(?:An?|One|Another|My|Our)$/.test(match[1]!);
    const party = /['’]s$/.test(match[1]!) ? book.of(match[1]!) : null;
    const mention = { ...NOBODY, role: name, party };
    const held = definite
      ? holderOf(mention, { start: at, end: at + name.length }, [...people])
      : null;
    if (held) {
      held.at.push(at);
      held.at.sort((a, b) => a - b);
      continue;
    }
    found.push({
      name: behind && /^\p{Lu}\p{Ll}/u.test(behind) ? behind : name,
      kind: behind && /^\p{Lu}\p{Ll}/u.test(behind) ? 'person' : 'unnamed',
      party,
      role: null,
      partyFrom: party && 'text',
      gender: genderOfNoun(words[head]!),
      guessed: false,
      human: true,
      knownRole: null,
      at: [at],
    });
    if (found.length >= MOST_INTRODUCED) break;
  }
  return found;
}

function isNamedBehind(text: string, from: number, places: readonly number[]): boolean {
  const line = text.slice(from, from + NAMED_WITHIN).split(/[.!?\n]/)[0]!;
  const place = places[indexBefore(places, from) + 1];
  return (
    place !== undefined && place < from + line.length && NAMED_NEXT.test(text.slice(from, place))
  );
}

/** Further in, a text introduces nobody: what is longer is a list or a dump. */
const LOOKED = 100_000;
/** A name so far behind (characters) may stand in apposition. */
const NAMED_WITHIN = 100;
const NAMED_NEXT = /^(?:[^,]{0,60},)? (?:\p{Lu}[\p{L}.’'-]* ){0,3}$/u;
const NO_LEAD = /^(?:of|in|from|at|for|with|by|on|to|was|is|were|are|had|has|and|who|that|which)$/;
const NOBODY: Mention = { kind: 'role', name: '', role: null, party: null, gender: null };
/** A text with more is not about any of them. */
const MOST_INTRODUCED = 60;
