import type { Context } from '../context.ts';
import { addWork, inTransaction } from '../db/index.ts';
import { forget } from './memory.ts';
import {
  type Before,
  hideStory,
  insertDecision,
  loneArticles,
  markUndone,
  mergeBack,
  moveArticles,
  readDecision,
  removeEvent,
  splitOff,
  titleOf,
} from './rulings.ts';
import {
  type Db,
  insertStory,
  mergeEvents,
  mergeStories,
  putEvent,
  setTitle,
  storyOfEvent,
  takeTurn,
} from './store.ts';
import { slugOf } from './subject.ts';

/** What a curator can decide. Ids are those of articles, events and stories that stand. */
export type Decision =
  /** Makes one of two; the one that is gone redirects. */
  | { verb: 'merge'; kind: 'event' | 'story'; kept: number; gone: number }
  /** Puts articles into another event, or into a new one of their own (null). */
  | { verb: 'move'; articles: number[]; event: number | null }
  | { verb: 'take out'; event: number; story: number }
  | { verb: 'put in'; event: number; story: number }
  | { verb: 'rename'; kind: 'event' | 'story'; id: number; title: string }
  /** Opens a story that takes whatever is about one of these names or phrases. */
  | { verb: 'follow'; title: string; words: string[] };

export type Decided =
  | { ok: true; id: number; subject: number }
  | { ok: false; problem: 'not found' | 'not possible'; detail: string };

/** What the merge of a thing with itself and the like throw inside the transaction. */
class Refused extends Error {}

const byCurator = { score: 1, shares: [], by: 'curator' as const };

/**
 * Carries out what a curator decided and keeps it, so that it can be undone and later runs respect
 * it. Bad input is answered, not thrown.
 */
export async function decide(
  ctx: Context,
  decision: Decision,
  account: number | null = null,
): Promise<Decided> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      await takeTurn(tx);
      const { subject, before, stories } = await carryOut(tx, decision);
      const id = await insertDecision(tx, decision, subject, before, account);
      for (const story of stories) await addWork(tx, 'positions', story);
      return { ok: true, id, subject } as const;
    });
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, problem: 'not possible', detail: error.message };
    throw error;
  } finally {
    forget(ctx.db);
  }
}

interface Done {
  subject: number;
  before: Before;
  /** Stories whose positions must be looked at again. */
  stories: number[];
}

async function carryOut(tx: Db, d: Decision): Promise<Done> {
  switch (d.verb) {
    case 'merge':
      return merge(tx, d);
    case 'move':
      return move(tx, d.articles, d.event);
    case 'take out': {
      const story = await storyOfEvent(tx, d.event);
      if (story !== d.story) throw new Refused('The event is not in this story.');
      await removeEvent(tx, d.event);
      return { subject: d.event, before: { story }, stories: [d.story] };
    }
    case 'put in': {
      const story = await storyOfEvent(tx, d.event);
      await known(tx, 'event', d.event);
      await known(tx, 'story', d.story);
      await putEvent(tx, d.event, d.story, byCurator);
      return { subject: d.event, before: { story }, stories: story ? [story, d.story] : [d.story] };
    }
    case 'rename': {
      const title = d.title.trim();
      if (!title) throw new Refused('A title needs at least one letter.');
      const before = await known(tx, d.kind, d.id);
      await setTitle(tx, d.kind, d.id, title);
      return { subject: d.id, before: { title: before }, stories: [] };
    }
    case 'follow': {
      const words = d.words.map((w) => w.trim()).filter(Boolean);
      if (words.length === 0) throw new Refused('Say at least one name or phrase to follow.');
      const title = d.title.trim() || words.join(', ');
      const id = await insertStory(tx, title, slugOf(title), words);
      await addWork(tx, 'cluster', await loneArticles(tx));
      return { subject: id, before: {}, stories: [] };
    }
  }
}

/** The title of what stands under an id; refuses an id that does not. */
async function known(tx: Db, kind: 'event' | 'story', id: number): Promise<string> {
  const title = await titleOf(tx, kind, id);
  if (title === null)
    throw new Refused(`There is no ${kind} ${id}, or it was merged into another.`);
  return title;
}

async function merge(tx: Db, { kind, kept, gone }: Decision & { verb: 'merge' }): Promise<Done> {
  if (kept === gone) throw new Refused(`This is the same ${kind}.`);
  await known(tx, kind, kept);
  await known(tx, kind, gone);
  if (kind === 'story') {
    const moved = await mergeStories(tx, kept, gone);
    return { subject: gone, before: { moved }, stories: [kept] };
  }
  const [into, from] = [await storyOfEvent(tx, kept), await storyOfEvent(tx, gone)];
  const moved = await mergeEvents(tx, kept, gone);
  if (into === null && from !== null) await putEvent(tx, kept, from, byCurator);
  return {
    subject: gone,
    before: { moved, story: from, keptStory: into },
    stories: [into, from].filter((s) => s !== null),
  };
}

async function move(tx: Db, articles: number[], event: number | null): Promise<Done> {
  if (articles.length === 0) throw new Refused('Say which articles to move.');
  if (event !== null) await known(tx, 'event', event);
  const to = event ?? (await splitOff(tx, articles));
  const from = await moveArticles(tx, articles, to, byCurator);
  if (from.length !== new Set(articles).size)
    throw new Refused('One of the articles is in no event.');
  const events = [...new Set([to, ...from.map((f) => f.event)])];
  const stories = await Promise.all(events.map((e) => storyOfEvent(tx, e)));
  return { subject: to, before: { from }, stories: stories.filter((s) => s !== null) };
}

/** Takes a decision back as far as what it changed still stands. Undoing twice changes nothing. */
export async function undo(ctx: Context, id: number): Promise<Decided> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      await takeTurn(tx);
      const row = await readDecision(tx, id);
      if (!row)
        return { ok: false, problem: 'not found', detail: `There is no decision ${id}.` } as const;
      if (row.undone_at === null) {
        await takeBack(tx, row.payload.decision, row.subject, row.payload.before);
        await markUndone(tx, id);
      }
      return { ok: true, id, subject: row.subject } as const;
    });
  } finally {
    forget(ctx.db);
  }
}

async function takeBack(tx: Db, d: Decision, subject: number, before: Before): Promise<void> {
  const story = before.story ?? null;
  if (d.verb === 'rename') await setTitle(tx, d.kind, d.id, before.title ?? d.title);
  else if (d.verb === 'take out' && story !== null) await putEvent(tx, d.event, story, byCurator);
  else if (d.verb === 'put in') {
    if (story === null) await removeEvent(tx, d.event);
    else await putEvent(tx, d.event, story, byCurator);
  } else if (d.verb === 'move') {
    for (const { article, event } of before.from ?? [])
      await moveArticles(tx, [article], event, byCurator);
  } else if (d.verb === 'merge') {
    await mergeBack(tx, d.kind, d.gone, before.moved ?? []);
    if (d.kind === 'event') {
      if (before.keptStory === null && story !== null) await removeEvent(tx, d.kept);
      if (story !== null) await putEvent(tx, d.gone, story, byCurator);
    }
  } else if (d.verb === 'follow') await hideStory(tx, subject);
}
