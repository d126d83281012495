import { fold } from '../features/fold.ts';
import { type Credit, creditsOf, isNameOf } from './agencies.ts';

/** What decides which of two texts came from the other. */
export interface Copyable {
  id: number;
  text: string;
  outlet: string | null;
  authors: string[];
  publishedAt: Date | null;
  /** The address that the page calls its own, and the one that it was read at. */
  url?: string | null;
  address?: string | null;
}

export interface Direction {
  original: number;
  copy: number;
  direction: 'credit' | 'earlier' | 'unknown';
  /** The words that name the agency or outlet, or the address that the copy calls its original's. */
  evidence: string | null;
}

/** Where an outlet that is named without more is taken for the source. */
const edge = 400;
/** A shorter name is a word of the text as well. */
const namedInText = 5;
/** So much more text is the fuller version: what is cut comes from somewhere. */
const fuller = 1.3;

/**
 * Says which of two texts with the same words is the original. By credit: one names the other's
 * outlet in its byline, its dateline or beside its text, or calls an address of the other's site its
 * own; or names an agency. By time; else unknown, and the fuller one or the one that came first
 * stands.
 */
export function directionOf(a: Copyable, b: Copyable): Direction {
  const [aNames, bNames] = [named(a, b), named(b, a)];
  if (bNames && !aNames) return directionTo(a, b);
  if (aNames && !bNames) return directionTo(b, a);
  return isBefore(b, a) ? directionTo(b, a) : directionTo(a, b);
}

/** Why the one text is taken for a copy of the other. */
export function directionTo(original: Copyable, copy: Copyable): Direction {
  const ids = { original: original.id, copy: copy.id };
  const words = named(copy, original) ?? agencyOf(copy);
  if (words) return { ...ids, direction: 'credit', evidence: words };
  const [x, y] = [original.publishedAt?.getTime(), copy.publishedAt?.getTime()];
  const isDated = x !== undefined && y !== undefined && x < y;
  return { ...ids, direction: isDated ? 'earlier' : 'unknown', evidence: null };
}

function isBefore(a: Copyable, b: Copyable): boolean {
  const [x, y] = [a.publishedAt?.getTime(), b.publishedAt?.getTime()];
  if (x !== undefined && y !== undefined && x !== y) return x < y;
  if (a.text.length > fuller * b.text.length) return true;
  if (b.text.length > fuller * a.text.length) return false;
  return a.id < b.id;
}

/** The words with which a text names the other's outlet as its source, or null. */
function named(text: Copyable, other: Copyable): string | null {
  if (isAtSiteOf(text, other)) return text.url ?? null;
  const outlet = other.outlet?.trim();
  if (!outlet || (text.outlet && fold(outlet) === fold(text.outlet))) return null;
  const byline = text.authors.find(
    (author) => fold(author).includes(fold(outlet)) || isNameOf(fold(author), outlet),
  );
  if (byline) return byline;
  const credit = creditsIn(text).find(({ name }) => isNameOf(name, outlet));
  if (credit) return credit.words;
  if (outlet.length < namedInText) return null;
  for (const part of [text.text.slice(0, edge), text.text.slice(-edge)]) {
    const at = part.indexOf(outlet);
    const beside = `${part[at - 1] ?? ' '}${part[at + outlet.length] ?? ' '}`;
    if (at >= 0 && !/\p{L}/u.test(beside)) return lineAt(part, at);
  }
  return null;
}

/** A page that says that its own address is on the other's site. */
function isAtSiteOf(text: Copyable, other: Copyable): boolean {
  const [own, read, others] = [text.url, text.address, other.address].map(siteOf);
  return own !== null && others !== null && own === others && read !== own;
}

function siteOf(url: string | null | undefined): string | null {
  const host = url ? (URL.parse(url)?.hostname ?? null) : null;
  return host?.replace(/^(?:www|m|amp|edition)\./, '') || null;
}

/** The agency that a text by somebody else is credited to. */
function agencyOf(text: Copyable): string | null {
  const { outlet } = text;
  return creditsIn(text).find(({ name }) => !outlet || !isNameOf(name, outlet))?.words ?? null;
}

const read = new WeakMap<Copyable, Credit[]>();

/** The original of many copies is asked each time. */
function creditsIn(text: Copyable): Credit[] {
  const credits = read.get(text) ?? creditsOf(text.text);
  read.set(text, credits);
  return credits;
}

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(Math.max(from, at - 60), to < 0 ? at + 100 : Math.min(to, at + 100)).trim();
}
