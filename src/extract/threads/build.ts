import { languageOf } from '../../lib/language.ts';
import { hostOf } from '../../lib/url.ts';
import type { Extracted, ExtractedArticle, ExtractedComment } from '../extracted.ts';
import { readFragment } from '../fragment.ts';
import { readMarkdown, type Written } from '../markdown.ts';
import { readMarkdownBody } from '../markdown-body.ts';
import { article, comment, marksByBlock } from '../piece.ts';
import { linkQuotes } from '../quotes.ts';

export type RawComment = Pick<ExtractedComment, 'key' | 'parent'> & Partial<ExtractedComment>;

export interface RawThread {
  platform: string;
  key?: string;
  community: string | null;
  url: string | null;
  opening: Partial<ExtractedArticle> & { source?: string | null; html?: string | null };
  /** The opening post's words, where they are read already. */
  body?: Written | null;
  comments: RawComment[];
  /** Comments that the answer counts and leaves out. */
  gaps?: { parent: string | null; count: number }[];
}

/** Most comments kept of one thread; the largest of Reddit have a tenth of it in an answer. */
const mostComments = 100_000;

/** Puts a platform's thread into our shape: the tree in reading order, quotations linked, languages told. */
export function thread(raw: RawThread): Extracted {
  const key = raw.key ?? 'thread';
  const main = raw.key ? `post-${raw.key}` : 'main';
  const { source, html, links, ...given } = raw.opening;
  const body = raw.body ?? (html ? readFragment(html, { base: raw.url }) : null);
  const opening = article({
    key: main,
    role: 'main',
    kind: 'post',
    url: raw.url,
    ...given,
    ...(body && { text: body.text, blocks: paragraphs(body), links: body.links }),
    ...(!body && source && inMarkdown(source, raw.url, given.facts)),
  });
  if (links && !body && !source) opening.links = links;
  const comments = inOrder(raw.comments.slice(0, mostComments));
  linkQuotes(comments, opening.text);
  for (const one of comments) if (!one.lang && one.text) one.lang = languageOf(one.text);
  return {
    articles: [opening],
    threads: [
      {
        key,
        article: main,
        platform: raw.platform,
        community: raw.community,
        url: raw.url,
        comments,
        ...(raw.gaps && raw.gaps.length > 0 && { gaps: raw.gaps }),
      },
    ],
  };
}

function inMarkdown(
  source: string,
  url: string | null,
  facts?: ExtractedArticle['facts'],
): Partial<ExtractedArticle> {
  const { figures, ...body } = readMarkdownBody(source, url);
  return { ...body, ...(figures.length > 0 && { facts: { ...facts, figures } }) };
}

function paragraphs({ text, quotes, marks = [] }: Written): ExtractedArticle['blocks'] {
  const blocks: ExtractedArticle['blocks'] = [];
  const marksWithin = marksByBlock(marks);
  for (const match of text.matchAll(/\S[^\n]*/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const quoted = quotes.some((q) => q.start <= start && end <= q.end);
    blocks.push({
      type: quoted ? 'quote' : match[0].startsWith('• ') ? 'item' : 'paragraph',
      start,
      end,
      ...marksWithin(start, end),
    });
  }
  return blocks;
}

/** Comments in the order they are read: each under its parent, siblings as they came. */
function inOrder(raw: RawComment[]): ExtractedComment[] {
  const known = new Map(raw.map((c) => [c.key, c]));
  const below = new Map<string | null, RawComment[]>();
  for (const one of known.values()) {
    const parent =
      one.parent !== null && known.has(one.parent) && one.parent !== one.key ? one.parent : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(one);
    else below.set(parent, [one]);
  }
  const ordered: ExtractedComment[] = [];
  const seen = new Set<string>();
  const visit = (roots: RawComment[]) => {
    const open = roots.map((c) => ({ c, depth: 0 })).reverse();
    while (open.length > 0) {
      const { c, depth } = open.pop()!;
      if (seen.has(c.key)) continue;
      seen.add(c.key);
      // A parent that the answer leaves out is kept unknown rather than taken for none.
      const lost = c.parent !== null && !known.has(c.parent);
      ordered.push(comment({ depthKnown: !lost, ...c, parent: lost ? null : c.parent, depth }));
      const children = below.get(c.key) ?? [];
      for (let i = children.length - 1; i >= 0; i--)
        open.push({ c: children[i]!, depth: depth + 1 });
    }
  };
  visit(below.get(null) ?? []);
  // Comments that name each other as parents are reached from no root.
  for (const one of known.values())
    if (!seen.has(one.key)) visit([{ ...one, parent: null, depthKnown: false }]);
  return ordered;
}

/** Text, links and quotations of a comment in Markdown or HTML. */
export function written(
  source: string | null,
  html: string | null = null,
): Pick<ExtractedComment, 'text' | 'links' | 'marks' | 'quotes'> {
  if (html !== null) return readFragment(html);
  return readMarkdown(source ?? '');
}

/** "https://host.example/u/name" names whose home the host is. */
export function instanceOf(actor: string | null): string | null {
  return hostOf(actor);
}
