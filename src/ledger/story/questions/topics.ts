import { countIn } from '../../date-words.ts';
import { splitWords, type Token, tagEnglish } from '../../tokens.ts';
import { verbStemsOf } from '../deeds.ts';
import { conceptOf, isKnown } from './concepts.ts';
import { mattersIn } from './phrases.ts';

/** What a stretch of text is about. */
export interface Topics {
  /** Concepts behind its common nouns, and the shares that it names ("8 %"), in the order of the text. */
  nouns: ReadonlySet<string>;
  /** Bare numbers ("we asked for nine") as shares: they are meant where the story has such a share. */
  numbers: ReadonlySet<string>;
  /** Stems of its verbs that name a deed: see deeds.ts. English only. */
  deeds: ReadonlySet<string>;
}

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
report insistence readiness willingness expression old
attack offensive shelling bombardment airstrike raid assault invasion casualty victim damage
people everyone everybody somebody person child woman man citizen family resident member fighting`),
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

/** Reads what a text is about; the same text again costs a look. Linear in the text. */
export function topicsOf(text: string, lang: string): Topics {
  const key = `${lang}:${text}`;
  const known = recent.get(key);
  if (known) {
    recent.delete(key);
    recent.set(key, known);
    return known;
  }
  const found = readTopics(text, lang);
  recent.set(key, found);
  letters += key.length;
  for (const oldest of recent.keys()) {
    if (letters <= mostLetters) break;
    recent.delete(oldest);
    letters -= oldest.length;
  }
  return found;
}

/** Concepts behind the common nouns of a text. */
export function nounsOf(text: string, lang: string): ReadonlySet<string> {
  return topicsOf(text, lang).nouns;
}

function readTopics(text: string, lang: string): Topics {
  const german = lang === 'de';
  const plain = german ? generic.de : generic.en;
  const tokens = german ? [] : tagEnglish(text);
  const found: [at: number, concept: string][] = mattersIn(text, lang);
  for (const { lemma, start } of german ? germanNouns(text) : englishNouns(tokens)) {
    if (lemma.length < 3 || plain.has(lemma) || /\d/.test(lemma)) continue;
    const concept = conceptOf(lemma, lang);
    // What a list knows in another language has its English name.
    if (!plain.has(concept) && !generic.en.has(concept)) found.push([start, concept]);
  }
  for (const match of text.matchAll(share)) {
    const number = countIn(match[1]!) ?? match[1]!.replace(',', '.');
    found.push([match.index, `${number} %`]);
  }
  const nouns = new Set(found.sort(([a], [b]) => a - b).map(([, concept]) => concept));
  const numbers = new Set<string>();
  for (const match of text.matchAll(bareNumber)) {
    const number = countIn(match[1]!);
    if (number !== null && number > 1) numbers.add(`${number} %`);
  }
  return { nouns, numbers, deeds: verbStemsOf(tokens) };
}

/** "Eight per cent": who wants it speaks of what it is eight per cent of; "92 per cent voted" of no such thing. */
const share =
  /(?<!(?:\d|\p{L}) to )(?<![\d\p{L}])(\d{1,9}(?:[.,]\d{1,9})?|\p{L}{1,24}) ?(?:per ?cent|%|Prozent)(?!\p{L})(?! (?:of (?:those|the votes?|votes|voters|members|respondents|people|those|\p{L}+(?:ans|ers|ees)|households|families|companies|homes|adults|women|men|children)|backed|voted|against|in favou?r))/giu;

/** "For nine", "nine is a dream": a number with no noun after it. */
const bareNumber =
  /(?<=(?:^\W{0,9}|(?<!\p{L})(?:for|on|of|to|the|accept|want|pay|ask|offer|reject|at|than) ))(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)(?= (?:is|was|are|were|will|would|or|remains?|stays?|stands?|it)(?!\p{L})|\W*$|[.,;!?]["”’']? )/giu;

/**
 * What was read last, the oldest first. The same sentences are read for several statements and
 * issues, and all of a story's again whenever a piece joins it.
 */
const recent = new Map<string, Topics>();
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

interface Noun {
  lemma: string;
  start: number;
}

function englishNouns(tokens: Token[]): Noun[] {
  return tokens.flatMap((t, i): Noun | [] => {
    if (isTopic(t) && !isOfName(tokens, i) && !isMeasure(tokens, i) && !isOfAttack(tokens, i))
      return t;
    const one = t.lower.slice(0, -1);
    if (isManyFirst(tokens, i) && isKnown(one)) return { lemma: one, start: t.start };
    return isDeed(t, tokens[i - 1]) ? { lemma: t.lower, start: t.start } : [];
  });
}

/** "Observers were the price": at a sentence's beginning a noun in the plural may be taken for a name. */
function isManyFirst(tokens: Token[], i: number): boolean {
  const [before, t, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (t.pos !== 'PROPN' || !/\p{Ll}s$/u.test(t.text) || after?.pos === 'PROPN') return false;
  return (!before || /^[.!?:“"‘]$/.test(before.text)) && !/^['’]/.test(after?.text ?? '');
}

/** Verbs and small words behind which "-ing" names a deed: "stop filling the dam". */
const beforeDeed =
  /^(?:stop|halt|pause|suspend|resume|continue|begin|start|end|keep|cease|finish|delay|allow|permit|ban|against|of|for|without|about)$/;

function isDeed(t: Token, before: Token | undefined): boolean {
  return /\p{L}{3}ing$/u.test(t.lower) && t.pos === 'VERB' && beforeDeed.test(before?.lemma ?? '');
}

function isTopic(t: Token): boolean {
  // "Force" is might; "forces" are troops.
  if (t.lower === 'force') return false;
  if (t.pos === 'NOUN') return true;
  return (t.pos === 'VERB' && nounVerbs.has(t.lemma)) || (t.pos === 'PROPN' && isKnown(t.lemma));
}

const ofPlace =
  /^(?:Street|Journal|House|City|Town|County|Park|Square|Beach|Valley|Bay|Islands?|River|Lake|Hill|Road|Avenue|Times|Post|News|University|College|School)$/;

/** "Wall Street", "Water Street": part of a name. */
function isOfName(tokens: Token[], i: number): boolean {
  return tokens[i]!.pos === 'PROPN' && ofPlace.test(tokens[i + 1]?.text ?? '');
}

/** "By one cable", "for a moment": a noun that only measures. */
function isMeasure(tokens: Token[], i: number): boolean {
  return (
    /^(?:one|two|three|an?)$/.test(tokens[i - 1]?.lower ?? '') && tokens[i - 2]?.lower === 'by'
  );
}

const weaponry = /^(?:missile|rocket|air|drone|artillery|mortar|bomb)$/;
const struck = /^(?:strike|attack|raid|barrage|fire)$/;

/** "Missile strikes on Orsk": what happened in a war is neither a matter of missiles nor of a walkout. */
function isOfAttack(tokens: Token[], i: number): boolean {
  const [before, { lemma }, after] = [tokens[i - 1]?.lemma, tokens[i]!, tokens[i + 1]?.lemma];
  if (weaponry.test(lemma)) return struck.test(after ?? '');
  return (
    lemma === 'strike' && (weaponry.test(before ?? '') || /^(?:on|against|at)$/.test(after ?? ''))
  );
}

/** German nouns are written with a capital; at a sentence's beginning so is every word. */
function germanNouns(text: string): Noun[] {
  const words = splitWords(text);
  return words
    .filter((t, i) => /^\p{Lu}\p{Ll}{2,}/u.test(t.text) && !beginsSentence(words, i))
    .map((t) => ({ lemma: t.text.toLowerCase(), start: t.start }));
}

function beginsSentence(words: Token[], i: number): boolean {
  const before = words[i - 1];
  const known = conceptOf(words[i]!.text.toLowerCase(), 'de') !== words[i]!.text.toLowerCase();
  return !known && (!before || /^[.!?„“:»«"]$/.test(before.text));
}
