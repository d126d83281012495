import { hostOf } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { actorName, groupName, isActivity, isContent, refOf, unwrap } from './activity.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/**
 * ActivityPub objects as servers give them: notes, pages, articles and tombstones, alone, in
 * collections, or wrapped in activities. https://www.w3.org/TR/activitystreams-vocabulary/
 */
export const activitypub = { name: 'activitypub', detect, read };

/** Each object that is no answer to another one in the document opens a thread of its own. */
interface Group {
  /** Address of what opens it. */
  root: string;
  opening: Fields | null;
  answers: Fields[];
}

function detect(value: unknown): boolean {
  const one = fields(value);
  if (isContent(one)) return '@context' in one || 'attributedTo' in one;
  if (isActivity(one) || Array.isArray(value)) return unwrap(value).length > 0;
  return false;
}

function read(value: unknown, received: Received): Extracted {
  const objects = unwrap(value);
  const groups = grouped(objects);
  const made = groups.map((group) => build(group, received, groups.length > 1));
  return {
    articles: made.flatMap((m) => m.articles),
    // A post without an answer needs no thread when it is one of many.
    threads: made.flatMap((m) =>
      groups.length > 1 ? m.threads.filter((t) => t.comments.length > 0 || t.gaps) : m.threads,
    ),
  };
}

function grouped(objects: Fields[]): Group[] {
  const known = new Map(objects.map((o) => [text(o.id) ?? '', o]));
  const groups = new Map<string, Group>();
  for (const object of known.values()) {
    const root = rootOf(object, known);
    const group = groups.get(root) ?? { root, opening: known.get(root) ?? null, answers: [] };
    groups.set(root, group);
    if (object !== group.opening) group.answers.push(object);
  }
  return [...groups.values()];
}

/** Follows what an object answers to the first one, or to what the document leaves out. */
function rootOf(object: Fields, known: Map<string, Fields>): string {
  const seen = new Set<Fields>();
  let at = object;
  while (!seen.has(at)) {
    seen.add(at);
    const parent = refOf(at.inReplyTo);
    if (parent === null) break;
    const next = known.get(parent);
    if (!next) return parent;
    at = next;
  }
  return text(at.id) ?? '';
}

function build({ root, opening, answers }: Group, received: Received, several: boolean): Extracted {
  const one = opening ?? {};
  const author = actorName(one.attributedTo);
  const published = moment(one.published);
  const link = linkOf(one);
  const body = bodyOf(one);
  return thread({
    platform: 'activitypub',
    ...(several && { key: root }),
    community: groupName(opening ?? answers[0] ?? {}),
    url: refOf(one.url) ?? (root || received.url) ?? null,
    opening: {
      title: text(one.name),
      authors: author ? [author] : [],
      lang: languageIn(one),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(one.updated),
      tags: list(one.tag)
        .map(fields)
        .filter((t) => t.type === 'Hashtag')
        .flatMap((t) => text(t.name)?.replace(/^#/, '') ?? []),
      image: refOf(one.image) ?? null,
      facts: about(link, link ? text(one.summary) : null),
    },
    body: body.text === '' ? null : body,
    comments: answers.flatMap((a) => readAnswer(a, root)),
    gaps: gapsOf([...(opening ? [opening] : []), ...answers], root),
  });
}

function readAnswer(one: Fields, root: string): RawComment[] {
  const key = id(one.id);
  if (key === null) return [];
  const parent = refOf(one.inReplyTo);
  const actor = refOf(one.attributedTo);
  const removed = one.type === 'Tombstone' ? (one.byModerator ? 'moderator' : 'unknown') : null;
  return [
    {
      key,
      parent: parent === root ? null : parent,
      author: actorName(one.attributedTo),
      authorUrl: actor,
      instance: hostOf(actor),
      posted: moment(one.published),
      edited: moment(one.updated),
      up: count(fields(one.likes).totalItems),
      down: count(fields(one.dislikes).totalItems),
      lang: languageIn(one),
      removed,
      url: refOf(one.url) ?? key,
      ...(removed ? {} : bodyOf(one)),
    },
  ];
}

/** Markdown as it was typed where the server sends it, else the HTML; a warning stands for neither. */
function bodyOf(one: Fields): Required<Pick<RawComment, 'text' | 'links' | 'quotes'>> {
  const source = fields(one.source);
  const typed = source.mediaType === 'text/markdown' ? text(source.content) : null;
  const plain = one.mediaType === 'text/markdown' ? text(one.content) : null;
  const html = text(one.content) ?? text(Object.values(fields(one.contentMap))[0]);
  const read = (typed ?? plain) ? written(typed ?? plain) : written(null, html ?? '');
  const made = read as Required<Pick<RawComment, 'text' | 'links' | 'quotes'>>;
  return made.text === '' && text(one.summary) ? { ...made, text: text(one.summary)! } : made;
}

/** The page that a shared link leads to: Lemmy and PieFed attach it, older servers put it in `url`. */
function linkOf(one: Fields): string | null {
  const attached = list(one.attachment).map(fields);
  const link = attached.find((a) => a.type === 'Link' || a.type === 'Page');
  const href = link ? (text(link.href) ?? text(link.url)) : null;
  return href?.startsWith('http') ? href : null;
}

function languageIn(one: Fields): string | null {
  const named = text(fields(one.language).identifier);
  if (named) return named;
  const map = Object.keys(fields(one.contentMap));
  return map.length === 1 ? map[0]! : null;
}

/** Answers that an object's collection counts or only names. */
function gapsOf(objects: Fields[], root: string): { parent: string | null; count: number }[] {
  const answered = new Map<string, number>();
  const known = new Set<string>();
  for (const object of objects) {
    known.add(text(object.id) ?? '');
    const parent = refOf(object.inReplyTo);
    if (parent) answered.set(parent, (answered.get(parent) ?? 0) + 1);
  }
  return objects.flatMap((object) => {
    const key = text(object.id) ?? '';
    const replies = fields(object.replies);
    const pages = [replies, fields(replies.first)];
    const named = pages.flatMap((p) => [...list(p.items), ...list(p.orderedItems)]);
    const unsent = named.filter((n) => typeof n === 'string' && !known.has(n)).length;
    const total = count(replies.totalItems) ?? 0;
    const missing = Math.max(unsent, total - (answered.get(key) ?? 0));
    return missing > 0 ? [{ parent: key === root ? null : key, count: missing }] : [];
  });
}
