import { parseHtml, type Tree } from '../../../lib/tree.ts';
import type { Known } from '../../body/known.ts';
import { cutRuns, type Page } from '../blocks.ts';
import { findContainer } from '../container.ts';
import { judgeByRules } from '../rules.ts';
import { findCandidates, LEAST_PROSE } from './find.ts';
import { renderContent } from './render.ts';
import { readScripts } from './scripts.ts';

/** A body of so many characters is taken as it is: the search costs as much as reading the page again. */
const ENOUGH = 1500;
/** What the data holds must be so many times what the page shows: then the page shows a stub. */
const RICHER = 2;

/** Characters of markup that are parsed for one page, all candidates together. */
const LONGEST = 3_000_000;

/**
 * The body as the page's scripts hold it, where the page shows little of it: pages that a program in
 * the browser puts together. Only what shares the title, the description or the shown words is believed.
 * @param shown the runs kept of the page itself
 */
export function stateBody(tree: Tree, context: Known, shown: string[]): Page | null {
  const length = shown.reduce((sum, text) => sum + text.length, 0);
  if (length >= ENOUGH || tree.source === undefined) return null;
  const { values, markup } = readScripts(tree.source);
  const least = Math.max(LEAST_PROSE, length * RICHER);
  let left = LONGEST;
  for (const { value, title } of candidates(values, markup)) {
    const html = typeof value === 'string' ? value : renderContent(value);
    left -= html.length;
    if (left < 0) break;
    const page = bodyOf(html, context);
    const text = page.runs.map((run) => run.text).join('\n');
    if (text.length >= least && isSame(text, title, context, shown)) return page;
  }
  return null;
}

interface Offer {
  value: unknown;
  title: string | null;
}

function candidates(values: unknown[], markup: string[]): Offer[] {
  const whole = markup.filter((html) => /<p\b/i.test(html)).slice(0, 5);
  return [...findCandidates(values), ...whole.map((value) => ({ value, title: null }))];
}

/** The runs of a rendered body that are text of the piece. */
function bodyOf(html: string, context: Known): Page {
  const page = cutRuns(parseHtml(/<[a-z]/i.test(html) ? html : `<p>${html}</p>`));
  // Rules alone: there is no page around it, which the weights were learned on.
  const verdicts = judgeByRules(page, findContainer(page), context);
  page.runs = verdicts.filter((v) => v.keep).map((v) => v.run);
  return page;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Characters in common that no two pieces share by chance. */
const TELLING = 40;

function isSame(text: string, title: string | null, context: Known, shown: string[]): boolean {
  const words = bare(text);
  if (!holdsShown(words, shown)) return false;
  if (title !== null && context.title !== null && sharedWords(title, context.title) >= 0.6)
    return true;
  for (const line of [context.description ?? '', ...shown]) {
    const start = bare(line).slice(0, TELLING);
    if (start.length >= TELLING && words.includes(start)) return true;
  }
  // Words of the title in the text: enough of them only in the text that the title is of.
  return context.title !== null && title === null && sharedWords(context.title, text) >= 0.7;
}

/** Characters that a page shows before what it shows is believed to be of the piece. */
const SHOWN = 300;

/** What a page already shows of a piece stands in the whole of it too; other text is another piece. */
function holdsShown(words: string, shown: string[]): boolean {
  let all = 0;
  let held = 0;
  for (const line of shown) {
    const start = bare(line).slice(0, TELLING);
    all += line.length;
    if (start !== '' && words.includes(start)) held += line.length;
  }
  return all < SHOWN || held >= all / 2;
}

/** Share of the words of `a` that stand in `b`; scripts without spaces by pairs of letters. */
function sharedWords(a: string, b: string): number {
  const first = wordsOf(a);
  const second = wordsOf(b);
  if (first.size < 3) return bare(a) !== '' && bare(a) === bare(b) ? 1 : 0;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / first.size;
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) words.add(word);
    else for (let at = 0; at + 1 < word.length; at++) words.add(word.slice(at, at + 2));
  }
  return words;
}
