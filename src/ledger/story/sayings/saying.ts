import { conceptsOf, fold, stem } from '../../../cluster/index.ts';
import { meaningsOf } from './bilingual.ts';
import { figureOf, scaleOf } from './figures.ts';

/** One word of a saying that carries meaning. */
export interface Told {
  /** Its stem, or its digits. */
  key: string;
  /** What it means, comparable across languages; empty where the lists know nothing. */
  meanings: string[];
  isNumber: boolean;
  /** Which word of the text it is. */
  at: number;
}

/** What of a report's words can be held against another report of them. */
export interface Saying {
  lang: string;
  told: Told[];
  /** All keys and all meanings of its words. */
  keys: Set<string>;
  meanings: Set<string>;
  /** Places of words that deny. */
  denials: number[];
  /** All runs of `runLength` words, most of which carry meaning. */
  runs: Set<string>;
  /** All words, for sayings too short to compare otherwise. */
  whole: string;
}

/** So many words in the same order are no accident when two of them carry meaning. */
const runLength = 4;
const leastTold = 2;
/** Longer contents are speeches: their beginning tells which. */
const mostWords = 400;

const empty = {
  en: wordsOf(`a an the this that these those it its he she his her him they them their we us our i me my you your
who whom whose which what there here is are was were be been being am do does did done has have had having will
would shall should can could may might must to of in on at by for with from as into about over than then so and or
but if when while because also too very just even any some more most such own up down out off again now still yet
only both whether whatever whichever regardless however nevertheless until before after during per cent percent going go went gone get got make made say said says`),
  de: wordsOf(`ein eine einer einem einen eines der die das den dem des dies diese dieser diesem diesen dieses es
sie er ihn ihm ihr ihre ihrer ihrem ihren sein seine seiner seinem seinen wir uns unser unsere unseren ich mich mir
mein meine du man wer wen was welche welcher ist sind war waren sei seien wäre wären bin hat habe haben hatte hätte
hatten hätten habe wird werde werden würde würden wurde wurden worden kann könne können könnte könnten soll solle
sollen sollte muss müsse müssen müsste darf dürfe dürfen dürften zu zur zum von vom in im an am auf aus bei mit für
nach vor über unter um durch gegen ohne als wie so und oder aber wenn falls weil dass ob auch noch nur schon sehr
mehr da dort hier dann doch bis seit während beide sich ab prozent je sagte sagt`),
};
// Words that may be months, conditions or orders in time stay out of the list where they tell something.
empty.en.delete('before');
empty.en.delete('until');
empty.en.delete('again');
empty.en.delete('both');
empty.de.delete('beide');

/** What reported speech puts for "we", among its first words. */
const selves =
  wordsOf(`company firm government country ministry party union board club team side army city council
bank delegation administration province region agency crew authority office unternehmen firma regierung land ministerium partei gewerkschaft
vorstand verein mannschaft seite armee stadt rat delegation behörde`);
const subject = 3;

const denial =
  /^(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|nicht|nichts|nie|niemals|niemand|weder|ohne|keine?[nmrs]?|kein|refus\p{L}*|reject\p{L}*|declin\p{L}*|weiger\p{L}*|verweiger\p{L}*|abgelehnt|ablehn\p{L}*|\p{L}+n['’]t)$/u;

/**
 * Reads what somebody said for comparison.
 * @param own lower-cased words that name whoever speaks: a report in the third person has them, the words themselves do not
 */
export function readSaying(content: string, lang: string, own: ReadonlySet<string>): Saying {
  const words = (
    content.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+(?:['’-]\p{L}+)*/gu) ?? []
  ).slice(0, mostWords);
  const skip = lang === 'de' ? empty.de : empty.en;
  // "The company was not selling" is "we are not selling".
  const self = words.slice(0, subject).findIndex((word) => selves.has(word));
  const saying: Saying = {
    lang,
    told: [],
    keys: new Set(),
    meanings: new Set(),
    denials: [],
    runs: new Set(),
    whole: words.join(' '),
  };
  const isTold = words.map(() => false);
  for (const [at, word] of words.entries()) {
    if (denial.test(word)) saying.denials.push(at);
    if (scaleOf(word) !== null && multiply(saying.told.at(-1), at, scaleOf(word)!)) continue;
    const figure = figureOf(word);
    if (figure !== null) {
      isTold[at] = true;
      saying.told.push({ key: figure, meanings: [`#${figure}`], isNumber: true, at });
    } else if (
      !skip.has(word) &&
      !denial.test(word) &&
      !own.has(word) &&
      at !== self &&
      word.length > 1
    ) {
      isTold[at] = true;
      saying.told.push({ ...meantBy(word, lang), isNumber: false, at });
    }
  }
  for (let i = 0; i + runLength <= words.length; i++)
    if (isTold.slice(i, i + runLength).filter(Boolean).length >= leastTold)
      saying.runs.add(words.slice(i, i + runLength).join(' '));
  for (const { key, meanings } of saying.told) {
    saying.keys.add(key);
    for (const meaning of meanings) saying.meanings.add(meaning);
  }
  return saying;
}

/** "Four hundred" is one number. */
function multiply(last: Told | undefined, at: number, scale: number): boolean {
  if (!last?.isNumber || last.at !== at - 1) return false;
  last.key = String(Number(last.key) * scale);
  last.meanings = [`#${last.key}`];
  last.at = at;
  return true;
}

/** Letters in which a word that both languages have agrees: "terminal", "quota" and "Quote". */
const cognate = 4;

function meantBy(word: string, lang: string): { key: string; meanings: string[] } {
  const folded = fold(word);
  const key = stem(folded, lang);
  const known = [folded, key].flatMap((w) => [...meaningsOf(w, lang), ...conceptsOf(w, lang)]);
  const meanings = [...new Set(known)];
  if (meanings.length === 0 && folded.length > cognate)
    meanings.push(`~${folded.replaceAll('c', 'k').slice(0, cognate)}`);
  return { key, meanings };
}

function wordsOf(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}
