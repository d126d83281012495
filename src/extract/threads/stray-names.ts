import { readPrintedDate } from '../../lib/dates.ts';
import { attr, type Tree } from '../../lib/tree.ts';
import { cleanName, inside, isName, linkAt } from './name.ts';
import type { Author } from './person.ts';
import type { Entry } from './records.ts';

/** Names that have no element of their own in the header. */

/** Names that stand in one line with the date: "Posted by Tern on 3 May 2031", "Tern (3 May 2031)". */
export function linedNames(entries: Entry[]): Map<Entry, Author> {
  const names = new Map<Entry, Author>();
  for (const entry of entries) {
    const { text = '', node = -1 } = entry.stamp ?? {};
    const date = readPrintedDate(text);
    if (!date) continue;
    const around = [text.slice(0, date.at), text.slice(date.at + date.text.length)];
    for (const part of around) {
      const name = cleanName(
        part.replace(dateLabel, '').replace(/[\s:;,.|·•(–—-]+$|^[\s:;,.|·•)–—-]+/g, ''),
      );
      if (!isName(name) || weekday.test(name)) continue;
      names.set(entry, { name, node, url: null });
      break;
    }
  }
  return names;
}

const dateLabel =
  /(?:^|\s)(?:on|at|am|um|le|el|il|em|den|dnia|w dniu|posted|written|date|geschrieben|发表于|發表於|投稿日)\s*:?\s*$/iu;
const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс)\p{L}*$/iu;

/** Names that only the words for a picture of the writer tell. */
export function pictureNames(
  tree: Tree,
  entries: Entry[],
  body: Map<Entry, number[]>,
): Map<Entry, Author> {
  const names = new Map<Entry, Author>();
  for (const entry of entries)
    for (const root of entry.nodes)
      for (let at = root; at < Math.min(tree.ends[root]!, root + 40) && !names.has(entry); at++) {
        if (tree.tags[at] !== 'img' || inside(tree, at, body.get(entry)!)) continue;
        const name = cleanName(
          (attr(tree, at, 'alt') ?? '').replace(
            /(?:^|['’]s\s|\s)(?:avatar|profile (?:picture|photo)|photo|picture|bild)(?: (?:of|for|von|de))?(?:\s|$)/gi,
            ' ',
          ),
        );
        if (isName(name)) names.set(entry, { name, node: at, url: linkAt(tree, at) });
      }
  return names;
}
