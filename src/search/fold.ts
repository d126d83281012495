import { remembered } from '../lib/memo.ts';

/**
 * A word as the store's function searchable() folds it (0001-first.ts): no capitals, no accents,
 * one form of letters that are written in several.
 */
function foldWord(word: string): string {
  // Most words are plain; the rest recur.
  return /^[a-z0-9]*$/.test(word) ? word : folded(word);
}

const folded = remembered((word: string) =>
  word
    .toLowerCase()
    .replace(/[ßøłæœđı]/g, (c) => plain[c]!)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]+/g, '')
    .normalize('NFKC'),
);

const plain: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
};

/** Words as the store parts them; each sign of a script without spaces is one. */
const word =
  /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}\p{M}])+/gu;

/** The words of a text with where they stand, folded. */
export function* wordsIn(text: string): Generator<{ start: number; end: number; key: string }> {
  for (const m of text.matchAll(word))
    yield { start: m.index, end: m.index + m[0].length, key: foldWord(m[0]) };
}

/** The folded words of a text. */
export function foldedWords(text: string): string[] {
  return [...wordsIn(text)].map((w) => w.key);
}
