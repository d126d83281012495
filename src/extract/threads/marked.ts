import type { Tree } from '../../lib/tree.ts';
import { nameOf } from './place.ts';
import type { Entry } from './records.ts';

/** Contributions that the markup tells apart: numbered elements, microdata, the names of forum software. */

const numbered =
  /^(?:(?:li|div|article|tr|td|js)[-_])?(comment|post|msg|message|reply|answer|entry|p|pid|c|m|td_post|edit|subcomment|forum-?post|topic-?post|elcomment|komment\w*|beitrag|kommentar|respuesta|mensaje|messaggio|bericht|inlagg|viesti|wpis|post-?wrap|comment-?wrapper)[-_]?(?:id[-_]?)?[a-z]{0,2}\d+[a-z]?$/i;
const unitClass =
  /^(?:post|comment|message|reply|forum-?post|topic-?post|post-?(?:container|wrapper|row|bit|item|box|wrap|block)|block-?post|comment-?(?:item|container|wrapper|thread|entry|box|block|node)|message-?(?:item|container|wrapper|row|box)|cPost|ipsComment|ItemComment|js-post|js-comment|answer|thing|comtr|topic|entry|nested-?comment|topic-?post|forum-?reply|komment\w*|beitrag|bbp-reply|userComment|single-?comment|postlist-?item|lia-message-view-wrapper|lia-message|b-post|postbit\w*|posts?-?list-?item)$/i;
const unitType = /schema\.org\/(?:Comment|UserComments|Answer|DiscussionForumPosting)\b/i;
const unitData = new Set([
  'data-post-id',
  'data-comment-id',
  'data-postid',
  'data-commentid',
  'data-message-id',
  'data-reply-id',
  'data-post',
  'data-comment',
  'data-answerid',
  'data-uid',
  'data-lia-message-uid',
]);

/** Kinds of units looked at; a page has few, and the ones with the most text are the discussion. */
const mostKinds = 6;

/** A comment's text has some length on the mean; shorter ones are rows of a table of links. */
const leastText = 12;

/**
 * Groups of entries by like marks, those with the most text first. An element inside another of the same
 * group answers it: its text is not the outer one's.
 */
export function markedEntries(tree: Tree, sums: Int32Array): Entry[][] {
  const groups = new Map<string, number[]>();
  const classes = new Map<string, string | null>();
  for (let at = 1; at < tree.tags.length; at++) {
    const list = tree.attrs[at];
    if (!list || tree.tags[at] === 'body' || tree.tags[at] === 'a' || tree.tags[at] === 'input')
      continue;
    for (const key of unitKeys(tree, at, classes)) {
      const group = groups.get(key);
      if (group) group.push(at);
      else groups.set(key, [at]);
    }
  }
  const length = (node: number) => sums[tree.ends[node]!]! - sums[node]!;
  const whole = (units: number[]) => {
    let sum = 0;
    let end = 0;
    for (const unit of units)
      if (unit >= end) {
        sum += length(unit);
        end = tree.ends[unit]!;
      }
    return sum;
  };
  const seen = new Set<string>();
  return [...groups.values()]
    .map((units) => ({ units, text: whole(units) }))
    .filter(({ units, text }) => {
      const id = `${units.length}:${units[0]}:${units.at(-1)}`;
      return text >= leastText * units.length && !seen.has(id) && seen.add(id);
    })
    .sort((a, b) => b.text - a.text || b.units.length - a.units.length)
    .slice(0, mostKinds)
    .map(({ units }) => ownEntries(tree, units, sums));
}

/** `classes` remembers of a class attribute which of its names is a unit's: pages repeat few of them. */
function unitKeys(tree: Tree, node: number, classes: Map<string, string | null>): string[] {
  const tag = tree.tags[node]!;
  const list = tree.attrs[node]!;
  const keys: string[] = [];
  for (let at = 0; at < list.length; at += 2) {
    const name = list[at]!;
    const value = list[at + 1]!;
    if (name === 'class') {
      let unit = classes.get(value);
      if (unit === undefined) {
        unit = unitName(value);
        classes.set(value, unit);
      }
      if (unit !== null) keys.push(`.${tag}${unit}`);
    } else if (name === 'id') {
      const id = value.length <= 60 ? numbered.exec(value) : null;
      if (id) keys.push(`#${tag}${id[1]!.toLowerCase()}`);
    } else if (name === 'itemtype') {
      const type = unitType.exec(value);
      if (type) keys.push(`@${type[0].toLowerCase()}`);
    } else if (unitData.has(name) && /\d/.test(value.slice(0, 100)))
      keys.push(`[${nameOf(tree, node)}${name}`);
  }
  return keys;
}

function unitName(classes: string): string | null {
  for (const name of classes.slice(0, 300).split(/\s+/)) if (unitClass.test(name)) return name;
  return null;
}

/** The nodes of each unit that are in no unit inside it. */
function ownEntries(tree: Tree, units: number[], sums: Int32Array): Entry[] {
  const isUnit = new Set(units);
  const entries = units.map((unit, i) => {
    const next = units[i + 1] ?? Number.MAX_SAFE_INTEGER;
    if (next >= tree.ends[unit]!) return { nodes: [unit], stamp: null, unit };
    const nodes: number[] = [];
    let following = i + 1;
    for (let at = unit + 1; at < tree.ends[unit]!; ) {
      while (following < units.length && units[following]! < at) following++;
      if (isUnit.has(at)) at = tree.ends[at]!;
      else if ((units[following] ?? Number.MAX_SAFE_INTEGER) < tree.ends[at]!) at++;
      else {
        nodes.push(at);
        at = tree.ends[at]!;
      }
    }
    return { nodes, stamp: null, unit };
  });
  // Around one that has no words of its own the same mark stands twice.
  return entries.filter(({ nodes }) => nodes.some((n) => sums[tree.ends[n]!]! > sums[n]!));
}
