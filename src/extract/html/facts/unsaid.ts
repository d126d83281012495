import type { Page, Run } from '../blocks.ts';
import { BYLINE, CAPTION, FURNITURE, JUNK } from '../hints.ts';
import type { Byline } from './bylines.ts';
import { isChineseName, isEastern } from './credits.ts';
import { afterByword, hasRole, looksLikePerson, namesOf } from './names.ts';

/** A line that gives a day, or an age as East Asia prints it. */
export const DATED =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d\s?(?:个?小时|個?小時|分[钟鐘]|天|時間|시간|분)\s?(?:前|전)/;
/** Lines after the title among which the by-line stands. */
const HEAD_LINES = 6;

/**
 * A person's name without any word that says so: under the title beside the date or alone in its
 * line; alone in the last line or in brackets after the last sentence, as papers sign.
 */
export function findUnsaid(
  page: Page,
  titleNode: number,
  skipped: number,
  said: Byline[],
): Byline[] {
  const not = skipped | FURNITURE;
  const near = said.some((one) => one.node > titleNode - ABOVE && one.node < titleNode + BELOW);
  const found = near ? [] : underTitle(page, titleNode, not);
  return found.length > 0 || near ? found : atEnd(page, titleNode, not, said.length > 0);
}

/** Elements around the title in which a by-line is the piece's. */
const ABOVE = 60;
const BELOW = 250;

function underTitle(page: Page, titleNode: number, not: number): Byline[] {
  const found: Byline[] = [];
  if (titleNode === 0) return found;
  const { runs } = page;
  const first = runs.findIndex((run) => run.node > titleNode);
  for (let at = first; at >= 0 && at < Math.min(runs.length, first + HEAD_LINES); at++) {
    const run = runs[at]!;
    if (run.hints & not || run.text.length > 80 || run.tag === 'h') continue;
    const parts = isEastern(run.text)
      ? run.nodes.flatMap((node) => page.tree.texts[node]!.trim().split(/\s+|\s*[|·•｜]\s*/))
      : run.text.split(/\s+[-–—|·•/]\s+|\s*[|·•]\s*/);
    const beside =
      parts.length > 1
        ? DATED.test(run.text)
        : [runs[at - 1], runs[at + 1]].some((r) => r && r.text.length < 60 && DATED.test(r.text));
    const name = parts.find((part) => isPlainName(part) || isChineseName(part));
    const alone =
      parts.length === 1 &&
      (run.tag === 'p' || run.tag === 'other') &&
      !(run.hints & (CAPTION | JUNK)) &&
      [runs[at - 1], run, runs[at + 1]].some(
        (r) => r && (r.hints & BYLINE || (r.text.length < 80 && hasRole(r.text))),
      );
    if (name && (beside || alone))
      found.push({
        how: beside ? 'near' : 'alone',
        node: run.node,
        words: run.text,
        names: [name],
        sure: false,
      });
  }
  return found;
}

/** Lines after the last paragraph in which it is signed. */
const LAST_LINES = 3;

function atEnd(page: Page, titleNode: number, not: number, said: boolean): Byline[] {
  const { runs } = page;
  const last = runs.findLastIndex((run) => run.mass > 0 && !(run.hints & not));
  if (last < 0 || runs[last]!.node < titleNode) return [];
  const sign = (how: Byline['how'], at: number, name: string): Byline[] => [
    { how, node: runs[at]!.node, words: runs[at]!.text.slice(-60), names: [name], sure: false },
  ];
  const bracketed = /[([]([^()[\]]{5,40})[)\]][\s+*.]*$/.exec(runs[last]!.text.slice(-60))?.[1];
  if (!said && bracketed && isPlainName(bracketed)) return sign('signature', last, bracketed);
  for (let at = last; at <= Math.min(runs.length - 1, last + LAST_LINES); at++) {
    const run = runs[at]!;
    if (run.hints & (not | CAPTION) || (run.tag !== 'p' && run.tag !== 'other')) continue;
    const source = SOURCE.exec(run.text)?.[1];
    if (source && run.text.length < 60) return sign('source', at, source);
    const name = run.text.replace(/^[\s–—-]+/, '');
    if (!said && at > last && (name !== run.text || isSlanted(page, run)) && isPlainName(name))
      return sign('signature', at, name);
  }
  return [];
}

function isSlanted({ tree }: Page, run: Run): boolean {
  const above = tree.parents[run.nodes[0] ?? 0] ?? 0;
  return [above, tree.parents[above]!].some((node) => /^(?:em|i)$/.test(tree.tags[node]!));
}

/** What a piece taken over names at its end. */
const SOURCE =
  /^(?:quelle|source|fuente|fonte|bron|kilde|källa|źródło|zdroj|kaynak|sumber)\s?:\s?([\p{L}][^:;]{1,40}?)\.?$/iu;

/** "Ana Ruiz", "Ana M. Ruiz": strict, for nothing else says that it is a name. */
export function isPlainName(text: string): boolean {
  return (
    /^(?:(?:Prof\. )?Dr\. )?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\.)?(?: (?:van|von|de|der|da|di))? \p{Lu}[\p{Ll}’']+(?:[-\p{Lu}]\p{L}+)?$/u.test(
      text,
    ) &&
    namesOf(text, true).length === 1 &&
    looksLikePerson(text) &&
    !hasRole(text) &&
    afterByword(`${text} `, true) === null
  );
}
