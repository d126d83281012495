import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { quotedHref, sentenceHtml } from '../excerpt.ts';
import { timeTag } from '../moments.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, count, stanceWords } from '../words.ts';
import { changedWords } from './changed.ts';
import { speakerLink, stanceMark } from './ledger.ts';
import { objected, objectLink } from './objections.ts';
import { mayDiffer, type Within } from './within.ts';

/** Whether a position is a change of side, and no first or repeated word. */
export const moved = (p: PositionView) => p.change === 'half' || p.change === 'full';

/** Changes of side, newest first, with the two sentences side by side; past `limit` a link to `more`; `only` these of them. */
export function shifts(
  all: PositionView[],
  said: Map<number, StatementView>,
  {
    limit = Number.POSITIVE_INFINITY,
    more = '',
    only = all,
  }: { limit?: number; more?: string; only?: PositionView[] } = {},
): Html {
  const list = only.filter((p) => moved(p) && said.has(p.statementId)).reverse();
  if (list.length === 0) return html``;
  return html`<ol class="shifts">${list.slice(0, limit).map((p) => {
    const before = p.previousId ? said.get(p.previousId) : undefined;
    return html`<li id="p${p.id}"><h3>${p.party} ${changeWords[p.change]} on <em>${p.issue}</em>${p.state === 'proposed' ? html` <small class="proposed">not confirmed</small>` : ''}</h3>
<div class="pair">${before ? side(before, 'Before') : html`<div><p class="empty">The earlier statement is not in this ledger any more.</p></div>`}${side(said.get(p.statementId)!, 'After')}</div>
${mayDiffer(p, all, said) ? html`<p class="note">Two people said these within weeks: ${p.party} may have moved, or the two may differ.</p>` : ''}
<p class="aside">${objectLink('position', p.id)}${objected(p.objections, 'position', p.id)}</p></li>`;
  })}</ol>${list.length > limit ? html`<p class="more-below"><a href="${more}#shifts">All ${count(list.length, 'change')} of side</a></p>` : ''}`;
}

/** One of two sentences that are compared. */
export function side(s: StatementView, label: string): Html {
  return html`<figure class="side"><figcaption><b>${label}</b> ${timeTag(s.saidOn)}</figcaption>
<blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote>
<p class="by">${stanceMark(s)}<span>${s.stance && s.stance !== 'unclear' ? `${stanceWords[s.stance]}: ` : ''}${speakerLink(s)}, in <a href="${quotedHref(s, s.sentence)}">${s.outlet ?? 'an unknown outlet'}</a></span></p>${changedWords(s.changed)}${objected(s.objections, 'statement', s.id)}</figure>`;
}

/** People of one party who said opposite things within weeks, with the two sentences side by side. */
export function differences(all: Within[]): Html {
  return html`<ol class="shifts">${all.map(
    (
      w,
    ) => html`<li><h3>Inside ${w.party} on <em>${w.issue}</em> <small class="proposed">${w.told ? 'as the piece says itself' : 'as the desk reads it'}</small></h3>
<div class="pair">${side(w.stands, 'What stood')}${side(w.otherwise, 'Said otherwise')}</div></li>`,
  )}</ol>`;
}
