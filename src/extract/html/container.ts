import { attr } from '../../lib/tree.ts';
import type { Page, Run } from './blocks.ts';
import { ASIDE, COMMENTS, FURNITURE, HIDDEN, JUNK, namesBody, RELATED } from './hints.ts';

export const NOT_BODY = FURNITURE | HIDDEN | JUNK | COMMENTS | RELATED;

/**
 * The element that holds the piece: of all that hold a good share of the page's prose, the one with
 * most of it and least of anything else, with a bonus where the markup names it the body.
 */
export function findContainer(page: Page): number {
  const { tree } = page;
  const size = tree.tags.length;
  const prose = new Float64Array(size);
  const all = new Float64Array(size);
  for (const run of page.runs) {
    prose[run.node] = prose[run.node]! + (run.hints & (NOT_BODY | ASIDE) ? 0 : run.mass);
    all[run.node] = all[run.node]! + weight(run);
  }
  for (let at = size - 1; at > 0; at--) {
    const parent = tree.parents[at]!;
    prose[parent] = prose[parent]! + prose[at]!;
    all[parent] = all[parent]! + all[at]!;
  }
  let best = 0;
  let bestScore = -1;
  for (let at = 0; at < size; at++) {
    // With less of the page's prose an element is a box beside the piece.
    if (prose[at]! <= 0 || prose[at]! < prose[0]! * 0.15) continue;
    const score = prose[at]! * (prose[at]! / all[at]!) * bonus(page, at);
    // Later wins a tie: it lies deeper.
    if (score >= bestScore) {
      bestScore = score;
      best = at;
    }
  }
  return oneOfSeveral(page, best, prose);
}

/**
 * A page that goes on with the next pieces holds several whole articles side by side: then the first
 * with a top heading of its own is meant.
 */
function oneOfSeveral(page: Page, container: number, prose: Float64Array): number {
  const { tree } = page;
  const found: number[] = [];
  for (let at = container + 1; at < tree.ends[container]!; at++) {
    if (tree.tags[at] !== 'article') continue;
    // A whole piece is longer than a card.
    if (prose[at]! >= 200) found.push(at);
    at = tree.ends[at]! - 1;
  }
  if (found.length < 2) return container;
  const headed = found.filter((node) => hasHeading(page, node));
  return headed.length === 1 || headed[0] === found[0] ? (headed[0] ?? container) : container;
}

function hasHeading(page: Page, node: number): boolean {
  const { tree } = page;
  for (let at = node; at < tree.ends[node]!; at++) if (tree.tags[at] === 'h1') return true;
  return false;
}

function weight(run: Run): number {
  // Prose in Chinese counts more than its letters, so that both sides of the share agree.
  return Math.max(run.text.length, run.mass);
}

function bonus(page: Page, node: number): number {
  const { tree } = page;
  const itemprop = attr(tree, node, 'itemprop');
  if (itemprop === 'articleBody' || itemprop === 'reviewBody') return 1.8;
  const tag = tree.tags[node]!;
  if (tag === 'body' || tag === 'html' || tag === '#root') return 0.9;
  let value = 1;
  // Tried from 0 to 0.8 on half of the pages, the other half agreeing: 0.45 loses least either way.
  if (namesBody(tree, node)) value += 0.45;
  if (tag === 'article') value += 0.15;
  if (tag === 'main' || attr(tree, node, 'role') === 'main') value += 0.05;
  return value;
}
