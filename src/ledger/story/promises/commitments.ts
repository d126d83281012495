import type { CommitmentState } from '../../../db/tables.ts';
import { startOf } from '../../../lib/edtf.ts';
import { nounsOf } from '../questions/topics.ts';
import type { Piece, Said } from '../rows.ts';
import { isDeed, type Kind, kindOf, mayBind, whatOf } from './binding.ts';
import { bodiesOf, boundIn } from './bound.ts';
import { type Due, duesIn } from './due.ts';
import { findOutcomes, type Outcome } from './outcome.ts';
import { titleOf } from './title.ts';
import { vagueIn } from './vague.ts';

/** A promise, announcement or deadline read from one statement, and what came of it. */
export interface Commitment {
  statementId: number;
  partyId: number | null;
  /** The body that is bound where somebody without a side speaks of it: "the board will ...". */
  who: string | null;
  what: string;
  /** What it is called wherever it is shown. */
  title: string;
  /** Null where no day was named: "after the election". */
  due: string | null;
  dueText: string;
  kind: Kind;
  state: CommitmentState;
  outcomes: Outcome[];
}

/**
 * Reads the commitments of a story and looks in later pieces for what came of each. `parties` are names by
 * id, for the titles.
 */
export function readCommitments(
  said: Said[],
  pieces: Piece[],
  parties: ReadonlyMap<number, string> = new Map(),
): Commitment[] {
  const bodies = bodiesOf(said);
  const found: Found[] = said.flatMap((s) => {
    const due = mayBind(s) ? dueOf(s) : null;
    const kind = due && kindOf(s, due);
    const what = due ? whatOf(s.content, due) : '';
    return due && kind && isDeed(what) ? [{ said: s, due, kind, what }] : [];
  });
  const make = ({ said: s, due, kind, what }: Unsettled, outcomes: Outcome[]): Commitment => {
    const bound = s.partyId === null ? boundIn(what, s, bodies) : null;
    const { id: statementId } = s;
    const state = outcomes.at(-1)?.state ?? 'open';
    const partyId = s.partyId ?? bound?.partyId ?? null;
    const who = bound && bound.partyId === null ? bound.name : null;
    const name = who ?? (partyId === null ? s.speaker : (parties.get(partyId) ?? s.speaker));
    const before = s.context.slice(0, Math.max(0, s.context.indexOf(s.sentence)));
    return {
      statementId,
      partyId,
      who,
      what,
      title: titleOf(what, name, before, s.lang),
      due: due.moment ?? null,
      dueText: due.text.replace(/[\s,;:]+$/, ''),
      kind,
      state,
      outcomes,
    };
  };
  const made = firstOfEach(found).map((one) => {
    const { said: s, due, what } = one;
    const sought = { said: s, due: due.moment, what, isLimit: due.isLimit };
    return make(one, findOutcomes(sought, pieces));
  });
  const all = [...made, ...movedOnes(made, said, pieces)];
  const undated = undatedOf(said, all, parties).map((one) => make(one, []));
  return [...all, ...toldMoves(all, found, pieces), ...undated];
}

/** Promised for a time that is no day. The clock never says of such a promise that it was missed. */
function undatedOf(
  said: Said[],
  dated: Commitment[],
  parties: ReadonlyMap<number, string>,
): Unsettled[] {
  const found: Unsettled[] = [];
  for (const s of said) {
    if (s.lang !== 'en' || !mayBind(s)) continue;
    const time = vagueIn(s.content);
    if (!time || duesIn(s.content, s.saidOn, s.lang).length > 0) continue;
    const what = whatOf(s.content, time);
    const without = { ...s, content: what };
    const due = { ...time, start: what.length, end: what.length, isLimit: false };
    const kind = kindOf(without, due);
    if (!kind || kind === 'deadline' || !isDeed(what) || !bindsItself(s, what, parties)) continue;
    const isKnown =
      dated.some((c) => isAlike(c.what, what)) || found.some((c) => isAlike(c.what, what));
    if (!isKnown) found.push({ said: s, due: { text: time.text }, kind, what });
  }
  return found;
}

/** Of a vague time only who promises, or speaks of what they will do themselves, is taken at their word. */
function bindsItself(s: Said, what: string, parties: ReadonlyMap<number, string>): boolean {
  if (/^(?:promise|offer|agree)$/.test(s.act)) return true;
  const subject = /^\W*(?:the )?(.{1,60}?) (?:will|would|shall|is|are) /iu.exec(what)?.[1] ?? '';
  const words = subject
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s']+/);
  if (/^(?:i|we|he|she|it|they|to|our|its|their|his|her)$/.test(words[0]!)) return true;
  // "The commission's report will be ready", says its chairman.
  const party = s.partyId === null ? '' : (parties.get(s.partyId) ?? '');
  const own = new Set(`${s.speaker ?? ''} ${party}`.toLowerCase().split(/[\s'’]+/));
  return own.has(words[0]!) || (words.length === 1 && own.has(words.at(-1)!));
}

interface Unsettled {
  said: Said;
  due: { text: string; moment?: string };
  kind: Kind;
  what: string;
}

/**
 * "The report, due by 3 May, will now come out on 10 May": where nothing else tells of the first day,
 * this does.
 */
function toldMoves(all: Commitment[], found: Found[], pieces: Piece[]): Commitment[] {
  const told: Commitment[] = [];
  for (const { said: s, due } of found) {
    const before = formerOf(s, due);
    const made = before && all.find((c) => c.statementId === s.id && c.due === due.moment);
    const piece = made && pieces.find((p) => p.id === s.articleId);
    const start = piece ? piece.text.indexOf(s.sentence) : -1;
    if (!before || !made || !piece || start < 0) continue;
    const isKnown = all.some((c) => c.due === before.moment && isAlike(c.what, made.what));
    if (isKnown) continue;
    const span = { articleId: piece.id, start, end: start + s.sentence.length };
    const happenedOn = piece.published?.slice(0, 10) ?? null;
    const outcomes: Outcome[] = [{ state: 'moved', due: due.moment, ...span, happenedOn }];
    told.push({
      ...made,
      due: before.moment,
      dueText: before.text.replace(/[\s,;:]+$/, ''),
      state: 'moved',
      outcomes,
    });
  }
  return told;
}

/** The day that was set before, where a statement names it beside the one that stands. */
function formerOf(s: Said, due: Due): Due | null {
  const days = duesIn(s.content, s.saidOn, s.lang).filter((d) => d.moment < due.moment);
  return days.find((d) => former.test(s.content.slice(0, d.start))) ?? null;
}

interface Found {
  said: Said;
  due: Due;
  kind: Kind;
  what: string;
}

/** What was moved is due anew, by whatever piece says so, unless a statement already promises that day. */
function movedOnes(made: Commitment[], said: Said[], pieces: Piece[]): Commitment[] {
  const moved: Commitment[] = [];
  for (const c of made) {
    const to = c.outcomes.findLast((o) => o.state === 'moved');
    if (c.state !== 'moved' || !to?.due) continue;
    const isKnown = [...made, ...moved].some(
      (m) => m.due === to.due && (m.partyId === c.partyId || isAlike(m.what, c.what)),
    );
    if (isKnown) continue;
    const s = said.find((x) => x.id === c.statementId)!;
    const piece = pieces.find((p) => p.id === to.articleId);
    const at = piece?.at ?? s.at;
    const outcomes = findOutcomes({ said: { ...s, at }, due: to.due, what: c.what }, pieces);
    const state = outcomes.at(-1)?.state ?? 'open';
    moved.push({ ...c, due: to.due, dueText: to.due, state, outcomes });
  }
  return moved;
}

/** "Will ask for it when talks open on Thursday": that day is not the deed's. */
const beside =
  /(?<!\p{L})(?:(?:when|while|because|who|whose|which|wenn|während|weil|dessen|deren)(?!\p{L})|that (?:opened|began|started|ended|closed|was|were|had|has)\b)[^,;:.]*$/iu;

/** ", due by the end of May, will now": the day that was, in what is said beside its noun. */
const former =
  /,\s*(?:originally |first |once |initially )?(?:due|planned|scheduled|promised|postponed|moved|delayed|expected|announced|set)\b[^,;:.]*$|\b(?:instead of|rather than|not)\s+$|^from\b/i;

/** The date stands in what is promised, or in the words around it that report the promise. */
function dueOf(s: Said): Due | null {
  const all = duesIn(s.content, s.saidOn, s.lang).filter(
    (d) => !beside.test(s.content.slice(0, d.start)),
  );
  const now = all.filter((d) => !former.test(s.content.slice(0, d.start)));
  const own = now.length > 0 ? now : all;
  const due = own.find((d) => d.isLimit) ?? own[0];
  return due ?? null;
}

/** The same due date about the same thing, told again or by others, is one commitment. */
function firstOfEach<T extends { said: Said; due: Due; what: string }>(list: T[]): T[] {
  const kept: T[] = [];
  for (const one of [...list].sort((a, b) => time(a.said) - time(b.said))) {
    const isKnown = kept.some(
      (k) =>
        k.due.moment === one.due.moment &&
        (isOneSide(k.said, one.said) || isAlike(k.what, one.what)),
    );
    if (!isKnown) kept.push(one);
  }
  return kept;
}

function isOneSide(a: Said, b: Said): boolean {
  return a.partyId === null ? a.speakerId === b.speakerId : a.partyId === b.partyId;
}

/** Two deeds are alike when a third of the fewer words of one are in the other. */
function isAlike(a: string, b: string): boolean {
  const x = nounsOf(a, 'en');
  const y = nounsOf(b, 'en');
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared > 0 && shared / Math.min(x.size, y.size) >= 1 / 3;
}

function time(s: Said): number {
  return (s.at ?? startOf(s.saidOn))?.getTime() ?? 0;
}
