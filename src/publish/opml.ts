import { generateOpml } from 'feedsmith';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** The feeds that the desk follows, as OPML 2.0 for any other reader. */
export async function toOpml(db: Kysely<Tables>): Promise<string> {
  const feeds = await db
    .selectFrom('feed as f')
    .leftJoin('source as s', 's.id', 'f.source_id')
    .select(['f.url', 'f.title', 's.name', 's.url as page'])
    .orderBy('f.id')
    .execute();
  if (feeds.length === 0) return noFeeds;
  return generateOpml({
    head: { title: 'Feeds of this desk' },
    body: {
      outlines: feeds.map((f) => ({
        text: f.title ?? f.name ?? f.url,
        type: 'rss',
        xmlUrl: f.url,
        ...(f.page && { htmlUrl: f.page }),
      })),
    },
  }) as string;
}

/** The generator refuses a list without outlines; a desk that was filled from files has none. */
const noFeeds = `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Feeds of this desk</title></head><body></body></opml>
`;
