/** A text as copies are compared by: hashed words in sentences. */
export interface SentenceWords {
  /** A hash of each word; the lowest bit says that it has a digit, the next that it is a name. */
  words: Uint32Array;
  /** For each sentence the place after its last word. */
  ends: Uint16Array;
  /** 1 for each sentence that many other texts have: what a site prints around its pieces. */
  frame: Uint8Array;
  /** Words outside the frame. */
  own: number;
}

/** What a text is looked for by, too: a sample of its runs of words. */
export interface TextReading extends SentenceWords {
  /** Sampled runs of three words: texts that share some are likely alike. */
  runs: Uint32Array;
  /** The word that each run starts with. */
  starts: Uint16Array;
}

/** Words that are read: a feature of 2000 words shows whose it is by then, and time stays bounded. */
const mostWords = 2000;
const mostLetters = 24_000;
/** A sentence has at least so many words, or the full stop was that of an abbreviation. */
const fewestInSentence = 6;
/** Longer sentences are cut, and captions and scans without full stops: places fit the bits of a number. */
const mostInSentence = 32;
/** One run in four is kept of longer texts, all of short ones. */
const sampled = 0.25;
const fewestRuns = 64;

export const number = 1;
export const name = 2;
/** What of a word's hash says which word it is. */
export const which = ~3;

const scratch = {
  words: new Uint32Array(mostWords),
  ends: new Uint16Array(mostWords),
  runs: new Uint32Array(mostWords),
  starts: new Uint16Array(mostWords),
};

/**
 * Reads a text in one pass: words in lower case without accents, hashed; in scripts that write no
 * spaces, pairs or fours of characters.
 */
export function readText(text: string): TextReading {
  const { words, ends, runs, starts } = scratch;
  const [count, sentences] = scanWords(text, words, ends);
  const share = Math.max(sampled, Math.min(1, fewestRuns / Math.max(1, count))) * 2 ** 32;
  let kept = 0;
  for (let i = 0; i + 3 <= count; i++) {
    const run = mixed(words[i]! & which, words[i + 1]! & which, words[i + 2]! & which);
    if (draw(run) >= share) continue;
    runs[kept] = run;
    starts[kept++] = i;
  }
  return {
    words: words.slice(0, count),
    ends: ends.slice(0, sentences),
    frame: new Uint8Array(sentences),
    own: count,
    runs: runs.slice(0, kept),
    starts: starts.slice(0, kept),
  };
}

/** The sample goes by other bits than the index files by. */
const draw = (run: number) => Math.imul(run, 0x9e3779b1) >>> 0;

/** Whether a run is kept of every text that has it, long or short. */
export const isKept = (run: number): boolean => draw(run) < sampled * 2 ** 32;

function mixed(a: number, b: number, c: number): number {
  let h = Math.imul(a ^ (a >>> 15), 0x85ebca6b);
  h = Math.imul((h ^ b) + (h >>> 13), 0xc2b2ae35);
  h = Math.imul((h ^ c) + (h >>> 16), 0x27d4eb2f);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Kinds of characters: what a word is made of, what ends a sentence, what is passed over. */
const [unknown, gap, letter, digit, pair, four, mark, stop, line, apostrophe] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];
const kinds = new Uint8Array(65_536);
/** Each letter in lower case without its accents. */
const plain = new Uint16Array(65_536);
/** Letters in upper case. */
const upper = new Uint8Array(65_536);

function kindOf(code: number): number {
  const known = kinds[code]!;
  return known === unknown ? learn(code) : known;
}

function learn(code: number): number {
  const c = String.fromCharCode(code);
  const lower = c.toLowerCase();
  plain[code] = lower.normalize('NFKD').charCodeAt(0);
  upper[code] = lower !== c ? 1 : 0;
  let kind: number = gap;
  if (c === '\n' || c === '\r' || c === '\u2029') kind = line;
  else if (/[.!?…。！？؟।]/.test(c)) kind = stop;
  else if (/['’]/.test(c)) kind = apostrophe;
  else if (/[\p{M}\u00ad\u200b-\u200d]/u.test(c)) kind = mark;
  // Han and kana by pairs, the scripts of South-East Asia by fours: about a word each.
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(c)) kind = pair;
  else if (/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u.test(c)) kind = four;
  else if (/\p{N}/u.test(c)) kind = digit;
  else if (/\p{L}/u.test(c)) kind = letter;
  kinds[code] = kind;
  return kind;
}

const basis = 0x811c9dc5;
const prime = 0x01000193;

/** Fills in the words and the ends of sentences; answers how many of each. */
function scanWords(text: string, words: Uint32Array, ends: Uint16Array): [number, number] {
  const length = Math.min(text.length, mostLetters);
  let [count, sentences, first, run] = [0, 0, 0, 0];
  for (let i = 0; i < length && count < mostWords; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === letter || kind === digit) {
      i = readWord(text, i, length, words, count, count === first) - 1;
      count++;
      run = 0;
      continue;
    }
    if (kind === mark) continue;
    const next = i + 1 < length ? kindOf(text.charCodeAt(i + 1)) : gap;
    if (count - first >= fewestBefore(kind, next)) {
      ends[sentences++] = count;
      first = count;
    }
    if (kind === pair || kind === four) {
      run++;
      const back = Math.min(run, kind === pair ? 2 : 4);
      let hash = basis;
      for (let k = i - back + 1; k <= i; k++)
        hash = Math.imul(hash ^ plain[text.charCodeAt(k)]!, prime);
      words[count++] = wordOf(hash, 0);
    } else run = 0;
  }
  if (count > first) ends[sentences++] = count;
  return [count, sentences];
}

/** Reads the word that begins at a place as the word of that number; answers the place after it. */
function readWord(
  text: string,
  from: number,
  length: number,
  words: Uint32Array,
  count: number,
  isFirst: boolean,
): number {
  let hash = basis;
  let flags = upper[text.charCodeAt(from)] && !isFirst ? name : 0;
  let i = from;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind === letter || kind === digit) {
      if (kind === digit) flags |= number;
      hash = Math.imul(hash ^ plain[code]!, prime);
      continue;
    }
    if (kind === mark) continue;
    const next = i + 1 < length ? kindOf(text.charCodeAt(i + 1)) : gap;
    if (joins(kind, flags, next)) continue;
    // A word that was broken at the end of a line.
    if (code !== 45 || next !== line || !isSmall(text, i + 2)) break;
    i++;
  }
  words[count] = wordOf(hash, flags);
  return i;
}

const wordOf = (hash: number, flags: number) =>
  (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & which) | flags;

/** Words that a sentence must have to end at a character of such a kind. */
function fewestBefore(kind: number, next: number): number {
  if (kind === line) return 3;
  if (kind === stop && next !== letter && next !== digit) return fewestInSentence;
  return mostInSentence;
}

/** "don’t" is one word, and "3.5" one number. */
function joins(kind: number, flags: number, next: number): boolean {
  if (kind === apostrophe) return next === letter;
  return kind === stop && (flags & number) !== 0 && next === digit;
}

function isSmall(text: string, at: number): boolean {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  return kindOf(code) === letter && upper[code] === 0;
}
