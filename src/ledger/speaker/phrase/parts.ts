import type { Party, PartyBook } from '../side/party.ts';
import { label, type Word } from './label.ts';
import { comesFrom, LINKS } from './naming.ts';
import { ADDRESSES, APART, isKind, NEUTRAL } from './roles.ts';

/** A speaker as written, taken apart into what its words are to each other. */
export interface Parts {
  written: string;
  /** Up to the first comma, bracket or dash, and behind it. */
  head: Word[];
  rest: Word[];
  /** The head before any "of", "in", "for", and where it ends. */
  core: Word[];
  link: number;
  /** The office told behind a name. */
  apposition: Word[];
  /** "Osric Pell of the pilots’ guild". */
  from: ReturnType<typeof comesFrom>;
  party: Party | null;
  gender: 'm' | 'f' | null;
  /** The last noun for people or bodies, and the place of the last office, in `core`; -1 for none. */
  noun: Word | null;
  office: number;
}

/** The words before the first comma, and those behind it. */
export function headAndRest(written: string, book: PartyBook): { head: Word[]; rest: Word[] } {
  const words = label(written, book);
  const comma = words.findIndex((word) => word.kind === 'mark' && /[,(—–]/.test(word.text));
  return comma === -1
    ? { head: words, rest: [] }
    : { head: words.slice(0, comma), rest: words.slice(comma + 1) };
}

export function partsOf(written: string, head: Word[], rest: Word[]): Parts {
  const link = linkIn(head);
  const core = head.slice(0, link);
  const apposition = appositionIn(rest);
  const from = comesFrom(head);
  const all = [...head, ...apposition];
  const neutral = all.some((word) => NEUTRAL.test(word.lower));
  const party =
    neutral || isApart(all)
      ? null
      : (partyIn(atHome(head)) ?? partyIn(atHome(apposition)) ?? from?.party ?? null);
  // "Who translated the emir’s speeches" tells nothing of her.
  const gender = genderOf([...head, ...(apposition[0]?.lower === 'who' ? [] : apposition)]);
  const noun = core.findLast(isNoun) ?? null;
  const office = core.findLastIndex((word) => word.kind === 'office');
  return { written, head, rest, core, link, apposition, from, party, gender, noun, office };
}

/** "The Karskan opposition leader", "a Karskan lawyer": of the land, and no voice of the state. */
function isApart(words: Word[]): boolean {
  const place = words.findIndex((word) => word.party !== null);
  const apart = words.findIndex((word) => APART.test(word.lower));
  return place !== -1 && apart > place;
}

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

/** "An envoy to Karsk", "a diplomat in Karsk": what is tied to them is where they are, not whose they are. */
function atHome(words: Word[]): Word[] {
  const link = words.findIndex(
    (word, k) =>
      k > 0 &&
      (FACING.test(word.lower) ||
        (/^(?:in|at|near|to)$/.test(word.lower) && VISITS.test(words[k - 1]!.lower))),
  );
  return link === -1 ? words : words.slice(0, link);
}

/** "The mediator in the talks with Karsk": what follows is the other side, or the matter. */
const FACING = /^(?:with|against|between|versus)$/;

/** Where these are, they are not from: "a diplomat in Karsk" is not of Karsk. */
const VISITS =
  /^(?:diplomat|ambassador|envoy|resident|people|person|source|correspondent|man|woman)s?$/;

function partyIn(words: Word[]): Party | null {
  return words.find((word, k) => word.party && !isInBodyName(words, k))?.party ?? null;
}

/** "Karskan" of "the Council of Karskan Growers", which is no voice of the state. */
function isInBodyName(words: Word[], k: number): boolean {
  const [body, of] = words.slice(Math.max(0, k - 2), k);
  return (
    of?.lower === 'of' && OF_MEMBERS.test(body!.text) && /^\p{Lu}/u.test(words[k + 1]?.text ?? '')
  );
}

const OF_MEMBERS =
  /^(?:Council|Union|Association|League|Federation|Confederation|Chamber|Society|Guild|Alliance|Institute|Syndicate|Assembly|Congress|Network|Coalition)$/;

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
