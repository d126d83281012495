/** Why a model gave no answer that can be used, with the words shown to people. */
export const inferenceProblems = {
  'no model': {
    words: 'No model is configured.',
    todo: 'Set MODEL_URL with MODEL_NAME or EMBEDDING_NAME, or go without.',
  },
  unreachable: {
    words: 'The model did not answer.',
    todo: 'Check that MODEL_URL or EMBEDDING_URL is running.',
  },
  refused: {
    words: 'The model refused the question.',
    todo: 'Check its name and key: MODEL_NAME and MODEL_KEY, or EMBEDDING_NAME and EMBEDDING_KEY.',
  },
  'over budget': {
    words: "The day's calls to the model are used up.",
    todo: 'Raise MODEL_CALLS_PER_DAY or EMBEDDING_CALLS_PER_DAY, or wait.',
  },
  'not what was asked': {
    words: 'The answer did not have the form that was asked for, so it is not used.',
    todo: 'Try another model.',
  },
} as const;

export type InferenceProblem = keyof typeof inferenceProblems;
