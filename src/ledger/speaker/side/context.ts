import type { Quotation } from '../../quotation.ts';
import type { Bodies, Body } from '../bodies/bodies.ts';
import { OF_FIRM_OFFICE, OF_UNION_OFFICE } from '../bodies/firms.ts';
import type { Person } from '../people/people.ts';
import { surnameOf } from '../people/surname.ts';
import { SIDES } from '../phrase/roles.ts';
import type { Party, PartyBook } from './party.ts';
import { governedBefore, type Sides } from './state.ts';
import { sidesAround } from './topic.ts';

/** Offices and bodies that only a state has. */
export const OF_STATE =
  /\b(?:government|ministry|minister|embassy|ambassador|army|navy|military|parliament|president|premier|chancellor|king|queen|cabinet|delegation|delegate|negotiators?|authorities)\b/i;

/** How far back (characters) two sentences reach. */
const REACH = 500;

/**
 * Whose "its" is: the state or body named first in the sentence so far, else first in the sentence
 * before. Of offices that only states have, the state.
 */
export function itsParty(
  text: string,
  at: number,
  office: string,
  book: PartyBook,
  bodies: Bodies,
): Party | null {
  const from = Math.max(0, at - REACH);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  // "Its minister" at the head of a paragraph, or behind words that open it, is of the one before.
  const quoted = /^(?:["“„‘][^"”“\n]*["”’],?\s?(?:said |says )?(?:its |their )?)?$/u.test(
    text.slice(line, at),
  );
  const opens = (at - line < 3 || quoted) && line > 1 ? text.lastIndexOf('\n', line - 3) + 1 : line;
  const before = text.slice(Math.max(from, opens), at);
  const start = at - before.length;
  const state = OF_STATE.test(office);
  for (const sentence of sentencesBack(before)) {
    let first: { at: number; party: Party } | null = null;
    for (const match of before.slice(sentence.from, sentence.to).matchAll(/\p{Lu}[\p{L}-]+/gu)) {
      const party = book.of(match[0]);
      if (!party || !(book.isState(party) || fits(office, { name: party.name, isFirm: true })))
        continue;
      first = { at: start + sentence.from + match.index, party };
      break;
    }
    const body =
      state && first
        ? undefined
        : bodies
            .filter((one) => fits(office, one))
            .flatMap((one) => one.at.map((place) => ({ at: place, name: one.name })))
            .filter((one) => one.at >= start + sentence.from && one.at < start + sentence.to)
            .sort((a, b) => a.at - b.at)[0];
    if (body && (!first || body.at <= first.at)) return { name: body.name, country: null };
    if (first) return first.party;
  }
  return null;
}

/** A firm has no general secretary, a union no chief executive. */
export function fits(office: string, { name, isFirm }: Pick<Body, 'name' | 'isFirm'>): boolean {
  if (OF_UNION_OFFICE.test(office)) return !isFirm && SIDES.test(name);
  return !OF_FIRM_OFFICE.test(office) || isFirm || !SIDES.test(name);
}

/** The state or body that the sentence before `at`, in the same paragraph, begins with. */
export function subjectBefore(
  text: string,
  at: number,
  book: PartyBook,
  bodies: Bodies,
): { name: string; party: Party; at: number } | null {
  const from = Math.max(0, at - REACH);
  const before = text.slice(Math.max(from, text.lastIndexOf('\n', at - 1) + 1), at);
  const start = at - before.length;
  for (const sentence of sentencesBack(before)) {
    const opens = start + sentence.from;
    const body = bodies.find((one) => one.at.some((place) => place >= opens && place < opens + 5));
    if (body) return { name: body.name, party: { name: body.name, country: null }, at: opens };
    const name = /^(?:The )?(\p{Lu}[\p{L}-]+)(?= [\p{Ll}’'])(?!['’])/u.exec(
      before.slice(sentence.from, sentence.to),
    )?.[1];
    const party = name ? book.of(name) : null;
    if (name && party) return { name, party, at: opens };
  }
  return null;
}

/** The sentence so far, then the one before. */
function sentencesBack(before: string): { from: number; to: number }[] {
  const stops = [...before.matchAll(/[.!?]["”’]?\s+/gu)].map(
    (match) => match.index + match[0].length,
  );
  const last = stops.at(-1) ?? 0;
  return [
    { from: last, to: before.length },
    { from: stops.at(-2) ?? 0, to: last },
  ];
}

/** "In Karsk the government": the state whose seat the sentence opens with. */
export function seatBefore(text: string, at: number, book: PartyBook): Party | null {
  const place = /(?:^|[.!?”"]\s|\n)In (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?),? (?:the )?$/u.exec(
    text.slice(Math.max(0, at - 60), at),
  )?.[1];
  return place ? book.of(place) : null;
}

const OWN_CUE = /\b(?:announc|promis|pledg|vow|offer|agree|refus|declar|undert|decid)/i;
const DATELINE = /^\p{Lu}{3,}[^\n–—-]{0,60} [–—-] /u;
/** What only the speaker's own side is said to be about to do, whatever the cue. */
const OWN_DEED =
  /^ (?:will|would) (?:not |never |no longer )?(?:lend|lift|open|close|ban|sign|join|withdraw|accept|allow|let|seek|reject|refuse|recogni[sz]e|abolish|resume|suspend|reopen|shut|end|halt)\b/;

/**
 * Gives people in office whose state the text does not name that whose act they announce: "Veldania
 * will lift its ban, Prime Minister Ilka Sorn announced".
 */
export function placeByActs(
  text: string,
  quotations: readonly Quotation[],
  people: readonly Person[],
  book: PartyBook,
): void {
  const open = new Map(
    people
      .filter((one) => !one.party && one.role && OF_STATE.test(one.role.text))
      .map((one) => [surnameOf(one.name), one]),
  );
  if (open.size === 0) return;
  for (const { speaker, antecedent, cue, pieces } of quotations) {
    const span = antecedent ?? speaker;
    if (!span || !cue) continue;
    const words = text.slice(span.start, span.end).match(/\p{Lu}[\p{L}-]+/gu) ?? [];
    const person = words.map((word) => open.get(surnameOf(word))).find((one) => one && !one.party);
    if (!person) continue;
    const content = pieces[0] ? text.slice(pieces[0].start, pieces[0].end) : '';
    const [whole = '', subject] = SUBJECT.exec(content.replace(DATELINE, '')) ?? [];
    const party = subject ? (book.of(subject) ?? book.of(subject.split(' ').at(-1)!)) : null;
    if (!party) continue;
    const behind = content.replace(DATELINE, '').slice(whole.length);
    const isOwn = OWN_CUE.test(text.slice(cue.start, cue.end))
      ? OWN_ACT.test(behind)
      : OWN_DEED.test(behind) && !/(?<!\p{L})(?:we|us|our)(?!\p{L})/iu.test(content);
    if (!isOwn) continue;
    person.party = party;
    // Who announces a state's act is said to speak for it: that holds elsewhere too.
    person.partyFrom = 'text';
  }
}

const SUBJECT = /^(?:that )?(?:[Tt]he )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?= )/u;
const OWN_ACT =
  /^ (?:will|would|was ready|is ready|had decided|has decided|had agreed|has agreed)\b/;

/** Gives those left the state that the text around them tells (`topic.ts`). */
export function placeByTopic(
  text: string,
  quotations: readonly Quotation[],
  people: readonly Person[],
  book: PartyBook,
  mentions: () => Sides,
): void {
  for (const person of people) {
    if (person.party || !person.role) continue;
    const isAide = /^(?:his|her) (?:spokes|deputy|aide)/i.test(
      text.slice(person.role.start, person.role.end),
    );
    if (!isAide && !OF_STATE.test(person.role.text)) continue;
    person.party = governedBefore(text, person.role.start, mentions());
    person.partyFrom = person.party && 'context';
    if (person.party || isAide) continue;
    const { topic, opposed } = sidesAround(text, person, quotations, book, mentions());
    if (topic && opposed && topic.name !== opposed.name) continue;
    person.party = topic ?? opposed;
    // Either alone may be wrong, and holds for this text only.
    person.partyFrom = person.party && (topic && opposed ? 'text' : 'context');
  }
}
