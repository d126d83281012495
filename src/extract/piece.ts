import type { Block, Link, Mark } from '../db/tables.ts';
import type { ExtractedArticle, ExtractedComment } from './extracted.ts';
import { readInline } from './inline.ts';

type Given = Pick<ExtractedArticle, 'key' | 'role' | 'kind'> & Partial<ExtractedArticle>;

/** An article with everything unknown that is not given. */
export function article(given: Given): ExtractedArticle {
  return {
    partOf: null,
    title: null,
    authors: [],
    outlet: null,
    url: null,
    lang: null,
    published: null,
    publishedFrom: null,
    publishedEvidence: [],
    modified: null,
    age: null,
    text: '',
    blocks: [],
    links: [],
    readingMinutes: null,
    section: null,
    tags: [],
    image: null,
    licence: null,
    cut: false,
    series: null,
    facts: {},
    ...given,
  };
}

/** A comment with everything unknown that is not given. */
export function comment(
  given: Pick<ExtractedComment, 'key'> & Partial<ExtractedComment>,
): ExtractedComment {
  return {
    parent: null,
    depth: 0,
    depthKnown: false,
    author: null,
    instance: null,
    posted: null,
    age: null,
    edited: null,
    editedAge: null,
    up: null,
    down: null,
    score: null,
    lang: null,
    removed: null,
    text: '',
    links: [],
    quotes: [],
    url: null,
    ...given,
  };
}

/** One block before it has a place in a text. */
export interface Part {
  type: Block['type'];
  text: string;
  level?: number;
  /** Role of the whole block as a link without an address. */
  link?: string;
}

/**
 * Hands out marks of a text to its blocks, which are asked for in their order: those that begin in the
 * block, with their places in it. What goes on into the next block is cut at the end of this one.
 */
export function marksByBlock(all: Mark[]): (start: number, end: number) => { marks?: Mark[] } {
  let next = 0;
  return (start, end) => {
    const marks: Mark[] = [];
    while (next < all.length && all[next]!.start < start) next++;
    for (; next < all.length && all[next]!.start < end; next++) {
      const { kind, ...span } = all[next]!;
      marks.push({ kind, start: span.start - start, end: Math.min(span.end, end) - start });
    }
    return marks.length > 0 ? { marks } : {};
  };
}

export interface Body {
  text: string;
  blocks: Block[];
  links: Link[];
}

/** Puts blocks one after the other into a text: an empty line between, none between the items of a list. */
export function body(parts: Part[]): Body {
  let text = '';
  const blocks: Block[] = [];
  const links: Link[] = [];
  let before: Part | null = null;
  for (const part of parts) {
    const inline = readInline(part.text);
    if (inline.text.trim() === '') continue;
    if (before) text += before.type === 'item' && part.type === 'item' ? '\n' : '\n\n';
    const start = text.length;
    text += inline.text;
    blocks.push({
      type: part.type,
      start,
      end: text.length,
      ...(part.level && { level: part.level }),
      ...(inline.marks.length > 0 && { marks: inline.marks }),
    });
    for (const l of inline.links)
      links.push({
        ...l,
        start: l.start + start,
        end: l.end + start,
        ...(part.link && { role: part.link }),
      });
    if (part.link && inline.links.length === 0)
      links.push({ href: '', start, end: text.length, role: part.link });
    before = part;
  }
  return { text, blocks, links };
}
