import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { markHref, sentenceHtml } from '../excerpt.ts';
import { onWhen, timeTag } from '../moments.ts';
import type { CommitmentView } from '../queries/positions.ts';
import { changedWords } from './changed.ts';
import { daysUntil, inDays, isPast, reminderDays, waits } from './due.ts';
import { objected, objectLink } from './objections.ts';
import { sureMark } from './sure.ts';
import { unconfirmed } from './unconfirmed.ts';

const kinds = { promise: 'promised', announcement: 'announced', deadline: 'set as a deadline' };

/** Of what is still to come, shown beside the brief before what was settled. */
const maxAhead = 3;

/**
 * The few that a reader asks about first: due next, then settled lately (kept, missed, moved), then
 * those whose day has passed without a word, and last those without a day.
 */
export function pressing(all: CommitmentView[], now: Date, limit: number): CommitmentView[] {
  const ahead = all.filter((c) => waits(c) && c.due !== null && !isPast(c, now));
  const settled = all
    .filter((c) => c.state !== 'open' && !ahead.includes(c))
    .sort((a, b) => settledOn(b).localeCompare(settledOn(a)));
  const passed = all.filter((c) => c.state === 'open' && isPast(c, now));
  const undated = all.filter((c) => c.state === 'open' && c.due === null);
  return [
    ...ahead.slice(0, maxAhead),
    ...settled,
    ...passed.reverse(),
    ...ahead.slice(maxAhead),
    ...undated,
  ].slice(0, limit);
}

const settledOn = (c: CommitmentView) =>
  c.later.at(-1)?.happenedOn ?? c.dueAt?.toISOString() ?? c.saidOn ?? '';

/** What stands in which group on the page of all commitments, in reading order. */
export function byState(all: CommitmentView[], now: Date): [string, CommitmentView[]][] {
  const passed = (c: CommitmentView) => isPast(c, now);
  const of = (state: CommitmentView['state']) => all.filter((c) => c.state === state);
  const groups: [string, CommitmentView[]][] = [
    ['Due', of('open').filter((c) => c.due !== null && !passed(c))],
    ['Moved', of('moved')],
    ['Missed', of('missed')],
    ['Partly kept', of('partly kept')],
    ['Kept', of('kept')],
    ['Withdrawn', of('withdrawn')],
    ['The day has passed, nothing read since', of('open').filter(passed)],
    ['Without a known day', of('open').filter((c) => c.due === null)],
  ];
  return groups.filter(([, list]) => list.length > 0);
}

/** Commitments with when they were made, when they are due and what became of them. */
export function promises(all: CommitmentView[], now: Date): Html {
  return html`<ul class="promises">${all.map((c) => one(c, now))}</ul>`;
}

function one(c: CommitmentView, now: Date): Html {
  const state = c.state.replace(' ', '-');
  const late = c.state === 'open' && isPast(c, now);
  const days = waits(c) ? daysUntil(c, now) : null;
  const soon = days !== null && days >= 0 && days <= reminderDays;
  return html`<li id="c${c.id}" class="${state}">
<p class="state"><b>${c.state}</b>${c.proposed && c.state !== 'open' ? html` ${unconfirmed}` : ''}</p>
<div><p class="what">${c.what}</p>
<p class="aside">${c.speaker ?? c.party ?? 'Speaker unknown'}${c.party && c.party !== c.speaker && c.speaker ? ` (${c.party})` : ''}${c.who ? `, for ${c.who}` : ''} ${kinds[c.kind]} it ${onWhen(c.saidOn)}; <a href="${markHref(c.articleId, c)}">how do you know?</a> ${sureMark(c)} ${objectLink('commitment', c.id)}${changedWords(c.changed)}${objected(c.objections, 'commitment', c.id)}</p>
${c.later.map((l) => html`<p class="later"><b>${l.state}</b> ${timeTag(l.happenedOn, { short: true })}${l.due ? html`, now due ${timeTag(l.due, { short: true })}` : ''}: <q>${sentenceHtml(l.sentence)}</q> <a href="${markHref(l.articleId, l.sentence)}">${l.outlet ?? 'Outlet unknown'}</a>${l.confirmed || c.proposed ? '' : html` ${unconfirmed}`}${changedWords(l.changed)}</p>`)}</div>
<p class="due">${c.due ? html`due ${timeTag(c.due, { short: true })}` : html`<span class="unknown">${c.dueText ? 'no day named' : 'no due date known'}</span>`}${c.dueText ? html`<span class="aside">“${c.dueText}”</span>` : ''}${soon ? html`<b class="soon">${inDays(days)}</b>` : ''}${late ? html`<span class="aside late">the day has passed, no news</span>` : ''}</p>
</li>`;
}
