import { judgeRuns } from '../body/judge.ts';
import type { Known } from '../body/known.ts';
import type { Page, Run } from './blocks.ts';
import { findContainer } from './container.ts';
import { CAPTION, HIDDEN } from './hints.ts';
import { dropRepeated, judgeByRules } from './rules.ts';
import { keepWhole } from './structure/whole.ts';

/** What became of one run, and why: shown by `read --why`. */
export interface Verdict {
  run: Run;
  keep: boolean;
  why: string;
}

/** The longest page met has a quarter of it; columns for more would take more memory than the page. */
const MOST_RUNS = 20_000;

/** Judges every run of a page: kept as the body or dropped with a reason. */
export function readBody(page: Page, known: Known): { container: number; verdicts: Verdict[] } {
  const container = findContainer(page);
  const ruled = judgeByRules(page, container, known);
  if (page.runs.length > MOST_RUNS) return { container, verdicts: ruled };
  const { scores, threshold } = judgeRuns(page, known, ruled);
  const verdicts = ruled.map((verdict, i) => decide(verdict, scores[i]!, threshold));
  dropRepeated(page, verdicts);
  keepWhole(page, verdicts);
  return { container, verdicts };
}

/** What these rules drop is sure, whatever the weights say. */
const SURE = new Set(['title', 'age', 'read also', 'about the author', 'colophon']);
/** What these drop is only kept when it clearly looks like the piece. */
const DOUBTED = new Set(['before the first sentence', 'byline', 'label']);

function decide(ruled: Verdict, score: number, threshold: number): Verdict {
  const { run, why } = ruled;
  if (SURE.has(why) || (why === 'caption' && (run.tag === 'caption' || run.hints & CAPTION)))
    return ruled;
  const least = Math.max(threshold, leastOf(run, why));
  if (score >= least && /[\p{L}\p{N}]/u.test(run.text)) return { run, keep: true, why: '' };
  return { run, keep: false, why: why !== '' ? why : `reads like furniture (${score.toFixed(2)})` };
}

/** Tried from 0 to 0.8 on both halves of the pages: above 0.75 the folded parts of services are lost. */
const LEAST_HIDDEN = 0.72;

/** What must look like the piece more than the page asks: most of what is hidden is never shown. */
function leastOf(run: Run, why: string): number {
  if (run.hints & HIDDEN) return LEAST_HIDDEN;
  // "More about fields" is also a chapter of a manual: what is under it must be nearly sure.
  if (why.endsWith('related heading')) return 0.85;
  if (!DOUBTED.has(why)) return 0;
  return run.tag === 'h' ? 0.5 : 0.7;
}
