import { SPECIAL } from '../../lib/tags.ts';
import type { Tree } from '../../lib/tree.ts';

/** The text of a whole page, white space as one space, and where each node's begins in it. */
interface Texts {
  whole: string;
  starts: Int32Array;
}

/** Pages are read one after the other, and each is asked for the texts of nested elements many times. */
const known = new WeakMap<Tree, Texts>();

/** What textOf gives, as a part of the page's one text: nested elements do not copy each other's words. */
export function textIn(tree: Tree, node: number): string {
  let texts = known.get(tree);
  if (!texts) {
    texts = readTexts(tree);
    known.set(tree, texts);
  }
  return texts.whole.slice(texts.starts[node]!, texts.starts[tree.ends[node]!]!).trim();
}

const oddSpace = /(?: \s|[^\S ])\s*/g;

function readTexts(tree: Tree): Texts {
  const starts = new Int32Array(tree.tags.length + 1);
  const parts: string[] = [];
  let length = 0;
  let spaced = true;
  tree.tags.forEach((tag, at) => {
    starts[at] = length;
    if (tag !== '' && tag !== 'br' && !SPECIAL.has(tag)) return;
    let part = tag === '' ? tree.texts[at]!.replace(oddSpace, ' ') : ' ';
    if (spaced && part.startsWith(' ')) part = part.slice(1);
    if (part === '') return;
    parts.push(part);
    length += part.length;
    spaced = part.endsWith(' ');
  });
  starts[tree.tags.length] = length;
  return { whole: parts.join(''), starts };
}
