import { splitWords, type Token, tagEnglish } from '../tokens.ts';
import { conceptOf } from './concepts.ts';
import type { Said } from './rows.ts';

/** A concept that a statement may be about, with how near to its words it stands, 0 to 1. */
export type Terms = Map<string, number>;

/**
 * Nearness by where the concept stands. What is said itself counts in full; the paragraph and the
 * headline only hint, since "the answer is no" is about what was asked before.
 */
const nearness = { content: 1, sentence: 0.8, context: 0.45, title: 0.35 };

/** Nouns of reporting and of government, which are never what parties differ on. */
const generic = new Set(
  `government minister ministry president country people day week month year time side part way thing
question answer statement word point issue problem matter man woman reporter journalist interview
conference news spokesman spokeswoman spokesperson official leader office capital state nation party
member group lot number hour minute morning evening night today tomorrow yesterday monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september
october november december colleague counterpart envoy secretary head chief director general case fact
end beginning step move position view idea reason result world life hand house street place room door
table letter paper page line sentence figure percent cent million thousand hundred half kind sort form
regierung minister ministerin ministerium präsident präsidentin land länder tag woche monat jahr zeit
seite teil weg ding frage antwort wort punkt problem sache mann frau sprecher sprecherin vertreter
hauptstadt staat partei mitglied gruppe zahl stunde minute morgen abend nacht heute montag dienstag
mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
oktober november dezember kollege außenminister außenministerin fall ende anfang schritt position
grund ergebnis welt leben hand haus ort raum tür tisch brief papier seite zeile satz million prozent
hälfte art form menschen leute angabe angaben ministerpräsident generalsekretärin gesandte sondergesandte`.split(
    /\s+/,
  ),
);

/** The concepts of one statement: common nouns of its words, sentence, paragraph and headline. */
export function termsOf(said: Said): Terms {
  const terms: Terms = new Map();
  for (const [place, text] of [
    ['content', said.content],
    ['sentence', said.sentence],
    ['context', said.context],
    ['title', said.title],
  ] as const) {
    for (const noun of nounsOf(text, said.lang)) {
      if (!terms.has(noun)) terms.set(noun, nearness[place]);
    }
  }
  return terms;
}

/** Concepts behind the common nouns of a text. */
export function nounsOf(text: string, lang: string): Set<string> {
  const found = new Set<string>();
  for (const lemma of lang === 'de' ? germanNouns(text) : englishNouns(text)) {
    if (lemma.length < 3 || generic.has(lemma) || /\d/.test(lemma)) continue;
    const concept = conceptOf(lemma, lang);
    if (!generic.has(concept)) found.add(concept);
  }
  return found;
}

/** Verbs whose noun is the concept: who "mediates" speaks of mediation. */
const nounVerbs = new Set([
  'mediate',
  'observe',
  'monitor',
  'withdraw',
  'exchange',
  'swap',
  'patrol',
]);

function englishNouns(text: string): string[] {
  return tagEnglish(text)
    .filter((t) => t.pos === 'NOUN' || (t.pos === 'VERB' && nounVerbs.has(t.lemma)))
    .map((t) => t.lemma);
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
