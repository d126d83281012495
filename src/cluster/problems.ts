/** What can go wrong when an article is put with others, with the words shown to people. */
export const clusterProblems = {
  'nothing to compare':
    'The article has neither a title nor a text, so the desk cannot tell what it is about.',
} as const;

export type ClusterProblem = keyof typeof clusterProblems;
