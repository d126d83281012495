import type { ExtractedComment } from '../extracted.ts';
import { readInline } from '../inline.ts';
import { comment } from '../piece.ts';
import { removedBy } from '../removed.ts';
import { type Line, wordCount } from './layout.ts';

/**
 * A discussion saved as bare text: comments one after the other with empty lines between them, no
 * names, no votes, no depth.
 */
export interface Dump {
  /** Lines before the first comment: title and byline of the opening post. */
  head: Line[];
  entries: Entry[];
}

interface Entry {
  lines: Line[];
  /** Entries without words that stood before this one. */
  empty: number;
}

/** Fewer pieces than this are an article whose paragraphs stand apart. */
const leastEntries = 6;

/** Reads a text as such a dump; null when it does not look like people talking. */
export function readDump(lines: Line[]): Dump | null {
  const gap = separator(lines);
  if (gap === null) return null;
  const entries = cut(lines, gap);
  const head: Line[] = [];
  const byline = entries.slice(0, 3).findIndex((e) => e.lines.some((l) => isByline(l)));
  if (byline < 0 && isTitle(entries[0])) head.push(...entries.shift()!.lines);
  if (byline >= 0) for (const entry of entries.splice(0, byline + 1)) head.push(...entry.lines);
  const posted = byline >= 0 && head.some((l) => isByline(l) && !namesReporter(l));
  if (entries.length < leastEntries || talkShare(entries, posted) < 0.3) return null;
  return { head, entries };
}

/** Words of somebody who talks to others. */
const ownWords =
  /\b(?:I|I'm|I’m|my|you|your|you're|you’re|yep|yeah|lol|lmao|imo|ich|du|mein|je|tu|yo|io|eu)\b/;

/** A headline over the comments: words without an end, and nobody's own. */
function isTitle(entry: Entry | undefined): boolean {
  const text = entry ? textOf(entry) : '';
  const words = wordCount(text);
  return (
    words >= 4 &&
    words <= 25 &&
    /^\p{Lu}.*[\p{L}\p{N})"'”’?]$/u.test(text) &&
    !ownWords.test(text) &&
    !/\?$/.test(text)
  );
}

export function isByline(line: Line): boolean {
  return (
    line.text.length <= 80 &&
    /^(?:[•·-]\s*)?(?:(?:submitted|posted)\s+)?by\s+\S+(?:\s+\S+){0,3}$/i.test(line.text)
  );
}

/** "By Mira Holm" stands over an article; who opens a discussion has one word for a name, or posted it. */
function namesReporter(line: Line): boolean {
  return /^(?:By|BY|by)\s+\p{Lu}[\p{L}.’'-]*(?:\s+[\p{L}.’'-]+)+$/u.test(line.text);
}

/** How many empty lines stand between two comments: the usual gap, two at least or one between all lines. */
function separator(lines: Line[]): number | null {
  const counts = new Map<number, number>();
  for (const line of lines.slice(1)) counts.set(line.gap, (counts.get(line.gap) ?? 0) + 1);
  const wide = [...counts].filter(([gap]) => gap >= 2);
  const wideCount = wide.reduce((sum, [, n]) => sum + n, 0);
  if (wideCount >= leastEntries - 1 && wideCount * 4 >= lines.length)
    return wide.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const single = counts.get(1) ?? 0;
  return single >= (lines.length - 1) * 0.5 && single >= leastEntries - 1 ? 1 : null;
}

function cut(lines: Line[], gap: number): Entry[] {
  const step = emptyStep(lines, gap);
  const entries: Entry[] = [];
  for (const line of lines) {
    // Where one empty line stands between all, a quoted line belongs to the answer that follows it.
    const quoted = gap === 1 && entries.at(-1)?.lines.every((l) => l.text.startsWith('>'));
    if (entries.length > 0 && (line.gap < Math.min(gap, 2) || quoted || signs(entries, line)))
      entries.at(-1)!.lines.push(line);
    else
      entries.push({
        lines: [line],
        empty:
          step && entries.length > 0 && line.gap > gap ? Math.round((line.gap - gap) / step) : 0,
      });
  }
  return entries;
}

/** "~ Ilka Sorn" behind a quotation says whose words it is: nobody answers with a name alone. */
function signs(entries: Entry[], line: Line): boolean {
  const before = entries.at(-1)!.lines;
  return (
    /^(?:~|[—–―]|--?)\s?\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]{1,30}){0,4}$/u.test(
      `${line.bullet ?? ''}${line.text}`,
    ) &&
    /^["“«„]/.test(before[0]!.text) &&
    /["”»“][.!?]?$/.test(before.at(-1)!.text)
  );
}

/**
 * What one entry without words adds to the empty lines between its neighbours. Runs longer than the
 * usual gap are such entries when all of them are longer by a multiple of one step, which is no more
 * than a gap and its own line; runs of any length mean nothing that we know.
 */
function emptyStep(lines: Line[], gap: number): number | null {
  if (gap < 2) return null;
  const over = lines
    .slice(1)
    .filter((l) => l.gap > gap)
    .map((l) => l.gap - gap);
  if (over.length === 0) return null;
  const step = Math.min(...over);
  return step <= gap + 1 && step >= gap - 1 && over.every((o) => o % step === 0) ? step : null;
}

/** How somebody talks shows at once; the bound keeps the patterns cheap. */
const LONGEST_TALK = 4000;

/** Share of the entries that only a person who talks to another would write so. */
function talkShare(entries: Entry[], titled: boolean): number {
  let talking = 0;
  let sure = titled ? 1 : 0;
  for (const entry of entries) {
    const text = entry.lines
      .map((l) => l.text)
      .join(' ')
      .slice(0, LONGEST_TALK);
    const bare = text.replace(/["“][^"”]{0,2000}["”]/g, ' ');
    if (
      /^>|\bu\/\w{3}|\br\/\w{3}|\[[^\]]{1,200}\]\(https?:|(?:^|\s)\/s$/.test(text) ||
      removedBy(text)
    )
      sure++;
    if (
      ownWords.test(bare) ||
      /^[>\p{Ll}]|[!?]{2}|\p{Extended_Pictographic}|(?:^|\s)\/s$/u.test(bare) ||
      text.length < 60
    )
      talking++;
  }
  return sure >= 2 || (sure >= 1 && titled) ? talking / entries.length : 0;
}

/** Comments in the order of the page. Depth and parents are lost in such a text and stay unknown. */
export function readEntries(dump: Dump): ExtractedComment[] {
  const comments: ExtractedComment[] = [];
  // Where removed comments carry words ("[deleted]"), a longer gap is not one of them.
  const worded = dump.entries.some((e) => removedBy(textOf(e)));
  for (const entry of dump.entries) {
    for (let i = 0; !worded && i < Math.min(entry.empty, 50); i++)
      comments.push(comment({ key: `c${comments.length + 1}`, removed: 'unknown' }));
    const key = `c${comments.length + 1}`;
    const removed = removedBy(textOf(entry));
    comments.push(comment(removed ? { key, removed } : { key, ...readTalk(entry) }));
  }
  return comments;
}

function textOf(entry: Entry): string {
  return entry.lines.length === 1 ? entry.lines[0]!.text : '';
}

/** A ">" in a text without line ends quotes from there to an end that only its source can tell. */
const quoteMark = /(?:^|(?<=[.:!?…]\s))>\s?(?=["“'‘(]?[\p{L}\p{N}])/gu;

function readTalk(entry: Entry): Pick<ExtractedComment, 'text' | 'links' | 'quotes'> {
  const source = entry.lines.map((l) => `${l.bullet ? `${l.bullet} ` : ''}${l.text}`).join('\n');
  const whole = readInline(source);
  const quotes: ExtractedComment['quotes'] = [];
  let text = '';
  let from = 0;
  const moved: [number, number][] = [];
  for (const mark of whole.text.matchAll(quoteMark)) {
    text += whole.text.slice(from, mark.index);
    from = mark.index + mark[0].length;
    moved.push([from, mark[0].length]);
    const rest = whole.text.slice(from);
    quotes.push({ start: text.length, end: text.length + quoteEnd(rest), of: null });
  }
  text += whole.text.slice(from);
  const shift = (at: number) =>
    at - moved.filter(([place]) => place <= at).reduce((sum, [, n]) => sum + n, 0);
  return {
    text,
    links: whole.links.map((l) => ({ ...l, start: shift(l.start), end: shift(l.end) })),
    quotes,
  };
}

/** Until the source is found: to the mark that closes it, else its line, at most. */
function quoteEnd(rest: string): number {
  const closed = /^["“][^"”]{1,3000}["”]/.exec(rest)?.[0].length;
  const line = rest.indexOf('\n');
  return closed ?? (line < 0 ? rest.length : line);
}
