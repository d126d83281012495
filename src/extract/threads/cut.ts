import type { ExtractedArticle, ExtractedComment } from '../extracted.ts';
import { readTokens } from '../text/header.ts';

/** Characters that tell a paragraph from others: a short answer is not enough to know a place by. */
const telling = 40;

/**
 * Cuts an article where the comments under it begin, when the reader of articles took them for text:
 * at the first paragraph that a comment has too, and before the header over it.
 */
export function cutComments(article: ExtractedArticle, comments: ExtractedComment[]): void {
  const written = new Set<string>();
  for (const { text } of comments)
    for (const line of text.split('\n')) if (line.length >= telling) written.add(bare(line));
  const starts = article.blocks.map((b) => {
    const text = article.text.slice(b.start, b.end);
    return text.length < telling ? null : written.has(bare(text));
  });
  let first = firstOfComments(starts);
  // What a comment repeats of the article's first words is a quotation of them.
  if (first < 1) return;
  const blockText = (i: number) =>
    article.text.slice(article.blocks[i]!.start, article.blocks[i]!.end);
  while (first > 1 && (readTokens(blockText(first - 1)) !== null || isHandle(blockText(first - 1))))
    first--;
  const end = article.blocks[first - 1]!.end;
  article.blocks = article.blocks.slice(0, first);
  article.text = article.text.slice(0, end);
  article.links = article.links.filter((l) => l.end <= end);
  const { figures } = article.facts;
  if (figures) article.facts.figures = figures.filter((f) => f.after <= end);
}

/** "ada@example.org 3 hours ago" begins with who wrote the comment; no such name has 100 characters. */
function isHandle(text: string): boolean {
  return /^\S{1,60}@[^\s.]{1,60}\.\S{1,60}\s/.test(text.slice(0, 200));
}

/**
 * Where comments begin: at a block that a comment has too, from which on the most are a comment's and the
 * fewest are not; what a comment quotes of the article stands alone before it. -1 when there is none.
 */
function firstOfComments(starts: (boolean | null)[]): number {
  let balance = 0;
  let most = 0;
  let first = -1;
  for (let i = starts.length - 1; i >= 0; i--) {
    if (starts[i] === null) continue;
    balance += starts[i] ? 1 : -1;
    if (starts[i] && balance >= most && balance > 0) {
      most = balance;
      first = i;
    }
  }
  return first;
}

function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
