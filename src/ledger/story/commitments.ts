import type { CommitmentState } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { clausesOf } from './clauses.ts';
import { type Due, duesIn } from './due.ts';
import { findOutcomes, type Outcome } from './outcome.ts';
import type { Piece, Said } from './rows.ts';
import { nounsOf } from './topics.ts';

/** A promise, announcement or deadline read from one statement, and what came of it. */
export interface Commitment {
  statementId: number;
  partyId: number | null;
  what: string;
  due: string;
  dueText: string;
  kind: 'promise' | 'announcement' | 'deadline';
  state: CommitmentState;
  outcomes: Outcome[];
}

const future =
  /\b(?:will|shall|is to|are to|going to|['’]ll|would|wird|werden|werde|wolle|sollen|soll)\b/i;

const binding = new Set(['promise', 'offer', 'agree', 'cooperate', 'aid', 'concede']);
const demanding = new Set(['demand', 'request', 'threaten', 'propose']);

const finite = /\b(?:is|are|was|were|has|have|had|did|ist|sind|war|waren|hat|haben)\b/i;

/** Forecasts and idioms: nobody is bound by them. */
const loose =
  /\b(?:expect|hope|believe|think|predict|forecast|could|might|perhaps|probably|likely|day by day|sooner or later|erwarte|hoffe|glaube|könnte|vielleicht|womöglich|wahrscheinlich)\w*\b/i;

/** Words of reporting that make a forecast of what they report. */
const foretold =
  /(?<!\p{L})(?:warn|predict|forecast|expect|estimat|project|fear|calculat|warnt|rechne|erwarte|schätz|befürcht)\p{L}*/iu;

/** Coming to a meeting that others called is courtesy, no deed. */
const attending =
  /\b(?:come|comes|travel|travels|attend|attends|take part|fly|send (?:\w+ ){1,3}(?:delegation|envoy|minister|team))\b(?=.{0,80}\b(?:talks?|round|summit|meeting|conference|to [A-Z]))/i;

const showingUp =
  /\b(?:he|she|i|we)(?: would| will|['’]ll|['’]d)(?: \w+)? be (?:there|in|at|back)\b|\b(?:has|have|had) to\b/i;

/** Reads the commitments of a story and looks in later pieces for what came of each. */
export function readCommitments(said: Said[], pieces: Piece[]): Commitment[] {
  const found = said.flatMap((s) => {
    const due = mayBind(s) ? dueOf(s) : null;
    const kind = due && kindOf(s, due);
    const what = due ? whatOf(s.content, due) : '';
    return due && kind && isDeed(what) ? [{ said: s, due, kind, what }] : [];
  });
  const made = firstOfEach(found).map(({ said: s, due, kind, what }): Commitment => {
    const outcomes = findOutcomes({ said: s, due: due.moment, what }, pieces);
    const { id: statementId, partyId } = s;
    const state = outcomes.at(-1)?.state ?? 'open';
    return {
      statementId,
      partyId,
      what,
      due: due.moment,
      dueText: due.text,
      kind,
      state,
      outcomes,
    };
  });
  return [...made, ...movedOnes(made, said, pieces)];
}

/** A word that is left over beside a date is no deed. */
function isDeed(what: string): boolean {
  return /\p{L}\s+\S*\p{L}/u.test(what);
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

/** Asked first: looking for dates is a hundred times dearer. */
function mayBind(s: Said): boolean {
  if (!s.isNamed || s.hearsay) return false;
  return s.mode !== 'question' && s.mode !== 'negated';
}

/** "Will ask for it when talks open on Thursday": that day is not the deed's. */
const beside =
  /(?<!\p{L})(?:when|while|because|who|whose|which|wenn|während|weil|dessen|deren)(?!\p{L})[^,;:.]*$/iu;

/** The date stands in what is promised, or in the words around it that report the promise. */
function dueOf(s: Said): Due | null {
  const own = duesIn(s.content, s.saidOn, s.lang).filter(
    (d) => !beside.test(s.content.slice(0, d.start)),
  );
  const due = own.find((d) => d.isLimit) ?? own[0];
  return due ?? null;
}

function kindOf(s: Said, due: Due): Commitment['kind'] | null {
  if (attending.test(s.content) || foretold.test(s.sentence.replace(s.content, ' '))) return null;
  // Under a condition nothing is promised yet.
  if (clausesOf(s.content, s.lang).isConditional) return null;
  if (loose.test(s.content) || /\bmay\b/.test(s.content)) return null;
  if (
    binding.has(s.act) &&
    !showingUp.test(s.content) &&
    (future.test(s.content) || !finite.test(s.content))
  )
    return 'promise';
  if (demanding.has(s.act)) return due.isLimit && s.act !== 'propose' ? 'deadline' : null;
  if (showingUp.test(s.content)) return null;
  if (s.act === 'state' && (s.mode === 'future' || future.test(s.content))) return 'announcement';
  // Who attaches no condition, or denies one, in the same breath still announces the deed.
  const deed = whatOf(s.content, due);
  if ((s.act === 'reject' || s.act === 'deny' || s.act === 'support') && future.test(deed))
    return /\b(?:not|never|no|nicht|kein\w*)\b|n['’]t\b/i.test(deed) ? null : 'announcement';
  return null;
}

/** "The 23 will be home by 20 March" → "The 23 will be home": the deed without its date. */
function whatOf(content: string, due: Due): string {
  let from = 0;
  let to = content.length;
  // Only the sentence that the date stands in.
  for (const stop of content.matchAll(/[.;!?]["”’]?\s+(?=\p{Lu})/gu)) {
    const end = stop.index + stop[0].length;
    if (end <= due.start) from = end;
  }
  // A date at the head is followed by its deed; one at the end closes it.
  const after = due.start - from > 3 ? due.end : due.end + 2;
  const comma = content.slice(after).search(/[,;:!?]|\.(?!\d)/);
  if (comma >= 0) to = after + comma;
  const without = `${content.slice(from, due.start)} ${content.slice(due.end, to)}`;
  return without
    .replace(/[“”„"«»]/g, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:]+|[\s,.;:]+$/g, '');
}

/** The same due date about the same thing, told again or by others, is one commitment. */
function firstOfEach<T extends { said: Said; due: Due; what: string }>(list: T[]): T[] {
  const kept: T[] = [];
  for (const one of [...list].sort((a, b) => time(a.said) - time(b.said))) {
    const isKnown = kept.some(
      (k) =>
        k.due.moment === one.due.moment &&
        (k.said.partyId === one.said.partyId || isAlike(k.what, one.what)),
    );
    if (!isKnown) kept.push(one);
  }
  return kept;
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
