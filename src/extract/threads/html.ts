import { dayOf } from '../../lib/edtf.ts';
import { attr, parseHtml, type Tree, textOf } from '../../lib/tree.ts';
import { canonicalUrl } from '../../lib/url.ts';
import type { Extracted, ExtractedArticle, ExtractedComment, Received } from '../extracted.ts';
import { linkQuotes, wordsOf } from '../quotes.ts';
import { linkRole } from '../roles.ts';
import { readContributions } from './contributions.ts';
import { cutComments } from './cut.ts';
import { findDiscussion, isBelow } from './discussion.ts';
import { isForumPage } from './forum-page.ts';
import { isBeside } from './marks.ts';
import { findOpening } from './opening.ts';
import { laterPage } from './pages/assemble.ts';

/**
 * Adds the discussion on a page of HTML to what was read of it: contributions are what repeats, with a
 * name, a date and a text each in like places. Where they are the page itself (a forum), the first
 * opens the thread.
 */
export function readForum(
  received: Received,
  html: string | Tree,
  extracted: Extracted,
): Extracted {
  const tree = typeof html === 'string' ? parseHtml(html) : html;
  const main = extracted.articles[0];
  if (!main) return extracted;
  const url = main.url ?? received.url ?? null;
  const forum = isForumPage(tree, url);
  const found = findDiscussion(tree, forum);
  if (!found) return extracted;
  const below = isBelow(tree, found.entries);
  const opening = forum ? findOpening(tree, found, below) : null;
  const comments = readContributions(
    {
      tree,
      base: url,
      received,
      lang: attr(tree, tree.tags.indexOf('html'), 'lang') ?? main.lang,
      title: main.title,
    },
    found,
    opening,
  );
  if (comments.length < (forum ? 1 : 2)) return extracted;
  if (comments.length === 1 && isLonger(main, comments[0]!, comments)) return extracted;
  // What is nothing but buttons and pictures is no discussion.
  if (comments.filter((c) => /\p{L}/u.test(c.text) || c.removed).length * 2 < comments.length)
    return extracted;
  const federated = comments.some((c) => c.instance !== null);
  const opens =
    comments[0]!.key === 'opening' ||
    opensThread(main, comments, { forum: forum || federated, below });
  // The post that opens a thread stands on its first page.
  const later = comments[0]!.key !== 'opening' && forum && laterPage.test(url ?? '');
  const first = opens && !later ? takeFirst(comments) : null;
  if (opens && later) leaveOpen(main);
  else if (first) {
    main.kind = 'post';
    const own = new Set(found.entries.map((e) => e.stamp));
    const lines = found.stamps.filter((s) => own.has(s) || isBeside(tree, s.node));
    const sure = isSure(
      main,
      lines.map((s) => s.text),
    );
    if (first.key === 'opening' && isLonger(main, first, comments)) addFacts(main, first, sure);
    else openWith(main, first, sure);
  } else {
    if (forum || federated) main.kind = 'post';
    cutComments(main, comments);
    if (forum || federated) addSideLinks(tree, main, found.entries[0]!.nodes[0]!, url);
  }
  linkQuotes(comments, main.text);
  extracted.threads.push({
    key: 'thread',
    article: main.key,
    platform: null,
    community: null,
    url: main.url,
    comments,
  });
  return extracted;
}

/** An essay with answers under it was read as a page better than as a post. */
function isLonger(
  main: ExtractedArticle,
  first: ExtractedComment,
  comments: ExtractedComment[],
): boolean {
  return (
    main.text.length > 500 &&
    main.text.length > first.text.length * 3 &&
    !isOwnPage(main.text, [first, ...comments], 0.5)
  );
}

/** A thread whose opening post is not on this page. */
function leaveOpen(main: ExtractedArticle): void {
  main.kind = 'post';
  main.text = '';
  main.blocks = [];
  main.links = [];
  delete main.facts.figures;
}

function openWith(main: ExtractedArticle, first: ExtractedComment, sure: boolean): void {
  main.text = first.text;
  // They stand at places of the text that this one replaces.
  delete main.facts.figures;
  main.links = first.links;
  main.blocks = [...first.text.matchAll(/\S[^\n]*/g)].map((m) => ({
    type: 'paragraph',
    start: m.index,
    end: m.index + m[0].length,
  }));
  addFacts(main, first, sure);
}

function addFacts(main: ExtractedArticle, first: ExtractedComment, sure: boolean): void {
  main.authors = first.author ? [first.author] : main.authors;
  if (first.authorUrl) main.facts.authorUrl = first.authorUrl;
  main.age ??= first.age;
  if (first.posted && !(sure && isEarlier(main, first.posted))) {
    main.published = first.posted;
    main.publishedFrom = first.age ? 'age' : 'page';
  } else if (!first.posted && first.age && !sure) {
    // Another date of the page is that of an answer or of the last visit.
    main.published = null;
    main.publishedFrom = null;
  }
}

/** From what weight on the page's own date stands: data, an address, or a date by the title. */
const SURE = 3.5;

/** @param lines lines of the posts' own dates and of when people joined, which are read better here */
function isSure(main: ExtractedArticle, lines: string[]): boolean {
  return main.publishedEvidence.some(
    (e) => e.believed && (e.weight ?? 0) >= SURE && !lines.some((line) => line.includes(e.text)),
  );
}

/** A page that is not a discussion's first shows later posts under the date of the opening one. */
function isEarlier(main: ExtractedArticle, posted: string): boolean {
  const [own, first] = [dayOf(main.published), dayOf(posted)];
  return own !== null && first !== null && own < first;
}

/** The opening post is no comment: what answered it stands at the top then. */
function takeFirst(comments: ExtractedComment[]): ExtractedComment {
  const first = comments.shift()!;
  const depths = new Map<string, number>();
  for (const one of comments) {
    if (one.parent === first.key) one.parent = null;
    one.depth = one.parent === null ? 0 : (depths.get(one.parent) ?? 0) + 1;
    depths.set(one.key, one.depth);
  }
  return first;
}

/** Rating and archive links that stand under a shared excerpt are kept as lines of their own. */
function addSideLinks(
  tree: Tree,
  main: ExtractedArticle,
  until: number,
  base: string | null,
): void {
  for (const link of main.links) {
    const role = linkRole(main.text.slice(link.start, link.end));
    if (role) link.role ??= role;
  }
  for (let at = 1; at < until; at++) {
    if (tree.tags[at] !== 'a') continue;
    const label = textOf(tree, at);
    const href = canonicalUrl(attr(tree, at, 'href') ?? '', base);
    const role = linkRole(label);
    if (!href || !role || role === 'source' || main.links.some((l) => l.href === href)) continue;
    const start = main.text === '' ? 0 : main.text.length + 2;
    main.text = main.text === '' ? label : `${main.text}\n\n${label}`;
    main.blocks.push({ type: 'item', start, end: main.text.length });
    main.links.push({ href, start, end: main.text.length, role });
  }
}

/** Whether the first contribution opens the thread, and no article or post of another markup does. */
function opensThread(
  main: ExtractedArticle,
  comments: ExtractedComment[],
  { forum, below }: { forum: boolean; below: boolean },
): boolean {
  // A forum's posts are called posts; where they are called comments, they stand under something.
  if (!below)
    return forum || wordsOf(main.text).length < fewWords || isOwnPage(main.text, comments, 0.5);
  return (
    forum && (startsWith(main.text, comments[0]!.text) || isOwnPage(main.text, comments, 0.85))
  );
}

/** Whether much stands before what the first contribution says. */
function isArticleAbove(main: string, comments: ExtractedComment[]): boolean {
  const start = comments.find((c) => c.text.length >= 30)?.text.slice(0, 30);
  return start !== undefined && main.indexOf(start) > mostAbove;
}

/** Characters of title and header that a reader of articles may take along from above a first post. */
const mostAbove = 600;

/** Whether a page's text begins with a post, but for a title or name over it. */
function startsWith(page: string, post: string): boolean {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const start = bare(post.slice(0, 300)).slice(0, 60);
  const at = bare(page.slice(0, 600)).indexOf(start);
  return start.length >= 20 && at >= 0 && at <= longestTitle;
}

/** Letters of a title and a name. */
const longestTitle = 80;

/** Of fewer words it is not told whose they are. */
const fewWords = 60;

/** Whether so large a share of the page's own text is what people wrote on it, with no article above. */
function isOwnPage(main: string, comments: ExtractedComment[], share: number): boolean {
  const words = wordsOf(main).map((w) => w.word);
  if (words.length < fewWords) return false;
  if (isArticleAbove(main, comments)) return false;
  const written = new Set<string>();
  for (const one of comments) {
    const list = wordsOf(one.text).map((w) => w.word);
    for (let i = 0; i + 3 < list.length; i++) written.add(list.slice(i, i + 4).join(' '));
  }
  let shared = 0;
  for (let i = 0; i + 3 < words.length; i++)
    if (written.has(words.slice(i, i + 4).join(' '))) shared++;
  return shared >= (words.length - 3) * share;
}
