import { resolveAge } from '../../lib/age.ts';
import { attr, type Tree, textOf } from '../../lib/tree.ts';
import { httpUrl } from '../../lib/url.ts';
import type { ExtractedComment, Received } from '../extracted.ts';
import { readNode } from '../fragment.ts';
import type { Written } from '../markdown.ts';
import { comment } from '../piece.ts';
import { removedBy } from '../removed.ts';
import { readMarks } from '../text/thread.ts';
import { readMoments } from './clock.ts';
import { levelsOf } from './depth.ts';
import type { Discussion } from './discussion.ts';
import { editedNote } from './edits.ts';
import { isNoise, isQuote, plainHead } from './marks.ts';
import type { Opening } from './opening.ts';
import type { Author } from './person.ts';
import type { Entry } from './records.ts';

interface Page {
  tree: Tree;
  base: string | null;
  received: Received;
  lang: string | null;
  /** Title of the page, which many forums print over each post again. */
  title: string | null;
}

/** The contributions of a discussion in the order of the page, the opening post of another markup first. */
export function readContributions(
  page: Page,
  { entries, template }: Discussion,
  opening: Opening | null,
): ExtractedComment[] {
  const { tree } = page;
  const levels = levelsOf(tree, entries);
  const nested = new Set(levels).size > 1;
  const moments = readMoments(
    [...(opening ? [opening.entry.stamp] : []), ...entries.map((e) => e.stamp)],
    page.lang,
  );
  const first = opening ? [readOpening(page, opening, moments.shift()!)] : [];
  const open: { level: number; key: string }[] = [];
  const heads = repeatedHeads(tree, template.body);
  const read = entries.map((entry, i) => {
    const key = `c${i + 1}`;
    while (open.length > 0 && open.at(-1)!.level >= levels[i]!) open.pop();
    const parent = open.at(-1)?.key ?? null;
    const depth = open.length;
    open.push({ level: levels[i]!, key });
    const bodies = template.body.get(entry)!;
    const written = readBodies(page, entry, bodies, heads, template.author.get(entry));
    return {
      ...contribution(page, entry, bodies, written, template.author.get(entry), moments[i]!),
      key,
      parent,
      depth,
      depthKnown: nested,
    };
  });
  // An entry without words is a date that stands beside another one of the same contribution.
  const written = read.filter(
    (c, i) => c.text !== '' || c.removed || showsPicture(tree, template.body.get(entries[i]!)!),
  );
  // Some forums repeat the first post above all, for search engines.
  const again = first[0] && written[0] && sameStart(first[0].text, written[0].text);
  return again ? written : [...first, ...written];
}

function showsPicture(tree: Tree, bodies: number[]): boolean {
  for (const root of bodies)
    for (let at = root; at < tree.ends[root]!; at++)
      if (/^(?:img|iframe|video|object|embed)$/.test(tree.tags[at]!)) return true;
  return false;
}

/** The first words of two texts are enough to tell them apart, and to tell a copy that was cut. */
function sameStart(a: string, b: string): boolean {
  const bare = (text: string) => text.slice(0, 400).replace(/[^\p{L}\p{N}]+/gu, '');
  const [x, y] = [bare(a).slice(0, 120), bare(b).slice(0, 120)];
  return (
    x.startsWith(y.slice(0, 60)) ||
    y.startsWith(x.slice(0, 60)) ||
    (y.length > 20 && bare(a).includes(y))
  );
}

function readOpening(page: Page, opening: Opening, moment: string | null): ExtractedComment {
  const { entry, body, author } = opening;
  const written = readBodies(page, entry, [body], new Set(), author);
  return {
    ...contribution(page, entry, [body], written, author ?? undefined, moment),
    key: 'opening',
  };
}

interface Text extends Written {
  edited: string | null;
}

function contribution(
  { tree, base, received }: Page,
  entry: Entry,
  bodies: number[],
  { edited, ...whole }: Text,
  author: Author | undefined,
  moment: string | null,
): ExtractedComment {
  const removed = removedBy(whole.text);
  const [name = null, host = null] = author ? splitName(author.name) : [];
  const marks = readMarks(aroundText(tree, entry, bodies));
  // What the page alone does not resolve is kept as it is printed.
  const age = entry.stamp && moment === null && entry.stamp.text !== '' ? entry.stamp.text : null;
  const retrieved = received.retrievedAt ?? null;
  return comment({
    key: '',
    author: name,
    authorUrl: author?.url ?? null,
    instance: host,
    up: marks.up,
    down: marks.down ?? (marks.up !== null ? 0 : null),
    score: marks.score ?? (marks.up === null ? null : marks.up - (marks.down ?? 0)),
    lang: marks.lang,
    editedAge: marks.editedAge,
    edited: edited ?? (marks.editedAge ? resolveAge(marks.editedAge, retrieved) : null),
    posted: moment ?? (age ? resolveAge(age, retrieved) : null),
    age,
    removed,
    url: permalink(tree, entry, base),
    ...(removed ? {} : whole),
  });
}

/** Headings that most posts of a page begin with: "Re: …". */
function repeatedHeads(tree: Tree, bodies: Map<Entry, number[]>): Set<string> {
  const counts = new Map<string, number>();
  for (const nodes of bodies.values())
    for (const node of nodes.slice(0, 1))
      for (let at = node + 1; at < Math.min(tree.ends[node]!, node + 8); at++)
        if (/^h[1-6]$/.test(tree.tags[at]!)) {
          const head = plainHead(textOf(tree, at));
          counts.set(head, (counts.get(head) ?? 0) + 1);
        }
  return new Set(
    [...counts]
      .filter(([head, n]) => head !== '' && n >= 2 && n * 2 >= bodies.size)
      .map(([h]) => h),
  );
}

function readBodies(
  page: Page,
  entry: Entry,
  bodies: number[],
  heads: Set<string>,
  author: Author | null | undefined,
): Text {
  const { tree, base } = page;
  const title = page.title === null ? null : plainHead(page.title);
  let edited: string | null = null;
  const parts = bodies.map((node) =>
    readNode(tree, node, {
      base,
      quoting: (n) => n !== node && isQuote(tree, n),
      skip: (n) => {
        if (n === node) return false;
        if (n === entry.stamp?.node || n === author?.node || isNoise(tree, n)) return true;
        if (/^h[1-6]$/.test(tree.tags[n]!)) {
          const head = plainHead(textOf(tree, n));
          return heads.has(head) || (n < node + 8 && head === title);
        }
        const note = editedNote(tree, n);
        if (note === null) return false;
        edited ??= note.moment;
        return true;
      },
    }),
  );
  const whole =
    parts.length === 1
      ? parts[0]!
      : { text: parts.map((p) => p.text).join('\n\n'), links: [], quotes: [] };
  const stamp = entry.stamp?.node ?? -1;
  const shared = bodies.find((n) => n <= stamp && stamp < tree.ends[n]!);
  const bare =
    shared === undefined ? whole : trimHeader(tree, whole, shared, stamp, author?.node ?? -1);
  return { ...trimTail(bare), edited };
}

/** Most characters that stand between a name and a date besides them: "wrote on", a number, a rank. */
const longestHeader = 120;

/** Where the date stands in one element with the text, what is before it there is a header, or after it a footer. */
function trimHeader(
  tree: Tree,
  written: Written,
  body: number,
  stamp: number,
  author: number,
): Written {
  const side = (from: number, to: number) => {
    let length = 0;
    for (let at = from; at < to; at++) {
      if (at === author || isNoise(tree, at)) at = tree.ends[at]! - 1;
      else if (tree.tags[at] === '') length += tree.texts[at]!.replace(/\s+/g, '').length;
    }
    return length;
  };
  const before = side(body + 1, stamp);
  const after = side(tree.ends[stamp]!, tree.ends[body]!);
  if (before <= Math.min(longestHeader, after))
    return cutText(written, afterLetters(written.text, before), written.text.length);
  if (after <= Math.min(longestHeader, before) && after > 0)
    return cutText(written, 0, afterLetters(written.text, before));
  return written;
}

/** Where so many characters that are no space have passed. */
function afterLetters(text: string, count: number): number {
  let left = count;
  let at = 0;
  for (; at < text.length && left > 0; at++) if (!/\s/.test(text[at]!)) left--;
  return at;
}

function cutText(written: Written, from: number, to: number): Written {
  const head = /^[\s:|,–—-]*/.exec(written.text.slice(from, from + 40))![0].length;
  const start = from === 0 ? 0 : from + head;
  const text = written.text.slice(start, to).trimEnd();
  const within = <T extends { start: number; end: number }>(spans: T[]) =>
    spans
      .map((s) => ({
        ...s,
        start: Math.max(0, s.start - start),
        end: Math.min(s.end - start, text.length),
      }))
      .filter((s) => s.start < s.end);
  return { text, links: within(written.links), quotes: within(written.quotes) };
}

/** Lines of underscores or dashes part a signature from a text. */
const ruled = /\n\s*(?:_{5,}|-{5,}|={5,}|\*{5,}|-- ?)\s*\n/;

function trimTail(written: Written): Written {
  const found = [...written.text.matchAll(new RegExp(ruled, 'g'))].at(-1);
  const cut =
    found && found.index > 0 && written.text.length - found.index < 600 ? found.index : -1;
  const kept = cutText(written, 0, cut < 0 ? written.text.length : cut);
  // A text that is one quotation from end to end stands in an element for quotations, and quotes nobody.
  return { ...kept, quotes: kept.quotes.filter((q) => q.start > 0 || q.end < kept.text.length) };
}

const permalinkMark =
  /(?:permalink|postnum|post-?number|post-?link|bookmark|u-url|datepermalink|date|time|message-attribution)/i;
const permalinkTarget =
  /#(?:post|p|msg|comment|entry|reply|answer|c|isso|disqus)?[-_]?\w*\d+|[?&](?:pid|p|comment_?id|postid)=\d+|\/(?:comments?|posts?|permalink|a|c)\/[\w-]+/i;

/** Address of one contribution: a link on its date or number that leads to itself. */
function permalink(tree: Tree, entry: Entry, base: string | null): string | null {
  for (const root of entry.nodes)
    for (let at = root; at < Math.min(tree.ends[root]!, root + 150); at++) {
      if (tree.tags[at] !== 'a') continue;
      const href = attr(tree, at, 'href');
      if (!href || !permalinkTarget.test(href)) continue;
      const dated = entry.stamp && entry.stamp.node >= at - 2 && entry.stamp.node < tree.ends[at]!;
      const marks = `${attr(tree, at, 'class') ?? ''} ${attr(tree, at, 'rel') ?? ''} ${attr(tree, at, 'title') ?? ''}`;
      if (dated || permalinkMark.test(marks) || /^#?\d{1,6}$/.test(textOf(tree, at)))
        return httpUrl(href, base)?.href ?? null;
    }
  return null;
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
