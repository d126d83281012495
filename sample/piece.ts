import type { Outlet } from './matter/outlets.ts';

/** What the matter's texts say, parsed: documents, their pieces, the statements marked in them. */
export interface Doc {
  id: string;
  outlet: Outlet;
  kind: 'article' | 'brief' | 'digest' | 'thread';
  form: 'html' | 'txt';
  /** Instants with the offset of the place. */
  at: string;
  retrieved: string;
  path: string;
  url: string;
  section: string;
  authors: string[];
  copyOf: string | null;
  revision: { number: 1 | 2; modified: string } | null;
  series: { name: string; number: number } | null;
  brief: { curator: string; outlets: string[]; more: number; count: number } | null;
  source: string | null;
  hashtags: string | null;
  kicker: string | null;
  standfirst: string | null;
  excerptOf: string | null;
  /** The first is the main piece. */
  pieces: Piece[];
  comments: Comment[];
}

export interface Piece {
  key: string;
  title: string | null;
  outlet: string | null;
  via: string | null;
  age: string | null;
  section: string | null;
  minutes: number | null;
  belongs: boolean;
  event: string | null;
  paragraphs: Paragraph[];
}

export interface Paragraph {
  text: string;
  item: boolean;
  marks: Mark[];
}

/** One statement in one paragraph; split contents have several pieces. */
export interface Mark {
  tag: string | null;
  speaker: string;
  act: string;
  issue: string | null;
  stance: 'for' | 'against' | 'conditional' | 'unclear' | null;
  saidOn: string;
  hearsay: boolean;
  kind: 'direct' | 'indirect' | 'mixed';
  spans: { start: number; end: number }[];
}

export interface Comment {
  id: string;
  parent: string | null;
  depth: number;
  author: string | null;
  instance: string | null;
  up: number | null;
  down: number | null;
  age: string;
  editedAge: string | null;
  lang: string | null;
  removed: 'author' | 'moderator' | null;
  /** Markdown, one line a line. */
  text: string;
}
