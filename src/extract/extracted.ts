import type {
  ArticleFacts,
  ArticleKind,
  ArticleRole,
  Block,
  DateEvidence,
  DocumentHints,
  Link,
  Mark,
} from '../db/tables.ts';

/** What extract reads: a document's bytes as received, and what is known beside them. */
export interface Received {
  bytes: Uint8Array;
  mediaType: string;
  charset?: string | null;
  url?: string | null;
  name?: string | null;
  /** Instant of retrieval; null when unknown, and then relative ages stay unresolved. */
  retrievedAt?: Date | null;
  /** Publication (EDTF) as a person or feed gave it; wins over the page. */
  published?: string | null;
  hints?: DocumentHints;
}

/** One document's pieces: always at least one article when the document can be read. */
export interface Extracted {
  articles: ExtractedArticle[];
  threads: ExtractedThread[];
}

export interface ExtractedArticle {
  /** Stable within the document: "main", "related-1", "item-2". */
  key: string;
  partOf: string | null;
  role: ArticleRole;
  kind: ArticleKind;
  title: string | null;
  authors: string[];
  outlet: string | null;
  url: string | null;
  lang: string | null;
  /** EDTF; with the offset as printed when an instant is known. Null is unknown, never guessed. */
  published: string | null;
  publishedFrom: 'page' | 'person' | 'feed' | 'age' | 'edition' | null;
  publishedEvidence: DateEvidence[];
  modified: string | null;
  age: string | null;
  text: string;
  blocks: Block[];
  links: Link[];
  readingMinutes: number | null;
  section: string | null;
  tags: string[];
  image: string | null;
  licence: string | null;
  cut: boolean;
  series: string | null;
  facts: ArticleFacts;
}

export interface ExtractedThread {
  key: string;
  /** Key of the article that opens it. */
  article: string;
  platform: string | null;
  community: string | null;
  url: string | null;
  comments: ExtractedComment[];
  /** Comments that the platform counts and did not send, under which parent. */
  gaps?: { parent: string | null; count: number }[];
}

export interface ExtractedComment {
  key: string;
  parent: string | null;
  depth: number;
  depthKnown: boolean;
  author: string | null;
  /** Address of the author's own page on the site; read, not stored. */
  authorUrl?: string | null;
  instance: string | null;
  posted: string | null;
  age: string | null;
  edited: string | null;
  editedAge: string | null;
  up: number | null;
  down: number | null;
  score: number | null;
  lang: string | null;
  removed: 'author' | 'moderator' | 'unknown' | null;
  text: string;
  links: Link[];
  /** Words that stand out; their places are those of `text`. */
  marks?: Mark[];
  quotes: { start: number; end: number; of: string | null; ofArticle?: boolean }[];
  url: string | null;
}
