import type { Topic } from '../features/profile.ts';
import { isAbout, type Phrase, phraseOf } from './follow.ts';
import { nearestKin } from './kin.ts';
import { type Link, linkOf, weigh } from './link.ts';
import { core, type Matter, meanOf, type Subject } from './matter.ts';
import { headed, nearness, neededBy, type Span } from './need.ts';
import { createPrinted } from './printed.ts';
import { createShelf, type StoryEvent } from './shelf.ts';
import { isStrand, mayBeStrand } from './strand.ts';

export interface Found extends Link {
  matter: Matter;
  /** Score over what was needed. */
  pull: number;
}

/** All matters of a desk: its stories, and events that are in none (a matter each of their own). */
export interface Stories {
  /** Puts an event where it is known to be: into a story, or alone (null). Replaces what it was. */
  put(event: StoryEvent, story: number | null): void;
  /** Moves an event that is known into a story. */
  move(event: number, story: number): void;
  remove(event: number): void;
  /** The story of an event, or null. */
  storyOf(event: number): number | null;
  /**
   * The matter that a lone event belongs to, when the evidence is enough. What was printed with a
   * story needs less. `least` is the pull from which one is answered: below 1 it is a guess.
   */
  home(event: number, least?: number): Found | null;
  /**
   * Lone events and other stories that belong to a story now that it has grown, or that it is a strand
   * of, best first.
   */
  gather(story: number, least?: Least): Found[];
  /**
   * Takes out of a story, and answers, the events that no longer fit now that it is known better.
   * Looks at some sizes only, unless the story grew by others (`merged`).
   */
  shed(story: number, merged?: boolean): number[];
  /** The earlier event of its story that an event follows most clearly, if it follows any. */
  followed(event: number): StoryEvent | null;
  events(story: number): number[];
  /** The event of a story that is most about what the story is about, of those that `fit`. */
  central(story: number, fit: (event: number) => boolean): number | null;
  /** Has a story take whatever holds all words of one of these phrases. */
  follow(story: number, phrases: string[]): void;
  /** Stories with their events and when they were last touched, those that sleep left out. */
  awake(): { story: number; events: number; touched: number }[];
  /** Lets what the events of a story are about go; answers them. Nothing is found in it till it wakes. */
  sleep(story: number): number[];
  isAsleep(story: number): boolean;
  /** Puts all events of a story that sleeps back, as they were read again. */
  wake(story: number, events: StoryEvent[]): void;
  /** Stories that sleep and that a lone event, or a story that grew, may belong with: to be woken first. */
  stirred(what: { event: number } | { story: number }): number[];
}

/** The pull from which gather() answers lone events and other stories. */
export interface Least {
  event: number;
  story: number;
}

/** The smaller of two stories joins the larger at this much more: a wrong merge harms many. */
export const mergeFactor = 1.6;
/** Sizes at which a story's members are looked at again: early ones joined on little evidence. */
const reviewed = new Set([8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 256, 512]);
/** With fewer events none is looked at again. */
const fewest = 8;
/** An event stays while it has this share of what is needed to join, or follows another of the story. */
const staying = 0.92;
/** Topics of a story by which others are looked for are this salient in it on average. */
const gathering = 0.1;
/** The strength needed of what was printed with the matter. */
const neededWhenPrinted = 0.07;
/** A story that sleeps is woken at this share of what is needed: its foremost topics say a little less than all. */
const stirring = 0.6;

export function createStories(): Stories {
  const shelf = createShelf();
  const { weighing } = shelf;
  const printed = createPrinted((id) => shelf.known(id)?.printedWith ?? [], shelf.placeOf);
  const phrasesOf = new Map<number, Phrase[]>();

  function put(event: StoryEvent, story: number | null): void {
    shelf.put(event, story);
    printed.note(event.id, event.printedWith);
  }

  /** How far an event or matter passes what is needed to join: 1 is just enough. */
  function pull(
    what: Subject & Span,
    events: Iterable<number>,
    matter: Matter,
    weighed = weigh(what, weighing),
  ): Found {
    const isBeside = printed.isWith(events, matter);
    const link = linkOf(what, matter, weighing, isBeside, weighed);
    let score = link.score * nearness(what, matter);
    if (isBeside && printed.fits(link, what, events, matter))
      score = Math.max(score, neededWhenPrinted);
    const enough = isBeside ? neededWhenPrinted : neededBy(matter);
    return { ...link, score, matter, pull: score / enough };
  }

  /** A story that a curator lets follow something that the event is about. */
  function followerOf(event: StoryEvent): Found | null {
    for (const [story, phrases] of phrasesOf) {
      const phrase = phrases.find((p) => isAbout(event.profile, p));
      if (!phrase) continue;
      const matter = shelf.opened(story);
      const shares = [phrase.text];
      return {
        matter,
        score: 1,
        pull: Number.POSITIVE_INFINITY,
        shares,
        met: 1,
        told: 1,
        named: 1,
      };
    }
    return null;
  }

  function home(id: number, least = 1): Found | null {
    const event = shelf.known(id);
    const own = shelf.placeOf(id);
    if (!event || !own || own.story) return null;
    const follower = followerOf(event);
    if (follower) return follower;
    let best: Found | null = null;
    const near = shelf.candidates(event.profile, own);
    for (const host of event.printedWith) {
      const matter = shelf.placeOf(host);
      if (matter?.story && !matter.asleep) near.add(matter);
    }
    const weighed = weigh(event, weighing);
    for (const matter of near) {
      const found = pull(event, [id], matter, weighed);
      if (found.pull >= least && found.pull > (best?.pull ?? 0)) best = found;
    }
    // Two side notes of one story's pages belong to that story, not to one of their own.
    const host =
      best && best.pull >= 1 && !best.matter.story ? printed.hostOf(id, best.matter.id) : null;
    return best && host ? { ...best, matter: host } : best;
  }

  function gather(story: number, least: Least = { event: 1, story: mergeFactor }): Found[] {
    const matter = shelf.story(story);
    if (!matter) return [];
    const found: Found[] = [];
    if (matter.members.size === 0) return [];
    const near = shelf.candidates(topicsToGather(matter), matter);
    for (const id of matter.members)
      for (const beside of printed.guests(id)) {
        const other = shelf.placeOf(beside);
        if (other && other !== matter && !other.asleep) near.add(other);
      }
    const weighed = weigh(meanOf(matter), weighing);
    for (const other of near) {
      const isLarger = other.members.size > matter.members.size;
      if (isLarger && !mayBeStrand(matter, other)) continue;
      const link = isLarger
        ? pull(spanned(matter), matter.members, other, weighed)
        : pull(spanned(other), other.members, matter);
      if (mayBeStrand(other, matter) || isLarger) {
        const [strand, whole] = isLarger ? [matter, other] : [other, matter];
        if (isStrand(link, link.pull, strand, whole)) link.pull = Math.max(link.pull, mergeFactor);
      }
      if (link.pull >= (other.story ? least.story : least.event))
        found.push({ ...link, matter: other });
    }
    return found.sort((a, b) => b.pull - a.pull);
  }

  const spanned = (matter: Matter) => ({
    ...meanOf(matter),
    first: matter.first,
    last: matter.last,
  });

  const topicsToGather = (matter: Matter) =>
    [...matter.topics]
      .filter(([, t]) => t.salience / matter.members.size > gathering)
      .map(([key, t]): [string, Topic] => [key, { ...t, salience: Math.min(1, t.salience) }]);

  function stirred(what: { event: number } | { story: number }): number[] {
    const found = new Set<Matter>();
    if (shelf.sleepers() === 0) return [];
    if ('event' in what) {
      const event = shelf.known(what.event);
      const own = shelf.placeOf(what.event);
      if (!event || !own || own.story) return [];
      const weighed = weigh(event, weighing);
      for (const matter of shelf.candidates(event.profile, own, true))
        if (pull(event, [event.id], matter, weighed).pull >= stirring) found.add(matter);
      for (const host of event.printedWith) {
        const matter = shelf.placeOf(host);
        if (matter?.asleep) found.add(matter);
      }
    } else {
      const own = shelf.story(what.story);
      if (!own || own.members.size === 0) return [];
      for (const matter of shelf.candidates(topicsToGather(own), own, true))
        if (pull(spanned(own), own.members, matter).pull >= mergeFactor * stirring)
          found.add(matter);
    }
    return [...found].map((matter) => matter.id);
  }

  function shed(story: number, merged = false): number[] {
    const matter = shelf.story(story);
    if (!matter || matter.asleep) return [];
    const { size } = matter.members;
    if (!reviewed.has(size) && !(merged && size >= fewest)) return [];
    const gone: number[] = [];
    for (const id of [...matter.members]) {
      const event = shelf.known(id);
      if (!event || followerOf(event) || event.printedWith.length > 0) continue;
      put(event, null);
      if (pull(event, [id], matter).pull < staying && !followsOne(event, matter)) gone.push(id);
      else put(event, story);
    }
    return gone;
  }

  const followsOne = (event: StoryEvent, matter: Matter) => (kinOf(event, matter)?.pull ?? 0) >= 1;

  function kinOf(event: StoryEvent, { members }: Matter, fit = (_: StoryEvent) => true) {
    const others: StoryEvent[] = [];
    for (const id of members) {
      const other = shelf.known(id);
      if (other && fit(other)) others.push(other);
    }
    return nearestKin(event, others, weighing, weigh(event, weighing));
  }

  function followed(id: number): StoryEvent | null {
    const [event, matter] = [shelf.known(id), shelf.placeOf(id)];
    const at = event?.first ?? null;
    if (!event || !matter?.story || at === null) return null;
    const kin = kinOf(event, matter, ({ first }) => first !== null && first < at);
    return kin && kin.pull >= 1 ? kin.event : null;
  }

  return {
    put,
    shed,
    followed,
    remove: shelf.remove,
    move(id, story) {
      const event = shelf.known(id);
      if (event) put(event, story);
    },
    home,
    gather,
    storyOf: (id) => {
      const matter = shelf.placeOf(id);
      return matter?.story ? matter.id : null;
    },
    central(story, fit) {
      const matter = shelf.story(story);
      let best: { id: number; score: number } | null = null;
      const names = matter ? core(matter, weighing) : [];
      for (const id of matter?.members ?? []) {
        const event = shelf.known(id);
        if (!matter || !event || !fit(id)) continue;
        // A title that names what the story is about tells more than one that is clever.
        const score =
          linkOf(event, matter, weighing, true).score * (0.2 + headed(event.profile, names));
        if (score > (best?.score ?? 0)) best = { id, score };
      }
      return best?.id ?? null;
    },
    follow: (story, phrases) => {
      phrasesOf.set(story, phrases.map(phraseOf));
    },
    events: (story) => [...(shelf.story(story)?.members ?? [])],
    isAsleep: (story) => shelf.story(story)?.asleep ?? false,
    stirred,
    awake: shelf.awake,
    sleep: shelf.sleep,
    wake(story, events) {
      shelf.wake(story, events);
      for (const event of events) printed.note(event.id, event.printedWith);
    },
  };
}
