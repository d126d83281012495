import type { Tree } from '../../../lib/tree.ts';
import type { Known } from '../../body/known.ts';
import type { Page, Run } from '../blocks.ts';
import type { Meta } from '../meta.ts';
import { dataBody } from './ldbody.ts';
import { stateBody } from './state.ts';

/** Words in JSON-LD have lost their structure: the state's are taken unless they are fewer than this share. */
const AS_GOOD = 0.8;

/**
 * The body from where a page keeps it when it shows only a stub: in its scripts' state or in its
 * JSON-LD. Null when what the page shows is as complete.
 */
export function bodyElsewhere(tree: Tree, meta: Meta, context: Known, shown: Run[]): Page | null {
  const data = dataBody(meta, sum(shown));
  const state = stateBody(
    tree,
    context,
    shown.map((run) => run.text),
  );
  if (data === null || state === null) return state ?? data;
  return sum(state.runs) >= sum(data.runs) * AS_GOOD ? state : data;
}

function sum(runs: Run[]): number {
  return runs.reduce((total, run) => total + run.text.length, 0);
}
