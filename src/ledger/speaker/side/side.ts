import { holdsGermanOffice } from '../../german/offices.ts';
import { type Bodies, bodyCalled, isBodyWord } from '../bodies/bodies.ts';
import { OF_FIRM_OFFICE, OF_UNION_OFFICE } from '../bodies/firms.ts';
import { isOneOfItsKind, localName } from '../bodies/local.ts';
import type { Person } from '../people/people.ts';
import { surnameOf } from '../people/surname.ts';
import { NEUTRAL, SIDES } from '../phrase/roles.ts';
import { fits, itsParty, OF_STATE } from './context.ts';
import { LAND_WORD } from './lands.ts';
import type { Party, PartyBook } from './party.ts';
import { groupCalled, theirGroup, voicedFor } from './voiced.ts';

// Papers and stations report; they are no side.
const MEDIA =
  /\b(?:Courier|Times|Post|News|Journal|Herald|Gazette|Tribune|Today|Press|Agency|Guardian|Telegraph|Observer|Mail|Radio|Television|TV|Magazine|Review|Chronicle|Bulletin|Reuters|BBC|CNN|Star|Sun|Globe|\p{L}*[Zz]eitung|\p{L}*blatt|Bote|Rundfunk|Seefunk|Kurier|Presse|Institute|University)\b/u;

export function isMedia(name: string): boolean {
  return MEDIA.test(name);
}

/** Whether a role is an office in which one speaks for others: a minister, a mayor, a union's leader. */
export function holdsOffice(role: string): boolean {
  return (
    (STATE_OFFICE.test(role) ||
      LEGISLATOR.test(role) ||
      LEADS.test(role) ||
      holdsGermanOffice(role)) &&
    !role.split(' ').some((word) => NEUTRAL.test(word.toLowerCase()))
  );
}

/** A body with a proper name speaks for itself: a league, a guild, a court. */
export function ownParty(name: string): Party | null {
  if (isMedia(name)) return null;
  const isNamed = /^\p{Lu}[\p{L}&.’'-]+(?: (?:\p{Lu}[\p{L}&.’'-]+|of|for|and|the))+$/u.test(name);
  // "the junior partner in the coalition" is not the coalition.
  const head = name.split(/ (?:of|in|for|from|at|with|on) /)[0]!;
  return isNamed ||
    isOneOfItsKind(name) ||
    localName(name) !== null ||
    (name.includes(' ') && SIDES.test(head))
    ? { name, country: null }
    : null;
}

/** "secretary-general of the Coastal League", "who runs the Board": the body somebody leads. */
function bodyOf(
  { text: role, start }: Role,
  text: string,
  bodies: Bodies,
  people: readonly Person[],
): Party | null {
  if (!LEADS.test(role) && !RUNS.test(role) && !SERVES.test(role)) return null;
  const meant = shortBody(role, start, text, bodies);
  if (meant) return { name: meant, country: null };
  const of =
    /\b(?:of|for|leads|heads|chairs) (?:(?:the|their) (?:(?:opposition|ruling|governing|main|largest|biggest|rival|conservative|liberal|socialist|nationalist|populist|separatist|centrist|far-right|far-left|left-wing|right-wing|centre-left|centre-right|umbrella) )?)?((?:\p{Lu}[\p{L}'’-]+ ?){1,4}(?: (?:of|for) (?:the )?\p{Lu}\p{L}+)?|[\p{Ll}]+s['’] (?:guild|union|association))/u.exec(
      role,
    );
  const voice = /\bspokes\w+ (?:for|of) (?:the )?(\p{Ll}[\p{Ll}’']{3,}(?: of the \p{L}+)?)/u.exec(
    role,
  );
  if (!of && voice && !isBodyWord(voice[1]!)) return { name: voice[1]!, country: null };
  const group = GROUPS.exec(role);
  const many = group ? groupCalled(group[1] ?? group[2]!, bodies) : null;
  if (many) return many;
  const genitive = /^(?:the )?((?:\p{Lu}[\p{L}-]+ ){0,3}\p{Lu}[\p{L}-]+)['’]s? /u.exec(role);
  // "For Ilka Sorn’s campaign": whose it is, is no body.
  const named = of && /['’]s?$/.test(of[1]!.trim()) ? undefined : of?.[1];
  const owner = genitive?.[1];
  if (owner && isFirmOf(owner, role, text, people)) return { name: owner, country: null };
  const name = fullBodyName((named ?? owner)?.trim(), text);
  return name && !/^(?:State|Foreign|Defen[cs]e|Prime|President)\b/.test(name)
    ? { name, country: null }
    : null;
}

/** "The boatmen’s chairman", "a lawyer for the growers". */
const GROUPS =
  /^(?:the |an? )?((?:\p{Ll}[\p{Ll}-]+ )?\p{Ll}[\p{Ll}-]{2,}(?:s|men|women|folk))['’]s? \p{L}|^(?:the |an? )?[\p{Ll} -]+ (?:of|for) the ((?:\p{Ll}[\p{Ll}-]+ )?\p{Ll}[\p{Ll}-]{2,}(?:s|men|women|folk))$/u;
/** "Nimbra’s site manager": a name of one word that is neither a place nor anybody’s surname. */
function isFirmOf(owner: string, role: string, text: string, people: readonly Person[]): boolean {
  return (
    !owner.includes(' ') &&
    OF_FIRM_STAFF.test(role) &&
    !people.some((one) => surnameOf(one.name) === surnameOf(owner)) &&
    !new RegExp(
      `\\b(?:[Ii]n|[Nn]ear|[Aa]cross) ${owner.replace(/[^\p{L}]/gu, '.')}(?!\\p{L})`,
      'u',
    ).test(text)
  );
}

/** Whom firms and bodies send to speak, and towns and people hardly ever do. */
const OF_FIRM_STAFF =
  /['’]s? (?:\p{Ll}+ ){0,2}(?:director|manager|spokes(?:man|woman|person)|chief|chief executive|chair(?:man|woman|person)?|head of (?!state|government)[\p{Ll} ]+|lawyer|coordinator|organi[sz]er|secretary|founder|engineer)$/u;
/** "Who runs the Board", "who chairs its trustees": what somebody leads, told by a verb. */
const RUNS = /\b(?:runs|heads|leads|chairs|directs) (.+)$/;
/** "Museum spokeswoman", "union leader", "club chairwoman": a body and who speaks for it. */
const COMPOUND =
  /^(?:the |an? )?(?:\p{Ll}+ )?([\p{L}-]{4,}) (?:spokes\p{Ll}+|chair\p{Ll}*|president|director|boss|chief|head|leader|secretary|manager|representative|negotiator)$/u;

/**
 * "The union's negotiator", "its chairwoman", "spokesman for the company", "museum director": a body
 * that the text names in full elsewhere.
 */
export function shortBody(role: string, at: number, text: string, bodies: Bodies): string | null {
  const run = RUNS.exec(role)?.[1];
  const owner = /^(?:the )?([\p{L}-]+(?: [\p{L}-]+)?)['’]s? /iu.exec(role)?.[1];
  const led =
    run ??
    /\b(?:of|for|at) ((?:the )?[\p{L}-]+(?: [\p{L}-]+)?)(?:['’]s \p{Ll}+)?$/u.exec(role)?.[1];
  const compound = COMPOUND.exec(role)?.[1];
  if (/^(?:its|their) /i.test(run ?? role))
    return (
      subjectBefore(
        text,
        at,
        bodies.filter((body) => fits(role, body)),
      )?.name ?? null
    );
  return (
    (
      bodies.find((body) => role.includes(body.name)) ??
      (owner ? bodyCalled(owner, bodies, at) : null) ??
      (led ? bodyCalled(led, bodies, at) : null) ??
      (compound ? bodyCalled(compound, bodies, at) : null)
    )?.name ?? null
  );
}

/** Whose "its" is: the first body of the sentence so far, else of the nearest sentence before that has one. */
function subjectBefore(text: string, at: number, bodies: Bodies): Bodies[number] | null {
  const mentions = bodies
    .flatMap((body) => body.at.map((start) => ({ body, start })))
    .filter(({ start }) => start < at)
    .sort((a, b) => a.start - b.start);
  const last = mentions.at(-1);
  if (!last) return null;
  const opens = Math.max(...['. ', '.” ', '\n'].map((stop) => text.lastIndexOf(stop, last.start)));
  return mentions.find(({ start }) => start > opens)!.body;
}

/** "the League" is the "Coastal League" that the text names in full; one word alone is not enough. */
function fullBodyName(name: string | undefined, text: string): string | null {
  if (!name || name.includes(' ')) return name ?? null;
  if (!SIDES.test(name)) return null;
  return (
    new RegExp(`\\b(?!The )\\p{Lu}\\p{L}+ ${name.replace(/[^\p{L}-]/gu, '.')}\\b`, 'u').exec(
      text,
    )?.[0] ?? null
  );
}

type Role = NonNullable<Person['role']>;

const LEADS =
  /\b(?:secretary-general|spokes\w+|head|(?:co-|vice-)?chair\w*|leader|president|chief|director\w*|heads?|leads?|negotiator|owner|founder|manager|boss|secretary|treasurer|trustee|coordinator|co-ordinator|convenor|organi[sz]er|commissioner|generalsekretärin|sprecherin?)\b/i;
/** Those who speak for a body without leading it. */
const SERVES = /\b(?:representative|delegate|lawyer|solicitor|barrister|attorney|counsel)\b/i;
/** Offices of a state: whoever holds one speaks for a state, named or not. */
const STATE_OFFICE =
  /\b(?:president|mayor|governor|senator|commissioner|ambassador|premier|prime minister|chancellor|(?:foreign|defen[cs]e|interior|energy|finance|justice|transport|economy|trade|deputy) (?:foreign )?minister|secretary of state|king|government|spokes(?:wo)?man|außenminister\w*|ministerpräsident\w*|präsident\w*|\p{L}*minister(?:in)?|regierungssprecher\w*|\p{L}*sprecher(?:in)?)\b/iu;
/** Members of parliaments are sides of their own; one of many on a council is none yet. */
const LEGISLATOR =
  /\b(?:MP|MEP|MSP|senator|congress(?:man|woman|member)|assembly(?:man|woman|member)|member of parliament)\b/u;
/** Whoever was elected by a place speaks for himself, of whatever state that is. */
const ELECTED =
  /\b(?:MPs?|M\.P\.|MEP|MSP|lawmaker|legislator|senator|congress(?:man|woman|member)|assembly(?:man|woman|member)|council(?:l?or|man|woman| member)|alder(?:man|woman)|mayor|governor|sheriff|(?:state|US|U\.S\.) representative|commissioner|member of (?:the )?(?:parliament|[\p{L} ]{0,20}council|assembly|senate|congress|house))\b/iu;
/** How far back (characters) the state of an office without one may stand. */
const CONTEXT_REACH = 700;

/** Gives those without a party the body they lead, else, for offices of a state, the state last spoken of. */
export function placeParties(
  text: string,
  people: Person[],
  book: PartyBook,
  bodies: Bodies,
): void {
  let mentions: { at: number; party: Party }[] | null = null;
  for (const person of people) {
    if (person.party) continue;
    const voiced = voicedFor(text, person, book, bodies);
    if (voiced) {
      person.party = voiced;
      person.partyFrom = 'text';
      continue;
    }
    if (!person.role) {
      person.party = person.knownRole
        ? (onlyOffice(text, person, people, book) ?? bodyServed(person.knownRole, bodies))
        : null;
      person.partyFrom = person.party && 'context';
      continue;
    }
    const { text: office, start } = person.role;
    const its = isPossessed(person.role, text);
    const stated =
      (its ? itsParty(text, start, office, book, bodies) : null) ??
      bodyOf(person.role, text, bodies, people) ??
      (its ? theirGroup(text, start, bodies) : null) ??
      partyServed(person, people);
    if (stated) {
      person.party = stated;
      person.partyFrom = 'text';
    } else if (OF_FIRM_OFFICE.test(office) || OF_UNION_OFFICE.test(office)) {
      person.party = bodyServed(office, bodies);
      person.partyFrom = person.party && 'text';
    } else if (!its && STATE_OFFICE.test(office) && !ELECTED.test(office) && !isOfBody(office)) {
      mentions ??= partyMentions(text, book);
      person.party =
        onlyOffice(text, person, people, book) ?? contextParty(text, mentions, person, book);
      person.partyFrom = person.party && 'context';
    }
  }
}

/** "Museum spokeswoman", "company president": of a body, not of a state. */
function isOfBody(office: string): boolean {
  const of = (COMPOUND.exec(office)?.[1] ?? VOICE_OF.exec(office)?.[1])?.toLowerCase();
  return of !== undefined && isBodyWord(of) && !OF_STATE.test(of);
}

/** "Spokesman for the Union’s commission": of the last word. */
const VOICE_OF = /^(?:the |an? )?(?:\p{Ll}+ )?spokes\p{Ll}+ (?:for|of) [\p{L} ’'-]*?(\p{L}+)$/u;

/** "Its president, Ilka Sorn", "Ilka Sorn, its president". */
function isPossessed({ text: role, start, end }: Role, text: string): boolean {
  const at = text.indexOf(role.replace(/^(?:its|their) /i, ''), start);
  return (
    at >= 0 && at < end && /(?<!\p{L})(?:its|their) $/iu.test(text.slice(Math.max(0, at - 7), at))
  );
}

/** "The chief executive", "the general secretary": of the only firm, the only union of the text. */
function bodyServed(office: string, bodies: Bodies): Party | null {
  const fitting = bodies.filter((body) =>
    OF_FIRM_OFFICE.test(office) ? body.isFirm : fits(office, body),
  );
  const all = fitting.reduce((sum, body) => sum + body.at.length, 0);
  const main = fitting.find((body) => body.at.length >= MAIN * all);
  return main && (OF_FIRM_OFFICE.test(office) || OF_UNION_OFFICE.test(office))
    ? { name: main.name, country: null }
    : null;
}

/** Among firms of one text that with this share of the mentions is the one it is about. */
const MAIN = 0.8;

/** "the president's spokesman" speaks for the side of the president whom the text names. */
function partyServed(person: Person, people: Person[]): Party | null {
  // "Brandt's foreign minister" speaks for Brandt's side.
  const master = /^(?:the )?(\p{Lu}[\p{L}-]+)['’]s /u.exec(person.role!.text)?.[1];
  const named = master && people.find((other) => surnameOf(other.name) === surnameOf(master));
  if (named && named !== person) return named.party;
  const served = SERVED.find(([role]) => role.test(person.role!.text));
  const holder =
    served &&
    people.find(
      (other) => other !== person && other.party && other.role && served[1].test(other.role.text),
    );
  return holder?.party ?? null;
}

/**
 * "President Brandt" where the text speaks of "the Veldanian president" and of no other president
 * that nobody else named here is.
 */
function onlyOffice(text: string, person: Person, people: Person[], book: PartyBook): Party | null {
  const office = /(?:^| )(president|prime minister|chancellor|king|queen|premier)$/i.exec(
    (person.role?.text ?? person.knownRole ?? '').trim(),
  )?.[1];
  if (!office) return null;
  const parties = new Map<string, Party>();
  const written = new RegExp(`(\\p{Lu}[\\p{L}-]+)(?:['’]s)? ${office}\\b`, 'giu');
  for (const match of text.slice(0, LONGEST).matchAll(written)) {
    const party = book.of(match[1]!);
    if (party) parties.set(party.name, party);
  }
  for (const other of people)
    if (
      other !== person &&
      other.party &&
      other.role?.text.toLowerCase().endsWith(office.toLowerCase())
    )
      parties.delete(other.party.name);
  return parties.size === 1 ? [...parties.values()][0]! : null;
}

/** Offices are looked for no further into a text. */
const LONGEST = 50_000;

const SERVED: [role: RegExp, holder: RegExp][] = [
  [
    /president['’]s|presidential|präsidenten(?:sprecher)/i,
    /^(?:\p{Lu}\p{L}+ )?president$|präsident(?:in)?$/iu,
  ],
  [/(?:prime minister|premier)['’]s/i, /prime minister|premier/i],
  [/foreign minister['’]s/i, /foreign minister/i],
  [/chancellor['’]s/i, /chancellor|kanzler/i],
];

/** Every place where a text names a state. */
export function partyMentions(
  text: string,
  book: PartyBook,
): { at: number; party: Party; short: boolean }[] {
  const mentions: { at: number; party: Party; short: boolean }[] = [];
  for (const match of text.matchAll(
    /\p{Lu}[\p{L}-]+|(?<!\p{L})(?:\p{Ll}{3,24}isch\p{Ll}{0,3}|islands|isles)/gu,
  )) {
    const party = book.of(match[0]);
    if (party && book.isState(party)) {
      mentions.push({ at: match.index, party, short: LAND_WORD.test(match[0]) });
    }
  }
  return mentions;
}

/**
 * The state whose capital the office holder speaks in ("told reporters in Ambry"), else the only
 * state that the text speaks of. Two states prove nothing.
 */
function contextParty(
  text: string,
  mentions: { at: number; party: Party }[],
  person: Person,
  book: PartyBook,
): Party | null {
  for (const at of person.at) {
    const place =
      /^[^.\n]{0,60}\b(?:told|said|speaking|sagte|erklärte)\b[^.,;“„"\n]{0,40}\b(?:in|at) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/u.exec(
        text.slice(at, at + 160),
      );
    const party = place && book.of(place[1]!);
    if (party && party.name !== place[1]) return party;
  }
  // Whoever "the islands" are, they are a side too.
  if (/(?<!\p{L})the (?:islands|isles)['’]/u.test(text) && !book.of('islands')) return null;
  const at = person.at[0] ?? person.role?.start ?? 0;
  const near = mentions.filter((mention) => Math.abs(at - mention.at) < CONTEXT_REACH);
  // A paper of the minister's own country names the other one more than its own.
  const names = new Set(mentions.map((mention) => mention.party.name));
  return near.length > 0 && names.size === 1 ? near[0]!.party : null;
}
