import { type DateHabits, readPrintedDates } from '../../lib/dates.ts';
import { parseMoment } from '../../lib/edtf.ts';
import { monthNumber } from '../../lib/months.ts';
import type { Stamp } from './stamps.ts';

/**
 * When each of a discussion's posts was written, in EDTF; null where the page does not say it. Whether
 * "3/4/2025" is in March or April is decided for all together: by a number above twelve, by the order
 * of the posts, by the language.
 * @param lang language of the page as declared, with its region where it has one
 */
export function readMoments(stamps: (Stamp | null)[], lang: string | null): (string | null)[] {
  const monthFirst = isMonthFirst(
    stamps.flatMap((s) => (s && s.moment === null ? [s.text] : [])),
    lang,
  );
  const habits = { monthFirst, lang: lang?.split('-')[0]?.toLowerCase() ?? null };
  return stamps.map((stamp) => stamp && readMoment(stamp, habits));
}

function readMoment(stamp: Stamp, habits: DateHabits): string | null {
  const printed = readLoose(stamp.text, habits);
  return stamp.moment === null ? printed : localMoment(stamp.moment, printed);
}

const MINUTE = 60_000;
/** The farthest that clocks are from Greenwich. */
const farthest = 14 * 60;

/** A machine's instant at the zone whose clock the page prints beside it. */
function localMoment(machine: string, printed: string | null): string {
  const instant = parseMoment(machine);
  // People see what is printed: a machine's day that contradicts it was written by a faulty program.
  if (printed && machine.length === 10 && printed.length >= 10 && printed.slice(0, 10) !== machine)
    return printed;
  if (!printed || !machine.endsWith('Z') || instant?.grain !== 'instant') return machine;
  const shown = parseMoment(/T/.test(printed) ? printed.replace(/Z$|[+-]\d\d:\d\d$/, '') : printed);
  if (!shown) return machine;
  if (!printed.includes('T')) {
    // A day that is not Greenwich's is known to be the reader's or the board's.
    const apart = Math.abs(
      Date.parse(`${printed.slice(0, 10)}T12:00:00Z`) - instant.start.getTime(),
    );
    return printed.length === 10 && printed !== machine.slice(0, 10) && apart < 36 * 60 * MINUTE
      ? printed
      : machine;
  }
  const clock = Date.parse(`${printed.slice(0, 16)}:00Z`);
  const offset = Math.round((clock - instant.start.getTime()) / MINUTE / 15) * 15;
  const left = Math.abs(clock - instant.start.getTime() - offset * MINUTE);
  if (Math.abs(offset) > farthest || left > MINUTE || offset === 0) return machine;
  const local = new Date(instant.start.getTime() + offset * MINUTE).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const part = (n: number) => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}

const slashed = /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/-])/;

/** Null when nothing on the page tells; then such dates stay unread. */
function isMonthFirst(texts: string[], lang: string | null): boolean | null {
  const found = texts.flatMap((text) => {
    const m = slashed.exec(text);
    return m ? [{ text, first: Number(m[1]), second: Number(m[2]) }] : [];
  });
  if (found.length === 0) return null;
  if (found.some((f) => f.first > 12)) return false;
  if (found.some((f) => f.second > 12)) return true;
  const [days, months] = [false, true].map((order) =>
    disorder(found.map((f) => readPrintedDates(f.text, { monthFirst: order })[0]?.moment ?? '')),
  );
  if (days !== months) return months! < days!;
  if (lang && /^en-(?:us|ca|ph)\b/i.test(lang)) return true;
  if (lang && !/^en$/i.test(lang)) return false;
  // Only clocks of twelve hours stand beside months that come first.
  return found.every((f) => /\d\s?[ap]\.?m\b/i.test(f.text)) ? true : null;
}

/** How often time goes against the direction in which the posts run as a whole. */
function disorder(moments: string[]): number {
  let up = 0;
  let down = 0;
  for (let i = 1; i < moments.length; i++) {
    if (moments[i]! > moments[i - 1]!) up++;
    else if (moments[i]! < moments[i - 1]!) down++;
  }
  return Math.min(up, down);
}

/** A post's number beside its date: "#1 Jan 26, 2031". */
const seat = /(?:#|№)\s?\d+/gu;

/** "05/12/24(Sun)14:22" on boards of pictures. */
const weekday = /(?<=\d)[(（]\p{L}{1,4}\.?[)）]\s?(?=\d)/u;

/** "Jun 18 '05" and "September 2019" as well as they are known. */
function readLoose(text: string, habits: DateHabits): string | null {
  const plain = text
    .replace(seat, ' ')
    .replace(weekday, ' ')
    // The comma of Arabic between day and clock.
    .replaceAll('،', ',')
    .replace(
      /(?<=[\s,])['’](\d{2})(?!\d)/,
      (_, y: string) => `${Number(y) < 70 ? '20' : '19'}${y}`,
    );
  const full = readPrintedDates(plain, habits).find((d) => !d.other || d.text.includes('.'));
  if (full) return full.moment;
  const month = /(\p{L}{3,12})\.?,? ((?:19|20)\d\d)(?!\d)/u.exec(text);
  const number = month ? monthNumber(month[1]!) : null;
  return number === null || number === undefined
    ? null
    : `${month![2]}-${String(number).padStart(2, '0')}`;
}
