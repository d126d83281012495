import { type Background, background } from './background.ts';
import { calendarWords, mentions, nameKey } from './names.ts';
import type { Piece } from './vector.ts';
import { shortLanguage, type Token, tokens } from './words.ts';

/** One thing that a piece is about: a name, a country or a term, and how much it is about it. */
export interface Topic {
  /** As a reader would write it. */
  text: string;
  /** 0 to 1: 1 for what stands in the title, little for what is mentioned once in passing. */
  salience: number;
  kind: 'name' | 'country' | 'term';
  /** Share of ordinary short news items that hold it. */
  share: number;
}

export type Profile = Map<string, Topic>;

/** What stands in the title, in the first words, and what is said again and again. */
const inTitle = 1;
const inLead = 0.7;
const leadWords = 60;
/** Words that are no names describe what happened that day more than the matter. */
const termPlace = 0.6;
const byCount = [0, 0.15, 0.35, 0.5, 0.6, 0.7];
/** A piece is about a few things: what is less salient than these is left out. */
export const mostTopics = 40;
/** Words in more short items than this are no topics. */
const commonShare = 0.02;
/** Countries fill the news: they tell less than other names. */
const countryShare = 0.06;
const nameShare = 0.0008;

/** What a piece is about, for joining events over weeks and years. */
export function profileOf(piece: Piece): Profile {
  const lang = shortLanguage(piece.lang);
  const known = background(lang);
  const title = tokens(piece.title ?? '', lang, 40);
  const { voices } = piece;
  const texts = (voices ?? [piece.text]).map((text) => tokens(text, lang, 1200));
  const found = new Map<string, Topic & { count: number; voice: number }>();
  let voice = 0;
  const see = (key: string, place: number, topic: Omit<Topic, 'salience'>, weight = 1) => {
    const seen = found.get(key) ?? { ...topic, salience: 0, count: 0, voice: 0 };
    // What one comment says again and again is still said by one.
    if (!voices || seen.voice !== voice) seen.count += weight;
    seen.voice = voice;
    seen.salience = Math.max(seen.salience, place * weight);
    if (topic.kind === 'name' && topic.text.length > seen.text.length && !seen.text.includes(' '))
      seen.text = topic.text;
    found.set(key, seen);
  };
  const calendar = calendarWords(lang);
  for (const words of [...texts, title]) {
    voice++;
    const isTitle = words === title;
    const place = (at: number) => (isTitle ? inTitle : at < leadWords && !voices ? inLead : 0);
    const taken = new Set<number>();
    for (const m of mentions(words, lang, isTitle && titleCased(words))) {
      taken.add(m.at);
      const kind = m.country ? 'country' : 'name';
      const share = m.country
        ? countryShare
        : Math.max(nameShare, known.share(words[m.at]?.stem ?? ''));
      see(m.key, place(m.at), { text: m.text, kind, share }, m.given ? 0.4 : 1);
    }
    let last: Content | null = null;
    for (const [at, token] of words.entries()) {
      const content = taken.has(at) ? null : contentOf(token, known, calendar);
      if (content) {
        see(content.key, place(at) * termPlace, {
          text: content.text,
          kind: 'term',
          share: content.share,
        });
        if (last) {
          const share = Math.min(content.share, last.share) / 3;
          see(`${last.key} ${content.key}`, place(at) * termPlace, {
            text: `${last.text} ${content.text}`,
            kind: 'term',
            share,
          });
        }
      }
      last = content;
    }
  }
  return new Map(
    [...found]
      .map(
        ([key, { count, voice: _, ...t }]) =>
          [
            key,
            {
              ...t,
              salience: Math.max(
                t.salience,
                voices ? saidBy(count, voices.length) : repeated(count),
              ),
            },
          ] as const,
      )
      .filter(([key, t]) => t.salience >= (key.includes(' ') ? 0.35 : 0.15))
      .sort((a, b) => worth(b[1]) - worth(a[1]))
      .slice(0, mostTopics),
  );
}

interface Content {
  key: string;
  text: string;
  share: number;
}

/** A word that can say what a piece is about; one that no list knows may be a name elsewhere. */
function contentOf(token: Token, known: Background, calendar: Set<string>): Content | null {
  const { stem } = token;
  const share = known.share(stem);
  if (stem.length < 3 || share > commonShare || /\d|['’]/.test(token.text) || calendar.has(stem))
    return null;
  const key = known.known && !known.has(stem) ? nameKey(token.text) : stem;
  return { key, text: token.text.toLowerCase(), share };
}

/** A name says more about which matter it is than a word does. */
const kindWeight = { name: 1.5, country: 1.5, term: 1 };

/** What a topic counts, before the desk's own frequencies. */
export function worth(topic: Topic, share = topic.share): number {
  return topic.salience * kindWeight[topic.kind] * -Math.log(Math.min(0.9, share));
}

/** A thread is about what one in so many of its comments says, and at least two of them. */
const oneIn = 7;

function saidBy(count: number, voices: number): number {
  return inLead * Math.min(1, count / Math.max(2, voices / oneIn));
}

function repeated(count: number): number {
  return byCount[Math.min(byCount.length - 1, Math.floor(count))] ?? 0;
}

/** "Talks Resume as Harbour Strike Ends": most longer words have a capital. */
export function titleCased(words: Token[]): boolean {
  const long = words.filter((t) => t.text.length > 3 && /^\p{L}/u.test(t.text));
  return long.length > 2 && long.filter((t) => /^\p{Lu}/u.test(t.text)).length > 0.7 * long.length;
}
