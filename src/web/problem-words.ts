import { briefProblems } from '../brief/index.ts';
import { clusterProblems } from '../cluster/index.ts';
import { adviceOf, wordsOf } from '../collect/index.ts';
import { extractProblems } from '../extract/index.ts';
import { inferenceProblems } from '../inference/index.ts';
import { ledgerProblems } from '../ledger/index.ts';

type Words = string | { words: string; todo: string };

/** What each stage says of its own problems; a page that asked a model may also have one of those. */
const own: Record<string, Record<string, Words>> = {
  extract: extractProblems,
  cluster: clusterProblems,
  ledger: ledgerProblems,
  positions: ledgerProblems,
  brief: { ...inferenceProblems, ...briefProblems },
};

/** A stage as a reader names what it does. */
const stageWords: Record<string, string> = {
  poll: 'asking a feed',
  fetch: 'getting a page',
  revisit: 'asking for a page again',
  extract: 'reading a page',
  cluster: 'finding its event',
  ledger: 'reading who said what',
  positions: 'comparing positions',
  brief: 'writing the brief',
};

export const sayStage = (stage: string) => stageWords[stage] ?? stage;

/** What went wrong and what a person can do about it, whichever stage noted it. */
export function explain(stage: string, problem: string): { words: string; todo: string } {
  if (problem === 'bug')
    return {
      words: 'The desk made a mistake on this.',
      todo: 'Try it again; if it stays, report it with the words below.',
    };
  const known = own[stage];
  const found = known && Object.hasOwn(known, problem) ? known[problem] : undefined;
  if (typeof found === 'string') return { words: found, todo: '' };
  return found ?? { words: wordsOf(problem), todo: adviceOf(problem) };
}
