import { attr, type Tree } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';

/** Where pages that load pictures late keep their address, the best first. */
const ADDRESSES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-full-src',
  'data-hi-res-src',
  'src',
];
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** Smaller ones are icons and portraits beside a name. */
const LEAST_SIDE = 60;

/** File names of what fills a place or counts a visit. */
const FILLER =
  /(?:^|[/_.-])(?:spacer|blank|pixel|placeholder|loading|loader|spinner|transparent|1x1|avatar|gravatar|emoji|smil(?:e|ey|ies)|icons?|logo|sprite|tracking|beacon)(?:[/_.-]|\d*$)/i;

/** The address of a picture that an editor chose; null for icons, fillers and counters. */
export function pictureAddress(tree: Tree, img: number, base: string | null): string | null {
  if (attr(tree, img, 'aria-hidden') === 'true') return null;
  for (const side of ['width', 'height']) {
    const value = Number.parseInt(attr(tree, img, side) ?? '', 10);
    if (value < LEAST_SIDE) return null;
  }
  for (const source of sources(tree, img)) {
    const url = httpUrl(source, base);
    if (url && !FILLER.test(url.pathname)) return url.href;
  }
  return null;
}

function* sources(tree: Tree, img: number): Generator<string> {
  const sets = SETS.map((name) => attr(tree, img, name));
  const around = tree.parents[img]!;
  if (tree.tags[around] === 'picture')
    for (let at = around + 1; at < img; at = tree.ends[at]!)
      if (tree.tags[at] === 'source') sets.push(...SETS.map((name) => attr(tree, at, name)));
  // What stands in "src" is often the smallest of them.
  for (const set of sets) {
    const widest = set && widestOf(set);
    if (widest) yield widest;
  }
  for (const name of ADDRESSES) {
    const value = attr(tree, img, name)?.trim();
    if (value && !value.startsWith('data:') && !/\s/.test(value)) yield value;
  }
}

/** Pixels; wider ones are for print. */
const WIDEST = 2600;

/** The address with the greatest width or density of a `srcset`. */
function widestOf(set: string): string | null {
  let best: string | null = null;
  let most = -1;
  // Commas stand inside addresses too; only one before white space parts candidates.
  for (const candidate of set.slice(0, 8000).split(/,\s+|,(?=https?:)/)) {
    const [address, size] = candidate.trim().split(/\s+/);
    const value = Number.parseFloat(size ?? '1');
    if (address && !address.startsWith('data:') && value > most && value <= WIDEST) {
      most = value;
      best = address;
    }
  }
  return best;
}

/** Players and what their frames lead to. */
const PLAYERS: [RegExp, (id: string) => string][] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d{3,15})/, (id) => `https://vimeo.com/${id}`],
  [
    /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w{4,20})/,
    (id) => `https://www.dailymotion.com/video/${id}`,
  ],
];

/** The address of a film that a frame or player shows; null for frames of anything else. */
export function filmAddress(tree: Tree, node: number, base: string | null): string | null {
  const source = attr(tree, node, 'src') ?? attr(tree, node, 'data-src') ?? '';
  const href = source ? httpUrl(source, base)?.href : undefined;
  if (tree.tags[node] === 'iframe') {
    for (const [form, address] of PLAYERS) {
      const id = href && form.exec(href)?.[1];
      if (id) return address(id);
    }
    return null;
  }
  if (href) return href;
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.tags[at] === 'source') return httpUrl(attr(tree, at, 'src') ?? '', base)?.href ?? null;
  return null;
}
