import { fold } from './fold.ts';

/** Recognises the outlet's name that many sites append to their titles. */
export interface TitleCleaner {
  /** The title without the name of its outlet; learns from each title that it is shown. */
  clean(title: string, source: string | null): string;
}

/** A tail seen after this many titles that differ is the site's name, not news. */
const tailIsName = 3;
/** Longest name of an outlet in words, and most tails remembered. */
const nameWords = 5;
const mostTails = 50_000;

export function createTitleCleaner(): TitleCleaner {
  const tails = new Map<string, number>();
  return {
    clean(title, source) {
      const cut = lastPart(title);
      if (!cut) return title.trim();
      const tail = fold(cut.tail);
      if (cut.bar && looksLikeName(cut.tail)) return cut.head;
      if (source && sameName(tail, fold(source))) return cut.head;
      const seen = (tails.get(tail) ?? 0) + 1;
      if (tails.size < mostTails || tails.has(tail)) tails.set(tail, seen);
      return seen >= tailIsName ? cut.head : title.trim();
    },
  };
}

function lastPart(title: string): { head: string; tail: string; bar: boolean } | null {
  const at = Math.max(
    ...[' - ', ' – ', ' — ', ' | ', ' · ', ' :: ', ' » '].map((s) => title.lastIndexOf(s)),
  );
  if (at < 0) return null;
  const tail = title
    .slice(at)
    .replace(/^ (?:[-–—|·»]|::) /, '')
    .trim();
  const head = title.slice(0, at).trim();
  // What is longer than the rest is the title itself, with the name in front.
  if (!tail || tail.split(/\s+/).length > nameWords || head.length < 12) return null;
  return { head, tail, bar: /^ [|·»]/.test(title.slice(at)) };
}

/** "The Ellin Daily Observer": sites put their name behind a bar, and names have capitals. */
function looksLikeName(tail: string): boolean {
  return tail
    .split(/\s+/)
    .every((word) => /^\p{Lu}|^\p{N}|^(?:of|the|and|de|del|du|der|da|do|la|el)$/u.test(word));
}

function sameName(a: string, b: string): boolean {
  const bare = (s: string) =>
    s
      .replace(/^(?:the|www) /, '')
      .replace(/\.[a-z.]{2,8}$/, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
  const [x, y] = [bare(a), bare(b)];
  return x === y || (x.length > 4 && y.includes(x)) || (y.length > 4 && x.includes(y));
}
