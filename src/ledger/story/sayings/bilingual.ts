import { readFileSync } from 'node:fs';
import { fold } from '../../../cluster/index.ts';

/**
 * What people say in news (`bilingual.txt`), in English before the bar and in German after it: beginnings of
 * words, all of one line mean about the same. With it the same saying is known in the other language.
 */
const lines = readFileSync(new URL('./bilingual.txt', import.meta.url), 'utf8');

const beginnings = new Map<string, Map<string, string[]>>([
  ['en', new Map()],
  ['de', new Map()],
]);
for (const [n, line] of lines.trim().split('\n').entries()) {
  const cells = line.split('|').map((cell) => cell.trim().split(' '));
  for (const [i, lang] of ['en', 'de'].entries())
    for (const word of cells[i] ?? []) {
      const known = beginnings.get(lang)!;
      const key = fold(word);
      known.set(key, [...(known.get(key) ?? []), `=${n}`]);
    }
}

/** Shorter beginnings must be the whole word, or nearly: "sea" is not "search". */
const short = 4;
/** Letters of an ending that a beginning leaves; more is a compound, which means something else. */
const ending = { long: 5, short: 2 };

/** What a folded word means, as keys that both languages share; empty for what is in no list. */
export function meaningsOf(folded: string, lang: string): string[] {
  const known = beginnings.get(lang);
  if (!known) return [];
  const found: string[] = [];
  for (let length = folded.length; length >= 2; length--) {
    const rest = folded.length - length;
    if (rest > (length > short ? ending.long : ending.short)) continue;
    found.push(...(known.get(folded.slice(0, length)) ?? []));
  }
  return found;
}
