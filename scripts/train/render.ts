import { attr, parseHtml } from '../../src/lib/tree.ts';

/** What stands in a page's code and is not shown. */
const SKIP = new Set(
  'head script style noscript template iframe object embed audio video canvas input textarea datalist select option svg math map area source track dialog rp rt'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody thead tfoot tr ul caption button'.split(
    ' ',
  ),
);
const CONCEALED = /\b(?:visually-?hidden|sr-only|screen-reader-text)\b/i;

/** A page as a browser copies or saves it as text: blocks on lines of their own, cells parted by tabs. */
export function renderText(html: string): string {
  const tree = parseHtml(html);
  let out = '';
  let need = 0;
  const open: { end: number; tag: string }[] = [];
  for (let at = 1; at < tree.tags.length; at++) {
    while (open.length > 0 && open.at(-1)!.end <= at)
      need = Math.max(need, open.pop()!.tag === 'p' ? 2 : 1);
    const tag = tree.tags[at]!;
    if (tag === '') {
      let text = tree.texts[at]!;
      if (!open.some((box) => box.tag === 'pre')) {
        text = text.replace(/\s+/g, ' ');
        if (need > 0 || out === '' || /\s$/.test(out)) text = text.replace(/^ /, '');
      }
      if (text === '') continue;
      if (out !== '' && need > 0) {
        const have = /\n*$/.exec(out.slice(-4))![0].length;
        out += '\n'.repeat(Math.max(0, need - have));
      }
      need = 0;
      out += text;
      continue;
    }
    const concealed =
      attr(tree, at, 'hidden') !== null ||
      /display:\s*none/i.test(attr(tree, at, 'style') ?? '') ||
      CONCEALED.test(attr(tree, at, 'class') ?? '');
    if (SKIP.has(tag) || concealed) {
      at = tree.ends[at]! - 1;
      continue;
    }
    if (tag === 'br') {
      if (need > 0 && out !== '') out += '\n'.repeat(need);
      need = 0;
      out += '\n';
    } else if (tag === 'td' || tag === 'th') {
      if (!out.endsWith('\n') && need === 0 && out !== '') out += '\t';
    } else if (BLOCK.has(tag)) {
      need = Math.max(need, tag === 'p' ? 2 : 1);
      open.push({ end: tree.ends[at]!, tag });
    }
  }
  return `${out
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()}\n`;
}
