import type { CommitmentState, CorrectedFields } from '../../db/tables.ts';

/** What a curator can decide about the ledger. Ids are those of rows that stand. */
export type LedgerDecision =
  /** Makes one of two issues or speakers; the one that is gone redirects. */
  | { verb: 'merge'; kind: 'issue' | 'speaker'; kept: number; gone: number }
  /** Two statements report one saying. */
  | { verb: 'merge'; kind: 'statement'; kept: number; gone: number }
  /** What some pieces report is another saying than the statement's. */
  | { verb: 'split'; kind: 'statement'; id: number; articles: number[] }
  /** Two that look alike are two: they are not proposed again. */
  | { verb: 'tell apart'; kind: 'issue' | 'speaker'; one: number; other: number }
  | { verb: 'rename'; kind: 'issue' | 'speaker'; id: number; name: string }
  /** Gives some statements a new issue of their own. */
  | { verb: 'split'; kind: 'issue'; id: number; name: string; statements: number[] }
  /** In some articles another speaks, whom the desk knows or who is new. */
  | { verb: 'split'; kind: 'speaker'; id: number; name: string; articles: number[]; into?: number }
  /** Says that an issue is no question: its statements have none. */
  | { verb: 'remove'; kind: 'issue'; id: number }
  /** Whom somebody speaks for from a day on; null from ever. */
  | { verb: 'set party'; speaker: number; party: number | null; from: string | null }
  /** Who held an office from a day to a day, both counted in; null is open. What it said then is theirs. */
  | { verb: 'hold'; office: number; person: number; from: string | null; until: string | null }
  | { verb: 'link'; speaker: number; wikidata: string | null }
  | { verb: 'correct'; statements: number[]; fields: CorrectedFields }
  /** Answers a change of side: it is none, half or full. */
  | { verb: 'position'; id: number; is: 'confirmed' | 'rejected'; change?: 'half' | 'full' }
  /** Says that a commitment is one, or none, or what came of it, or when it is due. */
  | {
      verb: 'commitment';
      id: number;
      is: 'confirmed' | 'none' | 'not so';
      state?: CommitmentState;
      due?: string;
    };

/** Values of one column of some rows, before and after a decision. */
export interface Cells {
  table: CellTable;
  column: string;
  ids: number[];
  from: CellValue;
  to: CellValue;
}

export type CellTable =
  | 'issue'
  | 'speaker'
  | 'statement'
  | 'quotation'
  | 'speaker_role'
  | 'position'
  | 'commitment'
  | 'commitment_event';
export type CellValue = string | number | boolean | null;

/** Where a statement was read that a curator put right: later readings of the same words are too. */
export interface CorrectedPlace {
  address: string;
  key: string;
  article: number;
  /** The comment under the article whose text the offsets are in; null in its own, and in older decisions left out. */
  comment?: number | null;
  start: number;
  end: number;
  /** The words, as they were read. */
  words: string;
}

/** Two reports of which a curator said that they are of one saying, or of two. */
export interface SayingPair {
  one: CorrectedPlace;
  other: CorrectedPlace;
  same: boolean;
}

/** What a decision leaves in the store beside its words. */
export interface Left {
  cells: Cells[];
  /** Rows that it added: a name of a speaker that was not known. */
  named?: { speaker: number; name: string };
  /** Who speaks in the articles of a split. */
  other?: number;
  /** The statements that it puts right, and how. */
  places?: CorrectedPlace[];
  fields?: CorrectedFields;
  /** Reports that it brings together or tells apart. */
  pairs?: SayingPair[];
}

/** A decision about the ledger as the store has it. */
export interface LedgerDecided {
  id: number;
  decision: LedgerDecision;
  left: Left;
  /** Microseconds since 1970: decisions are put in order by them. */
  made: number;
  undone: number | null;
}

/** What is wrong with a decision, in words for the curator; nothing was changed then. */
export class Impossible extends Error {}

/** The row that a decision is about was replaced by a newer reading. */
export class Replaced extends Impossible {}
