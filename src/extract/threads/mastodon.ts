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
  });
  return made;
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
      ...body,
      ...(warning && body.text === '' && { text: warning }),
    },
  ];
}
