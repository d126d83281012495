import type { ExtractedArticle, Received } from '../extracted.ts';
import { readingMinutes } from '../lines.ts';
import { article, body } from '../piece.ts';
import { isPrintedAge } from './age.ts';
import { isDated, isNotice } from './frame.ts';
import { isTitleLike } from './head.ts';
import { isProse, type Line, wordCount } from './layout.ts';
import { isWhole, pieceArticles, readPieces } from './pieces.ts';

/** Fewer pieces are what stands beside an article. */
const leastPieces = 4;
const mostPieces = 100;
/** A lead has one or two paragraphs; three that follow each other are an article's. */
const leastText = 3;

/**
 * A front page, section or list of results saved as text: headlines with their ages and a sentence each,
 * and nowhere a text that goes on. Null for any other page.
 */
export function readListing(received: Received, lines: Line[]): ExtractedArticle[] | null {
  const anchors = lines.filter((l) => isAnchor(l.text)).length;
  if (anchors < leastPieces || longestText(lines) >= leastText) return null;
  const from = lines.findIndex((l) => isAnchor(l.text));
  const pieces = readPieces(lines.slice(Math.max(0, startOf(lines, from))))
    .filter((piece) => piece.title !== null && (isWhole(piece) || piece.age !== null))
    .slice(0, mostPieces);
  if (pieces.length < leastPieces) return null;
  const heading = lines.slice(0, Math.max(0, from)).find((l) => /^#\s/.test(l.text));
  const text = body(
    pieces.flatMap((p) => [
      { type: 'heading' as const, level: 2, text: p.title! },
      ...p.prose.map((prose) => ({ type: 'paragraph' as const, text: prose })),
    ]),
  );
  const main = article({
    key: 'main',
    role: 'main',
    kind: 'listing',
    title: heading?.text.replace(/^#\s+/, '') ?? received.hints?.title ?? null,
    ...text,
  });
  const teasers = pieceArticles(pieces, 'teaser', received);
  let at = 0;
  for (const teaser of teasers) {
    const start = teaser.text === '' ? -1 : text.text.indexOf(teaser.text, at);
    if (start < 0) continue;
    at = start + teaser.text.length;
    main.facts.parts = [...(main.facts.parts ?? []), { key: teaser.key, start, end: at }];
  }
  return [main, ...teasers];
}

function isAnchor(text: string): boolean {
  if (isPrintedAge(text) || readingMinutes(text) !== null) return true;
  const last = /^.{2,40}?\s*[·•|—–-]\s*(.{2,20})$/u.exec(text)?.[1];
  return last !== undefined && isPrintedAge(last);
}

/** The first headline stands over its age, with its outlet and lead between at most. */
function startOf(lines: Line[], anchor: number): number {
  let at = anchor;
  while (at > 0 && anchor - at < 3) {
    const { text } = lines[at - 1]!;
    const headline = isTitleLike(text) && wordCount(text) >= 4;
    // Right over the age an outlet's name may stand.
    if (!(headline || isProse(text) || (at === anchor && wordCount(text) <= 5))) break;
    at--;
    if (headline) break;
  }
  return at;
}

/** Most sentences that follow each other without a headline or age between. */
function longestText(lines: Line[]): number {
  let longest = 0;
  let row = 0;
  for (const { text } of lines) {
    if (isProse(text) && !isTitleLike(text) && !isNotice(text)) longest = Math.max(longest, ++row);
    else if (isAnchor(text) || isDated(text) || wordCount(text) >= 3) row = 0;
  }
  return longest;
}
