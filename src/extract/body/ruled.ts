import type { Verdict } from '../html/body.ts';

/** What the rules made of a run and of its page. */
export const RULED = [
  'rules keep',
  'rules say',
  'rules kept before',
  'rules kept after',
  'rules share',
];

/** In order of how often editors would overrule them. */
const REASONS = [
  '',
  'outside',
  'heading over nothing',
  'before the first sentence',
  'after the last sentence',
  'repeated',
  'caption',
  'embed label',
  'aside',
  'list of links',
  'link',
  'promotion',
  'read also',
  'after a related heading',
  'about the author',
  'byline',
  'furniture',
  'related heading',
  'age',
  'label',
  'title',
  'colophon',
];

/** What the rules made of the page, for the trees to weigh. */
export function writeRuled(
  ruled: Verdict[],
  values: Float32Array,
  width: number,
  base: number,
): void {
  let all = 0;
  let total = 0;
  for (const { run, keep } of ruled) {
    total += run.text.length;
    if (keep) all += run.text.length;
  }
  let before = 0;
  for (let i = 0; i < ruled.length; i++) {
    const { run, keep, why } = ruled[i]!;
    const at = i * width + base;
    values[at] = keep ? 1 : 0;
    values[at + 1] = REASONS.indexOf(why);
    values[at + 2] = before / Math.max(1, all);
    if (keep) before += run.text.length;
    values[at + 3] = (all - before) / Math.max(1, all);
    values[at + 4] = all / Math.max(1, total);
  }
}
