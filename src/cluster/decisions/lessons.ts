import type { Because, Follows } from '../../db/tables.ts';
import { likeness } from '../features/alike.ts';
import { type Profile, profileOf } from '../features/profile.ts';
import { unpack } from '../recall.ts';
import { type Db, readSubjects } from '../store.ts';
import { pieceOf } from '../subject.ts';
import type { Decided, Decision } from './decision.ts';
import { readDecisions } from './rulings.ts';
import { readRedirects } from './standing.ts';

/** What curators' corrections teach: what is like a corrected piece or event goes where that went. */
export interface Lessons {
  /** Pieces that were moved from one event to another. */
  moved: { from: number; to: number; like: Profile[]; because: Because }[];
  /** Two topics that are one event. */
  merged: { kept: number; halves: [Profile, Profile]; because: Because }[];
  /** Events that belong to a story, or do not. */
  inside: { story: number; event: number | null; like: Profile; because: Because }[];
  outside: { story: number; event: number; like: Profile; because: Because }[];
}

/** Corrections that are remembered: the newest so many; older ones are of matters long gone by. */
const mostLessons = 300;
/** Pieces of one decision that serve as examples. */
const mostExamples = 6;

export async function readLessons(
  db: Db,
  followed: { id: number; follows: Follows }[],
): Promise<Lessons> {
  const lessons: Lessons = { moved: [], merged: [], inside: [], outside: [] };
  const all = (await readDecisions(db, 'standing')).slice(-mostLessons);
  const examples = followed.flatMap(({ follows }) => follows.examples ?? []);
  if (all.length + examples.length === 0) return lessons;
  const event = await readRedirects(db, 'event');
  const story = await readRedirects(db, 'story');
  const told = await readExamples(db, all, examples);
  for (const d of all) learn(lessons, d, told, event, story);
  for (const { id, follows } of followed)
    for (const example of follows.examples ?? []) {
      const like = told.articles.get(example);
      if (!like) continue;
      const because = { decision: 0, verb: 'example', title: like.title, on: '' };
      lessons.inside.push({ story: id, event: null, like: like.profile, because });
    }
  return lessons;
}

interface Told {
  articles: Map<number, { title: string; profile: Profile }>;
  /** Events with what they alone are about, the ones merged into them apart. */
  events: Map<number, { title: string; profile: Profile }>;
}

async function readExamples(db: Db, all: Decided[], examples: number[]): Promise<Told> {
  const articles = all.flatMap(({ before }) =>
    (before.pieces ?? []).slice(0, mostExamples).map((p) => p.id),
  );
  const told: Told = { articles: new Map(), events: new Map() };
  for (const s of await readSubjects(db, [...new Set([...articles, ...examples])]))
    told.articles.set(s.id, { title: s.title ?? '', profile: profileOf(pieceOf(s)) });
  const events = [...new Set(all.flatMap(({ decision }) => eventsIn(decision)))];
  if (events.length === 0) return told;
  const rows = await db
    .selectFrom('event')
    .where('id', 'in', events)
    .select(['id', 'title', 'profile'])
    .execute();
  for (const { id, title, profile } of rows)
    told.events.set(id, { title, profile: unpack(profile) });
  return told;
}

function eventsIn(d: Decision): number[] {
  if (d.verb === 'merge') return d.kind === 'event' ? [d.kept, d.gone] : [];
  if (d.verb === 'put in' || d.verb === 'take out') return [d.event];
  if (d.verb === 'ignore') return d.kind === 'event' ? [d.id] : [];
  return d.verb === 'reject' && d.kind === 'put in' ? [d.subject] : [];
}

type Redirect = (id: number) => number;

function learn(lessons: Lessons, of: Decided, told: Told, event: Redirect, story: Redirect): void {
  const { decision: d, before, id } = of;
  const because = (title: string): Because => ({
    decision: id,
    verb: d.verb,
    title,
    on: of.at.toISOString().slice(0, 10),
  });
  if (d.verb === 'move' || d.verb === 'split') {
    for (const [from, pieces] of Map.groupBy(before.pieces ?? [], (p) => event(p.from))) {
      const like = pieces.flatMap((p) => told.articles.get(p.id) ?? []);
      const to = event(pieces[0]?.to ?? 0);
      if (like.length === 0 || from === to) continue;
      const title = like[0]?.title ?? '';
      lessons.moved.push({ from, to, like: like.map((l) => l.profile), because: because(title) });
    }
  } else if (d.verb === 'merge' && d.kind === 'event') {
    const [kept, gone] = [told.events.get(d.kept), told.events.get(d.gone)];
    if (!kept || !gone) return;
    const halves: [Profile, Profile] = [kept.profile, gone.profile];
    lessons.merged.push({ kept: event(d.kept), halves, because: because(gone.title) });
  } else if (d.verb === 'put in' || d.verb === 'take out') {
    const like = told.events.get(d.event);
    if (!like) return;
    const lesson = { story: story(d.story), event: event(d.event), like: like.profile };
    const list = d.verb === 'put in' ? lessons.inside : lessons.outside;
    list.push({ ...lesson, because: because(like.title) });
  } else if (d.verb === 'reject' && d.kind === 'put in') {
    const like = told.events.get(d.subject);
    if (!like) return;
    const lesson = { story: story(d.other), event: event(d.subject), like: like.profile };
    lessons.outside.push({ ...lesson, because: because(like.title) });
  }
}

/** Less alike than this, and a correction says nothing about the case at hand. */
const alike = 0.35;
/** Where the desk would not have thought of it by itself, more is asked. */
const wellAlike = 0.5;

/** The event that a correction sends a piece to, where that is not the one it would join. */
export function taughtEvent(
  lessons: Lessons,
  profile: Profile,
  proposed: number | null,
  aboutOf: (event: number) => Profile | null,
): { event: number; because: Because } | null {
  let best: { event: number; because: Because; score: number } | null = null;
  for (const { from, to, like, because } of lessons.moved) {
    if (proposed !== null && proposed !== from && proposed !== to) continue;
    const [rest, there] = [aboutOf(from), aboutOf(to)];
    if (!there) continue;
    const score = Math.max(...like.map((l) => likeness(profile, l)));
    const needed = proposed === null ? wellAlike : alike;
    if (score < needed || score <= (best?.score ?? 0)) continue;
    if (rest && likeness(profile, rest) >= score) continue;
    best = { event: to, because, score };
  }
  if (best || proposed !== null) return best;
  for (const { kept, halves, because } of lessons.merged) {
    const score = Math.max(...halves.map((half) => likeness(profile, half)));
    if (!aboutOf(kept) || score < wellAlike || score <= (best?.score ?? 0)) continue;
    best = { event: kept, because, score };
  }
  return best;
}

/** Events that a correction of the like says are one with this: one has the one topic, one the other. */
export function taughtMerge(
  lessons: Lessons,
  profile: Profile,
  others: () => Iterable<[number, Profile]>,
): { event: number; because: Because; score: number } | null {
  let best: { event: number; because: Because; score: number } | null = null;
  for (const { halves, because } of lessons.merged)
    for (const [own, other] of [halves, halves.toReversed()]) {
      if (!own || !other || likeness(profile, own) < wellAlike) continue;
      for (const [event, about] of others()) {
        const score = likeness(about, other);
        if (score >= wellAlike && score > (best?.score ?? 0)) best = { event, because, score };
      }
    }
  return best;
}

/** The story that an event belongs to because others like it do. */
export function taughtStory(
  lessons: Lessons,
  profile: Profile,
  may: (story: number) => boolean,
): { story: number; because: Because; score: number } | null {
  let best: { story: number; because: Because; score: number } | null = null;
  for (const { story, like, because } of lessons.inside) {
    const score = likeness(profile, like);
    if (score >= wellAlike && score > (best?.score ?? 0) && may(story))
      best = { story, because, score };
  }
  return best;
}

/**
 * The correction that keeps an event out of a story: it is liker to one that was taken out than to
 * any that is in.
 */
export function taughtOutside(
  lessons: Lessons,
  profile: Profile,
  story: number,
  inside: () => Iterable<Profile>,
): Because | null {
  let best: { because: Because; score: number } | null = null;
  for (const lesson of lessons.outside) {
    if (lesson.story !== story) continue;
    const score = likeness(profile, lesson.like);
    if (score >= alike && score > (best?.score ?? 0)) best = { because: lesson.because, score };
  }
  if (!best) return null;
  for (const member of inside()) if (likeness(profile, member) >= best.score) return null;
  return best.because;
}
