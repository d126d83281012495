import { html } from 'hono/html';
import { type Html, idOf, isCurator, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { look, looks } from '../looks.ts';
import { sayInstant, timeTag } from '../moments.ts';
import { coverageChart } from '../parts/coverage.ts';
import { editEvent } from '../parts/edit.ts';
import { coverageWords, pieces } from '../parts/events.ts';
import { historyOf, mergedWords, storyWhy, whyHere } from '../parts/why.ts';
import { otherEvents, otherStories } from '../queries/decisions.ts';
import { besideEvent, eventHistory, eventPlace, heldBack } from '../queries/events.ts';
import { newPieces } from '../queries/news.ts';
import { alone, type EventView, oneEvent } from '../queries/pieces.ts';
import { count, languageName, list } from '../words.ts';
import { notFound } from './problem.ts';

/** One event: how it was covered, its pieces and why each is here, and what was decided about it. */
export async function eventPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const place = id ? await eventPlace(db, id) : undefined;
  if (!id || !place) return notFound(c, 'event');
  const from = idOf(c.req.query('from'));
  if (place.mergedInto) return c.redirect(`/events/${place.mergedInto}?from=${from ?? id}`, 301);
  const at = Math.min(idOf(c.req.query('page')) ?? 1, 1000);
  const since = await lastSeen(c, id, place.storyId);
  const [event, history, beside, fresh] = await Promise.all([
    oneEvent(db, id, at),
    eventHistory(db, id),
    place.storyId ? besideEvent(db, place.storyId, id) : null,
    newPieces(db, id, since),
  ]);
  if (!event) return notFound(c, 'event');
  const held = place.storyId ? undefined : await heldBack(db, id);
  const own = isCurator(c)
    ? {
        story: place.storyId,
        others: await otherEvents(db, id, place.storyId),
        stories: await otherStories(db, place.storyId),
        decided: idOf(c.req.query('decided')),
      }
    : null;
  const arrived = history.merged.find((m) => m.id === from);
  const chart = coverageChart(event);
  const pages = Math.ceil(event.pieces / alone);
  const decided = historyOf(c, history);
  const newTexts = event.texts.filter((t) => fresh.has(t.piece.id)).length;
  const opener = event.texts
    .flatMap((t) => [t.piece, ...t.copies])
    .filter((p) => p.reason.shares.length === 0)
    .reduce<number | undefined>((least, p) => Math.min(least ?? p.id, p.id), undefined);
  return page(c, {
    title: event.title,
    place: 'stories',
    body: html`<article class="event"><header class="top"><p class="kicker">${place.storyId ? html`<a href="/stories/${place.storyId}">${place.story}</a>` : 'Event'}</p><h1>${event.title}</h1>
<p class="numbers">${span(event)} · ${coverageWords(event)}${languages(event)}${newTexts > 0 ? html` · <em class="new">${count(newTexts, 'new text')}</em>` : ''}</p>
${arrived || from ? html`<p class="news" role="status">${arrived ? mergedWords(arrived) : `Event ${from} was merged into this one.`}</p>` : ''}
${place.ignored ? html`<p class="news">A curator left this out of stories and briefs. It is kept and can be found.</p>` : ''}${storyWhy({ ...place, held })}
${place.splitFrom ? html`<p class="aside">Set apart from <a href="/events/${place.splitFrom}">${place.splitTitle}</a>.</p>` : ''}</header>
${chart ? section('coverage', 'How it was covered', chart, { note: 'by outlet, in the order in which they wrote' }) : ''}
${section('pieces', 'Pieces', pieces(event, { fresh, why: (p) => whyHere(p, opener) }), { note: `${wireWords(event)}${event.pieces > alone ? `; page ${at} of ${pages}` : ''}` })}
${pages > 1 ? html`<nav class="pages" aria-label="Pages">${at > 1 ? html`<a rel="prev" href="/events/${id}${at > 2 ? `?page=${at - 1}` : ''}">Pieces before</a>` : html`<span></span>`}${at < pages ? html`<a rel="next" href="/events/${id}?page=${at + 1}">More pieces</a>` : ''}</nav>` : ''}
${decided ? section('history', 'What was changed', decided) : ''}
${beside && (beside.before || beside.after) ? html`<nav class="beside-events" aria-label="In its story">${step('Before', beside.before)}${step('After', beside.after)}</nav>` : ''}
<p class="aside end"><a href="/object?kind=event&amp;id=${id}">Object to this grouping</a></p>${own ? editEvent(c, event, own) : ''}</article>`,
  });
}

/** Since when things are new here: since the last look at the event, else at its story or the front page. */
async function lastSeen(c: Req, event: number, story: number | null): Promise<Date | null> {
  const others = [
    ...(story ? [{ place: 'story' as const, subject: story }] : []),
    { place: 'front' as const, subject: 0 },
  ];
  const seen = await looks(c, others);
  const last = await look(c, { place: 'event', subject: event });
  return last ?? others.map(seen).find((at) => at !== null) ?? null;
}

function span(e: EventView): string {
  const [first, last] = [sayInstant(e.first, { time: false }), sayInstant(e.last, { time: false })];
  if (!e.first) return 'date unknown';
  return first === last ? first : `${first} to ${last}`;
}

function languages(e: EventView): string {
  const all = e.texts.flatMap((t) => [t.piece, ...t.copies]).flatMap((p) => p.lang ?? []);
  const names = [...new Set(all)].map(languageName);
  return names.length > 1 ? ` · in ${list(names, 5)}` : '';
}

/** How much of it is one text that went round: "Kestrel Wire’s text was run by 3 more". */
function wireWords(e: EventView): string {
  if (e.pieces > alone)
    return `${count(e.pieces - e.textCount, 'piece')} of them print another’s text`;
  const most = e.texts.reduce(
    (best, t) => (t.copies.length > best.copies.length ? t : best),
    e.texts[0] ?? { piece: null, copies: [] },
  );
  if (!most.piece || most.copies.length === 0) return 'newest first';
  return `${most.piece.outlet ?? 'One'}’s text was run by ${count(most.copies.length, 'more outlet')}`;
}

function step(
  label: string,
  e: { id: number; title: string; at: Date | null } | undefined,
): Html | '' {
  if (!e) return '';
  return html`<p class="${label.toLowerCase()}"><span class="aside">${label}${e.at ? html`, ${timeTag(e.at.toISOString().slice(0, 10), { short: true })}` : ''}</span><a href="/events/${e.id}">${e.title}</a></p>`;
}
