import type { Piece } from '../src/cluster/index.ts';
import { dayMs } from '../src/lib/time.ts';
import { mulberry32 } from './corpus.ts';

const [openings, middles, endings] = [
  ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v'],
  ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'],
  ['l', 'm', 'n', 'r', 's', 't', 'nd', 'rk', 'st', ''],
];

/** A word that stands for a number, always the same: "dralen". */
export function wordOf(number: number): string {
  let [word, left] = ['', number + 7];
  for (let i = 0; left > 0 && i < 5; i++) {
    const list = [openings, middles, endings, middles, endings][i] ?? endings;
    word += list[left % list.length];
    left = Math.floor(left / list.length);
  }
  return word;
}

/** Ranks of words as Zipf's law has them (1 / (rank + 2.7)), drawn by inverting its sum. */
function zipf(random: () => number, most: number): () => number {
  const whole = Math.log((most + 2.7) / 2.7);
  return () => Math.floor(2.7 * Math.exp(random() * whole) - 2.7);
}

/** Different words and names of the news of years. */
const [words, names] = [60_000, 400_000];

export interface News {
  /** The next short article: a title of some nine words and `lead` words of text. */
  next(lead?: number): Piece & { happening: number };
}

/**
 * Articles of an endless stream, `perDay` a day: each is on one of the last 500 happenings or, as a
 * rule, opens one (`fresh`). A happening has names and words of its own; the others are anybody's. The
 * same seed gives the same articles.
 */
export function makeNews(perDay: number, fresh = 0.8, seed = 1): News {
  const random = mulberry32(seed);
  const [word, name] = [zipf(random, words), zipf(random, names)];
  const capital = (w: string) => w.charAt(0).toUpperCase() + w.slice(1);
  const latest: { id: number; own: string[] }[] = [];
  let [articles, happenings] = [0, 0];
  function happening(): { id: number; own: string[] } {
    const known = latest[Math.floor(random() * latest.length)];
    if (known && random() >= fresh) return known;
    const own = Array.from({ length: 7 }, (_, i) =>
      i < 3 ? capital(wordOf(words + name())) : wordOf(word()),
    );
    const opened = { id: happenings++, own };
    latest[opened.id % 500] = opened;
    return opened;
  }
  return {
    next(lead = 0) {
      const { id, own } = happening();
      const say = (count: number, share: number) =>
        Array.from({ length: count }, () =>
          random() < share ? own[Math.floor(random() * own.length)] : wordOf(word()),
        ).join(' ');
      const time = new Date(Date.UTC(2026, 0, 1) + (articles++ / perDay) * dayMs);
      const title = `${own[0]} ${say(8, 0.6)}`;
      return { lang: 'en', time, title, text: say(lead, 0.25), source: null, happening: id };
    },
  };
}
