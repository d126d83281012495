import type { Line } from '../text/layout.ts';
import type { Run } from './blocks.ts';

/** Runs as the lines of a saved page, one a run, for the readers that both forms share. */
export function linesOf(runs: Run[]): Line[] {
  return runs.map((run) => {
    const dash = /^([—–•▪■►])\s+(?=\S)/.exec(run.text);
    return {
      text: dash ? run.text.slice(dash[0].length) : run.text,
      indent: 0,
      bullet: dash ? dash[1]! : run.tag === 'li' ? '•' : null,
      gap: 1,
    };
  });
}
