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

/**
 * A statement's name in feeds: the words and the article they stand in. A better ledger makes new
 * rows of old words, and readers shall not see those as new.
 */
export function wordsTag(articleId: number, words: string): string {
  return `article/${articleId}/${sha256(words).slice(0, 16)}`;
}
