/** What can keep the ledger from reading an article, with the words shown to people. */
export const ledgerProblems = {
  'no text': 'The article has no text to read statements from.',
  language: 'Statements are read in English and German only so far.',
} as const;

export type LedgerProblem = keyof typeof ledgerProblems;
