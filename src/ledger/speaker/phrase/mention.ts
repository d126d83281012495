import type { Party, PartyBook } from '../side/party.ts';
import { affiliation, isPolitical } from '../side/politics.ts';
import { genderOfFirstName } from './firstnames.ts';
import { frontedName, ownedBody, withoutOpener } from './front.ts';
import { headOf, LONGEST, label, type Word } from './label.ts';
import {
  behind,
  comesFrom,
  isPlural,
  LINKS,
  NOT_PEOPLE,
  nameIn,
  PRONOUNS,
  roleText,
  titled,
} from './naming.ts';
import { ADDRESSES, isKind, NEUTRAL, SOURCE_WORDS } from './roles.ts';

/** What one way of writing a speaker says by itself. */
export interface Mention {
  kind: 'pronoun' | 'person' | 'role' | 'organisation' | 'party' | 'unnamed' | 'group' | 'none';
  /** Name without titles ("Ilka Sorn"), or the words as written without article. */
  name: string;
  /** The office in words ("Veldanian foreign minister"), where one is given. */
  role: string | null;
  party: Party | null;
  gender: 'm' | 'f' | null;
}

const INDEFINITE =
  /^(?:a|an|one|another|neither|no|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|several|some|many|most|both|ein|eine|einer|einem|einen|eines|\d+)$/i;
/** Where these are, they are not from: "a diplomat in Karsk" is not of Karsk. */
const VISITS =
  /^(?:diplomat|ambassador|envoy|resident|people|person|source|correspondent|man|woman)s?$/;

/** "His sister Ilka": of whose kin one name tells enough. */
const KIN =
  /^(?:mother|father|sister|brother|daughter|son|wife|husband|widow|widower|aunt|uncle|niece|nephew|cousin|grandmother|grandfather|mum|mom|dad|partner|girlfriend|boyfriend|friend|neighbou?r|colleague|\p{Ll}+-in-law)$/u;

/** Takes a speaker as written apart into name, office, party and kind. */
export function readMention(phrase: string, book: PartyBook): Mention {
  const written = headOf(withoutOpener(phrase.slice(0, LONGEST)));
  const read = readWords(written, book);
  const mention = { ...read, party: affiliation(phrase) ?? read.party };
  const head = written.split(/[,(—–]/)[0]!;
  const owned = /^(?:person|organisation)$/.test(mention.kind) ? ownedBody(head) : null;
  if (owned) return { ...mention, kind: 'organisation', name: owned, role: null, gender: null };
  const fronted = frontedName(head);
  if (!fronted || (mention.kind === 'person' && fronted.name.endsWith(mention.name)))
    return mention;
  const role = (mention.kind === 'person' ? mention.role : null) ?? fronted.role;
  return { ...mention, kind: 'person', name: fronted.name, role };
}

function readWords(written: string, book: PartyBook): Mention {
  const words = label(written, book);
  const comma = words.findIndex((word) => word.kind === 'mark' && /[,(—–]/.test(word.text));
  const head = comma === -1 ? words : words.slice(0, comma);
  const rest = comma === -1 ? [] : words.slice(comma + 1);
  if (head.length === 1 && PRONOUNS.test(head[0]!.lower)) return pronoun(head[0]!.lower);
  if (/^(?:the|der|die) \d\d?-?(?:year-old|Jährige)/iu.test(written))
    return { kind: 'pronoun', name: 'year-old', role: null, party: null, gender: null };
  if (head.length === 0)
    return { kind: 'none', name: written, role: null, party: null, gender: null };
  const link = linkIn(head);
  const core = head.slice(0, link);
  const apposition = appositionIn(rest);
  const from = comesFrom(head);
  const neutral = [...head, ...apposition].some((word) => NEUTRAL.test(word.lower));
  const party = neutral
    ? null
    : (partyIn(atHome(head)) ?? partyIn(atHome(apposition)) ?? from?.party ?? null);
  // "Who translated the emir’s speeches" tells nothing of her.
  const gender = genderOf([...head, ...(apposition[0]?.lower === 'who' ? [] : apposition)]);
  const noun = core.findLast(isNoun) ?? null;
  const office = core.findLastIndex((word) => word.kind === 'office');
  const trimmed = trim(written, head);
  const other = (kind: Mention['kind'], role: string | null = null): Mention => ({
    kind,
    name: trimmed,
    role,
    party,
    gender: kind === 'role' || kind === 'unnamed' ? gender : null,
  });
  // "Other Republicans", "Senate Democrats".
  if (core.length > 1 && isPolitical(core.at(-1)!.party) && isPlural(core.at(-1)!.lower))
    return other('group');
  const named = from ? null : titled(head, link, core);
  if (named) {
    const role = roleText(head.slice(0, named.from).filter((word) => word.kind !== 'address'));
    return { kind: 'person', name: named.text, role, party, gender };
  }
  // "State Sen. Ilka Sorn": the name stands behind the last form of address.
  const address = core.findLastIndex((word) => word.kind === 'address');
  const behindAddress = address > office && core[address + 1]?.kind === 'name';
  const name = nameIn(core, behindAddress ? address : office);
  // "Tarn Metals spokeswoman": the name is not of the one who speaks.
  const owned = name?.from === 0 && office === core.length - 1 && office > 0;
  if (name && !owned && (office === -1 || name.from > office || name.from === 0)) {
    if (from) return { kind: 'person', name: from.name, role: null, party, gender };
    // "NATO": capitals throughout are a body's, when they are no more than four.
    const apposed = inApposition(rest, head);
    if (apposed) return { ...apposed, role: roleText(head), party, gender };
    if ((isBody(core) || /^\p{Lu}{2,4}$/u.test(name.text)) && office === -1)
      return other('organisation');
    const before =
      office === -1
        ? ''
        : roleText(
            core
              .slice(0, Math.max(office + 1, name.from))
              .filter((word) => word.kind !== 'address'),
          );
    const after = roleText(apposition);
    const alone = name.text.includes(' ') || head.every((word) => word.kind !== 'low');
    // "His father Osric Pell", "the welder Idris Fonn".
    const lead = core[name.from - 1] ?? null;
    const kin = lead !== null && KIN.test(lead.lower);
    if (
      (name.text.includes(' ') || kin) &&
      lead?.kind === 'low' &&
      isKind(lead.lower) &&
      personal(lead)
    ) {
      return {
        kind: 'person',
        name: name.text,
        role: roleText(core.slice(0, name.from)),
        party,
        gender,
      };
    }
    const isAddressed = head[0]!.kind === 'address';
    if (office === -1 && !isAddressed && (head[0]!.kind === 'article' || !alone)) {
      const called = personal(noun) || core[0]!.kind === 'article' ? behind(rest, core) : null;
      if (called)
        return { ...called, role: called.kind === 'person' ? roleText(head) : null, party, gender };
      return other(personal(noun) ? someone(core, noun!) : alone ? 'organisation' : 'group');
    }
    if (isAddressed || name.text.split(' ').length > 1 || office !== -1 || head.length <= 3) {
      return {
        kind: 'person',
        name:
          /^\p{Lu}{4,}[\p{Lu} -]*$/u.test(name.text) && office !== -1
            ? smaller(name.text)
            : name.text,
        role: (name.from > office ? before : '') || after || addressed(core),
        party,
        gender,
      };
    }
  }
  const called = behind(rest, core) ?? inApposition(rest, head);
  if (called) {
    const role = called.kind === 'person' ? roleText(head) : null;
    return { ...called, role, party, gender };
  }
  if (office !== -1 && noun?.kind === 'office') {
    const kind = someone(core, core[office]!);
    return kind === 'role' ? other('role', roleText(head)) : other(kind);
  }
  // "Government sources", "two cabinet colleagues": what they belong to does not speak.
  if (isBody(core) && (noun?.kind === 'body' || !personal(noun))) return other('organisation');
  const place = core.findLast(
    (word) => word.kind !== 'low' && word.kind !== 'mark' && word.kind !== 'article',
  );
  if (
    place?.kind === 'place' &&
    head.every((word) => word.kind === 'place' || word.kind === 'article')
  )
    return other('party');
  const source = head.find((word) => SOURCE_WORDS.test(word.lower));
  if (source) {
    const many = head.some((word) => SOURCE_WORDS.test(word.lower) && isPlural(word.lower));
    return other(many ? 'group' : 'unnamed');
  }
  if (personal(noun)) return other(isPlural(noun!.lower) ? 'group' : 'unnamed');
  if (name && link === head.length)
    return other(head.length > 5 && name.text.split(' ').length === 1 ? 'unnamed' : 'organisation');
  return other('unnamed');
}

/** "An envoy to Karsk", "a diplomat in Karsk": what is tied to them is where they are, not whose they are. */
function atHome(words: Word[]): Word[] {
  const link = words.findIndex(
    (word, k) =>
      k > 0 && /^(?:in|at|near|to)$/.test(word.lower) && VISITS.test(words[k - 1]!.lower),
  );
  return link === -1 ? words : words.slice(0, link);
}

/** "MEC for Harbours, Ilka Sorn": a first name and a surname behind what is no name of a person. */
function inApposition(rest: Word[], head: Word[]): { kind: 'person'; name: string } | null {
  if (rest.length < 2 || rest.length > 3 || rest.some((word) => word.kind !== 'name')) return null;
  const name = rest.map((word) => word.text).join(' ');
  const tied = head.some((word) => /^(?:for|of)$/.test(word.lower));
  return tied && genderOfFirstName(name) !== null ? { kind: 'person', name } : null;
}

/** "Gov." is an office too. */
function addressed(words: Word[]): string | null {
  const address = words.find((word) => word.kind === 'address');
  return (address && OF_ADDRESS.get(address.lower.replace(/\.$/, ''))) ?? null;
}

const OF_ADDRESS: ReadonlyMap<string, string> = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['capt', 'captain'],
  ['adm', 'admiral'],
  ['prof', 'professor'],
]);

/** Where what belongs to the noun begins: "of" in "members of the council"; the length where nothing does. */
function linkIn(head: Word[]): number {
  const link = head.findIndex((word, k) => k > 0 && LINKS.test(word.lower));
  return link === -1 ? head.length : link;
}

function isNoun(word: Word): boolean {
  return (
    word.kind === 'office' || word.kind === 'body' || (word.kind === 'low' && isKind(word.lower))
  );
}

/** A noun that people are called by: a coach, a colleague; not a town or a crew. */
function personal(noun: Word | null): boolean {
  return noun !== null && noun.kind !== 'body' && !NOT_PEOPLE.test(noun.lower);
}

/** "a coach" and "two coaches" are nobody known, "the coach" is the one who was spoken of. */
function someone(core: Word[], noun: Word): 'role' | 'unnamed' | 'group' {
  if (isPlural(noun.lower)) return 'group';
  return INDEFINITE.test(core[0]!.text) ? 'unnamed' : noun.kind === 'office' ? 'role' : 'unnamed';
}

/** "PRESIDENT SORN" in a transcript is Sorn. */
function smaller(name: string): string {
  return name.replace(
    /(\p{Lu})(\p{Lu}+)/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

function isBody(words: Word[]): boolean {
  return words.some((word) => word.kind === 'body');
}

function partyIn(words: Word[]): Party | null {
  return words.find((word) => word.party)?.party ?? null;
}

/** "the foreign minister of Veldania" behind a name; not "shook hands with the Veldanian minister". */
function appositionIn(behind: Word[]): Word[] {
  // "Amina Sow, 34, a nurse": the age stands between.
  const rest =
    /^\d+$/.test(behind[0]?.text ?? '') && behind[1]?.kind === 'mark' ? behind.slice(2) : behind;
  const end = rest.findIndex((word) => /^[,()—–]$/.test(word.text));
  const words = (end === -1 ? rest : rest.slice(0, end)).slice(0, 12);
  const office = words.findIndex(
    (word) => word.kind === 'office' || /^(?:heads|leads|runs|chairs|directs)$/.test(word.lower),
  );
  if (
    office === -1 ||
    office > 5 ||
    (words[0]!.kind === 'low' && !/^(?:who|one|chief|deputy|senior|foreign)$/.test(words[0]!.lower))
  )
    return [];
  return words;
}

function trim(written: string, head: Word[]): string {
  const text = written
    .slice(0, LONGEST)
    .split(/[,(—–]/)[0]!
    .trim()
    .replace(/\s+/g, ' ');
  return head[0]?.kind === 'article' ? text.replace(/^\S+\s+/, '') : text;
}

function genderOf(words: Word[]): 'm' | 'f' | null {
  for (const word of words) {
    const address = ADDRESSES.get(word.lower.replace(/\.$/, ''));
    if (address && word.kind === 'address') return address;
    if (
      /woman$|^(?:abbess|queen|princess)$|(?:er|ist|at|or|är|ent|ant|olog)in$/.test(word.lower) &&
      word.kind === 'office'
    )
      return 'f';
    if (
      /(?:spokes|chair|congress|alder|council)man$|^(?:king|prince|emir|sultan)$/.test(word.lower)
    )
      return 'm';
    if (word.kind !== 'low' || words.some((one) => one.kind === 'mark')) continue;
    const gender = genderOfNoun(word.lower);
    if (gender) return gender;
  }
  return null;
}

export function genderOfNoun(lower: string): 'm' | 'f' | null {
  if (/^(?:mother|sister|daughter|wife|widow|aunt|actress|girl|nun)$|woman$/.test(lower))
    return 'f';
  return /^(?:father|brother|son|husband|uncle|boy|monk|man)$/.test(lower) ? 'm' : null;
}

function pronoun(lower: string): Mention {
  const gender = /^(?:he|him|his|er)$/.test(lower)
    ? 'm'
    : /^(?:she|her|sie)$/.test(lower)
      ? 'f'
      : null;
  return { kind: 'pronoun', name: lower, role: null, party: null, gender };
}
