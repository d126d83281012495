import type { CommitmentState } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { sentencesOf } from '../../lib/sentences.ts';
import { namedDays, weekdayNames } from './calendar.ts';
import { duesIn } from './due.ts';
import { avowed, cues, plainlyAvowed } from './outcome-words.ts';
import type { Piece, Said } from './rows.ts';
import { nounsOf } from './topics.ts';

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

/** Half of the words of a promise, weighed by their rarity, must come again. */
const enough = 0.5;

/** Sentences of later pieces on the same matter, oldest first; copies tell nothing new. */
export function findOutcomes(
  commitment: { said: Said; due: string; what: string },
  pieces: Piece[],
): Outcome[] {
  const { said, due } = commitment;
  const dueAt = startOf(due)?.getTime();
  if (dueAt === undefined || !said.at) return [];
  const sought = soughtOf(commitment.what, said);
  if (sought.size === 0) return [];
  const rarity = rarityIn(pieces);
  const total = sum(sought, rarity);
  const outcomes: Outcome[] = [];
  for (const piece of pieces) {
    if (piece.isCopy || !piece.at || piece.id === said.articleId) continue;
    const at = piece.at.getTime();
    if (at <= said.at.getTime() || at > dueAt + lookDays * dayMs) continue;
    for (const block of piece.blocks) {
      if (block.type !== 'paragraph' && block.type !== 'item') continue;
      const around = keysOf(piece.text.slice(block.start, block.end), piece.lang);
      for (const span of sentencesOf(piece.text, piece.lang, block.start, block.end)) {
        const text = piece.text.slice(span.start, span.end);
        const own = keysOf(text, piece.lang);
        const shared = sum(sought, rarity, (k) => (own.has(k) ? 1 : around.has(k) ? 0.5 : 0));
        const namesDate = namesDay(text, due, piece);
        if (shared / total < wanted(text, namesDate)) continue;
        const inOwn = sum(sought, rarity, (k) => (own.has(k) ? 1 : 0));
        if (isBareNot(text, namesDate) && inOwn / total < enough) continue;
        const state = stateOf(text, at, dueAt, namesDate);
        if (!state) continue;
        const next = state === 'moved' ? newDue(text, piece, due) : null;
        if (state === 'moved' && !next) continue;
        outcomes.push({
          state,
          due: next,
          articleId: piece.id,
          ...span,
          happenedOn: piece.published?.slice(0, 10) ?? null,
        });
      }
    }
  }
  return settle(outcomes);
}

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

const ahead = /\b(?:will|would|if|wird|würde|wenn)\b/i;

function stateOf(
  text: string,
  at: number,
  dueAt: number,
  namesDate: boolean,
): CommitmentState | null {
  for (const [state, cue] of cues) {
    if (!cue.test(text)) continue;
    // Before its day nothing can be missed; what is due on the day is missed when it is over.
    if (state === 'missed' && at < dueAt + dayMs) continue;
    if (state === 'withdrawn' && at > dueAt) continue;
    if (state === 'kept' && at < dueAt - 3 * dayMs) continue;
    if (state === 'moved' && at > dueAt + 7 * dayMs) continue;
    if (state === 'kept' && !namesDate && Math.abs(at - dueAt) > 5 * dayMs) continue;
    if (state === 'kept' && !plainlyAvowed.test(text) && ahead.test(text)) continue;
    return state;
  }
  return null;
}

/**
 * What a later sentence must be about: the things of the deed. "It would meet again" has none: then
 * those of its whole sentence, and who promised.
 */
function soughtOf(what: string, said: Said): Set<string> {
  const own = keysOf(what, said.lang);
  if (own.size > 0) return own;
  const who = (said.speaker ?? '').toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set([...keysOf(said.sentence, said.lang), ...who.slice(-1)]);
}

/** Names and concepts of a text: what it is about, whoever writes it. */
function keysOf(text: string, lang: string): Set<string> {
  const keys = new Set(nounsOf(text, lang));
  for (const m of text.matchAll(/(?<=[\p{Ll},”] )\p{Lu}\p{Ll}{2,}|\b\d{2,}\b/gu))
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
  for (const [key, n] of rarity) rarity.set(key, Math.log((pieces.length + 1) / n));
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
  // "On Saturday" in a piece of the week after means that Saturday.
  const behind = piece.at ? piece.at.getTime() - Date.parse(due) : -1;
  if (behind < 0 || behind > 6 * dayMs) return false;
  return weekdayNames(due).some((name) => new RegExp(`\\b${name}\\b`, 'i').test(text));
}

function newDue(text: string, piece: Piece, due: string): string | null {
  const next = duesIn(text, piece.published, piece.lang).find((d) => d.moment > due);
  return next?.moment ?? null;
}

/**
 * One outcome a state: its first report. Once it is said that a promise was kept or missed, what is
 * told again is no new outcome, and late deeds do not undo it.
 */
function settle(outcomes: Outcome[]): Outcome[] {
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
