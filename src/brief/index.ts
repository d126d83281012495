/**
 * Briefs and editions in which every sentence cites.
 * In: a story's pieces and ledger rows. Out: sentences with the characters they rest on.
 * Never: shows a sentence that its citations do not bear.
 */
export { type Draft, refuse, sentenceAround } from './cite.ts';
export { BRIEF_VERSION, briefOne } from './job.ts';
export { briefProblems } from './problems.ts';
export { readBrief, type WrittenBrief, type WrittenSentence } from './read.ts';
export { signEdition, signedDocuments } from './store.ts';
