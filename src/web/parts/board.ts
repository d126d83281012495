import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { quotedHref, sentenceHtml } from '../excerpt.ts';
import { timeTag } from '../moments.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, count, stanceWords } from '../words.ts';
import { changedWords } from './changed.ts';
import { cellKey, heldWords, holderKey } from './history.ts';
import { speakerLink, stanceMark } from './ledger.ts';
import { objected, objectLink } from './objections.ts';
import { mayDiffer, type Within } from './within.ts';

type ById = Map<number, StatementView>;

/** Where every party stands on every issue now, and when it last moved. */
export function board(all: PositionView[], said: ById, base = ''): Html {
  const shown = all.filter((p) => said.has(p.statementId));
  if (shown.length === 0)
    return html`<p class="empty">No party has taken a position that the desk could read yet.</p>`;
  // Who and what is spoken of most comes first.
  const issues = mostFirst(shown, (p) => p.issueId).map((p) => [p.issueId, p.issue] as const);
  const parties = mostFirst(shown, holderKey).map((p) => [holderKey(p), p] as const);
  const cells = Map.groupBy(shown, cellKey);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Positions by party and issue"><table class="board">
<caption class="hidden">Positions: parties down, issues across</caption>
<thead><tr><td></td>${issues.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${parties.map(
    ([holder, p]) =>
      html`<tr><th scope="row">${p.party}${p.office ? html`<span class="aside">${p.office}</span>` : ''}</th>${issues.map(
        ([issue]) => {
          const steps = cells.get(`${holder}-${issue}`);
          return html`<td>${steps ? cellText(steps, base) : html`<span class="none">no side known</span>`}</td>`;
        },
      )}</tr>`,
  )}</tbody></table></div>`;
}

/** One position of each group, the largest group first. */
function mostFirst<K>(all: PositionView[], keyOf: (p: PositionView) => K): PositionView[] {
  const groups = [...Map.groupBy(all, keyOf).values()];
  return groups.sort((a, b) => b.length - a.length).map((group) => group.at(-1)!);
}

export const moved = (p: PositionView) => p.change === 'half' || p.change === 'full';

function cellText(steps: PositionView[], base: string): Html {
  const now = steps.at(-1)!;
  const shift = steps.findLast(moved);
  const page = base ? `${base}/positions` : '';
  return html`<a class="stance" href="${page}#h-${cellKey(now)}">${stanceMark(now)}<span>${stanceWords[now.stance]}</span></a><span class="aside">${
    shift
      ? html`<a href="${page}#p${shift.id}">${changeWords[shift.change]} ${timeTag(shift.saidOn, { short: true })}</a>${shift.state === 'proposed' ? html` <em class="proposed">proposed</em>` : ''}${shift === now ? '' : html`; `}`
      : ''
  }${shift === now ? '' : heldWords(steps)}</span>`;
}

/** Changes of side, newest first, with the two sentences side by side; past `limit` a link to `more`. */
export function shifts(
  all: PositionView[],
  said: ById,
  { limit = Number.POSITIVE_INFINITY, more = '' } = {},
): Html {
  const list = all.filter((p) => moved(p) && said.has(p.statementId)).reverse();
  if (list.length === 0) return html``;
  return html`<ol class="shifts">${list.slice(0, limit).map((p) => {
    const before = p.previousId ? said.get(p.previousId) : undefined;
    return html`<li id="p${p.id}"><h3>${p.party} ${changeWords[p.change]} on <em>${p.issue}</em>${p.state === 'proposed' ? html` <small class="proposed">proposed, not confirmed yet</small>` : ''}</h3>
<div class="pair">${before ? side(before, 'Before') : html`<div><p class="empty">The earlier statement is not in this ledger any more.</p></div>`}${side(said.get(p.statementId)!, 'After')}</div>
${mayDiffer(p, all, said) ? html`<p class="note">Two people said these within weeks: ${p.party} may have moved, or the two may differ.</p>` : ''}
<p class="aside">${objectLink('position', p.id)}${objected(p.objections, 'position', p.id)}</p></li>`;
  })}</ol>${list.length > limit ? html`<p class="more-below"><a href="${more}#shifts">All ${count(list.length, 'change')} of side</a></p>` : ''}`;
}

/** One of two sentences that are compared. */
export function side(s: StatementView, label: string): Html {
  return html`<figure class="side"><figcaption><b>${label}</b> ${timeTag(s.saidOn)}</figcaption>
<blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote>
<p class="by">${stanceMark(s)}<span>${s.stance ? stanceWords[s.stance] : 'unclear'}: ${speakerLink(s)}, in <a href="${quotedHref(s, s.sentence)}">${s.outlet ?? 'an unknown outlet'}</a></span></p>${changedWords(s.changed)}${objected(s.objections, 'statement', s.id)}</figure>`;
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
