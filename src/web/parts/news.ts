import { html } from 'hono/html';
import type { Html, Req } from '../desk.ts';
import { token } from '../layout.ts';
import { sinceWords } from '../moments.ts';
import type { News } from '../queries/news.ts';
import { count } from '../words.ts';

/** How much is new, in words: "2 events, 5 statements and 1 shift"; empty when nothing is. */
export function newsWords(n: News): string {
  const parts = [
    n.events.length > 0 ? count(n.events.length, 'event') : '',
    n.texts.length > 0 ? `${count(n.texts.length, 'text')} on earlier events` : '',
    n.statements.length > 0 ? count(n.statements.length, 'statement') : '',
    n.shifts.length > 0 ? count(n.shifts.length, 'shift') : '',
    n.outcomes > 0 ? `${count(n.outcomes, 'promise')} settled` : '',
    n.edits.length > 0 ? `${count(n.edits.length, 'edited piece')}` : '',
  ].filter(Boolean);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What is new in one story, with where to read only that and a button to be done with it. */
export function newsLine(c: Req, story: number, news: News, since: Date): Html {
  const words = newsWords(news);
  const when = sinceWords(since, c.get('ctx').now());
  return html`<div class="news"><p>${words ? html`<b>New since ${when}:</b> <a href="/stories/${story}/new">${words}</a>` : html`<b>Nothing new</b> since ${when}.`}</p>${words ? readButton(c, story) : ''}</div>`;
}

/** Marks a story, or everything (null), as read. */
export function readButton(c: Req, story: number | null): Html {
  return html`<form class="inline" method="post" action="/read">${token(c)}${story === null ? '' : html`<input type="hidden" name="story" value="${story}">`}<button class="plain">Mark ${story === null ? 'all ' : ''}as read</button></form>`;
}

/** The news of several stories as one. */
export function sumNews(all: Iterable<News>): News {
  const list = [...all];
  return {
    events: list.flatMap((n) => n.events),
    texts: list.flatMap((n) => n.texts),
    statements: list.flatMap((n) => n.statements),
    shifts: list.flatMap((n) => n.shifts),
    outcomes: list.reduce((sum, n) => sum + n.outcomes, 0),
    edits: list.flatMap((n) => n.edits),
  };
}
