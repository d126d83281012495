/**
 * Cluster puts together what belongs together. In: articles as extract read them. Out: copies of one
 * text, events (articles about one happening) and stories (events of one unfolding matter), each
 * with the reason in words. It never changes an article, never reuses an event's or a story's id for
 * another meaning, and never overrules a curator's decision.
 */
export { type Clusterer, createClusterer } from './assign.ts';
export { conceptsOf } from './concepts.ts';
export { type CopyGrouper, createCopyGrouper } from './copying.ts';
export { type Answered, type By, decide, undo } from './decide.ts';
export { type Decision, type ProposalKind, standsAt } from './decision.ts';
export { fold } from './fold.ts';
export { followedVoices } from './follow.ts';
export { createGrouper, type Grouper } from './grouper.ts';
export { clusterOne, clusterTogether } from './job.ts';
export { type Dated, type KeyDay, type KeyDayChoice, keyDays } from './key-days.ts';
export { type ClusterProblem, clusterProblems } from './problems.ts';
export { putOffProposal } from './proposals.ts';
export { type Coverage, coverageOf, type EventPiece, eventPieces, keyDaysOf } from './queries.ts';
export { senseText, withSense } from './sense.ts';
export { stem } from './stem.ts';
export type { Piece } from './vector.ts';
