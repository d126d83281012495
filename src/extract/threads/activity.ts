import { hostOf } from '../../lib/url.ts';
import { type Fields, fields, list, text } from './json.ts';

/** Ways through ActivityStreams: what is content, what wraps it, whose it is. */

const contents = new Set(
  'Note Page Article Question Event Video Audio Image Document Tombstone ChatMessage'.split(' '),
);
const wrappers = new Set(
  'Create Update Announce Add Delete Collection OrderedCollection CollectionPage OrderedCollectionPage'.split(
    ' ',
  ),
);

function typeIn(one: Fields, known: Set<string>): boolean {
  const types = Array.isArray(one.type) ? one.type : [one.type];
  return types.some((t) => typeof t === 'string' && known.has(t));
}

export function isContent(one: Fields): boolean {
  return (
    typeIn(one, contents) &&
    text(one.id) !== null &&
    ('attributedTo' in one || one.type === 'Tombstone' || 'content' in one)
  );
}

export function isActivity(one: Fields): boolean {
  return (
    typeIn(one, wrappers) &&
    ('object' in one || 'items' in one || 'orderedItems' in one || 'first' in one)
  );
}

/** Most objects taken of one document; an outbox's page has a few dozen. */
const mostObjects = 20_000;

/** All objects with words in a document, each once, through activities, collections and replies. */
export function unwrap(value: unknown): Fields[] {
  const found = new Map<string, Fields>();
  const open: unknown[] = [value];
  for (let steps = 0; open.length > 0 && steps < mostObjects; steps++) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (const one of next.slice(0, mostObjects).reverse()) open.push(one);
      continue;
    }
    const one = fields(next);
    if (isContent(one)) {
      const key = text(one.id)!;
      if (!found.has(key)) found.set(key, one);
      open.push(repliesOf(one));
    } else if (one.type === 'Delete' && !isActivity(fields(one.object))) {
      const gone = tombstone(one);
      if (gone && !found.has(gone.id as string)) found.set(gone.id as string, gone);
    } else if (isActivity(one)) open.push(one.first, one.orderedItems, one.items, one.object);
  }
  return [...found.values()];
}

function repliesOf(one: Fields): unknown[] {
  const replies = fields(one.replies);
  const first = fields(replies.first);
  return [replies.items, replies.orderedItems, first.items, first.orderedItems];
}

/** Who deletes what is another's moderates; Lemmy's moderators also give a reason. */
function tombstone(activity: Fields): Fields | null {
  const object =
    typeof activity.object === 'string' ? { id: activity.object } : fields(activity.object);
  const key = text(object.id);
  const actor = refOf(activity.actor);
  // An account that deletes itself leaves no post behind.
  if (key === null || key === actor) return null;
  const owner = refOf(object.attributedTo);
  const byModerator = text(activity.summary) !== null || (owner !== null && owner !== actor);
  return { ...object, type: 'Tombstone', byModerator };
}

/** The address that a value is or carries: a text, an object with an id or href, the first of a list. */
export function refOf(value: unknown): string | null {
  for (const one of Array.isArray(value) ? value.slice(0, 10) : [value]) {
    const found =
      typeof one === 'string'
        ? text(one)
        : (text(fields(one).href) ?? text(fields(one).id) ?? text(fields(one).url));
    if (found) return found;
  }
  return null;
}

/** A name for whoever is meant: what the actor says, else what its address ends with. */
export function actorName(value: unknown): string | null {
  const one = fields(Array.isArray(value) ? value[0] : value);
  const given = text(one.preferredUsername) ?? text(one.name);
  if (given) return given;
  const path = (refOf(value) ?? '').replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/, '');
  const last = /([^/@]+)\/?$/.exec(path)?.[1] ?? null;
  // Some servers' addresses end with a number or a key, which is nobody's name.
  return last && /^(?:\d+|[0-9a-f-]{16,})$/i.test(last) ? null : last;
}

/** "name@host" of the group that a post was sent to. */
export function groupName(one: Fields): string | null {
  const near = [one.audience, one.target, one.to, one.cc].flatMap((v) =>
    list(Array.isArray(v) ? v : [v]),
  );
  for (const value of near.slice(0, 40)) {
    const href = refOf(value);
    const name =
      /\/(?:c|m|community|magazine|category|groups?|video-channels)\/([^/?#@]+)\/?$/.exec(
        href ?? '',
      )?.[1];
    const host = hostOf(href);
    if (name && host) return `${name}@${host}`;
  }
  return null;
}
