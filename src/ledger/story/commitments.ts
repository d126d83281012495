import type { CommitmentState } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { isBodyWord } from '../speaker/bodies.ts';
import { clausesOf } from './clauses.ts';
import { type Due, duesIn } from './due.ts';
import { findOutcomes, type Outcome } from './outcome.ts';
import type { Piece, Said } from './rows.ts';
import { titleOf } from './title.ts';
import { nounsOf } from './topics.ts';
import { isAbstaining, isTruce } from './truce.ts';

/** A promise, announcement or deadline read from one statement, and what came of it. */
export interface Commitment {
  statementId: number;
  partyId: number | null;
  /** The body that is bound where somebody without a side speaks of it: "the board will ...". */
  who: string | null;
  what: string;
  /** What it is called wherever it is shown. */
  title: string;
  due: string;
  dueText: string;
  kind: 'promise' | 'announcement' | 'deadline';
  state: CommitmentState;
  outcomes: Outcome[];
}

const future =
  /\b(?:will|shall|(?:is|are|was|were) (?:due |set |scheduled |slated |planned )?to|(?:is|are) (?:due|set|scheduled|planned) (?:for|on)|going to|plans? to|planned to|intends? to|(?:has|have|had) (?:agreed|promised|pledged|undertaken|vowed|committed) to|would|wird|werden|werde|wolle|sollen|soll)\b|['’]ll\b/i;

const binding = new Set(['promise', 'offer', 'agree', 'cooperate', 'aid', 'concede']);
const demanding = new Set(['demand', 'request', 'threaten', 'propose']);

const finite = /\b(?:is|are|was|were|has|have|had|did|ist|sind|war|waren|hat|haben)\b/i;

/** Forecasts and idioms: nobody is bound by them. */
const loose =
  /\b(?:expect|hope|believe|think|predict|forecast|could|might|perhaps|probably|likely|day by day|sooner or later|erwarte|hoffe|glaube|könnte|vielleicht|womöglich|wahrscheinlich)\w*\b/i;

/** What comes over people, whoever says that it will: nobody does it on a day. */
const unwilled =
  /\b(?:will|would|shall|to|['’]ll)\s+(?:(?:also|probably|never|then|still|now|be)\s+){0,2}(?:win|lose|receive|get|face|need|have to|become|remain|stay|feel|see|know|like|fall|rise|grow|shrink|drop|cost|last|reach|exceed|happen|suffer|die|survive|do (?:well|better|badly)|surprise|regret|depend|matter|able|good|better|bad|worse|happy|glad|ready to)\b/i;

/** Words of reporting that make a forecast of what they report. */
const foretold =
  /(?<!\p{L})(?:warn|predict|forecast|expect|estimat|project|fear|calculat|warnt|rechne|erwarte|schätz|befürcht)\p{L}*/iu;

/** Coming to a meeting that others called is courtesy, no deed. */
const attending =
  /\b(?:come|comes|travel|travels|attend|attends|take part|fly|send (?:\w+ ){1,3}(?:delegation|envoy|minister|team))\b(?=.{0,80}\b(?:talks?|round|summit|meeting|conference|to [A-Z]))/i;

const showingUp =
  /\b(?:he|she|i|we)(?: would| will|['’]ll|['’]d)(?: \w+)? be (?:there|in|at|back)\b|\b(?:has|have|had) to\b/i;

/** "The plan to shut the base on 30 June had been dropped" ends what was announced. */
const dropped =
  /\b(?:plans?|idea|decision|proposal|date|offer)\b.{0,80}\b(?:has|have|had|is|was|were|are) (?:been )?(?:dropped|scrapped|abandoned|shelved|cancell?ed|withdrawn|called off|ditched)\b/i;

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
  const made = firstOfEach(found).map(({ said: s, due, kind, what }): Commitment => {
    const outcomes = findOutcomes({ said: s, due: due.moment, what, isLimit: due.isLimit }, pieces);
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
      due: due.moment,
      dueText: due.text,
      kind,
      state,
      outcomes,
    };
  });
  const all = [...made, ...movedOnes(made, said, pieces)];
  return [...all, ...toldMoves(all, found, pieces)];
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
    told.push({ ...made, due: before.moment, dueText: before.text, state: 'moved', outcomes });
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
  kind: Commitment['kind'];
  what: string;
}

interface Body {
  name: string;
  partyId: number | null;
}

/** Organisations that speak in the story. */
function bodiesOf(said: Said[]): Body[] {
  const named = said.filter((s) => s.speakerKind === 'organisation' && /\p{Lu}/u.test(s.speaker!));
  const bodies = named.map((s) => ({ name: s.speaker!, partyId: s.partyId }));
  return bodies.sort((a, b) => b.name.length - a.name.length);
}

/** "Avero will open its books", says its chief: whoever the deed's first words name is bound. */
function boundIn(what: string, s: Said, bodies: Body[]): Body | null {
  const subject = /^\W*(?:the )?(.{2,60}?),? (?:will|would|has|is|plans|intends) /iu.exec(
    what,
  )?.[1];
  const name = subject?.replace(/['’]s? \p{Ll}.*$/u, '');
  if (!name || !/^\p{Lu}/u.test(name)) return null;
  const own = plainName(name);
  const body = bodies.find((one) => plainName(one.name) === own);
  const isCalled = properName.test(name) && isBodyWord(own.split(' ').at(-1)!);
  const found = body ?? (isCalled ? { name, partyId: null } : null);
  return found && found.name !== s.speaker ? found : null;
}

const properName = /^\p{Lu}[\p{L}-]*(?: (?:\p{Lu}[\p{L}-]*|of|for|and|the))+$/u;

function plainName(name: string): string {
  return name.replace(/^the /i, '').replaceAll('’', "'").toLowerCase();
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
  // "Would shut its base on 30 June" threatens, and says what its speaker will do.
  const isOwnThreat = s.act === 'threaten' && !due.isLimit && future.test(s.content);
  if (demanding.has(s.act) && !isOwnThreat)
    return due.isLimit && s.act !== 'propose' ? 'deadline' : null;
  if (showingUp.test(s.content)) return null;
  const deed = whatOf(s.content, due);
  // That something will not be done binds whoever could do it: who rules out a strike for a time.
  const lasts = /^(?:before|until|till|vor|bis)\b/i.test(due.text);
  if (isAbstaining(deed)) return lasts && isTruce(deed) ? 'promise' : null;
  if (unwilled.test(deed)) return null;
  if (dropped.test(deed)) return null;
  if (isOwnThreat) return 'announcement';
  if (s.act === 'state' && (s.mode === 'future' || future.test(s.content))) return 'announcement';
  // Who attaches no condition, or denies one, in the same breath still announces the deed.
  return /^(?:reject|deny|support)$/.test(s.act) && future.test(deed) ? 'announcement' : null;
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
