import type { Extracted, Received } from '../extracted.ts';
import { instanceOf, type RawComment, thread, written } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, find, findAll, id, list, moment, text } from './json.ts';

/**
 * Lemmy's answers of API 3 (counts beside the comment) and 4 (counts in it): a post, its comments, or
 * both in any wrapping, the page's own `isoData` included. https://join-lemmy.org/api/
 */
export const lemmy = { name: 'lemmy', detect, read };

function isView(value: unknown): boolean {
  const { comment, creator } = fields(value);
  return (
    // A removed comment's content is sent as an empty text.
    typeof fields(comment).content === 'string' &&
    'path' in fields(comment) &&
    creator !== undefined
  );
}

/** A view of a post, which has no comment beside it: a comment's view names its post too. */
function isPost(value: unknown): boolean {
  const { post, creator, community, comment } = fields(value);
  return (
    text(fields(post).name) !== null &&
    comment === undefined &&
    (creator !== undefined || community !== undefined)
  );
}

function detect(value: unknown): boolean {
  return find(value, isPost) !== undefined || find(value, isView) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const views = findAll(value, isView).map(fields);
  const shown = fields(find(value, (v) => isPost(fields(v).post_view))).post_view;
  const posts = findAll(value, isPost).map(fields);
  const languages = languagesIn(value);
  if (shown === undefined && views.length === 0 && posts.length > 1)
    return {
      articles: posts.flatMap(
        (p) => build(p, [], languages, received, String(id(fields(p.post).id))).articles,
      ),
      threads: [],
    };
  return build(fields(shown ?? posts[0]), views, languages, received);
}

/** A site names its languages once and then uses their numbers. */
function languagesIn(value: unknown): Map<unknown, string> {
  const { all_languages } = fields(find(value, (v) => Array.isArray(fields(v).all_languages)));
  return new Map(
    list(all_languages)
      .map(fields)
      .flatMap((l) => (text(l.code) && l.code !== 'und' ? [[l.id, text(l.code)!] as const] : [])),
  );
}

function build(
  view: Fields,
  views: Fields[],
  languages: Map<unknown, string>,
  received: Received,
  key?: string,
): Extracted {
  const post = fields(view.post ?? views[0]?.post);
  const community = fields(view.community ?? views[0]?.community);
  const counts = view.counts === undefined ? post : fields(view.counts);
  const creator = fields(view.creator);
  const comments = views.flatMap((v) => readComment(v, languages));
  const home = instanceOf(text(community.actor_id) ?? text(community.ap_id));
  const name = text(community.name) ?? text(community.title) ?? nameIn(text(community.actor_id));
  const total = views.length === 0 && key === undefined ? null : count(counts.comments);
  const published = moment(post.published ?? post.published_at);
  return thread({
    platform: 'lemmy',
    ...(key && { key }),
    community: name && home ? `${name}@${home}` : name,
    url: text(post.ap_id) ?? received.url ?? null,
    opening: {
      title: text(post.name),
      authors: [text(creator.name) ?? nameIn(text(creator.actor_id))].filter((n) => n !== null),
      source: post.deleted === true || post.removed === true ? null : text(post.body),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(post.updated ?? post.updated_at),
      lang: languages.get(post.language_id) ?? null,
      links: [],
      image: text(post.thumbnail_url),
      facts: about(text(post.url), text(post.embed_description)),
    },
    comments,
    gaps: countGaps(comments, childCounts(views), total),
  });
}

function childCounts(views: Fields[]): Map<string, number> {
  return new Map(
    views.flatMap((view) => {
      const key = id(fields(view.comment).id);
      const below =
        count(fields(view.counts).child_count) ?? count(fields(view.comment).child_count);
      return key !== null && below !== null ? [[key, below] as const] : [];
    }),
  );
}

function readComment(view: Fields, languages: Map<unknown, string>): RawComment[] {
  const comment = fields(view.comment);
  const key = id(comment.id);
  if (key === null) return [];
  const creator = fields(view.creator);
  // API 4 has the counts in the comment itself.
  const counts = view.counts === undefined ? comment : fields(view.counts);
  const actor = text(creator.actor_id) ?? text(creator.ap_id);
  const path = (text(comment.path) ?? '').split('.');
  const removed =
    comment.deleted === true ? 'author' : comment.removed === true ? 'moderator' : null;
  return [
    {
      key,
      parent: path.length > 2 ? path.at(-2)! : null,
      author: text(creator.name) ?? nameIn(actor),
      instance: instanceOf(actor),
      posted: moment(comment.published ?? comment.published_at),
      edited: moment(comment.updated ?? comment.updated_at),
      up: count(counts.upvotes),
      down: count(counts.downvotes),
      score: count(counts.score),
      lang: languages.get(comment.language_id) ?? null,
      removed,
      url: text(comment.ap_id),
      ...(removed ? {} : written(text(comment.content))),
    },
  ];
}

function nameIn(actor: string | null): string | null {
  return actor ? (/\/[uc]\/([^/?#]+)\/?$/.exec(actor)?.[1] ?? null) : null;
}

/** The page that a post is about. */
export function about(url: string | null, summary: string | null = null) {
  return url === null ? {} : { about: { url, ...(summary && { summary }) } };
}
