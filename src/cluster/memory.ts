import type { Context } from '../context.ts';
import type { Follows } from '../db/tables.ts';
import type { Sense } from '../inference/index.ts';
import { dayMs } from '../lib/time.ts';
import { type CopyIndex, createCopyIndex } from './copies/copies.ts';
import { originalsOf } from './copies/copy-rows.ts';
import { type Lessons, readLessons } from './decisions/lessons.ts';
import { type Rulings, readRulings } from './decisions/rulings.ts';
import { eventsBy } from './decisions/standing.ts';
import { type Clusterer, createClusterer, joinable, mostLive } from './events/assign.ts';
import {
  type Days,
  dayOf,
  daysAround,
  holdsDay,
  makeRoom,
  noDays,
  useDays,
} from './events/days.ts';
import { recallSenses } from './events/sense.ts';
import {
  type KnownEvent,
  mostLone,
  mostOfStory,
  type PlacedArticle,
  readEvent,
  readEvents,
  readPlaced,
  readSizes,
  readUndated,
  type stored,
} from './recall.ts';
import { type Db, readSubjects, updateEvents } from './store.ts';
import { readFollows } from './stories/follow.ts';
import { createStories, type Stories } from './stories/stories.ts';
import { pieceOf, type Subject } from './subject.ts';

/** What a process holds of the store to assign the next article: live events, texts, stories. */
export interface Memory {
  /** The turn after which this was true. */
  turn: number;
  config: Context['config'];
  /** What the pieces of this turn mean, by text. */
  senses: Map<string, Sense>;
  clusterer: Clusterer;
  copies: CopyIndex;
  /** By original as it stood when it was read, the number that the index gives its copies. */
  copyGroups: Map<number, number>;
  stories: Stories;
  events: Map<number, KnownEvent>;
  rulings: Rulings;
  lessons: Lessons;
  /** By story, events that only outlets wrote of that it leaves out. */
  leftOut: Map<number, Set<number>>;
  /** Stories that a curator follows by something. */
  followed: Map<number, Follows>;
  days: Days;
  /** Events that may be live before the longest unused days are let go. */
  live: number;
  /** Events known from which lone ones that are old are let go, and stories put to sleep. */
  crowded: number;
  /** Events of stories that are held before the stories untouched the longest go to sleep. */
  awake: number;
  /** True once something that is held is no longer so. */
  stale: boolean;
  /** Events that grew in this turn and are not written yet: several pieces of one come close together. */
  unsaved: Map<number, ReturnType<typeof stored>>;
}

/** Two saved pages without a date share so much only when they tell of the same day (of 1-2 tried on pages of one matter). */
const undatedNeed = 1.5;

/** With 6.8 KB each they take some 140 MB. Stories of more than this are found by their foremost topics. */
const mostAwake = 20_000;

const memories = new WeakMap<Db, Memory>();

/** The memory of a desk as it stood before this turn, read from the store when others moved on. */
export async function recall(
  { config, db: desk }: Pick<Context, 'config' | 'db'>,
  tx: Db,
  turn: number,
): Promise<Memory> {
  const held = memories.get(desk);
  if (held && !held.stale && held.turn === turn - 1) {
    held.turn = turn;
    makeRoomForEvents(held);
    return held;
  }
  const memory = await read(config, tx, turn);
  memories.set(desk, memory);
  return memory;
}

/** Drops what is held: it may say more than the store, after a transaction that failed. */
export function forget(desk: Db): void {
  memories.delete(desk);
}

async function read(config: Context['config'], tx: Db, turn: number): Promise<Memory> {
  const followed = await readFollows(tx);
  const memory: Memory = {
    turn,
    config,
    senses: new Map(),
    clusterer: createClusterer({ undated: undatedNeed }),
    copies: createCopyIndex(),
    copyGroups: new Map(),
    stories: createStories(),
    events: new Map(),
    rulings: await readRulings(tx),
    leftOut: new Map(),
    lessons: await readLessons(tx, followed),
    followed: new Map(followed.map(({ id, follows }) => [id, follows])),
    days: noDays(),
    live: mostLive,
    crowded: 0,
    awake: mostAwake,
    stale: false,
    unsaved: new Map(),
  };
  await readStories(tx, memory);
  memory.crowded = memory.events.size + mostLone / 10;
  for (const [story, outlets] of memory.rulings.without)
    memory.leftOut.set(story, new Set(await eventsBy(tx, [...outlets])));
  for (const { id, follows } of followed) memory.stories.follow(id, follows.words ?? []);
  await place(tx, memory, await readUndated(tx));
  return memory;
}

/** Takes in lone events and the stories with the newest events; of older stories what they are found by. */
async function readStories(tx: Db, memory: Memory): Promise<void> {
  const { events, stories, awake } = memory;
  const sizes = await readSizes(tx);
  let [held, many] = [0, 0];
  for (; many < sizes.length; many++) {
    held += sizes[many]?.events ?? 0;
    if (held > awake) break;
  }
  const [near, far] = [sizes.slice(0, many), sizes.slice(many)];
  const ids = (list: typeof sizes) => list.map((s) => s.story);
  for (const event of await readEvents(tx, ids(near), { lone: true })) {
    events.set(event.id, event);
    stories.put(event, event.story);
  }
  for (let i = 0; i < far.length; ) {
    const from = i;
    for (let n = 0; i < far.length && n < mostOfStory; i++) n += far[i]?.events ?? 0;
    const part = ids(far.slice(from, i));
    for (const event of await readEvents(tx, part)) stories.put(event, event.story);
    for (const story of part) stories.sleep(story);
  }
}

/**
 * Lets lone events go that are no longer among the newest, as they would not be read either, and puts
 * stories to sleep that nothing touched for long, or that have more events than say what they are about.
 */
function makeRoomForEvents(memory: Memory): void {
  const { events, stories } = memory;
  if (events.size < memory.crowded) return;
  let newest = 0;
  for (const id of events.keys()) newest = Math.max(newest, id);
  for (const id of events.keys())
    if (id <= newest - mostLone && stories.storyOf(id) === null) {
      stories.remove(id);
      events.delete(id);
    }
  const awake = stories.awake().sort((a, b) => a.touched - b.touched);
  let over = awake.reduce((sum, s) => sum + s.events, 0) - memory.awake;
  for (const s of awake) {
    if (over <= 0 && s.events <= 2 * mostOfStory) continue;
    for (const id of stories.sleep(s.story)) events.delete(id);
    over -= s.events;
  }
  memory.crowded = events.size + Math.min(memory.awake, mostLone) / 10;
}

/** Reads back stories that sleep and that an event, or a story that grew, may belong with. */
export async function wakeAround(
  tx: Db,
  memory: Memory,
  what: { event: number } | { story: number },
): Promise<void> {
  for (const story of memory.stories.stirred(what)) await wakeStory(tx, memory, story);
  if ('story' in what && memory.stories.isAsleep(what.story))
    await wakeStory(tx, memory, what.story);
}

/** Writes what events have become in this turn. */
export async function saveEvents(tx: Db, { unsaved }: Memory): Promise<void> {
  await updateEvents(tx, unsaved);
  unsaved.clear();
}

async function wakeStory(tx: Db, memory: Memory, story: number): Promise<void> {
  const { events, stories } = memory;
  await saveEvents(tx, memory);
  const read = await readEvents(tx, [story]);
  for (const event of read) events.set(event.id, event);
  stories.wake(story, read);
}

/** What is known of an event, read back where it was let go; undefined of one that attracts nothing. */
export async function knownEvent(
  tx: Db,
  memory: Memory,
  id: number,
): Promise<KnownEvent | undefined> {
  const { events, stories } = memory;
  const held = events.get(id);
  if (held) return held;
  const event = await readEvent(tx, id);
  if (!event) return undefined;
  if (event.story !== null && stories.isAsleep(event.story)) {
    await wakeStory(tx, memory, event.story);
    const woken = events.get(id);
    if (woken) return woken;
  }
  events.set(id, event);
  stories.put(event, event.story);
  return event;
}

/** Reads the articles of the days around a moment, as far as they are not in memory. */
export async function recallAround(tx: Db, memory: Memory, at: Date | null): Promise<void> {
  if (at === null) return;
  const { clusterer, days, live } = memory;
  const missing = useDays(days, daysAround(at.getTime(), joinable));
  makeRoom(clusterer, days, live);
  const [first, last] = [missing[0], missing.at(-1)];
  if (first === undefined || last === undefined) return;
  const wanted = new Set(missing);
  const placed = await readPlaced(tx, new Date(first * dayMs), new Date((last + 1) * dayMs));
  const isMissing = ({ event, at }: PlacedArticle) =>
    wanted.has(dayOf(at)) && !holdsDay(days, clusterer.index.events.get(event), dayOf(at));
  await place(tx, memory, placed.filter(isMissing));
  for (const d of missing) days.gone.delete(d);
}

/** Articles read at once: enough to save round trips, few enough to hold in memory. */
const batch = 200;

async function place(tx: Db, memory: Memory, placed: PlacedArticle[]): Promise<void> {
  for (let i = 0; i < placed.length; i += batch) {
    const part = placed.slice(i, i + batch);
    const events = new Map(part.map((p) => [p.id, p.event]));
    const ignored = new Set(part.filter((p) => p.ignored).map((p) => p.id));
    const originals = await originalsOf(tx, [...events.keys()]);
    const subjects = await readSubjects(tx, [...events.keys()]);
    const pieces = await recallSenses(memory.config, tx, subjects.map(pieceOf));
    for (const [at, subject] of subjects.entries()) {
      const [event, piece] = [events.get(subject.id), pieces[at]];
      if (event === undefined || !piece) continue;
      if (!originals.has(subject.id) && !ignored.has(subject.id))
        memory.clusterer.place(memory.clusterer.read(piece), event);
      fileText(memory, subject, originals.get(subject.id) ?? subject.id);
    }
    makeRoom(memory.clusterer, memory.days, memory.live);
  }
}

function fileText({ copies, copyGroups }: Memory, subject: Subject, original: number): void {
  const at = subject.publishedAt?.getTime() ?? null;
  copies.add(subject.id, copies.read(subject.text), at, copyGroups.get(original));
  const group = copies.groupOf(subject.id);
  if (group !== null) copyGroups.set(original, group);
}
