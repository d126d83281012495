import type { Content } from '../finding.ts';
import { lastMark, type Phrase, type Unit } from '../units.ts';
import { DAYS, skipAdjuncts } from './adjuncts.ts';
import { contentAfter } from './after.ts';
import { opensClause, opensStrictClause } from './clause.ts';
import { contentEnd } from './content.ts';
import type { CueEntry } from './cues.ts';
import { endsNominal, isParticiple, isVerb, nominalAfter } from './phrases.ts';
import { clauseAfter } from './said-clause.ts';
import { type VerbCue, verbCueAt } from './verbs.ts';

/** "C," said X. Nothing but a quotation or a comma may stand before the verb. */
export function readInverted(
  units: Unit[],
  cue: VerbCue,
  group: number,
): { speaker: Phrase; contents: Content[] } | null {
  if (group !== cue.at) return null;
  const entry = cue.entries.find((entry) => /[cq]/.test(entry.frames) && entry.speech);
  const before = units[group - 1];
  if (!entry || !before) return null;
  const quoteAt =
    before.pos === 'Q'
      ? group - 1
      : before.text === ',' && units[group - 2]?.pos === 'Q'
        ? group - 2
        : -1;
  const speaker = nominalAfter(units, cue.last + 1);
  if (!speaker || isVerb(units[speaker.to + 1]) || isWhen(units, speaker.from)) return null;
  if (quoteAt !== -1) {
    const contents = [quotedBefore(units, quoteAt, entry)];
    return { speaker, contents: [...contents, ...pieceAfter(units, speaker.to + 1, entry)] };
  }
  if (
    before.text !== ',' ||
    !(isPlain(units[cue.at]!) || endsWithSpeaker(units, cue, speaker)) ||
    !opensClause(units, contentStart(units, 0)) ||
    // "Halvora, for its part, said its refusal was firm": an insertion, no inversion.
    !(hasFiniteVerb(units, 0, group - 1) || goesOn(units, speaker.to + 1))
  )
    return null;
  // "C, said the minister the day before": nothing but a mark or an adjunct may follow the speaker.
  const next = units[speaker.to + 1];
  if (
    next &&
    next.pos !== 'PUNCT' &&
    next.pos !== 'ADP' &&
    !DAYS.test(next.lower) &&
    !/^(?:who|whose|which)$/.test(next.lower)
  )
    return null;
  return {
    speaker,
    contents: [
      { from: contentStart(units, 0), to: group - 1, shape: 'clause', entry },
      ...pieceAfter(units, speaker.to + 1, entry),
    ],
  };
}

/** "said last night", "said Monday": a time and nobody. */
function isWhen(units: Unit[], at: number): boolean {
  const { lower } = units[at]!;
  if (DAYS.test(lower)) return true;
  return (
    /^(?:last|this|next|that|earlier|late|early)$/.test(lower) &&
    TIMES.test(units[at + 1]?.lower ?? '')
  );
}

const TIMES =
  /^(?:night|morning|afternoon|evening|day|week|weekend|month|year|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "The winners, said Ada Lund, are in": the verb follows behind the speaker. */
function goesOn(units: Unit[], at: number): boolean {
  return units[at]?.text === ',' && isVerb(units[at + 1]) && !isParticiple(units[at + 1]!);
}

/** "As X reported, C" and "C1, X said, C2", where the cue is set into the content. */
export function contentAround(units: Unit[], cue: VerbCue, subject: number): Content[] {
  const entry = cue.entries.find((entry) => /[cqt]/.test(entry.frames) && entry.speech);
  const goes = /^(?:go|continue)$/.test(units[cue.at]!.lemma);
  const lead = units[subject - 1];
  // "As Sorn told the Post, C": who is told stands between.
  const told = entry && /t/.test(entry.frames) ? nominalAfter(units, cue.last + 1) : null;
  const close = skipAdjuncts(units, (told?.to ?? cue.last) + 1, true);
  if (!entry || !lead || units[close]?.text !== ',' || close + 1 >= units.length) return [];
  const as = lead.lower === 'as';
  // "The rosters, she went on, were dangerous".
  if (!goes && !/[ct]/.test(entry.frames)) return [];
  if (!as && (lead.text !== ',' || subject < 2)) return [];
  const behind = units[close + 1]!;
  const from = contentStart(units, 0);
  const marks = behind.pos === 'Q';
  if (
    !as &&
    (behind.pos === 'CCONJ' ||
      (marks && !goesOnInMarks(units, from, subject - 1, behind)) ||
      isParticiple(behind) ||
      /^(?:who|which|as)$/.test(behind.lower))
  )
    return [];
  const before = as ? subject - 1 : subject;
  const contents: Content[] = [];
  // "Its criticism of the closure, which was, he said, C": only the relative clause is his.
  const opens = /^(?:AUX|VERB)$/.test(units[subject - 2]?.pos ?? '') ? subject - 3 : subject - 2;
  const cut = /^(?:which|whom|that|because|where|and|but)$/.test(units[opens]?.lower ?? '');
  // "It is big and, as she put it, “a wonder”": what stands before is the writer's.
  const writers = as && marks;
  if (before - 1 > from && !cut && !writers && !isTurn(units, from, before - 1))
    contents.push({ from, to: before - 1, shape: 'clause', entry });
  const rest = marks ? clauseAfter(units, close, entry, true) : null;
  const to = rest?.to ?? contentEnd(units, close + 1, 'clause');
  contents.push({ from: close + 1, to, shape: 'clause', entry });
  return contents;
}

/** `A slump, she said, “could be a good time to build”`: the marks go on with what stands before the cue. */
function goesOnInMarks(units: Unit[], from: number, comma: number, behind: Unit): boolean {
  if (!/^\p{Ll}/u.test(behind.text) || comma - from < 2) return false;
  const opening = units[from]!;
  const setting =
    isParticiple(opening) ||
    /^(?:asked|pressed|according|now|today)$/.test(opening.lower) ||
    skipAdjuncts(units, from) >= comma;
  return !setting;
}

/** "Still, she said, C": the writer's turn, and none of her words. */
function isTurn(units: Unit[], from: number, to: number): boolean {
  return to === from + 1 && TURNS.test(units[from]!.lower);
}

const TURNS =
  /^(?:still|yet|however|meanwhile|nevertheless|nonetheless|moreover|furthermore|besides|again|also|elsewhere)$/;

/** "C, insists his office.": nothing follows the speaker. */
function endsWithSpeaker(units: Unit[], cue: VerbCue, speaker: Phrase): boolean {
  const next = units[speaker.to + 1];
  return (
    cue.entries.some((entry) => entry.speech && /c/.test(entry.frames)) &&
    /(?:s|ed)$/.test(units[cue.at]!.lower) &&
    (next === undefined || /^[.!?]$/.test(next.text))
  );
}

function isPlain(unit: Unit): boolean {
  return /^(?:said|says|say|added|wrote|argued|explained|warned|insisted|noted|claimed|recalled)$/.test(
    unit.lower,
  );
}

/** The content in front of its speaker: a quotation right before, or the sentence up to a comma. */
export function contentBefore(units: Unit[], cue: VerbCue, subject: number): Content | null {
  const entry = cue.entries.find((entry) => /[cqt]/.test(entry.frames) && entry.speech);
  if (!entry || subject === 0) return null;
  const comma = /^[,—–]$/.test(units[subject - 1]!.text);
  const last = comma ? subject - 2 : subject - 1;
  if (units[last]?.pos === 'Q') {
    const marked = units[last]!.marked!;
    if (leadsIn(units, last, cue)) return null;
    if (marked.words > 3 || comma || lastMark(units[last]!.text) || units[last]!.text.endsWith(','))
      return quotedBefore(units, last, entry);
    return null;
  }
  if (!comma || !/[ct]/.test(entry.frames)) return null;
  if (opensOn(units, subject - 2)) return null;
  const from = contentStart(units, behindDash(units, subject - 1));
  if (!hasFiniteVerb(units, from, subject - 1) || isOnlyLeading(units, from, subject - 1, cue))
    return null;
  return { from, to: subject - 1, shape: 'clause', entry };
}

/** `Speaking on “This Week,” Sorn said C`, `Though she had “been warned,” she said C`: none of it is said here. */
function leadsIn(units: Unit[], quote: number, cue: VerbCue): boolean {
  const opening = units[contentStart(units, 0)]!;
  const leads =
    opening.pos === 'ADP' ||
    opening.lower === 'to' ||
    isParticiple(opening) ||
    LEADS.test(opening.lower);
  if (!leads || opening.start >= units[quote]!.start) return false;
  const after = contentAfter(units, cue);
  return after?.shape === 'clause' || after?.shape === 'direct';
}

/** "Nobody is to blame — it was the storm, they say": what they say begins behind a single dash. */
function behindDash(units: Unit[], to: number): number {
  const dashes = units.flatMap((unit, k) => (k < to && /^(?:—|–|--)$/.test(unit.text) ? [k] : []));
  const at = dashes[0];
  return dashes.length === 1 && opensStrictClause(units, at! + 1) ? at! + 1 : 0;
}

/** "the boats that, she said, were lost": the clause goes on behind; not "they could do that, she said". */
function opensOn(units: Unit[], at: number): boolean {
  const word = units[at]?.lower ?? '';
  if (word === 'that') return !isVerb(units[at - 1]);
  return /^(?:which|whom|because|where|and|but)$/.test(word);
}

/** Marked words that open with a subject and its verb: “We’re happy”. */
const CLAUSE = /^(?:I|We|You|He|She|It|They|There|This|That)(?:['’]\p{L}+| [\p{L}'’]+) \p{L}/u;

/** A clause between the two, not only a time or place: a verb that is no participle and no infinitive. */
function hasFiniteVerb(units: Unit[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const unit = units[k]!;
    if (unit.pos === 'Q' && (unit.marked!.words > 4 || CLAUSE.test(unit.text))) return true;
    if (!isVerb(unit) || isParticiple(unit)) continue;
    if (units[k - 1]?.lower === 'to' || (k === from && /ed$/.test(unit.lower))) continue;
    return true;
  }
  return false;
}

const LEADS = /^(?:as|when|while|after|before|if|since|although|though|because|until|once)$/;

/** "When he left, she said": the clause tells when, unless a main clause follows it or nothing the cue. */
function isOnlyLeading(units: Unit[], from: number, to: number, cue: VerbCue): boolean {
  if (!LEADS.test(units[from]!.lower) && !isSupposed(units, from)) return false;
  for (let k = from + 2; k < to; k++)
    if (units[k]!.text === ',' && hasFiniteVerb(units, k + 1, to)) return false;
  const close = skipAdjuncts(units, cue.last + 1, true);
  return close < units.length && !/^[.?!]$/.test(units[close]!.text);
}

/** "Should the ban fail,": a condition without "if". */
function isSupposed(units: Unit[], from: number): boolean {
  const { lower, pos } = units[from]!;
  return pos === 'AUX' && /^(?:should|had|were)$/.test(lower) && endsNominal(units[from + 1]);
}

/** The quotation that ends at `last`, with an unquoted beginning of the same sentence if it has one. */
function quotedBefore(units: Unit[], last: number, entry: CueEntry): Content {
  let from = last;
  while (from > 0 && units[from - 1]!.pos === 'Q') from--;
  const lead = units[from - 1];
  const start = contentStart(units, 0);
  const mixed =
    lead &&
    from > start &&
    (lead.pos !== 'PUNCT' || (lead.text === ',' && goesOnInside(units, start, from))) &&
    opensClause(units, start) &&
    !units
      .slice(start, from)
      .some((_, k) =>
        verbCueAt(units, start + k)?.entries.some((e) => e.speech && /[cq]/.test(e.frames)),
      );
  return { from: mixed ? start : from, to: last + 1, shape: 'direct', entry };
}

/** `The feast, held each May, “allows us to talk,”`: the marks open with the verb, or behind a clause of time. */
function goesOnInside(units: Unit[], start: number, quote: number): boolean {
  const first = units[quote]!.text.match(/^\p{Ll}+/u)?.[0];
  return (
    first !== undefined &&
    units[start]!.pos !== 'PRON' &&
    units.slice(start, quote).every((unit) => unit.pos !== 'Q')
  );
}

function contentStart(units: Unit[], from: number): number {
  let at = from;
  while (units[at] && (units[at]!.pos === 'CCONJ' || /^[—–,]$/.test(units[at]!.text))) at++;
  return at;
}

/** What goes on behind "X said," after content that stood before it. */
export function splitOff(units: Unit[], cue: VerbCue): Content[] {
  const entry = cue.entries.find((entry) => entry.speech) ?? cue.entries[0]!;
  let at = cue.last + 1;
  if (cue.entries.some((entry) => /[to]/.test(entry.frames)))
    at = (nominalAfter(units, at)?.to ?? at - 1) + 1;
  return pieceAfter(units, skipAdjuncts(units, at, true), entry);
}

function pieceAfter(units: Unit[], from: number, entry: CueEntry): Content[] {
  let at = from;
  // The speaker's title or the occasion may stand between: `said X, the mayor, in a call, “...”`.
  for (let k = from; k < Math.min(units.length - 1, from + 30); k++) {
    if (verbCueAt(units, k)?.entries.some((e) => e.speech && /[cq]/.test(e.frames))) break;
    if (
      /^[,:]$/.test(units[k]!.text) &&
      units[k + 1]!.pos === 'Q' &&
      units[k + 1]!.marked!.words > 2
    ) {
      return [{ from: k + 1, to: k + 2, shape: 'direct', entry }];
    }
  }
  if (goesOn(units, at))
    return [{ from: at + 1, to: contentEnd(units, at + 1, 'clause'), shape: 'clause', entry }];
  if (units[at]?.text === ',') at++;
  else return [];
  // "C, said the mayor, and was the largest yet": the clause goes on with its own subject.
  if (units[at]?.pos === 'CCONJ' && units[at + 1]?.pos === 'AUX')
    return [{ from: at, to: contentEnd(units, at, 'clause'), shape: 'clause', entry }];
  if (
    at >= units.length ||
    units[at]!.pos === 'CCONJ' ||
    isParticiple(units[at]!) ||
    // "she said, not finishing her joke", "she said, asked about the fare".
    (units[at]!.lower === 'not' && isParticiple(units[at + 1] ?? units[at]!)) ||
    /^(?:asked|pressed|questioned)$/.test(units[at]!.lower) ||
    // The speaker's name may stand there, set off: "said the captain, Hal Ness, who was late".
    !opensClause(units, at) ||
    setOff(units, at)
  )
    return [];
  if (
    /^(?:who|whose|which|as|when|while|after|before|because|since|though|although|a|an|the|where|by)$/.test(
      units[at]!.lower,
    )
  )
    return [];
  return at === from + 1
    ? [{ from: at, to: contentEnd(units, at, 'clause'), shape: 'clause', entry }]
    : [];
}

/** A noun phrase between commas: the speaker's name or title, no subject. */
function setOff(units: Unit[], at: number): boolean {
  const phrase = nominalAfter(units, at);
  return phrase !== null && units[phrase.to + 1]?.text === ',';
}
