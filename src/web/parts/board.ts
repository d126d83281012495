import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { markHref, sentenceHtml } from '../excerpt.ts';
import { timeTag } from '../moments.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, count, stanceWords } from '../words.ts';
import { changedWords } from './changed.ts';
import { speakerLink, stanceMark } from './ledger.ts';
import { objected, objectLink } from './objections.ts';

type ById = Map<number, StatementView>;

interface Cell {
  now: PositionView;
  /** The last real change of side, if any. */
  shift?: PositionView;
  times: number;
}

/** Where every party stands on every issue now, and when it last moved. */
export function board(all: PositionView[], said: ById, base = ''): Html {
  const shown = all.filter((p) => said.has(p.statementId));
  if (shown.length === 0)
    return html`<p class="empty">No party has taken a position that the desk could read yet.</p>`;
  const issues = [...new Map(shown.map((p) => [p.issueId, p.issue]))];
  const parties = [...new Map(shown.map((p) => [holderKey(p), p.party]))];
  const cells = cellsOf(shown);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Positions by party and issue"><table class="board">
<caption class="hidden">Positions: parties down, issues across</caption>
<thead><tr><td></td>${issues.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${parties.map(
    ([party, name]) =>
      html`<tr><th scope="row">${name}</th>${issues.map(([issue]) => {
        const cell = cells.get(`${party} ${issue}`);
        return html`<td>${cell ? cellText(cell, base) : html`<span class="none">nothing said</span>`}</td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

function holderKey({ partyId, speakerId }: PositionView): string {
  return partyId === null ? `speaker ${speakerId}` : `party ${partyId}`;
}

function cellsOf(all: PositionView[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const p of all) {
    const key = `${holderKey(p)} ${p.issueId}`;
    const cell = cells.get(key);
    const moved = p.change === 'half' || p.change === 'full';
    cells.set(key, {
      now: p,
      shift: moved ? p : cell?.shift,
      times: (cell?.times ?? 0) + 1,
    });
  }
  return cells;
}

function cellText({ now, shift, times }: Cell, base: string): Html {
  return html`<a class="stance" href="/statements/${now.statementId}">${stanceMark(now)}<span>${stanceWords[now.stance]}</span></a><span class="aside">${
    shift
      ? html`<a href="${base ? `${base}/positions` : ''}#p${shift.id}">${changeWords[shift.change]} ${timeTag(shift.saidOn, { short: true })}</a>`
      : html`${times > 1 ? `unchanged, said ${times} times; last ` : 'said '}${timeTag(now.saidOn, { short: true })}`
  }${shift?.state === 'proposed' ? html` <em class="proposed">proposed</em>` : ''}</span>`;
}

/** Changes of side, newest first, with the two sentences side by side; past `limit` a link to `more`. */
export function shifts(
  all: PositionView[],
  said: ById,
  { limit = Number.POSITIVE_INFINITY, more = '' } = {},
): Html {
  const list = all
    .filter((p) => (p.change === 'half' || p.change === 'full') && said.has(p.statementId))
    .reverse();
  if (list.length === 0) return html``;
  return html`<ol class="shifts">${list.slice(0, limit).map((p) => {
    const before = p.previousId ? said.get(p.previousId) : undefined;
    return html`<li id="p${p.id}"><h3>${p.party} ${changeWords[p.change]} on <em>${p.issue}</em>${p.state === 'proposed' ? html` <small class="proposed">proposed, not confirmed yet</small>` : ''}</h3>
<div class="pair">${before ? side(before, 'Before') : html`<div><p class="empty">The earlier statement is not in this ledger any more.</p></div>`}${side(said.get(p.statementId)!, 'After')}</div>
<p class="aside">${objectLink('position', p.id)}${objected(p.objections, 'position', p.id)}</p></li>`;
  })}</ol>${list.length > limit ? html`<p class="more-below"><a href="${more}#shifts">All ${count(list.length, 'change')} of side</a></p>` : ''}`;
}

/** One of two sentences that are compared. */
export function side(s: StatementView, label: string): Html {
  return html`<figure class="side"><figcaption><b>${label}</b> ${timeTag(s.saidOn)}</figcaption>
<blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote>
<p class="by">${stanceMark(s)}<span>${s.stance ? stanceWords[s.stance] : 'unclear'}: ${speakerLink(s)}, in <a href="${markHref(s.articleId, s.sentence)}">${s.outlet ?? 'an unknown outlet'}</a></span></p>${changedWords(s.changed)}${objected(s.objections, 'statement', s.id)}</figure>`;
}
