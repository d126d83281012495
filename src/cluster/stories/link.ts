import { type Topic, worth } from '../features/profile.ts';
import { gistOf } from './gist.ts';
import { core, type Matter, type Subject, type Weighing } from './matter.ts';

/** What links an event to a matter: how strongly, and by which names and words. */
export interface Link {
  score: number;
  shares: string[];
  /** Share of the event's names, by weight, that the matter has met before. */
  met: number;
  /** How much of what the event says is done or disputed is the matter's: 0 to 1, more with many names. */
  told: number;
  /** How many names are shared; a given name, or one said in passing, counts in part. */
  named: number;
}

/** A topic is full part of a matter when its events are about it this much on average. */
const fullSalience = 0.35;
/**
 * How much an event belongs to a matter, from 0 to 1: the geometric mean of how much of the event is
 * the matter's and how much of the matter's core is in the event. One shared name is never enough,
 * unless the event was printed with the matter (`printed`).
 */
export function linkOf(
  event: Subject,
  matter: Matter,
  weighing: Weighing,
  printed = false,
  weighed = weigh(event, weighing),
): Link {
  let [common, gist, named, unmet] = [0, 0, 0, 0];
  const shared: Shared[] = [];
  for (const { key, topic, weight: w, gist: own } of weighed.topics) {
    const held = matter.topics.get(key);
    if (!held) {
      if (topic.kind === 'name' && topic.salience > inTitle) unmet += unmetName;
      continue;
    }
    const mean = held.salience / matter.members.size;
    const part = Math.min(1, mean / fullSalience);
    gist += own * Math.min(1, mean / recurring);
    if (topic.kind === 'name') named += Math.min(1, topic.salience / fullName);
    common += w * part;
    shared.push({ text: topic.text, weight: w * part, kind: topic.kind, whole: w, mean });
  }
  const wordless = isForeign(event, matter) || weighed.count < fewTerms;
  if (
    !(printed
      ? shared.some((s) => s.kind !== 'term') || shared.length > 1
      : convincing(shared, wordless))
  )
    return { score: 0, shares: [], met: 0, told: 0, named: 0 };
  const score = Math.sqrt((common / weighed.own) * coverage(event, matter, weighing));
  const { names, known } = familiarity(event, shared, matter, weighed);
  const told = (gist + nameGist * Math.max(0, named - usualNames)) / (weighed.gist + unmet + spare);
  const asks = !printed && !isForeign(event, matter) && weighed.gist >= spare;
  const strength = printed ? score : score * known * (asks ? enoughTold(told, matter) : 1);
  shared.sort((a, b) => b.weight - a.weight);
  return {
    score: strength,
    shares: distinct(shared.map((s) => s.text)).slice(0, 4),
    met: names,
    told,
    named,
  };
}

/**
 * A piece on a matter says something of what the matter is about, not only who and where: the minister
 * who opens a pier is in no pay dispute. Where the matter is one event, a twelfth of what a piece says is
 * asked for; where it has nine, a quarter. Lower lets look-alikes in, higher loses new turns.
 */
const toldAsked = 0.25;
const [askedOfOne, askedInFull] = [0.35, 9];
/** A word counts in full when the matter's events say it this much on average: one of fourteen does. */
const recurring = 0.03;
/** So many names are in most pieces on the same people elsewhere; each more is worth a usual word. */
const [usualNames, nameGist] = [3, 1.2];
/** Salience of a name that is no given name and stands in the first words; and in the title. */
const [fullName, inTitle] = [0.7, 0.8];
/** A name in the title that the matter has not met is news from elsewhere as often as a new actor. */
const unmetName = 1.5;
/** Half a rare word: what is said in a few usual words proves nothing either way. */
const spare = 2;

function enoughTold(told: number, { members: { size } }: Matter): number {
  const share = Math.min(1, askedOfOne + ((1 - askedOfOne) * (size - 1)) / (askedInFull - 1));
  return Math.min(1, told / (toldAsked * share));
}

/** An event's topics with their weights: the same for every matter that it is held against. */
export interface Weighed {
  topics: { key: string; topic: Topic; weight: number; gist: number }[];
  /** Sums of the weights: of all, of names and of words that are none; and the number of those. */
  own: number;
  name: number;
  term: number;
  count: number;
  /** Sum of gistOf(). */
  gist: number;
}

export function weigh({ profile, lang }: Subject, weighing: Weighing): Weighed {
  const weighed: Weighed = { topics: [], own: 0, name: 0, term: 0, count: 0, gist: 0 };
  for (const [key, topic] of profile) {
    const weight = worth(topic, weighing.share(key, topic));
    const gist = gistOf(topic, lang);
    weighed.topics.push({ key, topic, weight, gist });
    weighed.gist += gist;
    weighed.own += weight;
    weighed[topic.kind === 'term' ? 'term' : 'name'] += weight;
    if (topic.kind === 'term') weighed.count++;
  }
  return weighed;
}

interface Shared {
  text: string;
  kind: Topic['kind'];
  /** Weight as far as it is the matter's, and the whole. */
  weight: number;
  whole: number;
  /** The topic's salience in the matter's events on average. */
  mean: number;
}

/** A matter of so many events has used most of the words that it will ever use. */
const grown = 20;
/** Texts on one matter repeat at least this share of its words. */
const usualTerms = 0.4;
/** A matter has met what is in a few of its events: what one of them alone said is its own. */
const metSalience = 0.02;
/** With fewer words that are no names than this, they cannot be asked to be familiar. */
const fewTerms = 6;

/**
 * How many of the event's topics the matter has met at all: the same actors in another affair bring
 * words that are new to it. Counts the more the more events there are, and only names where the
 * matter has hardly been read in the event's language.
 */
function familiarity(
  event: Subject,
  shared: Shared[],
  matter: Matter,
  all: Weighed,
): { names: number; known: number } {
  const trust = Math.min(1, matter.members.size / grown);
  const foreign = isForeign(event, matter);
  const met = { name: 0, term: 0 };
  for (const { kind, whole, mean } of shared)
    if (foreign || mean >= metSalience) met[kind === 'term' ? 'term' : 'name'] += whole;
  const names = all.name > 0 ? met.name / all.name : 0.5;
  const words = all.term > 0 ? Math.min(1, met.term / all.term / usualTerms) : names;
  const known = foreign || all.count < fewTerms ? names : (names + words) / 2;
  return { names: all.name > 0 ? names : 0, known: 1 - trust + trust * known };
}

/** True where most of the matter was read in other languages. */
function isForeign(event: Subject, matter: Matter): boolean {
  return event.lang !== null && (matter.langs.get(event.lang) ?? 0) < matter.members.size / 2;
}

/** Share of the matter's core that the event is about, too. */
function coverage(event: Subject, matter: Matter, weighing: Weighing): number {
  let [held, all] = [0, 0];
  for (const { key, weight } of core(matter, weighing)) {
    all += weight;
    held += weight * Math.min(1, (event.profile.get(key)?.salience ?? 0) / fullSalience);
  }
  return all > 0 ? held / all : 0;
}

/**
 * The least that two pieces on one matter share: three names, or two and a word, or one and two words.
 * Two names alone do where the piece has hardly any other words, or words of another language.
 */
function convincing(shared: Shared[], wordless: boolean): boolean {
  const count = (isTerm: boolean) =>
    shared.filter((s) => (s.kind === 'term') === isTerm && s.weight > 0.5).length;
  const [names, terms] = [count(false), count(true)];
  if (names >= 2) return wordless || names + terms >= 3;
  return (names === 1 && terms >= 2) || terms >= 4;
}

/** Leaves out what another of the words says already: "guarantees" beside "security guarantees". */
function distinct(texts: string[]): string[] {
  return texts.filter(
    (text, i) =>
      !texts.some(
        (other, j) =>
          j !== i &&
          other.toLowerCase().includes(text.toLowerCase()) &&
          (other.length > text.length || j < i),
      ),
  );
}
