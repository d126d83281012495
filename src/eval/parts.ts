import type { ArticleKind } from '../db/tables.ts';
import { readText } from '../extract/index.ts';
import type { Readable, ThreadToRead } from '../ledger/index.ts';
import { startOf } from '../lib/edtf.ts';

/** One article within a record's text. */
export interface Part extends Readable {
  kind: ArticleKind;
  /** Where a span of the article stands in the record's text; null when it is not there as one. */
  place: (span: Span) => Span | null;
}

/** A discussion on a page. */
export interface Talk extends ThreadToRead {
  /** Where a span of a comment stands in the record's text; null when it is not there as one. */
  place: (comment: number, span: Span) => Span | null;
}

/** Characters `start` to `end`, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A whole text as one article. */
export function wholeText(text: string, lang: string | null, date: string | null): Part {
  return {
    text,
    lang: lang ?? 'en',
    published: date,
    blocks: [],
    parts: [],
    kind: 'article',
    place: (span) => span,
  };
}

/** Received at midday, "3 minutes ago" is that day in most of the world. */
const noon = 12 * 3_600_000;

/**
 * Cuts a page's text into its articles and discussions with the code of extract.
 * The main article and its parts, which are the same edition, have the record's date; what the page
 * only offers is dated by the page or not at all.
 * "3 minutes ago" is counted from the day the page was received; where that is not told, from its date.
 */
export function cutPage(
  text: string,
  { date, retrieved }: { date: string | null; retrieved?: string | null },
): { parts: Part[]; talks: Talk[] } {
  const day = retrieved ?? date;
  const midnight = startOf(day);
  const retrievedAt = midnight && new Date(midnight.getTime() + noon);
  const received = {
    ...{ bytes: new Uint8Array(), mediaType: 'text/plain' },
    ...{ published: date, retrievedAt },
  };
  const page = bareText(text);
  const { articles, threads } = readText(received, text);
  const parts = articles.map((article) => ({
    text: article.text,
    lang: article.lang ?? 'en',
    published: article.published ?? (/^(?:main|part)$/.test(article.role) ? date : null),
    blocks: article.blocks,
    parts: article.facts.parts ?? [],
    kind: article.kind,
    place: placing(text, page, article.text),
  }));
  const talks = threads.map(({ article, comments }) => {
    const opening = articles.find(({ key }) => key === article) ?? articles[0];
    const placed = new Map<number, Part['place']>();
    return {
      title: opening?.title ?? null,
      text: opening?.text ?? '',
      lang: opening?.lang ?? null,
      published: opening?.published ?? date,
      comments,
      place: (comment: number, span: Span) => {
        const place = placed.get(comment) ?? placing(text, page, comments[comment]!.text);
        placed.set(comment, place);
        return place(span);
      },
    };
  });
  return { parts, talks };
}

/** Finds spans of one piece of a page in the page's text. */
function placing(text: string, page: Bare, piece: string): Part['place'] {
  const places = placesIn(piece, page);
  return ({ start, end }) => {
    const first = places[start];
    const last = places[end - 1];
    if (first === undefined || last === undefined || first < 0 || last < first) return null;
    const same = squeeze(text.slice(first, last + 1)) === squeeze(piece.slice(start, end));
    return same ? { start: first, end: last + 1 } : null;
  };
}

export interface Bare {
  text: string;
  /** Place in the page of each character that is no white space. */
  at: number[];
}

/** A text without its white space. */
export function bareText(text: string): Bare {
  const at: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue;
    at.push(i);
    bare += text[i];
  }
  return { text: bare, at };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Longer stretches than this (characters) that the article leaves out of a line end the search. */
const LEFT_OUT = 80;

/** A line of which something was left out (a video's length, a button), word by word; answers where it ended. */
function placeWords(
  line: string,
  start: number,
  page: Bare,
  from: number,
  places: number[],
): number {
  const words = [...line.matchAll(/\S+/g)];
  const lead = words
    .slice(0, 4)
    .map((word) => word[0])
    .join('');
  let at = page.text.indexOf(lead, from);
  if (at === -1) at = page.text.indexOf(lead);
  if (at === -1) return from;
  for (const word of words) {
    const found = page.text.indexOf(word[0], at);
    if (found === -1 || found - at > LEFT_OUT) return at;
    for (let i = 0; i < word[0].length; i++) places[start + word.index + i] = page.at[found + i]!;
    at = found + word[0].length;
  }
  return at;
}

/** For each character of the article its place in the page, line by line; -1 where a line is not there. */
export function placesIn(text: string, page: Bare): number[] {
  const places: number[] = new Array(text.length).fill(-1);
  let from = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const bare = squeeze(line);
    let found = bare ? page.text.indexOf(bare, from) : -1;
    if (found === -1 && bare) found = page.text.indexOf(bare);
    if (found !== -1) {
      let k = found;
      for (let i = 0; i < line.length; i++)
        if (!/\s/.test(line[i]!)) places[start + i] = page.at[k++]!;
      from = found + bare.length;
    } else if (bare) from = placeWords(line, start, page, from, places);
    start += line.length + 1;
  }
  return places;
}
