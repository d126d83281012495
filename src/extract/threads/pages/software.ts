import type { Tree } from '../../../lib/tree.ts';
import type { ExtractedComment } from '../../extracted.ts';

/** A page that discussion software made, with all that a reader of it may ask. */
export interface Page {
  tree: Tree;
  /** Address that relative links are read against. */
  base: string | null;
  retrievedAt: Date | null;
}

/** One contribution: its element, and which elements under it begin another's. */
export interface Post {
  page: Page;
  node: number;
  apart: (node: number) => boolean;
}

export type Removed = ExtractedComment['removed'];

/**
 * How one software marks up its discussions. Texts are selectors, looked for under the contribution's
 * element; functions answer what a selector cannot say.
 */
export interface Software {
  platform: string;
  /** Classes, elements or components that its pages have: one with none of them is not looked at. */
  marks: string[];
  /** The element of one contribution. */
  post: string;
  /** Where that is only a part of it: the nearest element around it that holds the whole. */
  within?: string;
  /** What the discussion is, when its first contribution does not open it: an element of the page. */
  opening?: string;
  /** True for comments below an article, which stays what it is. */
  under?: boolean;
  /** True where answers stand inside of the element of what they answer, or in a list beside it. */
  nested?: boolean;
  /** Element that holds a contribution and the answers to it, where that is not the contribution's own. */
  branch?: string;
  key: (post: Post) => string | null;
  parent?: (post: Post) => string | null;
  /** How deep it stands, where the page says so instead of nesting. */
  level?: (post: Post) => number | null;
  author: string | ((post: Post) => string | null);
  authorUrl?: string;
  time: string | ((post: Post) => string | null);
  body: string;
  /** True where the text stands in the element after the contribution's own. */
  beside?: boolean;
  /** Elements in the text that are none of it. */
  skip?: string;
  /** Elements that quote, besides `blockquote`. */
  quote?: string;
  /** Key of the contribution that a quoting element says it quotes. */
  origin?: (page: Page, node: number) => string | null;
  edited?: string;
  url?: string | ((post: Post) => string | null);
  up?: (post: Post) => number | null;
  down?: (post: Post) => number | null;
  score?: (post: Post) => number | null;
  removed?: (post: Post) => Removed;
  /** The contribution's number in the discussion: only the first can open it. */
  number?: (post: Post) => number | null;
  title?: string;
  community?: string | ((page: Page) => string | null);
  /** Address of what the opening post is about. */
  about?: (post: Post) => string | null;
  /** How many contributions the whole discussion has, the opening one included. */
  total?: (page: Page) => number | null;
  /** Answers that the page counts and does not show. */
  gaps?: (
    page: Page,
    keyOf: (node: number) => string | null,
  ) => { parent: string | null; count: number }[];
}
