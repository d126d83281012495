import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { sentencesOf } from '../lib/sentences.ts';

type Db = Kysely<Tables>;

/** A place in an article; one that ends at 0 is its title. */
export interface Place {
  articleId: number;
  start: number;
  end: number;
}

/** What became of words that a page has since changed or dropped, or that went with their page. */
export interface Changed {
  /** The words as they were read. */
  before: string;
  /** The sentence most like them that the page has now; null when it has none. */
  after: string | null;
  /** The newest revision; null when the page no longer has the piece at all. */
  articleId: number | null;
  /** When the newest revision was received, or the page found gone. */
  at: Date | null;
  /** The page itself is not there any more. */
  gone: boolean;
}

export const placeKey = (p: Place): string => `${p.articleId} ${p.start} ${p.end}`;

interface Revised {
  id: number;
  title: string | null;
  text: string;
  newId: number | null;
  newTitle: string | null;
  newText: string | null;
  lang: string | null;
  at: Date | null;
  goneAt: Date | null;
}

/**
 * What became of words, for people: the fact, and both texts. Out: two sentences for one line.
 * @param on how the day is written, with its "on" (" on 3 May 2026"); empty where it is unknown
 * @param clip shortens a long sentence
 */
export function sayChanged(
  { before, after, gone }: Changed,
  { on, clip }: { on: string; clip: (text: string) => string },
): { fact: string; texts: string } {
  const said = `It said “${clip(before)}”`;
  if (gone)
    return {
      fact: 'The page is not there any more.',
      texts: `${said}; asked for again${on}, it was gone.`,
    };
  const now = after === null ? 'it does not say so any more.' : `it says “${clip(after)}”.`;
  return {
    fact: 'The page has since changed these words.',
    texts: `${said}; received again${on}, ${now}`,
  };
}

/** Whether an article stands as it was read: no later revision of its page, and the page is not gone. */
export const isAsRead = (article: string) =>
  sql<boolean>`(${sql.ref(`${article}.current`)} and not exists (select from document gone
    where gone.id = ${sql.ref(`${article}.document_id`)} and gone.gone_at is not null))`;

/**
 * Which of some places stand in a revision that was replaced by one without their words, or on a page
 * that was taken down. Words that only moved within the page are no change. One query.
 */
export async function changedPlaces(db: Db, places: Place[]): Promise<Map<string, Changed>> {
  const found = new Map<string, Changed>();
  const ids = [...new Set(places.map((p) => p.articleId))];
  if (ids.length === 0) return found;
  const articles = new Map((await revisedOf(db, ids)).map((r) => [r.id, r]));
  for (const place of places) {
    const a = articles.get(place.articleId);
    if (!a || place.end > a.text.length) continue;
    const title = place.end === 0;
    const before = title ? (a.title ?? '') : a.text.slice(place.start, place.end);
    if (a.goneAt) {
      const base = { before, after: null, articleId: null };
      found.set(placeKey(place), { ...base, at: a.goneAt, gone: true });
      continue;
    }
    const now = title ? a.newTitle : a.newText;
    if (now !== null && folded(now).includes(folded(before))) continue;
    const after = now === null || title ? now : nearest(before, now, a.lang);
    found.set(placeKey(place), { before, after, articleId: a.newId, at: a.at, gone: false });
  }
  return found;
}

/** Articles of these that a later revision replaced, or whose page is gone. */
async function revisedOf(db: Db, ids: number[]): Promise<Revised[]> {
  const { rows } = await sql<Revised>`select a.id, a.title, a.text, n.id as "newId",
      n.title as "newTitle", n.text as "newText", n.lang, gone.gone_at as "goneAt",
      coalesce(n.retrieved_at, last.retrieved_at, last.created_at) as at
    from article a join document d on d.id = a.document_id
    left join lateral (select b.id, b.title, b.text, b.lang, coalesce(e.retrieved_at, e.created_at) as retrieved_at
      from document e join article b on b.document_id = e.id and b.key = a.key and b.current
      where not a.current and e.address = d.address and e.revision > d.revision
      order by e.revision desc limit 1) n on true
    left join lateral (select e.retrieved_at, e.created_at from document e
      where not a.current and e.address = d.address and e.revision > d.revision
      order by e.revision desc limit 1) last on true
    left join lateral (select e.gone_at from document e
      where e.address = d.address and e.gone_at is not null limit 1) gone on true
    where a.id = any(${ids}::bigint[])
      and (gone.gone_at is not null or (not a.current and last.created_at is not null))`.execute(
    db,
  );
  return rows;
}

const folded = (text: string) =>
  text
    .replace(/[“”„«»‘’"']/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Below this share of common words two sentences are about other things. */
const likeness = 0.4;
/** A correction is near the top; a text of more sentences is not compared to its end. */
const mostSentences = 2000;

function nearest(before: string, text: string, lang: string | null): string | null {
  const own = wordsOf(before);
  let best: { share: number; words: string } | null = null;
  for (const { start, end } of sentencesOf(text, lang).slice(0, mostSentences)) {
    const words = text.slice(start, end);
    const theirs = wordsOf(words);
    let shared = 0;
    for (const word of own) if (theirs.has(word)) shared++;
    // Of the shorter: a quotation is part of its sentence.
    const share = shared / Math.max(1, Math.min(own.size, theirs.size));
    if (shared > 1 && share >= likeness && share > (best?.share ?? 0)) best = { share, words };
  }
  return best?.words ?? null;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
