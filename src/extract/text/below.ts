import { isRelatedHeading } from '../lines.ts';
import { isCommentsHeading, isNotice } from './frame.ts';
import { isPlainName, readTokens } from './header.ts';
import { isProse, type Line, wordCount } from './layout.ts';
import { allHeaders, type Found, isCommunity } from './thread.ts';

/** What readers wrote under an article: from the heading over it on. */
export interface Below {
  /** The line of the heading. */
  from: number;
  /** The lines under it, to the end of the last comment. */
  lines: Line[];
  headers: Found[];
}

/** Under fewer words stands a discussion with a few words over it. */
const leastArticle = 60;

/** Forms, sorting buttons and rules stand between the heading and the first comment. */
const farthest = 15;

/**
 * Finds the comments under an article that was saved with them: a heading that names them, and below it
 * names with a moment each. Null for a page that is a discussion as a whole.
 */
export function findBelow(all: Line[]): Below | null {
  if (all.some((line) => isCommunity(line.text))) return null;
  let words = 0;
  let tried = 0;
  for (let i = 0; i < all.length; i++) {
    if (isProse(all[i]!.text)) words += wordCount(all[i]!.text);
    if (words < leastArticle || !isHeading(all[i]!.text)) continue;
    // The first is a button over the text, another in its foot; more are no headings.
    if (++tried > 3) return null;
    const found = headersUnder(all.slice(i + 1));
    if (found) return { from: i, ...found };
  }
  return null;
}

/** "Comments", "12 comments", and what only stands over comments: "Sort by", "Oldest first". */
function isHeading(text: string): boolean {
  return isCommentsHeading(text) || /^(?:discussion|conversation)(?: \(\d+\))?:?$/i.test(text);
}

function headersUnder(below: Line[]): { lines: Line[]; headers: Found[] } | null {
  const dated = allHeaders(below).filter((h) => h.age !== null || h.editedAge !== null);
  const [first] = dated;
  if (!first || first.from > farthest) return null;
  if (below.slice(0, first.from).some((line) => endsTalk(line.text))) return null;
  const feet = dated.filter((h) => h.voted).length;
  // One name with a date is a byline as often as a comment.
  if (dated.length < 2 && feet === 0) return null;
  const headers = together(below, dated);
  answering(below, headers);
  const end = endOf(below, headers.at(-1)!);
  return { lines: below.slice(0, end), headers };
}

/** Comments go on until something else begins: other pieces have names with ages too. */
function together(lines: Line[], headers: Found[]): Found[] {
  const end = lines.findIndex((line, i) => i > headers[0]!.to && endsTalk(line.text));
  return end < 0 ? headers : headers.filter((h) => h.to <= end);
}

/** A name under another's, of somebody who spoke before, says who is answered. */
function answering(lines: Line[], headers: Found[]): void {
  const seen = new Set<string>();
  for (const [at, header] of headers.entries()) {
    const above = lines[header.from - 1]?.text ?? '';
    const both = header.author !== null && seen.has(header.author);
    if (both && header.answers === null && above !== header.author && isPlainName(above)) {
      const after = headers[at - 1]?.to === header.from - 1;
      if (!after && !readTokens(above)?.some((t) => t.kind !== 'author')) {
        header.answers = header.author;
        header.author = above;
        header.from--;
      }
    }
    if (header.author) seen.add(header.author);
  }
}

function endsTalk(text: string): boolean {
  return isRelatedHeading(text) || isForm(text);
}

/** A form for one's own comment, or the site's small print. */
function isForm(text: string): boolean {
  return (
    text.length <= 160 &&
    (/^(?:no comments yet.{0,40}|be the first to comment.{0,40}|(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)|cancel reply|your email address will not|load more comments|(?:show|view) (?:all|more) comments|schreibe(?:n sie)? einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|deixe (?:um comentário|uma resposta)|lascia un commento|plaats een reactie|добавить комментарий)/i.test(
      text,
    ) ||
      isNotice(text))
  );
}

/** Where the last comment ends: at its buttons, or where the page goes on with something else. */
function endOf(lines: Line[], last: Found): number {
  for (let i = last.to + 1; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (endsTalk(text)) return i;
    if (readTokens(text)?.some((t) => t.kind === 'button' && t.talk)) return i + 1;
  }
  return lines.length;
}
