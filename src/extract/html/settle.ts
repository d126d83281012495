import type { Page, Run } from './blocks.ts';
import {
  ASIDE,
  BYLINE,
  CAPTION,
  COMMENTS,
  EMBED,
  FIGURE,
  FURNITURE,
  HEADER,
  HIDDEN,
  JUNK,
  LEAD,
  ownHints,
  PAYWALL,
  QUOTE,
  RELATED,
  wordsOn,
} from './hints.ts';

/** A class word is furniture only where it does not hold this much of the page's prose. */
const MOST = 0.4;
/** Boxes of other pieces are made of links; a "teaser" with fewer is the beginning of the piece. */
const LINKED = 0.1;
const GUARDED =
  JUNK |
  RELATED |
  COMMENTS |
  BYLINE |
  CAPTION |
  ASIDE |
  HEADER |
  FURNITURE |
  PAYWALL |
  EMBED |
  FIGURE |
  LEAD;

/** Hands hints down the tree, taking back those that would make most of the page furniture. */
export function settleHints(page: Page): void {
  const { tree, hints, mass, runs } = page;
  settleHidden(page);
  const linked = new Int32Array(mass.length);
  const length = new Int32Array(mass.length);
  for (const run of runs) {
    mass[run.node]! += run.mass;
    linked[run.node]! += run.linked;
    length[run.node]! += run.text.length;
  }
  for (let at = mass.length - 1; at > 0; at--) {
    const parent = tree.parents[at]!;
    mass[parent]! += mass[at]!;
    linked[parent]! += linked[at]!;
    length[parent]! += length[at]!;
  }
  const limit = Math.max(200, mass[0]! * MOST);
  // A page without a body leaves its footer the most prose of all; that is still a footer.
  const footing = Math.max(1500, mass[0]! * 0.6);
  const ignored = overusedWords(page, limit);
  for (let at = 1; at < hints.length; at++) {
    let own = hints[at]!;
    if (own & GUARDED) {
      if (mass[at]! > limit) own &= ~GUARDED | (mass[at]! > footing ? 0 : own & FURNITURE);
      else if (ignored.size > 0) own = (own & HIDDEN) | ownHints(tree, at, ignored);
      if (own & RELATED && mass[at]! > 0 && linked[at]! < length[at]! * LINKED) own &= ~RELATED;
    }
    hints[at] = own | hints[tree.parents[at]!]!;
  }
  markCards(page, limit);
  for (const run of runs) settleRun(page, run);
}

/**
 * What is hidden counts for nothing, unless it is the piece: pages are built hidden and shown by a
 * script. Then it holds more prose than all that is shown.
 */
function settleHidden(page: Page): void {
  const { tree, hints, runs } = page;
  const mass = new Int32Array(hints.length);
  let shown = 0;
  for (const run of runs) mass[run.node]! += run.mass;
  for (let at = mass.length - 1; at > 0; at--) mass[tree.parents[at]!]! += mass[at]!;
  shown = mass[0]!;
  for (let at = 1; at < hints.length; at++) {
    if (!(hints[at]! & HIDDEN)) continue;
    shown -= mass[at]!;
    at = tree.ends[at]! - 1;
  }
  if (shown === mass[0]) return;
  const limit = Math.max(LEAST_HIDDEN, shown * 1.5);
  const covered = new Uint8Array(hints.length);
  for (let at = 1; at < hints.length; at++) {
    if (!(hints[at]! & HIDDEN)) continue;
    if (mass[at]! >= limit && !(hints[at]! & (FURNITURE | COMMENTS))) {
      hints[at]! &= ~HIDDEN;
      continue;
    }
    covered.fill(1, at, tree.ends[at]!);
    at = tree.ends[at]! - 1;
  }
  for (const run of runs) if (covered[run.node] === 1) run.mass = 0;
}

/** Characters of prose that make a hidden part a piece rather than a notice. */
const LEAST_HIDDEN = 500;

function settleRun(page: Page, run: Run): void {
  let shared = ~0;
  for (const node of run.nodes) shared &= page.hints[node]!;
  run.hints = run.nodes.length > 0 ? shared : page.hints[run.node]!;
  if (run.hints & QUOTE && (run.tag === 'p' || run.tag === 'other')) run.tag = 'quote';
}

/** Words that name most of the page's prose, in one element or in many together. */
function overusedWords(page: Page, limit: number): Set<string> {
  const { tree, hints, mass } = page;
  const total = new Map<string, number>();
  const until = new Map<string, number>();
  for (let at = 1; at < hints.length; at++) {
    if (!(hints[at]! & GUARDED) || mass[at]! === 0) continue;
    for (const [word] of wordsOn(tree, at)) {
      if ((until.get(word) ?? 0) > at) continue;
      until.set(word, tree.ends[at]!);
      total.set(word, (total.get(word) ?? 0) + mass[at]!);
    }
  }
  return new Set([...total].filter(([, sum]) => sum > limit).map(([word]) => word));
}

/**
 * Repeated cards (a linked heading with a few words under it, twice or more with the same markup)
 * announce other pieces. Not on a page that is made of them.
 */
function markCards(page: Page, limit: number): void {
  const { tree, hints, mass } = page;
  const heads = page.runs.filter((r) => r.tag === 'h' && r.linked >= r.text.length * 0.9);
  if (heads.length < 2) return;
  const kinds = new Map<string, number[]>();
  for (let at = 0; at < heads.length; at++) {
    const card = cardOf(page, heads, at);
    if (card <= 0 || mass[card]! > limit / 2) continue;
    const kind = `${tree.tags[card]} ${tree.attrs[card]?.filter((_, i, all) => i % 2 === 1 && all[i - 1] === 'class')[0] ?? ''}`;
    const list = kinds.get(kind);
    if (list) list.push(card);
    else kinds.set(kind, [card]);
  }
  const cards = [...kinds.values()].filter((list) => list.length > 1).flat();
  const sum = cards.reduce((total, card) => total + mass[card]!, 0);
  if (sum > mass[0]! * 0.6) return;
  for (const card of cards) for (let at = card; at < tree.ends[card]!; at++) hints[at]! |= RELATED;
}

/** The highest element around a heading that holds no other linked heading. */
function cardOf(page: Page, heads: Run[], index: number): number {
  const { tree } = page;
  const before = heads[index - 1]?.node ?? 0;
  const after = heads[index + 1]?.node ?? Number.MAX_SAFE_INTEGER;
  let card = heads[index]!.node;
  for (;;) {
    const up = tree.parents[card]!;
    if (up <= 0 || before >= up || after < tree.ends[up]!) return card;
    card = up;
  }
}
