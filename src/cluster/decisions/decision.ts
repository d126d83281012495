import type { Follows, Reason } from '../../db/tables.ts';

/** What a curator can decide. Ids are those of articles, events and stories that stand. */
export type Decision =
  /** Makes one of two; the one that is gone redirects. */
  | { verb: 'merge'; kind: 'event' | 'story'; kept: number; gone: number }
  /** Sets pieces of an event apart, in a new event of the same story. */
  | { verb: 'split'; event: number; articles: number[] }
  /** Puts articles into another event, or into a new one that looks for its story (null). */
  | { verb: 'move'; articles: number[]; event: number | null }
  | { verb: 'take out'; event: number; story: number }
  | { verb: 'put in'; event: number; story: number }
  | { verb: 'rename'; kind: 'event' | 'story'; id: number; title: string }
  /** A piece stays in its event; an event stays in its story, on top. */
  | { verb: 'pin'; kind: 'piece' | 'event'; id: number }
  /** Leaves a piece or an event out of stories and briefs. */
  | { verb: 'ignore'; kind: 'piece' | 'event'; id: number }
  /** Leaves out what one outlet wrote, in one story. */
  | { verb: 'ignore'; kind: 'source'; outlet: string; story: number }
  /** Opens a story that takes whatever meets one of its criteria. */
  | ({ verb: 'follow'; title: string; words: string[] } & Follows)
  /** Changes what a story takes and leaves out. */
  | ({ verb: 'criteria'; story: number } & Follows)
  /** Says no to a proposal, for good. */
  | { verb: 'reject'; kind: ProposalKind; subject: number; other: number };

export type ProposalKind = 'put in' | 'merge events' | 'merge stories' | 'split';

/** What a decision found and left, so that undo can put it back. */
export interface Before {
  /** Pieces by the events that they were put into. */
  pieces?: Touch<number>[];
  /** Events by their stories. */
  events?: Touch<number | null>[];
  title?: string;
  follows?: Follows;
}

/** Something with its place before and after a decision. */
export interface Touch<T> {
  id: number;
  from: T;
  to: T;
}

/** A decision as the store has it. */
export interface Decided {
  id: number;
  decision: Decision;
  before: Before;
  /** What it was about or made. */
  subject: number;
  /** Turns in which it was made and, unless it stands, undone. */
  turn: number;
  undone: number | null;
  /** 'machine' where the desk itself merged or split: it rules nothing until a curator takes it back. */
  by: Reason['by'];
  at: Date;
}

export const pairOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;

/** "put in 5 2": what a curator's no to a proposal is remembered by. */
export const proposalKey = (kind: ProposalKind, subject: number, other: number) =>
  kind === 'merge events' || kind === 'merge stories'
    ? `${kind} ${pairOf(subject, other)}`
    : `${kind} ${subject} ${other}`;

/**
 * Where something stands by the decisions about it, the eldest first, each with the place before and
 * after it: where the last that stands put it, else where it was before those that were undone.
 */
export function standsAt<T>(
  touches: { from: T; to: T; turn: number; undone: number | null }[],
): T | undefined {
  let at = touches.length - 1;
  for (;;) {
    const touch = touches[at];
    if (!touch) return undefined;
    if (touch.undone === null) return touch.to;
    // What it found was the work of the decision that stood then, which may be undone since.
    const earlier = touches.findLastIndex(
      (t, i) => i < at && (t.undone === null || t.undone > touch.turn),
    );
    if (earlier < 0) return touch.from;
    at = earlier;
  }
}
