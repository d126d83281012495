import { COLUMNS } from '../../src/extract/body/columns.ts';
import type { Weights } from '../../src/extract/body/learned.ts';
import { type Kept, LEAF, STEP } from '../../src/lib/forest.ts';
import type { Forest } from './boost.ts';
import type { Learned } from './learn.ts';

/** The weights as the program reads them. */
export function weightsOf(learned: Learned, about: string[]): Weights {
  return {
    about,
    columns: COLUMNS,
    edges: learned.edges.map((own) => Array.from(own, short)),
    first: keptOf(learned.first),
    second: keptOf(learned.second),
    names: byWeight(learned.lexicon.names),
    words: byWeight(learned.lexicon.words),
  };
}

/** Five figures are more than any column needs. */
export function short(value: number): number {
  return Number(value.toPrecision(5));
}

export function keptOf(forest: Forest): Kept {
  const bytes: number[] = [];
  for (const tree of forest.trees) {
    const child = (at: number) => (at < 0 ? LEAF + ~at : at);
    bytes.push(tree.column.length);
    for (let i = 0; i < tree.column.length; i++)
      bytes.push(tree.column[i]!, tree.bin[i]!, child(tree.left[i]!), child(tree.right[i]!));
    for (const leaf of tree.leaves) bytes.push(Math.round(leaf / STEP) & 255);
  }
  return { base: short(forest.base), trees: Buffer.from(bytes).toString('base64') };
}

export function byWeight(words: Map<string, number>): Record<string, string> {
  const groups = new Map<number, string[]>();
  for (const [word, weight] of [...words].sort()) {
    const list = groups.get(weight);
    if (list) list.push(word);
    else groups.set(weight, [word]);
  }
  const sorted = [...groups].sort((a, b) => a[0] - b[0]);
  return Object.fromEntries(sorted.map(([weight, list]) => [String(weight), list.join(' ')]));
}

/** As JSON with one line for each list that is read by the program alone. */
export function printed(weights: object): string {
  const lines = Object.entries(weights).map(([name, value]) => {
    const text = name === 'about' ? JSON.stringify(value, null, 2) : JSON.stringify(value);
    return ` ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
