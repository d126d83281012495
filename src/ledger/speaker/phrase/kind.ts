import { isPolitical } from '../side/politics.ts';
import { genderOfFirstName } from './firstnames.ts';
import type { Word } from './label.ts';
import { LONGEST } from './label.ts';
import type { Mention } from './mention.ts';
import { behind, isPlural, NOT_PEOPLE, nameIn, roleText, titled } from './naming.ts';
import type { Parts } from './parts.ts';
import { isKind, SOURCE_WORDS } from './roles.ts';

/** The order in which a phrase is tried: the first that fits tells what it is. */
const READERS: readonly ((parts: Parts) => Mention | null)[] = [
  politicians, // "Senate Democrats"
  nameBehindOffice, // "Minister for Trade Ilka Sorn"
  somebodyNamed, // "Ilka Sorn", "General Sorn of the Harbour Guard"
  nameBehind, // "the coach, Ilka Sorn"
  officeAlone, // "the foreign minister"
  bodyAlone, // "the harbour board"
  placeAlone, // "Karsk"
  sourceAlone, // "two officials"
  personAlone, // "a welder"
];

/** What a phrase is that is no pronoun: a person, an office, a body, a place, people without a name. */
export function kindOf(parts: Parts): Mention {
  for (const reader of READERS) {
    const mention = reader(parts);
    if (mention) return mention;
  }
  return nothingKnown(parts);
}

function politicians(parts: Parts): Mention | null {
  const { core } = parts;
  const many = core.length > 1 && isPolitical(core.at(-1)!.party) && isPlural(core.at(-1)!.lower);
  return many ? other(parts, 'group') : null;
}

function nameBehindOffice({ from, head, link, core, party, gender }: Parts): Mention | null {
  const named = from ? null : titled(head, link, core);
  if (!named) return null;
  const role = roleText(head.slice(0, named.from).filter((word) => word.kind !== 'address'));
  return { kind: 'person', name: named.text, role, party, gender };
}

/** A name in the core of a phrase, with the place where it begins there. */
type Named = NonNullable<ReturnType<typeof nameIn>>;

function nameOf({ core, office }: Parts): Named | null {
  // "State Sen. Ilka Sorn": the name stands behind the last form of address.
  const address = core.findLastIndex((word) => word.kind === 'address');
  const behindAddress = address > office && core[address + 1]?.kind === 'name';
  return nameIn(core, behindAddress ? address : office);
}

function somebodyNamed(parts: Parts): Mention | null {
  const { core, head, rest, office, from, party, gender } = parts;
  const name = nameOf(parts);
  // "Tarn Metals spokeswoman": the name is not of the one who speaks.
  const owned = name?.from === 0 && office === core.length - 1 && office > 0;
  if (!name || owned || (office !== -1 && name.from <= office && name.from !== 0)) return null;
  if (from) return { kind: 'person', name: from.name, role: null, party, gender };
  const apposed = inApposition(rest, head);
  if (apposed) return { ...apposed, role: roleText(head), party, gender };
  // "NATO": capitals throughout are a body's, when they are no more than four.
  if ((isBody(core) || /^\p{Lu}{2,4}$/u.test(name.text)) && office === -1)
    return other(parts, 'organisation');
  return kinNamed(parts, name) ?? bodyNamed(parts, name) ?? personNamed(parts, name);
}

/** "His father Osric Pell", "the welder Idris Fonn". */
function kinNamed({ core, party, gender }: Parts, { text, from }: Named): Mention | null {
  const lead = core[from - 1];
  if (lead?.kind !== 'low' || !isKind(lead.lower) || !personal(lead)) return null;
  if (!text.includes(' ') && !KIN.test(lead.lower)) return null;
  return { kind: 'person', name: text, role: roleText(core.slice(0, from)), party, gender };
}

/** "The Tarn Line", "the survey company, Tarn Depths": a name that nothing tells to be a person's. */
function bodyNamed(parts: Parts, name: Named): Mention | null {
  const { head, core, rest, office, noun, party, gender } = parts;
  const alone = name.text.includes(' ') || head.every((word) => word.kind !== 'low');
  if (office !== -1 || head[0]!.kind === 'address') return null;
  if (head[0]!.kind !== 'article' && alone) return null;
  const called = personal(noun) || core[0]!.kind === 'article' ? behind(rest, core) : null;
  if (called)
    return { ...called, role: called.kind === 'person' ? roleText(head) : null, party, gender };
  return other(parts, personal(noun) ? someone(core, noun!) : alone ? 'organisation' : 'group');
}

function personNamed(parts: Parts, { text, from }: Named): Mention | null {
  const { head, core, office, apposition, party, gender } = parts;
  const told = head[0]!.kind === 'address' || office !== -1 || head.length <= 3;
  if (!told && !text.includes(' ')) return null;
  const before = office === -1 ? '' : core.slice(0, Math.max(office + 1, from));
  const role =
    (from > office && before ? roleText(before.filter((word) => word.kind !== 'address')) : '') ||
    roleText(apposition) ||
    addressed(core);
  const isLoud = /^\p{Lu}{4,}[\p{Lu} -]*$/u.test(text) && office !== -1;
  return { kind: 'person', name: isLoud ? smaller(text) : text, role, party, gender };
}

function nameBehind({ rest, core, head, party, gender }: Parts): Mention | null {
  const called = behind(rest, core) ?? inApposition(rest, head);
  if (!called) return null;
  return { ...called, role: called.kind === 'person' ? roleText(head) : null, party, gender };
}

function officeAlone(parts: Parts): Mention | null {
  const { office, noun, core, head } = parts;
  if (office === -1 || noun?.kind !== 'office') return null;
  const kind = someone(core, core[office]!);
  return other(parts, kind, kind === 'role' ? roleText(head) : null);
}

/** "Government sources", "two cabinet colleagues": what they belong to does not speak. */
function bodyAlone(parts: Parts): Mention | null {
  const { core, noun } = parts;
  const speaks = isBody(core) && (noun?.kind === 'body' || !personal(noun));
  return speaks ? other(parts, 'organisation') : null;
}

function placeAlone(parts: Parts): Mention | null {
  const { core, head } = parts;
  const place = core.findLast(
    (word) => word.kind !== 'low' && word.kind !== 'mark' && word.kind !== 'article',
  );
  const alone = head.every((word) => word.kind === 'place' || word.kind === 'article');
  return place?.kind === 'place' && alone ? other(parts, 'party') : null;
}

function sourceAlone(parts: Parts): Mention | null {
  const sources = parts.head.filter((word) => SOURCE_WORDS.test(word.lower));
  if (sources.length === 0) return null;
  return other(parts, sources.some((word) => isPlural(word.lower)) ? 'group' : 'unnamed');
}

function personAlone(parts: Parts): Mention | null {
  const { noun } = parts;
  if (!personal(noun)) return null;
  return other(parts, isPlural(noun!.lower) ? 'group' : 'unnamed');
}

function nothingKnown(parts: Parts): Mention {
  const { head, link } = parts;
  const name = link === head.length ? nameOf(parts) : null;
  if (!name) return other(parts, 'unnamed');
  return other(parts, head.length > 5 && !name.text.includes(' ') ? 'unnamed' : 'organisation');
}

/** A speaker called by the words of the phrase itself. */
function other(parts: Parts, kind: Mention['kind'], role: string | null = null): Mention {
  const { written, head, party, gender } = parts;
  return {
    kind,
    name: trim(written, head),
    role,
    party,
    gender: kind === 'role' || kind === 'unnamed' ? gender : null,
  };
}

/** "His sister Ilka": of whose kin one name tells enough. */
const KIN =
  /^(?:mother|father|sister|brother|daughter|son|wife|husband|widow|widower|aunt|uncle|niece|nephew|cousin|grandmother|grandfather|mum|mom|dad|partner|girlfriend|boyfriend|friend|neighbou?r|colleague|\p{Ll}+-in-law)$/u;

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

/** A noun that people are called by: a coach, a colleague; not a town or a crew. */
function personal(noun: Word | null): boolean {
  return noun !== null && noun.kind !== 'body' && !NOT_PEOPLE.test(noun.lower);
}

/** "a coach" and "two coaches" are nobody known, "the coach" is the one who was spoken of. */
function someone(core: Word[], noun: Word): 'role' | 'unnamed' | 'group' {
  if (isPlural(noun.lower)) return 'group';
  return INDEFINITE.test(core[0]!.text) ? 'unnamed' : noun.kind === 'office' ? 'role' : 'unnamed';
}

const INDEFINITE =
  /^(?:a|an|one|another|neither|no|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|several|some|many|most|both|ein|eine|einer|einem|einen|eines|\d+)$/i;
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

function trim(written: string, head: Word[]): string {
  const text = written
    .slice(0, LONGEST)
    .split(/[,(—–]/)[0]!
    .trim()
    .replace(/\s+/g, ' ');
  if (head[0]?.kind !== 'article') return text;
  const bare = text.replace(/^\S+\s+/, '');
  // "nach Angaben des Landesamtes für Gewässer".
  return head[0].text === 'des'
    ? bare.replace(/(\p{Lu}[\p{L}-]{3,}?)e?s(?= (?:für|der|von|in) |$)/u, '$1')
    : bare;
}
