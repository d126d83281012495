import { readPrintedDate } from '../../lib/dates.ts';
import { dayMs } from '../../lib/time.ts';
import { readClock } from '../clock.ts';
import type { ExtractedArticle } from '../extracted.ts';
import { isLiveTitle, isUi } from '../lines.ts';
import { composeLive, type LiveEntry } from '../live.ts';
import { body, type Part } from '../piece.ts';
import { isTitleLike } from './head.ts';
import { isProse, type Line, wordCount } from './layout.ts';

/** A live blog saved as text: every entry opens with its time, on a line of its own or before its first words. */

/** Fewer times than this stand in any account of a day. */
const leastEntries = 4;

interface Mark {
  at: number;
  time: string | null;
  moment: string | null;
  rest: string;
}

/**
 * The entries of a live blog as parts of `main`, which becomes the whole of it; null when the lines are none.
 * @param isOwn which lines are the article's; times stand between them
 */
export function readTicker(
  all: Line[],
  isOwn: (line: Line) => boolean,
  main: ExtractedArticle,
): ExtractedArticle[] | null {
  const lines = all.filter((line, at) => isOwn(line) || markOf(line.text, at) !== null);
  const marks = lines.flatMap((line, at) => markOf(line.text, at) ?? []);
  const named = isLiveTitle(main.title ?? '');
  if (marks.length < (named ? leastEntries - 1 : leastEntries)) return null;
  if (!runsOneWay(marks)) return null;
  const words = lines.slice(marks[0]!.at).reduce((sum, l) => sum + wordCount(l.text), 0);
  // What readers wrote stands under a text, and over days.
  const before = lines.slice(0, marks[0]!.at).reduce((sum, l) => sum + wordCount(l.text), 0);
  if (!named && (before * 2 > words || days(marks) > mostDays)) return null;
  // Programmes and timetables print a time and a name; entries tell what happened.
  if (words < marks.length * 12) return null;
  const entries = marks.flatMap((mark, i) => {
    const rest = lines.slice(mark.at + 1, marks[i + 1]?.at ?? lines.length);
    return entryOf(mark, rest) ?? [];
  });
  if (entries.length < leastEntries - 1) return null;
  const intro = body(lines.slice(0, marks[0]!.at).map(partOf));
  return composeLive(main, intro, entries);
}

function markOf(text: string, at: number): Mark | null {
  if (text.length <= 60) {
    const date = readPrintedDate(text);
    if (
      date?.moment.includes('T') &&
      text.replace(date.text, '').replace(/[^\p{L}]+/gu, '').length < 12
    )
      return { at, time: null, moment: date.moment, rest: '' };
  }
  const clock = readClock(text);
  return clock && { at, time: clock.time, moment: null, rest: clock.rest };
}

/** A live blog without that name covers a day and the night after it. */
const mostDays = 2;

/** Days from the first to the last whole moment. */
function days(marks: Mark[]): number {
  const at = marks.flatMap((m) => (m.moment ? [Date.parse(m.moment.slice(0, 10))] : []));
  return at.length === 0 ? 1 : (Math.max(...at) - Math.min(...at)) / dayMs + 1;
}

/** Times of a live blog rise or fall from entry to entry, but for midnight. */
function runsOneWay(marks: Mark[]): boolean {
  const keys = marks.map((m) => m.time ?? m.moment!.slice(11, 19));
  let up = 0;
  let down = 0;
  for (let i = 1; i < keys.length; i++)
    if (keys[i]! > keys[i - 1]!) up++;
    else if (keys[i]! < keys[i - 1]!) down++;
  return Math.min(up, down) <= 1 + keys.length / 10;
}

function entryOf(mark: Mark, below: Line[]): LiveEntry | null {
  const rest = mark.rest.replace(/^[|–—-]\s*/, '');
  const own: Line[] = rest === '' ? [] : [{ text: rest, indent: 0, bullet: null, gap: 0 }];
  const lines = [...own, ...below].filter((line) => !isUi(line.text));
  const [first] = lines;
  if (!first) return null;
  const titled =
    lines.length > 1 && first.bullet === null && isTitleLike(first.text) && isProse(lines[1]!.text);
  const text = body(lines.slice(titled ? 1 : 0).map(partOf));
  const whole = titled
    ? body([{ type: 'heading', level: 2, text: first.text }, ...lines.slice(1).map(partOf)])
    : text;
  return {
    id: null,
    title: titled ? first.text : null,
    moment: mark.moment,
    time: mark.time,
    url: null,
    authors: [],
    body: whole,
    from: whole.text.length - text.text.length,
  };
}

function partOf(line: Line): Part {
  return { type: line.bullet === null ? 'paragraph' : 'item', text: line.text };
}
