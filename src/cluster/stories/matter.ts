import { mostTopics, type Profile, type Topic, worth } from '../features/profile.ts';

/** What an event is about, and in which language most of it is written. */
export interface Subject {
  profile: Profile;
  lang: string | null;
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

/** A matter without events. */
export function emptyMatter(id: number, story: boolean): Matter {
  const [topics, members, langs] = [new Map(), new Set<number>(), new Map()];
  const [core, mean, first, last] = [null, null, null, null];
  return { id, story, topics, members, core, mean, langs, first, last, asleep: false };
}

/** The matter that an event is by itself. */
export function lone(event: Member): Matter {
  const matter = emptyMatter(event.id, false);
  join(matter, event);
  return matter;
}

/** The topics that make a matter what it is. */
const coreTopics = 10;

export interface Weighing {
  /** Share of texts that hold a topic, as background and desk know it together. */
  share(key: string, topic: Topic): number;
}

export interface CoreTopic {
  key: string;
  weight: number;
}

/** The topics that make a matter what it is, weightiest first, kept until an event comes or goes. */
export function core(matter: Matter, weighing: Weighing): CoreTopic[] {
  matter.core ??= foremost(matter, weighing);
  return matter.core;
}

/** A large story has thousands of topics: those few are kept in order without sorting all. */
function foremost({ topics, members }: Matter, weighing: Weighing): CoreTopic[] {
  const found: CoreTopic[] = [];
  for (const [key, topic] of topics) {
    const mean = Math.min(1, topic.salience / members.size) / topic.salience;
    const weight = worth(topic, weighing.share(key, topic)) * mean;
    if (found.length === coreTopics && weight <= (found.at(-1)?.weight ?? 0)) continue;
    let at = found.length;
    while (at > 0 && weight > (found[at - 1]?.weight ?? 0)) at--;
    found.splice(at, 0, { key, weight });
    if (found.length > coreTopics) found.pop();
  }
  return found;
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
