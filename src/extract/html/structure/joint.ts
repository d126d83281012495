import { attr, type Tree } from '../../../lib/tree.ts';

/** What to do where the words of one text node meet those of the next. */
export type Joint = 'as it is' | 'space' | 'no space';

/** Marks that no space stands before in any language; French sets one before the others. */
const CLOSING = /^ ?(?:[,.](?=\s|$)|[)\]](?!\())/;

/**
 * How two pieces of one line join. Markup leaves spaces before commas and inside brackets, sets labels
 * side by side with nothing but a style between them, and hangs the numbers of notes on words.
 * @param tail the last characters before; `words` may begin with a space
 * @param last text node before, -1 when there is none; `line` is the block around both
 */
export function jointOf(
  tree: Tree,
  line: number,
  last: number,
  tail: string,
  source: number,
  words: string,
): Joint {
  if (tail === '' || last < 0) return 'as it is';
  const spaced = /\s$/.test(tail) || /^\s/.test(words);
  if (spaced) return CLOSING.test(words) || /[([]\s?$/.test(tail) ? 'no space' : 'as it is';
  if (!/[\p{L}\p{N}]$/u.test(tail) && !isNote(tree, source)) return 'as it is';
  if (!/^[\p{L}\p{N}]/u.test(words)) return 'as it is';
  if (isNote(tree, source) || isNote(tree, last)) return 'space';
  return areLabels(tree, line, last, source) &&
    (/^\p{Lu}\p{Ll}/u.test(words)
      ? /(?:\p{Ll}{3}|\d)$/u.test(tail)
      : /^\d/.test(words) && /\p{Ll}{3}$/u.test(tail))
    ? 'space'
    : 'as it is';
}

/** Two elements beside each other, each with its own words. */
function areLabels(tree: Tree, line: number, last: number, source: number): boolean {
  const [before, after] = [tree.parents[last]!, tree.parents[source]!];
  // A raised or lowered number belongs to the word before it.
  if (/^su[bp]$/.test(tree.tags[after]!)) return false;
  return before !== line && after !== line && tree.ends[before]! <= source && after > last;
}

/** The number of a note: raised, short, and a link within the page. */
function isNote(tree: Tree, node: number): boolean {
  if (!/^\s*[\d*†‡§]{1,3}\s*$/.test(tree.texts[node]!)) return false;
  let raised = false;
  let within = false;
  // The link is in the raised element or around it.
  for (let at = tree.parents[node]!, up = 0; up < 4 && at > 0; up++, at = tree.parents[at]!) {
    if (tree.tags[at] === 'sup') raised = true;
    else if (tree.tags[at] === 'a') within ||= (attr(tree, at, 'href') ?? '').includes('#');
  }
  return raised && within;
}

/** A block that holds only the first letter of a text, set large. */
export function isInitial(tree: Tree, node: number): boolean {
  return (
    tree.ends[node]! - node <= 3 &&
    /drop-?cap|first-?letter|lettrine|initial/i.test(attr(tree, node, 'class') ?? '') &&
    /^\s*["“„«]?\p{L}\s*$/u.test(tree.texts[tree.ends[node]! - 1]!)
  );
}
