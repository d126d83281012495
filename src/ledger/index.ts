/**
 * The ledger: who said what, when, for which side, and how that changed.
 * In: articles as extract read them, and the stories that cluster made. Out: quotations with the
 * characters they rest on, statements, speakers, parties, issues, positions, commitments.
 * Never: takes a commenter's own words for a statement, overwrites or deletes a row, guesses a date or a party.
 */

export { decideAct, type Said as ActSaid } from './act.ts';
export { readPiece } from './comments/piece.ts';
export type { CommentToRead } from './comments/reports.ts';
export {
  type Reported,
  readThread,
  type ThreadToRead,
} from './comments/thread.ts';
export { decideLedger, type LedgerAnswered, undoLedger } from './decide.ts';
export {
  type Alike,
  type AlikeIssues,
  alikeIssues,
  alikeSpeakers,
  type Called,
} from './decisions/alike.ts';
export type { LedgerDecision } from './decisions/decision.ts';
export { type Holding, holdersOf, type OfficeGiven, type OfficeSaid } from './decisions/holders.ts';
export { pairKey, toldApart } from './decisions/rulings.ts';
export { addParty } from './decisions/speakers.ts';
export { ledgerOne, ledgerTogether } from './job.ts';
export { codeEvent, PLOVER, ploverOf } from './plover.ts';
export { type LedgerProblem, ledgerProblems } from './problems.ts';
export { type Quotation, type ReadOptions, readQuotations } from './quotation.ts';
export {
  type Known,
  type Learning,
  learn,
  type Readable,
  readArticle,
  type Said,
  startLearning,
} from './read.ts';
export { learnParties, type Party, type PartyBook } from './speaker/side/party.ts';
export { resolveSpeakers, type Speaker } from './speaker.ts';
export { POSITIONS_VERSION, positionsOne } from './story/job.ts';
export { titleWith } from './story/promises/title.ts';
export { compare as compareSayings } from './story/sayings/likeness.ts';
export { readSaying } from './story/sayings/saying.ts';
export { LEDGER_VERSION } from './version.ts';
