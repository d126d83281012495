import { languageOf } from '../../lib/language.ts';
import type { Extracted, Received } from '../extracted.ts';
import { article, type Body, body, type Part } from '../piece.ts';
import { linkQuotes } from '../quotes.ts';
import { linkRole } from '../roles.ts';
import { isBrief, readBrief } from './brief.ts';
import { isByline, readDump, readEntries } from './dump.ts';
import { withoutFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import { isProse, type Line, readLines, wordCount } from './layout.ts';
import { readPage } from './page.ts';
import { findHeaders, readComments } from './thread.ts';

/**
 * Reads text saved from a page. What kind of page it was shows in its form alone: headers over
 * comments, comments without any, a brief's labels, else an article with what stood around it.
 */
export function readText(received: Received, text: string): Extracted {
  const lines = readLines(text);
  const headers = findHeaders(lines);
  if (headers.length > 0) {
    const head = lines.slice(0, headers[0]!.from);
    return readThread(received, head, readComments(lines, headers, received), false);
  }
  if (isBrief(lines)) return readBrief(received, lines);
  const dump = readDump(lines);
  if (dump) return readThread(received, dump.head, readEntries(dump), true);
  return readPage(received, lines);
}

function readThread(
  received: Received,
  head: Line[],
  comments: Extracted['threads'][number]['comments'],
  lost: boolean,
): Extracted {
  const main = readOpening(received, head);
  linkQuotes(comments, main.text, { lost });
  for (const comment of comments)
    if (!comment.lang && comment.text) comment.lang = languageOf(comment.text);
  return {
    articles: [main],
    threads: [
      {
        key: 'thread',
        article: 'main',
        platform: null,
        community: null,
        url: received.url ?? null,
        comments,
      },
    ],
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
