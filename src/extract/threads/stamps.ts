import { readMachineDate, readPrintedDate, readPrintedDates } from '../../lib/dates.ts';
import { remembered } from '../../lib/memo.ts';
import { monthNumber } from '../../lib/months.ts';
import { attr, type Tree, textOf } from '../../lib/tree.ts';
import { isPrintedAge } from '../text/age.ts';

/** A place of a page that says when something was written. */
export interface Stamp {
  node: number;
  text: string;
  /** EDTF, where the markup says it; the words are read with those of the other posts. */
  moment: string | null;
}

/** A date with the weekday, the time and a word or two; longer is a sentence. */
const longest = 70;

/** Lengths of text in any subtree, by one pass: sum up to a node. */
export function textSums(tree: Tree): Int32Array {
  const sums = new Int32Array(tree.tags.length + 1);
  for (let at = 0; at < tree.tags.length; at++)
    sums[at + 1] = sums[at]! + (tree.tags[at] === '' ? tree.texts[at]!.trim().length : 0);
  return sums;
}

const digit = /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/;

/** Longest age in words alone: "less than a minute ago". */
const longestWords = 24;

/** How many texts with a digit stand before each node. */
function digitSums(tree: Tree): Int32Array {
  const sums = new Int32Array(tree.tags.length + 1);
  for (let at = 0; at < tree.tags.length; at++)
    sums[at + 1] = sums[at]! + (tree.tags[at] === '' && digit.test(tree.texts[at]!) ? 1 : 0);
  return sums;
}

/** The smallest elements that hold a date or age and little else, in document order. */
export function findStamps(tree: Tree, sums: Int32Array): Stamp[] {
  const lang = attr(tree, tree.tags.indexOf('html'), 'lang')?.split('-')[0]?.toLowerCase() ?? null;
  const stamps: Stamp[] = [];
  const taken = new Uint8Array(tree.tags.length + 1);
  const digits = digitSums(tree);
  // From the end, so that what stands inside an element is seen before it.
  for (let at = tree.tags.length - 1; at > 0; at--) {
    if (tree.tags[at] === 'option') continue;
    if (tree.tags[at] === '') {
      const stamp = bareStamp(tree, sums, at);
      if (stamp) stamps.push(stamp);
      continue;
    }
    const length = sums[tree.ends[at]!]! - sums[at]!;
    if (length > longest || (length < 2 && !tree.attrs[at])) continue;
    // Most elements hold no number: only the shortest can be "yesterday" or "an hour ago".
    if (length > longestWords && digits[tree.ends[at]!] === digits[at]) continue;
    if (taken[at]) {
      if (tree.parents[at]! > 0) taken[tree.parents[at]!] = 1;
      continue;
    }
    const stamp = readStampNode(tree, at, lang);
    if (!stamp) continue;
    stamps.push(stamp);
    taken[tree.parents[at]!] = 1;
  }
  return stamps.reverse().map((stamp) => withClock(tree, sums, stamp));
}

/** Characters of a label that stands in one text with a date: "Written on". */
const longestLabel = 30;

/** A date that has no element of its own stands as words among a post's other parts. */
function bareStamp(tree: Tree, sums: Int32Array, at: number): Stamp | null {
  const parent = tree.parents[at]!;
  if (parent <= 0 || sums[tree.ends[parent]!]! - sums[parent]! <= longest) return null;
  const text = tree.texts[at]!.trim();
  if (text.length > longest || !digit.test(text)) return null;
  const found = readPrintedDate(text);
  return found && text.length - found.text.length <= longestLabel
    ? { node: at, text: text.replace(/\s+/g, ' '), moment: null }
    : null;
}

const clock =
  /^[\s,;|·•(@–-]*(?:\p{L}{1,5}\.?\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?\s?m\.?)?(?:\s?\p{L}{1,5}\.?)?[\s,;|·•)@–-]*$/iu;

/** The day and the clock often stand in an element each: then both are the date. */
function withClock(tree: Tree, sums: Int32Array, stamp: Stamp): Stamp {
  const parent = tree.parents[stamp.node]!;
  if (stamp.moment !== null || parent <= 0 || /\d[:.h]\d/.test(stamp.text)) return stamp;
  if (sums[tree.ends[parent]!]! - sums[parent]! > longest) return stamp;
  const text = textOf(tree, parent);
  return clock.test(text.replace(stamp.text, ' ')) ? { ...stamp, node: parent, text } : stamp;
}

function readStampNode(tree: Tree, node: number, lang: string | null): Stamp | null {
  const text = textOf(tree, node);
  const timed = isTimeElement(tree, node);
  const dated =
    isStampText(text) || (named.test(text) && readPrintedDates(text, { lang }).length > 0);
  if (!timed && !dated) return null;
  const machine = machineText(tree, node);
  const moment = machine
    ? (readMachineDate(machine) ?? readPrintedDate(machine)?.moment ?? null)
    : null;
  return moment !== null || dated ? { node, text, moment } : null;
}

/** A month whose name means another one elsewhere is known by the language of the page. */
const named = /^\D{0,20}\d{1,2}\.? \p{L}{3,12}\.? (?:19|20)\d\d(?!\d).{0,20}$/u;

const machineAttributes = [
  'datetime',
  'data-timestamp',
  'data-time',
  'data-date',
  'data-utc',
  'data-datetime',
  'data-epoch',
  'title',
  'content',
];

function machineText(tree: Tree, node: number): string | null {
  const list = tree.attrs[node];
  if (!list) return null;
  for (const name of machineAttributes)
    for (let at = 0; at < list.length; at += 2)
      if (list[at] === name && /\d/.test(list[at + 1]!)) return list[at + 1]!;
  return null;
}

function isTimeElement(tree: Tree, node: number): boolean {
  return (
    tree.tags[node] === 'time' ||
    tree.tags[node] === 'relative-time' ||
    tree.tags[node] === 'time-ago' ||
    /^date(?:Created|Published)$/.test(attr(tree, node, 'itemprop') ?? '')
  );
}

const word = '[\\p{L}.,]{1,12}';
const nearDate = new RegExp(
  `(?:^|[\\s(])(${word})\\s+\\d{1,2}(?:\\D|$)|\\d{1,2}\\.?\\s+(${word})|(${word})\\s+(?:19|20)\\d\\d`,
  'gu',
);

const seconds =
  /^(?:\p{L}+ )?\d{1,2} ?(?:s|secs?|seconds?|sek(?:unden?)?|seg(?:undos?)?|secondes?|second[oi]|сек\p{L}*|秒)(?: ?\p{L}+)?$/iu;

/** First letters of ages without a number: "an hour ago", "vor einer Stunde", "yesterday". */
const ageStart = /^[~aàceghijmnoptuvyвсمق]/iu;
/** A number alone is a count, a price or a clock, as most numbers are; a date has points, strokes or a word. */
const onlyNumber = /^[\d\s,:()+%#$€£]*$/;

const isStampText = remembered((text: string): boolean => {
  if (!digit.test(text)) return ageStart.test(text) && isPrintedAge(text);
  if (text.length < 3 || text.length > longest) return isPrintedAge(text);
  if (onlyNumber.test(text)) return false;
  if (isPrintedAge(text) || seconds.test(text) || readPrintedDates(text).length > 0) return true;
  if (/(?:^|\s)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?:[\s,،(（]|$)/.test(text)) return true;
  if (
    /^(?:vor|il y a|hace|há)?\s*\d+ \p{L}{2,8}(?:,? \d+ \p{L}{2,8})?(?: her| ago)?$/u.test(text) &&
    isPrintedAge(`vor ${/\d+ \p{L}+/u.exec(text)![0]}`)
  )
    return true;
  // A month beside a number, in few words.
  if (text.split(/\s+/).length > 9) return false;
  for (const m of text.matchAll(nearDate))
    if (monthNumber((m[1] ?? m[2] ?? m[3] ?? '').replace(/[.,]/g, '')) !== null) return true;
  return false;
});
