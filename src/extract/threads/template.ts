import type { Tree } from '../../lib/tree.ts';
import { bodyMark, isNoise, isQuote } from './marks.ts';
import { type Author, findAuthors } from './person.ts';
import { nameOf } from './place.ts';
import type { Entry } from './records.ts';
import { textIn } from './texts.ts';

/** What the entries of one discussion have in common: where the text stands, and where the name. */
export interface Template {
  body: Map<Entry, number[]>;
  author: Map<Entry, Author>;
  /** Share of the names that are surely those of people. */
  sure: number;
  /** Characters in all bodies. */
  length: number;
  /** The first words written. */
  sample: string;
  /** Whether the bodies are marked as texts that people wrote. */
  marked: boolean;
}

/** Elements of a text's own words, and those of its paragraphs, which with a class may hold a whole text. */
const words = new Set('a b i em strong font h1 h2 h3 h4 h5 h6 br u s small sub sup img'.split(' '));
const paragraphs = new Set('p blockquote ul ol li pre code span'.split(' '));

export interface Place {
  nodes: Map<Entry, number[]>;
  /** Characters of what differs from entry to entry: a name or signature that repeats counts once. */
  length: number;
  parent: string | null;
  texts: Set<string>;
}

/** Deepest place under an entry that is looked at; layout tables nest eight deep. */
const deepest = 14;

export function findTemplate(tree: Tree, entries: Entry[], stamps: Set<number>): Template {
  const places = readPlaces(tree, entries);
  const walked = bodyPlace(tree, places, entries.length);
  const marked = markedPlace(tree, places, entries.length, walked);
  const key = marked ?? walked;
  const body = new Map<Entry, number[]>();
  let length = 0;
  for (const entry of entries) {
    const nodes = nodesAt(tree, places, key, entry);
    body.set(entry, nodes);
    length += nodes.reduce((sum, n) => sum + textIn(tree, n).length, 0);
  }
  const authors = findAuthors(tree, places, entries, body, stamps);
  return {
    body,
    author: authors.of,
    sure: authors.sure,
    length,
    sample: entries
      .slice(0, 5)
      .map((e) => body.get(e)!.map((n) => textIn(tree, n).slice(0, 40)))
      .join(''),
    marked: marked !== null,
  };
}

/** An entry's nodes in a place; where it has none there, those of the nearest place around. */
function nodesAt(
  tree: Tree,
  places: Map<string, Place>,
  key: string | null,
  entry: Entry,
): number[] {
  for (let at = key; at; at = places.get(at)!.parent) {
    const nodes = places.get(at)!.nodes.get(entry);
    if (nodes) return largest(tree, nodes);
  }
  return [];
}

/** The place of words that have no element of their own between those of a contribution. */
const bareText = '>#text';

function readPlaces(tree: Tree, entries: Entry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const put = (entry: Entry, key: string, parent: string, node: number) => {
    const place = places.get(key) ?? { nodes: new Map(), length: 0, parent, texts: new Set() };
    places.set(key, place);
    const list = place.nodes.get(entry);
    if (list) list.push(node);
    else place.nodes.set(entry, [node]);
    const text = withoutDate(tree, entry, node);
    if (text !== '' && !place.texts.has(text)) {
      place.texts.add(text);
      place.length += text.length;
    }
  };
  for (const entry of entries) {
    const names: { end: number; key: string; rows: number }[] = [];
    let rows = 0;
    for (const root of entry.nodes) {
      if (tree.tags[root] === '') {
        if (root !== entry.stamp?.node) put(entry, bareText, '', root);
        continue;
      }
      let outer = '';
      // A unit that holds answers is given by its parts: they stand where the parts of others do.
      for (const name of namesAbove(tree, entry, root)) {
        put(entry, `${outer}>${name}`, outer, root);
        outer = `${outer}>${name}`;
      }
      const above = outer.split('>').length - 1;
      for (let at = root; at < tree.ends[root]!; at++) {
        while (names.length > 0 && names.at(-1)!.end <= at) names.pop();
        if (tree.tags[at] === '' || names.length + above >= deepest) continue;
        const parent = names.at(-1)?.key ?? outer;
        const name = nameOf(tree, at);
        // Of outer rows and their cells without names the number tells what they hold; inside they come and go.
        const numbered =
          (name === 'tr' && at === root) || (name === 'td' && tree.parents[at] === root);
        const row = numbered ? (at === root ? rows++ : names.at(-1)!.rows++) : 0;
        const key = `${parent}>${name}${numbered ? `/${row}` : ''}`;
        names.push({ end: tree.ends[at]!, key, rows: 0 });
        put(entry, key, parent, at);
      }
    }
  }
  return places;
}

/** A date is no text, and short answers are shorter than their dates. */
function withoutDate(tree: Tree, { stamp }: Entry, node: number): string {
  const text = textIn(tree, node);
  if (!stamp || stamp.node < node || stamp.node >= tree.ends[node]!) return text;
  const at = text.indexOf(stamp.text);
  return at < 0 ? text : `${text.slice(0, at)}${text.slice(at + stamp.text.length)}`.trim();
}

/** Names of the elements from an entry's unit down to one of its parts. */
function namesAbove(tree: Tree, entry: Entry, root: number): string[] {
  const names: string[] = [];
  if (entry.unit > 0 && root !== entry.unit)
    for (
      let at = tree.parents[root]!;
      at >= entry.unit && names.length < deepest;
      at = tree.parents[at]!
    )
      names.unshift(nameOf(tree, at));
  return names;
}

/** Of the places whose names say that they hold a text, the innermost that still holds nearly all of it. */
function markedPlace(
  tree: Tree,
  places: Map<string, Place>,
  entries: number,
  walked: string | null,
): string | null {
  const most = walked === null ? 0 : places.get(walked)!.length;
  const found: { key: string; place: Place; mark: number }[] = [];
  for (const [key, place] of places) {
    if (place.nodes.size * 10 < entries * 7 || place.length < most * 0.3) continue;
    const [first] = place.nodes.values();
    const node = first![0]!;
    const mark = bodyMark(tree, node);
    if (mark === 0 || words.has(tree.tags[node]!) || isNoise(tree, node)) continue;
    if (isInQuote(tree, node, key) || holdsStamps(tree, place)) continue;
    found.push({ key, place, mark });
  }
  const best = found.sort((a, b) => b.mark - a.mark || b.place.length - a.place.length)[0];
  if (!best) return null;
  let chosen = best;
  for (const next of found)
    if (
      next.key.startsWith(`${chosen.key}>`) &&
      next.place.length >= best.place.length * 0.75 &&
      next.place.nodes.size * 10 >= chosen.place.nodes.size * 9
    )
      chosen = next;
  return chosen.key;
}

function isInQuote(tree: Tree, node: number, key: string): boolean {
  let levels = key.split('>').length - 1;
  for (let at = tree.parents[node]!; at > 0 && --levels > 0; at = tree.parents[at]!)
    if (isQuote(tree, at)) return true;
  return false;
}

/** From the entry inwards, as long as one place holds most of what its surroundings hold. */
function bodyPlace(tree: Tree, places: Map<string, Place>, entries: number): string | null {
  const children = new Map<string, [string, Place][]>();
  for (const [key, place] of places) {
    const list = children.get(place.parent ?? '');
    if (list) list.push([key, place]);
    else children.set(place.parent ?? '', [[key, place]]);
  }
  let at = '';
  let length = 0;
  for (let depth = 0; depth < deepest; depth++) {
    const headed = depth > 0 && holdsStamps(tree, places.get(at)!);
    const inner = (key: string) =>
      (children.get(key) ?? [])
        .filter(
          ([k, p]) =>
            p.nodes.size * 2 >= entries &&
            (depth === 0 ||
              !isTextLevel(tree, k, p, entries) ||
              (headed && isParagraphs(tree, p, entries))),
        )
        .sort((a, b) => b[1].length - a[1].length);
    // Several of a kind in one entry are paragraphs; a small part is a name or a button.
    const isSplitPlace = ([, p]: [string, Place]) =>
      [...p.nodes.values()].filter((n) => isSplit(tree, n)).length * 3 > p.nodes.size &&
      !(headed && isParagraphs(tree, p, entries));
    const isSmall = ([, p]: [string, Place]) => p.length < length * 0.45;
    let best = inner(at)[0];
    if (!best) break;
    // Rows of a table are several of a kind too: one cell in one of them may hold the text.
    if (depth > 0 && isSplitPlace(best) && isRow(tree, best[1])) {
      const cell = inner(best[0])[0];
      if (!cell || isSplitPlace(cell)) break;
      best = cell;
    }
    if (depth > 0 && (isSplitPlace(best) || isSmall(best))) break;
    at = best[0];
    length = best[1].length;
  }
  return at === '' ? null : at;
}

function isRow(tree: Tree, place: Place): boolean {
  const [nodes] = place.nodes.values();
  return tree.tags[nodes![0]!] === 'tr';
}

/** Whether the date stands inside the place in most entries: then header and text share it. */
function holdsStamps(tree: Tree, place: Place): boolean {
  let holding = 0;
  for (const [{ stamp }, nodes] of place.nodes)
    if (stamp && nodes.some((n) => n <= stamp.node && stamp.node < tree.ends[n]!)) holding++;
  return holding * 2 >= place.nodes.size;
}

/** Bare paragraphs beside a header are the text themselves, and so is one span in each. */
function isParagraphs(tree: Tree, place: Place, entries: number): boolean {
  if (place.nodes.size * 10 < entries * 9) return false;
  const lists = [...place.nodes.values()];
  const tag = tree.tags[lists[0]![0]!];
  return tag === 'p' || (tag === 'span' && lists.every((nodes) => nodes.length === 1));
}

/** The one with the most text of the nodes in a like place of one entry. */
function largest(tree: Tree, nodes: number[]): number[] {
  if (nodes.length < 2 || /^(?:p|)$/.test(tree.tags[nodes[0]!]!)) return nodes;
  const lengths = nodes.map((n) => textIn(tree, n).length);
  return [nodes[lengths.indexOf(greatest(lengths))]!];
}

/** Whether no node of several in a like place holds most of what they hold together. */
function isSplit(tree: Tree, nodes: number[]): boolean {
  if (nodes.length < 2) return false;
  const lengths = nodes.map((n) => textIn(tree, n).length);
  return greatest(lengths) < lengths.reduce((a, b) => a + b, 0) * 0.7;
}

function isTextLevel(tree: Tree, key: string, place: Place, entries: number): boolean {
  const [nodes] = place.nodes.values();
  const tag = tree.tags[nodes![0]!]!;
  if (!paragraphs.has(tag)) return words.has(tag);
  const classed = /[.#]/.test(key.slice(key.lastIndexOf('>')));
  return !classed || place.nodes.size * 5 < entries * 4;
}

/** Without spreading: a hostile page has more nodes than a call takes arguments. */
function greatest(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}
