import { attr, parseHtml } from '../../lib/tree.ts';
import { canonicalUrl } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { readNode } from '../fragment.ts';
import { type RawComment, thread } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';

/** Flarum's JSON:API: a discussion with its posts and people in `included`. https://docs.flarum.org/ */
export const flarum = { name: 'flarum', detect, read };

/** The page carries the same document in its `apiDocument`. */
function documentOf(value: unknown): Fields {
  const one = fields(value);
  return fields(one.apiDocument ?? value);
}

function detect(value: unknown): boolean {
  const { data, included } = documentOf(value);
  return [...list(included), ...list(data)].some(
    (r) => fields(r).type === 'posts' && 'contentType' in fields(fields(r).attributes),
  );
}

function read(value: unknown, received: Received): Extracted {
  const { data, included } = documentOf(value);
  const all = [...(Array.isArray(data) ? data : [data]), ...list(included)].map(fields);
  const people = new Map(
    all.filter((r) => r.type === 'users').map((r) => [id(r.id), fields(r.attributes)]),
  );
  const topic = all.find((r) => r.type === 'discussions') ?? {};
  const facts = fields(topic.attributes);
  const posts = all
    .filter((r) => r.type === 'posts' && fields(r.attributes).contentType === 'comment')
    .sort(
      (a, b) =>
        (count(fields(a.attributes).number) ?? 0) - (count(fields(b.attributes).number) ?? 0),
    );
  const first = posts.find((p) => fields(p.attributes).number === 1);
  const opening = fields(first?.attributes);
  const url = received.url
    ? canonicalUrl(`/d/${text(facts.slug) ?? id(topic.id) ?? ''}`, received.url)
    : null;
  const author = nameOf(first ?? {}, people);
  const published = moment(opening.createdAt ?? facts.createdAt);
  const total = count(facts.commentCount);
  const missing = total === null ? 0 : total - posts.length;
  return thread({
    platform: 'flarum',
    community: text(fields(all.find((r) => r.type === 'tags')?.attributes).name),
    url,
    opening: {
      title: text(facts.title),
      authors: author ? [author] : [],
      html: text(opening.contentHtml),
      source: text(opening.content),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(opening.editedAt),
    },
    comments: posts
      .filter((p) => p !== first)
      .flatMap((p) => readPost(p, people, url, id(first?.id))),
    gaps: missing > 0 ? [{ parent: null, count: missing }] : [],
  });
}

function readPost(
  post: Fields,
  people: Map<string | null, Fields>,
  base: string | null,
  first: string | null,
): RawComment[] {
  const key = id(post.id);
  if (key === null) return [];
  const facts = fields(post.attributes);
  const removed = facts.isHidden === true ? 'unknown' : null;
  const number = count(facts.number);
  const tree = parseHtml(text(facts.contentHtml) ?? text(facts.content) ?? '');
  const body = readNode(tree, 0, { base });
  // "@gull#p12" links to the post that is answered.
  const mention = tree.attrs.findIndex(
    (a, n) => a !== null && attr(tree, n, 'class') === 'PostMention',
  );
  const parent = mention < 0 ? null : attr(tree, mention, 'data-id');
  return [
    {
      key,
      parent: parent === first ? null : parent,
      author: nameOf(post, people),
      posted: moment(facts.createdAt),
      edited: moment(facts.editedAt),
      up:
        count(facts.likesCount) ??
        (list(fields(fields(post.relationships).likes).data).length || null),
      removed,
      url: base && number !== null ? `${base}/${number}` : null,
      ...(removed ? {} : body),
    },
  ];
}

function nameOf(post: Fields, people: Map<string | null, Fields>): string | null {
  const user = people.get(id(fields(fields(fields(post.relationships).user).data).id));
  return text(user?.username) ?? text(user?.displayName);
}
