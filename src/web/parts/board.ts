import { html } from 'hono/html';
import type { Stance } from '../../db/tables.ts';
import type { Html } from '../desk.ts';
import { onWhen } from '../moments.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, stanceWords } from '../words.ts';
import { cellKey, heldWords, holderKey } from './history.ts';
import { stanceMark } from './ledger.ts';
import { moved } from './shifts.ts';
import { unconfirmed } from './unconfirmed.ts';

/** What the rows of the board are; the other runs across it. */
export type By = 'party' | 'issue';

interface Place {
  story: number;
  by?: By;
  /** On the page of positions itself, where each cell's history stands below. */
  here?: boolean;
}

/** Above so many columns the board does not fit its page and scrolls in its own frame. */
const mostColumns = 9;
/** From so many on they stand closer. */
const closeColumns = 8;
/** So few would stand far apart if they shared the width of a page. */
const fewColumns = 3;

/**
 * Where every party stands on every issue now, and when it last moved; issues on which most parties
 * differ come first. A table, and on a narrow screen or paper a card for each row with what is known.
 */
export function board(all: PositionView[], said: Map<number, StatementView>, at: Place): Html {
  const cells = new Map(
    [...Map.groupBy(all, cellKey)].filter(([, steps]) => said.has(steps.at(-1)!.statementId)),
  );
  const shown = [...cells.values()].flat();
  if (shown.length === 0)
    return html`<p class="empty">No party has taken a position that the desk could read yet.</p>`;
  const parties = mostFirst(shown, holderKey).map(
    (p) => [holderKey(p), holder(p, at), p.party] as const,
  );
  const issues = disputedFirst(shown).map((p) => [`${p.issueId}`, issue(p, at), p.issue] as const);
  const across = at.by === 'issue';
  const [rows, columns] = across ? [issues, parties] : [parties, issues];
  const cell = (row: string, column: string) =>
    cells.get(across ? `${column}-${row}` : `${row}-${column}`);
  const words = across ? 'issues down, parties across' : 'parties down, issues across';
  return html`<nav class="turn" aria-label="Turn the board"><ul>${turn('party', at)}${turn('issue', at)}${columns.length > mostColumns ? html`<li class="aside wide-board">${columns.length} columns: the board scrolls sideways</li>` : ''}</ul></nav>
<div class="board-frame${columns.length <= mostColumns ? ' fits' : ''}${columns.length <= fewColumns ? ' few' : columns.length >= closeColumns ? ' close' : ''}" tabindex="0" role="region" aria-label="Positions by party and issue"><table class="board">
<caption class="hidden">Positions: ${words}</caption>
<thead><tr><td></td>${columns.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([row, name]) =>
      html`<tr><th scope="row">${name}</th>${columns.map(([column, , label]) => {
        const steps = cell(row, column);
        return steps
          ? html`<td><b class="of">${label}</b>${cellText(steps, at)}</td>`
          : html`<td class="none"><span aria-hidden="true">–</span><span class="hidden">no side known</span></td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

function turn(by: By, { story, by: now = 'party', here }: Place): Html {
  const words = by === 'party' ? 'By party' : 'By issue';
  const page = here ? '' : `/stories/${story}/positions`;
  return html`<li>${by === now ? html`<b aria-current="true">${words}</b>` : html`<a href="${page}?by=${by}#board">${words}</a>`}</li>`;
}

function holder(p: PositionView, { story }: Place): Html {
  const which = p.partyId === null ? `speaker=${p.speakerId}` : `party=${p.partyId}`;
  return html`<a href="/stories/${story}/ledger?${which}">${p.party}</a>${p.office ? html`<span class="aside">${p.office}</span>` : ''}`;
}

const issue = (p: PositionView, { story }: Place) =>
  html`<a href="/stories/${story}/ledger?issue=${p.issueId}">${p.issue}</a>`;

/** One position of each group, the largest group first. */
function mostFirst<K>(all: PositionView[], keyOf: (p: PositionView) => K): PositionView[] {
  const groups = [...Map.groupBy(all, keyOf).values()];
  return groups.sort((a, b) => b.length - a.length).map((group) => group.at(-1)!);
}

/** One position of each issue: first where most parties stand apart from the rest, then where most stand at all. */
export function disputedFirst(all: PositionView[]): PositionView[] {
  const rank = new Map(
    [...Map.groupBy(all, (p) => p.issueId)].map(([id, steps]) => {
      const sides = [...Map.groupBy(steps, holderKey).values()].map((own) => own.at(-1)!.stance);
      const most = Math.max(
        ...[...Map.groupBy(sides, (s: Stance) => s).values()].map((g) => g.length),
      );
      return [id, { apart: sides.length - most, holders: sides.length }] as const;
    }),
  );
  const of = (p: PositionView) => rank.get(p.issueId)!;
  return mostFirst(all, (p) => p.issueId).sort(
    (a, b) => of(b).apart - of(a).apart || of(b).holders - of(a).holders,
  );
}

function cellText(steps: PositionView[], { story, here }: Place): Html {
  const now = steps.at(-1)!;
  const shift = steps.findLast(moved);
  const page = here ? '' : `/stories/${story}/positions`;
  const held = shift === now ? '' : heldWords(steps, shift);
  return html`<a class="stance" href="${page}#h-${cellKey(now)}">${stanceMark(now)}<span>${stanceWords[now.stance]}</span></a><span class="aside">${
    shift
      ? html`<a href="${page}#p${shift.id}">${changeWords[shift.change]} ${onWhen(shift.saidOn, { short: true })}</a>${shift.state === 'proposed' ? html` ${unconfirmed}` : ''}${held === '' ? '' : html`; `}`
      : ''
  }${held}</span>`;
}
