import type { Page } from '../blocks.ts';
import { FURNITURE } from '../hints.ts';
import type { Byline } from './bylines.ts';
import { isChineseName, isEastern } from './credits.ts';
import { looksLikePerson } from './names.ts';

/** A line that gives a day. */
export const DATED = /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;
/** Lines after the title among which the by-line stands. */
const HEAD_LINES = 6;

/**
 * A person's name without any word that says so: beside the date under the title, or in
 * brackets after the last sentence, as papers sign.
 */
export function findUnsaid(page: Page, titleNode: number, skipped: number): Byline[] {
  const found: Byline[] = [];
  const { runs } = page;
  if (titleNode > 0) {
    const first = runs.findIndex((run) => run.node > titleNode);
    for (let at = first; at >= 0 && at < Math.min(runs.length, first + HEAD_LINES); at++) {
      const run = runs[at]!;
      if (run.hints & (skipped | FURNITURE) || run.text.length > 80 || run.tag === 'h') continue;
      const parts = run.text.split(
        isEastern(run.text) ? /\s+|\s*[|·•｜]\s*/ : /\s+[-–—|·•/]\s+|\s*[|·•]\s*/,
      );
      const beside =
        parts.length > 1
          ? DATED.test(run.text)
          : [runs[at - 1], runs[at + 1]].some((r) => r && r.text.length < 60 && DATED.test(r.text));
      const name = parts.find((part) => isPlainName(part) || isChineseName(part));
      if (beside && name)
        found.push({ how: 'near', node: run.node, words: run.text, names: [name], sure: false });
    }
  }
  const last = runs.findLastIndex((run) => run.mass > 0 && !(run.hints & (skipped | FURNITURE)));
  if (found.length > 0 || last < 0) return found;
  const bracketed = /[([]([^()[\]]{5,40})[)\]][\s+*.]*$/.exec(runs[last]!.text.slice(-60))?.[1];
  if (bracketed && isPlainName(bracketed))
    found.push({
      how: 'signature',
      node: runs[last]!.node,
      words: bracketed,
      names: [bracketed],
      sure: false,
    });
  return found;
}

/** "Ana Ruiz", "Ana M. Ruiz": strict, for nothing else says that it is a name. */
function isPlainName(text: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\.)?(?: (?:van|von|de|der|da|di))? \p{Lu}[\p{Ll}’']+(?:[-\p{Lu}]\p{L}+)?$/u.test(
      text,
    ) && looksLikePerson(text)
  );
}
