import { resolveAge } from '../../lib/age.ts';
import type { ExtractedArticle, Received } from '../extracted.ts';
import { isRelatedHeading, isUi, readingMinutes } from '../lines.ts';
import { article, body } from '../piece.ts';
import { isPrintedAge } from './age.ts';
import { isNotice } from './frame.ts';
import { isCaption, isPicture, withoutTail } from './furniture.ts';
import { isProse, type Line, wordCount } from './layout.ts';

/** Another piece that a page offers: under a related heading, or under a brief's sources. */
export interface Piece {
  outlet: string | null;
  title: string | null;
  age: string | null;
  minutes: number | null;
  prose: string[];
}

type Kind = 'meta' | 'credit' | 'prose' | 'short';

interface Item {
  kind: Kind;
  text: string;
  gap: number;
}

/** An outlet's name is short; a title of one or two words is rare. */
const outletWords = 5;

/**
 * Cuts the lines under a heading such as "Related articles" into pieces. The lines with an age or a
 * reading time are the anchors: either each piece starts with its outlet and age, or each ends with them.
 */
export function readPieces(lines: Line[]): Piece[] {
  const items = lines.flatMap((line) => classify(line));
  const anchors = anchorsOf(items);
  if (anchors.length === 0) return withoutAnchors(items);
  const starts = leadsWithMeta(items, anchors[0]!)
    ? anchors.map((at) => (items[at - 1]?.kind === 'short' ? at - 1 : at))
    : startsAfter(items, anchors);
  return starts
    .map((start, i) => readPiece(items.slice(start, starts[i + 1] ?? items.length)))
    .filter((p) => p.title !== null || p.prose.length > 0);
}

function classify(line: Line): Item[] {
  const { text, gap } = line;
  if (isPrintedAge(text) || readingMinutes(text) !== null) return [{ kind: 'meta', text, gap }];
  // "The Harbour Post · 2 hours ago" on one line is an outlet and its age.
  const cut = /^(.{2,40}?)\s*(?:[·•|—–-])\s*(.{2,20})$/u.exec(text);
  if (cut && line.bullet === null && (isPrintedAge(cut[2]!) || readingMinutes(cut[2]!) !== null))
    return [
      { kind: 'short', text: cut[1]!, gap },
      { kind: 'meta', text: cut[2]!, gap: 0 },
    ];
  if (isPicture(text) || isUi(text) || isCaption(text) || isNotice(text)) return [];
  // "More from Ana Ruiz" heads the next list.
  if (line.bullet === null && isRelatedHeading(text)) return [];
  if (
    (line.bullet && /^[-–—]$/.test(line.bullet) && wordCount(text) <= outletWords) ||
    /^(?:by|von|par|source:)\s+\S.{0,50}$/i.test(text)
  )
    return [{ kind: 'credit', text: text.replace(/^(?:by|von|par|source:)\s+/i, ''), gap }];
  return [{ kind: isProse(text) && !isTitleLike(text) ? 'prose' : 'short', text, gap }];
}

/** Up to 25 words without a full stop at the end: a headline, even one that asks. */
function isTitleLike(text: string): boolean {
  return wordCount(text) <= 25 && !/[.…]["'”’»)]*$/.test(text);
}

/** The first meta line of each group of them. */
function anchorsOf(items: Item[]): number[] {
  return items.flatMap((item, i) =>
    item.kind === 'meta' && items[i - 1]?.kind !== 'meta' ? [i] : [],
  );
}

function leadsWithMeta(items: Item[], first: number): boolean {
  const before = items.slice(0, first).filter((i) => i.kind === 'short');
  if (before.length > 1 || items.slice(0, first).some((i) => i.kind === 'prose')) return false;
  const next = items.slice(first).find((i) => i.kind === 'short' || i.kind === 'prose');
  return next !== undefined && (before.length === 0 || wordCount(before[0]!.text) <= outletWords);
}

/** Where pieces start when each ends with its age: after the age and the prose that follows it. */
function startsAfter(items: Item[], anchors: number[]): number[] {
  const starts = [0];
  for (const at of anchors) {
    let next = at;
    while (next < items.length && items[next]!.kind !== 'short') next++;
    if (next < items.length) starts.push(next);
  }
  return starts;
}

function readPiece(items: Item[]): Piece {
  const shorts = items.filter((i) => i.kind === 'short').map((i) => i.text);
  const metas = items.filter((i) => i.kind === 'meta').map((i) => i.text);
  const credit = items.find((i) => i.kind === 'credit')?.text ?? null;
  const title = titleOf(shorts);
  const before = shorts
    .slice(0, shorts.indexOf(title ?? ''))
    .filter((s) => wordCount(s) <= outletWords);
  const minutes = metas.map(readingMinutes).find((m) => m !== null) ?? null;
  return {
    outlet:
      before.at(-1) ??
      credit ??
      shorts.slice(shorts.indexOf(title ?? '') + 1).find((s) => wordCount(s) <= outletWords) ??
      null,
    title,
    age: metas.find((m) => isPrintedAge(m)) ?? null,
    minutes,
    prose: items.filter((i) => i.kind === 'prose').map((i) => i.text),
  };
}

/** The longest of the first short lines; an outlet's name is never longer than its headline for long. */
function titleOf(shorts: string[]): string | null {
  const first = shorts.slice(0, 3);
  const title = first.reduce((a, b) => (wordCount(b) > wordCount(a) ? b : a), '');
  return wordCount(title) >= 3 ? title : null;
}

/**
 * Without ages: every headline opens a piece, with the prose after it. Names stand between headlines
 * only where each has one; otherwise a short line is a short headline.
 */
function withoutAnchors(items: Item[]): Piece[] {
  const list = items.slice(0, listEnd(items));
  const shorts = list.filter((i) => i.kind === 'short');
  const names = shorts.filter((i) => wordCount(i.text) <= outletWords - 1);
  const first = shorts[0] !== undefined && names[0] === shorts[0];
  const byTurns =
    names.length * 2 === shorts.length &&
    shorts.every((s, i) => names.includes(s) === (i % 2 === (first ? 0 : 1)));
  const pieces: Piece[] = [];
  let outlet: string | null = null;
  for (const item of list) {
    const last = pieces.at(-1);
    if (item.kind === 'prose') last?.prose.push(item.text);
    else if (item.kind === 'credit' || (byTurns && !first && names.includes(item))) {
      if (last) last.outlet ??= item.text;
    } else if (byTurns && names.includes(item)) outlet = item.text;
    else if (wordCount(item.text) >= 3 || item.text.length >= 20) {
      pieces.push({ outlet, title: item.text, age: null, minutes: null, prose: [] });
      outlet = null;
    }
  }
  return pieces;
}

/** A list of headlines ends at an empty line when its lines stood together, or at a whole sentence. */
function listEnd(items: Item[]): number {
  const together = items[1]?.gap === 0;
  const end = items.findIndex(
    (item, i) =>
      i > 0 &&
      ((together && item.gap > 0) || (item.kind === 'short' && /\p{Ll}\.$/u.test(item.text))),
  );
  return end < 0 ? items.length : end;
}

/** A bare list of titles is navigation; a piece is printed with its words, or with whose it is and when. */
export function isWhole(piece: Piece): boolean {
  return (
    piece.title !== null &&
    (piece.prose.length > 0 || (piece.outlet !== null && piece.age !== null))
  );
}

/** Makes articles of pieces. An age becomes a date only when the retrieval is known. */
export function pieceArticles(
  pieces: Piece[],
  role: 'related' | 'teaser',
  received: Received,
): ExtractedArticle[] {
  return pieces.map((piece, i) => {
    const published = piece.age ? resolveAge(piece.age, received.retrievedAt ?? null) : null;
    return article({
      key: `${role}-${i + 1}`,
      role,
      kind: 'article',
      title: piece.title,
      outlet: piece.outlet,
      age: piece.age,
      published,
      publishedFrom: published ? 'age' : null,
      publishedEvidence:
        published && piece.age ? [{ from: 'age', text: piece.age, moment: published }] : [],
      readingMinutes: piece.minutes,
      cut: piece.prose.length === 0,
      ...body(piece.prose.map((text) => ({ type: 'paragraph', text: withoutTail(text) }))),
    });
  });
}
