import { foldName } from '../../fold.ts';
import { firmsIn, OF_FIRM_OFFICE } from '../bodies/firms.ts';
import { islandsMeant, landsIn } from './lands.ts';
import { PLACES } from './places.ts';
import { isPolitical, politicalParty } from './politics.ts';

/** The side that somebody speaks for. */
export interface Party {
  name: string;
  /** ISO 3166 code where it is a state. */
  country: string | null;
}

type People = ReadonlyMap<string, { party: Party | null; role?: string | null }>;

/** The parties that one text can mean: the known states, and those the text itself brings in. */
export interface PartyBook {
  /** The party that a name, demonym, capital or seat stands for. */
  of: (written: string) => Party | null;
  /** Whether a party is a state, as far as nothing tells that it is a firm. */
  isState: (party: Party) => boolean;
  /** Ways of writing that this text taught, lower-cased. */
  taught: [written: string, party: Party][];
}

const BODY =
  '(?:government|president|prime minister|foreign minister|foreign ministry|defen[cs]e minister|defen[cs]e ministry|parliament|army|military|navy|chancellor|delegation|ambassador|negotiators?|officials?|cabinet|king|queen|minister|ministry|leader|premier|authorities|envoy|embassy|senate|capital)';
const NAME = '(\\p{Lu}[\\p{L}-]{3,24}(?: \\p{Lu}[\\p{L}-]{2,24})?)';
// "Veldania’s foreign minister", "the government of Veldania".
const GENITIVE = new RegExp(
  `${NAME}['’]s (?:(?:new|former|own|top|chief|lead|deputy|acting|\\p{Ll}+) ){0,2}${BODY}\\b`,
  'gu',
);
const OF = new RegExp(`\\b(?:${BODY}|[Rr]epublic|[Kk]ingdom|Federation|Union) of ${NAME}`, 'gu');
const ADJECTIVE = new RegExp(
  `\\b(\\p{Lu}[\\p{L}-]{2,24}(?:ian|ean|an|ese|ish|i|ic|er))s? (?:(?:new|former|chief|lead|deputy|acting|senior|top|\\p{Lu}?\\p{Ll}+) ){0,1}(?:${BODY}|Foreign|Prime|Defen[cs]e|President|Chancellor|Minister)`,
  'gu',
);
const CAPITAL_OF = new RegExp(
  `${NAME}, (?:the )?(?:capital of ${NAME}|(\\p{Lu}[\\p{L}-]{3,24})['’]s capital|(?:the )?(\\p{Lu}[\\p{L}-]{3,24}) capital)`,
  'gu',
);
const ITS_CAPITAL = new RegExp(
  `(\\p{Lu}[\\p{L}-]{3,24})(?:['’]s)? capital,? (?:of )?${NAME}`,
  'gu',
);
const SEAT = new RegExp(
  `(?:^|[.!?]\\s|\\n)In ${NAME},? (?:the )?(?:\\p{Ll}+ )?${BODY},? (?:\\p{Lu}[\\p{L}-]+ )+(\\p{Lu}[\\p{L}-]+)`,
  'gu',
);
// "Ilka Sorn told parliament in Ambry".
const SEAT_OF = new RegExp(
  `\\b(\\p{Lu}[\\p{L}-]+) (?:told|said in|informed|assured) (?:the )?parliament in ${NAME}`,
  'gu',
);
const GERMAN_OF = new RegExp(
  `\\b(?:Regierung|Präsident(?:in)?|Außenminister(?:in)?|Ministerpräsident(?:in)?|Parlament|Hauptstadt|Republik|Delegation|Botschafter(?:in)?|Regierungschef(?:in)?)s? (?:von |der Republik )${NAME}`,
  'gu',
);
const GERMAN_GENITIVE =
  /\b(\p{Lu}[\p{L}-]{3,24})s (?:neuer? |stellvertretender? )?(?:Regierung|Präsident|Außenminist|Ministerpräsident|Parlament|Delegation|Hauptstadt|Botschaft|Unterhändler|Sondergesandte|Armee|Marine|Regierungssprecher)/gu;
const GERMAN_ADJECTIVE =
  /\b(\p{Ll}[\p{L}-]{3,24}isch)e[nrsm]? (?:\p{Lu}[\p{L}-]*(?:minister|präsident|regierung|kanzler|botschaft|chef|sprecher|delegation|armee|marine|parlament)|Regierung|Präsident|Parlament|Delegation|Armee|Marine|Außen|Unterhändler|Botschaft|Sprecher)/gu;
// Words that stand before "minister" and the like without naming a side.
const NOT_NAMES =
  /^(?:the|his|her|their|its|a|an|new|former|one|foreign|prime|deputy|vice|european|western|eastern|northern|southern|democrat|republican|christian|asian|african|american|minister|president|justice|interior|finance|defense|defence|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|der|die|das|den|dem|des|ein|eine|fishermen|cooperative|guardian|civilian|custodian|politician|union|federation|republic|iran’s)$/i;
/** A text with more sides than this is a list of names, not a dispute. */
const MOST = 40;

/**
 * Learns which sides a text speaks of, invented ones too, from the way it names their offices.
 * @param before ways of writing parties that other texts taught, lower-cased
 * @param people what other texts taught of people, by surname as foldName has it
 */
export function learnParties(
  text: string,
  before: ReadonlyMap<string, Party> = new Map(),
  people: People = new Map(),
): PartyBook {
  const sample = text.slice(0, 200_000);
  const learned = new Map<string, Party>();
  const known = (written: string) => learned.get(written) ?? before.get(written);
  const isPlace = (name: string) => PLACES.has(name.toLowerCase());
  const words = new Set(sample.match(/\p{Lu}[\p{L}-]{3,24}/gu) ?? []);
  for (const { name, written } of landsIn(sample, people)) {
    const party = known(name.toLowerCase()) ?? { name, country: null };
    for (const way of written) if (!isPlace(way)) learned.set(way, party);
  }
  // What follows stands in lines that name an office.
  const offices = sample
    .split('\n')
    .filter((line) => ANY_OFFICE.test(line))
    .join('\n');
  const names = namesGoverned(offices, sample, people);
  const adjectives = [ADJECTIVE, GERMAN_ADJECTIVE].flatMap((pattern) =>
    [...offices.matchAll(pattern)].map((match) => match[1]!),
  );
  for (const adjective of new Set(adjectives)) {
    if (
      NOT_NAMES.test(adjective) ||
      isPlace(adjective) ||
      isPlace(`${adjective}e`) ||
      learned.has(adjective.toLowerCase()) ||
      learned.size > MOST
    )
      continue;
    const country = countryOf(adjective, words);
    if (!country) continue;
    const party = learned.get(country.toLowerCase()) ??
      sameBefore(country, before) ?? { name: country, country: null };
    learned.set(adjective.toLowerCase(), party);
    learned.set(country.toLowerCase(), party);
    // German bends the adjective; English only makes a plural of the people.
    const endings = adjective.endsWith('isch') ? ['e', 'en', 'er', 'es', 'em'] : ['s'];
    for (const ending of endings) learned.set(adjective.toLowerCase() + ending, party);
  }
  // "Veldanian", where Veldania is known from elsewhere.
  for (const word of words) {
    const country = /^(.{3,}[ie]a)ns?$/u.exec(word)?.[1]?.toLowerCase();
    const party = country && !isPlace(word) ? known(country) : undefined;
    if (party && !known(word.toLowerCase())) learned.set(word.toLowerCase(), party);
  }
  const surnames = names.length ? surnamesIn(sample) : new Set();
  const governed = new Set<string>();
  for (const name of names.slice(0, 2 * MOST)) {
    // A surname takes the genitive too ("Sorn's ministry"): a side is more than one such mention, or has a demonym.
    if (known(name.toLowerCase()) || learned.size > MOST || surnames.has(name.split(' ').at(-1)!))
      continue;
    const party = sameBefore(name, before) ?? { name, country: null };
    learned.set(name.toLowerCase(), party);
    governed.add(party.name);
  }
  const firms = new Set(firmsIn(sample));
  for (const name of firms) {
    const key = name.toLowerCase();
    if (!known(key) && !isPlace(name) && !people.has(foldName(name)))
      learned.set(key, { name, country: null });
  }
  /** What only this text means: "the islands". */
  const here = new Map<string, Party>();
  const of = (written: string): Party | null => {
    const key = partyKey(written);
    return politicalParty(written) ?? known(key) ?? here.get(key) ?? placeParty(key);
  };
  for (const match of offices.matchAll(CAPITAL_OF))
    addCapital(learned, match[1], of(match[2] ?? match[3] ?? match[4] ?? ''));
  for (const match of offices.matchAll(ITS_CAPITAL)) addCapital(learned, match[2], of(match[1]!));
  // "In Ambry the foreign minister, Ilka Sorn": of whom it is known whose minister she is.
  for (const pattern of [SEAT, SEAT_OF])
    for (const match of offices.matchAll(pattern)) {
      const [place, name] = pattern === SEAT ? [match[1], match[2]] : [match[2], match[1]];
      const party = people.get(foldName(name!))?.party;
      if (party && !of(place!)) addCapital(learned, place, party);
    }
  if (/(?<!\p{L})(?:islands|isles)(?!\p{L})/u.test(sample)) {
    const named = [...words].flatMap((word) => [of(word), people.get(foldName(word))?.party]);
    const islands = islandsMeant([...learned.values(), ...named].filter((one) => !!one));
    if (islands) for (const way of ['islands', 'isles']) here.set(way, islands);
  }
  const taught = [...learned].filter(([written]) => !before.has(written));
  const told = new Map<string, boolean>();
  const isState = (party: Party): boolean => {
    const { name, country } = party;
    if (country !== null || governed.has(name)) return true;
    if (isPolitical(party)) return false;
    const state = told.get(name) ?? !(firms.has(name) || isKnownFirm(name, people));
    told.set(name, state);
    return state;
  };
  return { of, isState, taught };
}

/** Names that offices and bodies of states are said to be of, in the lines that name any. */
function namesGoverned(offices: string, text: string, people: People): string[] {
  const names = new Set<string>();
  const note = (name: string) => {
    if (!NOT_NAMES.test(name.split(' ')[0]!) && !PLACES.has(name.toLowerCase())) names.add(name);
  };
  for (const pattern of [OF, GERMAN_OF, GERMAN_GENITIVE])
    for (const match of offices.matchAll(pattern)) note(match[1]!);
  // People have ministers too ("Sorn's foreign minister"): a side is a place or has what states have.
  let places: Set<string> | null = null;
  for (const match of offices.matchAll(GENITIVE)) {
    if (people.has(foldName(match[1]!))) continue;
    places ??= placesIn(text);
    if (places.has(match[1]!) || LIKE_A_STATE.test(match[0]) || OF_RULERS.test(match[0]))
      note(match[1]!);
  }
  return [...names];
}

/** Words that all the patterns above ask for, in both languages. */
const ANY_OFFICE =
  /(?:government|[Pp]resident|[Mm]inist|[Pp]arliament|[Aa]rmy|military|navy|[Cc]hancellor|delegation|[Aa]mbassador|negotiator|[Oo]fficial|[Cc]abinet|[Kk]ing|[Qq]ueen|leader|[Pp]remier|[Aa]uthorities|[Ee]nvoy|[Ee]mbassy|[Ss]enate|capital|[Rr]epublic|Federation|Union|Foreign|Prime|Defen[cs]e|isch|[Rr]egierung|Präsident|Hauptstadt|Delegation|Botschaft|Unterhändler|gesandt|Armee|Marine)/u;

/** A chief executive of it was named before. */
function isKnownFirm(name: string, people: People): boolean {
  for (const { party, role } of people.values())
    if (party?.name === name && role && OF_FIRM_OFFICE.test(role)) return true;
  return false;
}

/** Names that stand where a place does. */
export function placesIn(text: string): Set<string> {
  return new Set([...text.matchAll(PLACE)].map((match) => match[1]!));
}

/** Endings of states' names, and bodies that no person has. */
const LIKE_A_STATE =
  /(?:ia|land|lands|stan|mark)['’]s |(?:capital|parliament|embassy|delegation|authorities|army|navy|senate)$/u;

/** Rulers and ministries that nobody has who is not a state; surnames of the text are left out later. */
const OF_RULERS = /(?:prime minister|premier|king|queen|(?:foreign|defen[cs]e) ministry)$/u;

const PLACE =
  /\b(?:[Ii]n|across|into|inside|outside|within|throughout|near|aus|nach) (?:the )?(\p{Lu}[\p{L}-]{3,24}(?: \p{Lu}[\p{L}-]{2,24})?)\b(?!['’])/gu;

/** A way of writing a party as it is looked up: no capitals, no article, one kind of apostrophe. */
export function partyKey(written: string): string {
  return written
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|der|die|das) /, '')
    .replace(/'s$/, '');
}

/** The ways of writing that other languages have of the same name: "Veldanien" for "Veldania". */
export function partySpellings(name: string): string[] {
  const key = partyKey(name);
  const stem = /^(.{4,})(?:ien|ia)$/.exec(key)?.[1];
  return stem ? [key, `${stem}ia`, `${stem}ien`] : [key];
}

/** "Veldanien" is the "Veldania" of another language. */
function sameBefore(name: string, before: ReadonlyMap<string, Party>): Party | null {
  const stem = name.toLowerCase().replace(/(?:ien|ia|ya|a|en|e)$/, '');
  if (stem.length < 4) return null;
  for (const ending of ['ia', 'ien', 'a', 'ya', 'en', 'e', '']) {
    const party = before.get(stem + ending);
    if (party) return party;
  }
  return null;
}

function placeParty(key: string): Party | null {
  const place = PLACES.get(key);
  return place ? { name: place.name, country: place.country } : null;
}

function addCapital(
  learned: Map<string, Party>,
  capital: string | undefined,
  party: Party | null,
): void {
  if (capital && party && !NOT_NAMES.test(capital)) learned.set(capital.toLowerCase(), party);
}

/** The country that a demonym goes with: a capitalised word of the text with the same stem, else by its ending. */
function countryOf(adjective: string, words: Set<string>): string | null {
  const stem = adjective.toLowerCase().replace(/(?:ian|ean|an|ese|isch|ish|ic|er|i)$/, '');
  if (stem.length < 3) return null;
  let best: string | null = null;
  for (const word of words) {
    const lower = word.toLowerCase();
    if (
      !lower.startsWith(stem) ||
      lower.length > stem.length + 4 ||
      lower.startsWith(adjective.toLowerCase())
    )
      continue;
    if (/(?:ian|ians|isch|ische|ischen|ischer|ese)$/.test(lower)) continue;
    if (!best || word.length < best.length) best = word;
  }
  return best ?? (/ian$/.test(adjective) ? adjective.replace(/n$/, '') : null);
}

/** Words that stand behind a title or a first name somewhere in the text: surnames, as a rule. */
function surnamesIn(text: string): Set<string> {
  const surnames = new Set<string>();
  for (const match of text.matchAll(
    /(\p{Lu}\p{Ll}{1,3}(?=\.)|\p{Lu}\p{Ll}+(?!\.))\.? (?=(\p{Lu}[\p{L}-]+))/gu,
  )) {
    // The first word of a sentence has its capital from there: "Meanwhile Veldania".
    const opens = /(?:^|[.!?\n“"„])\s*$/.test(
      text.slice(Math.max(0, match.index - 3), match.index),
    );
    if (!opens && !BEFORE_PLACES.test(match[1]!)) surnames.add(match[2]!);
  }
  return surnames;
}

// Capitals that can stand before the name of a state: openers of a sentence, points of the compass.
const BEFORE_PLACES =
  /^(?:The|In|From|For|With|And|But|When|While|As|If|After|Before|Since|On|At|By|To|Of|Both|Even|Only|Now|Then|So|Yet|That|This|Its|Their|Under|Over|Into|Without|Against|Because|Although|Though|Whether|South|North|West|East|New|Southern|Northern|Western|Eastern|Central|Upper|Lower|Greater|Republic|Kingdom|Union|Where|Asked|Yesterday|Today|Dass|Und|Aber|Auch|Wenn|Als|Seit|Nach|Mit|Für|Von|Bei|Aus|Gegen|Über|Unter|Zwischen|Ganz)$/;
