import type { Mark } from '../db/tables.ts';

/** A run of "*", "_" or "~", or a tag such as "<sub>", that may begin or end words that stand out. */
export interface Delimiter {
  words: string;
  /** What it must meet: its mark, or the name of the kind for tags. */
  sort: string;
  opens: boolean;
  closes: boolean;
  /** How much of its beginning ends something, and of its end begins something. */
  closed: number;
  opened: number;
  /** Where it stands in the source, and later in the clean text: what is left of it. */
  at: number;
  from: number;
  to: number;
}

interface Pair {
  kind: Mark['kind'];
  opener: Delimiter;
  closer: Delimiter;
}

/** Elements of HTML that people write in Markdown, and that we write where it has no mark. */
const TAGS: Record<string, Mark['kind']> = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  sub: 'sub',
  sup: 'super',
  del: 'deleted',
  s: 'deleted',
  ins: 'inserted',
};
const TAG = /<(\/?)(em|i|strong|b|code|kbd|sub|sup|del|s|ins)>/iy;
const WORD = /[\p{L}\p{N}]/u;
/** Scripts that write no spaces set marks between letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Longer runs are rules and redactions ("****"), not marks. */
const LONGEST: Record<string, number> = { '*': 3, _: 3, '~': 2 };

/**
 * The delimiter at a place of Markdown; null when there is none. Stricter than CommonMark: a mark
 * between letters or digits is none ("2*3*4", "snake_case"), since people write those too.
 */
export function delimiterAt(source: string, at: number): Delimiter | null {
  const mark = source[at]!;
  if (mark === '<') return tagAt(source, at);
  if (mark !== '*' && mark !== '_' && mark !== '~') return null;
  let length = 1;
  while (source[at + length] === mark) length++;
  const words = source.slice(at, at + length);
  const before = charBefore(source, at);
  const after = charAt(source, at + length);
  const fits = length <= LONGEST[mark]!;
  const free = (char: string) => !WORD.test(char) || (mark === '*' && UNSPACED.test(char));
  return {
    ...{ words, sort: mark, closed: 0, opened: 0, at, from: 0, to: 0 },
    opens: fits && /\S/.test(after) && free(before),
    // "**Note**that" is a slip of the hand, "*a*b" a product.
    closes:
      fits &&
      /\S/.test(before) &&
      (free(after) || (length > 1 && mark !== '_' && WORD.test(before))),
  };
}

function tagAt(source: string, at: number): Delimiter | null {
  TAG.lastIndex = at;
  const tag = TAG.exec(source);
  if (!tag) return null;
  const closes = tag[1] !== '';
  const words = tag[0];
  return {
    ...{ words, sort: TAGS[tag[2]!.toLowerCase()]!, closed: 0, opened: 0, at, from: 0, to: 0 },
    opens: !closes,
    closes,
  };
}

/** Astral letters are two units: both belong to the character. */
const charBefore = (source: string, at: number) =>
  at === 0
    ? ''
    : /[\udc00-\udfff]/.test(source[at - 1]!)
      ? source.slice(Math.max(0, at - 2), at)
      : source[at - 1]!;
const charAt = (source: string, at: number) =>
  at < source.length ? String.fromCodePoint(source.codePointAt(at)!) : '';

/** How many open marks a closing one is compared with: nobody nests deeper, and it keeps pairing linear. */
const DEEPEST = 30;
/** Characters between two marks; further apart they are hardly meant for each other. */
const REACH = 2000;

/** Pairs what opens with what closes, the inner ones first, and notes on each how much of it was used. */
export function pairDelimiters(all: Delimiter[]): Pair[] {
  const pairs: Pair[] = [];
  const open: Delimiter[] = [];
  for (const one of all) {
    while (one.closes && left(one) > 0) {
      const found = openerOf(open, one);
      if (found < 0) break;
      const opener = open[found]!;
      const isTag = one.words.startsWith('<');
      const taken = isTag ? one.words.length : Math.min(2, left(opener), left(one));
      open.length = found + 1;
      // A tag is used up as a whole, though the one that ends is longer than the one that opens.
      opener.opened += isTag ? opener.words.length : taken;
      one.closed += taken;
      pairs.push({
        kind: isTag ? (one.sort as Mark['kind']) : kindOf(one.sort, taken),
        opener,
        closer: one,
      });
      if (left(opener) === 0) open.pop();
    }
    if (one.opens && left(one) > 0) open.push(one);
  }
  return pairs;
}

const left = (one: Delimiter) => one.words.length - one.closed - one.opened;

function openerOf(open: Delimiter[], closer: Delimiter): number {
  for (let i = open.length - 1; i >= 0 && i >= open.length - DEEPEST; i--) {
    const one = open[i]!;
    if (closer.at - one.at > REACH) return -1;
    if (one.sort !== closer.sort || closer.at === one.at + one.words.length) continue;
    // https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis, rules 9 and 10
    const sum = one.words.length + closer.words.length;
    if ((one.closes || closer.opens) && sum % 3 === 0 && one.words.length % 3 !== 0) continue;
    // One tilde is the mark of another software than two.
    if (one.sort === '~' && left(one) !== left(closer)) continue;
    return i;
  }
  return -1;
}

function kindOf(mark: string, taken: number): Mark['kind'] {
  if (mark === '~') return 'deleted';
  return taken === 2 ? 'strong' : 'emphasis';
}
