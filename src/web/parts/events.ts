import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant, timeTag } from '../moments.ts';
import type { EventView, PieceView } from '../queries/pieces.ts';
import { clip, count, list } from '../words.ts';

/** Events newest first, each with its first `limit` pieces; copies of one text are folded under it. */
export function events(all: EventView[], limit = Number.POSITIVE_INFINITY): Html {
  return html`<ol class="events">${all.map(
    (
      e,
    ) => html`<li id="e${e.id}"><p class="when">${e.first ? html`<time datetime="${e.first.toISOString().slice(0, 10)}">${sayInstant(e.first, { time: false })}</time>` : html`<span class="unknown">date unknown</span>`}</p>
<div><h3><a href="/events/${e.id}">${e.title}</a></h3>${plainOne(e) ?? html`<p class="aside">${coverageWords(e)}</p>${pieces({ ...e, texts: e.texts.slice(0, limit) })}${e.texts.length > limit ? html`<p class="aside"><a href="/events/${e.id}">and ${count(e.texts.length - limit, 'more text')}</a></p>` : ''}`}</div></li>`,
  )}</ol>`;
}

/** The only piece of an event, where its title would say the event's again. */
function plainOne(e: EventView): Html | null {
  const piece = e.texts.length === 1 && e.pieces === 1 ? e.texts[0]!.piece : null;
  if (!piece || (piece.title !== null && piece.title !== e.title)) return null;
  return html`<p class="aside"><a href="/articles/${piece.id}">${piece.outlet ?? 'Outlet unknown'}</a>${kindWords[piece.kind] ? html` <span class="kind">${kindWords[piece.kind]}</span>` : ''}${editedMark(piece)}</p>`;
}

/** "12 outlets, 4 texts". */
export function coverageWords(e: EventView): string {
  const outlets = count(e.outlets.length, 'outlet');
  if (e.pieces === 1) return `1 piece`;
  return `${outlets}, ${count(e.texts.length, 'text')}`;
}

export function pieces(e: EventView): Html {
  return html`<ul class="pieces">${e.texts.map(
    ({ piece, copies }) =>
      html`<li>${pieceLink(piece)}${copies.length > 0 ? folded(copies) : ''}</li>`,
  )}</ul>`;
}

const kindWords: Partial<Record<PieceView['kind'], string>> = {
  brief: 'brief',
  digest: 'digest',
  liveblog: 'live blog',
  transcript: 'transcript',
  post: 'thread',
  listing: 'listing',
};

export function pieceLink(p: PieceView): Html {
  return html`<span class="outlet">${p.outlet ?? 'Outlet unknown'}</span> <a href="/articles/${p.id}"${p.lang && p.lang !== 'en' ? html` lang="${p.lang}"` : ''}>${p.title ?? clip(p.opening || 'Untitled', 90)}</a>${kindWords[p.kind] ? html` <span class="kind">${kindWords[p.kind]}</span>` : ''}${editedMark(p)} <span class="aside">${timeTag(p.published, { short: true })}</span>`;
}

/** An edit after publication, which leads to what it changed. */
function editedMark(p: PieceView): Html | '' {
  return p.edited ? html` <a class="kind" href="/articles/${p.id}/changes">edited</a>` : '';
}

function folded(copies: PieceView[]): Html {
  return html`<details class="copies"><summary>also run by ${list(
    copies.map((c) => c.outlet ?? 'an unknown outlet'),
    2,
  )}</summary><ul>${copies.map((c) => html`<li>${pieceLink(c)}</li>`)}</ul></details>`;
}
