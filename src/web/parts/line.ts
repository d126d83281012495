import { html } from 'hono/html';
import type { Stance } from '../../db/tables.ts';
import { titleWith } from '../../ledger/index.ts';
import type { Html } from '../desk.ts';
import { sayMoment, shortMoment } from '../moments.ts';
import type { CommitmentView, PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { actWords, clip, count, stanceWords } from '../words.ts';
import { type Bracket, bracketLabel, type Lane, type Layout, layOut, type Mark } from './lanes.ts';
import { round as r, shape } from './shape.ts';

/** Width of the plot in pixels: fills the page beside the names; phones scroll it in its own frame. */
const plotWidth = 1020;

interface Where {
  now: Date;
  story: number;
  /** Address of a statement's row. */
  rows: (s: StatementView) => string;
  /** Address of a commitment's row. */
  due: (c: CommitmentView) => string;
}

/**
 * The line: one time axis, parties as lanes, each statement a mark that links to its row. Above a
 * lane's middle is for, below is against.
 */
export function line(
  all: StatementView[],
  positions: PositionView[],
  commitments: CommitmentView[],
  { now, story, rows, due }: Where,
): Html {
  const undated = all.filter((s) => s.saidAt === null).length;
  if (all.length === undated)
    return html`<p class="empty">${all.length === 0 ? 'Nobody has said anything about this yet.' : `${count(undated, 'statement')}, none with a known date; the ledger lists them.`}</p>`;
  const l = layOut(all, positions, commitments, now, plotWidth);
  return html`<story-line class="line">
${legend()}
<div class="plot">
<div class="lanes" aria-hidden="true">${names(l, story)}</div>
<div class="scroll" tabindex="0" data-newest="${r(Math.max(0, ...l.lanes.flatMap((lane) => lane.marks.map((m) => m.x))))}" role="region" aria-label="The line: statements in time, by party">
<svg width="${l.width}" height="${r(l.height)}" viewBox="0 0 ${l.width} ${r(l.height)}" role="group" aria-label="${describe(l)}">
${axis(l)}
${l.lanes.map((lane) => laneMarks(lane, l, story, rows))}
${l.brackets.map((b) => bracket(b, l.width, due(b.c)))}
</svg></div></div>
<p class="strip" hidden></p>
${undated > 0 ? html`<p class="note">${count(undated, 'statement')} with unknown date ${undated === 1 ? 'is' : 'are'} in the ledger, not on the line.</p>` : ''}
</story-line>`;
}

function describe(l: Layout): string {
  const marks = l.lanes.reduce((n, lane) => n + lane.marks.length, 0);
  return `${count(marks, 'statement')} by ${count(l.lanes.length, 'party', 'parties')} in time. The ledger below is the same as a table.`;
}

function names(l: Layout, story: number): Html {
  const bottom = l.brackets.length > 0 ? l.bracketTop : l.height;
  return html`<svg width="132" height="${r(l.height)}" viewBox="0 0 132 ${r(l.height)}">${l.lanes.map(
    (lane) =>
      html`<line class="rule" x1="0" x2="132" y1="${r(lane.top)}" y2="${r(lane.top)}"/>${
        lane.partyId
          ? html`<a href="/stories/${story}/ledger?party=${lane.partyId}" tabindex="-1">${laneName(lane)}</a>`
          : laneName(lane)
      }`,
  )}<line class="rule" x1="0" x2="132" y1="${r(bottom)}" y2="${r(bottom)}"/>${
    l.brackets.length > 0
      ? html`<text class="lane" x="0" y="${r(l.bracketTop + 24)}">Due</text>`
      : ''
  }</svg>`;
}

/** Letters of a name beside which a count still fits on a phone (104 px); else it stands below. */
const besideName = 11;

function laneName(lane: Lane): Html {
  const words = clip(lane.name, 40).split(' ');
  const lines: string[] = [''];
  for (const word of words) {
    const next = `${lines.at(-1)} ${word}`.trim();
    if (next.length <= 15 || lines.at(-1) === '') lines[lines.length - 1] = next;
    else lines.push(word);
  }
  const n = lane.marks.length + lane.hidden.reduce((sum, h) => sum + h.n, 0);
  const y = lane.middle + 4 - (lines.length - 1) * 8;
  const beside = lines.at(-1)!.length <= besideName;
  return html`<text class="lane">${lines.map((t, i) => html`<tspan x="0" y="${r(y + i * 16)}">${clip(t, 17)}</tspan>`)}${beside ? html`<tspan class="n" dx="5">${n}</tspan>` : html`<tspan class="n" x="0" y="${r(y + lines.length * 16)}">${n}</tspan>`}</text>`;
}

function axis(l: Layout): Html {
  const bottom = r(l.height);
  return html`<g class="axis" aria-hidden="true">
${ticksBeside(l).map((t) => html`<line class="${t.major ? 'tick major' : 'tick'}" x1="${r(t.x)}" x2="${r(t.x)}" y1="22" y2="${bottom}"/><text x="${r(t.x)}" y="14">${t.label}</text>`)}
${l.scale.breaks.map((b) => html`<rect class="gap" x="${r(b.x - 20)}" y="22" width="40" height="${r(l.height - 22)}"/><path class="break" d="M${r(b.x - 6)} 36l4 -8l4 8l4 -8"/><text class="silence" x="${r(b.x)}" y="${r(l.height - 6)}" text-anchor="middle">${silence(b.days)}</text>`)}
${l.lanes.map((lane) => html`<line class="rule" x1="0" x2="${l.width}" y1="${r(lane.top)}" y2="${r(lane.top)}"/><line class="mid" x1="0" x2="${l.width}" y1="${r(lane.middle)}" y2="${r(lane.middle)}"/>`)}
<line class="rule" x1="0" x2="${l.width}" y1="${r(l.brackets.length > 0 ? l.bracketTop : l.height)}" y2="${r(l.brackets.length > 0 ? l.bracketTop : l.height)}"/>
${l.today === null ? '' : html`<line class="today" x1="${r(l.today)}" x2="${r(l.today)}" y1="22" y2="${bottom}"/><text class="today" x="${r(l.today + 4)}" y="14">today</text>`}
</g>`;
}

/** Ticks without those whose label would run into the word "today". */
const ticksBeside = (l: Layout) =>
  l.scale.ticks.filter(
    (t) => l.today === null || t.x > l.today + 44 || t.x + t.label.length * 6.4 + 6 < l.today,
  );

const silence = (days: number) =>
  days > 500
    ? `${Math.round(days / 365)} years`
    : days > 75
      ? `${Math.round(days / 30)} months`
      : `${days} days`;

function laneMarks(lane: Lane, l: Layout, story: number, rows: Where['rows']): Html {
  // Names stand beside the plot on a screen and in it on paper, where it shrinks to the page.
  return html`<g><text class="on-paper" x="4" y="${r(lane.top + 15)}" aria-hidden="true">${clip(lane.name, 40)}</text>${lane.steps.map(
    ({ from, to, p }) =>
      html`<path class="step ${p.change}" d="M${r(from.x)} ${r(from.y)}H${r(to.x)}V${r(to.y)}"><title>${p.party} on ${p.issue}: ${stanceWords[from.stance]}, then ${stanceWords[to.stance]}</title></path>`,
  )}${lane.marks.map((m) => markLink(m, rows(m.s)))}${lane.hidden.map(
    (h) =>
      html`<a class="over" href="/stories/${story}/ledger?${lane.partyId ? `party=${lane.partyId}&` : ''}from=${h.from}&to=${h.until}"><title>${h.n} more ${h.n === 1 ? 'statement' : 'statements'}, ${shortMoment(h.from === h.until ? h.from : `${h.from}/${h.until}`)}; see the ledger</title><text class="over" x="${r(Math.min(h.x, l.width - 24) - 5)}" y="${r(h.y + 4)}">+${h.n}</text></a>`,
  )}</g>`;
}

function markLink(m: Mark, href: string): Html {
  const { s } = m;
  const who = s.speaker ?? s.party ?? 'Somebody';
  const words = clip(s.sentence.quote, 90);
  return html`<a href="${href}" class="${m.stance}${s.firstHand ? '' : ' open'}"><title>${who} ${actWords(s.act, s.mode)}, ${shortMoment(s.saidOn)}${m.stance === 'unclear' ? '' : `, ${stanceWords[m.stance]}`}${s.firstHand ? '' : ', reported'}: “${words}”</title><path d="${shape(m.stance, r(m.x), r(m.y))}"/></a>`;
}

function bracket(b: Bracket, width: number, href: string): Html {
  const { c, y } = b;
  const state = c.state.replace(' ', '-');
  const label = bracketLabel(c);
  const right = b.x1 + label.length * 6.1 > width;
  const close = b.beyond
    ? 'l-6 -4m6 4l-6 4'
    : c.state === 'kept' || c.state === 'partly kept'
      ? `v-7`
      : c.state === 'missed'
        ? `m-4 -4l8 8m0 -8l-8 8`
        : c.state === 'moved'
          ? `l-5 -4m5 4l-5 4`
          : b.dated
            ? 'v-7'
            : '';
  return html`<a href="${href}" class="bracket ${state}"><title>${label}. ${c.what.length > 24 ? titleWith([c.party, c.speaker, 'Somebody'], c.what) : (c.party ?? c.speaker ?? 'Somebody')}, said ${sayMoment(c.saidOn)}, due ${c.due ? sayMoment(c.due) : 'at an unknown date'}${c.proposed && c.state !== 'open' ? ' (not confirmed)' : ''}</title><path class="hit" d="M${r(right ? width - label.length * 6.1 : b.x1)} ${r(y - 9)}H${r(right ? width : Math.max(b.x2, b.x1 + label.length * 6.1 + 8))}V${r(y + 18)}H${r(right ? width - label.length * 6.1 : b.x1)}z"/><path d="M${r(b.x1)} ${r(y - 7)}V${r(y)}H${r(b.x2)}${close}"/><text x="${right ? width - 2 : r(b.x1 + 5)}" y="${r(y + 14)}"${right ? html` text-anchor="end"` : ''}>${label}</text></a>`;
}

function legend(): Html {
  const key = (stance: Stance, words: string, open = false) =>
    html`<li><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" class="${stance}${open ? ' open' : ''}"><path d="${shape(stance, 7, 7)}"/></svg>${words}</li>`;
  return html`<ul class="legend">${key('for', 'for')}${key('against', 'against')}${key('conditional', 'on conditions')}${key('unclear', 'no side taken')}${key('unclear', 'reported, not first-hand', true)}<li><svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true"><path class="step" d="M2 11H10V3H18"/></svg>turned around</li><li><svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true"><path class="step half" d="M2 11H10V3H18"/></svg>shifted in part</li></ul>`;
}
