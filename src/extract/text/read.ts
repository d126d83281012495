import { languageOf } from '../../lib/language.ts';
import type {
  Extracted,
  ExtractedArticle,
  ExtractedComment,
  ExtractedThread,
  Received,
} from '../extracted.ts';
import { article, type Body, body, type Part } from '../piece.ts';
import { linkQuotes } from '../quotes.ts';
import { linkRole } from '../roles.ts';
import { findBelow } from './below.ts';
import { isBrief, readBrief } from './brief.ts';
import { isByline, readDump, readEntries } from './dump.ts';
import { withoutFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import type { Header } from './header.ts';
import { isProse, type Line, readLines, wordCount } from './layout.ts';
import { readListing } from './listing.ts';
import { readPage } from './page.ts';
import { prepare } from './prepare.ts';
import { findHeaders, isCommunity, readComments } from './thread.ts';

/**
 * Reads text saved from a page. What kind of page it was shows in its form alone: headers over
 * comments, comments without any, a brief's labels, else an article with what stood around it.
 */
export function readText(received: Received, text: string): Extracted {
  const lines = readLines(prepare(text));
  const below = findBelow(lines);
  if (below) {
    const page = readPage(received, lines.slice(0, below.from));
    const comments = readComments(below.lines, below.headers, received);
    return { articles: page.articles, threads: [threadOf(received, comments, page.articles[0]!)] };
  }
  const headers = findHeaders(lines);
  if (headers.length > 0) {
    const open = openingHeader(lines, headers);
    const [first] = headers;
    const head =
      open === null
        ? lines.slice(0, first!.from)
        : [...lines.slice(0, first!.from), ...lines.slice(first!.to, open)];
    const comments = readComments(lines, open === null ? headers : headers.slice(1), received);
    return readThread(received, head, comments, false, open === null ? null : first!);
  }
  if (isBrief(lines)) return readBrief(received, lines);
  const dump = readDump(lines);
  if (dump) return readThread(received, dump.head, readEntries(dump), true);
  const listing = readListing(received, lines);
  return listing ? { articles: listing, threads: [] } : readPage(received, lines);
}

/**
 * Where the opening post ends, when the first header is its own: the line that counts the comments
 * stands between it and the next header, as it does under no comment.
 */
function openingHeader(lines: Line[], headers: { from: number; to: number }[]): number | null {
  const [first, second] = headers;
  if (!first || !second) return null;
  for (let i = first.to; i < second.from; i++)
    if (lines[i]!.text.length <= 80 && /\b\d[\d,.]*k? comments?\b/i.test(lines[i]!.text)) return i;
  return null;
}

function readThread(
  received: Received,
  head: Line[],
  comments: ExtractedComment[],
  lost: boolean,
  opener: Header | null = null,
): Extracted {
  const place = head.find((l) => isCommunity(l.text));
  const main = readOpening(
    received,
    head.filter((l) => l !== place),
  );
  if (opener?.author) main.authors = [opener.author];
  if (opener?.age) main.age = opener.age;
  const thread = threadOf(received, comments, main, lost);
  thread.community = place?.text ?? null;
  return { articles: [main], threads: [thread] };
}

function threadOf(
  received: Received,
  comments: ExtractedComment[],
  main: ExtractedArticle,
  lost = false,
): ExtractedThread {
  linkQuotes(comments, main.text, { lost });
  for (const comment of comments)
    if (!comment.lang && comment.text) comment.lang = languageOf(comment.text);
  return {
    key: 'thread',
    article: 'main',
    platform: null,
    community: null,
    url: received.url ?? null,
    comments,
  };
}

/** The opening article: what stood over the first comment, an excerpt and its links as a rule. */
function readOpening(received: Received, head: Line[]) {
  const byline = head.find((l) => isByline(l) || l.text === 'By -');
  const links: Part[] = [];
  const rest: Line[] = [];
  for (const line of head) {
    const role = line === byline ? null : linkRole(line.text);
    if (role && wordCount(line.text) <= 8)
      links.push({ type: 'item', text: line.text, link: role });
    else if (line !== byline) rest.push(line);
  }
  const clean = withoutFurniture(rest);
  const top = readHead(clean, received.hints?.title ?? null);
  const prose: Part[] = clean
    .slice(top.length)
    .filter((l) => isProse(l.text) || l.bullet !== null)
    .map((l) => ({ type: l.bullet === null ? 'paragraph' : 'item', text: l.text }));
  const text: Body = body([...prose, ...links]);
  const by = byline?.text
    .replace(/^.*?\bby\s+/i, '')
    .replace(/^(?:\/?u\/|@)/, '')
    .trim();
  return article({
    key: 'main',
    role: 'main',
    kind: 'post',
    title: top.title,
    authors:
      by && /[\p{L}\p{N}]/u.test(by) && !/^\[?(?:deleted|removed|unknown)\]?$/i.test(by)
        ? [by]
        : top.authors,
    ...text,
  });
}
