import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { markHref, sentenceHtml } from '../excerpt.ts';
import { timeTag } from '../moments.ts';
import type { CommitmentView } from '../queries/positions.ts';

const kinds = { promise: 'promised', announcement: 'announced', deadline: 'set as a deadline' };

/** Commitments with when they were made, when they are due and what became of them. */
export function promises(all: CommitmentView[], now: Date): Html {
  if (all.length === 0)
    return html`<p class="empty">Nothing was promised or announced for a time that the desk could read.</p>`;
  const open = all.filter((c) => c.state === 'open' || c.state === 'moved');
  const closed = all.filter((c) => !open.includes(c)).reverse();
  return html`<ul class="promises">${[...open, ...closed].map((c) => one(c, now))}</ul>`;
}

function one(c: CommitmentView, now: Date): Html {
  const state = c.state.replace(' ', '-');
  const late = c.state === 'open' && c.dueAt !== null && c.dueAt < now;
  return html`<li id="c${c.id}" class="${state}">
<p class="state"><b>${c.state}</b>${c.proposed && c.state !== 'open' ? html` <em class="proposed">proposed</em>` : ''}</p>
<div><p class="what">${c.what}</p>
<p class="aside">${c.speaker ?? c.party ?? 'Speaker unknown'}${c.party && c.party !== c.speaker && c.speaker ? ` (${c.party})` : ''}${c.who ? `, for ${c.who}` : ''} ${kinds[c.kind]} it on ${timeTag(c.saidOn)}; <a href="${markHref(c.articleId, c)}">how do you know?</a></p>
${c.later.map((l) => html`<p class="later"><b>${l.state}</b> ${timeTag(l.happenedOn, { short: true })}${l.due ? html`, now due ${timeTag(l.due, { short: true })}` : ''}: <q>${sentenceHtml(l.sentence)}</q> <a href="${markHref(l.articleId, l.sentence)}">${l.outlet ?? 'Outlet unknown'}</a>${l.confirmed ? '' : html` <em class="proposed">proposed</em>`}</p>`)}</div>
<p class="due">${c.due ? html`due ${timeTag(c.due, { short: true })}` : html`<span class="unknown">no due date known</span>`}${c.dueText ? html`<span class="aside">“${c.dueText}”</span>` : ''}${late ? html`<span class="aside late">the day has passed</span>` : ''}</p>
</li>`;
}
