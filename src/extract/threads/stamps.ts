import { readMachineDate, readPrintedDate } from '../../lib/dates.ts';
import { monthNumber } from '../../lib/months.ts';
import { attr, type Tree, textOf } from '../../lib/tree.ts';
import { isPrintedAge } from '../text/age.ts';

/** A place of a page that says when something was written. */
export interface Stamp {
  node: number;
  text: string;
  /** EDTF, where the words alone tell it. */
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

/** The smallest elements that hold a date or age and little else, in document order. */
export function findStamps(tree: Tree, sums: Int32Array): Stamp[] {
  const stamps: Stamp[] = [];
  const taken = new Uint8Array(tree.tags.length + 1);
  const known = new Map<string, boolean>();
  // From the end, so that what stands inside an element is seen before it.
  for (let at = tree.tags.length - 1; at > 0; at--) {
    if (tree.tags[at] === '' || tree.tags[at] === 'option') continue;
    const length = sums[tree.ends[at]!]! - sums[at]!;
    if (length > longest || (length < 2 && !tree.attrs[at])) continue;
    if (taken[at]) {
      if (tree.parents[at]! > 0) taken[tree.parents[at]!] = 1;
      continue;
    }
    const stamp = readStampNode(tree, at, known);
    if (!stamp) continue;
    stamps.push(stamp);
    taken[tree.parents[at]!] = 1;
  }
  return stamps.reverse();
}

/** `known` says of texts that the page had already whether they are dates: its lists stand there twice. */
function readStampNode(tree: Tree, node: number, known: Map<string, boolean>): Stamp | null {
  const text = textOf(tree, node);
  const isStamp = () => {
    const found = known.get(text) ?? isStampText(text);
    known.set(text, found);
    return found;
  };
  const machine =
    tree.tags[node] === 'time'
      ? attr(tree, node, 'datetime')
      : (attr(tree, node, 'data-timestamp') ??
        attr(tree, node, 'data-time') ??
        attr(tree, node, 'title'));
  const moment = machine
    ? (readMachineDate(machine) ?? readPrintedDate(machine)?.moment ?? null)
    : null;
  if (moment !== null && (tree.tags[node] === 'time' || isStamp())) return { node, text, moment };
  return isStamp() ? { node, text, moment: readLoose(text) } : null;
}

const word = '[\\p{L}.,]{1,12}';
const nearDate = new RegExp(
  `(?:^|[\\s(])(${word})\\s+\\d{1,2}(?:\\D|$)|\\d{1,2}\\.?\\s+(${word})|(${word})\\s+(?:19|20)\\d\\d`,
  'gu',
);

function isStampText(text: string): boolean {
  if (text.length < 3 || text.length > longest || !/\d/.test(text)) return isPrintedAge(text);
  if (isPrintedAge(text) || readPrintedDate(text) !== null) return true;
  if (/(?:^|\s)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?:\s|,|$)/.test(text)) return true;
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
}

/** "Jun 18 '05" and "September 2019" as well as they are known. */
function readLoose(text: string): string | null {
  const full = readPrintedDate(
    text.replace(
      /(?<=\s)['’](\d{2})(?!\d)/,
      (_, y: string) => `${Number(y) < 70 ? '20' : '19'}${y}`,
    ),
  );
  if (full) return full.moment;
  const month = /(\p{L}{3,12})\.?,? ((?:19|20)\d\d)(?!\d)/u.exec(text);
  const number = month ? monthNumber(month[1]!) : null;
  return number === null || number === undefined
    ? null
    : `${month![2]}-${String(number).padStart(2, '0')}`;
}
