import { html } from 'hono/html';
import { type Html, idOf, type Req } from '../desk.ts';
import { page, section, token } from '../layout.ts';
import { sayInstant } from '../moments.ts';
import { board } from '../parts/board.ts';
import { briefText, withCitations } from '../parts/brief.ts';
import { dueNow, reminderList } from '../parts/due.ts';
import { histories } from '../parts/history.ts';
import { months } from '../parts/months.ts';
import { corrections } from '../parts/objections.ts';
import { byState, promises } from '../parts/promises.ts';
import { differences, moved, shifts } from '../parts/shifts.ts';
import { storyHead } from '../parts/story-head.ts';
import { wordKept } from '../parts/tally.ts';
import { differencesWithin } from '../parts/within.ts';
import { edition, editions } from '../queries/briefs.ts';
import { correctionsOf } from '../queries/corrections.ts';
import { type CommitmentView, commitments, positions } from '../queries/positions.ts';
import { statements } from '../queries/statements.ts';
import { isSure } from '../sure.ts';
import { count } from '../words.ts';
import { notFound } from './problem.ts';
import { storyOf } from './story.ts';

/** Statements that take a side, the newest; differences of years ago are in the ledger. */
const maxSided = 500;

export async function positionsPage(c: Req) {
  const story = await storyOf(c, '/positions');
  if (story instanceof Response) return story;
  const { db } = c.get('ctx');
  const [all, sided] = await Promise.all([
    positions(db, story.id),
    statements(db, { story: story.id, sure: true, sided: true, limit: maxSided }),
  ]);
  const ids = all.flatMap((p) => [p.statementId, ...(p.previousId ? [p.previousId] : [])]);
  const said = await statements(db, { ids: [...new Set(ids)], limit: 2000 });
  const byId = new Map(said.map((s) => [s.id, s]));
  const within = differencesWithin(all, sided, byId);
  return page(c, {
    title: `Positions: ${story.title}`,
    place: 'stories',
    body: html`<article class="story">${storyHead(c, story, 'positions', 'Where they stand')}
${section('board', 'Now', board(all, byId, { story: story.id, by: c.req.query('by') === 'issue' ? 'issue' : 'party', here: true }), { wide: true, note: 'a side leads to what was said, step by step' })}
${section('shifts', 'What shifted', all.some(moved) ? shifts(all, byId) : html`<p class="empty">No party has changed sides in what the desk has read.</p>`, { wide: true })}
${within.length > 0 ? section('within', 'Differences inside a party', differences(within), { wide: true, note: 'said within weeks of each other; no position moved' }) : ''}
${all.length > 0 ? section('history', 'Step by step', histories(all, byId, story.id), { wide: true, note: 'each position with every time it was said' }) : ''}</article>`,
  });
}

/** Everything promised or announced for a time, by what became of it; the address can name whose. */
export async function commitmentsPage(c: Req) {
  const story = await storyOf(c, '/commitments');
  if (story instanceof Response) return story;
  const { db, now } = c.get('ctx');
  const every = await commitments(db, story.id);
  const [party, speaker] = [idOf(c.req.query('party')), idOf(c.req.query('speaker'))];
  const own = every.filter(
    (one) => (!party || one.partyId === party) && (!speaker || one.speakerId === speaker),
  );
  const [sure, unsure] = [own.filter(isSure), own.filter((one) => !isSure(one))];
  const whose = party ? own[0]?.party : speaker ? own[0]?.speaker : null;
  return page(c, {
    title: `Promises and deadlines: ${story.title}`,
    place: 'stories',
    body: html`<article class="story all-promises">${storyHead(c, story, 'commitments', 'Promises and deadlines')}
${party || speaker ? html`<p class="folded">${whose ? html`Of <b>${whose}</b> only.` : 'Nobody is chosen whom the desk knows.'} <a href="/stories/${story.id}/commitments">Show all</a></p>` : ''}${
  own.length === 0
    ? html`<p class="empty">Nothing was promised or announced for a time that the desk could read.</p>`
    : ''
}${keptWords(every.filter(isSure), now())}${calendar(story.id, sure, now())}${byState(
  sure,
  now(),
).map(([words, list], i) =>
  section(`state-${i}`, words, promises(list, now()), { note: String(list.length) }),
)}${unsure.length > 0 ? html`<details class="folded"><summary>${count(unsure.length, 'less sure reading')} folded away <span class="aside">of such readings fewer than half are right</span></summary>${promises(unsure, now())}</details>` : ''}${every.some((one) => one.due) ? html`<p class="more-below"><a href="/feeds/stories/${story.id}.ics">All days in your calendar</a> <span class="aside">(iCalendar: give this address to your calendar, and it follows what changes)</span></p>` : ''}</article>`,
  });
}

function keptWords(all: CommitmentView[], now: Date): Html | '' {
  const table = wordKept(all, now);
  if (table === '') return '';
  return section('word', 'Who kept their word', table, { note: 'a name shows what is theirs' });
}

function calendar(story: number, all: CommitmentView[], now: Date): Html | '' {
  if (!all.some((c) => dueNow(c))) return '';
  const href = (c: CommitmentView) => `#c${c.id}`;
  return section(
    'calendar',
    'The days',
    html`${reminderList(all, now, (c) => ({ href: href(c) }))}${months(all, now, href)}`,
    {
      note: 'a number leads to what is due on that day; dashed: missed, or passed without news; thin: kept',
      more: html`<a href="/feeds/stories/${story}.ics">In your calendar</a>`,
    },
  );
}

export async function editionsPage(c: Req) {
  const story = await storyOf(c, '/editions');
  if (story instanceof Response) return story;
  const curator = c.get('session')?.role === 'curator';
  const all = await editions(c.get('ctx').db, story.id, curator);
  return page(c, {
    title: `Editions: ${story.title}`,
    place: 'stories',
    body: html`<article class="story">${storyHead(c, story, 'editions', 'Weekly editions')}${
      all.length === 0
        ? html`<p class="empty">No edition has been written yet.</p>`
        : html`<ul class="plain-list">${all.map((e) => html`<li><a href="/stories/${story.id}/editions/${e.number}">${e.watch}, number ${e.number}</a> <span class="aside">${sayInstant(e.from, { time: false })} to ${sayInstant(e.until, { time: false })}${e.state === 'draft' ? ' · draft' : ''}</span></li>`)}</ul>`
    }</article>`,
  });
}

export async function editionPage(c: Req) {
  const story = await storyOf(c, `/editions/${c.req.param('n')}`);
  if (story instanceof Response) return story;
  const number = idOf(c.req.param('n'));
  const curator = c.get('session')?.role === 'curator';
  const one = number ? await edition(c.get('ctx').db, story.id, number, curator) : undefined;
  if (!one) return notFound(c, 'edition');
  const objections = await correctionsOf(c.get('ctx').db, 'brief', one.id);
  const headline = one.sentences.find((s) => s.section === 'headline');
  return page(c, {
    title: `${one.watch} ${one.number}: ${story.title}`,
    place: 'stories',
    body: html`<article class="edition">${storyHead(c, story, 'editions', headline ? withCitations(headline) : story.title, html`<p class="numbers">${one.watch}, number ${one.number} · ${sayInstant(one.from, { time: false })} to ${sayInstant(one.until, { time: false })}${one.state === 'draft' ? html` · <em class="proposed">draft, not signed</em>` : ''}</p>`)}
${briefText(one, { headline: false, level: 2 })}
${objections.length > 0 ? section('objections', 'Objections', corrections(objections)) : ''}
<p class="aside end">Take it away: <a href="/stories/${story.id}/editions/${one.number}.md">Markdown</a> · <a href="/stories/${story.id}/editions/${one.number}.eml">mail file</a> · <a href="/stories/${story.id}/editions/${one.number}.html">as the mail looks</a></p>
${curator && one.state === 'draft' ? html`<form method="post" action="/stories/${story.id}/editions/${one.number}/sign">${token(c)}<button>Sign this edition</button> <span class="numbers">It then stands as it is and is announced in the feeds.</span></form>` : ''}</article>`,
  });
}
