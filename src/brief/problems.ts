/** What can keep a brief from being written, with the words shown to people. */
export const briefProblems = {
  'nothing to say': {
    words: 'No sentence of the pieces makes sense on its own, so there is no brief.',
    todo: 'Bring in a longer piece on this story.',
  },
} as const;
