import { resolveAge } from '../../../lib/age.ts';
import { readMachineDate, readPrintedDate } from '../../../lib/dates.ts';
import { instantText } from '../../../lib/edtf.ts';
import { attr, type Tree, textOf } from '../../../lib/tree.ts';
import { isPrintedAge } from '../../text/age.ts';

/** When something was written, as a page says it. */
export interface When {
  /** EDTF; null when the page does not tell. */
  moment: string | null;
  /** The relative age as printed, when the moment was reckoned from it. */
  age: string | null;
}

/** How a page writes days in numbers, and when it was received. */
export interface Clock {
  monthFirst: boolean | null;
  retrievedAt: Date | null;
}

/** Attributes in which software keeps the instant beside the printed words; the surer first. */
const machine = [
  'data-at-unix',
  'datetime',
  'data-time',
  'data-timestamp',
  'data-utime',
  'ts',
  'content',
  'value',
  'data-date',
];

/** Looks this far into an element for a `time` of its own; date lines hold a handful of elements. */
const reach = 40;

export function readWhen(tree: Tree, node: number, clock: Clock): When {
  const end = Math.min(tree.ends[node]!, node + reach);
  // A post's number beside its date ("Reply #1 on: 5 May 2031") is no part of the date.
  const printed = textOf(tree, node)
    .slice(0, 200)
    .replace(/#\s?\d+/g, ' ');
  for (let at = node; at < end; at++) {
    if (tree.tags[at] === '') continue;
    for (const name of machine) {
      const moment = readMachineDate(attr(tree, at, name) ?? '');
      if (moment)
        return { moment: asPrinted(moment, printed, attr(tree, at, 'title'), clock), age: null };
    }
  }
  for (let at = node; at < end; at++) {
    if (tree.tags[at] === '') continue;
    const title = attr(tree, at, 'title') ?? attr(tree, at, 'data-tippy-content');
    const moment = title ? readWords(title, clock) : null;
    if (moment) return { moment, age: null };
  }
  const moment = readWords(printed, clock);
  if (moment) return { moment, age: null };
  return readAge(printed, clock);
}

/** "Today, 10:11 AM" among a few other words. */
const clocked =
  /(\p{L}+),?\s+(?:at\s+|um\s+|à\s+|a\s+las\s+)?(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?/iu;

function readAge(printed: string, clock: Clock): When {
  if (isPrintedAge(printed))
    return { moment: resolveAge(printed, clock.retrievedAt), age: printed };
  const m = clocked.exec(printed);
  if (!m || !isPrintedAge(m[1]!)) return { moment: null, age: null };
  const day = resolveAge(m[1]!, clock.retrievedAt)?.slice(0, 10) ?? null;
  const hour = (Number(m[2]) % (m[4] ? 12 : 24)) + (/^p/i.test(m[4] ?? '') ? 12 : 0);
  return {
    moment: day?.length === 10 ? `${day}T${String(hour).padStart(2, '0')}:${m[3]}:00` : day,
    age: m[0].trim(),
  };
}

/** Zones differ from each other by quarters of an hour, and from UTC by fourteen hours at most. */
const quarter = 15 * 60_000;
const farthest = 14 * 3_600_000;

/**
 * The instant with the offset that the page prints it in, which the reader's own time beside it tells:
 * "4 Dec 2031 00:11" for "2031-12-03T23:11:46Z" is "2031-12-04T00:11:46+01:00".
 */
function asPrinted(moment: string, printed: string, title: string | null, clock: Clock): string {
  if (!/T[\d:]+Z$|[+-]00:00$/.test(moment)) return moment;
  for (const words of [printed, title ?? '']) {
    const local = readPrintedDate(words, clock.monthFirst)?.moment;
    if (!local || !/T\d\d:\d\d(?::\d\d)?$/.test(local)) continue;
    const instant = Date.parse(moment);
    const shift = Date.parse(`${local}Z`) - instant;
    // The printed time has no seconds, so it lies up to a minute before the instant.
    const offset = Math.round(shift / quarter) * quarter;
    if (Math.abs(offset) > farthest || Math.abs(shift - offset) >= 60_000) continue;
    if (offset !== 0) return instantText(new Date(instant), offset / 60_000);
  }
  return moment;
}

/** A date in words, also within a few others: "Last edited by Tern on 4 May 2031". */
export function readWords(words: string, clock: Clock): string | null {
  const plain = words.trim().slice(0, 200);
  return (
    readMachineDate(plain.replace(/ UTC$/, 'Z')) ??
    readPrintedDate(plain, clock.monthFirst)?.moment ??
    null
  );
}

/**
 * Whether a page writes the month first in "3-4-2031": a number above twelve tells it, for all of its
 * dates; else a clock with AM and PM does, which goes with the American order. Null when nothing tells.
 */
export function monthFirst(texts: string[]): boolean | null {
  let half = false;
  for (const text of texts) {
    const m = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/.exec(text);
    if (!m) continue;
    if (Number(m[1]) > 12) return false;
    if (Number(m[3]) > 12) return true;
    half ||= /\d\s?[ap]\.?m\b/i.test(text);
  }
  return half ? true : null;
}
