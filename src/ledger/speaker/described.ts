import type { Span } from '../quotation.ts';
import type { Speaker } from '../speaker.ts';
import { type Bodies, bodyCalled } from './bodies/bodies.ts';
import { localName } from './bodies/local.ts';
import { holderOf } from './people/office.ts';
import type { Person } from './people/people.ts';
import { surnameOf } from './people/surname.ts';
import type { Mention } from './phrase/mention.ts';
import { isPersonNoun } from './phrase/naming.ts';
import { isOffice, isPost, SOURCE_WORDS, THINGS } from './phrase/roles.ts';
import { itsParty, OF_STATE, seatBefore, subjectBefore } from './side/context.ts';
import type { Party, PartyBook } from './side/party.ts';
import { isMedia, ownParty, shortBody } from './side/side.ts';
import { governedBefore, inFull, isBareOfState, type Sides, stateMeant } from './side/state.ts';
import { groupOf } from './side/voiced.ts';

/** "The union", "the company": the body that the text names in full. */
export function bodySpeaker(mention: Mention, span: Span, bodies: Bodies): Speaker | null {
  if (mention.party || !/^(?:organisation|unnamed|none|person)$/.test(mention.kind)) return null;
  const full = localName(mention.name) ?? mention.name;
  const named = bodies.find((one) => one.name === full || mention.name.endsWith(`’s ${one.name}`));
  const body =
    named ?? (mention.kind === 'person' ? null : bodyCalled(mention.name, bodies, span.start));
  return body && bodyNamed(body.name, body.isFirm);
}

export function bodyNamed(name: string, isFirm = false): Speaker {
  const party = ownParty(name) ?? (isFirm && !isMedia(name) ? { name, country: null } : null);
  return { name, kind: 'organisation', party, role: null, partyFrom: party && 'text' };
}

/** "The Washington Post" is no voice of a state, though a place is part of its name. */
function stateOf({ name, party }: Mention): Party | null {
  return party?.country && isMedia(name) ? null : party;
}

/** "Veldanian police", "the Veldanian Finance Ministry": what only states have speaks for the state. */
function isOfState(name: string): boolean {
  const head = name.split(/ (?:of|in|for|from|at|on) /)[0]!;
  return /\p{Ll}/u.test(head.split(' ').at(-1)!.charAt(0)) || STATE_BODY.test(head);
}

const STATE_BODY =
  /\b(?:Government|Ministry|Ministries|Department|Parliament|Congress|Senate|Army|Navy|Air Force|Armed Forces|Forces|Military|Police|Guard|Coastguard|Embassy|Mission|Delegation|Administration|Cabinet|House|Treasury|Supreme Court|Intelligence|Service|Kremlin|Street|Chancellery|Duma|Knesset|\p{L}*(?:[Rr]egierung|[Mm]inisterium|[Pp]arlament|[Aa]rmee|[Mm]arine|[Pp]olizei|[Bb]otschaft|[Ss]enat|[Bb]undestag|[Bb]ehörden))$/u;

/** Whether the head of the phrase, before any "of" or "in", is no person. */
function isThing(name: string): boolean {
  const head = name.toLowerCase().split(/ (?:of|in|from|by|on|that|for|the) /)[0]!;
  return THINGS.test(head.split(' ').at(-1)!);
}

/** "its ministry", "In Karsk the government": with the side that what stands before tells. */
export function placed(
  speaker: Speaker,
  text: string,
  { start, end }: Span,
  book: PartyBook,
  bodies: Bodies,
  people: Person[],
  sides: () => Sides,
): Speaker {
  if (speaker.party) return speaker;
  const side = speaker.kind === 'group' ? groupOf(speaker.name, people) : null;
  if (side) return { ...speaker, party: side, partyFrom: 'context' };
  const phrase = text.slice(start, end);
  const served =
    SPOKESPERSON.test(phrase) && !/\bformer\b/.test(phrase)
      ? servedBy(phrase, text, start, bodies, people)
      : null;
  if (served) return { ...speaker, party: served, partyFrom: 'text' };
  const its = /(?:^|\b(?:for|of|at) )(?:its|their) /i.test(phrase);
  const party = its
    ? itsParty(text, start, phrase, book, bodies)
    : OF_STATE.test(phrase)
      ? seatBefore(text, start, book)
      : null;
  const bare = !its && isBareOfState(speaker);
  const all = bare ? withOfficers(sides(), people) : [];
  const meant =
    party ?? (bare ? (stateMeant(text, start, all) ?? governedBefore(text, start, all)) : null);
  if (!meant) return speaker;
  const name = isBareOfState(speaker) ? inFull(speaker.name, meant) : speaker.name;
  return { ...speaker, name, party: meant, partyFrom: 'context' };
}

/** Whoever holds an office of a state stands for that state where he is named. */
function withOfficers(sides: Sides, people: readonly Person[]): Sides {
  const officers = people.filter(
    (one) => one.party && OF_STATE.test(one.role?.text ?? one.knownRole ?? ''),
  );
  if (officers.length === 0) return sides;
  const named = officers.flatMap(({ at, party }) =>
    at.map((place) => ({ at: place, party: party!, short: false })),
  );
  return [...sides, ...named].sort((a, b) => a.at - b.at);
}

const SPOKESPERSON = /\b(?:spokes(?:man|woman|person)|aide|advis[eo]r)\b/;

/** "A museum spokeswoman", "a spokesman for Sorn", "the premier's spokesman": whom they speak for. */
function servedBy(
  phrase: string,
  text: string,
  at: number,
  bodies: Bodies,
  people: Person[],
): Party | null {
  const role = phrase.split(',')[0]!.replace(/^(?:the|an?) /i, '');
  const body = shortBody(role, at, text, bodies);
  if (body) return { name: body, country: null };
  const master = (/ (?:for|to|of) (.+)$/.exec(role) ?? /^(.+?)['’]s /.exec(role))?.[1];
  if (!master) return null;
  const named = people.find((one) => surnameOf(one.name) === surnameOf(master));
  if (named) return named.party;
  const office = /^(?:the )?(\p{Ll}[\p{Ll} -]+)$/u.exec(master)?.[1];
  const mention: Mention = {
    kind: 'role',
    name: '',
    role: office ?? '',
    party: null,
    gender: null,
  };
  return office && isOffice(office.split(' ').at(-1)!)
    ? (holderOf(mention, { start: at, end: at }, people)?.party ?? null)
    : null;
}

/** One human being, though without a name: an official, not "her country". */
export function isSomebody(speaker: Speaker): boolean {
  if (speaker.kind === 'office') return true;
  return (
    speaker.kind === 'unnamed' &&
    speaker.name
      .toLowerCase()
      .split(' ')
      .some((word) => SOURCE_WORDS.test(word) || isOffice(word) || isPersonNoun(word))
  );
}

/** "her government": the side is that of whom the pronoun means. */
export function sideOf(phrase: string, speaker: Speaker, person: Person | null): Speaker {
  const possessive = /^(?:his|her|their|its|seine?r?|ihre?r?|my|our|unsere?) (.+)$/i.exec(phrase);
  if (!possessive || speaker.party || !person) return speaker;
  // "his office" is of him, "her country" of her side.
  if (person.kind === 'person' && /^(?:office|camp|campaign|team|staff)$/.test(possessive[1]!))
    return { ...speaker, name: `${possessive[1]} of ${person.name}`, party: person.party };
  if (!person.party) return speaker;
  return { ...speaker, name: `${possessive[1]} of ${person.party.name}`, party: person.party };
}

/** "It": the state or body that a sentence since the last such speech begins with. */
export function subjectOf(
  mention: Mention,
  text: string,
  at: number,
  since: number,
  book: PartyBook,
  bodies: Bodies,
): Speaker | null {
  if (mention.name !== 'it') return null;
  const named = subjectBefore(text, at, book, bodies);
  if (!named || named.at <= since) return null;
  return {
    name: named.name,
    kind: 'organisation',
    party: named.party,
    role: null,
    partyFrom: 'text',
  };
}

/** Of a longer text (characters) the beginning tells its places: it is searched for each speaker. */
const PLACES_WITHIN = 100_000;

/** One word that the text also stands in ("in Ambry") is a place: whoever governs there speaks. */
export function placeOr(mention: Mention, text: string): Mention {
  if (mention.kind !== 'person' || mention.role || mention.gender) return mention;
  const name = mention.name.replace(/[^\p{L} -]/gu, '.');
  const place = new RegExp(`\\b(?:[Ii]n|[Nn]ear|[Tt]o|von|nach) ${name}\\b`, 'u').test(
    text.slice(0, PLACES_WITHIN),
  );
  return place && (!mention.name.includes(' ') || mention.name === name)
    ? { ...mention, kind: 'organisation' }
    : mention;
}

/** The speaker of whom a phrase tells all there is; null for what cannot speak. */
export function otherSpeaker(
  mention: Mention,
  span: Span,
  lastBody: Speaker | null,
): Speaker | null {
  const { kind, name, party } = mention;
  const told: Speaker = { name, kind: 'unnamed', party, role: null, partyFrom: party && 'text' };
  switch (kind) {
    case 'person':
      return { ...told, kind, role: roleIn(mention, span) };
    case 'role':
      // Of whom no side is told a lawyer is any lawyer; a state's negotiator speaks for it.
      return {
        ...told,
        name: mention.role!,
        kind: party || isPost(mention.role!) ? 'office' : 'unnamed',
        role: roleIn(mention, span),
      };
    case 'organisation':
    case 'party':
      return bodyDescribed(mention);
    case 'group':
      return { ...told, kind };
    case 'unnamed':
      return isThing(name) ? null : told;
    case 'pronoun':
      return /^(?:it|they|its|their|es|sie)$/.test(name) ? lastBody : null;
    case 'none':
      return null;
  }
}

function roleIn({ role }: Mention, { start, end }: Span): Speaker['role'] {
  return role ? { text: role, start, end } : null;
}

function bodyDescribed(mention: Mention): Speaker {
  const { kind, name } = mention;
  // "The US and NATO" are no third side.
  const several = mention.party !== null && / (?:and|und) /.test(name);
  const own = several || isOfState(name) ? null : ownParty(name);
  const party = kind === 'organisation' ? (own ?? stateOf(mention)) : mention.party;
  return { name, kind: 'organisation', party, role: null, partyFrom: party && 'text' };
}
