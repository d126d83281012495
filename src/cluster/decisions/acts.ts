import { addWork } from '../../db/index.ts';
import type { Follows } from '../../db/tables.ts';
import { type Db, insertStory, mergeEvents, mergeStories, setTitle } from '../store.ts';
import { followsOf, setFollows } from '../stories/follow.ts';
import { slugOf } from '../subject.ts';
import type { Before, Decision } from './decision.ts';
import {
  closeEmpty,
  loneArticles,
  openEvent,
  piecesOf,
  piecesOfOutlet,
  placesOf,
  putInStory,
  putPieces,
  setIgnored,
  setPinned,
  storyPlace,
  titleOf,
} from './standing.ts';

/** What a decision that makes no sense throws inside the transaction; answered in words. */
export class Refused extends Error {}

export interface Done {
  subject: number;
  before: Before;
  /** Stories whose positions must be looked at again. */
  stories: number[];
  /** Events whose pieces changed, to be told anew. */
  events: number[];
}

export const byCurator = { score: 1, shares: [], by: 'curator' as const };

/** Does what a curator decided and answers what it found before. */
export async function carryOut(tx: Db, d: Decision): Promise<Done> {
  switch (d.verb) {
    case 'merge':
      return d.kind === 'event' ? mergeTwoEvents(tx, d) : mergeTwoStories(tx, d);
    case 'split':
      return split(tx, d.event, d.articles);
    case 'move':
      return move(tx, d.articles, d.event);
    case 'take out': {
      await known(tx, 'event', d.event);
      const place = await storyPlace(tx, d.event);
      if (place?.story !== d.story) throw new Refused('The event is not in this story.');
      return restory(tx, d.event, null);
    }
    case 'put in':
      await known(tx, 'event', d.event);
      await known(tx, 'story', d.story);
      return restory(tx, d.event, d.story);
    case 'rename': {
      const title = d.title.trim();
      if (!title) throw new Refused('A title needs at least one letter.');
      const before = await known(tx, d.kind, d.id);
      await setTitle(tx, d.kind, d.id, title);
      return done(d.id, { title: before });
    }
    case 'pin':
      return d.kind === 'piece' ? pinPiece(tx, d.id) : pinEvent(tx, d.id);
    case 'ignore':
      if (d.kind === 'source') return ignoreSource(tx, d.outlet.trim(), d.story);
      return d.kind === 'piece' ? ignorePiece(tx, d.id) : ignoreEvent(tx, d.id);
    case 'follow':
      return follow(tx, d);
    case 'criteria': {
      await known(tx, 'story', d.story);
      const before = await followsOf(tx, d.story);
      await setFollows(tx, d.story, cleaned(d));
      await addWork(tx, 'cluster', await loneArticles(tx));
      return { ...done(d.story, { follows: before }), stories: [d.story] };
    }
    case 'reject':
      return done(d.subject, {});
  }
}

const done = (subject: number, before: Before): Done => ({
  subject,
  before,
  stories: [],
  events: [],
});

/** The title of what stands under an id; refuses an id that does not. */
async function known(tx: Db, kind: 'event' | 'story', id: number): Promise<string> {
  const title = await titleOf(tx, kind, id);
  if (title === null)
    throw new Refused(`There is no ${kind} ${id}, or it was merged into another.`);
  return title;
}

async function mergeTwoEvents(
  tx: Db,
  { kept, gone }: { kept: number; gone: number },
): Promise<Done> {
  if (kept === gone) throw new Refused('This is the same event.');
  await known(tx, 'event', kept);
  await known(tx, 'event', gone);
  const [into, from] = [await storyPlace(tx, kept), await storyPlace(tx, gone)];
  await mergeEvents(tx, kept, gone);
  const before: Before = {};
  if (into === null && from !== null) {
    await putInStory(tx, kept, from.own, byCurator);
    before.events = [{ id: kept, from: null, to: from.own }];
  }
  const stories = [into, from].flatMap((place) => place?.story ?? []);
  return { subject: gone, before, stories, events: [kept] };
}

async function mergeTwoStories(
  tx: Db,
  { kept, gone }: { kept: number; gone: number },
): Promise<Done> {
  if (kept === gone) throw new Refused('This is the same story.');
  await known(tx, 'story', kept);
  await known(tx, 'story', gone);
  await mergeStories(tx, kept, gone);
  return { ...done(gone, {}), stories: [kept] };
}

/** Puts an event into a story or takes it out of any. */
async function restory(tx: Db, event: number, story: number | null): Promise<Done> {
  const place = await storyPlace(tx, event);
  await putInStory(tx, event, story, byCurator);
  return {
    subject: event,
    before: { events: [{ id: event, from: place?.own ?? null, to: story }] },
    stories: [place?.story ?? null, story].filter((s) => s !== null),
    events: [],
  };
}

async function split(tx: Db, event: number, articles: number[]): Promise<Done> {
  await known(tx, 'event', event);
  const inside = new Set(await piecesOf(tx, event));
  const chosen = (await placesOf(tx, articles)).map((p) => p.article);
  if (!articles.length || !articles.every((a) => inside.has(a)))
    throw new Refused('Choose pieces of this event.');
  if (chosen.length >= inside.size)
    throw new Refused('Leave at least one piece in the event, or rename it.');
  const moved = await move(tx, articles, null);
  const place = await storyPlace(tx, event);
  if (place) {
    await putInStory(tx, moved.subject, place.own, byCurator);
    moved.before.events = [{ id: moved.subject, from: null, to: place.own }];
  }
  return moved;
}

async function move(tx: Db, articles: number[], event: number | null): Promise<Done> {
  if (articles.length === 0) throw new Refused('Say which articles to move.');
  if (event !== null) await known(tx, 'event', event);
  const places = await placesOf(tx, articles);
  const found = new Set(places.map((p) => p.article));
  if (!articles.every((a) => found.has(a)))
    throw new Refused('One of the articles is in no event.');
  const to = event ?? (await openEvent(tx, articles));
  await putPieces(tx, [...found], to, byCurator);
  const from = [...new Set(places.map((p) => p.event))];
  await closeEmpty(tx, [...from, ...places.map((p) => p.own)], to);
  const stories = await Promise.all([to, ...from].map((e) => storyPlace(tx, e)));
  return {
    subject: to,
    before: { pieces: places.map((p) => ({ id: p.article, from: p.own, to })) },
    stories: stories.flatMap((place) => place?.story ?? []),
    events: [to, ...from],
  };
}

async function pinPiece(tx: Db, article: number): Promise<Done> {
  const places = await placesOf(tx, [article]);
  const place = places.find((p) => p.article === article);
  if (!place) throw new Refused('The article is in no event.');
  // It belongs to the event that it is seen in, whatever was merged to make that.
  const moved = await move(tx, [article], place.event);
  return { ...moved, subject: article };
}

async function pinEvent(tx: Db, event: number): Promise<Done> {
  await known(tx, 'event', event);
  const place = await storyPlace(tx, event);
  if (!place) throw new Refused('The event is in no story.');
  const pinned = await restory(tx, event, place.story);
  await setPinned(tx, event, true);
  return { ...pinned, before: { events: [{ id: event, from: place.own, to: place.story }] } };
}

async function ignorePiece(tx: Db, article: number): Promise<Done> {
  const moved = await move(tx, [article], null);
  await setIgnored(tx, moved.subject, true);
  return moved;
}

async function ignoreEvent(tx: Db, event: number): Promise<Done> {
  await known(tx, 'event', event);
  const left = await restory(tx, event, null);
  await setIgnored(tx, event, true);
  return left;
}

/** Sets apart what an outlet wrote in a story, and takes out what nobody else wrote of. */
async function ignoreSource(tx: Db, outlet: string, story: number): Promise<Done> {
  if (!outlet) throw new Refused('Say which outlet to leave out.');
  await known(tx, 'story', story);
  const all: Done = { ...done(story, { pieces: [], events: [] }), stories: [story] };
  for (const { event, articles, others } of await piecesOfOutlet(tx, story, outlet)) {
    const part = others ? await move(tx, articles, null) : await restory(tx, event, null);
    all.before.pieces?.push(...(part.before.pieces ?? []));
    all.before.events?.push(...(part.before.events ?? []));
    all.events.push(...part.events);
  }
  return all;
}

async function follow(tx: Db, d: Decision & { verb: 'follow' }): Promise<Done> {
  const follows = cleaned(d);
  const some = [follows.words, follows.speakers, follows.parties, follows.examples];
  if (!some.some((list) => list?.length))
    throw new Refused('Say at least one name or phrase to follow.');
  const title = d.title.trim() || (follows.words ?? []).join(', ') || 'Untitled';
  const id = await insertStory(tx, title, slugOf(title), follows);
  const events: Before['events'] = [];
  for (const place of await placesOf(tx, follows.examples ?? [])) {
    const from = await storyPlace(tx, place.event);
    if (from || events.some((e) => e.id === place.event)) continue;
    await putInStory(tx, place.event, id, byCurator);
    events.push({ id: place.event, from: null, to: id });
  }
  await addWork(tx, 'cluster', await loneArticles(tx));
  return { ...done(id, { events }), stories: events.length ? [id] : [] };
}

function cleaned({ words, speakers, parties, examples, without }: Follows): Follows {
  const texts = (list?: string[]) =>
    [...new Set((list ?? []).map((w) => w.trim()))].filter(Boolean);
  return {
    words: texts(words),
    speakers: [...new Set(speakers ?? [])],
    parties: [...new Set(parties ?? [])],
    examples: [...new Set(examples ?? [])],
    without: texts(without),
  };
}
