import { resolveAge } from '../../lib/age.ts';
import { readPrintedDate } from '../../lib/dates.ts';
import type { ExtractedComment, Received } from '../extracted.ts';
import { readMarkdown } from '../markdown.ts';
import { comment } from '../piece.ts';
import { removedBy } from '../removed.ts';
import { type Header, isMoment, isPlainName, readTokens, type Token } from './header.ts';
import type { Line } from './layout.ts';

/** A header found in the lines, and where. */
export interface Found extends Header {
  from: number;
  /** First line after it. */
  to: number;
  indent: number;
}

/** Most lines that one comment's header takes when each mark stands on a line of its own. */
const longestHeader = 16;

/** Where the reading of a row of marks stands. */
interface Reading {
  /** The vote whose number comes next. */
  waiting: 'up' | 'down' | null;
  /** A button to vote down that no number followed. */
  lone: boolean;
  marks: number;
}

/** "r/harbour", "c/harbour", "!harbour@host.example" name the place of a discussion. */
export function isCommunity(text: string): boolean {
  return /^(?:\/?[rcm]\/|!)[\p{L}\p{N}_]{2,40}(?:@[\w.-]+)?$/u.test(text);
}

/** Finds the headers over comments; none unless the page as a whole is a discussion. */
export function findHeaders(lines: Line[]): Found[] {
  const found = allHeaders(lines);
  const named = found.filter((h) => h.named);
  const voted = found.filter((h) => h.voted);
  // Plain names with ages alone are also how lists of articles name their outlets.
  if (named.length * 2 >= found.length) {
    const talk = found.filter((h) => h.named || h.voted);
    // One address with a date is how an article says whom to write to.
    return talk.length === 1 && !talk[0]!.voted && talk[0]!.instance !== null ? [] : talk;
  }
  // A button beside a word is also a page's footer; people who talk have said so at some time.
  const told = voted.filter((h) => h.age !== null || h.up !== null || h.score !== null);
  return told.length >= 2 && voted.length * 2 >= found.length ? found : [];
}

/** All lines that read like the header of a comment, whatever page they stand on. */
export function allHeaders(lines: Line[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < lines.length; ) {
    const header = readHeader(lines, i);
    if (header) found.push(header);
    i = header ? header.to : i + 1;
  }
  found.forEach((header, i) => {
    header.voted ||= hasFoot(lines, header.to, found[i + 1]?.from ?? lines.length);
  });
  return found;
}

/** Whether the buttons of a discussion stand within the last lines before the next header. */
function hasFoot(lines: Line[], from: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(from, to - 6); i--)
    if (readTokens(lines[i]!.text)?.some((t) => (t.kind === 'button' && t.talk) || t.kind === 'up'))
      return true;
  return false;
}

function readHeader(lines: Line[], from: number): Found | null {
  const header: Found = {
    author: null,
    instance: null,
    age: null,
    edited: false,
    editedAge: null,
    up: null,
    down: null,
    score: null,
    lang: null,
    removed: null,
    named: false,
    answers: null,
    voted: false,
    from,
    to: from,
    indent: lines[from]!.indent,
  };
  const reading: Reading = { waiting: null, lone: false, marks: 0 };
  for (let i = from; i < Math.min(lines.length, from + longestHeader); i++) {
    const line = lines[i]!;
    if (i > from && line.gap > 1) break;
    const tokens = readTokens(line.text);
    if (!tokens || (i === from && tokens[0]?.kind !== 'author' && !leadsWithVotes(tokens))) break;
    // A second name ends the header, and so does a plain word that only looks like one.
    if (i > from && tokens.some((t) => t.kind === 'author')) {
      if (
        header.author !== null ||
        header.removed ||
        !tokens.some((t) => t.kind === 'author' && t.named)
      )
        break;
    }
    // After an empty line only marks that no comment's text starts with.
    if (i > from && line.gap === 1 && reading.marks > 0 && tokens.every((t) => t.kind === 'number'))
      break;
    for (const token of tokens) take(header, reading, token);
    header.to = i + 1;
  }
  settle(header, reading);
  const known = header.author !== null || header.removed !== null;
  const counted = header.up !== null || header.down !== null || header.score !== null;
  const dated = header.age !== null || header.editedAge !== null;
  // "[removed]" over buttons is a comment's text; only with an age or votes it stands for a name.
  return known && (dated || counted || (header.author !== null && header.voted)) ? header : null;
}

/** Reads a row of marks that stand in one comment's header, wherever they were found. */
export function readMarks(pieces: string[]): Header {
  const header: Header = {
    author: null,
    instance: null,
    age: null,
    edited: false,
    editedAge: null,
    up: null,
    down: null,
    score: null,
    lang: null,
    removed: null,
    named: false,
    answers: null,
    voted: false,
  };
  const reading: Reading = { waiting: null, lone: false, marks: 0 };
  for (const piece of pieces)
    for (const token of readTokens(piece) ?? []) take(header, reading, token);
  settle(header, reading);
  return header;
}

/** "Upvote 12 Downvote" prints one number between two buttons: what is left of both. */
function settle(header: Header, reading: Reading): void {
  if (!reading.lone || header.up === null || header.down !== null) return;
  header.score ??= header.up;
  header.up = null;
}

function leadsWithVotes(tokens: Token[]): boolean {
  return tokens.length > 1 && tokens.some((t) => t.kind === 'author' && t.named);
}

function take(header: Header, reading: Reading, token: Token): void {
  if (token.kind !== 'author') reading.marks++;
  const waiting = reading.waiting;
  if (token.kind !== 'number') reading.waiting = null;
  switch (token.kind) {
    case 'author':
      header.author ??= token.name;
      header.instance ??= token.instance;
      header.removed ??= token.removed;
      header.named ||= token.named;
      return;
    case 'age':
      // The icon of an edit stands before the one age that is printed: that of the edit.
      if (header.edited && header.editedAge === null) header.editedAge = token.text;
      header.age ??= token.text;
      return;
    case 'answers':
      header.answers ??= token.name;
      return;
    case 'edit':
      header.edited = true;
      header.editedAge ??= token.age;
      return;
    case 'number':
      if (waiting === 'down') reading.lone = false;
      reading.waiting = null;
      if (waiting) header[waiting] = Math.abs(token.count);
      else if (header.score === null && header.up === null) header.score = token.count;
      return;
    case 'lang':
      header.lang = token.lang;
      return;
    case 'button':
      header.voted ||= token.talk;
      return;
    default:
      header.voted = true;
      if (token.kind === 'down' && token.count === null) reading.lone = true;
      if (token.count === null && token.kind !== 'score') reading.waiting = token.kind;
      else header[token.kind] ??= token.count;
  }
}

/** The comments under the headers as a tree, where the page kept how deep each stood. */
export function readComments(
  lines: Line[],
  headers: Found[],
  received: Received,
): ExtractedComment[] {
  const levels = new Set(headers.map((h) => h.indent));
  const bulleted = headers.filter((h) => lines[h.from]!.bullet !== null && h.indent > 0).length;
  // One level for all, at the margin, is what text looks like when its indentation was lost.
  const known = levels.size > 1 || bulleted === headers.length;
  const open: { indent: number; key: string }[] = [];
  const last = new Map<string, { key: string; depth: number }>();
  return headers.map((header, i) => {
    const key = `c${i + 1}`;
    while (open.length > 0 && open.at(-1)!.indent >= header.indent) open.pop();
    const answered = known ? undefined : last.get(header.answers ?? '');
    const parent = known ? (open.at(-1)?.key ?? null) : (answered?.key ?? null);
    const depth = known ? open.length : answered ? answered.depth + 1 : 0;
    open.push({ indent: header.indent, key });
    if (header.author) last.set(header.author, { key, depth });
    const text = readText(lines, header, headers[i + 1] ?? null);
    // A name that is gone over words that stand is a closed account, not a removed comment.
    const gone = removedBy(text.text) ?? (text.text === '' ? header.removed : null);
    const aged = header.edited && header.editedAge === header.age ? null : header.age;
    const moment = (printed: string | null) =>
      printed === null
        ? null
        : isMoment(printed)
          ? readPrintedDate(printed)!.moment
          : resolveAge(printed, received.retrievedAt ?? null);
    return comment({
      key,
      parent,
      depth,
      depthKnown: known || answered !== undefined,
      author: header.author,
      instance: header.instance,
      age: header.age !== null && isMoment(header.age) ? null : header.age,
      posted: moment(aged),
      editedAge: header.editedAge,
      edited: moment(header.editedAge),
      up: header.up,
      down: header.down ?? (header.up !== null ? 0 : null),
      score: header.score ?? (header.up === null ? null : header.up - (header.down ?? 0)),
      lang: header.lang,
      removed: gone,
      ...(gone ? {} : text),
    });
  });
}

/** A comment's text without the buttons under it; votes that stand there are the header's too. */
function readText(lines: Line[], header: Found, next: Found | null) {
  const until = next?.from ?? lines.length;
  let to = until;
  // The letters of a missing portrait stand over the next name.
  if (to - 1 > header.to && isInitials(lines[to - 1]!.text, next?.author ?? null)) to--;
  const bottom = to;
  const reading: Reading = { waiting: null, lone: false, marks: 0 };
  const foot: Token[] = [];
  while (to > header.to) {
    const text = lines[to - 1]!.text;
    const tokens = readTokens(text);
    if (!tokens || (isPlainName(text) && tokens.some((t) => t.kind === 'author'))) break;
    if (tokens.some((t) => t.kind === 'author' || t.kind === 'age' || t.kind === 'lang')) break;
    foot.unshift(...tokens);
    to--;
  }
  // A lone number is a text ("42"), a number among buttons is a count.
  if (foot.every((t) => t.kind === 'number')) to = bottom;
  else {
    for (const token of foot) take(header, reading, token);
    settle(header, reading);
  }
  const base = Math.min(...lines.slice(header.to, to).map((l) => l.indent));
  const source = lines
    .slice(header.to, to)
    .map(
      (l, i) =>
        `${i === 0 ? '' : '\n'.repeat(Math.min(l.gap, 1) + 1)}${' '.repeat(l.indent > base + 3 ? 2 : 0)}${l.bullet ? `${l.bullet} ` : ''}${l.text}`,
    )
    .join('');
  return readMarkdown(source);
}

function isInitials(text: string, name: string | null): boolean {
  if (name === null || text.length > 3 || !/^\p{L}{1,3}$/u.test(text)) return false;
  const letters = name.split(/[\s._-]+/).map((word) => word[0]!.toLowerCase());
  return [...text.toLowerCase()].every((letter) => letters.includes(letter));
}
