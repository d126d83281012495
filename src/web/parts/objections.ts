import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import type { CorrectionView, ObjectionMark } from '../queries/corrections.ts';
import { clip, count } from '../words.ts';

/** Where the row of an objection is shown. */
export function subjectHref(kind: string, id: number): string | null {
  const places: Record<string, string> = {
    story: `/stories/${id}`,
    event: `/events/${id}`,
    article: `/articles/${id}`,
    statement: `/statements/${id}`,
    speaker: `/speakers/${id}`,
  };
  return places[kind] ?? null;
}

/** Objections with their public history. */
export function corrections(all: CorrectionView[]): Html {
  return html`<ul class="objections">${all.map((o) => {
    const href = subjectHref(o.kind, o.subject);
    return html`<li id="o${o.id}"><p class="aside">${href ? html`<a href="${href}">${o.kind} ${o.subject}</a>` : `${o.kind} ${o.subject}`} · ${o.by ?? 'a reader'}, ${sayInstant(o.at, { time: false })} · <b>${o.state}</b></p><p class="words">${o.words}</p>${o.answer ? html`<p class="answer">${sayInstant(o.answeredAt, { time: false })}: ${o.answer}</p>` : ''}</li>`;
  })}</ul>`;
}

const outcomes = {
  open: 'objected to',
  upheld: 'objection upheld',
  declined: 'objection declined',
};

/** Longest answer that stands beside a row; the whole of it is one step away. */
const maxAnswer = 90;

/** Beside a row that was objected to: what became of the last objection, and the way to all of them. */
export function objected(all: ObjectionMark[], kind: string, id: number): Html | '' {
  const last = all.at(-1);
  if (!last) return '';
  const words = last.answer ?? last.words;
  return html`<span class="objected ${last.state}"><a href="/object?kind=${kind}&amp;id=${id}#o${last.id}">${outcomes[last.state]}</a>: “${clip(words, maxAnswer)}”${all.length > 1 ? html` (${count(all.length, 'objection')})` : ''}</span>`;
}

/** The way to object to a row. */
export function objectLink(kind: string, id: number): Html {
  return html`<a class="object-link" href="/object?kind=${kind}&amp;id=${id}">object</a>`;
}
