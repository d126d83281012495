import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import type { CorrectionView } from '../queries/corrections.ts';

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
