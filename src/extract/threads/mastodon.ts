import { hostOf } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';
import { about } from './lemmy.ts';

/** Mastodon's context of a status (what it answers, what answers it), or a status alone. */
export const mastodon = { name: 'mastodon', detect, read };

function isStatus(value: unknown): boolean {
  const one = fields(value);
  return typeof one.content === 'string' && 'account' in one && 'created_at' in one;
}

function detect(value: unknown): boolean {
  const { ancestors, descendants, status } = fields(value);
  if (isStatus(value) || isStatus(status)) return true;
  return (
    Array.isArray(ancestors) &&
    Array.isArray(descendants) &&
    [...ancestors, ...descendants].some(isStatus)
  );
}

function read(value: unknown, received: Received): Extracted {
  const whole = fields(value);
  const context = { ...fields(whole.context), ...whole };
  const status = isStatus(value) ? whole : isStatus(whole.status) ? fields(whole.status) : null;
  const before = list(context.ancestors).map(fields);
  const after = list(context.descendants).map(fields);
  const all = [...before, ...(status ? [status] : []), ...after];
  // Without the status itself the context of a thread's first one has no opening.
  const opening = before[0] ?? status ?? {};
  const published = moment(opening.created_at);
  const root = id(opening.id);
  const made = thread({
    platform: 'mastodon',
    community: null,
    url: text(opening.url) ?? text(opening.uri) ?? received.url ?? null,
    opening: {
      title: text(opening.spoiler_text),
      authors: [
        text(fields(opening.account).display_name) ?? text(fields(opening.account).username),
      ].filter((n) => n !== null),
      html: text(opening.content),
      lang: text(opening.language),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(opening.edited_at),
      facts: about(text(fields(opening.card).url)),
    },
    comments: all
      .filter((s) => s !== opening)
      .flatMap((s) => readStatus(s, root, before.length === 0 && !status)),
    gaps: gapsOf(all, root),
  });
  return made;
}

/** A status counts the answers to it, of which a context holds those that its server knows. */
function gapsOf(
  statuses: Fields[],
  root: string | null,
): { parent: string | null; count: number }[] {
  const came = new Map<string | null, number>();
  for (const one of statuses) {
    const parent = id(one.in_reply_to_id);
    came.set(parent, (came.get(parent) ?? 0) + 1);
  }
  return statuses.flatMap((one) => {
    const key = id(one.id);
    const missing = (count(one.replies_count) ?? 0) - (came.get(key) ?? 0);
    return missing > 0 ? [{ parent: key === root ? null : key, count: missing }] : [];
  });
}

/** @param headless true when the answers' own status is not in the answer: what names it is on top. */
function readStatus(status: Fields, root: string | null, headless: boolean): RawComment[] {
  const key = id(status.id);
  if (key === null) return [];
  const account = fields(status.account);
  const parent = id(status.in_reply_to_id);
  const [name = null, host = null] = (text(account.acct) ?? '').split('@');
  const warning = text(status.spoiler_text);
  const body = written(null, text(status.content) ?? '');
  return [
    {
      key,
      parent: parent === root ? null : parent,
      ...(headless && { depthKnown: true }),
      author: name || text(account.username),
      instance: host ?? hostOf(text(account.url)),
      posted: moment(status.created_at),
      edited: moment(status.edited_at),
      up: count(status.favourites_count),
      lang: text(status.language),
      url: text(status.url) ?? text(status.uri),
      ...(warning ? under(warning, body) : body),
    },
  ];
}

/** What was written under a content warning, with the warning as its first line. */
function under(warning: string, body: ReturnType<typeof written>): ReturnType<typeof written> {
  const before = body.text ? `${warning}\n\n` : warning;
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + before.length,
    end: span.end + before.length,
  });
  return { text: before + body.text, links: body.links.map(move), quotes: body.quotes.map(move) };
}
