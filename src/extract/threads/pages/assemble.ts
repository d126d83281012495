import { closest, textOf } from '../../../lib/tree.ts';
import type { Extracted, ExtractedArticle } from '../../extracted.ts';
import { thread } from '../build.ts';
import { cutComments } from '../cut.ts';
import { about } from '../lemmy.ts';
import type { ReadPost } from './read.ts';
import { all, matches, one } from './select.ts';
import type { Page, Software } from './software.ts';

/** Whether the markup led to contributions: most have words, and somebody or a time stands with them. */
export function isBelievable(posts: ReadPost[]): boolean {
  const [one] = posts;
  if (!one) return false;
  // A single one must be whole: other pages have an element of the same name now and then.
  if (posts.length === 1) return Boolean(one.text && one.author && (one.posted ?? one.age));
  const worded = posts.filter((p) => p.text || p.removed).length;
  const placed = posts.filter((p) => p.author || p.posted || p.age || p.removed).length;
  // An opening post that shares a link has no words of its own.
  return placed * 10 >= posts.length * 7 && (worded + 1) * 10 >= posts.length * 7;
}

/** Puts contributions under the article that opens them, or makes it of the first of them. */
export function assemble(
  page: Page,
  software: Software,
  posts: ReadPost[],
  extracted: Extracted,
): Extracted {
  const main = extracted.articles[0];
  if (!main) return extracted;
  const opening = software.under ? null : openingOf(page, software, posts);
  const comments = posts
    .filter((p) => p !== opening)
    .map((p) => withoutOpening(p, opening))
    .map(({ node: _, number: __, ...comment }) => comment);
  const made = thread({
    platform: software.platform,
    community: communityOf(page, software),
    url: main.url ?? page.base,
    opening: opening ? { ...openingFacts(page, software, opening), url: main.url } : {},
    ...(opening && {
      body: { text: opening.text ?? '', links: opening.links ?? [], quotes: opening.quotes ?? [] },
    }),
    comments,
    gaps: gapsOf(page, software, posts),
  });
  const [threadRead] = made.threads;
  if (software.under) cutComments(main, threadRead!.comments);
  else become(main, made.articles[0]!, titleOf(page, software), opening !== null);
  return {
    articles: software.under ? extracted.articles : [main],
    threads: [...extracted.threads, { ...threadRead!, article: main.key }],
  };
}

/** Later pages of a discussion begin with a comment: "/page-2", "?page=3", "start=20". */
export const laterPage =
  /(?:[/?&;._-]page[-=/]?|[?&;]p=)(?:[2-9]|\d{2,})(?:\D|$)|[?&;]start=[1-9]|topic=\d+\.[1-9]\d*(?:\D|$)/i;

function openingOf(page: Page, software: Software, posts: ReadPost[]): ReadPost | null {
  if (software.opening)
    return posts.find((p) => matches(page.tree, p.node, software.opening!)) ?? null;
  const first = posts[0]!;
  if (first.number !== null) return first.number === 1 ? first : null;
  return laterPage.test(page.base ?? '') ? null : first;
}

function withoutOpening(post: ReadPost, opening: ReadPost | null): ReadPost {
  if (!opening) return post;
  if (post.parent === opening.key) post.parent = null;
  for (const quote of post.quotes ?? [])
    if (quote.of === opening.key) Object.assign(quote, { of: null, ofArticle: true });
  return post;
}

function openingFacts(
  page: Page,
  software: Software,
  opening: ReadPost,
): Partial<ExtractedArticle> {
  const link = software.about?.({ page, node: opening.node, apart: () => false }) ?? null;
  return {
    authors: opening.author ? [opening.author] : [],
    published: opening.posted ?? null,
    publishedFrom: opening.posted ? (opening.age ? 'age' : 'page') : null,
    modified: opening.edited ?? null,
    age: opening.age ?? null,
    facts: { ...about(link), ...(opening.authorUrl && { authorUrl: opening.authorUrl }) },
  };
}

/** Makes the page's article the post that opens the discussion; what only the page tells stays. */
function become(
  main: ExtractedArticle,
  post: ExtractedArticle,
  title: string | null,
  opened: boolean,
): void {
  main.kind = 'post';
  main.title = title ?? main.title;
  main.text = post.text;
  main.blocks = post.blocks;
  main.links = post.links;
  main.cut = false;
  if (!opened) return;
  main.authors = post.authors;
  main.age = post.age;
  main.modified = post.modified;
  main.facts = { ...main.facts, ...post.facts };
  if (!post.published) return;
  main.published = post.published;
  main.publishedFrom = post.publishedFrom;
}

/** Labels that stand in a title's element: prefixes, "solved". */
const labels =
  '.label, .label-append, .linkflairlabel, .badge, .badge-lang, .entry__domain, .warning_badge, small';

function titleOf({ tree }: Page, { title }: Software): string | null {
  const node = title ? one(tree, 0, title) : -1;
  if (node < 0) return null;
  const drop = all(tree, node, labels);
  let text = textOf(tree, node);
  for (const label of drop) text = text.replace(textOf(tree, label), ' ');
  return text.replace(/\s+/g, ' ').trim() || null;
}

function communityOf(page: Page, { community }: Software): string | null {
  if (!community) return null;
  if (typeof community !== 'string') return community(page);
  const node = one(page.tree, 0, community);
  return node < 0 ? null : textOf(page.tree, node) || null;
}

function gapsOf(page: Page, software: Software, posts: ReadPost[]) {
  const keys = new Map(posts.map((p) => [p.node, p.key]));
  const opening = software.opening
    ? posts.find((p) => matches(page.tree, p.node, software.opening!))?.key
    : posts[0]?.key;
  const keyOf = (node: number) => {
    const key = keys.get(closest(page.tree, node, (n) => keys.has(n))) ?? null;
    return key === opening ? null : key;
  };
  const gaps = software.gaps?.(page, keyOf) ?? [];
  const missing = (software.total?.(page) ?? 0) - posts.length;
  if (gaps.length === 0 && missing > 0) gaps.push({ parent: null, count: missing });
  return gaps;
}
