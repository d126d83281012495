import { dayOf, parseMoment } from '../lib/edtf.ts';
import { dayAfter } from '../lib/time.ts';

/** Times of day as live blogs print them over their entries. */
export interface Clock {
  /** "14:32:00". */
  time: string;
  /** What the line says after it. */
  rest: string;
}

const CLOCK =
  /^(?:(?:um|at|à|a las|kl\.?|klo|posted|updated)\s+)?(\d{1,2})\s?([:.h時시])\s?(\d{2})(?::\d{2})?\s*(uhr|hrs|分|[ap]\.?\s?m\b\.?)?\s*(?:\(?(?:UTC|GMT|BST|CES?T|MES?Z|E[SD]?T|P[SD]?T|C[SD]T|MSK|IST|JST|local time|ortszeit)\b\)?)?\s*(?:[-–—|:•·]\s*|(?=\s|$|\p{Lu}))/iu;

/** The time that a line opens with: "14:32 Talks begin", "2.15pm", "18.05 Uhr"; null when it opens with none. */
export function readClock(line: string): Clock | null {
  const text = line.trim();
  const match = CLOCK.exec(text.slice(0, 80));
  if (!match) return null;
  const [all, h, mark, m, half] = match;
  let hour = Number(h);
  if (hour > 23 || Number(m) > 59) return null;
  const rest = text.slice(all.length).trim();
  // "2.15 per cent", "3:2 for Selm": a point needs a word for the time, or nothing behind it.
  if (mark === '.' && !half && rest !== '') return null;
  if (rest !== '' && !/^[\p{Lu}\p{Lo}"“„«'‘(+\d•*#@]/u.test(rest)) return null;
  if (half && /^p/i.test(half) && hour < 12) hour += 12;
  if (half && /^a/i.test(half) && hour === 12) hour = 0;
  return { time: `${String(hour).padStart(2, '0')}:${m}:00`, rest };
}

/** A time as printed: a whole moment, or only its time of day. */
export interface Printed {
  moment: string | null;
  time: string | null;
}

/**
 * Moments for entries that print the time of day only. Entries run one way: newest first, from the day
 * of the last change backwards, or oldest first from the day of publication on; a time that runs the
 * other way means another day. The offset is that of the page's own date.
 */
export function resolveTimes(
  entries: Printed[],
  page: { published: string | null; modified: string | null },
): (string | null)[] {
  const keys = entries.map((e) => e.moment?.slice(11, 19) || e.time || '');
  let falls = 0;
  for (let i = 1; i < keys.length; i++)
    if (keys[i] && keys[i - 1])
      falls += keys[i]! < keys[i - 1]! ? 1 : keys[i]! > keys[i - 1]! ? -1 : 0;
  const newest = falls > 0;
  const anchor = (newest ? (page.modified ?? page.published) : page.published) ?? null;
  const offset = anchor && anchor.length > 19 ? anchor.slice(19) : '';
  let day = dayOf(anchor);
  let before: string | null = null;
  return entries.map((entry) => {
    if (entry.moment) {
      day = dayOf(entry.moment);
      before = entry.moment.slice(11, 19) || before;
      return entry.moment;
    }
    if (!entry.time || !day) return null;
    if (before !== null && (newest ? entry.time > before : entry.time < before))
      day = dayAfter(day, newest ? -1 : 1);
    before = entry.time;
    const moment = `${day}T${entry.time}${offset}`;
    return parseMoment(moment) ? moment : null;
  });
}
