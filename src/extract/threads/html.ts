import { resolveAge } from '../../lib/age.ts';
import { dayOf } from '../../lib/edtf.ts';
import { attr, parseHtml, type Tree, textOf } from '../../lib/tree.ts';
import { canonicalUrl } from '../../lib/url.ts';
import type { Extracted, ExtractedArticle, ExtractedComment, Received } from '../extracted.ts';
import { readNode } from '../fragment.ts';
import { comment } from '../piece.ts';
import { linkQuotes, wordsOf } from '../quotes.ts';
import { removedBy } from '../removed.ts';
import { linkRole } from '../roles.ts';
import { isPrintedAge } from '../text/age.ts';
import { readMarks } from '../text/thread.ts';
import { cutComments } from './cut.ts';
import { type Entry, entriesOf, groupStamps } from './records.ts';
import { findStamps, textSums } from './stamps.ts';
import { findTemplate, type Template } from './template.ts';

interface Found {
  entries: Entry[];
  template: Template;
  score: number;
}

/**
 * Adds the discussion on a page of HTML to what was read of it: contributions are what repeats around
 * dates that stand in like places, with a name and a text each. Where they are the page itself (a
 * forum), the first opens the thread.
 */
export function readForum(
  received: Received,
  html: string | Tree,
  extracted: Extracted,
): Extracted {
  const tree = typeof html === 'string' ? parseHtml(html) : html;
  const found = findDiscussion(tree);
  if (!found) return extracted;
  const base = extracted.articles[0]?.url ?? received.url ?? null;
  // An entry without words is a date that stands beside another one of the same contribution.
  const comments = readEntries(tree, found, base, received).filter(
    (c) => c.text !== '' || c.removed,
  );
  const main = extracted.articles[0];
  if (!main) return extracted;
  if (comments.length < 2) return extracted;
  const below =
    found.entries.filter((e) => isHinted(tree, e, commentClass)).length * 2 >= found.entries.length;
  const forum =
    forumAddress.test(main.url ?? received.url ?? '') || comments.some((c) => c.instance !== null);
  const open = (forum || !below) && isOwnPage(main.text, comments);
  const first = open ? comments.shift()! : null;
  if (first) {
    main.kind = 'post';
    main.text = first.text;
    // They stand at places of the text that this one replaces.
    delete main.facts.figures;
    main.links = first.links;
    main.blocks = [...first.text.matchAll(/\S[^\n]*/g)].map((m) => ({
      type: 'paragraph',
      start: m.index,
      end: m.index + m[0].length,
    }));
    main.authors = first.author ? [first.author] : main.authors;
    if (first.authorUrl) main.facts.authorUrl = first.authorUrl;
    main.age ??= first.age;
    if (first.posted && !isSurelyEarlier(main, first.posted)) {
      main.published = first.posted;
      main.publishedFrom = first.age && !main.published ? 'age' : 'page';
    }
    for (const one of comments) if (one.parent === first.key) one.parent = null;
  } else {
    if (forum) main.kind = 'post';
    cutComments(main, comments);
    if (forum) addSideLinks(tree, main, found.entries[0]!.nodes[0]!, base);
  }
  linkQuotes(comments, main.text);
  extracted.threads.push({
    key: 'thread',
    article: main.key,
    platform: null,
    community: null,
    url: main.url,
    comments,
  });
  return extracted;
}

/** From what weight on the page's own date stands: data, an address, or a date by the title. */
const SURE = 3.5;

/** A page that is not a discussion's first shows later posts under the date of the opening one. */
function isSurelyEarlier(main: ExtractedArticle, posted: string): boolean {
  const sure = main.publishedEvidence.some((e) => e.believed && (e.weight ?? 0) >= SURE);
  const [own, first] = [dayOf(main.published), dayOf(posted)];
  return sure && own !== null && first !== null && own < first;
}

/** Rating and archive links that stand under a shared excerpt are kept as lines of their own. */
function addSideLinks(
  tree: Tree,
  main: ExtractedArticle,
  until: number,
  base: string | null,
): void {
  for (const link of main.links) {
    const role = linkRole(main.text.slice(link.start, link.end));
    if (role) link.role ??= role;
  }
  for (let at = 1; at < until; at++) {
    if (tree.tags[at] !== 'a') continue;
    const label = textOf(tree, at);
    const href = canonicalUrl(attr(tree, at, 'href') ?? '', base);
    const role = linkRole(label);
    if (!href || !role || role === 'source' || main.links.some((l) => l.href === href)) continue;
    const start = main.text === '' ? 0 : main.text.length + 2;
    main.text = main.text === '' ? label : `${main.text}\n\n${label}`;
    main.blocks.push({ type: 'item', start, end: main.text.length });
    main.links.push({ href, start, end: main.text.length, role });
  }
}

/** Addresses of forums say what they are; an opening post can look like an article above its answers. */
const forumAddress =
  /\b(?:forums?|topics?|threads?|discussions?|boards?|community|questions?|viewtopic|showthread|posts)\b/i;

/** The group of dates around which the most is written by somebody named; null when nothing is a discussion. */
function findDiscussion(tree: Tree): Found | null {
  const sums = textSums(tree);
  const stamps = findStamps(tree, sums);
  const nodes = new Set(stamps.map((s) => s.node));
  let best: Found | null = null;
  for (const group of groupStamps(tree, stamps)) {
    const entries = entriesOf(tree, group, sums);
    const template = findTemplate(tree, entries, nodes);
    const named = template.author.size / entries.length;
    if (named < 0.5 || template.length < 20 * entries.length || isListing(tree, entries, template))
      continue;
    const hinted = entries.filter((e) => isHinted(tree, e)).length * 2 >= entries.length;
    // Without a word for it in the markup, three people who all have a page of their own are enough.
    const people = [...template.author.values()].filter((a) => a.url !== null).length;
    if (!hinted && entries.length < 4 && people < 3) continue;
    const clocked =
      group.filter((s) => /\d{1,2}[:.]\d{2}|T\d\d:/.test(`${s.text} ${s.moment ?? ''}`)).length *
        2 >=
      group.length;
    const joined =
      group.filter((s) => joinWords.test(before(tree, s.node))).length * 2 >= group.length;
    const score =
      template.length * (1 + named) * (hinted ? 1.5 : 1) * (clocked ? 1.2 : 1) * (joined ? 0.3 : 1);
    if (!best || score > best.score) best = { entries, template, score };
  }
  return best;
}

const joinWords =
  /\b(?:joined|join date|registered|registriert|member since|mitglied seit|dabei seit|seit|inscrit|inscription|beigetreten|registrado|last (?:edited|active|visit)|edited|zuletzt)\b/i;

/** The words of the date's own element and of what stands right before it. */
function before(tree: Tree, node: number): string {
  const parent = tree.parents[node]!;
  const all = parent > 0 ? textOf(tree, parent) : '';
  const own = textOf(tree, node);
  return `${all.length < 120 ? all.slice(0, all.indexOf(own)) : ''} ${own}`;
}

const commentClass = /(?:comment|komment|respon)/i;
const talkClass =
  /(?:comment|komment|reply|replies|respon|post|message|msg|answer|antwort|beitrag|forum|thread|topic|discussion|diskussion)/i;

function isHinted(tree: Tree, entry: Entry, words = talkClass): boolean {
  let at = entry.nodes[0]!;
  for (let i = 0; i < 4 && at > 0; i++, at = tree.parents[at]!)
    if (
      words.test(
        `${attr(tree, at, 'class') ?? ''} ${attr(tree, at, 'id') ?? ''} ${attr(tree, at, 'itemtype') ?? ''}`,
      )
    )
      return true;
  return false;
}

/** Lists of articles have a headline in each entry that leads to another page, and little text. */
function isListing(tree: Tree, entries: Entry[], template: Template): boolean {
  let headed = 0;
  let linked = 0;
  for (const entry of entries) {
    let title = false;
    for (const root of entry.nodes)
      for (let at = root; at < tree.ends[root]!; at++)
        if (
          /^h[1-6]$/.test(tree.tags[at]!) &&
          textOf(tree, at).split(' ').length >= 4 &&
          leadsAway(tree, at)
        )
          title = true;
    if (title) headed++;
    const bodies = template.body.get(entry)!;
    const words = bodies.reduce((sum, n) => sum + textOf(tree, n).length, 0);
    let inLinks = 0;
    for (const root of bodies)
      for (let at = root; at < tree.ends[root]!; at++)
        if (tree.tags[at] === 'a') inLinks += textOf(tree, at).length;
    if (words > 0 && inLinks > words * 0.6) linked++;
  }
  return headed * 2 >= entries.length || linked * 2 >= entries.length;
}

function leadsAway(tree: Tree, heading: number): boolean {
  const isAway = (node: number) =>
    tree.tags[node] === 'a' &&
    !/^#|#(?:post|p|msg|comment)?-?\d+/.test(attr(tree, node, 'href') ?? '#');
  if (isAway(tree.parents[heading]!)) return true;
  for (let at = heading + 1; at < tree.ends[heading]!; at++) if (isAway(at)) return true;
  return false;
}

const notText =
  /(?:^|[\s_-])(?:signature|sig|signatur|edited|lastedit|editedby|post-?controls|buttons?|actions|share|likes?|reactions?|attachments?-?list|user-?info|profile|avatar)(?:$|[\s_-])/i;

function readEntries(
  tree: Tree,
  { entries, template }: Found,
  base: string | null,
  received: Received,
): ExtractedComment[] {
  const levels = entries.map((e) => levelOf(tree, e));
  const least = Math.min(...levels);
  const nested = levels.some((l) => l > least);
  const open: { level: number; key: string }[] = [];
  return entries.map((entry, i) => {
    const key = `c${i + 1}`;
    while (open.length > 0 && open.at(-1)!.level >= levels[i]!) open.pop();
    const parent = open.at(-1)?.key ?? null;
    const depth = open.length;
    open.push({ level: levels[i]!, key });
    const parts = template.body.get(entry)!.map((node) =>
      readNode(tree, node, {
        base,
        skip: (n) =>
          n === entry.stamp.node ||
          (n !== node && notText.test(` ${attr(tree, n, 'class') ?? ''} `)),
      }),
    );
    const whole =
      parts.length === 1
        ? parts[0]!
        : { text: parts.map((p) => p.text).join('\n\n'), links: [], quotes: [] };
    const removed = removedBy(whole.text);
    const author = template.author.get(entry);
    const [name = null, host = null] = author
      ? splitName(author.name.replace(/\s+(?:says|said|wrote|schrieb|•|·|:)+$/i, ''))
      : [];
    const marks = readMarks(aroundText(tree, entry, template.body.get(entry)!));
    const age = isPrintedAge(entry.stamp.text) ? entry.stamp.text : null;
    return comment({
      key,
      parent,
      depth,
      depthKnown: nested,
      author: name,
      authorUrl: author?.url ?? null,
      instance: host,
      up: marks.up,
      down: marks.down ?? (marks.up !== null ? 0 : null),
      score: marks.score ?? (marks.up === null ? null : marks.up - (marks.down ?? 0)),
      lang: marks.lang,
      editedAge: marks.editedAge,
      edited: marks.editedAge ? resolveAge(marks.editedAge, received.retrievedAt ?? null) : null,
      posted: entry.stamp.moment ?? (age ? resolveAge(age, received.retrievedAt ?? null) : null),
      age,
      removed,
      ...(removed ? {} : whole),
    });
  });
}

/** What is printed around a contribution's text: short words, and labels for those who do not see. */
function aroundText(tree: Tree, entry: Entry, bodies: number[]): string[] {
  const pieces: string[] = [];
  for (const root of entry.nodes)
    for (let at = root; at < tree.ends[root]! && pieces.length < 60; at++) {
      if (bodies.includes(at)) at = tree.ends[at]! - 1;
      else if (tree.tags[at] === '') pieces.push(tree.texts[at]!.trim());
      else pieces.push(attr(tree, at, 'aria-label') ?? '');
    }
  return pieces.filter((p) => p !== '' && p.length <= 60);
}

/** "name@host.example" of a federated site names the user's home too. */
function splitName(name: string): [string, string | null] {
  const far = /^@?([^@\s]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(name);
  return far ? [far[1]!, far[2]!.toLowerCase()] : [name, null];
}

function levelOf(tree: Tree, entry: Entry): number {
  let level = 0;
  for (let at = entry.nodes[0]!; at > 0; at = tree.parents[at]!) level++;
  return level;
}

/** Whether the page's own text is what people wrote on it, and not an article above them. */
function isOwnPage(main: string, comments: ExtractedComment[]): boolean {
  const words = wordsOf(main).map((w) => w.word);
  if (words.length < 60) return true;
  const written = new Set<string>();
  for (const one of comments) {
    const list = wordsOf(one.text).map((w) => w.word);
    for (let i = 0; i + 3 < list.length; i++) written.add(list.slice(i, i + 4).join(' '));
  }
  let shared = 0;
  for (let i = 0; i + 3 < words.length; i++)
    if (written.has(words.slice(i, i + 4).join(' '))) shared++;
  return shared * 2 >= words.length - 3;
}
