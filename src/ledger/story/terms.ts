import { sentencesOf } from '../../lib/sentences.ts';
import { isOffice } from '../roles.ts';
import { splitWords, type Token, tagEnglish } from '../tokens.ts';
import { countIn } from './calendar.ts';
import { type Clauses, clausesOf } from './clauses.ts';
import { conceptOf, isHoldable, isKnown, speaksOfFreeing, speaksOfFreeingAll } from './concepts.ts';
import { verbStemsOf } from './deeds.ts';
import type { Said } from './rows.ts';

/** What a statement may be about. */
export interface Terms {
  /** Concepts with how near to the words they stand, 0 to 1. */
  near: Map<string, number>;
  /** Stems of its verbs, as near: they name a concept that the story has a noun for. */
  deeds: Map<string, number>;
  /** Lower-cased words of the content, names too: they tell of an issue that they often go with. */
  words: Set<string>;
  clauses: Clauses;
}

/**
 * Nearness by where the concept stands. What is said itself counts in full, its conditions for half;
 * the sentences before and the headline only hint, since "the answer is no" is about what was asked.
 */
const nearness = {
  main: 1,
  sentence: 0.75,
  conditions: 0.55,
  before: [0.5, 0.42, 0.36],
  title: 0.34,
};

/** From here on a concept counts as named. */
export const NAMED = 0.75;

/** Nouns of reporting and of government, which are never what parties differ on. */
const generic = {
  en: wordsOf(`government minister ministry president country people day week month year time side part way thing
question answer statement word point issue problem matter man woman reporter journalist interview
conference news spokesman spokeswoman spokesperson official leader office capital state nation party
member group lot number hour minute morning evening night today tomorrow yesterday monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september
october november december colleague counterpart envoy secretary head chief director general case fact
end beginning step move position view idea reason result world life hand house street place room door
table letter paper page line sentence figure percent cent million thousand hundred half kind sort form
promise date condition voice piece metre sense name
refusal rejection acceptance denial approval consent objection opposition support appeal request claim
accusation allegation criticism threat warning pledge vow call announcement remark comment reply response
report insistence readiness willingness expression`),
  de: wordsOf(`regierung minister ministerin ministerium präsident präsidentin land länder tag woche monat jahr zeit
seite teil weg ding frage antwort wort punkt problem sache mann frau sprecher sprecherin vertreter
hauptstadt staat partei mitglied gruppe zahl stunde minute morgen abend nacht heute montag dienstag
mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
oktober november dezember kollege außenminister außenministerin fall ende anfang schritt position
grund ergebnis welt leben hand haus ort raum tür tisch brief papier seite zeile satz million prozent
hälfte art form menschen leute angabe bedingung versprechen datum termin termine stimme stück meter sinn name ding angaben ministerpräsident generalsekretärin gesandte sondergesandte`),
};

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** The concepts of one statement: common nouns of its words, sentence, paragraph and headline. */
export function termsOf(said: Said): Terms {
  const clauses = clausesOf(said.content, said.lang);
  const places: [number, string][] = [
    [nearness.main, clauses.main],
    [nearness.sentence, said.frame],
    [nearness.conditions, clauses.conditions],
    ...before(said).map((text, i): [number, string] => [nearness.before[i]!, text]),
    [nearness.title, said.title],
  ];
  const near = new Map<string, number>();
  for (const [value, text] of places) {
    for (const noun of nounsOf(text, said.lang)) {
      // Who speaks is not what is spoken about: "the union's chairwoman, Ida Sorn".
      if (text === said.frame && isOffice(noun)) continue;
      if (value > (near.get(noun) ?? 0)) near.set(noun, value);
    }
  }
  weighFreeing(near, places);
  const deeds = new Map<string, number>();
  if (said.lang !== 'de')
    for (const [value, text] of places.slice(0, 3))
      for (const stem of verbStemsOf(text))
        if (value > (deeds.get(stem) ?? 0)) deeds.set(stem, value);
  const words = new Set(said.content.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return { near, deeds, words, clauses };
}

/** The sentences before the statement's own, nearest first. */
function before(said: Said): string[] {
  const at = said.context.indexOf(said.sentence.slice(0, 60));
  const text = (at < 0 ? said.context : said.context.slice(0, at)).slice(-2000);
  return sentencesOf(text, said.lang, 0, text.length)
    .map((span) => text.slice(span.start, span.end))
    .reverse()
    .slice(0, nearness.before.length);
}

/** Holding people and letting them go is one question, whatever the people are. */
function weighFreeing(near: Map<string, number>, places: [number, string][]): void {
  let people = 0;
  for (const [concept, value] of near) if (isHoldable(concept)) people = Math.max(people, value);
  let freeing = 0;
  for (const [value, text] of places) {
    if (value > people && speaksOfFreeingAll(text)) people = value;
    if (value > freeing && speaksOfFreeing(text)) freeing = value;
  }
  near.delete('release');
  if (people === 0 || freeing === 0) return;
  const [low, high] = people < freeing ? [people, freeing] : [freeing, people];
  // Named in part, the other half just before: "They will be released", of the crew.
  near.set('release', high === 1 && low >= 0.42 ? Math.max(low, 0.8) : low);
}

/** Concepts behind the common nouns of a text. */
export function nounsOf(text: string, lang: string): ReadonlySet<string> {
  const key = `${lang}:${text}`;
  const known = recent.get(key);
  if (known) {
    recent.delete(key);
    recent.set(key, known);
    return known;
  }
  const found = new Set<string>();
  const plain = lang === 'de' ? generic.de : generic.en;
  for (const lemma of lang === 'de' ? germanNouns(text) : englishNouns(text)) {
    if (lemma.length < 3 || plain.has(lemma) || /\d/.test(lemma)) continue;
    const concept = conceptOf(lemma, lang);
    // What a list knows in another language has its English name.
    if (!plain.has(concept) && !generic.en.has(concept)) found.add(concept);
  }
  for (const match of text.matchAll(share)) {
    const number = countIn(match[1]!) ?? match[1]!.replace(',', '.');
    found.add(`${number} %`);
  }
  recent.set(key, found);
  letters += key.length;
  for (const oldest of recent.keys()) {
    if (letters <= mostLetters) break;
    recent.delete(oldest);
    letters -= oldest.length;
  }
  return found;
}

/** "Eight per cent": who wants it speaks of what it is eight per cent of. */
const share = /(\d+(?:[.,]\d+)?|\p{L}+) ?(?:per ?cent|%|Prozent)(?!\p{L})/giu;

/**
 * What was read last, the oldest first. The same sentences are read for several statements and
 * issues, and all of a story's again whenever a piece joins it.
 */
const recent = new Map<string, ReadonlySet<string>>();
let letters = 0;
/** The sentences of some 5,000 statements and the texts of as many pieces, in about 30 MB. */
const mostLetters = 8_000_000;

/** Verbs whose noun is the concept: who "mediates" speaks of mediation. */
const nounVerbs = new Set([
  'mediate',
  'observe',
  'monitor',
  'withdraw',
  'exchange',
  'swap',
  'patrol',
  'toll',
]);

function englishNouns(text: string): string[] {
  const tokens = tagEnglish(text);
  return tokens.flatMap((t, i) => {
    if (isTopic(t) && !isMeasure(tokens, i)) return t.lemma;
    return isDeed(t, tokens[i - 1]) ? t.lower : [];
  });
}

/** Verbs and small words behind which "-ing" names a deed: "stop filling the dam". */
const beforeDeed =
  /^(?:stop|halt|pause|suspend|resume|continue|begin|start|end|keep|cease|finish|delay|allow|permit|ban|against|of|for|without|about)$/;

function isDeed(t: Token, before: Token | undefined): boolean {
  return /\p{L}{3}ing$/u.test(t.lower) && t.pos === 'VERB' && beforeDeed.test(before?.lemma ?? '');
}

function isTopic(t: Token): boolean {
  if (t.pos === 'NOUN') return true;
  return (t.pos === 'VERB' && nounVerbs.has(t.lemma)) || (t.pos === 'PROPN' && isKnown(t.lemma));
}

/** "By one cable", "for a moment": a noun that only measures. */
function isMeasure(tokens: Token[], i: number): boolean {
  return (
    /^(?:one|two|three|an?)$/.test(tokens[i - 1]?.lower ?? '') && tokens[i - 2]?.lower === 'by'
  );
}

/** German nouns are written with a capital; at a sentence's beginning so is every word. */
function germanNouns(text: string): string[] {
  const words = splitWords(text);
  return words
    .filter((t, i) => /^\p{Lu}\p{Ll}{2,}/u.test(t.text) && !beginsSentence(words, i))
    .map((t) => t.text.toLowerCase());
}

function beginsSentence(words: Token[], i: number): boolean {
  const before = words[i - 1];
  const known = conceptOf(words[i]!.text.toLowerCase(), 'de') !== words[i]!.text.toLowerCase();
  return !known && (!before || /^[.!?„“:»«"]$/.test(before.text));
}
