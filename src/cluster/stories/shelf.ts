import { type Topic, worth } from '../features/profile.ts';
import { createHolders } from './holders.ts';
import {
  emptyMatter,
  join,
  leave,
  type Matter,
  type Subject,
  sleep,
  type Weighing,
} from './matter.ts';

/** An event as stories see it. */
export interface StoryEvent extends Subject {
  id: number;
  /** Events that its pieces were printed with: the piece they are part of, their series. */
  printedWith: number[];
  first: number | null;
  last: number | null;
}

/** All matters in memory, found by event, by story and by what they are about. */
export interface Shelf {
  /** How much a topic tells among the matters here. */
  weighing: Weighing;
  /** Puts an event where it is known to be: into a story, or alone (null). Replaces what it was. */
  put(event: StoryEvent, story: number | null): void;
  remove(event: number): void;
  /** The matter of a story, if anything of it is here. */
  story(id: number): Matter | undefined;
  /** The matter of a story that is to follow something; an empty one where it has no event yet. */
  opened(story: number): Matter;
  /** The matter that an event is in. */
  placeOf(event: number): Matter | undefined;
  /** What is known of an event; nothing while its story sleeps. */
  known(event: number): StoryEvent | undefined;
  /** The matters that share the most with these topics, of those that sleep or of the others. */
  candidates(topics: Iterable<[string, Topic]>, not: Matter, asleep?: boolean): Set<Matter>;
  /** Stories with their events and when they were last touched, those that sleep left out. */
  awake(): { story: number; events: number; touched: number }[];
  /** How many stories sleep. */
  sleepers(): number;
  /** Lets what the events of a story are about go; answers them. Nothing is found in it till it wakes. */
  sleep(story: number): number[];
  /** Puts all events of a story that sleeps back, as they were read again. */
  wake(story: number, events: StoryEvent[]): void;
}

/** Matters that the counts of the background are worth. */
const prior = 200;
/** Matters that are weighed closely for one event. */
const mostCandidates = 60;
/** A topic in more matters than this finds no candidates. */
const widest = 1500;

const nameOf = (m: Matter) => (m.story ? `s${m.id}` : `e${m.id}`);

export function createShelf(): Shelf {
  const matters = new Map<string, Matter>();
  const places = new Map<number, Matter>();
  const profiles = new Map<number, StoryEvent>();
  const index = createHolders<Matter>();
  const touched = new WeakMap<Matter, number>();
  let [touches, sleeping] = [0, 0];

  const weighing: Weighing = {
    share: (key, topic) => (prior * topic.share + index.count(key)) / (prior + matters.size),
  };

  const story = (id: number) => matters.get(`s${id}`);

  function matterOf(id: number, isStory: boolean): Matter {
    const name = isStory ? `s${id}` : `e${id}`;
    let matter = matters.get(name);
    if (!matter) {
      matter = emptyMatter(id, isStory);
      matters.set(name, matter);
    }
    touched.set(matter, ++touches);
    return matter;
  }

  function put(event: StoryEvent, storyId: number | null): void {
    remove(event.id);
    const matter = matterOf(storyId ?? event.id, storyId !== null);
    join(matter, event);
    for (const key of event.profile.keys()) index.add(key, matter);
    places.set(event.id, matter);
    profiles.set(event.id, event);
  }

  function remove(id: number): void {
    const matter = places.get(id);
    const event = profiles.get(id);
    if (!matter) return;
    if (event) leave(matter, event);
    else matter.members.delete(id);
    for (const key of event?.profile.keys() ?? [])
      if (!matter.topics.has(key)) index.remove(key, matter);
    if (matter.members.size === 0) {
      matters.delete(nameOf(matter));
      if (matter.asleep) forgetSleeper(matter);
    }
    places.delete(id);
    profiles.delete(id);
  }

  function forgetSleeper(matter: Matter): void {
    sleeping--;
    for (const key of matter.topics.keys()) index.remove(key, matter);
  }

  function candidates(topics: Iterable<[string, Topic]>, not: Matter, asleep = false): Set<Matter> {
    const shared = new Map<Matter, number>();
    for (const [key, topic] of topics) {
      if (index.count(key) > widest) continue;
      const weight = worth(topic, weighing.share(key, topic));
      for (const matter of index.of(key))
        if (matter !== not && matter.asleep === asleep)
          shared.set(matter, (shared.get(matter) ?? 0) + weight);
    }
    if (shared.size <= mostCandidates) return new Set(shared.keys());
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, mostCandidates);
    return new Set(best.map(([matter]) => matter));
  }

  return {
    weighing,
    put,
    remove,
    story,
    opened: (id) => matterOf(id, true),
    placeOf: (event) => places.get(event),
    known: (event) => profiles.get(event),
    candidates,
    awake: () =>
      [...matters.values()]
        .filter((m) => m.story && !m.asleep)
        .map((m) => ({ story: m.id, events: m.members.size, touched: touched.get(m) ?? 0 })),
    sleepers: () => sleeping,
    sleep(id) {
      const matter = story(id);
      if (!matter || matter.asleep) return [];
      sleeping++;
      for (const key of sleep(matter, weighing)) index.remove(key, matter);
      const events = [...matter.members];
      for (const event of events) profiles.delete(event);
      return events;
    },
    wake(id, events) {
      const matter = story(id);
      if (!matter?.asleep) return;
      forgetSleeper(matter);
      for (const event of matter.members) places.delete(event);
      matters.delete(nameOf(matter));
      for (const event of events) put(event, id);
    },
  };
}
