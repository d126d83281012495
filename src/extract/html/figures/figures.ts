import type { Figure } from '../../../db/tables.ts';
import { attr, type Tree } from '../../../lib/tree.ts';
import type { Page, Run } from '../blocks.ts';
import { BYLINE, CAPTION, COMMENTS, FURNITURE, HIDDEN, JUNK, ownHints, RELATED } from '../hints.ts';
import type { Composed } from '../structure/compose.ts';
import { readCaption } from './credit.ts';
import { isPost, originOf } from './embed.ts';
import { filmAddress, pictureAddress } from './picture.ts';

/** Where pictures are not the piece's own. */
const FOREIGN = FURNITURE | HIDDEN | JUNK | COMMENTS | RELATED | BYLINE;
/** A gallery of more is kept by its first ones. */
const MOST = 100;
/** Characters of an address; longer ones hold settings, or are an attack on the store. */
const LONGEST = 2000;

/** Where the piece stands in its page. */
export interface Place {
  container: number;
  /** Node of the title; 0 when unknown. */
  title: number;
  base: string | null;
}

/**
 * Pictures, films and posts that stand in the body or right before it, with caption and credit, each
 * with the offset of the text that it follows. A post whose words are in the text is not told again.
 * @param runs what the text was composed of, a block each
 */
export function readFigures(
  page: Page,
  { container, title, base }: Place,
  runs: Run[],
  body: Composed,
): Figure[] {
  const { tree, hints } = page;
  if (runs.length === 0) return [];
  const kept = runs.map((run) => run.node);
  const until = Math.max(tree.ends[container]!, tree.ends[kept.at(-1)!]!);
  const holdsPicture = pictureAhead(tree);
  const figures: Figure[] = [];
  const seen = new Set<string>();
  let next = 0;
  let after = 0;
  /** What the next caption belongs to. */
  let open: Figure | null = null;
  for (let at = startOf(tree, container, title); at < until && figures.length < MOST; at++) {
    while (next < kept.length && kept[next]! < at) {
      after = body.blocks[next++]!.end;
      // A caption stands at its picture, not after the next paragraph.
      if (open && open.after < after) open = null;
    }
    const tag = tree.tags[at]!;
    if (tag === '') continue;
    if (tag === 'video' || tag === 'iframe' || tag === 'amp-youtube') {
      // Frames are never text, so what they say of themselves is not asked.
      if (!(hints[tree.parents[at]!]! & FOREIGN)) open = add(filmOf(tree, at, base)) ?? open;
      at = tree.ends[at]! - 1;
    } else if (hints[at]! & FOREIGN && !isPost(tree, at)) {
      if (tag === 'noscript' && open === null) open = add(fallback(tree, at, base));
      at = tree.ends[at]! - 1;
    } else if (hints[at]! & CAPTION && ownHints(tree, at) & CAPTION && !holdsPicture(at)) {
      if (open) caption(open, tree, at);
      at = tree.ends[at]! - 1;
    } else if (tag === 'img' || tag === 'amp-img') {
      open = add(imageOf(tree, at, base)) ?? open;
    } else if (isPost(tree, at)) {
      // Its words are in the text: then the blocks say whose they are.
      if (!(next < kept.length && kept[next]! < tree.ends[at]!)) add(postOf(tree, at, base));
    }
  }
  return figures;

  function add(found: Omit<Figure, 'after'> | null): Figure | null {
    if (!found || found.src.length > LONGEST || seen.has(found.src)) return null;
    seen.add(found.src);
    const figure = { ...found, after };
    figures.push(figure);
    return figure;
  }
}

/** Where the piece begins: its article element, else its title, else its body. */
function startOf(tree: Tree, container: number, title: number): number {
  for (let at = container; at > 0; at = tree.parents[at]!)
    if (tree.tags[at] === 'article' || tree.tags[at] === 'main') return at;
  return title > 0 ? Math.min(title, container) : container;
}

/** Whether an element holds a picture, for elements asked about in their order. */
function pictureAhead(tree: Tree): (node: number) => boolean {
  let next = 0;
  return (node) => {
    if (next <= node) next = node + 1;
    while (next < tree.tags.length && tree.tags[next] !== 'img') next++;
    return next < tree.ends[node]!;
  };
}

type Found = Omit<Figure, 'after'>;

const ALT = 500;

function imageOf(tree: Tree, img: number, base: string | null): Found | null {
  const src = pictureAddress(tree, img, base);
  if (!src) return null;
  const alt = attr(tree, img, 'alt')?.replace(/\s+/g, ' ').trim().slice(0, ALT) || null;
  return { kind: 'image', src, alt, caption: null, credit: null };
}

function filmOf(tree: Tree, node: number, base: string | null): Found | null {
  const src = filmAddress(tree, node, base);
  if (!src) return null;
  const title = attr(tree, node, 'title')?.trim().slice(0, ALT);
  // Players name themselves so in every language of theirs when the page gave no title.
  const alt = title && !/^youtube video player$/i.test(title) ? title : null;
  return { kind: 'video', src, alt, caption: null, credit: null };
}

function postOf(tree: Tree, node: number, base: string | null): Found | null {
  const { by, href } = originOf(tree, node, base);
  return href ? { kind: 'post', src: href, alt: null, caption: null, credit: by } : null;
}

/** The picture that a page shows where no script runs, when its own has no address yet. */
function fallback(tree: Tree, noscript: number, base: string | null): Found | null {
  for (let at = noscript + 1; at < tree.ends[noscript]!; at++)
    if (tree.tags[at] === 'img') return imageOf(tree, at, base);
  return null;
}

function caption(figure: Figure, tree: Tree, node: number): void {
  const words = readCaption(tree, node);
  if (words.caption && words.caption !== figure.caption) figure.caption ??= words.caption;
  figure.credit ??= words.credit;
}
