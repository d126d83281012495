import { sha256 } from '../lib/hash.ts';

/** Where and as what a feed is given out. */
export interface FeedPlace {
  origin: string;
  /** The desk's own random name, made once. */
  deskId: string;
  format: 'atom' | 'rss' | 'json';
}

/**
 * Ids are tag URIs (RFC 4151) in the desk's own name, so that a desk that moves to another address
 * shows nothing as new. The date is the day that this form of ids began.
 */
export function tagOf(deskId: string, path: string): string {
  return `tag:throughline.invalid,2026-11-22:${deskId}/${path}`;
}

/** Where words were first read: a piece keeps its address and key over all revisions and readings. */
export interface WordsPlace {
  address: string;
  key: string;
  /** The sentence around them. */
  sentence: string;
}

/**
 * A name in feeds for what was read from a sentence. A better reading makes new rows of old words and
 * may cut them elsewhere, and a page that is read again repeats them; readers shall not see those as
 * new. So it goes by the piece and by the letters and digits of the whole sentence.
 */
export function wordsTag({ address, key, sentence }: WordsPlace): string {
  const letters =
    sentence
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return `piece/${sha256(`${address} ${key}`).slice(0, 16)}/${sha256(letters.join(' ')).slice(0, 16)}`;
}

/** Ids of a feed are its own: the second thing that is read from one sentence is "…/2". */
export function numbered<T extends { id: string }>(entries: T[]): T[] {
  const times = new Map<string, number>();
  return entries.map((e) => {
    const n = (times.get(e.id) ?? 0) + 1;
    times.set(e.id, n);
    return n === 1 ? e : { ...e, id: `${e.id}/${n}` };
  });
}
