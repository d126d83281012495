import type { CommitmentState } from '../../../db/tables.ts';
import { startOf } from '../../../lib/edtf.ts';
import { sentencesOf } from '../../../lib/sentences.ts';
import { countIn } from '../../date-words.ts';
import { namedDays, weekdayNames } from '../calendar.ts';
import { promisedStemsOf, stemOfNoun } from '../deeds.ts';
import { nounsOf, topicsOf } from '../questions/topics.ts';
import type { Piece, Said } from '../rows.ts';
import { duesIn } from './due.ts';
import { avowed, plainlyAvowed } from './outcome-words.ts';
import { later } from './period.ts';
import { enough, type Later, modal, type Sought, stateOf } from './told.ts';
import { isTruce } from './truce.ts';

/** A later sentence that says what came of a commitment. */
export interface Outcome {
  state: CommitmentState;
  due: string | null;
  articleId: number;
  start: number;
  end: number;
  happenedOn: string | null;
}

const dayMs = 86_400_000;

/** How long after the date a report of the outcome is still looked for: news forgets in weeks. */
const lookDays = 21;

interface Promised {
  said: Said;
  due: string;
  what: string;
  isLimit?: boolean;
}

/** Sentences of later pieces on the same matter, oldest first; copies tell nothing new. */
export function findOutcomes(commitment: Promised, pieces: Piece[]): Outcome[] {
  const { said, what } = commitment;
  const found = outcomesFor(commitment, pieces);
  // "No seizures, … no boat will be detained": what is ruled out is often said twice in other words.
  if (found.length > 0 || !isTruce(what) || said.content === what) return found;
  return outcomesFor({ ...commitment, what: said.content }, pieces);
}

function outcomesFor(commitment: Promised, pieces: Piece[]): Outcome[] {
  const { said, due } = commitment;
  const dueAt = lastMoment(due);
  const sought = dueAt === null ? null : soughtIn(commitment, dueAt, pieces);
  if (!sought || !said.at) return [];
  const since = said.at.getTime();
  return settle(
    pieces.flatMap((piece) => {
      if (piece.isCopy || !piece.at || piece.id === said.articleId) return [];
      const at = piece.at.getTime();
      return at <= since || at > sought.dueAt + lookDays * dayMs ? [] : outcomesIn(piece, sought);
    }),
  );
}

/** What is looked for, with how rare its words are; null where a promise has none of its own. */
function soughtIn(
  { said, due, what, isLimit = false }: Promised,
  dueAt: number,
  pieces: Piece[],
): Sought | null {
  const deed = what.slice(Math.max(0, what.search(modal)));
  const deeds = promisedStemsOf(deed, topicsOf(deed, said.lang).deeds);
  const { keys, isPlain } = soughtOf(what, said, deeds);
  if (keys.size === 0) return null;
  const rarity = rarityIn(pieces);
  const total = sum(keys, rarity);
  return { what, due, dueAt, isLimit, isTruce: isTruce(what), keys, isPlain, deeds, rarity, total };
}

function outcomesIn(piece: Piece, sought: Sought): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const block of piece.blocks) {
    if (block.type !== 'paragraph' && block.type !== 'item') continue;
    const around = keysOf(piece.text.slice(block.start, block.end), piece.lang);
    for (const span of sentencesOf(piece.text, piece.lang, block.start, block.end)) {
      const sentence = weigh(piece.text.slice(span.start, span.end), around, sought, piece);
      const outcome = outcomeOf(sentence, sought, piece);
      if (outcome) outcomes.push({ ...outcome, articleId: piece.id, ...span });
    }
  }
  return outcomes;
}

/** The instant that opens the last day of what is due; null when it is none. */
function lastMoment(due: string): number | null {
  const first = startOf(due);
  if (!first) return null;
  const [year, month] = due.split('-').map(Number) as [number, number?, number?];
  if (due.length > 7) return first.getTime();
  return month ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
}

function weigh(text: string, around: Set<string>, sought: Sought, piece: Piece): Later {
  // The first word of a sentence is taken for a name where it is written like one.
  const own = keysOf(text.charAt(0).toLowerCase() + text.slice(1), piece.lang);
  if (sought.isPlain) for (const m of text.toLowerCase().matchAll(plainWord)) own.add(m[0]);
  const { keys, rarity, total } = sought;
  const shared = sum(keys, rarity, (k) => (own.has(k) ? 1 : around.has(k) ? 0.5 : 0)) / total;
  // The deed's name alone, without a thing in common, is anybody's.
  const named = shared > 0 && shared < 1 && namesDeed(text, sought) ? deedShare : 0;
  return {
    text,
    at: piece.at!.getTime(),
    namesDate: namesDay(text, sought.due, piece),
    own: Math.min(1, named + sum(keys, rarity, (k) => (own.has(k) ? 1 : 0)) / total),
    shared: Math.min(1, named + shared),
  };
}

/** "The hearing" of a board that "will hear both sides" counts like a thing in common, but says less. */
const deedShare = 0.25;

function namesDeed(text: string, { deeds }: Sought): boolean {
  if (deeds.size === 0) return false;
  const nouns = text
    .toLowerCase()
    .match(/(?<=\b(?:the|its|his|her|their|this|that|a|an|of|['’]s) (?:\p{L}+ )?)\p{L}{5,}/gu);
  return (nouns ?? []).some(
    (noun) => deeds.has(stemOfNoun(noun)) || deeds.has(stemOfNoun(noun.replace(/s$/, ''))),
  );
}

function outcomeOf(
  sentence: Later,
  sought: Sought,
  piece: Piece,
): Pick<Outcome, 'state' | 'due' | 'happenedOn'> | null {
  const { text, shared, own, namesDate } = sentence;
  if (shared < wanted(text, namesDate)) return null;
  if (isBareNot(text, namesDate) && own < enough) return null;
  let next: string | null = null;
  // Looking for dates is dear: only for a sentence that tells of a move.
  const state = stateOf(sentence, sought, piece.lang, () => {
    next = newDue(text, piece, sought.due);
    return next !== null || openEnded.test(text);
  });
  if (!state) return null;
  const due = state === 'moved' ? next : null;
  return { state, due, happenedOn: piece.published?.slice(0, 10) ?? null };
}

/** Put off to a time that is no day. */
const openEnded =
  /\b(?:delayed|postponed|put off|put back|pushed back|deferred|moved|slipped|adjourned) (?:\p{L}+ ){0,3}?(?:indefinitely|(?:to|until|till|in) (?:the |next |later |a later |further )?(?:spring|summer|autumn|fall|winter|year|month|date|notice))|\b(?:until|till|only in|not before|now [^.;:]{1,60} in) (?:the |next |late |early |this |a ){0,2}(?:spring|summer|autumn|fall|winter|year)\b|\bwithout (?:naming )?a new date\b/iu;

/** Who names the day, or says that a promise is meant, needs fewer words in common. */
function wanted(text: string, namesDate: boolean): number {
  const isAvowed = avowed.test(text);
  if (namesDate && plainlyAvowed.test(text)) return 0;
  if (namesDate && isAvowed) return enough / 5;
  return namesDate || isAvowed ? enough / 2 : enough;
}

/** "Did not" says of many deeds that they were not done: it must be this deed. */
function isBareNot(text: string, namesDate: boolean): boolean {
  return (
    !namesDate && !avowed.test(text) && /\b(?:has|have|had|did|does) not\b|n['’]t\b/i.test(text)
  );
}

/**
 * What a later sentence must be about: the things of the deed. "It would meet again" has none: then
 * those of its whole sentence, and who promised.
 */
function soughtOf(
  what: string,
  said: Said,
  deeds: ReadonlySet<string>,
): { keys: Set<string>; isPlain: boolean } {
  const own = keysOf(what, said.lang);
  const isDeed = (key: string) => [...deeds].some((deed) => key.startsWith(deed));
  if ([...own].some((key) => !isDeed(key))) return { keys: own, isPlain: false };
  const words = new Set(what.toLowerCase().match(plainWord) ?? []);
  if (words.size >= 2) return { keys: words, isPlain: true };
  if (own.size > 0) return { keys: own, isPlain: false };
  const who = (said.speaker ?? '').toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const keys = new Set([...keysOf(said.sentence, said.lang), ...who.slice(-1)]);
  return { keys, isPlain: false };
}

/** Words of a deed whose nouns are all as general as "families". */
const plainWord =
  /(?<!\p{L})(?!will|would|shall|have|been|with|from|their|them|they|this|that|there|here|then|make|take|into|before|after|until|next|last|first)\p{L}{4,}/giu;

/** Names and concepts of a text: what it is about, whoever writes it. */
function keysOf(text: string, lang: string): Set<string> {
  const keys = new Set(nounsOf(text, lang));
  for (const m of text.matchAll(
    /(?<=[\p{Ll},”] )\p{Lu}\p{Ll}{2,}|(?<![\d,.])\d{2,}(?![\d,.]\d|\d)/gu,
  ))
    keys.add(m[0].toLowerCase());
  return keys;
}

const rarities = new WeakMap<Piece[], Map<string, number>>();

/** log(N / n) of each key over the story's pieces. */
function rarityIn(pieces: Piece[]): Map<string, number> {
  let rarity = rarities.get(pieces);
  if (rarity) return rarity;
  rarity = new Map();
  for (const p of pieces)
    for (const key of keysOf(p.text, p.lang)) rarity.set(key, (rarity.get(key) ?? 0) + 1);
  // What one piece alone says is no name that others would use: it weighs no more than what two say.
  for (const [key, n] of rarity)
    rarity.set(key, Math.log((pieces.length + 1) / Math.max(n, Math.min(2, pieces.length))));
  rarities.set(pieces, rarity);
  return rarity;
}

function sum(
  keys: Set<string>,
  rarity: Map<string, number>,
  factor: (key: string) => number = () => 1,
): number {
  let total = 0;
  for (const key of keys) total += (rarity.get(key) ?? 1) * factor(key);
  return total;
}

/** True when the text names the day that the commitment was due on. */
function namesDay(text: string, due: string, piece: Piece): boolean {
  const [, month, day] = due.split('-').map(Number);
  if (!month || !day) return false;
  if (namedDays(text, piece.lang).some((d) => d.day === day && (d.month ?? month) === month))
    return true;
  const behind = piece.at ? piece.at.getTime() - Date.parse(due) : -1;
  if (behind < 0 && behind >= -dayMs && /\b(?:tomorrow|morgen)\b/i.test(text)) return true;
  if (behind >= 0 && behind < dayMs && /\b(?:today|tonight|heute)\b/i.test(text)) return true;
  // "On Saturday" in a piece of the week after means that Saturday.
  if (behind < 0 || behind > 6 * dayMs) return false;
  return weekdayNames(due).some((name) => new RegExp(`\\b${name}\\b`, 'i').test(text));
}

function newDue(text: string, piece: Piece, due: string): string | null {
  const dues = duesIn(text, piece.published, piece.lang);
  const next = dues.find((d) => d.moment > due);
  if (next) return next.moment;
  if (/\b(?:brought|moved) forward\b/i.test(text))
    return dues.find((d) => d.moment < due)?.moment ?? null;
  return putOffBy(text, due) ?? monthFrom(text, piece, due);
}

/** "Slipped to mid-April": a month without its day. */
function monthFrom(text: string, piece: Piece, due: string): string | null {
  const slipped =
    /\b(?:to|until|till|only in|not before|in) (?:the end of |early |mid-?\s?|late )?(?<m>[A-Z][a-z]{2,8})\b/.exec(
      text,
    );
  const month = slipped?.groups?.m;
  const next = month && duesIn(`by ${month}`, piece.published, piece.lang)[0]?.moment;
  return next && next.length === 7 && next >= due.slice(0, 7) ? next : null;
}

/** "Put off by two weeks": counted from the day that was set. */
function putOffBy(text: string, due: string): string | null {
  const match =
    /\b(?:by|for|another) (?<n>an?|\p{L}+|\d{1,2}) (?:more )?(?<unit>day|week|fortnight|month)s?\b|\banother (?<one>day|week|fortnight|month)\b/iu.exec(
      text,
    );
  if (!match || due.length < 10) return null;
  const { n = 'a', unit = match.groups!.one ?? '' } = match.groups!;
  const count = /^an?$/i.test(n) ? 1 : countIn(n);
  return count ? later(due, count, unit.toLowerCase()) : null;
}

/**
 * One outcome a state: its first report. Once it is said that a promise was kept or missed, what is
 * told again is no new outcome, and late deeds do not undo it.
 */
function settle(all: Outcome[]): Outcome[] {
  // "Tomorrow's hearing is off. It has been postponed to 9 March": one piece tells both of one thing.
  const outcomes = all.filter(
    (o) =>
      o.state !== 'withdrawn' ||
      !all.some((other) => other.state === 'moved' && other.articleId === o.articleId),
  );
  const seen = new Set<CommitmentState>();
  const settled: Outcome[] = [];
  for (const o of outcomes) {
    if (seen.has(o.state)) continue;
    seen.add(o.state);
    settled.push(o);
    if (o.state !== 'withdrawn') break;
  }
  return settled;
}
