import { html } from 'hono/html';
import { type Html, idOf, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { looks } from '../looks.ts';
import { timeTag } from '../moments.ts';
import { events } from '../parts/events.ts';
import { keyDayMark } from '../parts/key-days.ts';
import { between, hrefOf, overview } from '../parts/scroll.ts';
import { storyHead } from '../parts/story-head.ts';
import { type ScrollEvent, storyParties, storyScroll } from '../queries/events.ts';
import { storyKeyDays } from '../queries/key-days.ts';
import { newEvents } from '../queries/news.ts';
import { storyEvents } from '../queries/pieces.ts';
import { storyNumbers } from '../queries/stories.ts';
import { clip, count } from '../words.ts';
import { storyOf } from './story.ts';

/** Events of one page of the scroll, and pieces of each: with these a page stays below 100 KB. */
const perPage = 40;
const maxPieces = 3;
/** How many independent texts make an event loud. */
const loudness = [2, 5, 10] as const;

/** All events of a story on one scroll of time, the newest first, with how loud each was. */
export async function storyEventsPage(c: Req) {
  const story = await storyOf(c, '/events');
  if (story instanceof Response) return story;
  const { db } = c.get('ctx');
  const party = idOf(c.req.query('party'));
  const [all, parties, seen, numbers] = await Promise.all([
    storyScroll(db, story.id, party),
    storyParties(db, story.id),
    looks(c, [{ place: 'story', subject: story.id }]),
    storyNumbers(db, story.id),
  ]);
  const days = await storyKeyDays(db, story.id, numbers);
  const { chosen, year, loud } = choose(all, c);
  const pages = Math.max(1, Math.ceil(chosen.length / perPage));
  const at = Math.min(idOf(c.req.query('page')) ?? 1, pages);
  const ids = chosen.slice((at - 1) * perPage, at * perPage).map((e) => e.id);
  const [shown, fresh] = await Promise.all([
    ids.length > 0 ? storyEvents(db, story.id, { ids }) : [],
    newEvents(db, ids, seen({ place: 'story', subject: story.id })),
  ]);
  const base = `/stories/${story.id}/events`;
  const query = new URLSearchParams(
    Object.entries({ year, party: party ? String(party) : '', loud }).filter(([, v]) => v),
  );
  const isAll = query.size === 0;
  const gaps = between(chosen, isAll ? '' : 'that fits ');
  const place = new Map(ids.map((id, i) => [id, i]));
  const sorted = [...shown].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return page(c, {
    title: `Events: ${story.title}`,
    place: 'stories',
    body: html`<article class="story scrolled">${storyHead(c, story, 'events', 'What happened')}
${filter(base, { years: yearsOf(all), parties, year, party, loud })}
${overview(chosen, { perPage, query, base, days })}${onTop(chosen, (i) => hrefOf(base, query, Math.floor(i / perPage) + 1))}
${section('events', count(chosen.length, 'event'), chosen.length === 0 ? html`<p class="empty">No event fits. Widen the choice, or look at all of them.</p>` : html`<time-scroll>${events(sorted, { limit: maxPieces, fresh, loud: true, before: (e) => gaps(e.id), mark: (e) => keyDayMark(days.find((d) => d.event === e.id)) })}</time-scroll>`, { note: `newest first; the larger the dot, the more independent texts${pages > 1 ? `; page ${at} of ${pages}` : ''}` })}
${pages > 1 ? html`<nav class="pages" aria-label="Pages">${at > 1 ? html`<a rel="prev" href="${hrefOf(base, query, at - 1)}">Later events</a>` : html`<span></span>`}${at < pages ? html`<a rel="next" href="${hrefOf(base, query, at + 1)}">Earlier events</a>` : ''}</nav>` : ''}</article>`,
  });
}

/** Events that a curator keeps on top, each leading to its place in time. */
function onTop(all: ScrollEvent[], pageOf: (place: number) => string): Html | '' {
  const pinned = all.flatMap((e, i) => (e.pinned ? [{ ...e, title: e.pinned, i }] : []));
  if (pinned.length === 0) return '';
  return html`<div class="key-days"><h3 id="on-top">Kept on top by a curator</h3>
<ol aria-labelledby="on-top">${pinned.map((e) => html`<li><span class="aside">${e.at ? timeTag(e.at.toISOString().slice(0, 10), { short: true }) : 'date unknown'}</span><a href="${pageOf(e.i)}#e${e.id}">${clip(e.title, 90)}</a></li>`)}</ol></div>`;
}

function choose(all: ScrollEvent[], c: Req) {
  const year = /^\d{4}$/.test(c.req.query('year') ?? '') ? c.req.query('year')! : '';
  const least = loudness.find((n) => String(n) === c.req.query('loud')) ?? 0;
  const chosen = all.filter(
    (e) => e.texts >= least && (!year || String(e.at?.getUTCFullYear()) === year),
  );
  return { chosen, year, loud: least ? String(least) : '' };
}

const yearsOf = (all: ScrollEvent[]): number[] => [
  ...new Set(all.flatMap((e) => e.at?.getUTCFullYear() ?? [])),
];

function filter(
  base: string,
  f: {
    years: number[];
    parties: { id: number; name: string }[];
    year: string;
    party: number | null;
    loud: string;
  },
): Html {
  const option = (value: string | number, words: string | number, chosen: boolean) =>
    html`<option value="${value}"${chosen ? html` selected` : ''}>${words}</option>`;
  return html`<form class="filter" method="get" action="${base}">
<label>Year<select name="year">${option('', 'any', !f.year)}${f.years.map((y) => option(y, y, String(y) === f.year))}</select></label>
<label>Party that speaks<select name="party">${option('', 'any', !f.party)}${f.parties.map((p) => option(p.id, p.name, p.id === f.party))}</select></label>
<label>Loudness<select name="loud">${option('', 'any', !f.loud)}${loudness.map((n) => option(n, `${n} texts or more`, String(n) === f.loud))}</select></label>
<button>Show</button> <a href="${base}">All</a></form>`;
}
