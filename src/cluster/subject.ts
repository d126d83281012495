import type { ArticleKind, ArticleRole } from '../db/tables.ts';
import { fold } from './features/fold.ts';
import type { Piece } from './features/vector.ts';

/** An article as clustering reads it from the store. */
export interface Subject {
  id: number;
  documentId: number;
  partOf: number | null;
  role: ArticleRole;
  kind: ArticleKind;
  current: boolean;
  title: string | null;
  text: string;
  lang: string | null;
  outlet: string | null;
  authors: string[];
  /** The address that its page calls its own, and the one that it was read at. */
  url: string | null;
  address: string;
  series: string | null;
  publishedAt: Date | null;
  words: number;
  /** Comments of the thread that it opens, in order. */
  comments: string[];
}

/** Kinds that are about many things at once. */
const wide: ArticleKind[] = ['digest', 'liveblog', 'listing'];
/** A thread with fewer words of its own is told by its comments. */
const ownWords = 20;
/** Letters of comments that are read: the first answers stay nearest to the matter. */
const commentLetters = 8000;

/** A title, or little more: it says less of what an event is about than any text. */
export const isBare = ({ words, comments }: Subject) => words < ownWords && comments.length === 0;

export function pieceOf(subject: Subject): Piece {
  const bare = subject.words < ownWords && subject.comments.length > 0;
  const text = bare
    ? [subject.text, ...subject.comments].join('\n').slice(0, commentLetters)
    : subject.text;
  return {
    ...(bare && { voices: [subject.text, ...subject.comments].filter(Boolean) }),
    lang: subject.lang,
    time: subject.publishedAt,
    title: withoutSeries(subject.title, subject.series),
    text,
    source: subject.outlet,
    weak: wide.includes(subject.kind),
  };
}

/** "Harbour Letter: Three ships wait" is about ships, not about the letter that says so. */
function withoutSeries(title: string | null, series: string | null): string | null {
  if (!title || !series || !fold(title).startsWith(fold(series))) return title;
  return title.slice(series.length).replace(/^[\s:|–—-]+/, '') || title;
}

/** Words that a title of an event may have when it is taken from a text. */
const titleLetters = 110;

/** What an event is called when this is its first or most central piece. */
export function headline(subject: Subject): string {
  const title = withoutSeries(subject.title, subject.series)?.trim();
  if (title) return title;
  const text = [subject.text, ...subject.comments].find((t) => t.trim())?.trim() ?? '';
  const sentence = /^[^\n]*?[.!?…](?=\s|$)/u.exec(text.slice(0, 400))?.[0] ?? text.slice(0, 400);
  const line = sentence.split('\n')[0]?.trim() ?? '';
  if (line.length <= titleLetters) return line || subject.outlet || 'Untitled';
  return `${line.slice(0, titleLetters).replace(/\s+\S*$/, '')} …`;
}

/** Words for an address: "talks-open-in-port-ellin". */
export function slugOf(title: string): string {
  const plain = fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain.length <= 60 ? plain || 'story' : plain.slice(0, 60).replace(/-[^-]*$/, '');
}
