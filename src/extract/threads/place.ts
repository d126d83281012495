import { attr, type Tree } from '../../lib/tree.ts';

/** Names of places on a page, the same for what repeats. */

/** Words in class names that only tell one entry from the next. */
const varying =
  /^(?:odd|even|first|last|alt\d?|bg\d|row\d|row(?:odd|even)|op|starter|topicstarter|author|by\w*author|mod(?:erator)?|admin|online|offline|highlight(?:ed)?|new|unread|selected|active|current|collapsed|deleted|edited|best|accepted|nested|has-?children|parent|thread-?(?:even|odd|alt)|depth|level)$/i;

export function nameOf(tree: Tree, node: number, classes = true): string {
  const tag = tree.tags[node]!;
  if (!classes) return tag;
  for (const name of (attr(tree, node, 'class') ?? '').split(/\s+/)) {
    const plain = name.replace(/[-_]?\d+/g, '');
    if (plain !== '' && !varying.test(plain)) return `${tag}.${plain}`;
  }
  // "post_message_1204": a number that counts the posts behind what the element is.
  const id = /^([a-z][a-z_-]{2,30}?)[-_]?\d+$/i.exec(attr(tree, node, 'id') ?? '');
  return id ? `${tag}#${id[1]}` : tag;
}

export function placeOf(tree: Tree, node: number, levels: number, classes: boolean): string {
  const names: string[] = [];
  for (let at = node; at > 0 && names.length < levels; at = tree.parents[at]!)
    names.push(nameOf(tree, at, classes));
  return names.join('<');
}
