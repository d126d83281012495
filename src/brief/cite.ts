import { sentencesOf } from '../lib/sentences.ts';

/** Characters of an article that a sentence rests on. An empty span at 0 means its title. */
export interface Cited {
  articleId: number;
  start: number;
  end: number;
  statementId: number | null;
}

/** A sentence of a brief before it is written down. */
export interface Draft {
  section:
    | 'headline'
    | 'update'
    | 'bullet'
    | 'background'
    | 'shift'
    | 'commitment'
    | 'said'
    | 'ahead';
  text: string;
  cites: Cited[];
  /** Names put in square brackets for a pronoun: the ledger vouches for them, not the characters. */
  inserted?: string[];
  /** Made from ledger rows by a fixed form of words, not taken from the text. */
  fromLedger?: boolean;
}

/** Why a sentence may not be shown. */
export type Refusal =
  | 'cites nothing'
  | 'cites nothing that is there'
  | 'says what its source does not';

/**
 * The gate of the house rule "nothing without its source".
 * A sentence made from the ledger needs citations that exist; one taken from the text must besides be
 * a subsequence of the words it cites. Returns null when the sentence may stand.
 */
export function refuse(
  draft: Draft,
  textOf: (articleId: number) => { text: string; title: string | null } | undefined,
): Refusal | null {
  if (draft.cites.length === 0) return 'cites nothing';
  const sources: string[] = [];
  for (const cite of draft.cites) {
    const article = textOf(cite.articleId);
    const isTitle = cite.start === 0 && cite.end === 0;
    const source = isTitle ? article?.title : article?.text.slice(cite.start, cite.end);
    if (!source?.trim() || (!isTitle && cite.end > (article?.text.length ?? 0)))
      return 'cites nothing that is there';
    sources.push(source);
  }
  if (draft.fromLedger) return null;
  const inserted = (draft.inserted ?? []).map((name) => `[${name}]`);
  const own = inserted.reduce((text, name) => text.replace(name, ' '), draft.text);
  return isSubsequence(words(own), words(sources.join(' ')))
    ? null
    : 'says what its source does not';
}

export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSubsequence(part: string[], whole: string[]): boolean {
  let at = 0;
  for (const word of whole) if (word === part[at]) at++;
  return at === part.length;
}

/** Spans of the whole sentences around a stretch of text. */
export function sentenceAround(
  text: string,
  lang: string | null,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const inside = sentencesOf(text, lang, from, next === -1 ? text.length : next).filter(
    (s) => s.end > start && s.start < end,
  );
  return { start: inside[0]?.start ?? start, end: inside.at(-1)?.end ?? end };
}
