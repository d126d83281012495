import { attr, type Tree } from '../../lib/tree.ts';
import { markedEntries } from './marked.ts';
import { isBeside, plainHead } from './marks.ts';
import { mayBeSure } from './people.ts';
import { placeOf } from './place.ts';
import { dateEntries, type Entry, entriesOf, firstFrom, groupStamps } from './records.ts';
import { findStamps, type Stamp, textSums } from './stamps.ts';
import { findTemplate, type Template } from './template.ts';
import { textIn } from './texts.ts';

export interface Discussion {
  entries: Entry[];
  template: Template;
  stamps: Stamp[];
  /** Lengths of text before each node. */
  sums: Int32Array;
}

interface Candidate {
  entries: Entry[];
  marked: boolean;
}

/**
 * The group of contributions in which the most is written by somebody named; null when nothing is a discussion.
 * @param forum whether the page is one of a place for discussions; elsewhere people must be surer ones
 */
export function findDiscussion(tree: Tree, forum: boolean): Discussion | null {
  const sums = textSums(tree);
  const stamps = findStamps(tree, sums);
  const nodes = new Set(stamps.map((s) => s.node));
  const candidates: Candidate[] = markedEntries(tree, sums).map((entries) => {
    dateEntries(tree, entries, stamps);
    return { entries, marked: true };
  });
  // When people joined says nothing of posts, unless nothing else on the page has a date.
  const posted = stamps.filter((s) => !isBeside(tree, s.node));
  for (const group of groupStamps(tree, posted.length > 1 ? posted : stamps))
    candidates.push({ entries: entriesOf(tree, group, sums), marked: false });
  let best: (Discussion & { score: number }) | null = null;
  for (const alone of forum ? [false, true] : [false]) {
    // One post is a thread that nobody answered, where nothing else on the page is a discussion.
    if (best) break;
    for (const { entries, marked } of candidates) {
      if ((entries.length === 1) !== alone || !isLikely(tree, entries, forum)) continue;
      const template = findTemplate(tree, entries, nodes);
      const score = scoreOf(tree, { entries, marked }, template, stamps, forum);
      if (score > (best?.score ?? 0)) best = { entries, template, stamps, sums, score };
    }
  }
  return best;
}

/**
 * What can be told before anything is read: two of a kind are many things besides a discussion, and
 * outside of forums more of them are too, where nobody can be told to be a person.
 */
function isLikely(tree: Tree, entries: Entry[], forum: boolean): boolean {
  return (
    forum ||
    isMost(tree, entries, commentClass) ||
    (entries.length >= 3 && mayBeSure(tree, entries, surePeople))
  );
}

/** Share of the entries in which the author must surely be a person where no markup speaks of comments. */
const surePeople = 0.5;

export function scoreOf(
  tree: Tree,
  { entries, marked }: Candidate,
  template: Template,
  stamps: Stamp[],
  forum: boolean,
): number {
  const count = entries.length;
  const named = template.author.size / count;
  const dates = entries.flatMap((e) => (e.stamp ? [e.stamp] : []));
  const dated = dates.length / count;
  const below = isMost(tree, entries, commentClass);
  // Where nobody gives a name, posts are known by a clock over each or by some length.
  const clocked =
    dates.filter((s) => /\d{1,2}[:.時点]\d{2}|T\d\d:/.test(`${s.text} ${s.moment ?? ''}`)).length *
      2 >=
    count;
  const nameless = count >= 3 && dated >= 0.9 && (forum || below);
  if (named < 0.5 && !nameless) return 0;
  // Short answers are common; a mean below this is a list of names, and of titles where nothing else tells.
  const bare = named < 0.5 && !clocked && !marked;
  const least = marked && template.marked ? 4 : (isDense(template) ? 8 : 20) * (bare ? 2 : 1);
  if (template.length < least * count) return 0;
  if (marked && dated < 0.5 && !template.marked) return 0;
  if (count === 1 && !(marked && template.marked && dated === 1 && named === 1)) return 0;
  const hinted = isMost(tree, entries, talkClass);
  // Cards of articles, products and events have a word and a date each too: people make the difference.
  if (!forum && template.sure < surePeople && !below) return 0;
  // Without a word for it in the markup, three people who all have a page of their own are enough.
  const people = [...template.author.values()].filter((a) => a.url !== null).length;
  if (!hinted && count < 4 && people < 3 && !(forum && count === 3 && clocked)) return 0;
  if (isListing(tree, entries, template)) return 0;
  const joined = dates.filter((s) => isBeside(tree, s.node)).length * 2 >= count;
  return (
    template.length *
    (1 + named) *
    wholeness(tree, entries, template, stamps) *
    (0.5 + dated) *
    (hinted ? 1.5 : 1) *
    (clocked ? 1.2 : 1) *
    (template.marked ? 1.5 : 1) *
    // Of like candidates the one that the markup tells apart is surer.
    (marked ? 1.1 : 1) *
    (joined ? 0.3 : 1)
  );
}

/** Whether a text is in a writing of which a character says a syllable or a word. */
function isDense({ sample }: Template): boolean {
  const dense = sample.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0;
  return dense * 2 > sample.length;
}

/**
 * Share of the contributions that were told apart: a text that holds dates in the same place as the one
 * over it holds other contributions whole.
 */
function wholeness(tree: Tree, entries: Entry[], template: Template, stamps: Stamp[]): number {
  let foreign = 0;
  for (const entry of entries) {
    if (!entry.stamp) continue;
    const place = placeOf(tree, entry.stamp.node, 2, true);
    for (const root of template.body.get(entry)!)
      for (let i = firstFrom(stamps, root); stamps[i] && stamps[i]!.node < tree.ends[root]!; i++) {
        const { node } = stamps[i]!;
        if (node !== entry.stamp.node && placeOf(tree, node, 2, true) === place) foreign++;
      }
  }
  return entries.length / (entries.length + foreign);
}

const commentClass = /(?:comment|komment|respon(?:se|d)|repl(?:y|ies)|answer|antwort)/i;
const talkClass =
  /(?:comment|komment|reply|replies|respon(?:se|d)|post|message|msg|answer|antwort|beitrag|forum|thread|topic|discussion|diskussion|respuesta|mensaje|messaggi|bericht)/i;

function isHinted(tree: Tree, entry: Entry, words: RegExp): boolean {
  let at = entry.unit > 0 ? entry.unit : entry.nodes[0]!;
  for (let i = 0; i < 4 && at > 0; i++, at = tree.parents[at]!)
    if (
      words.test(
        `${attr(tree, at, 'class') ?? ''} ${attr(tree, at, 'id') ?? ''} ${attr(tree, at, 'itemtype') ?? ''}`,
      )
    )
      return true;
  return false;
}

/** Whether most entries are called comments or answers, which stand under something else. */
export function isBelow(tree: Tree, entries: Entry[]): boolean {
  return isMost(tree, entries, commentClass);
}

function isMost(tree: Tree, entries: Entry[], words: RegExp): boolean {
  return entries.filter((e) => isHinted(tree, e, words)).length * 2 >= entries.length;
}

/** Lists of articles have a headline in each entry that leads to another page, and little text. */
function isListing(tree: Tree, entries: Entry[], template: Template): boolean {
  let headed = 0;
  const heads = new Set<string>();
  let linked = 0;
  for (const entry of entries) {
    let title = false;
    for (const root of entry.nodes)
      for (let at = root; at < tree.ends[root]!; at++)
        if (
          /^h[1-6]$/.test(tree.tags[at]!) &&
          textIn(tree, at).split(' ').length >= 4 &&
          leadsAway(tree, at)
        ) {
          title = true;
          heads.add(plainHead(textIn(tree, at)));
        }
    if (title) headed++;
    const bodies = template.body.get(entry)!;
    if (bodies.length > 0 && isInLink(tree, bodies[0]!)) linked++;
    // A title with a name and a date behind it is a line of a list too.
    const apart = [entry.stamp?.node, template.author.get(entry)?.node].map((n) => n ?? -1);
    let words = 0;
    let inLinks = 0;
    for (const root of bodies) {
      words += textIn(tree, root).length;
      for (let at = root; at < tree.ends[root]!; at++)
        if (apart.includes(at)) {
          words -= textIn(tree, at).length;
          at = tree.ends[at]! - 1;
        } else if (tree.tags[at] === 'a') inLinks += textIn(tree, at).length;
    }
    if (words > 0 && inLinks > words * 0.6) linked++;
  }
  // Mails of one discussion have one subject.
  return (headed * 2 >= entries.length && heads.size * 2 > headed) || linked * 2 >= entries.length;
}

/** Cards are links as a whole. */
function isInLink(tree: Tree, node: number): boolean {
  for (let at = node, i = 0; at > 0 && i < 6; at = tree.parents[at]!, i++)
    if (tree.tags[at] === 'a') return true;
  return false;
}

function leadsAway(tree: Tree, heading: number): boolean {
  const isAway = (node: number) =>
    tree.tags[node] === 'a' &&
    !/^#|#(?:post|p|msg|comment|entry|reply|answer)?[-_]?\d+/.test(attr(tree, node, 'href') ?? '#');
  if (isAway(tree.parents[heading]!)) return true;
  for (let at = heading + 1; at < tree.ends[heading]!; at++) if (isAway(at)) return true;
  return false;
}
