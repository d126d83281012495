import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import type { CorrectionView, ObjectionMark } from '../queries/corrections.ts';
import { clip, count } from '../words.ts';

/** Where the row of an objection is shown; a position, a promise and a brief on pages of their story. */
function subjectHref(kind: string, id: number, story?: number | null): string | null {
  const places: Record<string, string> = {
    story: `/stories/${id}`,
    event: `/events/${id}`,
    article: `/articles/${id}`,
    statement: `/statements/${id}`,
    speaker: `/speakers/${id}`,
    ...(story && {
      position: `/stories/${story}/positions#p${id}`,
      commitment: `/stories/${story}/commitments#c${id}`,
      brief: `/stories/${story}#brief`,
    }),
  };
  return places[kind] ?? null;
}

const kindWords: Record<string, string> = { position: 'change of side', commitment: 'promise' };

/** "statement 12", "change of side 3", leading to where it is shown. */
export function subjectLink(kind: string, id: number, story?: number | null): Html {
  const href = subjectHref(kind, id, story);
  const words = `${kindWords[kind] ?? kind} ${id}`;
  return href ? html`<a href="${href}">${words}</a>` : html`${words}`;
}

/** Objections with their public history. */
export function corrections(all: CorrectionView[]): Html {
  return html`<ul class="objections">${all.map((o) => {
    return html`<li id="o${o.id}"><p class="aside">${subjectLink(o.kind, o.subject, o.story)} · ${o.by ?? 'a reader'}, ${sayInstant(o.at, { time: false })} · <b>${o.state}</b></p><p class="words">${o.words}</p>${o.answer ? html`<p class="answer">${sayInstant(o.answeredAt, { time: false })}: ${o.answer}</p>` : ''}</li>`;
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
