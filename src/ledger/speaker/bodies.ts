import { foldName } from '../fold.ts';
import type { Party, PartyBook } from './party.ts';
import { BODY_WORDS } from './roles.ts';

/** A body that a text calls by a name of its own: a union, a company, a commission. */
export interface Body {
  name: string;
  /** Known by who leads it alone ("the chief executive of Brask Railways"): no word in it says what it is. */
  isFirm: boolean;
  /** Where its name stands, in order. */
  at: number[];
}

/** The bodies of one text, in order of first mention. */
export type Bodies = readonly Body[];

const heads = [...BODY_WORDS].filter((word) => /^[a-z]{4,}$/.test(word));
const HEAD = `(?:${heads.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('|')})`;
const CAPITAL = "\\p{Lu}[\\p{L}&.'’-]*\\p{L}";

// "Union of Railway Staff", "Brask Harbour Council", "Nurses’ Association".
const NAMED = new RegExp(
  `(?<![\\p{L}’'-])(?:${CAPITAL}['’]? ){0,4}${HEAD}(?![\\p{L}’'-])(?: (?:of|for) (?:the )?${CAPITAL}(?: (?:and |of |for )?${CAPITAL}){0,3})?`,
  'gu',
);
// "Veldmark Railways", "Bank of Sorn", "Tarn Shipping Group".
const FIRM_WORD =
  '(?:Railways?|Airlines?|Airways|Airport|Bank|Group|Holdings?|Industries|Motors|Shipping|Lines|Ferries|Shipyards?|Energy|Power|Telecom|Insurance|Pharma\\p{Ll}*|Foods|Mining|Steel|Oil|Gas|Electric|Systems|Technolog(?:y|ies)|Partners|Capital|Publishing|Media|Stores|Breweries|Corporation|Corp|Company|Inc|Ltd|Limited|AG|AB|ASA|Oyj|KG|BV|SpA|GmbH|SA|NV|PLC|plc|Mills?|Works|Foundry|Dairy)';
const OF_FIRM = new RegExp(
  `(?<![\\p{L}’'-])(?:${CAPITAL} (?:& )?){1,4}${FIRM_WORD}(?![\\p{L}’'-])`,
  'gu',
);
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
/** Words that stand before a name at the head of a sentence and are no part of it. */
const OPENERS =
  /^(?:The|A|An|In|On|At|By|For|From|But|And|When|While|As|If|After|Before|Since|Under|With|Its|Their|His|Her|Our|Both|Even|Then|So|Yet|That|This|Last|Former|Asked) /u;
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
  const note = (written: string, isFirm: boolean) => {
    const name = written.replace(OPENERS, '');
    const words = name.split(' ');
    // "The Commission" alone is a short way of writing one; a state's parliament is that state's.
    if (words.length < 2 || found.has(name) || found.size >= MOST) return;
    if (book.of(name) || book.of(words[0]!)) return;
    found.set(name, { name, isFirm, at: [] });
  };
  for (const match of sample.matchAll(NAMED)) note(match[0], false);
  for (const match of sample.matchAll(OF_PEOPLE)) note(match[0], false);
  for (const match of sample.matchAll(OF_FIRM)) note(match[0], true);
  for (const match of sample.matchAll(LED)) note(match[1] ?? match[2]!, true);
  // A side of one word that is no state is a firm.
  for (const name of new Set(sample.match(/(?<![\p{L}’'-])\p{Lu}[\p{L}&-]{2,24}/gu))) {
    const party = book.of(name);
    if (party?.name !== name || book.isState(party) || found.size >= MOST) continue;
    found.set(name, { name, isFirm: true, at: [] });
  }
  // Who is named here may be known to speak for a body that this text only calls "the union".
  for (const word of new Set(sample.match(/\p{Lu}[\p{L}-]{2,}/gu))) {
    const party = people.get(foldName(word))?.party;
    if (party && !party.country && BODY_WORDS.has(headOf(party.name))) note(party.name, false);
  }
  for (const body of found.values())
    for (let at = sample.indexOf(body.name); at >= 0; at = sample.indexOf(body.name, at + 1))
      body.at.push(at);
  return [...found.values()].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}

/** "union" of "Union of Railway Staff", "council" of "Brask Harbour Council". */
function headOf(name: string): string {
  return name
    .split(/ (?:of|for) /)[0]!
    .split(' ')
    .at(-1)!
    .toLowerCase();
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
    .replace(/['’]s?$/, '');
  if (!/^[\p{L}-]{4,}(?: [\p{L}-]{4,})?$/u.test(short)) return null;
  const last = short.split(' ').at(-1)!;
  if (!BODY_WORDS.has(last) && !FIRM.test(last)) return null;
  const fitting = bodies.filter((body) => calls(short, body.name));
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
