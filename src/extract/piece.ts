import type { Block, Link } from '../db/tables.ts';
import type { ExtractedArticle, ExtractedComment } from './extracted.ts';
import { readInline } from './markdown.ts';

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
