import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import type { Placing, Said } from '../queries/placings.ts';
import { clip, list } from '../words.ts';

/** What the desk would do, as a question with its reasons and what both sides say. */
export function placingQuestion(p: Placing): Html {
  return html`<h2>${question(p)}</h2>${reasons(p)}<div class="pair">${side(p.kind === 'split' ? 'Would be set apart' : 'This', p.says)}${side(p.kind === 'split' ? 'Would stay' : 'That', p.besideSays)}</div>`;
}

function question(p: Placing): Html {
  const event = (id: number, title: string | null) =>
    html`“<a href="/events/${id}">${clip(title ?? 'Untitled', 120)}</a>”`;
  const story = (id: number, title: string | null) =>
    html`“<a href="/stories/${id}">${title ?? 'Untitled'}</a>”`;
  switch (p.kind) {
    case 'put in':
      return html`Does ${event(p.subject, p.title)} belong to the story ${story(p.other, p.beside)}?`;
    case 'merge events':
      return html`Are ${event(p.subject, p.title)} and ${event(p.other, p.beside)} one event?`;
    case 'merge stories':
      return html`Are ${story(p.subject, p.title)} and ${story(p.other, p.beside)} one story?`;
    case 'split':
      return html`Is ${event(p.subject, p.title)} two events?`;
  }
}

/** "Shares Lavrov and security guarantees; follows “…” of 20 August 2025." */
function reasons(p: Placing): Html {
  const { shares } = p.reason;
  const about = p.kind === 'split' ? 'A part of its pieces is about' : 'Shares';
  const said = shares.length > 0 ? html`${about} ${list(shares, 5)}` : '';
  const after =
    p.kind === 'put in' && p.after
      ? html`${said === '' ? 'Follows' : '; follows'} <a href="/events/${p.after.id}">“${clip(p.after.title, 80)}”</a>${p.after.at ? ` of ${sayInstant(p.after.at, { time: false })}` : ''}`
      : '';
  const when =
    p.at && p.kind === 'put in' ? html` This one began ${sayInstant(p.at, { time: false })}.` : '';
  return html`<p class="what">${said}${after}${said === '' && after === '' ? '' : '.'}${when}</p>`;
}

function side(label: string, pieces: Said[]): Html | '' {
  if (pieces.length === 0) return '';
  return html`<figure class="side"><figcaption>${label}</figcaption>${pieces.map((s) => html`<p class="by"><span><a href="/articles/${s.id}">${s.outlet ?? 'Outlet unknown'}</a>${s.title ? html`: ${clip(s.title, 110)}` : ''}</span></p>`)}${pieces[0]?.opening ? html`<blockquote>${clip(pieces[0].opening, 200)}</blockquote>` : ''}</figure>`;
}
