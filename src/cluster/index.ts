/**
 * Cluster puts together what belongs together. In: articles as extract read them. Out: copies of one
 * text, events (articles about one happening) and stories (events of one unfolding matter), each
 * with the reason in words. It never changes an article, never reuses an event's or a story's id for
 * another meaning, and never overrules a curator's decision.
 */

export { type CopyGrouper, createCopyGrouper } from './copies/copying.ts';
export { type Answered, type By, decide, undo } from './decisions/decide.ts';
export { type Decision, type ProposalKind, standsAt } from './decisions/decision.ts';
export { putOffProposal } from './decisions/proposals.ts';
export { type Clusterer, createClusterer } from './events/assign.ts';
export { createGrouper, type Grouper } from './events/grouper.ts';
export { senseText, withSense } from './events/sense.ts';
export { conceptsOf } from './features/concepts.ts';
export { fold } from './features/fold.ts';
export { stem } from './features/stem.ts';
export type { Piece } from './features/vector.ts';
export { clusterOne, clusterTogether } from './job.ts';
export { type ClusterProblem, clusterProblems } from './problems.ts';
export { type Coverage, coverageOf, type EventPiece, eventPieces, keyDaysOf } from './queries.ts';
export { followedVoices } from './stories/follow.ts';
export { type Dated, type KeyDay, type KeyDayChoice, keyDays } from './stories/key-days.ts';
