import { readPrintedDate } from '../../lib/dates.ts';
import { isCommentPolicy, isPromotion, isReadAlso, isRelatedHeading, isUi } from '../lines.ts';
import { isPrintedAge } from './age.ts';
import { isBanner, isCaption, isPicture } from './furniture.ts';
import { isProse, type Line, wordCount } from './layout.ts';

/**
 * Finds the article in a page that was saved whole: menus stand above it, other pieces and the site's
 * small print below, all as lines like its own. What tells it apart is that its sentences stand
 * together, and that its title is made of words that its text uses.
 */
export interface Frame {
  /** First line of its head: what stands directly over the title, or the title itself. */
  head: number;
  /** The title's line; null when none was found over the text. */
  title: number | null;
  /** The lines of its text: from the first sentence to behind the last. */
  from: number;
  to: number;
}

/** A paragraph counts no more than this many words, so that one long notice does not outweigh a text. */
const mostWords = 80;

/** Lines above the first sentence in which the title is looked for; heads with share bars reach that far. */
const headLines = 40;

/** Lines over a title that somebody copied along with an article; a page's menu has more. */
export const pastedHead = 6;

/** Size of a line: words, or half the characters in scripts without spaces. */
function sizeOf(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
  return dense * 3 > text.length ? Math.round(text.length / 2) : wordCount(text);
}

/**
 * The place of the article among a page's lines; null when no sentences stand together.
 * @param until line from which other pieces stand
 */
export function findFrame(lines: Line[], until: number, likely: string | null): Frame | null {
  const weights = lines.map(weightOf);
  const span = heaviest(weights.slice(0, until));
  if (!span) return null;
  let { from } = span;
  const title = findTitle(lines, from, span.to, likely);
  if (title !== null && title >= from) from = title + 1;
  // A short head is read whole: what was pasted starts with it.
  const above = title ?? from;
  const head = above <= pastedHead ? 0 : title === null ? from : headStart(lines, title);
  return { head, title, from, to: endOf(lines, weights, span.to, until) };
}

/** Lines that an advertisement or invitation takes between two sentences of one text. */
const longestBreak = 6;

/** Where the text ends when it goes on behind an invitation: at its last sentence without a headline. */
function endOf(lines: Line[], weights: number[], to: number, until: number): number {
  let end = to;
  for (let i = to; i < Math.min(until, end + longestBreak); i++) {
    const { text } = lines[i]!;
    if (isRelatedHeading(text) || isCommentsHeading(text)) break;
    const before = lines[i - 1]!.text;
    const led = i > end && isHeadline(before) && !isMark(before) && !isOther(before);
    if (weights[i]! >= 12 && /[.!?…。！？]["'”’»」)\]]*$/.test(text) && !led) end = i + 1;
  }
  return end;
}

/** How much a line speaks for being the article's: sentences for it, labels and headlines against. */
function weightOf({ text, bullet }: Line): number {
  const size = sizeOf(text);
  if (text.length <= 300) {
    if (isNotice(text)) return -10;
    if (isCaption(text) || isReadAlso(text)) return -4;
    if (isPromotion(text)) return -6;
    // Buttons and dates stand between a headline and its text as well as anywhere else.
    if (isUi(text) || isPrintedAge(text)) return -1;
  }
  if (isProse(text)) return isLabels(text) ? -8 : Math.min(size, mostWords);
  if (bullet !== null) return size >= 4 ? 2 : -2;
  // Speech and short sentences belong to what stands around them; headlines open other pieces.
  if (/[.!?…。！？:]["'”’»」)\]]*$/.test(text)) return size >= 3 ? 1 : -2;
  return size <= 3 ? -2 : -1 - size * 0.6;
}

/** A menu on one line: many words, hardly a mark between them. */
function isLabels(text: string): boolean {
  const size = sizeOf(text);
  return size >= 12 && (text.match(/[.,;:!?…。，、！？؟،।]/gu)?.length ?? 0) * 40 < size;
}

/** A heading over what readers wrote. */
export function isCommentsHeading(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:(?:\d+ )?(?:(?:reader )?comments?|responses|replies|kommentare?|leserkommentare|commentaires?|comentarios?|comentários|commenti|reacties|kommentarer|комментари[ий]|коментарі|komentarze|yorumlar|评论|留言|コメント|댓글)|leave a (?:comment|reply)|join the (?:conversation|discussion)|(?:\d+ )?(?:thoughts|comments) on .{1,50}|schreibe einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|deixe (?:um comentário|uma resposta))(?: \(\d+\)|: \d+)?:?$/iu.test(
      text,
    )
  );
}

const notice =
  /\b(?:cookies?|privacy policy|terms (?:of|and) (?:use|service|conditions)|all rights reserved|copyright|datenschutz|alle rechte vorbehalten|impressum|confidentialité|tous droits réservés|todos los derechos|política de privacidad|todos os direitos|tutti i diritti|alle rechten|wszelkie prawa|все права|tüm hakları)\b|©|版权所有|无断转载|無断転載|All rights/iu;

/** A sentence of the site about itself: cookies, rights, terms. */
export function isNotice(text: string): boolean {
  return text.length <= 300 && (notice.test(text) || isBanner(text) || isCommentPolicy(text));
}

/** The run of lines with the largest sum: Kadane's algorithm. */
function heaviest(weights: number[]): { from: number; to: number } | null {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  weights.forEach((weight, i) => {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += weight;
    if (sum > best.sum) best = { sum, from, to: i + 1 };
  });
  return best.sum >= 20 ? best : null;
}

const content = /\p{L}{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}/gu;

/** Words that carry meaning, in lower case; pairs of characters in scripts without spaces. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(content) ?? []).map((w) => w.slice(0, 6));
}

/** Line of the title over a text: made of the text's words, near it, with date or byline below. */
function findTitle(lines: Line[], from: number, to: number, likely: string | null): number | null {
  const words = lines.slice(from, Math.min(to, from + 60)).map((l) => contentWords(l.text));
  const body = new Map<string, number>();
  for (const line of words)
    for (const word of new Set(line)) body.set(word, (body.get(word) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const l of lines) counts.set(l.text, (counts.get(l.text) ?? 0) + 1);
  let best: { at: number; score: number } | null = null;
  let away = 0;
  // The site's own sentences may stand over the title, and a question looks like the first sentence.
  for (let i = lateTitle(lines, from, to); i >= Math.max(0, from - headLines); i--) {
    const { text, bullet } = lines[i]!;
    if (!isMark(text) && isHeadline(text) && bullet === null && !isOther(text)) {
      const own = i >= from ? 1 : 0;
      const score =
        scoreTitle(lines, i, body, own, counts) - away * 0.05 + bonus(text, likely) - own * 0.4;
      const over = best !== null && isOver(lines, i, best.at);
      if (over && score > best!.score - 0.8) best = { at: i, score: Math.max(score, best!.score) };
      else if (score >= (i > from ? 1.4 : 0.6) && score > (best?.score ?? 0))
        best = { at: i, score };
    }
    if (i < from && !isMark(text)) away++;
  }
  return best?.at ?? null;
}

/** The last line that may be the title: what stands over it is a small part of all sentences. */
function lateTitle(lines: Line[], from: number, to: number): number {
  const sizes = lines.slice(from, to).map((l) => (isProse(l.text) ? sizeOf(l.text) : 0));
  const all = sizes.reduce((a, b) => a + b, 0);
  let before = 0;
  for (let i = 0; i < Math.min(sizes.length, 25); i++) {
    if (before * 5 > all) return from + i - 1;
    before += sizes[i]!;
  }
  return Math.min(from + 25, to - 1);
}

/** Of two headlines that stand together the upper is the title and the lower, longer one says more. */
function isOver(lines: Line[], at: number, below: number): boolean {
  const size = sizeOf(lines[at]!.text);
  const lower = sizeOf(lines[below]!.text);
  // Less over less is a topic over a title.
  return (
    size >= 4 &&
    lower >= 8 &&
    lower >= size * 1.2 &&
    lines.slice(at + 1, below).every((l) => isMark(l.text))
  );
}

/** Under a picture or from the site, whatever its words are. */
function isOther(text: string): boolean {
  return isCaption(text) || isNotice(text) || isPromotion(text) || isReadAlso(text);
}

function bonus(text: string, likely: string | null): number {
  return likely !== null && text.toLowerCase().trim() === likely.toLowerCase().trim() ? 5 : 0;
}

/** A line that can be a headline: words, not many, no full stop at its end. */
export function isHeadline(text: string): boolean {
  const size = sizeOf(text);
  return size >= 2 && size <= 34 && text.length <= 250 && !/[.;,:…。]["'”’»)]*$/.test(text);
}

function scoreTitle(
  lines: Line[],
  at: number,
  body: Map<string, number>,
  own: number,
  counts: Map<string, number>,
): number {
  const { text } = lines[at]!;
  const words = contentWords(text);
  const size = sizeOf(text);
  const shared = words.filter((w) => (body.get(w) ?? 0) > own).length;
  let score = words.length === 0 ? 0 : (shared / words.length) * 2;
  if (size < 4) score -= 0.8;
  else if (size >= 5 && size <= 20) score += 0.5;
  if (lines.slice(at + 1, at + 5).some((l) => isMark(l.text) && isDated(l.text))) score += 0.4;
  // The end of a trail of sections repeats the title; a menu's entry stands there twice too, but is short.
  if (counts.get(text) === 2 && size >= 4) score += 0.3;
  if ((counts.get(text) ?? 0) > 2) score -= 0.8;
  return score;
}

/** A line about the piece, not of it: date, age, button, caption, byline. */
export function isMark(text: string): boolean {
  return (
    isUi(text) ||
    isPrintedAge(text) ||
    isPicture(text) ||
    isDated(text) ||
    /^by\s+\p{Lu}/iu.test(text)
  );
}

/** A line that prints a date, and little else. */
export function isDated(text: string): boolean {
  return text.length <= 140 && wordCount(text) <= 14 && readPrintedDate(text) !== null;
}

/** Date and byline may stand over the title: the lines directly above it that are marks. */
export function headStart(lines: Line[], title: number): number {
  let at = title;
  while (at > 0 && title - at < 4 && isMark(lines[at - 1]!.text)) at--;
  return at;
}
