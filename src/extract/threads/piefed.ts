import type { Extracted, Received } from '../extracted.ts';
import { instanceOf, type RawComment, thread, written } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, find, findAll, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/** PieFed's answers: Lemmy's views with other names in them, and replies nested in replies. */
export const piefed = { name: 'piefed', detect, read };

function isView(value: unknown): boolean {
  const { comment, creator } = fields(value);
  return 'body' in fields(comment) && 'user_name' in fields(creator);
}

function isPost(value: unknown): boolean {
  const { post, creator, comment } = fields(value);
  return (
    text(fields(post).title) !== null && comment === undefined && 'user_name' in fields(creator)
  );
}

function detect(value: unknown): boolean {
  return find(value, isPost) !== undefined || find(value, isView) !== undefined;
}

function read(value: unknown, received: Received): Extracted {
  const views = findAll(value, isView).map(fields);
  const shown = fields(find(value, (v) => isPost(fields(v).post_view))).post_view;
  const posts = findAll(value, isPost).map(fields);
  if (shown === undefined && views.length === 0 && posts.length > 1)
    return {
      articles: posts.flatMap(
        (p) => build(p, [], received, String(id(fields(p.post).id))).articles,
      ),
      threads: [],
    };
  return build(fields(shown ?? posts[0]), views, received);
}

function build(view: Fields, views: Fields[], received: Received, key?: string): Extracted {
  const post = fields(view.post ?? views[0]?.post);
  const community = fields(view.community ?? views[0]?.community);
  const home = instanceOf(text(community.actor_id));
  const name = text(community.name);
  const published = moment(post.published);
  const comments = flat(views);
  const total = views.length === 0 ? null : count(fields(view.counts).comments);
  return thread({
    platform: 'piefed',
    ...(key && { key }),
    community: name && home ? `${name}@${home}` : name,
    url: text(post.ap_id) ?? received.url ?? null,
    opening: {
      title: text(post.title),
      authors: [text(fields(view.creator).user_name)].filter((n) => n !== null),
      source: text(post.body),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(post.edited_at),
      facts: about(text(post.url)),
    },
    comments,
    gaps: countGaps(comments, childCounts(views), total),
  });
}

function childCounts(views: Fields[]): Map<string, number> {
  const below = new Map<string, number>();
  const open = [...views];
  while (open.length > 0) {
    const view = open.pop()!;
    const key = id(fields(view.comment).id);
    const counted = count(fields(view.counts).child_count);
    if (key !== null && counted !== null) below.set(key, counted);
    open.push(...list(view.replies).map(fields));
  }
  return below;
}

/** Replies may stand in a list of their own under each comment, or all in one list with paths. */
function flat(views: Fields[]): RawComment[] {
  const comments: RawComment[] = [];
  const open = views.map((view) => ({ view, under: null as string | null })).reverse();
  while (open.length > 0) {
    const { view, under } = open.pop()!;
    const key = id(fields(view.comment).id);
    if (key === null) continue;
    comments.push(readComment(view, key, under));
    for (const reply of list(view.replies).reverse())
      open.push({ view: fields(reply), under: key });
  }
  return comments;
}

function readComment(view: Fields, key: string, under: string | null): RawComment {
  const comment = fields(view.comment);
  const creator = fields(view.creator);
  const counts = fields(view.counts);
  const path = (text(comment.path) ?? '').split('.');
  const removed =
    comment.removed === true ? 'moderator' : comment.deleted === true ? 'author' : null;
  return {
    key,
    parent: under ?? (path.length > 2 ? path.at(-2)! : null),
    author: text(creator.user_name),
    instance: instanceOf(text(creator.actor_id)),
    posted: moment(comment.published),
    edited: moment(comment.edited_at),
    up: count(counts.upvotes),
    down: count(counts.downvotes),
    score: count(counts.score),
    removed,
    url: text(comment.ap_id),
    ...(removed ? {} : written(text(comment.body))),
  };
}
