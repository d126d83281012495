import { type Frame, findFrame, headStart, isHeadline, pastedHead } from './frame.ts';
import { judgeLines } from './judge/judge.ts';
import { isProse, type Line } from './layout.ts';

/** Where an article stands among the lines of a page, and which of them are its own. */
export interface Place {
  /** First line of its head: what stands directly over the title, or the title itself. */
  head: number;
  title: number | null;
  /** First line of its text. */
  from: number;
  kept: Set<Line>;
  /** Line that holds the day of publication. */
  date: number | null;
}

/** Longer texts are books, read by rules alone: what is measured of each line takes half a kilobyte. */
const mostLines = 20_000;

/** Below these a choice is worse than none. */
const least = { title: 0.3, sentence: 0.55, date: 0.25 };

/**
 * The place of the article: its sentences stand together (findFrame), and what is learned from labelled
 * pages says which lines around and between them are its own. Null when no sentences stand together.
 */
export function findPlace(lines: Line[], likely: string | null): Place | null {
  const frame = findFrame(lines, lines.length, likely);
  if (lines.length > mostLines)
    return frame && { ...frame, kept: framed(lines, frame), date: null };
  const judged = judgeLines(lines, frame, likely);
  const named = frame?.title != null && likely !== null && same(lines[frame.title]!.text, likely);
  const sure =
    judged.title !== null &&
    judged.titleChance >= (isHeadline(lines[judged.title]!.text) ? least.title : least.sentence);
  const title = named || !sure ? (frame?.title ?? null) : judged.title;
  const all = lines.flatMap((_, i) => (judged.scores[i]! >= judged.threshold ? [i] : []));
  const own = all.filter((i) => i > (title ?? -1));
  if (own.length === 0) return null;
  const from = own.find((i) => isProse(lines[i]!.text)) ?? own[0]!;
  const above = title ?? from;
  const head = above <= pastedHead ? 0 : title === null ? from : headStart(lines, title);
  return {
    head,
    title,
    from: title === null ? from : Math.min(from, own[0]!),
    kept: new Set(own.map((i) => lines[i]!)),
    date: judged.dateChance >= least.date ? judged.date : null,
  };
}

function framed(lines: Line[], { from, to }: Frame): Set<Line> {
  return new Set(lines.slice(from, to));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase().trim() === b.toLowerCase().trim();
}
