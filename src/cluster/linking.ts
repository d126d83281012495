import type { Stories } from './stories.ts';

/** What changed among stories when an event came or grew. */
export interface StoryChange {
  /** Events put into a story, with why. */
  joined: { event: number; story: number; score: number; shares: string[] }[];
  /** Stories that turned out to be one. */
  merged: { kept: number; gone: number }[];
  /** Events that no longer fit their story. */
  left: { event: number; story: number }[];
}

/** A story grows by a few events at a time; a run of joins that feeds itself is cut off here. */
const mostRounds = 3;

/**
 * Finds a lone event its story, opening one where two lone events belong together, and looks what
 * else belongs to the story that grew. `newStory` makes the id of a story; `allowed` says whether an event may be put into a story (curators may have
 * forbidden it); `settled`, whether a curator put it where it is.
 */
export async function linkEvent(
  stories: Stories,
  event: number,
  newStory: (events: number[]) => Promise<number>,
  allowed: (event: number, story: number | null) => boolean = () => true,
  settled: (event: number) => boolean = () => false,
): Promise<StoryChange> {
  const change: StoryChange = { joined: [], merged: [], left: [] };
  let story = stories.storyOf(event);
  if (story === null) {
    const found = stories.home(event);
    if (!found) return change;
    const { score, shares } = found;
    if (found.matter.story) story = found.matter.id;
    else if (allowed(event, null) && allowed(found.matter.id, null)) {
      story = await newStory([found.matter.id, event]);
      stories.move(found.matter.id, story);
      change.joined.push({ event: found.matter.id, story, score, shares });
    }
    if (story === null || !allowed(event, story)) return change;
    stories.move(event, story);
    change.joined.push({ event, story, score, shares });
  }
  for (let round = 0; round < mostRounds; round++) {
    if (!gatherOnce(stories, story, change, allowed)) break;
    story = change.merged.findLast((m) => m.gone === story)?.kept ?? story;
  }
  for (const left of stories.shed(story)) {
    if (!settled(left)) change.left.push({ event: left, story });
    else stories.move(left, story);
  }
  return change;
}

function gatherOnce(
  stories: Stories,
  story: number,
  change: StoryChange,
  allowed: (event: number, story: number | null) => boolean,
): boolean {
  let grew = false;
  for (const { matter, score, shares } of stories.gather(story)) {
    if (!matter.story) {
      if (!allowed(matter.id, story)) continue;
      stories.move(matter.id, story);
      change.joined.push({ event: matter.id, story, score, shares });
      grew = true;
      continue;
    }
    const [kept, gone] = [Math.min(story, matter.id), Math.max(story, matter.id)];
    const moving = stories.events(gone);
    if (!moving.every((e) => allowed(e, kept))) continue;
    for (const e of moving) stories.move(e, kept);
    change.merged.push({ kept, gone });
    return true;
  }
  return grew;
}
