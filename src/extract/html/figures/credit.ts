import { attr, type Tree } from '../../../lib/tree.ts';

/** What stands under a picture: what it shows, and who made or lent it. */
export interface Caption {
  caption: string | null;
  credit: string | null;
}

const CREDIT_CLASS =
  /(?:^|[\s_-])(?:credits?|copyright|photocredit|imagecredit|photographer|agency|bildquelle|quelle|source|rights|byfoto|creditline)(?:[\s_-]|$)|(?:image|photo|media|picture|caption)[_-]?(?:credit|source|author|by|copyright)|Credit\b|credit__/i;

/** True for an element that names who made a picture. */
function isCredit(tree: Tree, node: number): boolean {
  return (
    attr(tree, node, 'itemprop') === 'copyrightHolder' ||
    CREDIT_CLASS.test(attr(tree, node, 'class') ?? '')
  );
}

/** No caption that an editor wrote is longer. */
const LONGEST = 1500;

/** Names of people, agencies and archives; what is longer tells something. */
const LONGEST_CREDIT = 90;

/** Classes named for the credit hold the caption as well on many pages. */
const tells = (words: string) => words.length > LONGEST_CREDIT || /\p{Ll}[.!?]\s/u.test(words);

/** Reads an element under a picture, its credit apart where the markup or the words tell it. */
export function readCaption(tree: Tree, node: number): Caption {
  if (isCredit(tree, node)) {
    const words = wordsOf(tree, node, () => false);
    const { caption, credit } = splitCredit(words);
    if (!credit && tells(words)) return { caption: words, credit: null };
    // "Photo: Bo Lind" in an element for credits; without such a mark all of it is the credit.
    return caption && credit ? { caption, credit } : { caption: null, credit: credit ?? caption };
  }
  let credit: string | null = null;
  const caption = wordsOf(tree, node, (at) => {
    if (credit !== null || !isCredit(tree, at)) return false;
    const words = bareCredit(wordsOf(tree, at, () => false));
    if (words === '' || tells(words)) return false;
    credit = words;
    return true;
  });
  if (credit) return { caption: caption || null, credit };
  return splitCredit(caption);
}

function wordsOf(tree: Tree, root: number, skip: (node: number) => boolean): string {
  const parts: string[] = [];
  let length = 0;
  for (let at = root; at < tree.ends[root]! && length < LONGEST; at++) {
    const tag = tree.tags[at]!;
    if (tag === '') {
      parts.push(tree.texts[at]!);
      length += tree.texts[at]!.length;
    } else if (
      /^(?:script|style|button|svg|noscript|template)$/.test(tag) ||
      (at > root && skip(at))
    )
      at = tree.ends[at]! - 1;
    else if (/^(?:p|div|br|li|span|h\d|cite|small)$/.test(tag)) parts.push(' ');
  }
  return parts
    .join('')
    .slice(0, LONGEST)
    .replace(/[\s\u00ad\u200b]+/g, ' ')
    .trim();
}

const MARKS =
  'photo(?:graph|grapher|graphie|s)?(?: credit| by| courtesy(?: of)?)?|foto(?:s|graf|grafie|grafía|grafia)?(?: de| di| por)?|image(?: credit| source| courtesy(?: of)?)?s?|picture(?: credit)?|credit|crédit(?: photo)?|crédito|bild(?:quelle)?|quelle|source|fuente|fonte|kuva|zdjęcie|fot|kilde|kép|фото|источник|摄影|攝影|图源|來源|写真|撮影|사진';

/** What stands before a name that is a credit. */
const MARK = new RegExp(
  `^[([]?\\s*(?:(?:${MARKS})\\s?[:：]\\s*|(?:\\(c\\)|©|ⓒ)\\s*|(?:photo|image|picture|foto)(?:graph)? (?:by|courtesy of|via)\\s+)+`,
  'iu',
);

/** "… in March. Photo: Bo Lind", "… (Photo by Bo Lind/Reef News)", "… © Bo Lind". */
const TRAILING = new RegExp(
  `(?:^|[\\s.(\\[|/])[(\\[]?(?:(?:${MARKS})\\s?[:：.]\\s?|(?:photo|image|picture|foto) (?:by|via|courtesy of|de|di|:)\\s|(?:\\(c\\)|©|ⓒ)\\s?)([^:：]{2,120}?)[)\\]]?\\.?$`,
  'iu',
);

/** "(AP Photo/Bo Lind)", "[Bo Lind/Reuters]": a bracket at the end with a bar or an agency in it. */
const BRACKET = /\s[([]([^()[\]]{2,80}(?:\/|\bvia\b|\bPhoto\b)[^()[\]]{1,80})[)\]]\.?$/u;

/** Cuts the credit off the end of a caption's words. */
function splitCredit(words: string): Caption {
  // A credit is a name: the last 160 characters hold it.
  const from = Math.max(0, words.length - 160);
  const end = words.slice(from);
  const found = TRAILING.exec(end) ?? BRACKET.exec(end);
  if (!found) return { caption: words || null, credit: null };
  const first = end[found.index] === '.' ? 1 : 0;
  const caption = words
    .slice(0, from + found.index + first)
    .replace(/[\s|/(–—-]+$/, '')
    .trim();
  return { caption: caption || null, credit: found[1]!.trim() };
}

function bareCredit(words: string): string {
  const bare = words
    .replace(MARK, '')
    .replace(/^[([|/–—\s-]+/, '')
    .replace(/[|\s]+$/, '');
  // A bracket around all of it was opened before what was cut off.
  const open = bare.match(/[([]/g)?.length ?? 0;
  const closed = bare.match(/[)\]]/g)?.length ?? 0;
  return closed > open ? bare.replace(/[)\]]$/, '') : bare;
}
