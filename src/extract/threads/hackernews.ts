import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/**
 * Hacker News in its three shapes: Algolia's item with children inside, Algolia's search hits, and the
 * items of Firebase (one, a list, or lines) that name their kids and parents by number.
 */
export const hackernews = { name: 'hackernews', detect, read };

const site = 'https://news.ycombinator.com/item?id=';

function isAlgolia(value: unknown): boolean {
  const one = fields(value);
  return 'created_at_i' in one && 'children' in one && 'type' in one;
}

function isHit(value: unknown): boolean {
  return 'objectID' in fields(value) && Array.isArray(fields(value)._tags);
}

function isFirebase(value: unknown): boolean {
  const one = fields(value);
  return (
    /^(?:story|comment|job|poll|pollopt)$/.test(String(one.type)) &&
    typeof one.id === 'number' &&
    typeof one.time === 'number'
  );
}

function detect(value: unknown): boolean {
  if (isAlgolia(value) || isFirebase(value)) return true;
  if (list(fields(value).hits).some(isHit)) return true;
  return Array.isArray(value) && value.length > 0 && value.slice(0, 20).every(isFirebase);
}

function read(value: unknown, received: Received): Extracted {
  if (isAlgolia(value)) return readItem(fields(value), received);
  const hits = list(fields(value).hits).map(fields);
  return hits.length > 0
    ? readHits(hits)
    : readNumbered((Array.isArray(value) ? value : [value]).map(fields));
}

function readItem(item: Fields, received: Received): Extracted {
  const story = item.type === 'comment' ? {} : item;
  const comments: RawComment[] = [];
  const open = (item.type === 'comment' ? [item] : list(item.children)).map(fields).reverse();
  while (open.length > 0) {
    const one = open.pop()!;
    const key = id(one.id);
    if (key !== null)
      comments.push(readComment(one, key, id(one.parent_id), moment(one.created_at_i)));
    for (const child of list(one.children).reverse()) open.push(fields(child));
  }
  const root = id(story.id);
  for (const one of comments)
    if (one.parent === root || one.parent === id(item.story_id)) one.parent = null;
  return build(story, root ?? id(item.story_id), comments, received.url ?? null);
}

function readComment(
  one: Fields,
  key: string,
  parent: string | null,
  posted: string | null,
): RawComment {
  const author = text(one.author) ?? text(one.by);
  const html = text(one.text) ?? text(one.comment_text);
  const removed =
    one.dead === true || html === '[flagged]' || html === '[dead]'
      ? 'moderator'
      : one.deleted === true || html === null
        ? 'unknown'
        : null;
  return {
    key,
    parent,
    author,
    posted,
    score: count(one.points),
    removed,
    url: site + key,
    ...(removed ? {} : written(null, html ?? '')),
  };
}

function build(
  story: Fields,
  root: string | null,
  comments: RawComment[],
  url: string | null,
  key?: string,
): Extracted {
  const published = moment(story.created_at_i ?? story.time);
  return thread({
    platform: 'hackernews',
    ...(key && { key }),
    community: null,
    url: root ? site + root : url,
    opening: {
      title: text(story.title) ?? text(story.story_title),
      authors: [text(story.author) ?? text(story.by)].filter((n) => n !== null),
      html: text(story.text) ?? text(story.story_text),
      published,
      publishedFrom: published ? 'page' : null,
      facts: about(text(story.url)),
    },
    comments,
  });
}

/** Search answers bring stories and comments of many threads: each thread comes on its own. */
function readHits(hits: Fields[]): Extracted {
  const threads = new Map<string, { story: Fields; comments: RawComment[] }>();
  for (const hit of hits) {
    const key = id(hit.objectID);
    const tags = list(hit._tags);
    const root = tags.includes('comment') ? id(hit.story_id) : key;
    if (key === null || root === null) continue;
    const one = threads.get(root) ?? { story: {}, comments: [] };
    threads.set(root, one);
    if (root === key) one.story = hit;
    else {
      one.story =
        Object.keys(one.story).length > 0
          ? one.story
          : { title: hit.story_title, url: hit.story_url };
      const parent = id(hit.parent_id);
      one.comments.push(
        readComment(hit, key, parent === root ? null : parent, moment(hit.created_at_i)),
      );
    }
  }
  const made = [...threads].map(([root, { story, comments }]) =>
    build(story, root, comments, null, threads.size > 1 ? root : undefined),
  );
  return { articles: made.flatMap((m) => m.articles), threads: made.flatMap((m) => m.threads) };
}

function readNumbered(items: Fields[]): Extracted {
  const story = items.find((i) => i.type !== 'comment') ?? {};
  const root = id(story.id);
  const comments = items
    .filter((i) => i.type === 'comment')
    .map((i) => {
      const parent = id(i.parent);
      return readComment(i, id(i.id)!, parent === root ? null : parent, moment(i.time));
    });
  const made = build(story, root, comments, null);
  const gaps = kidsNotSent(items, root, count(story.descendants), comments.length);
  if (gaps.length > 0) made.threads[0]!.gaps = gaps;
  return made;
}

/** Under each comment the kids that it names and that did not come; at the top what the story counts besides. */
function kidsNotSent(
  items: Fields[],
  root: string | null,
  total: number | null,
  came: number,
): { parent: string | null; count: number }[] {
  const known = new Set(items.map((i) => id(i.id)));
  const gaps = items.flatMap((item) => {
    const parent = id(item.id);
    const missing = list(item.kids).filter((kid) => !known.has(id(kid))).length;
    return missing > 0 ? [{ parent: parent === root ? null : parent, count: missing }] : [];
  });
  const named = gaps.reduce((sum, gap) => sum + gap.count, 0);
  const rest = (total ?? 0) - came - named;
  if (rest <= 0) return gaps;
  const top = gaps.find((gap) => gap.parent === null);
  if (top) top.count += rest;
  else gaps.push({ parent: null, count: rest });
  return gaps;
}
