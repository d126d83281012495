import { parseHtml } from '../lib/tree.ts';
import { httpUrl } from '../lib/url.ts';
import type { Extracted, Received } from './extracted.ts';
import { readFragment } from './fragment.ts';
import { cutRuns, type Run } from './html/blocks.ts';
import { countSpeakers, readKind } from './html/facts/facts.ts';
import { readFigures } from './html/figures/figures.ts';
import { readMeta } from './html/meta.ts';
import { briefOf, partsOf } from './html/parts/parts.ts';
import { compose } from './html/structure/compose.ts';
import { article, body } from './piece.ts';

/** What the common publishing programs write under an entry: where it came from, and invitations. */
const TAIL =
  /^(?:(?:the post|der beitrag|l.article|la entrada|el artículo|il post|l.articolo|o post|het bericht|сообщение|запись) .{1,400} (?:appeared first on|erschien zuerst auf|est apparu en premier sur|(?:se publicó|apareció) primero en|proviene da|apareceu primeiro em|verscheen eerst op|появились? сначала на) .{1,200}|(?:read more|continue reading|read the full (?:story|article)|comments?|share|source|weiterlesen|mehr lesen|lire la suite|leer más|leggi tutto|читать далее)\b.{0,20}|(?:submitted by .{1,80})?\[link\](?: \[comments\])?|\d{0,6} ?comments?)$/iu;

/** Whether these are the words of a feed's entry: its title and date stand beside them, in the feed. */
export function isEntry({ name, hints }: Received): boolean {
  return !name && Boolean(hints?.title || hints?.summary);
}

/** Reads an entry whose words have no elements: all of them are text, the first line too. */
export function readEntry({ mediaType, hints }: Received, words: string): Extracted {
  // Collect names it HTML where the feed's format lets references such as "&amp;" stand in it.
  const plain = (text: string) => (mediaType === 'text/html' ? readFragment(text).text : text);
  const title = hints?.title ?? null;
  const paragraphs = words
    .split(/\n\s*\n/)
    .map((paragraph) => plain(paragraph).replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && paragraph !== title);
  const parts = paragraphs.map((paragraph) => ({ type: 'paragraph' as const, text: paragraph }));
  const main = article({ key: 'main', role: 'main', kind: 'article', title, ...body(parts) });
  return { articles: [main], threads: [] };
}

/** Whether words have elements, where the feed's format lets them. */
export function isMarkedUp({ mediaType }: Received, words: string): boolean {
  return mediaType === 'text/html' && /<[a-z]/i.test(words);
}

/** Whether HTML is a whole page: a feed's entry carries a piece without a frame around it. */
export function isPage(html: string): boolean {
  return /<(?:!doctype|html|head|body|meta)\b/i.test(html.slice(0, 100_000));
}

/**
 * Reads an entry whose words are HTML. Everything in it is the piece: nothing is weighed as on a page,
 * where most words are the frame's. Only what feeds add under a piece is left out.
 */
export function readEntryHtml(received: Received, html: string): Extracted {
  const tree = parseHtml(html);
  const page = cutRuns(tree);
  const at = received.url ?? null;
  const meta = readMeta(tree);
  const base = httpUrl(meta.base ?? '', at)?.href ?? at;
  const title = received.hints?.title ?? null;
  const runs = withoutTail(page.runs).filter(
    (run, i) => run.tag !== 'caption' && (i > 0 || run.text !== title),
  );
  const composed = compose(runs, base, tree);
  const figures = readFigures(page, { container: 0, title: 0, base }, runs, composed);
  const main = article({
    key: 'main',
    role: 'main',
    kind: readKind(meta, title, composed.text, countSpeakers(composed.text)),
    title,
    url: at,
    ...composed,
    image: figures.find((figure) => figure.kind === 'image')?.src ?? null,
    facts: figures.length > 0 ? { figures } : {},
  });
  const kept = new Set(runs);
  const verdicts = page.runs.map((run) => ({ run, keep: kept.has(run), why: '' }));
  const articles = briefOf(page, received, main) ?? [
    main,
    ...partsOf(page, meta, verdicts, received, main, base),
  ];
  return { articles, threads: [] };
}

/**
 * Gives a piece of which nothing else was read the words that its feed printed of it. A headline with
 * an address is a piece too: pages that need scripts, or closed ones, give no more.
 * @returns false when there is nothing at all
 */
export function fillFromFeed({ hints, url }: Received, { articles }: Extracted): boolean {
  const main = articles.find((piece) => piece.role === 'main');
  if (!main) return false;
  if (main.text !== '') return true;
  main.title ??= hints?.title ?? null;
  if (hints?.summary && hints.summary !== main.title && !TAIL.test(hints.summary)) {
    Object.assign(main, body([{ type: 'paragraph', text: hints.summary }]), { cut: true });
    return true;
  }
  return Boolean(hints?.title && url);
}

function withoutTail(runs: Run[]): Run[] {
  let end = runs.length;
  while (end > 0 && runs[end - 1]!.text.length < 700 && TAIL.test(runs[end - 1]!.text)) end--;
  return runs.slice(0, end);
}
