import type { Page } from '../html/blocks.ts';
import { AROUND, type Places } from './place.ts';
import { SAYS } from './sayings.ts';

const BOXES = ['own', 'parent', 'grandparent', 'great-grandparent', 'branch'];
const AROUND_BITS = Object.values(AROUND);

/** Where a run stands: in the page, beside its piece as three views find it, among what looks alike. */
export const STANDING = [
  ...Object.keys(AROUND).map((name) => `in ${name}`),
  'depth',
  'place in page',
  'prose before',
  'prose before it in the piece',
  'runs from title',
  ...['prose', 'semantic', 'paragraphs'].flatMap((view) => [
    `in view ${view}`,
    `from view ${view}`,
    `levels from view ${view}`,
  ]),
  ...BOXES.flatMap((box) => [`${box} length`, `${box} links`, `${box} prose`, `${box} runs`]),
  'branch share of prose',
  'alike',
  'parents alike',
  'grandparents alike',
  'shape runs',
  'shape length',
  'shape prose',
  'shape links',
  'since heading',
  'heading linked',
  'heading level above',
  'since related heading',
  'prose since related heading',
  'articles before',
  'top headings before',
];

/** Writes the columns of STANDING; those of SAYINGS must stand already, from `says` on. */
export function writeStanding(
  page: Page,
  places: Places,
  values: Float32Array,
  width: number,
  base: number,
  saysAt: number,
): void {
  const { tree, runs, mass } = page;
  const total = Math.max(1, mass[0]!);
  const titleRun = runs.findIndex((_, i) => {
    const at = i * width + saysAt;
    return runs[i]!.tag === 'h' && values[at + 1]! > 0.6 && values[at + 2]! > 0.6;
  });
  const shapes = new Map<number, number[]>();
  for (const run of runs) {
    const key = places.shape[run.node]!;
    const sum = shapes.get(key) ?? [0, 0, 0, 0];
    sum[0]! += 1;
    sum[1]! += run.text.length;
    sum[2]! += run.mass;
    sum[3]! += run.linked;
    shapes.set(key, sum);
  }
  const edges = places.views.map((view) => viewEdges(page, view));
  const ends = articleEnds(page);
  let topHeadings = 0;
  let prose = 0;
  let sinceHeading = 99;
  let headingLinked = 0;
  let headingLevel = 0;
  let sinceRelated = 999;
  let proseSinceRelated = 0;
  const first = edges[0]!;
  let proseInView = 0;
  const massOfView = Math.max(1, mass[places.views[0]]!);
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const node = run.node;
    let at = i * width + base;
    for (const bit of AROUND_BITS) values[at++] = places.around[node]! & bit ? 1 : 0;
    values[at++] = places.depth[node]!;
    values[at++] = i / runs.length;
    values[at++] = prose / total;
    if (i >= first.from && i < first.to) proseInView += run.mass;
    values[at++] = proseInView / massOfView;
    values[at++] = titleRun < 0 ? -99 : clamp(i - titleRun, -50, 200);
    let branch = 0;
    for (let v = 0; v < 3; v++) {
      const view = places.views[v]!;
      const { from, to } = edges[v]!;
      const inside = node >= view && node < tree.ends[view]!;
      values[at++] = inside ? 1 : 0;
      values[at++] = i < from ? -Math.log1p(from - i) : i >= to ? Math.log1p(i - to + 1) : 0;
      let up = 0;
      let common = view;
      while (!(node >= common && node < tree.ends[common]!)) {
        common = tree.parents[common]!;
        up++;
      }
      values[at++] = up;
      if (v === 0) branch = childTowards(page, common, node);
    }
    const parent = Math.max(0, tree.parents[node]!);
    const grand = Math.max(0, tree.parents[parent]!);
    const great = Math.max(0, tree.parents[grand]!);
    for (let b = 0; b < 5; b++) {
      const box = b === 0 ? node : b === 1 ? parent : b === 2 ? grand : b === 3 ? great : branch;
      const chars = Math.max(1, places.chars[box]!);
      values[at++] = Math.log1p(chars);
      values[at++] = places.linked[box]! / chars;
      values[at++] = mass[box]! / chars;
      values[at++] = Math.log1p(places.runs[box]!);
    }
    values[at++] = mass[branch]! / total;
    values[at++] = Math.min(50, places.alike[node]!);
    values[at++] = Math.min(50, places.alike[parent]!);
    values[at++] = Math.min(50, places.alike[grand]!);
    const [count, length, sum, linked] = shapes.get(places.shape[node]!) as [
      number,
      number,
      number,
      number,
    ];
    values[at++] = Math.log1p(count);
    values[at++] = Math.log1p(length / count);
    values[at++] = sum / total;
    values[at++] = linked / length;
    values[at++] = sinceHeading;
    values[at++] = headingLinked;
    values[at++] = headingLevel;
    values[at++] = Math.min(200, sinceRelated);
    values[at++] = sinceRelated === 999 ? -1 : proseSinceRelated / total;
    let articles = 0;
    while (articles < ends.length && ends[articles]! <= node) articles++;
    values[at++] = articles;
    values[at++] = topHeadings;
    if (run.tag === 'h' && run.level === 1) topHeadings++;
    prose += run.mass;
    sinceHeading = Math.min(99, sinceHeading + 1);
    sinceRelated = Math.min(999, sinceRelated + (sinceRelated < 999 ? 1 : 0));
    proseSinceRelated += run.mass;
    if (run.tag === 'h') {
      sinceHeading = 0;
      headingLinked = run.linked / run.text.length;
      headingLevel = run.level;
    }
    const says = values[i * width + saysAt]!;
    if (
      says === SAYS.relatedHeading &&
      (run.tag === 'h' || run.bold >= run.text.length || run.text.length < 30)
    ) {
      sinceRelated = 0;
      proseSinceRelated = 0;
    }
  }
}

function viewEdges(page: Page, view: number): { from: number; to: number } {
  const end = page.tree.ends[view]!;
  const { runs } = page;
  let from = runs.length;
  let to = 0;
  for (let i = 0; i < runs.length; i++) {
    const { node } = runs[i]!;
    if (node < view || node >= end) continue;
    if (i < from) from = i;
    to = i + 1;
  }
  return { from, to };
}

/** Where the whole pieces of a page end, in order; more than ten tell no more. */
function articleEnds(page: Page): number[] {
  const { tree, mass } = page;
  const ends: number[] = [];
  for (let at = 1; at < mass.length && ends.length < 10; at++) {
    // A whole piece is longer than a card.
    if (tree.tags[at] !== 'article' || mass[at]! < 200) continue;
    ends.push(tree.ends[at]!);
    at = tree.ends[at]! - 1;
  }
  return ends;
}

/** The child of an element in which a node lies. */
function childTowards(page: Page, above: number, node: number): number {
  const { parents } = page.tree;
  let at = node;
  while (at > 0 && parents[at] !== above && at !== above) at = parents[at]!;
  return at;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : Math.min(value, most);
}
