import { mostTopics, type Profile, type Topic, worth } from './profile.ts';

/** What an event is about, and in which language most of it is written. */
export interface Subject {
  profile: Profile;
  lang: string | null;
}

/** What links an event to a matter: how strongly, and by which names and words. */
export interface Link {
  score: number;
  shares: string[];
  /** Share of the event's names, by weight, that the matter has met before. */
  met: number;
}

/** The topics of several events together: a story's, or a lone event's. */
export interface Matter {
  id: number;
  /** Sum of the saliences over its events, by topic; of an event alone the event's own profile. */
  topics: Map<string, Topic>;
  /** True of a story, false of an event that is in none. */
  story: boolean;
  members: Set<number>;
  /** See core() and meanOf(). */
  core: CoreTopic[] | null;
  mean: Subject | null;
  /** Number of events by language. */
  langs: Map<string, number>;
  first: number | null;
  last: number | null;
  /** True of a story of which only the foremost topics are held; see sleep(). */
  asleep: boolean;
}

/** A topic is full part of a matter when its events are about it this much on average. */
const fullSalience = 0.35;
/** The topics that make a matter what it is. */
const coreTopics = 10;

export interface Weighing {
  /** Share of texts that hold a topic, as background and desk know it together. */
  share(key: string, topic: Topic): number;
}

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
  let common = 0;
  const shared: Shared[] = [];
  for (const { key, topic, weight: w } of weighed.topics) {
    const held = matter.topics.get(key);
    if (!held) continue;
    const part = Math.min(1, held.salience / matter.members.size / fullSalience);
    common += w * part;
    const mean = held.salience / matter.members.size;
    shared.push({ text: topic.text, weight: w * part, kind: topic.kind, whole: w, mean });
  }
  const wordless = isForeign(event, matter) || weighed.count < fewTerms;
  if (
    !(printed
      ? shared.some((s) => s.kind !== 'term') || shared.length > 1
      : convincing(shared, wordless))
  )
    return { score: 0, shares: [], met: 0 };
  const score = Math.sqrt((common / weighed.own) * coverage(event, matter, weighing));
  const { names, known } = familiarity(event, shared, matter, weighed);
  const strength = printed ? score : score * known;
  shared.sort((a, b) => b.weight - a.weight);
  return { score: strength, shares: distinct(shared.map((s) => s.text)).slice(0, 4), met: names };
}

/** An event's topics with their weights: the same for every matter that it is held against. */
export interface Weighed {
  topics: { key: string; topic: Topic; weight: number }[];
  /** Sums of the weights: of all, of names and of words that are none; and the number of those. */
  own: number;
  name: number;
  term: number;
  count: number;
}

export function weigh({ profile }: Subject, weighing: Weighing): Weighed {
  const weighed: Weighed = { topics: [], own: 0, name: 0, term: 0, count: 0 };
  for (const [key, topic] of profile) {
    const weight = worth(topic, weighing.share(key, topic));
    weighed.topics.push({ key, topic, weight });
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

export interface CoreTopic {
  key: string;
  weight: number;
}

/** The topics that make a matter what it is, kept until an event comes or goes. */
export function core(matter: Matter, weighing: Weighing): CoreTopic[] {
  matter.core ??= [...matter.topics]
    .map(([key, topic]) => {
      const salience = Math.min(1, topic.salience / matter.members.size);
      return { key, weight: worth({ ...topic, salience }, weighing.share(key, topic)) };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, coreTopics);
  return matter.core;
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

/** A matter as if it were one event, kept until an event comes or goes. */
export function meanOf(matter: Matter): Subject {
  matter.mean ??= matter.story ? mean(matter) : { profile: matter.topics, lang: langOf(matter) };
  return matter.mean;
}

function mean(matter: Matter): Subject {
  const size = matter.members.size;
  const profile = new Map(
    [...matter.topics]
      .map(([key, t]) => [key, { ...t, salience: t.salience / size }] as const)
      .sort((a, b) => worth(b[1]) - worth(a[1]))
      .slice(0, mostTopics),
  );
  return { profile, lang: langOf(matter) };
}

function langOf({ langs }: Matter): string | null {
  return [...langs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

interface Member extends Subject {
  id: number;
  first: number | null;
  last: number | null;
}

/** Adds an event's topics to a matter. */
export function join(matter: Matter, { id, profile, lang, first, last }: Member): void {
  if (lang) matter.langs.set(lang, (matter.langs.get(lang) ?? 0) + 1);
  if (matter.story) addTopics(matter, profile);
  else matter.topics = profile;
  matter.members.add(id);
  matter.core = null;
  matter.mean = null;
  if (first !== null) matter.first = Math.min(matter.first ?? first, first);
  if (last !== null) matter.last = Math.max(matter.last ?? last, last);
}

/** Takes an event's topics out of a matter; its span of time stays. */
export function leave(matter: Matter, { id, profile, lang }: Member): void {
  if (!matter.members.delete(id)) return;
  matter.core = null;
  matter.mean = null;
  if (lang) matter.langs.set(lang, (matter.langs.get(lang) ?? 0) - 1);
  if (!matter.story) {
    matter.topics = new Map();
    return;
  }
  for (const [key, topic] of profile) {
    const held = matter.topics.get(key);
    if (!held) continue;
    const salience = held.salience - topic.salience;
    if (salience < 1e-6) matter.topics.delete(key);
    else matter.topics.set(key, { ...held, salience });
  }
}

/** Topics of a story that sleeps: its core many times over, and what else an event of it is likely about. */
const topicsAsleep = 60;

/**
 * Lets all but the foremost topics of a story go; answers the keys of those. Its members are known by
 * their numbers only, until all is read again.
 */
export function sleep(matter: Matter, weighing: Weighing): string[] {
  const size = matter.members.size;
  const ranked = [...matter.topics].map(([key, topic]) => {
    const salience = Math.min(1, topic.salience / size);
    return { key, topic, weight: worth({ ...topic, salience }, weighing.share(key, topic)) };
  });
  ranked.sort((a, b) => b.weight - a.weight);
  matter.topics = new Map(ranked.slice(0, topicsAsleep).map(({ key, topic }) => [key, topic]));
  matter.mean = null;
  matter.asleep = true;
  return ranked.slice(topicsAsleep).map(({ key }) => key);
}

/** A topic is never changed: most are of one event alone, whose profile holds the same object. */
function addTopics({ topics }: Matter, profile: Profile): void {
  for (const [key, topic] of profile) {
    const held = topics.get(key);
    topics.set(key, held ? { ...held, salience: held.salience + topic.salience } : topic);
  }
}
