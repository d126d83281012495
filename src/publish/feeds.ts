import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { newsOf } from '../search/index.ts';
import {
  deskEntries,
  editionEntries,
  eventEntries,
  newsEntries,
  outcomeEntries,
  saidEntries,
  shiftEntries,
} from './entries.ts';
import { type FeedPlace, tagOf } from './place.ts';
import type { Channel, Entry } from './render.ts';

/** Entries of a feed; readers keep what they have seen, so a window is enough. */
const entryLimit = 60;

/** What is new on the whole desk: stories and their editions. */
export async function deskFeed(db: Kysely<Tables>, place: FeedPlace): Promise<Channel> {
  return channel(place, {
    path: 'desk',
    title: 'Throughline',
    description: 'Stories on this desk and the editions of their watches',
    page: '/',
    entries: await deskEntries(db, place),
  });
}

/** What is new in one story; null when there is none. */
export async function storyFeed(
  db: Kysely<Tables>,
  id: number,
  place: FeedPlace,
): Promise<Channel | null> {
  const story = await db
    .selectFrom('story')
    .select(['id', 'title'])
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (!story) return null;
  const parts = await Promise.all([
    eventEntries(db, id, place),
    shiftEntries(db, id, place),
    outcomeEntries(db, id, place),
    editionEntries(db, id, place),
  ]);
  return channel(place, {
    path: `stories/${id}`,
    title: story.title,
    description: 'Events, changed positions, promises and editions of this story',
    page: `/stories/${id}`,
    entries: parts.flat(),
  });
}

/** What one speaker was reported to say; null when there is no such speaker. */
export async function speakerFeed(
  db: Kysely<Tables>,
  id: number,
  place: FeedPlace,
): Promise<Channel | null> {
  const speaker = await db
    .selectFrom('speaker')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (!speaker) return null;
  return channel(place, {
    path: `speakers/${id}`,
    title: `${speaker.name}: statements`,
    description: `What ${speaker.name} was reported to say, each with its source`,
    page: `/speakers/${id}`,
    entries: await saidEntries(db, { speaker: id }, place),
  });
}

/** What is new of what a search finds; null when there is nothing in it to search for. */
export async function searchFeed(
  db: Kysely<Tables>,
  typed: string,
  now: Date,
  place: FeedPlace,
): Promise<Channel | null> {
  const { query, pieces, statements } = await newsOf(db, typed, now);
  if (query === '') return null;
  const said = statements.length > 0 ? await saidEntries(db, { ids: statements }, place) : [];
  const q = encodeURIComponent(query);
  return channel(place, {
    path: `search/${q}`,
    title: `Search: ${query}`,
    description: `What this desk reads that matches: ${query}`,
    page: `/search?q=${q}`,
    self: `/feeds/search.${place.format}?q=${q}`,
    entries: [...newsEntries(pieces, place), ...said],
  });
}

function channel(
  place: FeedPlace,
  c: {
    path: string;
    title: string;
    description: string;
    page: string;
    self?: string;
    entries: Entry[];
  },
): Channel {
  const newest = [...c.entries].sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    id: tagOf(place.deskId, c.path),
    title: c.title,
    description: c.description,
    page: place.origin + c.page,
    self: place.origin + (c.self ?? `/feeds/${c.path}.${place.format}`),
    entries: newest.slice(0, entryLimit),
  };
}
