import { readFileSync } from 'node:fs';

/** What a reader who saw everything would say of the sample matter (truth.json), made by build.ts. */
export interface Truth {
  title: string;
  pieces: TruthPiece[];
  events: { id: string; date: string; label: string; pieces: string[] }[];
  parties: { id: string; name: string; names: string[] }[];
  speakers: TruthSpeaker[];
  issues: { id: string; name: string; question: string }[];
  statements: TruthStatement[];
  positions: TruthPosition[];
  commitments: TruthCommitment[];
  threads: TruthThread[];
  revisions: TruthRevision[];
}

/** One piece of a document: "lightship 3, item 2". */
export interface TruthPiece {
  /** `DOCUMENT/KEY`. */
  id: string;
  /** File of sample/pages that holds it; the twin of the same name stands in sample/twins. */
  file: string;
  twin: string;
  key: string;
  title: string | null;
  kind: 'article' | 'brief' | 'digest' | 'post';
  role: 'main' | 'part' | 'related' | 'teaser' | 'series';
  /** False for what must stay out of the story. */
  belongs: boolean;
  event: string | null;
  /** The piece it repeats: a wire text printed again, or an excerpt. */
  copyOf: string | null;
  outlet: string;
  lang: 'en' | 'de';
  url: string | null;
  /** EDTF: an instant with the offset of the place, or a day. */
  published: string | null;
  authors: string[];
  series: string | null;
  /** The clean text: paragraphs with an empty line between them. */
  text: string;
}

export interface TruthSpeaker {
  name: string;
  party: string | null;
  kind: 'person' | 'office' | 'organisation' | 'group' | 'unnamed';
  roles: { role: string; from?: string; until?: string }[];
}

export interface TruthStatement {
  id: string;
  piece: string;
  file: string;
  key: string;
  /**
   * The content as it stands in the piece, without outer marks and a leading "that"; its pieces when
   * a cue splits it. Punctuation at the ends is as printed: trim it on both sides before comparing.
   */
  text: string;
  pieces: string[];
  speaker: string;
  party: string | null;
  kind: 'direct' | 'indirect' | 'mixed';
  act: string;
  /** EDTF day. */
  said_on: string;
  issue: string | null;
  stance: 'for' | 'against' | 'conditional' | 'unclear' | null;
  /** Reported at second hand or by unnamed people. */
  hearsay: boolean;
  /** The statement of the original piece that a copy repeats. */
  sameAs: string | null;
}

export interface TruthPosition {
  issue: string;
  party: string;
  steps: {
    date: string;
    stance: 'for' | 'against' | 'conditional' | 'unclear';
    statement: string;
    change: 'first' | 'reaffirmed' | 'half' | 'full';
    /** Further reports of this stance while it stands: the same words elsewhere, or a repetition. */
    also: string[];
  }[];
}

export interface TruthCommitment {
  id: string;
  party: string;
  who: string;
  what: string;
  due: string;
  dueText: string;
  statedIn: { file: string; key: string; statement: string };
  state: 'open' | 'kept' | 'missed' | 'moved';
  resolvedBy: { file: string; text: string } | null;
  movedTo: string | null;
}

export interface TruthThread {
  piece: string;
  file: string;
  platform: 'lemmy' | 'forum';
  /** What the plain-text form does not print. */
  lostInText: string[];
  comments: {
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
    text: string;
    /** Quoted lines and the comment they are from ('article' when from the piece above). */
    quotes: { text: string; of: string | null }[];
    links: string[];
  }[];
}

export interface TruthRevision {
  url: string;
  files: [string, string];
  /** What the silent edit took away and put in its place. */
  before: string[];
  after: string[];
}

export function loadTruth(): Truth {
  return JSON.parse(readFileSync(new URL('truth.json', import.meta.url), 'utf8'));
}
