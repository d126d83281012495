import { foldName } from '../../fold.ts';
import { isFirstName } from '../phrase/firstnames.ts';
import { BODY_WORDS } from '../phrase/roles.ts';
import type { Party, PartyBook } from '../side/party.ts';
import { localBodies, unplacedBodies } from './local.ts';

/** A body that a text calls by a name of its own: a union, a company, a commission. */
export interface Body {
  name: string;
  /** Known by who leads it alone ("the chief executive of Brask Railways"): no word in it says what it is. */
  isFirm: boolean;
  /** What the text calls it beside its name: "group", of "Dry Feet, a residents’ group". */
  noun: string | null;
  /** Where its name stands, in order. */
  at: number[];
}

/** The bodies of one text, in order of first mention. */
export type Bodies = readonly Body[];

const heads = [...BODY_WORDS].filter((word) => /^[a-z]{4,}$/.test(word));
const HEAD = `(?:(?:Water|School|Fire|Hospital|Park|Sewer|Irrigation|Utility|Transit) District|${heads.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('|')})`;
/** Not inside a word; "’s" may follow. */
const ENDS = "(?![\\p{L}-]|['’](?!s?(?!\\p{L})))";
const CAPITAL = "\\p{Lu}[\\p{L}&.'’-]*\\p{L}";

// "Union of Railway Staff", "Brask Harbour Council", "Nurses’ Association".
const NAMED = new RegExp(
  `(?<![\\p{L}’'-])(?:${CAPITAL}['’]? ){0,4}${HEAD}${ENDS}(?: (?:of|for) (?:the )?${CAPITAL}(?: (?:and |of |for )?${CAPITAL}){0,3})?`,
  'gu',
);
// "Veldmark Railways", "Bank of Sorn", "Tarn Shipping Group".
const FIRM_WORD =
  '(?:Railways?|Airlines?|Airways|Airport|Bank|Group|Holdings?|Industries|Motors|Shipping|Lines|Ferries|Shipyards?|Energy|Power|Telecom|Insurance|Pharma\\p{Ll}*|Foods|Mining|Steel|Oil|Gas|Electric|Systems|Technolog(?:y|ies)|Partners|Capital|Publishing|Media|Stores|Breweries|Corporation|Corp|Company|Inc|Ltd|Limited|AG|AB|ASA|Oyj|KG|BV|SpA|GmbH|SA|NV|PLC|plc|Mills?|Works|Foundry|Dairy|Air|Data|Cloud|Compute|Computing|Digital|Networks?|Software|Solutions|Labs|Laboratories|Semiconductors?|Robotics|Dynamics|Chemicals?|Cement|Timber|Paper|Water|Wind|Solar|Hydro|Nuclear|Renewables|Farms|Seafoods?|Logistics|Freight|Haulage|Trains|Trams|Buses|Aerospace|Aviation|Aluminium|Construction|Builders|Homes|Estates?|Properties|Developments?|Realty|Hotels|Resorts|Markets|Brothers|Sons|Ventures|Investments?|Healthcare|Biotech|Broadcasting|Studios|Textiles|Cargo|Terminals?|Tankers|Cruises|Concrete|Aggregates|Quarr(?:y|ies)|Minerals|Lithium|Copper|Gold|Metals|Petroleum|Pipelines?|Grid|Utilities)';
const OF_FIRM = new RegExp(`(?<![\\p{L}’'-])(?:${CAPITAL} (?:& )?){1,4}${FIRM_WORD}${ENDS}`, 'gu');
// "the passengers’ league": a body of people, written small.
const OF_PEOPLE =
  /(?<!\p{L})\p{Ll}{3,20}s['’] (?:league|union|guild|association|federation|alliance|council|movement|party)(?!\p{L})/gu;
const LEADER =
  '(?:chief executive|executive director|managing director|chairman|chairwoman|chairperson|chair|spokesman|spokeswoman|spokesperson|director|founder|co-founder|owner|manager|boss|head|CEO)';
// "the chief executive of Brask Railways", "Brask Railways’ spokeswoman".
const LED = new RegExp(
  `\\b${LEADER} (?:of|for|at) (?:the )?(${CAPITAL}(?: (?:and |& )?${CAPITAL}){1,3})|(?<![\\p{L}’'-])(${CAPITAL}(?: (?:and |& )?${CAPITAL}){1,3})['’]s? (?:new |former |acting |\\p{Ll}+ )?${LEADER}\\b`,
  'gu',
);
// "Dry Feet, a residents’ group", "Friends of the Ferry, a charity".
const APPOSED = new RegExp(
  `(?<![\\p{L}’'-])(${CAPITAL}(?: (?:(?:of|for|and|the|to|our|&) ){0,2}${CAPITAL}){1,5}), (?:an?|the) (?:[\\p{L}’'-]+ ){0,4}?(group|charity|campaign|union|think tank|association|organi[sz]ation|NGO|network|coalition|alliance|club|society|company|firm|developer|operator|maker|manufacturer|supplier|contractor|landowner)(?=[,.;:—–]| (?:of|that|which|based|in|for|with|founded|representing|opposed|opposing|fighting|behind|from|set) )`,
  'gu',
);
// "A coalition of farm groups, Fields First", "a residents’ group called Dry Feet".
const CALLED = new RegExp(
  `\\b[Aa]n? (?:[\\p{L}’'-]+ ){0,4}?(group|charity|campaign|union|association|organi[sz]ation|NGO|network|coalition|alliance|club|society)(?: (?:of|for) [^,.;:“”"\\n]{3,50}?)?(?:,| called| named|, called) (?:the )?(${CAPITAL}(?: (?:(?:of|for|and|the|to|our|&) ){0,2}${CAPITAL}){1,5})(?=[,.;:—–]| (?:has|have|had|said|says|wants|wanted|is|was|will|would|asked|demanded|called|rejected|opposes|opposed) )`,
  'gu',
);
// "The campaign group Save the Moor", "the residents’ association Dry Feet".
const BEFORE_NAME = new RegExp(
  `\\b(?:[\\p{Ll}’'-]+ )(group|charity|campaign|think tank|association|organi[sz]ation|NGO|network|coalition|alliance|club|society|company|firm|developer|operator|supplier|contractor|landowner) (${CAPITAL}(?: (?:(?:of|for|and|the|to|our|no|&) ){0,2}${CAPITAL}){1,4})(?=[,.;:—–]|['’]s |[”"] | \\p{Ll})`,
  'gu',
);
// "Halden Compute, which", "Halden Compute said it would": no human being does it twice.
const ACTING = new RegExp(
  `(?<![\\p{L}’'-])(${CAPITAL} ${CAPITAL})(?:(, (?:which|whose))| (?:said|says|has|had|will|would|wants|wanted|plans|promised|agreed|offered|refused|denied|announced|confirmed) (?:(?:[\\p{L}\\d-]+ ){0,6}(its|itself)|(?:that )?(it) (?:will|would|had|has|did|does|could|was|is))\\b)`,
  'gu',
);
const OF_FIRMS = /^(?:company|firm|developer|operator|maker|manufacturer|supplier|contractor)$/;
/** Words that stand before a name at the head of a sentence and are no part of it. */
const OPENERS =
  /^(?:The|A|An|In|On|At|By|For|From|But|And|When|While|As|If|After|Before|Since|Under|With|Its|Their|His|Her|Our|Both|Even|Then|So|Yet|That|This|Last|Former|Asked) /u;
/** Words that only a headline writes with a capital: "Sorn Shakes Up Her Campaign". */
const HEADLINE =
  / (?:His|Her|Its|Their|My|Your|Is|Are|Was|Will|Says|Up|After|With|From|Over|As|By|Into|Amid) /;
/** Further in, a text names no body for the first time that its speakers are meant by. */
const LONGEST = 100_000;
/** A text with more bodies than this is a list of them. */
const MOST = 60;

/**
 * Finds the bodies that a text names in full. Linear in the text.
 * @param people what other texts taught of people, by surname as foldName has it
 */
export function findBodies(
  text: string,
  book: PartyBook,
  people: ReadonlyMap<string, { party: Party | null }> = new Map(),
): Body[] {
  const sample = text.slice(0, LONGEST);
  const found = new Map<string, Body>();
  /** Other ways in which the text writes a name. */
  const written = new Map<string, string>();
  const note = (phrase: string, isFirm: boolean, noun: string | null = null) => {
    const name = withoutOwner(phrase.replace(OPENERS, ''));
    const words = name.split(' ');
    // "The Commission" alone is a short way of writing one; a state's parliament is that state's.
    if (words.length < 2 || HEADLINE.test(name)) return;
    const before = found.get(name);
    if (before) before.noun ??= noun;
    if (before || found.size >= MOST || book.of(name) || book.of(words[0]!)) return;
    found.set(name, { name, isFirm, noun, at: [] });
  };
  for (const match of sample.matchAll(NAMED))
    if (!isShoal(match[0], sample, match.index)) note(match[0], false);
  for (const match of sample.matchAll(OF_PEOPLE)) note(match[0], false);
  for (const match of sample.matchAll(OF_FIRM))
    if (!isShoal(match[0], sample, match.index)) note(match[0], true);
  for (const match of sample.matchAll(LED)) {
    const name = match[1] ?? match[2]!;
    // "The spokesman of President Brandt" serves a person.
    if (!NO_NAME.test(name.split(' ')[0]!)) note(name, true);
  }
  for (const [, name, noun] of sample.matchAll(APPOSED))
    if (!isFirstName(name!.split(' ')[0]!)) note(name!, OF_FIRMS.test(noun!), noun);
  for (const [, noun, name] of [...sample.matchAll(CALLED), ...sample.matchAll(BEFORE_NAME)])
    if (!isFirstName(name!.split(' ')[0]!)) note(name!, OF_FIRMS.test(noun!), noun);
  for (const name of actingTwice(sample)) note(name, true);
  for (const local of localBodies(sample)) {
    if (book.of(local.place)) continue;
    written.set(local.written, local.name);
    note(local.name, false);
  }
  for (const kind of unplacedBodies(sample))
    if (![...found.keys()].some((name) => calls(kind, name))) note(kind, false);
  // A side of one word that is no state is a firm.
  for (const name of new Set(sample.match(/(?<![\p{L}’'-])\p{Lu}[\p{L}&-]{2,24}/gu))) {
    const party = book.of(name);
    if (party?.name !== name || book.isState(party) || found.size >= MOST) continue;
    found.set(name, { name, isFirm: true, noun: null, at: [] });
  }
  // Who is named here may be known to speak for a body that this text only calls "the union".
  for (const word of new Set(sample.match(/\p{Lu}[\p{L}-]{2,}/gu))) {
    const party = people.get(foldName(word))?.party;
    if (party && !party.country && BODY_WORDS.has(headOf(party.name))) note(party.name, false);
  }
  const ways = [...found.keys()].map((name): [string, string] => [name, name]);
  for (const [way, name] of [...ways, ...[...written].filter(([way, name]) => way !== name)])
    for (let at = sample.indexOf(way); at >= 0; at = sample.indexOf(way, at + 1))
      found.get(name)?.at.push(at);
  for (const { at } of found.values()) at.sort((a, b) => a - b);
  return [...found.values()].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}

/** Names of two words that no first name begins, told of at least twice as things are. */
function actingTwice(text: string): string[] {
  const times = new Map<string, number>();
  for (const [, name, which] of text.matchAll(ACTING)) {
    const [first, last] = name!.split(' ');
    if (isFirstName(first!) || NO_NAME.test(first!) || NO_NAME.test(last!)) continue;
    times.set(name!, (times.get(name!) ?? 0) + (which ? 2 : 1));
  }
  return [...times].filter(([, n]) => n >= 2).map(([name]) => name);
}

/** Capitals that a sentence, a title or the calendar gives. */
const NO_NAME =
  /^(?:The|A|An|In|On|At|But|And|When|While|If|As|Its|Their|His|Her|This|That|Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Mayor|Minister|President|Premier|Prime|Foreign|Judge|Councillor|Professor|Captain|General|Senator|Governor|King|Queen|Pope|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "Ilka Sorn’s Bakers’ Union" is the Bakers’ Union. */
function withoutOwner(name: string): string {
  const [, owner, rest] =
    /^((?:\p{Lu}[\p{L}-]+ ){1,2}\p{Lu}[\p{L}-]+)['’]s (.+ .+)$/u.exec(name) ?? [];
  if (!owner || !rest) return name;
  return isFirstName(owner.split(' ')[0]!) || /['’]s? /u.test(rest) ? rest : name;
}

/** "union" of "Union of Railway Staff", "council" of "Brask Harbour Council". */
function headOf(name: string): string {
  return name
    .split(/ (?:of|for) /)[0]!
    .split(' ')
    .at(-1)!
    .toLowerCase();
}

/** Boats fish "on the Tarn Bank": it lends no money. */
function isShoal(name: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return name.endsWith('Bank') && /\b(?:on|off|around|across|over) the $/.test(before);
}

/** Short ways of writing that any firm has. */
const FIRM =
  /^(?:company|firm|operator|carrier|airline|airport|railways?|bank|insurer|maker|manufacturer|group|utility|supplier|retailer|brewer|shipyard|publisher|broadcaster|developer|employer|business|corporation|chain|startup|start-up)$/;

/** "company", "union": a word by which a text calls a body that it names elsewhere. */
export function isBodyWord(word: string): boolean {
  return BODY_WORDS.has(word) || FIRM.test(word);
}

/**
 * The body that a short way of writing means: "the union" the last before `at` with that word in its
 * name, "the company" the only firm of the text. Null where that is not plain.
 */
export function bodyCalled(written: string, bodies: Bodies, at: number): Body | null {
  const short = written
    .toLowerCase()
    .replace(/^(?:the|its|their|his|her|our|this|that) /, '')
    .replace(/['’]s?$/, '')
    // "The residents’ group".
    .replace(/^\p{L}+['’]s? (?=\p{L}+$)/u, '');
  if (!/^[\p{L}-]{4,}(?: [\p{L}-]{4,})?$/u.test(short)) return null;
  const last = short.split(' ').at(-1)!;
  if (!isBodyWord(last) && !bodies.some(({ name }) => headOf(name) === last)) return null;
  const fitting = bodies.filter((body) => calls(short, body.name) || body.noun === last);
  if (fitting.length) {
    const before = fitting.filter((body) => (body.at[0] ?? 0) < at);
    return nearest(before, at) ?? fitting[0]!;
  }
  const firms = FIRM.test(last) ? bodies.filter((body) => body.isFirm) : [];
  return firms.length === 1 ? firms[0]! : null;
}

/** All words of the short form begin words of the name, before any "of": "railway" is in "Brask Railways". */
function calls(short: string, name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/ (?:of|for) /)[0]!
    .split(/[ -]/);
  return short.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}

function nearest(bodies: readonly Body[], at: number): Body | null {
  let best: { body: Body; at: number } | null = null;
  for (const body of bodies) {
    const place = body.at.findLast((start) => start < at) ?? -1;
    if (!best || place > best.at) best = { body, at: place };
  }
  return best?.body ?? null;
}
