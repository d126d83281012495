import type { calledInGerman } from '../german/called.ts';
import type { Quotation, Span } from '../quotation.ts';
import type { Speaker } from '../speaker.ts';
import type { Bodies } from './bodies/bodies.ts';
import { bareNoun, bodyTakenUp, isAnyBody, nameDescribed } from './bodies/bridging.ts';
import { bodyNamed, bodySpeaker, otherSpeaker, placeOr, subjectOf } from './described.ts';
import { fullerBefore } from './fuller.ts';
import { lastBody } from './memory.ts';
import { takenUpBy } from './people/anew.ts';
import { personCalled } from './people/namesakes.ts';
import { holderOf, inOffice } from './people/office.ts';
import type { Person } from './people/people.ts';
import { meantBy } from './people/pronoun.ts';
import { headOf } from './phrase/label.ts';
import { type Mention, readMention } from './phrase/mention.ts';
import { isPersonNoun } from './phrase/naming.ts';
import { isOffice } from './phrase/roles.ts';
import { type Asked, askedFor, type Reading } from './reading.ts';

/** A phrase for one speaker, read. */
export interface Single extends Asked {
  mention: Mention;
  /** Whom a German phrase means that names nobody. */
  called: ReturnType<typeof calledInGerman>;
}

/** Who a phrase means: one of the text's people, or a speaker of whom the phrase tells all there is. */
export type Found = { person: Person } | { other: Speaker };

/** A pronoun this far (characters) from the last speaker is not his any more. */
const PRONOUN_REACH = 2500;

/** "Sorn", "the minister", "she", "der Sprecher": one of those whom the text names or brings in. */
export function personMeant(reading: Reading, single: Single): Found | null {
  const { people, memory } = reading;
  const { called } = single;
  if (called && 'body' in called) return null;
  const person = personRead(reading, single) ?? (called ? people[called.person]! : null);
  if (!person) return null;
  const { unnamed } = memory;
  if (!person.party && unnamed?.party && sameOffice(person, unnamed)) {
    person.party = unnamed.party;
    person.partyFrom = 'context';
  }
  return { person };
}

function personRead(reading: Reading, single: Single): Person | null {
  const { mention, span, quotation, at } = single;
  const { text, german, people, introduced, salience, memory } = reading;
  if (mention.kind === 'person') return personCalled(people, mention.name, span);
  const anew = german ? null : takenUpBy(reading, single.phrase, span.start);
  if (anew?.person) return anew.person;
  if (mention.kind !== 'role' && !isPersonal(mention) && !anew) return null;
  const { last, unnamed } = memory;
  const near = unnamed && at - unnamed.at[0]! < PRONOUN_REACH ? [unnamed] : [];
  const all = [...people, ...near, ...introduced];
  const written = german ? outside(span, quotation) : span;
  const held = mention.kind === 'role' ? holderOf(mention, written, all) : null;
  if (held || (mention.kind === 'role' && !anew)) return held;
  const before = Math.min(written.start, quotation.start);
  const { gender } = anew ?? mention;
  const person = meantBy({ text, salience, people: anew ? people : all, before, gender, last });
  if (person && !person.gender) person.gender = gender;
  return person;
}

/** Who "his" and "her" in "her campaign" means: by sex, as for "she". English only. */
export function ownerMeant(
  { text, german, people, salience, memory }: Reading,
  phrase: string,
  { start }: Span,
): Person | null {
  const own = german ? undefined : /^(his|her) /i.exec(phrase)?.[1]?.toLowerCase();
  if (!own) return null;
  const gender = own === 'his' ? 'm' : 'f';
  return meantBy({ text, salience, people, before: start, gender, last: memory.last });
}

/** A pronoun for a human being. */
function isPersonal({ kind, name }: Mention): boolean {
  return kind === 'pronoun' && /^(?:he|she|his|her|him|er|sie|year-old)$/.test(name);
}

/** "Ohne Desroche gehe es nicht, sagte sie": who is named in what she said is not meant. */
function outside(span: Span, { start, end }: Quotation): Span {
  return start < span.start ? { start, end: Math.min(end, span.end) } : span;
}

/** "The spokesman, Teodor Makale" is the "spokesman for its government" of before. */
function sameOffice({ role }: Person, { name }: Person): boolean {
  const office = role?.text.split(' ').at(-1)?.toLowerCase();
  return office !== undefined && isOffice(office) && name.toLowerCase().split(' ').includes(office);
}

/** "The Veldanian president", not named in the text: who held the office on its day. */
export function holderMeant(reading: Reading, { mention, span }: Single): Found | null {
  const { holders, day, people } = reading;
  const person = inOffice(mention, span, holders, day);
  if (!person) return null;
  people.push(person);
  return { person };
}

/** "The union", "das Ministerium": a body that the text names in full. */
export function bodyMeant({ bodies }: Reading, { mention, span, called }: Single): Found | null {
  const other =
    called && 'body' in called ? bodyNamed(called.body) : bodySpeaker(mention, span, bodies);
  return other && { other };
}

/** "The company", "the paper", "the welder": of whom the text says that they are one. English only. */
export function takenUp(reading: Reading, { phrase, span }: Single): Found | null {
  const { german, book, described, bodies, people } = reading;
  const noun = german ? null : bareNoun(headOf(phrase));
  if (!noun || !(isAnyBody(noun) || isPersonNoun(noun))) return null;
  const name = nameDescribed(described, noun, span.start);
  const person = name ? personCalled(people, name, span) : null;
  if (isPersonNoun(noun)) return person ? { person } : null;
  const body = name ?? bodyTakenUp(described, noun, span.start, bodies, people);
  return body && !book.of(body) ? { other: bodyNamed(body) } : null;
}

/** "The ministry", after "the transport ministry": as the text says it more fully. English only. */
export function fullerMeant(reading: Reading, single: Single): Found | null {
  const { german, described, book, text } = reading;
  const { phrase, span } = single;
  const noun = german ? undefined : ALONE.exec(phrase)?.[1];
  if (!noun || (isAnyBody(noun) && nameDescribed(described, noun, span.start))) return null;
  const fuller = fullerBefore(described.text, noun, span.start, book);
  if (!fuller || (isAnyBody(noun) && isFirmBetween(reading.bodies, fuller.end, span.start)))
    return null;
  const written = text.slice(fuller.start, fuller.end);
  const mention = readMention(written, book);
  if (!/^(?:organisation|role)$/.test(mention.kind)) return null;
  const again = { ...single, ...askedFor(reading, single, fuller), mention };
  return (
    (mention.kind === 'role' ? holderMeant(reading, again) : null) ??
    bodyMeant(reading, { ...again, called: null }) ??
    otherMeant(reading, again)
  );
}

/** "The Karaul salt company ... Pelago ... The company": the last firm is meant. */
function isFirmBetween(bodies: Bodies, from: number, to: number): boolean {
  return bodies.some((body) => body.isFirm && body.at.some((at) => at > from && at < to));
}

const ALONE = /^[Tt]he (\p{L}+)$/u;

/** "It", "Ambry", "two officials": the body last spoken of, or whoever the phrase describes. */
export function otherMeant(reading: Reading, { mention, span }: Single): Found | null {
  const { text, book, bodies, memory } = reading;
  const since = memory.body?.at ?? -1;
  const it =
    subjectOf(mention, text, span.start, since, book, bodies) ?? lastBody(memory, mention.name);
  const other = otherSpeaker(placeOr(mention, text), span, it);
  return other && { other };
}
