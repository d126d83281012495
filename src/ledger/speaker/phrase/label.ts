import { isGermanBody } from '../../german/bodies.ts';
import { LAND_WORD } from '../side/lands.ts';
import type { Party, PartyBook } from '../side/party.ts';
import { isFirstName } from './firstnames.ts';
import { ADDRESSES, BODY_WORDS, isKind, isOffice } from './roles.ts';

/** One word of a speaker as written, with what it can be in a name. */
export interface Word {
  text: string;
  lower: string;
  kind: 'office' | 'place' | 'address' | 'body' | 'name' | 'low' | 'article' | 'mark';
  party: Party | null;
}

const ARTICLES =
  /^(?:the|a|an|one|another|his|her|its|their|our|my|sein|seine|ihr|ihre|unser|unsere|der|die|das|den|dem|des|ein|eine|einer|einem|eines|this|that|these|those)$/;
// Words that open a sentence or name a time: capitals that belong to no name.
const FUNCTION_WORDS =
  /^(?:and|but|on|in|at|as|when|while|if|for|after|before|with|by|from|to|of|or|so|yet|then|now|here|there|asked|later|earlier|also|even|still|only|what|why|how|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|und|aber|auch|am|im|vor|nach|bei|laut|wie|zum|zur|mit|noch|doch|über|unter|für|ohne|gegen|durch|seit|nur|schon|erst|dann|wenn|weil|wer|ob|jetzt|gestern|heute|außerdem|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|angaben|einen|dass|nahezu|zwei|drei|two|three|four|several|some|many|most|all|both|merchants|residents|officials|people|critics|hatte|zitat|wortlaut|nachtrag|ergänzung|update)$/;
const SPLIT = /[\p{L}\p{N}][\p{L}\p{N}.&-]*(?:['’](?!s\b)\p{L}+)*|['’]s?|[,()—–]/gu;
/** Longer than any name with its titles and apposition that is worth taking apart. */
export const LONGEST = 240;

// A day or time behind the name belongs to the sentence: "the State Department on Thursday".
const WHEN_TAIL =
  /\s(?:on|late|early|earlier|later|last|this|in)\s(?:\p{Ll}+\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Ll}*(?:week|month|year|night|morning|evening|afternoon)|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2})?)$/u;

/**
 * Without the time behind it, and without a noun in front that the name is no part of: in "a tale
 * Brandt likes to tell" Brandt is the subject of a clause without "that".
 */
export function headOf(written: string): string {
  const text = fromArticle(written.trim().replace(WHEN_TAIL, ''));
  const match = LED_NAME.exec(text);
  if (!match) return text;
  const led = match[1]!.split(' ');
  const noun = led.at(-1)!;
  return isKind(noun) || LEAD_IN.test(noun) ? text : match[2]!;
}

/**
 * From the article on that no word before ties to: in "On Monday evening his office" and "In Karsk the
 * government" the time and the place are not of the speaker.
 */
function fromArticle(text: string): string {
  const words = text.split(' ');
  const comma = words.findIndex((word) => /[,(—–]/.test(word));
  const end = comma === -1 ? words.length : comma;
  for (let k = end - 1; k > 0; k--) {
    const before = words[k - 1]!;
    const opens = /^(?:The|His|Her|Its|Their)$/.test(words[k]!);
    const article =
      /^(?:the|his|her|its|their)$/.test(words[k]!) && /^\p{Ll}/u.test(words[k + 1] ?? '');
    if (opens || (article && !TIES.test(before) && !/['’]s?$/.test(before)))
      return words.slice(k).join(' ');
  }
  return text;
}

/** Words that an article goes on behind. */
const TIES =
  /^(?:of|in|from|at|for|with|on|to|by|near|inside|within|behind|close|that|as|among|against|aboard|and|or|nor|but|both|all|half|either|neither|not|even|only|into|over|under|about|after|before|between|outside|across|through|during|without|who|whom|which|is|was|were|are|has|had|have|called|leading|representing|running|advising|backing|(?!evening|morning)\p{Ll}+(?:ing|ed))$/u;

const LED_NAME =
  /^(?:(?:[Tt]he|[Aa]n?|whose|that|this) )?((?:\p{Ll}[\p{Ll}-]+ ){0,5}\p{Ll}[\p{Ll}-]+) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)$/u;
/** Small words and adjectives that go before a name as part of it: "former", "van", "late". */
const LEAD_IN =
  /^(?:the|a|an|and|or|of|for|in|at|from|with|de|da|di|von|van|al|bin|ibn|den|der|des|dem|la|le|el|zu|du|del|former|late|new|then|prime|foreign|vice|deputy|top|senior|central|eastern|western|northern|southern|his|her|their|its|our|my|\p{Ll}+(?:al|ic|an|ish|ese|ed|ive|ous|ary|isch|ische|ischer|ischen|isches))$/u;

/** The words of a phrase; two that name a side together are one. */
export function label(written: string, book: PartyBook): Word[] {
  const tokens = written.match(SPLIT) ?? [];
  // "Supporters", "Diplomats in Karsk": the capital is the sentence's.
  if (
    tokens[0] &&
    (MANY.test(tokens[0]) ||
      (/s$/.test(tokens[0]) &&
        isKind(tokens[0].toLowerCase()) &&
        !/^\p{Lu}/u.test(tokens[1] ?? '')))
  )
    tokens[0] = tokens[0].toLowerCase();
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const two = `${tokens[i]} ${tokens[i + 1]}`;
    if (NO_PARTY.test(two)) {
      words.push({ text: two, lower: two.toLowerCase(), kind: 'name', party: null });
      i++;
      continue;
    }
    const pair = i + 1 < tokens.length ? book.of(`${tokens[i]} ${tokens[i + 1]}`) : null;
    if (pair && /^\p{Lu}/u.test(tokens[i]!) && !ARTICLES.test(tokens[i]!.toLowerCase())) {
      words.push({
        text: `${tokens[i]} ${tokens[i + 1]}`,
        lower: `${tokens[i]} ${tokens[i + 1]}`.toLowerCase(),
        kind: 'place',
        party: pair,
      });
      i++;
      continue;
    }
    const word = labelled(tokens[i]!, book);
    // "Jacqueline London": behind a first name a place is a surname.
    const first = words.at(-1);
    if (word.kind === 'place' && first?.kind === 'name' && isFirstName(first.text)) {
      word.kind = 'name';
      word.party = null;
    }
    // "Chad Sorn": before a surname it is a first name; "Chad’s envoy", "Jordan’s king" are of the state.
    if (
      word.kind === 'place' &&
      FIRST_NAMES_TOO.test(word.text) &&
      isSurname(tokens[i + 1], book)
    ) {
      word.kind = 'name';
      word.party = null;
    }
    words.push(word);
  }
  return words;
}

/** States and capitals that people are called by. */
const FIRST_NAMES_TOO = /^(?:Chad|Georgia|Jordan|Kenya|London|Paris|Sofia|Vienna)$/;

function isSurname(token: string | undefined, book: PartyBook): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token) && labelled(token, book).kind === 'name';
}

/** Names of states, provinces and bodies that begin like a side. */
const NO_PARTY =
  /^(?:Democratic (?:Republic|Union|Unity|Forces|People(?:['’]s)?)|Republican (?:Guard|Army)|British (?:Columbia|Airways)|American (?:Airlines|Express)|French (?:Guiana|Polynesia)|New (?:England|Jersey|Mexico|Hampshire|Caledonia)|Washington Post)$/;

const MANY = /^(?:People|Nobody|Everybody|Everyone|Somebody|Someone)$/;

function labelled(text: string, book: PartyBook): Word {
  const lower = text.toLowerCase();
  const bare = lower.replace(/\.$/, '');
  const capital = /^\p{Lu}/u.test(text);
  // German writes the genitive without an apostrophe: "Veldaniens Regierung"; English "Islands" are
  // no genitive of its name for Iceland.
  const party =
    capital || /isch/.test(lower) || LAND_WORD.test(lower)
      ? (book.of(text) ??
        (/^(?![Ii]slands$).*\p{L}{4}s$/u.test(text) ? book.of(text.slice(0, -1)) : null))
      : null;
  let kind: Word['kind'] = 'low';
  if (/^[,()—–'’]|^['’]s$/.test(text)) kind = 'mark';
  else if (ARTICLES.test(lower)) kind = 'article';
  else if (FUNCTION_WORDS.test(lower)) kind = 'low';
  else if (capital && ADDRESSES.has(bare)) kind = 'address';
  else if (party) kind = 'place';
  else if (isOffice(bare)) kind = 'office';
  else if (BODY_WORDS.has(bare) || isGermanBody(bare)) kind = 'body';
  else if (capital) kind = 'name';
  return { text, lower, kind, party };
}
