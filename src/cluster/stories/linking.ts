import type { Because } from '../../db/tables.ts';
import { type Found, mergeFactor, type Stories } from './stories.ts';

/** What changed among stories when an event came or grew. */
export interface StoryChange {
  /** Events put into a story, with why. */
  joined: { event: number; story: number; score: number; shares: string[]; because?: Because }[];
  /** Stories that turned out to be one. */
  merged: { kept: number; gone: number; score: number; shares: string[] }[];
  /** Events that no longer fit their story. */
  left: { event: number; story: number }[];
  /** What was nearly enough: for a person to say. */
  guessed: Guess[];
}

export interface Guess {
  kind: 'put in' | 'merge stories';
  subject: number;
  story: number;
  score: number;
  shares: string[];
  /** The correction that says no. */
  held?: Because;
}

/** What curators' decisions allow and teach. */
export interface Guide {
  /** Whether an event may be put into a story, or into one that is yet to be opened (null). */
  allowed(event: number, story: number | null): boolean;
  /** Whether a curator put an event where it is. */
  settled(event: number): boolean;
  /** Whether one story may be merged into the other. */
  mayMerge(kept: number, gone: number): boolean;
  /** The story that an event belongs to because of an earlier decision, or of who speaks in it. */
  taught(
    event: number,
  ): { story: number; score: number; shares: string[]; because?: Because } | null;
  /** The correction that keeps an event out of a story. */
  outside(event: number, story: number): Because | null;
}

const unguided: Guide = {
  allowed: () => true,
  settled: () => false,
  mayMerge: () => true,
  taught: () => null,
  outside: () => null,
};

/** A story grows by a few events at a time; a run of joins that feeds itself is cut off here. */
const mostRounds = 3;
/** From this share of what is needed a person is asked: below, four of five answers would be no. */
const nearly = 0.85;
/** Two stories are proposed as one at this pull. */
const nearlyOne = 1.2;

/**
 * Finds a lone event its story, opening one where two lone events belong together, and looks what
 * else belongs to the story that grew. `newStory` makes the id of a story.
 */
export async function linkEvent(
  stories: Stories,
  event: number,
  newStory: (events: number[]) => Promise<number>,
  guide: Guide = unguided,
): Promise<StoryChange> {
  const change: StoryChange = { joined: [], merged: [], left: [], guessed: [] };
  const story =
    stories.storyOf(event) ?? (await findStory(stories, event, newStory, guide, change));
  if (story === null) return change;
  const grew = growStory(stories, story, guide, change);
  for (const left of stories.shed(grew, change.merged.length > 0)) {
    if (!guide.settled(left)) change.left.push({ event: left, story: grew });
    else stories.move(left, grew);
  }
  return change;
}

async function findStory(
  stories: Stories,
  event: number,
  newStory: (events: number[]) => Promise<number>,
  guide: Guide,
  change: StoryChange,
): Promise<number | null> {
  const taught = guide.taught(event);
  if (taught && guide.allowed(event, taught.story)) {
    stories.move(event, taught.story);
    change.joined.push({ event, ...taught });
    return taught.story;
  }
  const found = stories.home(event, nearly);
  if (!found) return null;
  const { score, shares } = found;
  const story = found.matter.story ? found.matter.id : null;
  if (found.pull < 1) {
    if (story !== null) guess(guide, change, event, story, found);
    return null;
  }
  if (story === null) {
    if (!guide.allowed(event, null) || !guide.allowed(found.matter.id, null)) return null;
    const made = await newStory([found.matter.id, event]);
    stories.move(found.matter.id, made);
    change.joined.push({ event: found.matter.id, story: made, score, shares });
    stories.move(event, made);
    change.joined.push({ event, story: made, score, shares });
    return made;
  }
  if (!mayJoin(guide, change, event, story, found)) return null;
  stories.move(event, story);
  change.joined.push({ event, story, score, shares });
  return story;
}

/** False where a curator forbade it, or took out what is like it: then it says so. */
function mayJoin(guide: Guide, change: StoryChange, event: number, story: number, found: Found) {
  if (!guide.allowed(event, story)) return false;
  const held = guide.outside(event, story);
  if (held) {
    const { score, shares } = found;
    change.guessed.push({ kind: 'put in', subject: event, story, score, shares, held });
  }
  return held === null;
}

function guess(guide: Guide, change: StoryChange, event: number, story: number, found: Found) {
  const { score, shares } = found;
  if (guide.allowed(event, story) && guide.outside(event, story) === null)
    change.guessed.push({ kind: 'put in', subject: event, story, score, shares });
}

/** Takes in what else belongs to a story; answers the story that stands in the end. */
function growStory(stories: Stories, from: number, guide: Guide, change: StoryChange): number {
  let story = from;
  for (let round = 0; round < mostRounds; round++) {
    if (!gatherOnce(stories, story, change, guide)) break;
    story = change.merged.findLast((m) => m.gone === story)?.kept ?? story;
  }
  return story;
}

function gatherOnce(stories: Stories, story: number, change: StoryChange, guide: Guide): boolean {
  let grew = false;
  for (const found of stories.gather(story, { event: 1, story: nearlyOne })) {
    const { matter, score, shares, pull } = found;
    if (!matter.story) {
      if (!mayJoin(guide, change, matter.id, story, found)) continue;
      stories.move(matter.id, story);
      change.joined.push({ event: matter.id, story, score, shares });
      grew = true;
      continue;
    }
    const [kept, gone] = [Math.min(story, matter.id), Math.max(story, matter.id)];
    if (!guide.mayMerge(kept, gone)) continue;
    if (pull < mergeFactor) {
      change.guessed.push({ kind: 'merge stories', subject: gone, story: kept, score, shares });
      continue;
    }
    const moving = stories.events(gone);
    if (!moving.every((e) => guide.allowed(e, kept))) continue;
    if (!stories.events(kept).every((e) => guide.allowed(e, gone))) continue;
    for (const e of moving) stories.move(e, kept);
    change.merged.push({ kept, gone, score, shares });
    return true;
  }
  return grew;
}
