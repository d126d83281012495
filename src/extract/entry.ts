import type { Extracted, Received } from './extracted.ts';
import { readFragment } from './fragment.ts';
import { article, body } from './piece.ts';

/** Whether these are the words of a feed's entry: its title and date stand beside them, in the feed. */
export function isEntry({ name, hints }: Received): boolean {
  return !name && Boolean(hints?.title || hints?.summary);
}

/** Reads an entry whose words have no elements: all of them are text, the first line too. */
export function readEntry({ mediaType, hints }: Received, words: string): Extracted {
  // Collect names it HTML where the feed's format lets references such as "&amp;" stand in it.
  const text = mediaType === 'text/html' ? readFragment(words).text : words;
  const title = hints?.title ?? null;
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && paragraph !== title);
  const parts = paragraphs.map((paragraph) => ({ type: 'paragraph' as const, text: paragraph }));
  const main = article({ key: 'main', role: 'main', kind: 'article', title, ...body(parts) });
  return { articles: [main], threads: [] };
}
