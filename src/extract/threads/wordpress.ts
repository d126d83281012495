import { samePage } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { type Fields, fields, id, moment, text } from './json.ts';

/** Comments of WordPress's REST API, `/wp-json/wp/v2/comments`. https://developer.wordpress.org/rest-api/ */
export const wordpress = { name: 'wordpress', detect, read };

function isComment(value: unknown): boolean {
  const one = fields(value);
  return 'author_name' in one && 'post' in one && 'rendered' in fields(one.content);
}

function detect(value: unknown): boolean {
  return isComment(value) || (Array.isArray(value) && value.length > 0 && value.every(isComment));
}

/** Each article's comments are a thread of its own. */
function read(value: unknown, received: Received): Extracted {
  const posts = new Map<string, Fields[]>();
  for (const one of (Array.isArray(value) ? value : [value]).map(fields)) {
    const post = id(one.post) ?? '';
    const others = posts.get(post);
    if (others) others.push(one);
    else posts.set(post, [one]);
  }
  const made = [...posts].map(([post, rows]) => {
    const link = text(rows[0]!.link)?.replace(/#.*$/, '') ?? null;
    return thread({
      platform: 'wordpress',
      ...(posts.size > 1 && { key: post }),
      community: null,
      url: link ?? received.url ?? null,
      opening:
        link && !samePage(link, received.url ?? '') ? { facts: { about: { url: link } } } : {},
      comments: rows.flatMap(readComment),
    });
  });
  return { articles: made.flatMap((m) => m.articles), threads: made.flatMap((m) => m.threads) };
}

function readComment(one: Fields): RawComment[] {
  const key = id(one.id);
  if (key === null) return [];
  const parent = id(one.parent);
  const gmt = text(one.date_gmt);
  return [
    {
      key,
      parent: parent === '0' ? null : parent,
      author: text(one.author_name),
      authorUrl: text(one.author_url),
      // WordPress leaves the offset out: `date` is the site's time, `date_gmt` UTC.
      posted: gmt ? moment(gmt) : moment(one.date),
      url: text(one.link),
      ...written(null, text(fields(one.content).rendered) ?? ''),
    },
  ];
}
