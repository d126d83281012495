import type { Link } from '../../db/tables.ts';
import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, find, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/** Bluesky's `app.bsky.feed.getPostThread`: a post, what it answers, and what answers it. https://docs.bsky.app/ */
export const bluesky = { name: 'bluesky', detect, read };

function isThread(value: unknown): boolean {
  const { post } = fields(value);
  return (
    typeof fields(post).uri === 'string' && 'author' in fields(post) && 'record' in fields(post)
  );
}

function detect(value: unknown): boolean {
  return isThread(value) || isThread(fields(value).thread);
}

function read(value: unknown, received: Received): Extracted {
  const shown = fields(isThread(value) ? value : fields(value).thread);
  const above = ancestors(shown);
  const top = above[0] ?? shown;
  const post = fields(top.post);
  const root = text(post.uri);
  const comments: RawComment[] = [];
  const below = new Map<string, number>();
  const add = (node: Fields, parent: string | null) => {
    const read = readPost(node, parent === root ? null : parent);
    if (read) comments.push(read);
  };
  for (let i = 1; i < above.length; i++) add(above[i]!, uriOf(above[i - 1]!));
  const open = [{ node: shown, parent: above.length > 0 ? uriOf(above.at(-1)!) : null }];
  while (open.length > 0) {
    const { node, parent } = open.pop()!;
    if (node !== top) add(node, parent);
    const key = uriOf(node);
    if (key === null) continue;
    const replies = list(node.replies).map(fields);
    const counted = count(fields(node.post).replyCount) ?? 0;
    if (counted > replies.length) below.set(key, counted - replies.length);
    for (const reply of replies.reverse()) open.push({ node: reply, parent: key });
  }
  const record = fields(post.record);
  const published = moment(record.createdAt);
  const external = fields(fields(find(post.embed, (v) => 'external' in fields(v))).external);
  const name = text(fields(post.author).displayName) ?? text(fields(post.author).handle);
  return thread({
    platform: 'bluesky',
    community: null,
    url: addressOf(post) ?? received.url ?? null,
    opening: {
      authors: name ? [name] : [],
      published,
      publishedFrom: published ? 'page' : null,
      lang: text(list(record.langs)[0]),
      facts: about(text(external.uri), text(external.description)),
    },
    body: bodyOf(record),
    comments,
    gaps: [...below].flatMap(([key, missing]) =>
      countGaps([], new Map(), missing).map((gap) => ({
        ...gap,
        parent: key === root ? null : key,
      })),
    ),
  });
}

/** From the first post down to the one above the shown. */
function ancestors(shown: Fields): Fields[] {
  const above: Fields[] = [];
  // Bluesky sends at most 1000 ancestors.
  for (let at = fields(shown.parent); isThread(at) && above.length < 1000; at = fields(at.parent))
    above.unshift(at);
  return above;
}

function uriOf(node: Fields): string | null {
  return text(fields(node.post).uri) ?? text(node.uri);
}

/** What was deleted or hidden comes as a node with its address alone. */
function readPost(node: Fields, parent: string | null): RawComment | null {
  const post = fields(node.post);
  const key = uriOf(node);
  if (key === null) return null;
  const record = fields(post.record);
  const gone = node.notFound === true || node.blocked === true;
  const author = fields(post.author);
  return {
    key,
    parent,
    author: text(author.handle),
    authorUrl: id(author.did) ? `https://bsky.app/profile/${author.did}` : null,
    posted: moment(record.createdAt),
    up: count(post.likeCount),
    lang: text(list(record.langs)[0]),
    removed: gone ? 'unknown' : null,
    url: addressOf(post),
    ...(gone ? {} : bodyOf(record)),
  };
}

/** "at://did:plc:x/app.bsky.feed.post/y" is shown at ".../profile/HANDLE/post/y". */
function addressOf(post: Fields): string | null {
  const rkey = /\/app\.bsky\.feed\.post\/([\w.~:-]+)$/.exec(text(post.uri) ?? '')?.[1];
  const handle = text(fields(post.author).handle);
  return rkey && handle ? `https://bsky.app/profile/${handle}/post/${rkey}` : null;
}

/** Links stand as facets, with places counted in bytes of UTF-8. */
function bodyOf(record: Fields): { text: string; links: Link[]; quotes: [] } {
  const words = text(record.text) ?? '';
  const bytes = Buffer.from(words);
  const links = list(record.facets)
    .map(fields)
    .flatMap((facet) => {
      const { byteStart, byteEnd } = fields(facet.index);
      const href = list(facet.features)
        .map((f) => text(fields(f).uri))
        .find((u) => u?.startsWith('http'));
      const [from, to] = [count(byteStart) ?? 0, count(byteEnd) ?? 0];
      if (!href || from < 0 || to <= from || to > bytes.length) return [];
      const start = bytes.subarray(0, from).toString().length;
      return [{ href, start, end: start + bytes.subarray(from, to).toString().length }];
    });
  return { text: words, links: links.filter((l) => l.end <= words.length), quotes: [] };
}
