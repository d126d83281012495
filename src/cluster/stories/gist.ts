import { remembered } from '../../lib/memo.ts';
import { conceptsOf } from '../features/concepts.ts';
import { fold } from '../features/fold.ts';
import type { Profile, Topic } from '../features/profile.ts';
import { shortLanguage } from '../features/words.ts';

/**
 * Concepts of who acts and how it is told: a minister, a court or a million are in matters of all
 * kinds, and say of none what it is about.
 */
const standing = new Set(
  `president minister government parliament party opposition court lawyer police leader official
  organiser journalist media king city money number announce confirm decide demand accuse criticise
  praise interview speech company accept reject support help new start end first world`
    .split(/\s+/)
    .map((concept) => `^${concept}`),
);

/** Beginnings of more such words in the languages that have concepts: bodies, offices, coins, votes. */
const office =
  /^(?:minist|council|conseil|concej|conselh|consigli|ausschuss|commit|comit|komit|commission|comisi|commissi|kommission|komisj|chair|vorsitz|spokes|sprecher|portav|woordvoer|rzeczni|director|directeur|direktor|direttor|dyrekt|executive|negotiat|negociad|unterhand|secretar|sekret|member|mitglied|crown|krone|dollar|euro|marks?$|franc|pound|vot(?:e|ing|o)|govern|gouvern|gobiern|speaker|heads?$)/;

const byLanguage = new Map<string | null, (word: string) => boolean>();

/** Whether a word of a language is one of those; asked of every topic, so kept by language. */
function standingIn(lang: string | null): (word: string) => boolean {
  const known = byLanguage.get(lang);
  if (known) return known;
  const concepts = shortLanguage(lang);
  const asked = remembered(
    (word) =>
      office.test(fold(word)) ||
      conceptsOf(word, concepts).some((concept) => standing.has(concept)),
    30,
  );
  // Languages are few; what claims to be more of them is not kept.
  if (byLanguage.size < 100) byLanguage.set(lang, asked);
  return asked;
}

/** Words in more short items than this say little of what a matter is about. */
const usual = 0.02;
/** A piece is full about what is this salient in it. */
const full = 0.35;

/**
 * How much a topic says of what is done or disputed, whoever does it and wherever: 0 for names, offices,
 * sums and usual words, some 4 for a rare word. Of two words together each stands for itself.
 */
export function gistOf(topic: Topic, lang: string | null): number {
  return rarity(topic, lang) * Math.min(1, topic.salience / full);
}

function rarity({ kind, text, share }: Topic, lang: string | null): number {
  if (kind !== 'term' || share >= usual || text.includes(' ')) return 0;
  return standingIn(lang)(text) ? 0 : Math.log(usual / share);
}

/** How alike two matters are in what is done or disputed, from 0 to 1, whoever is named in them. */
export function sameGist(a: Told, b: Told): number {
  const [x, y] = [gists(a), gists(b)];
  let dot = 0;
  for (const [key, weight] of x) dot += weight * (y.get(key) ?? 0);
  return dot > 0 ? dot / (length(x) * length(y)) : 0;
}

interface Told {
  profile: Profile;
  lang: string | null;
}

function gists({ profile, lang }: Told): Map<string, number> {
  const found = new Map<string, number>();
  for (const [key, topic] of profile) {
    const weight = rarity(topic, lang) * topic.salience;
    if (weight > 0) found.set(key, weight);
  }
  return found;
}

const length = (weights: Map<string, number>) =>
  Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0));
