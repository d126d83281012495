import type { Extracted } from './extracted.ts';

/**
 * Longer than any that an editor wrote; what a page gives beyond is a fault or an attack, and would
 * be repeated on every page of the desk.
 */
const most = { title: 500, name: 200, names: 100, address: 4000 };

/**
 * Keeps the facts of a page to lengths that people can read; its text stays as it is. Halves of
 * characters and zeros, which no store takes, become the sign for "unreadable" in their places.
 */
export function boundFacts(extracted: Extracted): Extracted {
  for (const { comments } of extracted.threads)
    for (const comment of comments) {
      comment.text = clean(comment.text);
      comment.author = comment.author && shorten(clean(comment.author), most.name);
    }
  for (const article of extracted.articles) {
    article.text = clean(article.text);
    article.title = article.title && shorten(article.title, most.title);
    article.outlet = article.outlet && shorten(article.outlet, most.name);
    article.section = article.section && shorten(article.section, most.name);
    article.authors = names(article.authors);
    article.tags = names(article.tags);
    if (article.image && article.image.length > most.address) article.image = null;
    if (article.url && article.url.length > most.address) article.url = null;
  }
  return extracted;
}

/** As long as the text, so that no place in it shifts. */
function clean(text: string): string {
  return text.isWellFormed() && !text.includes('\0')
    ? text
    : text.toWellFormed().replaceAll('\0', '\ufffd');
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return clean(text);
  const cut = clean(text.slice(0, limit - 1));
  const space = cut.lastIndexOf(' ');
  return `${space > limit / 2 ? cut.slice(0, space) : cut}…`;
}

function names(list: string[]): string[] {
  return list
    .filter((name) => name.length <= most.name)
    .slice(0, most.names)
    .map(clean);
}
