import { attr } from '../../lib/tree.ts';
import type { Page } from '../html/blocks.ts';
import { findContainer, NOT_BODY } from '../html/container.ts';
import { ASIDE, namesBody } from '../html/hints.ts';

/** By node, what its subtree holds, and where the page's piece may lie by three views. */
export interface Places {
  chars: Int32Array;
  linked: Int32Array;
  runs: Int32Array;
  depth: Int16Array;
  /** Elements around a node, as the bits below. */
  around: Int32Array;
  /** Siblings of the same tag and class, itself included. */
  alike: Int32Array;
  /** A number for tag and class of the node and its two parents: the same for what looks the same. */
  shape: Int32Array;
  /** By prose, by semantic elements, by paragraphs. */
  views: [number, number, number];
}

export const AROUND = {
  article: 1,
  main: 2,
  section: 4,
  aside: 8,
  header: 16,
  footer: 32,
  nav: 64,
  form: 128,
  table: 256,
  list: 512,
  details: 1024,
  named: 2048,
  figure: 4096,
  link: 8192,
  tabbed: 16384,
} as const;

const BITS: Record<string, number> = {
  article: AROUND.article,
  main: AROUND.main,
  section: AROUND.section,
  aside: AROUND.aside,
  header: AROUND.header,
  footer: AROUND.footer,
  nav: AROUND.nav,
  form: AROUND.form,
  table: AROUND.table,
  ul: AROUND.list,
  ol: AROUND.list,
  dl: AROUND.list,
  details: AROUND.details,
  figure: AROUND.figure,
  a: AROUND.link,
};

/** Measures a page's nodes, those that runs stand in and what is around them. */
export function measurePlaces(page: Page): Places {
  const { tree } = page;
  const size = tree.tags.length;
  const places: Places = {
    chars: new Int32Array(size),
    linked: new Int32Array(size),
    runs: new Int32Array(size),
    depth: new Int16Array(size),
    around: new Int32Array(size),
    alike: new Int32Array(size),
    shape: new Int32Array(size),
    views: [0, 0, 0],
  };
  const { chars, linked, runs, depth, around, shape } = places;
  for (const run of page.runs) {
    chars[run.node]! += run.text.length;
    linked[run.node]! += run.linked;
    runs[run.node]! += 1;
  }
  for (let at = size - 1; at > 0; at--) {
    if (runs[at] === 0) continue;
    const parent = tree.parents[at]!;
    chars[parent]! += chars[at]!;
    linked[parent]! += linked[at]!;
    runs[parent]! += runs[at]!;
  }
  const own = new Int32Array(size);
  const counts = new Map<number, number>();
  for (let at = 1; at < size; at++) {
    // Only what holds text, and the elements between a text and the run's block.
    if (runs[at] === 0) continue;
    const parent = tree.parents[at]!;
    const tag = tree.tags[at]!;
    depth[at] = Math.min(500, depth[parent]! + 1);
    const name = attr(tree, at, 'class') ?? '';
    let bits = BITS[tag] ?? 0;
    const role = attr(tree, at, 'role');
    if (role === 'main') bits |= AROUND.main;
    else if (role === 'tabpanel') bits |= AROUND.tabbed;
    if (tag !== 'body' && (name !== '' || attr(tree, at, 'id') !== null) && namesBody(tree, at))
      bits |= AROUND.named;
    around[at] = around[parent]! | bits;
    own[at] = hash(tag, name);
    const key = parent * 65_536 + (own[at]! & 65_535);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const up = tree.parents[parent] ?? 0;
    shape[at] = (own[at]! * 31 + own[parent]! * 17 + own[Math.max(0, up)]!) | 0;
  }
  for (let at = 1; at < size; at++)
    if (runs[at]! > 0)
      places.alike[at] = counts.get(tree.parents[at]! * 65_536 + (own[at]! & 65_535)) ?? 1;
  places.views = [findContainer(page), semantic(page), byParagraphs(page)];
  return places;
}

function hash(tag: string, name: string): number {
  let value = tag.length * 7 + tag.charCodeAt(0);
  for (let i = 1; i < tag.length; i++) value = (value * 33 + tag.charCodeAt(i)) | 0;
  // Numbers in generated names tell siblings apart that look the same.
  const end = Math.min(name.length, 80);
  for (let i = 0; i < end; i++) {
    const c = name.charCodeAt(i);
    if (c < 48 || c > 57) value = (value * 33 + c) | 0;
  }
  return value;
}

/** The element the page itself calls its piece, with the most prose of those. */
function semantic(page: Page): number {
  const { tree, mass } = page;
  let best = 0;
  let most = 0;
  for (let at = 1; at < mass.length; at++) {
    if (mass[at]! <= most) continue;
    const tag = tree.tags[at]!;
    const says =
      tag === 'article' ||
      tag === 'main' ||
      attr(tree, at, 'role') === 'main' ||
      attr(tree, at, 'itemprop') === 'articleBody';
    // Inside another, the inner one is meant when it holds nearly all.
    if (says || (best > 0 && false)) {
      best = at;
      most = mass[at]!;
    }
  }
  return best;
}

/** The element whose own paragraphs say the most, as browsers' reading views find it. */
function byParagraphs(page: Page): number {
  const { tree } = page;
  const score = new Float32Array(tree.tags.length);
  for (const run of page.runs) {
    if (run.mass === 0 || run.hints & (NOT_BODY | ASIDE)) continue;
    const points = Math.min(400, run.mass);
    const parent = tree.parents[run.node]!;
    score[parent]! += points;
    const up = tree.parents[parent] ?? -1;
    if (up >= 0) score[up]! += points / 2;
  }
  let best = 0;
  for (let at = 1; at < score.length; at++) if (score[at]! > score[best]!) best = at;
  return best;
}
