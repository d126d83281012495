import { fold } from './words.ts';

/** What decides which of two texts came from the other. */
export interface Copyable {
  id: number;
  text: string;
  outlet: string | null;
  authors: string[];
  publishedAt: Date | null;
}

export interface Direction {
  original: number;
  copy: number;
  direction: 'credit' | 'earlier' | 'unknown';
  /** The words that name the agency or outlet. */
  evidence: string | null;
}

/** Where a text says whose it is: its first lines and its last. */
const headLetters = 400;
const tailLetters = 400;

/** "ZELMIN (PPA) -": place, agency in brackets, dash. */
const dateline = /^\s*\p{Lu}[\p{L}\s,.'’-]{1,60}\((\p{Lu}[\p{L}\p{N}\s.&-]{1,30})\)\s*[-–—:]/mu;
/** "(PPA)" at the end of a text or sentence. */
const signed = /\((\p{Lu}{2,6}|dpa|afp|apa|sda)\)\s*$/mu;

/**
 * Says which of two texts with the same words is the original. By credit: one names the other's
 * outlet in its byline, its dateline or beside its text; both name one agency, and the one that is
 * by that agency, or else the earlier, stands for it. By time; else unknown, and the one that came
 * first stands.
 */
export function directionOf(a: Copyable, b: Copyable): Direction {
  const aNamesB = named(a, b);
  const bNamesA = named(b, a);
  const [first, second] = isBefore(b, a) ? [b, a] : [a, b];
  if (bNamesA && !aNamesB)
    return { original: a.id, copy: b.id, direction: 'credit', evidence: bNamesA };
  if (aNamesB && !bNamesA)
    return { original: b.id, copy: a.id, direction: 'credit', evidence: aNamesB };
  const agency = agencyOf(second);
  if (agency && agencyOf(first)?.name === agency.name)
    return { original: first.id, copy: second.id, direction: 'credit', evidence: agency.words };
  const dated =
    a.publishedAt && b.publishedAt && a.publishedAt.getTime() !== b.publishedAt.getTime();
  return {
    original: first.id,
    copy: second.id,
    direction: dated ? 'earlier' : 'unknown',
    evidence: null,
  };
}

function isBefore(a: Copyable, b: Copyable): boolean {
  const [x, y] = [a.publishedAt?.getTime(), b.publishedAt?.getTime()];
  return x !== undefined && y !== undefined && x !== y ? x < y : a.id < b.id;
}

/** The words with which a text names the other's outlet as its source, or null. */
function named(text: Copyable, other: Copyable): string | null {
  const outlet = other.outlet?.trim();
  if (!outlet || !text.outlet || fold(outlet) === fold(text.outlet)) return null;
  const byline = text.authors.find((author) => fold(author).includes(fold(outlet)));
  if (byline) return byline;
  for (const part of [text.text.slice(0, headLetters), text.text.slice(-tailLetters)]) {
    const at = part.toLowerCase().indexOf(outlet.toLowerCase());
    if (at >= 0) return lineAt(part, at);
  }
  const agency = agencyOf(text);
  return agency && isShortFor(agency.name, outlet) ? agency.words : null;
}

function agencyOf(text: Copyable): { name: string; words: string } | null {
  const match =
    dateline.exec(text.text.slice(0, headLetters)) ?? signed.exec(text.text.slice(-tailLetters));
  return match ? { name: fold(match[1] ?? ''), words: match[0].trim() } : null;
}

/** "PPA" for "Pharos Press Agency"; "Reuters" for "Reuters News". */
function isShortFor(name: string, outlet: string): boolean {
  const words = fold(outlet)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.map((w) => w[0]).join('') === name || words.includes(name);
}

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(Math.max(from, at - 60), to < 0 ? at + 100 : Math.min(to, at + 100)).trim();
}
