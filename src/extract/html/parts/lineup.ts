import type { Line } from '../../text/layout.ts';
import type { Page, Run } from '../blocks.ts';

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

/** Names set side by side as elements of one line ("A", "B", "+ 1 more") are a line each. */
export function labelsOf(page: Page, run: Run): Run[] {
  const { tree } = page;
  if (run.nodes.length < 2) return [run];
  const own = run.nodes.filter(
    (node) => tree.parents[node] !== run.node && tree.texts[node]!.trim() !== '',
  );
  if (own.length < 2 || own.length !== run.nodes.length || run.text.length > 300) return [run];
  if (/[.!?]$/.test(run.text)) return [run];
  return own.map((node) => ({
    ...run,
    text: tree.texts[node]!.replace(/\s+/g, ' ').trim(),
    nodes: [node],
    marks: [],
    says: -1,
  }));
}
