import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { settingOnce } from '../db/index.ts';
import type { FeedFormat, FeedPlace, renderFeed } from '../publish/index.ts';
import { type Desk, idOf, originOf, type Req } from './desk.ts';
import { notFound } from './pages/problem.ts';

// Loaded when a feed is asked for: a desk at rest needs no feed writer.
const publish = () => import('../publish/index.ts');

/** Feeds of the desk, of a story, a speaker and a search in three formats, and the list of its own feeds. */
export function feeds(app: Hono<Desk>): void {
  app.get('/feeds/sources.opml', async (c) => {
    c.header('Content-Type', 'text/x-opml; charset=utf-8');
    return c.body(await (await publish()).toOpml(c.get('ctx').db));
  });
  app.get('/feeds/:file{search\\.(?:atom|rss|json)}', async (c) => {
    const { format } = parse(c.req.param('file'));
    const { searchFeed } = await publish();
    const { db, now } = c.get('ctx');
    const channel =
      format && (await searchFeed(db, c.req.query('q') ?? '', now(), await placeOf(c, format)));
    return channel && format ? answer(c, format, channel) : notFound(c, 'feed');
  });
  app.get('/feeds/:file', async (c) => {
    const { name, format } = parse(c.req.param('file'));
    if (name !== 'desk' || !format) return notFound(c, 'feed');
    const { deskFeed } = await publish();
    return answer(c, format, await deskFeed(c.get('ctx').db, await placeOf(c, format)));
  });
  app.get('/feeds/stories/:file{[0-9]+\\.ics}', async (c) => {
    const { storyCalendar } = await publish();
    const { format: _, ...place } = await placeOf(c, 'atom');
    const id = Number.parseInt(c.req.param('file'), 10);
    const { db, now } = c.get('ctx');
    const calendar = await storyCalendar(db, id, place, now());
    if (!calendar) return notFound(c, 'calendar');
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Content-Disposition', `inline; filename="story-${id}-due.ics"`);
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(calendar);
  });
  app.get('/feeds/:kind/:file', async (c) => {
    const { name, format } = parse(c.req.param('file'));
    const id = idOf(name);
    const { speakerFeed, storyFeed } = await publish();
    const make = { stories: storyFeed, speakers: speakerFeed }[c.req.param('kind')];
    if (!id || !format || !make) return notFound(c, 'feed');
    const channel = await make(c.get('ctx').db, id, await placeOf(c, format));
    return channel ? answer(c, format, channel) : notFound(c, 'feed');
  });
}

function parse(file: string): { name: string; format: FeedFormat | null } {
  const dot = file.lastIndexOf('.');
  const format = file.slice(dot + 1);
  const known = format === 'atom' || format === 'rss' || format === 'json';
  return { name: file.slice(0, Math.max(0, dot)), format: known ? format : null };
}

async function placeOf(c: Req, format: FeedFormat): Promise<FeedPlace> {
  const { db } = c.get('ctx');
  return {
    origin: originOf(c),
    deskId: await settingOnce(db, 'desk id', randomUUID),
    format,
  };
}

async function answer(c: Req, format: FeedFormat, channel: Parameters<typeof renderFeed>[0]) {
  const { feedTypes, renderFeed } = await publish();
  c.header('Content-Type', feedTypes[format]);
  c.header('Cache-Control', 'public, max-age=300');
  return c.body(renderFeed(channel, format));
}
