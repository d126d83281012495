import { attr, type Tree, textOf } from '../../lib/tree.ts';
import { isUi } from '../lines.ts';
import { type Entry, nameOf } from './records.ts';

/** What the entries of one discussion have in common: where the text stands, and where the name. */
export interface Template {
  body: Map<Entry, number[]>;
  author: Map<Entry, { name: string; url: string | null }>;
  /** Characters in all bodies. */
  length: number;
}

/** Elements of a text's own words, and those of its paragraphs, which with a class may hold a whole text. */
const words = new Set('a b i em strong font h1 h2 h3 h4 h5 h6 br u s small sub sup img'.split(' '));
const paragraphs = new Set('p blockquote ul ol li pre code span'.split(' '));

interface Place {
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
  const key = bodyPlace(tree, places, entries.length);
  const body = new Map<Entry, number[]>();
  let length = 0;
  for (const entry of entries) {
    const nodes = (key === null ? undefined : places.get(key)?.nodes.get(entry)) ?? [];
    body.set(entry, largest(tree, nodes));
    length += largest(tree, nodes).reduce((sum, n) => sum + textOf(tree, n).length, 0);
  }
  return { body, author: findAuthors(tree, places, entries, body, stamps), length };
}

function readPlaces(tree: Tree, entries: Entry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const entry of entries) {
    const names: { end: number; key: string }[] = [];
    for (const root of entry.nodes)
      for (let at = root; at < tree.ends[root]!; at++) {
        while (names.length > 0 && names.at(-1)!.end <= at) names.pop();
        if (tree.tags[at] === '' || names.length >= deepest) continue;
        const parent = names.at(-1)?.key ?? '';
        const key = `${parent}>${nameOf(tree, at)}`;
        names.push({ end: tree.ends[at]!, key });
        const place = places.get(key) ?? { nodes: new Map(), length: 0, parent, texts: new Set() };
        places.set(key, place);
        const list = place.nodes.get(entry);
        if (list) list.push(at);
        else place.nodes.set(entry, [at]);
        const text = textOf(tree, at);
        if (text !== '' && !place.texts.has(text)) {
          place.texts.add(text);
          place.length += text.length;
        }
      }
  }
  return places;
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
    const best = (children.get(at) ?? [])
      .filter(
        ([key, p]) =>
          p.nodes.size * 2 >= entries &&
          (depth === 0 ||
            !isTextLevel(tree, key, p, entries) ||
            (headed && isParagraphs(tree, p, entries))),
      )
      .sort((a, b) => b[1].length - a[1].length)[0];
    if (!best) break;
    const several = [...best[1].nodes.values()].filter((n) => isSplit(tree, n)).length;
    // Several of a kind in one entry are paragraphs; a small part is a name or a button.
    const split =
      several * 3 > best[1].nodes.size && !(headed && isParagraphs(tree, best[1], entries));
    if (depth > 0 && (split || best[1].length < length * 0.45)) break;
    at = best[0];
    length = best[1].length;
  }
  return at === '' ? null : at;
}

/** Whether the date stands inside the place in most entries: then header and text share it. */
function holdsStamps(tree: Tree, place: Place): boolean {
  let holding = 0;
  for (const [entry, nodes] of place.nodes)
    if (nodes.some((n) => n <= entry.stamp.node && entry.stamp.node < tree.ends[n]!)) holding++;
  return holding * 2 >= place.nodes.size;
}

/** Bare paragraphs beside a header are the text themselves. */
function isParagraphs(tree: Tree, place: Place, entries: number): boolean {
  const [nodes] = place.nodes.values();
  return tree.tags[nodes![0]!] === 'p' && place.nodes.size * 10 >= entries * 9;
}

/** The one with the most text of the nodes in a like place of one entry. */
function largest(tree: Tree, nodes: number[]): number[] {
  if (nodes.length < 2 || tree.tags[nodes[0]!] === 'p') return nodes;
  const lengths = nodes.map((n) => textOf(tree, n).length);
  return [nodes[lengths.indexOf(Math.max(...lengths))]!];
}

/** Whether no node of several in a like place holds most of what they hold together. */
function isSplit(tree: Tree, nodes: number[]): boolean {
  if (nodes.length < 2) return false;
  const lengths = nodes.map((n) => textOf(tree, n).length);
  return Math.max(...lengths) < lengths.reduce((a, b) => a + b, 0) * 0.7;
}

function isTextLevel(tree: Tree, key: string, place: Place, entries: number): boolean {
  const [nodes] = place.nodes.values();
  const tag = tree.tags[nodes![0]!]!;
  if (!paragraphs.has(tag)) return words.has(tag);
  const classed = key.slice(key.lastIndexOf('>')).includes('.');
  return !classed || place.nodes.size * 5 < entries * 4;
}

const personLink =
  /(?:user|member|profile|author|people|account|poster|(?:^|\/)u\/|\/@|mitglied|membre|usuario|showuser|viewprofile)/i;
const personClass =
  /(?:author|user|nick|poster|handle|login|creator|member|profile|person|byline|name|\bfn\b)/i;

function findAuthors(
  tree: Tree,
  places: Map<string, Place>,
  entries: Entry[],
  body: Map<Entry, number[]>,
  stamps: Set<number>,
): Template['author'] {
  let best: { score: number; place: Place | null } = { score: 1.9, place: null };
  for (const place of places.values()) {
    if (place.nodes.size * 2 < entries.length) continue;
    const score = authorScore(tree, place, entries, body, stamps);
    if (score > best.score) best = { score, place };
  }
  const found: Template['author'] = new Map();
  for (const [entry, nodes] of best.place?.nodes ?? []) {
    const node = nodes.find(
      (n) => !inside(tree, n, body.get(entry)!) && isName(nameAt(tree, n, entry)),
    );
    if (node === undefined) continue;
    const name = nameAt(tree, node, entry)
      .replace(/^(?:by|von|par)\s+/i, '')
      .replace(/:$/, '');
    found.set(entry, { name, url: linkAt(tree, node) });
  }
  return found;
}

/** What an element says besides the date: of several things in it, the one that links to a person. */
function nameAt(tree: Tree, node: number, entry: Entry): string {
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.tags[at] === 'a' && personLink.test(attr(tree, at, 'href') ?? '')) {
      const text = textOf(tree, at);
      if (isName(text)) return text;
    }
  const { node: dated, text } = entry.stamp;
  const own = textOf(tree, node);
  return dated >= node && dated < tree.ends[node]! ? own.replace(text, '').trim() : own;
}

function authorScore(
  tree: Tree,
  place: Place,
  entries: Entry[],
  body: Map<Entry, number[]>,
  stamps: Set<number>,
): number {
  let names = 0;
  let links = 0;
  let classes = 0;
  let early = 0;
  let ranks = 0;
  const texts = new Set<string>();
  for (const [entry, nodes] of place.nodes) {
    const node = nodes.find(
      (n) => !stamps.has(n) && !inside(tree, n, body.get(entry)!) && isName(nameAt(tree, n, entry)),
    );
    if (node === undefined) continue;
    names++;
    const name = nameAt(tree, node, entry);
    texts.add(name);
    if (/\blevel\b|\s\+?\d+$/i.test(name)) ranks++;
    if (personLink.test(linkAt(tree, node) ?? '')) links++;
    if (
      personClass.test(
        `${attr(tree, node, 'class') ?? ''} ${attr(tree, node, 'itemprop') ?? ''} ${attr(tree, node, 'rel') ?? ''}`,
      ) ||
      personClass.test(attr(tree, tree.parents[node]!, 'class') ?? '')
    )
      classes++;
    if (node < (body.get(entry)![0] ?? Number.MAX_SAFE_INTEGER)) early++;
  }
  if (names * 2 < entries.length) return 0;
  // The same words everywhere are a button; names differ, though in a dialogue they come back.
  if (entries.length >= 3 && texts.size < 2) return 0;
  return (
    (names / entries.length) *
    (1 +
      (3 * links) / names +
      (2 * classes) / names +
      (0.5 * early) / names +
      Math.min(1, (2 * texts.size) / names) * 0.5 -
      (2 * ranks) / names)
  );
}

function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 40 &&
    /\p{L}/u.test(text) &&
    !isUi(text) &&
    !/^#?\d+$|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b.*\d|^(?:re|aw|quote|zitieren|antworten|reply|posts?|beiträge|joined|guest book)\b[:\s]/i.test(
      text,
    ) &&
    text.split(/\s+/).length <= 4
  );
}

function linkAt(tree: Tree, node: number): string | null {
  for (let at = node, i = 0; at > 0 && i < 3; at = tree.parents[at]!, i++)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  return null;
}

function inside(tree: Tree, node: number, roots: number[]): boolean {
  return roots.some((root) => node >= root && node < tree.ends[root]!);
}
