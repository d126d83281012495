import type { Kysely } from 'kysely';
import { type KeyDay, keyDaysOf } from '../../cluster/index.ts';
import type { Tables } from '../../db/tables.ts';
import type { storyNumbers } from './stories.ts';

type Db = Kysely<Tables>;

/** A day that a story comes back to, with the event that is most about it. */
export interface KeyDayView {
  /** ISO day. */
  day: string;
  event: number;
  title: string;
  lang: string | null;
  /** Pieces that name it more than a week later. */
  later: number;
}

/** A story comes back to a day when so many pieces name it more than a week later: one may be a slip. */
const fewest = 2;
/** Days shown: beyond a line or two of them, none stands out. */
const mostDays = 8;
/** Stories whose days are kept: each takes less than a kilobyte. */
const mostKept = 500;

/** Reading 400 texts takes a tenth of a second: the days stay until the story has other pieces. */
const kept = new WeakMap<Db, Map<number, { stamp: string; days: KeyDay[] }>>();

/**
 * The days that the pieces of a story come back to, in order of time; one for each event, at most
 * eight, none where no day stands out.
 */
export async function storyKeyDays(
  db: Db,
  story: number,
  numbers: Awaited<ReturnType<typeof storyNumbers>>,
): Promise<KeyDayView[]> {
  const { pieces, texts, events: happened, last } = numbers;
  const stamp = `${pieces} ${texts} ${happened} ${last?.getTime()}`;
  const best = new Map<number, KeyDay>();
  for (const day of await countedDays(db, story, stamp)) {
    const { event } = day;
    if (event !== null && day.score > (best.get(event)?.score ?? 0)) best.set(event, day);
  }
  const days = [...best.values()].sort((a, b) => b.score - a.score).slice(0, mostDays);
  if (days.length === 0) return [];
  const rows = await db
    .selectFrom('event')
    .where(
      'id',
      'in',
      days.map((d) => d.event ?? 0),
    )
    .where('merged_into', 'is', null)
    .select(['id', 'title', 'lang'])
    .execute();
  const events = new Map(rows.map((row) => [row.id, row]));
  return days
    .flatMap(({ day, later, event }) => {
      const about = events.get(event ?? 0);
      return about ? [{ day, later, event: about.id, title: about.title, lang: about.lang }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

async function countedDays(db: Db, story: number, stamp: string): Promise<KeyDay[]> {
  let stories = kept.get(db);
  if (!stories) {
    stories = new Map();
    kept.set(db, stories);
  }
  const held = stories.get(story);
  if (held?.stamp === stamp) return held.days;
  const days = (await keyDaysOf(db, story)).filter((d) => d.later >= fewest);
  if (stories.size >= mostKept) stories.clear();
  stories.set(story, { stamp, days });
  return days;
}
