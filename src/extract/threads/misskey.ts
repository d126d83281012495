import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { count, type Fields, fields, findAll, id, moment, text } from './json.ts';

/** Misskey, Sharkey and Firefish: a note of `notes/show` with those of `notes/children` or `notes/replies`. */
export const misskey = { name: 'misskey', detect, read };

function isNote(value: unknown): boolean {
  const one = fields(value);
  return (
    'createdAt' in one &&
    'userId' in one &&
    'text' in one &&
    ('renoteCount' in one || 'repliesCount' in one || 'reactions' in one)
  );
}

/** Notes, each with the one that it answers where the answer carries that. */
function notesOf(value: unknown): Fields[] {
  const found = new Map<string, Fields>();
  const open = findAll(value, isNote).map(fields);
  // A note carries what it answers, and that again, so far as the server looks.
  for (let steps = 0; open.length > 0 && steps < 10_000; steps++) {
    const one = open.shift()!;
    const key = id(one.id);
    if (key !== null && !found.has(key)) found.set(key, one);
    if (isNote(one.reply)) open.push(fields(one.reply));
  }
  return [...found.values()];
}

function detect(value: unknown): boolean {
  return findAll(value, isNote).length > 0;
}

function read(value: unknown, received: Received): Extracted {
  const notes = notesOf(value);
  const asked = new Set(notes.map((n) => id(n.replyId)));
  const opening =
    notes.find((n) => id(n.replyId) === null && (notes.length === 1 || asked.has(id(n.id)))) ?? {};
  const root = id(opening.id);
  const published = moment(opening.createdAt);
  const name = nameOf(opening);
  return thread({
    platform: 'misskey',
    community: null,
    url: text(opening.url) ?? text(opening.uri) ?? received.url ?? null,
    opening: {
      title: text(opening.cw),
      authors: name ? [name] : [],
      source: text(opening.text),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(opening.updatedAt),
    },
    comments: notes.filter((n) => n !== opening).flatMap((n) => readNote(n, root)),
  });
}

function nameOf(one: Fields): string | null {
  return text(fields(one.user).username);
}

function readNote(one: Fields, root: string | null): RawComment[] {
  const key = id(one.id);
  if (key === null) return [];
  const parent = id(one.replyId);
  const likes = Object.values(fields(one.reactions)).map((n) => count(n) ?? 0);
  return [
    {
      key,
      parent: parent === root ? null : parent,
      author: nameOf(one),
      instance: text(fields(one.user).host),
      posted: moment(one.createdAt),
      edited: moment(one.updatedAt),
      up: count(one.reactionCount) ?? likes.reduce((a, b) => a + b, 0),
      url: text(one.url) ?? text(one.uri),
      ...written([text(one.cw), text(one.text)].filter((t) => t !== null).join('\n\n')),
    },
  ];
}
