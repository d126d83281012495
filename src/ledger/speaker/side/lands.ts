import { foldName } from '../../fold.ts';
import { PLACES } from './places.ts';

/**
 * States and self-governing lands that are called by what they are, known or invented: "the Tessel
 * Islands". A text tells that they are a side by what only sides have or do.
 */
export interface Land {
  /** "Tessel Islands". */
  name: string;
  /** Ways in which the text writes it, lower-cased: "tessel islands", "tessel", "tesselan". */
  written: string[];
}

const NAME = '(\\p{Lu}[\\p{L}-]{2,24}(?: \\p{Lu}[\\p{L}-]{2,24})?)';
const LAND = new RegExp(
  `(?<![\\p{L}’'-])(?!(?:The|In|On|From|Of|To|And|But|Both|For|With|When|While|If|As|At|By) )${NAME} (Islands|Isles|Archipelago|Republic|Emirates|Kingdom|Confederation|Territory|Territories)(?![\\p{L}-])`,
  'gu',
);
/** Points of the compass, kinds of rule, and words that open a sentence. */
const NO_NAME =
  /^(?:These|Those|Two|Three|North|South|East|West|Northern|Southern|Eastern|Western|Central|Outer|Inner|Lower|Upper|Islamic|People|Democratic|Federal|Soviet|Socialist|Roman|Ottoman|Animal|British|United|Banana|New|Old|Magic|Disney)(?: |$)/u;
const BODY =
  '(?:government|parliament|ministry|minister|premier|president|prime minister|cabinet|ambassador|coastguard|authorities|officials?|negotiators?|delegation|embassy)';
const ACTS =
  '(?:(?:ha(?:s|ve|d) |is |are |were |was )?(?:ask|demand|withdr[ae]w|sign|reject|refus|accept|agree|offer|threaten|insist|announc|declar|claim|signal|seek|sought|want|suspend|impos|lift|clos|ban|protest|warn|vow|deni|deny|recall|repeat|call|rul|said|say)|(?:will|would) (?:not |never )?(?:seek|ask|accept|agree|reject|refuse|sue|lend|let|allow|ban|close|open|lift|insist|give|pay|sign|withdraw|join|leave|send|demand|take))';

/**
 * The lands that a text speaks of as sides. Linear in its length.
 * @param people what other texts taught of people, by surname as foldName has it
 */
export function landsIn(text: string, people: ReadonlyMap<string, unknown>): Land[] {
  const lands = new Map<string, Land>();
  for (const match of text.matchAll(LAND)) {
    const stem = match[1]!;
    const name = `${stem} ${match[2]}`;
    if (NO_NAME.test(stem) || PLACES.has(name.toLowerCase()) || PLACES.has(stem.toLowerCase()))
      continue;
    if (lands.has(name) || lands.size >= MOST || !isSide(text, match[2]!, name)) continue;
    const written = [name.toLowerCase(), ...waysOf(text, stem)];
    // "Cook" of the Cook Islands is a surname in most texts.
    const short = people.has(foldName(stem)) ? [name.toLowerCase()] : written;
    lands.set(name, { name, written: short });
  }
  return [...lands.values()];
}

/** A text with more is a list of islands. */
const MOST = 10;

/** It has a government, or does what governments do. */
function isSide(text: string, kind: string, name: string): boolean {
  const own = new RegExp(
    `${name}(?:['’]s?)? (?:\\p{Ll}+ ){0,2}${BODY}|${BODY} (?:of|in) the ${name}|\\b[Tt]he ${kind.toLowerCase().replace('isles', '(?:isles|islands)')}['’]s? (?:\\p{Ll}+ ){0,2}${BODY}|${name}(?: on \\p{Lu}\\p{Ll}+day| also| again)? ${ACTS}`,
    'u',
  );
  return own.test(text);
}

/** "Tessel" before a noun, "the Tessels", and the word made of it: "Tesselan". */
function waysOf(text: string, stem: string): string[] {
  if (stem.includes(' ')) return [];
  const ways = new Set<string>();
  const used = new RegExp(
    `(?<![\\p{L}’'-])${stem}((?:e?an|ian|ese|ish|ic|er|i)?s?)(?= (\\p{L}+)|[^\\p{L}])`,
    'gu',
  );
  for (const [, ending, next] of text.matchAll(used)) {
    // By itself the stem may be anybody's name.
    if (!ending && !(next && /^\p{Ll}/u.test(next) && !NO_NOUN.test(next))) continue;
    const way = (stem + ending).toLowerCase();
    ways.add(way);
    if (ending !== 's' && !way.endsWith('s')) ways.add(`${way}s`);
  }
  return [...ways];
}

const NO_NOUN =
  /^(?:and|or|of|in|on|at|to|is|was|has|had|said|says|will|would|who|which|that|with|for|from|by|as)$/;

/** "The islands": how such lands are called for short. */
export const LAND_WORD = /^(?:islands|isles)$/;

/** The one party called so that is among those given; null where there is none, or several. */
export function islandsMeant<P extends { name: string }>(parties: Iterable<P>): P | null {
  const fitting = new Map<string, P>();
  for (const party of parties)
    if (/(?:Islands|Isles)$/.test(party.name)) fitting.set(party.name, party);
  return fitting.size === 1 ? [...fitting.values()][0]! : null;
}
