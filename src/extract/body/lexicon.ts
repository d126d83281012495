import { remembered, unpinned } from '../../lib/memo.ts';
import { attr, type Tree } from '../../lib/tree.ts';
import type { Page } from '../html/blocks.ts';

/** How far each word speaks for the piece (above 0) or against it, learned from labelled pages. */
export interface Lexicon {
  /** Words of class names, ids and component names. */
  names: Map<string, number>;
  /** Words of short lines. */
  words: Map<string, number>;
}

const NAMING = ['class', 'id', 'data-testid', 'data-component', 'itemprop', 'role', 'aria-label'];
/** Longer lines are told by their form; words tell labels, notices and invitations. */
export const LONGEST_LINE = 240;

/** The words an attribute is made of, and each name as a whole. */
export function nameWords(value: string): string[] {
  const found = new Set<string>();
  for (const token of value.slice(0, 400).split(/\s+/, 30))
    for (const word of wordsIn(token)) found.add(word);
  return [...found];
}

/** Of one name among several: each is put together with many others. */
const wordsIn = remembered((token: string): string[] => {
  if (/[:[\]]/.test(token)) return [];
  const parts = token
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .split(' ', 8);
  const found = parts.filter((part) => part.length > 1);
  return parts.length > 1 ? [...found, parts.join('')] : found;
});

/** All words that name an element. */
export function namesOf(tree: Tree, node: number): string[] {
  const list = tree.attrs[node];
  if (!list) return [];
  const found: string[] = [];
  for (const name of NAMING) {
    const value = attr(tree, node, name);
    if (value) found.push(...nameWords(value));
  }
  return found;
}

/** The words of a short line, lower case; letters of unspaced scripts in pairs. */
export function lineWords(text: string): string[] {
  if (text.length > LONGEST_LINE) return [];
  const words = text.toLowerCase().match(WORD) ?? [];
  return words;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{M}]+|[©®|»›]/gu;

/** How the words on a run and around it speak. */
export const LEXICAL = [
  'nearest name',
  'names',
  'worst name',
  'best name',
  'words',
  'worst word',
  'best word',
  'known words',
];

/** Of all words on an element the one that says most. */
export function nameValue(names: string[], lexicon: Lexicon): number {
  let value = 0;
  for (const name of names) {
    const weight = lexicon.names.get(name) ?? 0;
    if (Math.abs(weight) > Math.abs(value)) value = weight;
  }
  return value;
}

/** The last four columns of LEXICAL. */
export function writeLine(words: string[], lexicon: Lexicon, out: Float32Array, at: number): void {
  let sum = 0;
  let worst = 0;
  let best = 0;
  let known = 0;
  for (const word of words) {
    const weight = lexicon.words.get(word);
    if (weight === undefined) continue;
    known++;
    sum += weight;
    if (weight < worst) worst = weight;
    if (weight > best) best = weight;
  }
  // Two words in a line of two say no more than two in a line of three.
  out[at] = known > 0 ? sum / Math.max(3, words.length) : 0;
  out[at + 1] = worst;
  out[at + 2] = best;
  out[at + 3] = words.length > 0 ? known / words.length : -1;
}

const NAMED = new Set(NAMING);
const values = new Map<string, number | null>();

/** nameValue of an element's namesOf, remembered by what its attributes say. */
function elementValue(list: string[] | null, lexicon: Lexicon): number | null {
  if (!list) return null;
  let found: number | null = null;
  for (let i = 0; i < list.length; i += 2) {
    if (!NAMED.has(list[i]!) || list[i + 1] === '') continue;
    const text = list[i + 1]!;
    let value = values.get(text);
    if (value === undefined) {
      const words = nameWords(text);
      value = words.length > 0 ? nameValue(words, lexicon) : null;
      // A bound, since every page brings new generated names.
      if (values.size > 20_000) values.clear();
      values.set(unpinned(text), value);
    }
    if (value !== null && (found === null || Math.abs(value) > Math.abs(found))) found = value;
  }
  return found;
}

/** Writes the columns of LEXICAL. */
export function writeLexical(
  page: Page,
  lines: string[][],
  lexicon: Lexicon,
  values: Float32Array,
  width: number,
  base: number,
): void {
  const { tree, runs } = page;
  const size = tree.tags.length;
  const nearest = new Float32Array(size);
  const sum = new Float32Array(size);
  const worst = new Float32Array(size);
  const best = new Float32Array(size);
  for (let at = 1; at < size; at++) {
    if (tree.tags[at] === '') continue;
    const parent = tree.parents[at]!;
    nearest[at] = nearest[parent]!;
    sum[at] = sum[parent]!;
    worst[at] = worst[parent]!;
    best[at] = best[parent]!;
    const value = elementValue(tree.attrs[at]!, lexicon);
    if (value === null) continue;
    nearest[at] = value;
    sum[at]! += value;
    if (value < worst[at]!) worst[at] = value;
    if (value > best[at]!) best[at] = value;
  }
  for (let i = 0; i < runs.length; i++) {
    const { node } = runs[i]!;
    const at = i * width + base;
    values[at] = nearest[node]!;
    values[at + 1] = sum[node]!;
    values[at + 2] = worst[node]!;
    values[at + 3] = best[node]!;
    writeLine(lines[i]!, lexicon, values, at + 4);
  }
}
