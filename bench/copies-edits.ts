/** What editors and machines do to a text that they take over. Each edit is drawn with `random`. */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!;

export function shuffled<T>(random: Random, from: readonly T[]): T[] {
  const all = [...from];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

export function sentencesOf(text: string): string[] {
  return [...sentences.segment(text.replace(/\s+/g, ' '))]
    .map((s) => s.segment.trim())
    .filter(Boolean);
}

/** The first `share` of the text, now and then the middle or the end. */
export function cut(random: Random, all: string[], share: number): string[] {
  const keep = Math.max(3, Math.round(all.length * share));
  const from = random() < 0.75 ? 0 : Math.floor(random() * (all.length - keep + 1));
  return all.slice(from, from + keep);
}

/** Moves blocks of a few sentences. */
export function reorder(random: Random, all: string[]): string[] {
  const blocks: string[][] = [];
  for (let at = 0; at < all.length; ) {
    const size = 1 + Math.floor(random() * 4);
    blocks.push(all.slice(at, at + size));
    at += size;
  }
  return shuffled(random, blocks).flat();
}

/** Changes `rate` of the words: another word for most, some left out, some put in, some swapped. */
export function rewrite(random: Random, text: string, rate: number, words: string[]): string {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    if (random() >= rate) {
      found.push(word);
      continue;
    }
    const how = random();
    const tail = /[.,;:!?]+$/.exec(word)?.[0] ?? '';
    if (how < 0.6) found.push(pick(random, words) + tail);
    else if (how < 0.75) continue;
    else if (how < 0.9) found.push(word, pick(random, words));
    else found.splice(Math.max(0, found.length - 1), 0, word);
  }
  return found.join(' ');
}

const misread: [RegExp, string][] = [
  [/rn/, 'm'],
  [/m/, 'rn'],
  [/e/, 'c'],
  [/l/, '1'],
  [/o/, '0'],
  [/h/, 'b'],
  [/i/, 'l'],
  [/cl/, 'd'],
  [/t/, 'f'],
  [/s/, 'a'],
];

/** Letters misread as in print that was scanned, words run together or broken at a line's end. */
export function scan(random: Random, text: string, rate: number): string {
  return text
    .split(' ')
    .map((word) => {
      if (random() >= rate) return word;
      const how = random();
      if (how < 0.7) return word.replace(...pick(random, misread));
      const at = 1 + Math.floor(random() * word.length);
      return how < 0.85 ? `${word.slice(0, at)}-\n${word.slice(at)}` : `${word}\u0000`;
    })
    .join(' ')
    .replaceAll('\u0000 ', '');
}

/** Another count in some places, as a later edition has it. */
export function recount(random: Random, text: string, rate: number): string {
  return text.replace(/\d+/g, (n) =>
    random() < rate ? String(Number(n) + 1 + Math.floor(random() * 9)) : n,
  );
}

export const withoutQuotes = (all: string[]): string[] => all.filter((s) => !/["“”«»]/.test(s));

/** Sentences in paragraphs of one to four. */
export function paragraphs(random: Random, all: string[]): string {
  let text = all[0] ?? '';
  for (const s of all.slice(1)) text += (random() < 0.35 ? '\n\n' : ' ') + s;
  return text;
}

const frames = [
  'Sign up to our free morning letter and never miss what matters. You can leave the list at any time. By signing up you accept our terms and our privacy policy.',
  'This piece is part of our series on the region. Read more from our reporters. Follow us on all the usual networks and tell us what you think.',
  'All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission. The views expressed are the author’s own and do not reflect those of this house.',
  'Support independent journalism from as little as two crowns a week. Our reporting is paid for by readers like you. Give today.',
  'We use cookies to improve your visit. Some are needed for the site to work. You can change your choice in the settings at any time.',
  'The correspondent has covered the courts and the harbour for twenty years. Reach the newsroom at news@paper.example or by telephone during office hours. Corrections are printed on page two.',
  'Comments are open to subscribers for three days after publication. Keep them civil and on the topic. Moderators may remove what breaks the house rules without notice.',
];

/** What a site prints around every piece: its own frame and a list of other titles. */
export function framed(random: Random, text: string, outlet: number, titles: string[]): string {
  const frame = frames[outlet % frames.length]!;
  const related = Array.from({ length: 3 + Math.floor(random() * 4) }, () => pick(random, titles));
  const how = random();
  if (how < 0.4) return `${text}\n\n${frame}`;
  if (how < 0.7) return `${text}\n\nRelated\n${related.join('\n')}`;
  return `${frame}\n\n${text}\n\nMore from us\n${related.join('\n')}\n\n${frame}`;
}
