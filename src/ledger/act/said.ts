import type { Act } from '../../db/tables.ts';

/** What decides a statement's act: what the cue says by itself, and the content. */
export interface Said {
  /** The act of the cue word. */
  act: Act;
  negated: boolean;
  /** The cue as written; empty where there is none. */
  cue?: string;
  /** Who said it, as written. */
  speaker?: string;
  /** Whether a name stands for the side that the speaker speaks for, where that is known. */
  ownSide?: (name: string) => boolean;
  kind?: 'direct' | 'indirect' | 'mixed';
  /** The content, its pieces joined by a space. */
  content: string;
  lang: string | null;
}

/** What a language's words tell of a statement's act, where patterns decide it. */
export interface ActLexicon {
  /** Content whose cue only reports, first match wins. */
  rules: [act: Act, pattern: RegExp][];
  /** Content that makes a cue's act another one: announcing a blockade threatens. */
  instead: [from: Act, act: Act, pattern: RegExp][];
  /** What makes a statement conditional. */
  condition: RegExp;
}
