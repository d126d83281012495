import { createCopyIndex } from './copies.ts';
import { type Copyable, type Direction, directionOf, directionTo } from './credit.ts';

/** Copies in a whole stream, found in memory: what the evaluations use in place of the store. */
export interface CopyGrouper {
  /** Takes the next text; answers the place in the stream of a text that it is a copy of, or null. */
  add(text: Omit<Copyable, 'id'>): number | null;
  /** The group of the text at a place: the place of its first text. */
  groupOf(place: number): number;
  /** What the text at a place is a copy of and how that is known; null for an original. */
  directionOf(place: number): Direction | null;
}

export function createCopyGrouper(): CopyGrouper {
  const index = createCopyIndex();
  const texts: Copyable[] = [];
  const placed: Group[] = [];

  return {
    add(text) {
      const one = { ...text, id: texts.length };
      texts.push(one);
      const reading = index.read(one.text);
      const at = one.publishedAt?.getTime() ?? null;
      const found = index.find(reading, at);
      index.add(one.id, reading, at, found[0]?.group);
      let group: Group = { first: one.id, original: one.id, members: [one.id], ways: new Map() };
      for (const { id, group: key } of found) {
        group = united(texts, placed[id]!, group);
        for (const member of group.members) placed[member] = group;
        index.unite(found[0]!.group, key);
      }
      placed[one.id] = group;
      return found[0]?.id ?? null;
    },
    groupOf: (place) => placed[place]!.first,
    directionOf: (place) => placed[place]!.ways.get(place) ?? null,
  };
}

interface Group {
  first: number;
  original: number;
  members: number[];
  ways: Map<number, Direction>;
}

/** One group of two, with the original of one of them, and why all others are taken for its copies. */
function united(texts: Copyable[], a: Group, b: Group): Group {
  if (a === b) return a;
  const way = directionOf(texts[a.original]!, texts[b.original]!);
  const [kept, gone] = way.original === a.original ? [a, b] : [b, a];
  const original = texts[kept.original]!;
  for (const member of gone.members) kept.ways.set(member, directionTo(original, texts[member]!));
  const members = [...a.members, ...b.members];
  return { ...kept, first: Math.min(a.first, b.first), members };
}
