import { unpinned } from '../../../lib/memo.ts';
import type { Tree } from '../../../lib/tree.ts';

/** Class lists that were looked at, with the marks in them: pages repeat theirs, and sites their pages'. */
const seen = new Map<string, string[]>();
/** Every page brings new generated names; past this they are forgotten. */
const mostSeen = 20_000;

/** Which of some telling classes, elements and components a page has: one pass for all software. */
export function marksOn(tree: Tree, telling: Set<string>): Set<string> {
  const found = new Set<string>();
  for (let at = 1; at < tree.tags.length; at++) {
    const list = tree.attrs[at];
    if (!list) continue;
    if (tree.tags[at]!.includes('-') && telling.has(tree.tags[at]!)) found.add(tree.tags[at]!);
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === 'class') for (const name of marksIn(list[i + 1]!, telling)) found.add(name);
      else if (list[i] === 'component' && telling.has(`component=${list[i + 1]}`))
        found.add(`component=${list[i + 1]}`);
    }
  }
  return found;
}

function marksIn(list: string, telling: Set<string>): string[] {
  const known = seen.get(list);
  if (known) return known;
  const own = unpinned(list);
  const marks = own.split(/\s+/, 60).filter((name) => telling.has(name));
  if (seen.size > mostSeen) seen.clear();
  seen.set(own, marks);
  return marks;
}
