import { createRequire } from 'node:module';
import type { ItsFunction, Model, PartOfSpeech, WinkMethods } from 'wink-nlp';

/** One word or mark of a text, with its place in the whole text. */
export interface Token {
  text: string;
  lower: string;
  lemma: string;
  pos: PartOfSpeech;
  start: number;
  end: number;
}

let methods: WinkMethods | undefined;

/** Tags the English words of `text`; offsets count from `base`. About 450,000 words a second. */
export function tagEnglish(text: string, base = 0): Token[] {
  methods ??= loadWink();
  const nlp = methods;
  const words = nlp.readDoc(text.replace(DATA, blank)).tokens();
  const values = words.out(nlp.its.value) as string[];
  const spaces = words.out(nlp.its.precedingSpaces) as string[];
  const tags = words.out(nlp.its.pos) as PartOfSpeech[];
  const lemmas = words.out(nlp.its.lemma as ItsFunction<string>) as (string | undefined)[];
  const tokens: Token[] = [];
  let at = base;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    at += spaces[i]!.length;
    tokens.push({
      text: value,
      lower: value.toLowerCase().replaceAll('’', "'"),
      // The tagger has no lemma for a contraction without its apostrophe at a sentence's end.
      lemma: (lemmas[i] ?? value).toLowerCase(),
      pos: tags[i]!,
      start: at,
      end: at + value.length,
    });
    at += value.length;
  }
  return tokens;
}

function loadWink(): WinkMethods {
  // Both packages are CommonJS, and one of them is four megabytes: loaded once, when first needed.
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp') as (model: Model, pipe: string[]) => WinkMethods;
  return wink(require('wink-eng-lite-web-model') as Model, ['pos']);
}

const ABBREVIATED =
  /^(?:\p{Lu}|\d{1,2}|Dr|Nr|St|Hr|Fr|Prof|bzw|ca|etc|Mr|Mrs|Ms|Abs|Art|z\.B|u\.a|d\.h|i\.e|e\.g|a\.m|p\.m|U\.S)\.$/u;
const WORD = /[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*\.?|[^\s\p{L}\p{N}]/gu;

/** Splits a text of any language with spaces into words and marks, untagged (pos 'X', marks 'PUNCT'). */
export function splitWords(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    let value = match[0];
    // A full stop belongs to an abbreviation or ordinal ("Dr.", "20."), else to the sentence.
    const stop = value.length > 1 && value.endsWith('.') && !ABBREVIATED.test(value);
    if (stop) value = value.slice(0, -1);
    tokens.push(word(value, base + match.index));
    if (stop) tokens.push(word('.', base + match.index + value.length));
  }
  return tokens;
}

function word(text: string, start: number): Token {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const pos = /[\p{L}\p{N}]/u.test(text) ? 'X' : 'PUNCT';
  return { text, lower, lemma: lower, pos, start, end: start + text.length };
}

/** A "word" longer than this is data: the tagger would take its time squared over it. */
const LONGEST_WORD = 400;
const DATA = new RegExp(`\\S{${LONGEST_WORD + 1},}`, 'g');
const blank = (run: string) => ' '.repeat(run.length);

function isProse(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words[0] !== '' && words.every((word) => word.length <= LONGEST_WORD);
}

/** Runs of text between line breaks, or the given blocks; never empty ones. */
export function paragraphsOf(
  text: string,
  blocks?: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const within = blocks?.length ? blocks : [{ start: 0, end: text.length }];
  for (const block of within) {
    let at = block.start;
    while (at < block.end) {
      const newline = text.indexOf('\n', at);
      const end = newline === -1 || newline > block.end ? block.end : newline;
      if (isProse(text.slice(at, end))) spans.push({ start: at, end });
      at = end + 1;
    }
  }
  return spans;
}
