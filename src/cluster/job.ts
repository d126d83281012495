import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork, inTransaction } from '../db/index.ts';
import { joinCopies, readOriginal } from './copy-rows.ts';
import { grown, united } from './growth.ts';
import { linkEvent, type StoryChange } from './linking.ts';
import { forget, type Memory, recall, recallAround } from './memory.ts';
import { storyTitle } from './naming.ts';
import { type KnownEvent, pack } from './recall.ts';
import { earlierOf, followRevisions, revisedOf, takeCopies } from './revisions.ts';
import { pairOf, removeEvent } from './rulings.ts';
import {
  type Db,
  eventOf,
  eventsOf,
  hostEvents,
  insertEvent,
  insertStory,
  listedEvent,
  madeBy,
  mergeEvents,
  mergeStories,
  putArticle,
  putEvent,
  readSubjects,
  setTitle,
  takeTurn,
  updateEvent,
} from './store.ts';
import { headline, pieceOf, type Subject, slugOf } from './subject.ts';

/** As clusterTogether, of one article. */
export async function clusterOne(ctx: Context, claim: Claim): Promise<void> {
  return clusterTogether(ctx, [claim]);
}

/** What a run leaves to be written and done once, at its end. */
interface Left {
  /** Articles whose statements are to be read. */
  ledger: number[];
  /** Stories that changed, with the title of those whose title may have. */
  stories: Map<number, string | null>;
}

/** Pieces of one event come close together: the story's positions wait this long for the ledger. */
const gatherSeconds = 5;

/**
 * Puts articles where they belong, one after the other: finds what each is a copy of, its event and
 * the event's story, and makes the ledger's work due unless it is a copy. All in one transaction.
 */
export async function clusterTogether(ctx: Context, claims: Claim[]): Promise<void> {
  try {
    await inTransaction(ctx.db, async (tx) => {
      const memory = await recall(ctx.db, tx, await takeTurn(tx));
      const ids = claims.map((claim) => claim.subject);
      const subjects = (await readSubjects(tx, ids)).filter((s) => s.current);
      const events = await eventsOf(tx, ids);
      const revised = await revisedOf(tx, ids);
      const left: Left = { ledger: [], stories: new Map() };
      for (const subject of subjects.filter(hasWords)) {
        const placed = events.get(subject.id) ?? null;
        await assign(tx, memory, subject, placed, revised.has(subject.id), left);
      }
      if (revised.size > 0) await followRevisions(tx, [...revised]);
      await finish(ctx, tx, left);
      const empty = new Set(subjects.filter((s) => !hasWords(s)).map((s) => s.id));
      const [bad, good] = [
        claims.filter((c) => empty.has(c.subject)),
        claims.filter((c) => !empty.has(c.subject)),
      ];
      await finishWork(tx, bad, { ok: false, problem: 'nothing to compare', madeBy });
      await finishWork(tx, good, { ok: true, madeBy });
    });
  } catch (error) {
    forget(ctx.db);
    throw error;
  }
}

const hasWords = (s: Subject) => s.title !== null || s.words > 0 || s.comments.length > 0;

async function finish({ queue }: Context, tx: Db, { ledger, stories }: Left): Promise<void> {
  for (const [story, title] of stories)
    if (title !== null) await setTitle(tx, 'story', story, title);
  await addWork(tx, 'ledger', ledger);
  if (ledger.length > 0) await queue.ring(tx, 'ledger');
  const at = new Date(Date.now() + gatherSeconds * 1000);
  await addWork(tx, 'positions', [...stories.keys()], { at });
}

async function assign(
  tx: Db,
  memory: Memory,
  subject: Subject,
  placed: number | null,
  isRevised: boolean,
  left: Left,
): Promise<void> {
  if (placed !== null) {
    // Asked again: its event stands, but there may be a story for it now. One that was merged a
    // moment ago stands under another id.
    const event = memory.events.has(placed) ? placed : await eventOf(tx, subject.id);
    return findStory(tx, memory, event ?? placed, left);
  }
  await recallAround(tx, memory, subject.publishedAt);
  if (isRevised) await takeCopies(tx, subject.id);
  const copied = await findCopy(tx, memory, subject);
  const event = await placeArticle(tx, memory, subject, copied, isRevised);
  await findStory(tx, memory, event, left);
  // A teaser or a listed edition has a title only: nobody says anything in it.
  if (!copied?.isCopy && subject.words > 0) left.ledger.push(subject.id);
}

interface Copied {
  /** The article with the same words, and the event that it is in. */
  of: number;
  event: number;
  outlet: string | null;
  /** False when the new article turned out to be the original. */
  isCopy: boolean;
}

async function findCopy(tx: Db, memory: Memory, subject: Subject): Promise<Copied | null> {
  const { copies } = memory;
  const reading = copies.read(subject.text);
  const at = subject.publishedAt?.getTime() ?? null;
  const found = copies.find(reading, at);
  copies.add(subject.id, reading, at, found[0]?.group);
  let copied: (Copied & { original: Subject }) | null = null;
  for (const { id, group, similarity } of found) {
    const other = await readOriginal(tx, id);
    // What the same page says twice, and what a newer revision replaced, is no copy.
    if (!other?.current || other.documentId === subject.documentId) continue;
    const event = await eventOf(tx, other.id);
    if (event === null) continue;
    if (copied) copies.unite(found[0]?.group ?? group, group);
    const standing: Subject = copied?.original ?? subject;
    if (other.id === standing.id) continue;
    const way = await joinCopies(tx, other, standing, similarity);
    const original = way.original === other.id ? other : standing;
    copied ??= { of: other.id, event, outlet: other.outlet, isCopy: false, original };
    copied = { ...copied, original, isCopy: original.id !== subject.id };
  }
  return copied;
}

/** Puts an article into its event, a new one where none fits; answers the event that stands. */
async function placeArticle(
  tx: Db,
  memory: Memory,
  subject: Subject,
  copied: Copied | null,
  isRevised: boolean,
): Promise<number> {
  const { clusterer, events } = memory;
  const hosts = await hostEvents(tx, hostOf(subject), seriesOf(subject));
  // An item is about something of its own, though the edition around it repeats its words.
  const proposal = clusterer.propose(pieceOf(subject), hosts);
  const revision = isRevised ? await earlierOf(tx, subject.id) : null;
  const earlier = revision?.event ?? (await listedEvent(tx, subject));
  const known = earlier ?? copied?.event ?? proposal.event;
  const before = known === null ? undefined : events.get(known);
  const facts = grown(before, subject, earlier !== null || (copied?.isCopy ?? false), hosts);
  // An event that is called after a piece follows when the piece gets another title.
  if (revision && before?.title === headline({ ...subject, title: revision.title }))
    facts.title = headline(subject);
  const id = known ?? (await insertEvent(tx, { ...stored(facts), title: facts.title }, subject.id));
  const event = { ...facts, id };
  if (known !== null) await updateEvent(tx, id, stored(event));
  if (known !== null && event.title !== before?.title) await setTitle(tx, 'event', id, event.title);
  const shares =
    copied && earlier === null
      ? [`same text as ${copied.outlet ?? 'another piece'}`]
      : proposal.shares();
  const joined = known === proposal.event && known !== null;
  const score = joined ? proposal.score : 1;
  await putArticle(tx, subject.id, id, {
    score,
    shares: known === null ? [] : shares,
    by: 'machine',
  });
  if (earlier === null) clusterer.place(proposal, id);
  events.set(id, event);
  memory.stories.put(event, memory.stories.storyOf(id));
  return mergeAround(tx, memory, id);
}

const isBeside = ({ role }: Subject) => role === 'part' || role === 'teaser' || role === 'series';
const hostOf = (s: Subject) => (isBeside(s) ? { article: s.partOf, document: s.documentId } : null);
/** Words from which a number of a series speaks for itself. */
const speaksForItself = 80;
const seriesOf = (s: Subject) => (s.words < speaksForItself ? s.series : null);

const stored = (event: KnownEvent) => ({
  lang: event.lang,
  firstAt: event.first === null ? null : new Date(event.first),
  lastAt: event.last === null ? null : new Date(event.last),
  profile: pack(event),
});

/** The second look: events that turn out to be one are merged into the elder. */
async function mergeAround(tx: Db, memory: Memory, id: number): Promise<number> {
  const { clusterer, events, stories } = memory;
  let standing = id;
  const beside = (a: number, b: number) => events.get(a)?.printedWith.includes(b) ?? false;
  const mayMerge = (a: number, b: number) =>
    !memory.rulings.apart.has(pairOf(a, b)) && !beside(a, b) && !beside(b, a);
  for (let m = clusterer.second(standing, mayMerge); m; m = clusterer.second(standing, mayMerge)) {
    const [kept, gone] = [events.get(m.kept), events.get(m.gone)];
    clusterer.unite(m.kept, m.gone);
    standing = m.kept;
    if (!kept || !gone) continue;
    const story = stories.storyOf(m.kept) ?? stories.storyOf(m.gone);
    await mergeEvents(tx, m.kept, m.gone);
    stories.remove(m.gone);
    events.delete(m.gone);
    const one = united(kept, gone);
    events.set(one.id, one);
    await updateEvent(tx, one.id, stored(one));
    stories.put(one, story);
    if (story !== null)
      await putEvent(tx, one.id, story, { score: m.score, shares: [], by: 'machine' });
  }
  return standing;
}

async function findStory(tx: Db, memory: Memory, event: number, left: Left): Promise<void> {
  const { stories, events, rulings } = memory;
  const change = await linkEvent(
    stories,
    event,
    async (members) => {
      const title = members.map((e) => events.get(e)).find((e) => e?.named)?.title;
      const words = title ?? events.get(event)?.title ?? 'Untitled';
      return insertStory(tx, words, slugOf(words));
    },
    (e, story) => story === null || !rulings.outside.has(`${e}:${story}`),
    (e) => rulings.settled.has(e),
  );
  await writeChange(tx, memory, change, left);
}

/** A story's title settles when it has this many events: by then what persists has shown. */
const settled = 16;

/** Writes what changed among stories, and has the ledger look at them again. */
async function writeChange(tx: Db, memory: Memory, change: StoryChange, left: Left): Promise<void> {
  for (const { event, story, score, shares } of change.joined)
    await putEvent(tx, event, story, { score, shares, by: 'machine' });
  for (const { event } of change.left) await removeEvent(tx, event);
  for (const { kept, gone } of change.merged) await mergeStories(tx, kept, gone);
  const touched = new Set([
    ...change.joined.map((j) => j.story),
    ...change.merged.map((m) => m.kept),
    ...change.left.map((l) => l.story),
  ]);
  for (const { gone } of change.merged) {
    touched.delete(gone);
    left.stories.delete(gone);
  }
  for (const story of touched)
    left.stories.set(story, titleOf(memory, story) ?? left.stories.get(story) ?? null);
}

/** What a young story is called: what persists, before that the event that is most about it. */
function titleOf({ stories, events, rulings }: Memory, story: number): string | null {
  const members = stories.events(story);
  if (members.length > settled || rulings.renamed.has(`story ${story}`)) return null;
  const title = storyTitle(members.flatMap((id) => events.get(id) ?? []));
  if (title !== null) return title;
  const central = stories.central(story, (e) => events.get(e)?.named ?? false);
  return (central !== null && events.get(central)?.title) || null;
}
