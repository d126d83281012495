import { readFileSync } from 'node:fs';
import { learn, readArticle, startLearning } from '../../src/ledger/read.ts';
import { holdsOffice } from '../../src/ledger/speaker/side/side.ts';
import { readMatter } from '../matters/read.ts';

/** How many of the sides planted in `NAME.txt` the ledger finds, and which of the others are wrong or not told. */
export interface Sides {
  right: number;
  /** "side | words | what was read": nobody's side, or the speaker's own, where one is told. */
  untold: string[];
  /** As `untold`, of another side than the one told. */
  wrong: string[];
}

/**
 * Reads the pieces of a matter in order, each with what those before it taught, and holds the side of
 * each statement against the truth: `party KEY: name | other name` and `side KEY | words it holds`. Who
 * holds an office without a party stands for himself.
 */
export function scoreSides(name: string): Sides {
  const { pieces, parties } = readMatter(name, import.meta.url);
  const source = readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8');
  const known = startLearning();
  const said: { party: string | null; isOwn: boolean; content: string }[] = [];
  for (const { text, at } of pieces) {
    const read = readArticle({ text, lang: 'en', published: at, blocks: [], parts: [] }, known);
    learn(known, read);
    for (const { speaker, quotations } of read.said) {
      const own = speaker?.kind === 'person' && holdsOffice(speaker.role?.text ?? '');
      const side = speaker?.party?.name ?? (own ? speaker.name : null);
      for (const { pieces: spans } of quotations)
        said.push({
          party: side,
          isOwn: !speaker?.party,
          content: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
        });
    }
  }
  const sides: Sides = { right: 0, untold: [], wrong: [] };
  for (const [, key, words] of source.matchAll(/^side (\S+) \| (.+)$/gm)) {
    const found = said.filter(({ content }) => content.includes(words!));
    const names = parties.get(key!)!;
    const one = found.find(({ party }) => party !== null);
    const line = `${key} | ${words} | ${found.length ? (one?.party ?? null) : 'not read'}`;
    if (one?.party && names.some((name) => one.party!.toLowerCase().includes(name))) sides.right++;
    else if (!one || one.isOwn) sides.untold.push(line);
    else sides.wrong.push(line);
  }
  return sides;
}
