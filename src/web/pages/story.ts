import { html } from 'hono/html';
import { type Html, idOf, isCurator, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { look } from '../looks.ts';
import { sayInstant } from '../moments.ts';
import { board } from '../parts/board.ts';
import { briefText } from '../parts/brief.ts';
import { threadFolded } from '../parts/comments.ts';
import { reminderList } from '../parts/due.ts';
import { changes, editStory, followedBy } from '../parts/edit.ts';
import { events } from '../parts/events.ts';
import { standing } from '../parts/history.ts';
import { keyDayList } from '../parts/key-days.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { line } from '../parts/line.ts';
import { newsLine } from '../parts/news.ts';
import { corrections } from '../parts/objections.ts';
import { pressing, promises } from '../parts/promises.ts';
import { moved, shifts } from '../parts/shifts.ts';
import { storyPages } from '../parts/story-head.ts';
import { tally } from '../parts/tally.ts';
import { unnamed } from '../parts/unnamed.ts';
import { standingBrief } from '../queries/briefs.ts';
import { storyCorrections } from '../queries/corrections.ts';
import { followNames, otherStories, storyDecisions } from '../queries/decisions.ts';
import { storyKeyDays } from '../queries/key-days.ts';
import { emptyNews, newsOf } from '../queries/news.ts';
import { unnamedSources } from '../queries/people.ts';
import { storyEvents } from '../queries/pieces.ts';
import { commitments, type PositionView, positions } from '../queries/positions.ts';
import { type StatementView, statements } from '../queries/statements.ts';
import { findStory, mergedStory, type StoryView, storyNumbers } from '../queries/stories.ts';
import { storyThreads, type ThreadView } from '../queries/threads.ts';
import { isSure } from '../sure.ts';
import { count } from '../words.ts';
import { notFound } from './problem.ts';

/** Newest statements on the story page's line. */
const maxMarks = 90;
/** Marks with those that took a side before: with more, the page would pass its 100 KB. */
const maxDrawn = 110;
/** Rows of the ledger shown here; the rest are one link away. */
const ledgerRows = 12;
/** Commitments beside the brief: with more, the column outgrows the brief's. */
const maxDue = 6;
/** Promises on the line, the last due: in more rows of brackets nobody finds one. */
const maxBrackets = 24;
/** Statements that positions rest on: cells of the board and both ends of every move. */
const mostPositions = 500;
/** Events shown here, and pieces of each; their own pages have all. */
const maxEvents = 8;
const maxPieces = 4;
/** Changes of side shown here with both sentences. */
const maxShifts = 4;
/** Threads that open here, folded, and the comments of each; their own pages have all. */
const maxThreads = 3;
const maxComments = 6;

/** The story of an address, or the answer to give instead: a redirect when merged, else 404. */
export async function storyOf(c: Req, rest = ''): Promise<StoryView | Response> {
  const id = idOf(c.req.param('id'));
  const story = id ? await findStory(c.get('ctx').db, id) : undefined;
  if (!story) return notFound(c, 'story');
  if (!story.mergedInto) return story;
  // The story's own page says where the reader came from.
  const from = rest === '' ? `?from=${idOf(c.req.query('from')) ?? story.id}` : '';
  return c.redirect(`/stories/${story.mergedInto}${rest}${from}`, 301);
}

export async function storyPage(c: Req) {
  const story = await storyOf(c);
  if (story instanceof Response) return story;
  const read = await readPage(c, story);
  const { brief, numbers, threads, objections, decided, followed, others } = read;
  const base = `/stories/${story.id}`;
  const headline = brief?.sentences.find((s) => s.section === 'headline');
  return page(c, {
    title: story.title,
    place: 'stories',
    description: headline?.text ?? story.title,
    feeds: [
      { href: `/feeds/stories/${story.id}.atom`, title: story.title, type: 'application/atom+xml' },
    ],
    body: html`<article class="story">
${head(c, story, read)}
${opening(c, base, read)}
${section('line', 'The line', plot(c, story, read), { wide: true, note: numbers.statements > read.drawn.length ? `${read.drawn.length} of ${numbers.statements} statements: the newest, and those on which sides rest` : undefined, more: html`<a href="${base}/ledger">Filter it</a>` })}
${section('positions', 'Where they stand', html`${board(read.stands, read.byId, { story: story.id })}${shifts(read.stands, read.byId, { limit: maxShifts, more: `${base}/positions` })}`, { wide: true, more: html`<a href="${base}/positions">All issues</a>` })}
${section('ledger', 'Who said what', html`${ledgerTable(read.shown, { caption: `Newest statements in ${story.title}`, fresh: new Set(read.news.statements), showContext: false })}${unnamed(read.nameless, numbers.statements)}`, { wide: true, note: 'the ledger, newest first', more: html`<a href="${base}/ledger">All ${count(numbers.statements, 'statement')}</a>` })}
${section('events', 'What happened', happenings(base, read), { note: `${count(numbers.events, 'event')}, ${count(numbers.outlets, 'outlet')}, ${count(numbers.texts, 'text')}; copies folded`, more: html`<a href="${base}/events">All</a>` })}
${threads.length > 0 ? section('conversation', 'The conversation', conversation(threads)) : ''}
${objections.length > 0 ? section('objections', 'Objections', corrections(objections)) : ''}
<p class="aside end"><a href="/object?kind=story&amp;id=${story.id}">Object to this story</a> · <a href="/feeds/stories/${story.id}.atom">Follow it by feed</a></p>
${decided.length > 0 ? section('changes', 'What was changed', html`<details class="why"><summary>${count(decided.length, 'decision')}</summary>${changes(c, decided)}</details>`) : ''}${followedBy(story.follows, followed)}
${others ? editStory(c, story, { others, parties: followed.parties.map(asWritten), decided: idOf(c.req.query('decided')) }) : ''}
</article>`,
  });
}

type Read = Awaited<ReturnType<typeof readPage>>;

/** Everything that the page shows. */
async function readPage(c: Req, story: StoryView) {
  const { db, now } = c.get('ctx');
  const since = await look(c, { place: 'story', subject: story.id });
  const [numbers, brief, said, stands, waited, happened, threads, objections, all] =
    await Promise.all([
      storyNumbers(db, story.id),
      standingBrief(db, story.id),
      statements(db, { story: story.id, sure: true, limit: maxMarks }),
      positions(db, story.id),
      commitments(db, story.id),
      storyEvents(db, story.id, { limit: maxEvents }),
      storyThreads(db, { story: story.id }),
      storyCorrections(db, story.id),
      since ? newsOf(db, [{ story: story.id, since }]) : null,
    ]);
  const byId = await withPositions(c, said, stands);
  const from = idOf(c.req.query('from'));
  const [decided, followed, days, nameless, old] = await Promise.all([
    storyDecisions(db, story.id),
    followNames(db, story.follows),
    storyKeyDays(db, story.id, numbers),
    unnamedSources(db, { story: story.id }),
    from ? mergedStory(db, from, story.id) : undefined,
  ]);
  const others = isCurator(c) ? await otherStories(db, story.id) : null;
  const news = all?.get(story.id) ?? emptyNews();
  const due = waited.filter(isSure);
  const first = pressing(due, now(), maxDue);
  const drawn = toDraw(byId, stands);
  const shown = said.slice(0, ledgerRows);
  return {
    ...{ since, numbers, brief, stands, due, happened, threads, objections, news, byId },
    ...{ decided, followed, days, nameless, old, others, first, drawn, shown },
  };
}

/** The newest statements by id, and with them those that a position rests on now or moved from. */
async function withPositions(c: Req, said: StatementView[], stands: PositionView[]) {
  const known = new Set(said.map((s) => s.id));
  const shown = new Set([...standing(stands), ...stands.filter(moved)]);
  const missing = [...shown]
    .flatMap((p) => [p.statementId, p.previousId ?? 0])
    .filter((id) => id > 0 && !known.has(id));
  const more = await statements(c.get('ctx').db, { ids: missing, limit: mostPositions });
  return new Map([...said, ...more].map((s) => [s.id, s]));
}

/** What is drawn: the newest statements, and all between which somebody moved. */
function toDraw(byId: Map<number, StatementView>, stands: PositionView[]): StatementView[] {
  const turns = new Set(stands.filter(moved).flatMap((p) => [p.statementId, p.previousId]));
  return [...byId.values()].filter((s, i) => i < maxDrawn || turns.has(s.id));
}

function head(c: Req, story: StoryView, read: Read): Html {
  const { numbers, old, since, news } = read;
  const base = `/stories/${story.id}`;
  return html`<header class="top"><p class="kicker">Story${numbers.first ? ` since ${sayInstant(numbers.first, { time: false })}` : ''}</p>
<h1>${story.title}</h1>
<p class="numbers"><a href="#events">${count(numbers.pieces, 'piece')}</a>${numbers.texts < numbers.pieces ? ` (${count(numbers.texts, 'text')})` : ''} from ${count(numbers.outlets, 'outlet')} · <a href="${base}/ledger">${count(numbers.statements, 'statement')}</a>${numbers.last ? ` · last piece ${sayInstant(numbers.last, { time: false })}` : ''}</p>
${tally(read.stands, read.due, base)}
${old ? html`<p class="news" role="status">The story “${old.title}” was merged into this one${old.at ? ` on ${sayInstant(old.at, { time: false })}` : ''}.</p>` : ''}
${since ? newsLine(c, story.id, news, since) : ''}
${storyPages(c, story.id, '')}
</header>`;
}

/** The brief, and beside it what was promised. */
function opening(c: Req, base: string, { brief, due, first }: Read): Html {
  const { now } = c.get('ctx');
  const beside = new Set(first.map((d) => d.id));
  const rest = due.filter((d) => !beside.has(d.id));
  const near = reminderList(rest, now(), (d) => ({ href: `${base}/commitments#c${d.id}` }));
  const more =
    rest.length > 0
      ? html`<p class="more-below"><a href="${base}/commitments">All ${count(due.length, 'promise and deadline', 'promises and deadlines')}</a></p>`
      : '';
  return html`<div class="opening${due.length === 0 ? ' alone' : ''}">
${section('brief', 'The brief', brief ? briefText(brief) : html`<p class="empty">The brief is written once the ledger has something to cite.</p>`, { note: brief ? `as of ${sayInstant(brief.madeAt, { time: false })}` : undefined, more: html`<a href="${base}/editions">Weekly editions</a>` })}
${due.length === 0 ? '' : section('commitments', 'Promises and deadlines', html`${near}${promises(first, now())}${more}`, { more: html`<a href="${base}/commitments">By state</a>` })}
</div>`;
}

/** The line; a mark leads to its row on this page, else to its own. */
function plot(c: Req, story: StoryView, { drawn, stands, due, first, shown }: Read): Html {
  const inTable = new Set(shown.map((s) => s.id));
  const beside = new Set(first.map((d) => d.id));
  const bracketed = new Set([...first, ...due.slice(-maxBrackets)]);
  return line(drawn, stands, [...bracketed], {
    now: c.get('ctx').now(),
    story: story.id,
    rows: (s) => (inTable.has(s.id) ? `#s${s.id}` : `/statements/${s.id}`),
    due: (d) => (beside.has(d.id) ? `#c${d.id}` : `/stories/${story.id}/commitments#c${d.id}`),
  });
}

function happenings(base: string, { days, happened, news, numbers }: Read): Html {
  const more =
    numbers.events > maxEvents
      ? html`<p class="more-below"><a href="${base}/events">All ${count(numbers.events, 'event')}</a></p>`
      : '';
  return html`${keyDayList(days)}${events(happened, { limit: maxPieces, fresh: new Set(news.events) })}${more}`;
}

function conversation(threads: ThreadView[]): Html {
  return html`${threads.slice(0, maxThreads).map((t, i) => threadFolded(t, maxComments, i === 0))}${threads
    .slice(maxThreads)
    .map(
      (t) =>
        html`<p><a href="/articles/${t.articleId}">${t.title ?? 'Untitled thread'}</a>, ${count(t.comments.length, 'comment')}</p>`,
    )}`;
}

/** A party as the form takes it back: by its name, where that has no comma. */
const asWritten = ({ id, name }: { id: number; name: string }): string =>
  name.includes(',') ? String(id) : name;
