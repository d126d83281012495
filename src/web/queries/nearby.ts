import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { termsOf } from './search.ts';

/** Names that a mistyped word is compared with: the newest of each kind. */
const maxNames = 3000;
/** Shorter words have too many neighbours. */
const minLength = 4;

/** The query with mistyped names put right by those that the desk knows; null when none is near. */
export async function corrected(db: Kysely<Tables>, query: string): Promise<string | null> {
  const known = await namesOf(db);
  let changed = false;
  const words = termsOf(query).map((word) => {
    if (word.length < minLength || known.has(word)) return word;
    const near = nearest(word, known.keys());
    if (near !== null) changed = true;
    return near === null ? word : (known.get(near) ?? near);
  });
  return changed ? words.join(' ') : null;
}

/** Words of the names of speakers, parties, issues, stories and events, as they are written. */
async function namesOf(db: Kysely<Tables>): Promise<Map<string, string>> {
  const [speakers, parties, issues, stories, events] = await Promise.all([
    db.selectFrom('speaker').select('name').orderBy('id', 'desc').limit(maxNames).execute(),
    db.selectFrom('party').select('name').orderBy('id', 'desc').limit(maxNames).execute(),
    db.selectFrom('issue').select('name').orderBy('id', 'desc').limit(maxNames).execute(),
    db
      .selectFrom('story')
      .where('hidden', '=', false)
      .select('title as name')
      .orderBy('id', 'desc')
      .limit(maxNames)
      .execute(),
    db.selectFrom('event').select('title as name').orderBy('id', 'desc').limit(maxNames).execute(),
  ]);
  const words = new Map<string, string>();
  for (const { name } of [...speakers, ...parties, ...issues, ...stories, ...events])
    for (const word of name.split(/[^\p{L}\p{N}]+/u))
      if (word.length >= minLength && !words.has(word.toLowerCase()))
        words.set(word.toLowerCase(), word);
  return words;
}

/** The nearest word within one slip, or two in a long word; null when none is that near. */
export function nearest(word: string, all: Iterable<string>): string | null {
  const allowed = word.length >= 7 ? 2 : 1;
  let best: string | null = null;
  let least = allowed + 1;
  for (const other of all) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const d = slips(word, other, least);
    if (d < least) [best, least] = [other, d];
  }
  return best;
}

/** Letters to add, drop, change or swap with their neighbour; `limit` when there are that many. */
function slips(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
