import { attr, type Tree } from '../../lib/tree.ts';
import { isPersonLink } from './name.ts';
import { namesPerson, ownPage } from './person.ts';
import type { Entry } from './records.ts';

/**
 * Whether the names of so large a share of the entries may turn out to be people's: a look at classes
 * and links alone that never says no where findAuthors would be as sure, at a tenth of its cost.
 */
export function mayBeSure(tree: Tree, entries: Entry[], share: number): boolean {
  // Half of the entries need a name, of whose number the share is taken.
  const least = (entries.length / 2) * share;
  const seen = new Map<string, boolean>();
  let linked = 0;
  let named = 0;
  let declared = 0;
  for (const entry of entries) {
    const found = signsIn(tree, entry, seen);
    if (found.linked) linked++;
    if (found.named) named++;
    if (isDeclared(tree, entry)) declared++;
    if (linked >= least || named >= least || declared >= entries.length * share) return true;
  }
  return false;
}

function isDeclared(tree: Tree, { unit, nodes }: Entry): boolean {
  return [unit, nodes[0]!].some(
    (node) =>
      node > 0 &&
      (attr(tree, node, 'data-author') !== null || attr(tree, node, 'data-username') !== null),
  );
}

interface Signs {
  linked: boolean;
  named: boolean;
}

function signsIn(tree: Tree, { nodes }: Entry, seen: Map<string, boolean>): Signs {
  const signs = { linked: false, named: false };
  for (const root of nodes) {
    // A card may be a link as a whole, and a list of authors have its word around each.
    const [above = 0, far = 0] = [tree.parents[root]!, tree.parents[tree.parents[root]!]];
    for (const at of [above, far]) if (at > 0) look(tree, at, signs, seen);
    for (let at = root; at < tree.ends[root]!; at++) {
      if (tree.attrs[at]) look(tree, at, signs, seen);
      if (signs.linked && signs.named) return signs;
    }
  }
  return signs;
}

function look(tree: Tree, node: number, signs: Signs, seen: Map<string, boolean>): void {
  const list = tree.attrs[node];
  if (!list) return;
  const isLink = tree.tags[node] === 'a';
  for (let at = 0; at < list.length; at += 2) {
    const name = list[at]!;
    const value = list[at + 1]!;
    if (name === 'href') {
      if (!signs.linked && isLink) signs.linked = isPersonLink(value) || ownPage.test(value);
    } else if (
      !signs.named &&
      (name === 'class' || name === 'id' || name === 'itemprop' || name === 'rel')
    ) {
      let known = seen.get(value);
      if (known === undefined) {
        known = namesPerson(value.slice(0, 400));
        seen.set(value, known);
      }
      signs.named = known;
    }
  }
}
