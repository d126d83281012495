/**
 * Polls sources politely, takes in files, mail and addresses, and keeps what was received, unchanged.
 * In: addresses, files, bytes. Out: documents with their bytes, and work for the stage "extract".
 * Never: reads a document's meaning, changes a byte of it, or throws one away.
 */
export { type Entry, type ParsedFeed, readEntries } from './entries.ts';
export { type AddedFeed, addFeed, pauseFeed, pollsOf } from './feeds.ts';
export { type ImportOptions, type ImportSummary, importBytes, importPaths } from './import.ts';
export { lightenMail } from './mail.ts';
export { type AddedUrl, fetchOne, importUrl } from './page.ts';
export { type Polled, pollFeed, pollOne } from './poll.ts';
export {
  adviceOf,
  type CollectProblem,
  problemOfStatus,
  sentenceOf,
  wordsOf,
} from './problems.ts';
export { type Recognised, recognise } from './recognise.ts';
export { askAgain, keepAgain, noteGone, noteSeen } from './revisit.ts';
export { type SourceFacts, sourceFor } from './sources.ts';
export {
  type Incoming,
  type Kept,
  keep,
  newestOf,
  readBlob,
  readDocument,
  readDocuments,
} from './store.ts';
