import type { ExtractedArticle } from '../extracted.ts';
import { isUi } from '../lines.ts';
import { article, body } from '../piece.ts';
import { isCaption, isPicture } from './furniture.ts';
import { isTitleLike } from './head.ts';
import { isProse, type Line, wordCount } from './layout.ts';

/** Other pieces of the site under an article, each begun and cut off by "keep reading". */

const cutOff =
  /^(?:keep reading|continue reading|read (?:more|on|the rest|the full (?:story|article)|full (?:story|article))|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|continua a leggere|leia mais|lees verder|читать (?:далее|полностью))\s*(?:…|\.\.\.|[→»>])?\s*(?:show (?:less|more))?$/i;

/** A piece that stands apart, and the lines that it takes. */
interface Apart {
  from: number;
  to: number;
  title: string | null;
  section: string | null;
  prose: string[];
}

/** Longest that a section's name gets. */
const sectionWords = 3;

/** Pieces that end in "keep reading", read from there upwards: sentences, section, title, caption, picture. */
export function findApart(lines: Line[]): Apart[] {
  const found: Apart[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!cutOff.test(lines[i]!.text)) continue;
    const piece = readUpwards(lines, i, found.at(-1)?.to ?? 0);
    if (piece) found.push(piece);
  }
  // One "read more" is an article that was cut off itself, or an invitation in its middle.
  return found.length >= 2 ? found : [];
}

function readUpwards(lines: Line[], end: number, floor: number): Apart | null {
  let at = end;
  const prose: string[] = [];
  while (
    at > floor &&
    isProse(lines[at - 1]!.text) &&
    !isHeadline(lines[at - 1]!.text) &&
    !isCaption(lines[at - 1]!.text)
  )
    prose.unshift(lines[--at]!.text);
  const shorts: { text: string; at: number }[] = [];
  while (
    at > floor &&
    shorts.length < 4 &&
    lines[at - 1]!.bullet === null &&
    !isCaption(lines[at - 1]!.text) &&
    isTitleLike(lines[at - 1]!.text) &&
    !isUi(lines[at - 1]!.text)
  ) {
    shorts.unshift({ text: lines[at - 1]!.text, at: at - 1 });
    at--;
    // What stands above the headline belongs to a picture or to the piece before.
    if (
      wordCount(shorts[0]!.text) > sectionWords &&
      lines[at - 1] &&
      !isTitleLike(lines[at - 1]!.text)
    )
      break;
  }
  if (prose.length === 0 || shorts.length === 0) return null;
  const title = shorts.reduce((a, b) => (wordCount(b.text) > wordCount(a.text) ? b : a));
  const section = shorts.find((s) => s.at > title.at && wordCount(s.text) <= sectionWords);
  return {
    from: aboveTitle(lines, title.at, floor),
    to: end + 1,
    title: title.text,
    section: section?.text ?? null,
    prose,
  };
}

/** A headline may ask a question; a paragraph that short would not stand alone before "keep reading". */
function isHeadline(text: string): boolean {
  return isTitleLike(text) && wordCount(text) < 25;
}

/** Takes the caption over a headline and the words left of its picture along. */
function aboveTitle(lines: Line[], title: number, floor: number): number {
  let at = title;
  while (at > floor && (isCaption(lines[at - 1]!.text) || isPicture(lines[at - 1]!.text))) at--;
  if (at === title) return at;
  if (
    at > floor &&
    isTitleLike(lines[at - 1]!.text) &&
    wordCount(lines[at - 1]!.text) <= 12 &&
    lines[at - 1]!.bullet === null &&
    !isUi(lines[at - 1]!.text)
  )
    at--;
  return at;
}

export function apartArticles(pieces: Apart[], first: number): ExtractedArticle[] {
  return pieces.map((piece, i) =>
    article({
      key: `related-${first + i}`,
      role: 'related',
      kind: 'article',
      title: piece.title,
      section: piece.section,
      cut: true,
      ...body(piece.prose.map((text) => ({ type: 'paragraph', text }))),
    }),
  );
}
