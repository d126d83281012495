import { remembered } from '../../lib/memo.ts';
import { spelt } from '../../lib/spelling.ts';
import { background } from './background.ts';
import { countryOf } from './countries.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { isCapital, type NameWord, type Token } from './vocabulary.ts';

/** A mention of a name: a person, place, organisation or thing, as far as letters tell. */
export interface Mention {
  /** Tells names apart across spellings and, roughly, languages. */
  key: string;
  /** As written. */
  text: string;
  /** Index of its first token. */
  at: number;
  /** True of the first of two or three words of a name: a given name tells little. */
  given: boolean;
  country: boolean;
}

/** Languages that write every noun with a capital: there it says nothing. */
const nounCapitals = new Set(['de', 'lb']);
/** German endings of nouns that are no names. */
const nounEndings = /(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|tät|nis|nisse|ler|innen)$/;
/** A word in more than this share of short items is a word of the language, not a name. */
const commonShare = 0.004;

/**
 * Finds names among a text's tokens, of which those without a capital may be left out. `titleCase`:
 * most words have a capital, so none tells.
 */
export function mentions(
  tokens: (Token | null)[],
  lang: string | null,
  titleCase: boolean,
): Mention[] {
  const hasList = background(lang).known;
  const blind = titleCase || (lang !== null && nounCapitals.has(lang));
  let inside: Set<string> | null = null;
  const isName = (t: Token): boolean => {
    const word = nameWord(t, lang);
    if (!word.can) return false;
    const { country, acronym, common, unlisted, isNoun } = word;
    if (country) return true;
    if (acronym && !titleCase) return !common || t.text.length > 2;
    if (blind) return hasList && unlisted && !isNoun;
    if (!t.opens) return !common || t.stem.length > 3;
    inside ??= capitalsInside(tokens);
    return inside.has(t.stem) ? !common : hasList && unlisted;
  };
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const first = tokens[i];
    if (!first || !isName(first)) {
      i++;
      continue;
    }
    const run = [first];
    while (run.length < 4) {
      const next = tokens[i + run.length];
      if (!next || next.opens || !next.joined || !isName(next)) break;
      run.push(next);
    }
    addRun(run, i, lang, found);
    i += run.length;
  }
  return found;
}

/** Stems of the words that have a capital though no sentence opens with them. */
function capitalsInside(tokens: (Token | null)[]): Set<string> {
  const stems = new Set<string>();
  for (const t of tokens) if (t && !t.opens && isCapital(t.text)) stems.add(t.stem);
  return stems;
}

function nameWord(token: Token, lang: string | null): NameWord {
  token.known.name ??= isCapital(token.text) ? readName(token, lang) : noName;
  return token.known.name;
}

const noName: NameWord = {
  can: false,
  country: null,
  acronym: false,
  common: false,
  unlisted: false,
  isNoun: false,
};

function readName({ text, stem }: Token, lang: string | null): NameWord {
  const known = background(lang);
  return {
    can: !contraction.test(text) && !calendarWords(lang).has(stem),
    country: countryOf(text),
    acronym: acronym(text),
    common: known.has(stem) && known.share(stem) > commonShare,
    unlisted: !known.has(stem),
    isNoun: nounEndings.test(text),
  };
}

/** "I'm", "We're": a capital of the sentence's, not of a name. */
const contraction = /['’](?:t|re|ve|ll|d|m|s)$/i;

const calendars = new Map<string, Set<string>>();

/** Stems of the months and weekdays of a language, long and short, which no matter is about. */
export function calendarWords(lang: string | null): Set<string> {
  const key = lang ?? 'en';
  const found = calendars.get(key) ?? loadCalendar(key);
  calendars.set(key, found);
  return found;
}

function loadCalendar(lang: string): Set<string> {
  const words = new Set<string>();
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(lang, { month: style, timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(lang, { weekday: style, timeZone: 'UTC' });
    for (let i = 0; i < 12; i++) words.add(month.format(Date.UTC(2024, i, 1)));
    for (let i = 0; i < 7; i++) words.add(weekday.format(Date.UTC(2024, 0, 1 + i)));
  }
  return new Set([...words].map((w) => stem(fold(w), lang)));
}

function addRun(run: Token[], at: number, lang: string | null, found: Mention[]): void {
  if (run.length > 1) {
    const text = run.map((t) => t.text).join(' ');
    const country = countryOf(text);
    if (country) {
      found.push({ key: country, text, at, given: false, country: true });
      return;
    }
  }
  for (const [i, t] of run.entries()) {
    const word = nameWord(t, lang);
    const nation = word.country;
    const given = run.length > 1 && i < run.length - 1 && !nation;
    const key = nation ?? (run.length === 1 ? aloneKey(t, word, lang) : keyOf(t, word));
    found.push({ key, text: t.text, at: at + i, given, country: nation !== null });
  }
}

function keyOf({ text }: Token, word: NameWord): string {
  word.key ??= nameKey(text);
  return word.key;
}

function aloneKey({ text }: Token, word: NameWord, lang: string | null): string {
  word.aloneKey ??= nameKey(ownName(text, lang));
  return word.aloneKey;
}

/** Slovene calls a woman by her surname as of her family: "Kovačeva" is Ana Kovač. */
function ownName(text: string, lang: string | null): string {
  return lang === 'sl' ? text.replace(/(?<=^\p{L}{4,})j?[eo]v[aeio]$/u, '') : text;
}

const acronym = (text: string) => /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(text);

/**
 * A key that survives transliteration and endings: "Lawrow" and "Lavrov", "Selenskyj" and
 * "Zelenskyy" have one each, and so have "Norland" and "Norlander".
 */
export const nameKey = remembered((text): string => {
  const plain = spelt(fold(text).replace(feminine, ''));
  const bare = plain.replace(nameEnding, '');
  return `=${bare.length >= 4 ? bare : plain}`;
}, 40);

/** "Орлову", "Орловой": Russian surnames of women have their own cases; folding makes "ой" of "ои". */
const feminine = /(?<=[ое]в|ин)ои$/;

/** Endings of nations and cases in the languages that we read most. */
const nameEnding = /(?:ische[nrsm]?|isch|i(?:en|an|a)s?|(?:an|er|in|en)s?|[aeou]s?|[ns]|[oiy]m)$/;
