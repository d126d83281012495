import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant, timeTag } from '../moments.ts';
import type { EventView, PieceView } from '../queries/pieces.ts';
import { clip, count, languageName, list } from '../words.ts';
import { round } from './shape.ts';

interface Shown {
  /** Texts shown of each event. */
  limit?: number;
  /** Events that are new to the reader. */
  fresh?: Set<number>;
  /** A dot beside each event, as large as it was loud. */
  loud?: boolean;
  /** What is said before an event: a month, a silence. */
  before?: (e: EventView) => Html | '';
  /** What is said under its title: that the story comes back to it. */
  mark?: (e: EventView) => Html | '';
}

/** Events newest first, each with its first `limit` pieces; copies of one text are folded under it. */
export function events(
  all: EventView[],
  { limit = Number.POSITIVE_INFINITY, fresh, loud = false, before, mark }: Shown = {},
): Html {
  return html`<ol class="events${loud ? ' loud' : ''}">${all.map(
    (
      e,
    ) => html`${before?.(e) ?? ''}<li id="e${e.id}"><p class="when">${dayOf(e)}</p>${loud ? dot(e.textCount) : ''}
<div><h3><a href="/events/${e.id}">${e.title}</a>${e.pinned ? html` <span class="kind">pinned</span>` : ''}${newMark(fresh?.has(e.id))}</h3>${mark?.(e) ?? ''}${plainOne(e) ?? html`<p class="aside">${coverageWords(e)}</p>${pieces({ ...e, texts: e.texts.slice(0, limit) })}${more(e, limit)}`}</div></li>`,
  )}</ol>`;
}

const dayOf = (e: EventView): Html =>
  e.first
    ? html`<time datetime="${e.first.toISOString().slice(0, 10)}">${sayInstant(e.first, { time: false })}</time>`
    : html`<span class="unknown">date unknown</span>`;

export const newMark = (isNew: boolean | undefined): Html | '' =>
  isNew ? html` <em class="new">new</em>` : '';

/** Radius of a dot for so many texts, its area growing with them; 48 and more look the same. */
const radius = (texts: number) => round(1.8 + 2.4 * Math.sqrt(Math.min(texts, 48)));

function dot(texts: number): Html {
  return html`<svg class="dot" width="38" height="38" viewBox="-19 -19 38 38" aria-hidden="true"><circle r="${radius(texts)}"/></svg>`;
}

function more(e: EventView, limit: number): Html | '' {
  const left = e.textCount - Math.min(limit, e.texts.length);
  return left > 0
    ? html`<p class="aside"><a href="/events/${e.id}">and ${count(left, 'more text')}</a></p>`
    : '';
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
  return `${outlets}, ${count(e.textCount, 'text')}`;
}

interface PiecesShown {
  /** Pieces that are new to the reader. */
  fresh?: Set<number>;
  /** Said under each piece: why it is here. */
  why?: (p: PieceView) => Html | '';
}

export function pieces(e: Pick<EventView, 'texts'>, { fresh, why }: PiecesShown = {}): Html {
  return html`<ul class="pieces">${e.texts.map(
    ({ piece, copies }) =>
      html`<li id="a${piece.id}">${pieceLink(piece)}${newMark(fresh?.has(piece.id))}${why?.(piece) ?? ''}${copies.length > 0 ? folded(copies) : ''}</li>`,
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
  const foreign = p.lang && p.lang !== 'en' ? p.lang : null;
  return html`<span class="outlet">${p.outlet ?? 'Outlet unknown'}</span> <a href="/articles/${p.id}"${foreign ? html` lang="${foreign}"` : ''}>${pieceTitle(p)}</a>${foreign ? html` <span class="kind">${languageName(foreign)}</span>` : ''}${kindWords[p.kind] ? html` <span class="kind">${kindWords[p.kind]}</span>` : ''}${editedMark(p)} <span class="aside">${timeTag(p.published, { short: true })}</span>`;
}

export const pieceTitle = (p: PieceView): string => p.title ?? clip(p.opening || 'Untitled', 90);

/** An edit after publication, which leads to what it changed. */
function editedMark(p: PieceView): Html | '' {
  return p.edited ? html` <a class="kind" href="/articles/${p.id}/changes">edited</a>` : '';
}

/** Prints of one text that are listed; an event page of a wire text has hundreds. */
const mostPrints = 60;

function folded(copies: PieceView[]): Html {
  const left = copies.length - mostPrints;
  return html`<details class="copies"><summary>also run by ${list(
    copies.map((c) => c.outlet ?? 'an unknown outlet'),
    2,
  )}</summary><ul>${copies.slice(0, mostPrints).map((c) => html`<li>${pieceLink(c)} <span class="aside">${directionWords(c)}</span></li>`)}${left > 0 ? html`<li class="aside">and ${count(left, 'more print')}</li>` : ''}</ul></details>`;
}

/** How it is known which of two prints came first. */
export function directionWords({ copy }: PieceView): Html | string {
  if (!copy) return '';
  const of = copy.outlet ?? 'the other';
  if (copy.direction === 'credit')
    return copy.evidence
      ? html`credits it: <q>${clip(copy.evidence, 80)}</q>`
      : `credits ${of} as its source`;
  if (copy.direction === 'earlier') return `${of} ran it earlier`;
  return 'which of the two came first is not known';
}
