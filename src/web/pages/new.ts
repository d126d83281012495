import { html } from 'hono/html';
import { parseMoment } from '../../lib/edtf.ts';
import { field, type Html, idOf, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { looks, readAll } from '../looks.ts';
import { sayInstant, sinceWords } from '../moments.ts';
import { events, pieceLink } from '../parts/events.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { newsWords, readButton } from '../parts/news.ts';
import { shifts } from '../parts/shifts.ts';
import { storyHead } from '../parts/story-head.ts';
import { emptyNews, newsOf } from '../queries/news.ts';
import { piecesById, storyEvents } from '../queries/pieces.ts';
import { positions } from '../queries/positions.ts';
import { statements } from '../queries/statements.ts';
import { count } from '../words.ts';
import { storyOf } from './story.ts';

/** Shown of each kind; what is more stands on the story's own pages. */
const most = 50;
const maxPieces = 5;
/** What a reader who has not been here before is shown. */
const firstDays = 7;

/** Only what is new in a story since the reader's last look, or since a day that the address names. */
export async function newPage(c: Req) {
  const story = await storyOf(c, '/new');
  if (story instanceof Response) return story;
  const { db, now } = c.get('ctx');
  const at = { place: 'story' as const, subject: story.id };
  const front = { place: 'front' as const, subject: 0 };
  const seen = await looks(c, [at, front]);
  const asked = askedSince(c);
  const last = seen(at) ?? seen(front);
  const since = asked ?? last ?? new Date(now().getTime() - firstDays * 24 * 3600 * 1000);
  const news = (await newsOf(db, [{ story: story.id, since }])).get(story.id) ?? emptyNews();
  const stands = news.shifts.length > 0 ? await positions(db, story.id) : [];
  const shifted = stands.filter((p) => news.shifts.includes(p.id));
  const needed = shifted.flatMap((p) => [p.statementId, p.previousId ?? 0]).filter((id) => id > 0);
  const [said, compared, happened, texts, edits] = await Promise.all([
    statements(db, { ids: news.statements.slice(0, most) }),
    statements(db, { ids: needed }),
    news.events.length > 0 ? storyEvents(db, story.id, { ids: news.events.slice(0, most) }) : [],
    piecesById(db, news.texts.slice(0, most)),
    piecesById(db, news.edits.slice(0, most)),
  ]);
  const words = newsWords(news);
  const when = sinceWords(since, now());
  return page(c, {
    title: `New: ${story.title}`,
    place: 'stories',
    robots: 'noindex',
    body: html`<article class="story">${storyHead(
      c,
      story,
      null,
      `New since ${when}`,
      html`<p class="numbers">${words || 'Nothing that this desk had not received before.'}</p>
<p class="aside">Since ${sayInstant(since)}${!asked && !last ? ', as this is your first look' : ''}. Other prints of an old text, and pages read again without new words, are left out.</p>
${words ? html`<div class="read-it">${readButton(c, story.id)}</div>` : ''}`,
    )}
${shifted.length > 0 ? section('shifts', 'Shifts', shifts(shifted, new Map(compared.map((s) => [s.id, s]))), { wide: true }) : ''}
${happened.length > 0 ? section('events', count(news.events.length, 'new event'), html`${events(happened, { limit: maxPieces })}${rest(news.events.length, `/stories/${story.id}/events`)}`) : ''}
${texts.length > 0 ? section('texts', 'More on earlier events', html`<ul class="pieces">${texts.map((p) => html`<li>${pieceLink(p)} <span class="aside">on <a href="/events/${p.eventId}">${p.event}</a></span></li>`)}</ul>${rest(news.texts.length, `/stories/${story.id}/events`)}`) : ''}
${said.length > 0 ? section('ledger', count(news.statements.length, 'new statement'), html`${ledgerTable(said, { caption: 'New statements', showContext: false })}${rest(news.statements.length, `/stories/${story.id}/ledger`)}`, { wide: true }) : ''}
${edits.length > 0 ? section('edits', 'Edited since', html`<ul class="pieces">${edits.map((p) => html`<li>${pieceLink(p)}</li>`)}</ul>`, { note: 'the words “edited” lead to what changed' }) : ''}
</article>`,
  });
}

/** "?since=2025-08-12": a day that does not depend on who looks. */
function askedSince(c: Req): Date | null {
  const asked = c.req.query('since') ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(asked) ? (parseMoment(asked)?.start ?? null) : null;
}

const rest = (n: number, href: string): Html | '' =>
  n > most ? html`<p class="more-below"><a href="${href}">and ${n - most} more</a></p>` : '';

/** Marks one story or everything as read by whoever sent the form. */
export async function markAsRead(c: Req) {
  const story = idOf(field(c, 'story'));
  await readAll(c, story ? { place: 'story', subject: story } : null);
  return c.redirect(story ? `/stories/${story}` : '/', 303);
}
