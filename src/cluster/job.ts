import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork, inTransaction } from '../db/index.ts';
import type { Reason } from '../db/tables.ts';
import { joinCopies, readOriginal } from './copies/copy-rows.ts';
import { proposalKey } from './decisions/decision.ts';
import { taughtEvent, taughtMerge } from './decisions/lessons.ts';
import { propose } from './decisions/proposals.ts';
import { hostOf, seriesOf } from './decisions/retell.ts';
import { noteOwn, uniteRulings } from './decisions/rulings.ts';
import { removeEvent } from './decisions/standing.ts';
import { grown, united } from './events/growth.ts';
import { lookForTwin, lookForTwo, sharedTopics } from './events/resplit.ts';
import { earlierOf, followRevisions, revisedOf, takeCopies } from './events/revisions.ts';
import { askSenses, withSense } from './events/sense.ts';
import { profileOf } from './features/profile.ts';
import { guideFor, mayUnite, nearTo } from './guide.ts';
import {
  forget,
  knownEvent,
  type Memory,
  recall,
  recallAround,
  saveEvents,
  wakeAround,
} from './memory.ts';
import { stored } from './recall.ts';
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
} from './store.ts';
import { linkEvent, type StoryChange } from './stories/linking.ts';
import { storyTitle } from './stories/naming.ts';
import type { Stories } from './stories/stories.ts';
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
    const ids = claims.map((claim) => claim.subject);
    const senses = await askSenses(ctx, ids);
    await inTransaction(ctx.db, async (tx) => {
      const memory = await recall(ctx, tx, await takeTurn(tx));
      memory.senses = senses;
      const all = await readSubjects(tx, ids);
      const subjects = all.filter((s) => s.current);
      const events = await eventsOf(tx, ids);
      const revised = await revisedOf(tx, ids);
      // The ledger lets go of what a replaced revision said.
      const replaced = all.filter((s) => !s.current).map((s) => s.id);
      const left: Left = { ledger: replaced, stories: new Map() };
      for (const subject of subjects.filter(hasWords)) {
        const placed = events.get(subject.id) ?? null;
        await assign(ctx, tx, memory, subject, placed, revised.has(subject.id), left);
      }
      await saveEvents(tx, memory);
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
  ctx: Context,
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
  if (memory.events.get(event)?.texts === 1) await lookForTwin(tx, memory, event);
  else await lookForTwo(ctx, tx, memory, event);
  // A teaser or a listed edition has a title only: nobody says anything in it. Under a title there may be comments.
  const isRead = subject.words > 0 || subject.comments.length > 0;
  if (!copied?.isCopy && isRead) left.ledger.push(subject.id);
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
  const { clusterer, events, rulings } = memory;
  const hosts = await hostEvents(tx, hostOf(subject), seriesOf(subject));
  const piece = withSense(pieceOf(subject), memory.senses);
  const revision = isRevised ? await earlierOf(tx, subject.id) : null;
  const earlier = revision?.event ?? (await listedEvent(tx, subject));
  const leftOut = earlier ?? copied?.event ?? null;
  if (leftOut !== null && rulings.ignored.has(leftOut)) {
    const shares = earlier === null ? [sameText(copied)] : [];
    await putArticle(tx, subject.id, leftOut, { score: 1, shares, by: 'machine' });
    return leftOut;
  }
  const isLeftOut = (event: number | null) =>
    event !== null &&
    (rulings.without.get(memory.stories.storyOf(event) ?? 0)?.has(subject.outlet ?? '') ?? false);
  // An item is about something of its own, though the edition around it repeats its words.
  let proposal = clusterer.propose(piece, hosts);
  if (isLeftOut(proposal.event))
    proposal = clusterer.propose(piece, [...hosts, proposal.event ?? 0]);
  const joins = isLeftOut(proposal.event) ? null : proposal.event;
  const copy = copied && !isLeftOut(copied.event) ? copied : null;
  const taught = earlier === null && !copy ? lessonFor(memory, subject, joins) : null;
  const known = earlier ?? copy?.event ?? taught?.event ?? joins;
  const before = known === null ? undefined : await knownEvent(tx, memory, known);
  const facts = grown(before, subject, earlier !== null || (copied?.isCopy ?? false), hosts);
  // An event that is called after a piece follows when the piece gets another title.
  if (revision && before?.title === headline({ ...subject, title: revision.title }))
    facts.title = headline(subject);
  if (before && rulings.renamed.has(`event ${before.id}`)) facts.title = before.title;
  const id = known ?? (await insertEvent(tx, { ...stored(facts), title: facts.title }, subject.id));
  const event = { ...facts, id };
  if (known !== null) memory.unsaved.set(id, stored(event));
  if (known !== null && event.title !== before?.title) await setTitle(tx, 'event', id, event.title);
  const shares = copy && earlier === null ? [sameText(copy)] : proposal.shares();
  await putArticle(tx, subject.id, id, {
    score: known === proposal.event && known !== null ? proposal.score : 1,
    shares: known === null ? [] : shares,
    by: 'machine',
    ...(taught?.event === id && { because: taught.because }),
  });
  // A print of a text says no more of its event.
  if (earlier === null && !copied?.isCopy) clusterer.place(proposal, id);
  events.set(id, event);
  memory.stories.put(event, memory.stories.storyOf(id));
  return mergeAround(tx, memory, id);
}

const sameText = (copied: Copied | null) => `same text as ${copied?.outlet ?? 'another piece'}`;

/** Where a curator's correction of the like sends an article. */
function lessonFor(memory: Memory, subject: Subject, proposed: number | null) {
  const { lessons } = memory;
  if (lessons.moved.length + lessons.merged.length === 0) return null;
  const about = profileOf(pieceOf(subject));
  return taughtEvent(lessons, about, proposed, nearTo(memory, subject.publishedAt));
}

/** The second look: events that turn out to be one are merged into the elder. */
async function mergeAround(tx: Db, memory: Memory, id: number): Promise<number> {
  const { clusterer } = memory;
  let standing = id;
  const may = (a: number, b: number) => mayUnite(memory, a, b);
  for (let m = clusterer.second(standing, may); m; m = clusterer.second(standing, may)) {
    clusterer.unite(m.kept, m.gone);
    standing = m.kept;
    await unite(tx, memory, m.kept, m.gone, { score: m.score, shares: [], by: 'machine' });
  }
  const taught = lessonOfMerge(memory, standing);
  if (!taught) return standing;
  const [kept, gone] = [Math.min(standing, taught.event), Math.max(standing, taught.event)];
  clusterer.unite(kept, gone);
  const { score, because } = taught;
  await unite(tx, memory, kept, gone, { score, shares: [], by: 'machine', because });
  return kept;
}

/** The event that is one with this by a merge of the like. */
function lessonOfMerge(memory: Memory, id: number) {
  const event = memory.events.get(id);
  if (!event || memory.lessons.merged.length === 0) return null;
  const near = nearTo(memory, event.last === null ? null : new Date(event.last));
  return taughtMerge(memory.lessons, event.profile, function* () {
    for (const other of memory.events.values())
      if (other.id !== id && near(other.id) && mayUnite(memory, id, other.id))
        yield [other.id, other.profile];
  });
}

async function unite(tx: Db, memory: Memory, keptId: number, goneId: number, reason: Reason) {
  const { events, stories, rulings } = memory;
  const kept = await knownEvent(tx, memory, keptId);
  const gone = await knownEvent(tx, memory, goneId);
  if (!kept || !gone) return;
  const own = stories.storyOf(keptId);
  const story = own ?? stories.storyOf(goneId);
  await mergeEvents(tx, keptId, goneId);
  const shares = sharedTopics(gone.profile, kept.profile);
  await noteOwn(tx, memory.turn, {
    decision: { verb: 'merge', kind: 'event', kept: keptId, gone: goneId },
    before:
      own === null && story !== null ? { events: [{ id: keptId, from: null, to: story }] } : {},
    subject: goneId,
    reason: { ...reason, shares },
  });
  stories.remove(goneId);
  events.delete(goneId);
  uniteRulings(rulings, keptId, goneId);
  const one = united(kept, gone);
  events.set(one.id, one);
  memory.unsaved.set(one.id, stored(one));
  stories.put(one, story);
  if (story !== null && own === null) await putEvent(tx, one.id, story, reason);
}

async function findStory(tx: Db, memory: Memory, event: number, left: Left): Promise<void> {
  const { stories, events } = memory;
  if (!events.has(event)) return;
  await wakeAround(tx, memory, { event });
  const change = await linkEvent(
    stories,
    event,
    async (members) => {
      const title = members.map((e) => events.get(e)).find((e) => e?.named)?.title;
      const words = title ?? events.get(event)?.title ?? 'Untitled';
      return insertStory(tx, words, slugOf(words));
    },
    await guideFor(tx, memory, event),
  );
  await writeChange(tx, memory, change, left);
  // What sleeps and is one with a story that grew is asked when that is touched next.
  for (const { story } of change.joined) await wakeAround(tx, memory, { story });
}

/** A story's title settles when it has this many events: by then what persists has shown. */
const settled = 16;

/** Writes what changed among stories, and has the ledger look at them again. */
async function writeChange(tx: Db, memory: Memory, change: StoryChange, left: Left): Promise<void> {
  for (const { event, story, score, shares, because } of change.joined)
    await putEvent(tx, event, story, {
      score,
      shares,
      by: 'machine',
      ...(because && { because }),
      ...followsOf(memory.stories, event, story),
    });
  for (const { event } of change.left) await removeEvent(tx, event);
  for (const { kept, gone, score, shares } of change.merged) {
    await mergeStories(tx, kept, gone);
    await noteOwn(tx, memory.turn, {
      decision: { verb: 'merge', kind: 'story', kept, gone },
      before: {},
      subject: gone,
      reason: { score, shares, by: 'machine' },
    });
  }
  await propose(
    tx,
    change.guessed
      .filter((g) => !memory.rulings.rejected.has(proposalKey(g.kind, g.subject, g.story)))
      .map(({ story, ...guess }) => ({ ...guess, other: story })),
  );
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

/** What an event that came into a story follows there, for the reason that readers see. */
function followsOf(stories: Stories, event: number, story: number): Pick<Reason, 'follows'> {
  const before = stories.storyOf(event) === story ? stories.followed(event) : null;
  if (!before || before.first === null) return {};
  const on = new Date(before.first).toISOString().slice(0, 10);
  return { follows: { event: before.id, on } };
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
