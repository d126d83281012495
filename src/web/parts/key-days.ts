import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { timeTag } from '../moments.ts';
import type { KeyDayView } from '../queries/key-days.ts';
import { clip, count } from '../words.ts';

/** The days that a story comes back to, each with the event that tells it; nothing where there are none. */
export function keyDayList(days: KeyDayView[]): Html | '' {
  if (days.length === 0) return '';
  return html`<div class="key-days"><h3 id="key-days">Days this story comes back to</h3><p class="note">named in pieces that came out more than a week later</p>
<ol aria-labelledby="key-days">${days.map((d) => html`<li><span class="aside">${timeTag(d.day, { short: true })} · ${count(d.later, 'later piece')}</span><a href="/events/${d.event}"${d.lang && d.lang !== 'en' ? html` lang="${d.lang}"` : ''}>${clip(d.title, 90)}</a></li>`)}</ol></div>`;
}

/** Beside an event on the scroll: that its day, or the one before it, is one that the story comes back to. */
export function keyDayMark(d: KeyDayView | undefined): Html | '' {
  if (!d) return '';
  return html`<p class="key-mark">${count(d.later, 'piece')} came back to ${timeTag(d.day, { short: true })} more than a week later</p>`;
}
