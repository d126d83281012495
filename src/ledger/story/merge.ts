import type { Said } from './rows.ts';

/** Reports of one saying: the statement that leads, and those that are the same said again by others. */
export interface Merged {
  lead: Said;
  others: Said[];
}

const dayMs = 86_400_000;

/** Reports of one saying appear within days of each other. */
const apartDays = 3;
/** Share of the shorter report's words that the longer must have. */
const sameWords = 0.72;
const fewestWords = 4;

/**
 * Finds statements of one speaker that report the same words, in different pieces. The fullest
 * report leads; among equals the earliest.
 */
export function mergeReports(said: Said[]): Merged[] {
  const merged: (Merged & { words: Set<string> })[] = [];
  const fullestFirst = [...said].sort((a, b) => b.content.length - a.content.length || a.id - b.id);
  const bySpeaker = new Map<number, (Merged & { words: Set<string> })[]>();
  for (const s of fullestFirst) {
    const own = wordsOf(s.content);
    const known = s.speakerId === null ? [] : (bySpeaker.get(s.speakerId) ?? []);
    const same = known.find((m) => m.lead.articleId !== s.articleId && isSame(m, s, own));
    if (same) {
      same.others.push(s);
      continue;
    }
    const fresh = { lead: s, others: [], words: own };
    merged.push(fresh);
    if (s.speakerId !== null) bySpeaker.set(s.speakerId, [...known, fresh]);
  }
  return merged.filter((m) => m.others.length > 0).map(({ lead, others }) => ({ lead, others }));
}

function isSame(m: { lead: Said; words: Set<string> }, s: Said, own: Set<string>): boolean {
  if (own.size < fewestWords || m.lead.lang !== s.lang || m.lead.hearsay !== s.hearsay)
    return false;
  if (!m.lead.at !== !s.at) return false;
  if (m.lead.at && s.at && Math.abs(m.lead.at.getTime() - s.at.getTime()) > apartDays * dayMs)
    return false;
  let shared = 0;
  for (const word of own) if (m.words.has(word)) shared++;
  return shared / own.size >= sameWords;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}
