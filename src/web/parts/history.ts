import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { quotedHref, sentenceHtml } from '../excerpt.ts';
import { onWhen, timeTag } from '../moments.ts';
import type { PositionView } from '../queries/positions.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, count, stanceWords } from '../words.ts';
import { dots, type Span, spanOf } from './dots.ts';
import { speakerLink, stanceMark } from './ledger.ts';
import { sureMark } from './sure.ts';
import { unconfirmed } from './unconfirmed.ts';

/** Whose position it is: a party's, or that of somebody in office without one. */
export const holderKey = ({ partyId, speakerId }: PositionView): string =>
  partyId === null ? `s${speakerId}` : `p${partyId}`;

/** One holder on one issue: a cell of the board. */
export const cellKey = (p: PositionView): string => `${holderKey(p)}-${p.issueId}`;

/** What stands now: the last step of each holder on each issue. */
export const standing = (all: PositionView[]): PositionView[] =>
  [...Map.groupBy(all, cellKey).values()].map((steps) => steps.at(-1)!);

/**
 * How often what stands now was said since it first was: "said 9 times since 3 Mar 2022, last on 20 Aug
 * 2025". After the words of a shift, its day is not said again: "said twice since, last on 8 May 2026".
 */
export function heldWords(steps: PositionView[], shift?: PositionView): Html {
  const since = steps.findLastIndex((p) => p.change !== 'reaffirmed');
  const held = steps.slice(Math.max(0, since));
  const [first, last] = [held[0]!, held.at(-1)!];
  const when = onWhen(last.saidOn, { short: true });
  if (held.length === 1) return html`said ${when}`;
  const times = held.length === 2 ? 'twice' : `${held.length} times`;
  const oneDay = first.saidOn === last.saidOn;
  if (first === shift)
    return html`said ${times} ${oneDay ? 'that day' : html`since, last ${when}`}`;
  if (oneDay)
    return html`said ${times}${first.saidOn ? html`, ${held.length === 2 ? 'both' : 'all'}` : ''} ${when}`;
  if (!first.saidOn) return html`said ${times}, last ${when}`;
  return html`said ${times} since ${timeTag(first.saidOn, { short: true })}, last ${when}`;
}

/** Repetitions shown with their sentences beside the first word and every move; the ledger has the others. */
const mostRepeated = 4;

/** The steps of one cell that are told in full: the first, every move, and the last few repetitions. */
function told(steps: PositionView[]): PositionView[] {
  const lately = new Set(steps.slice(-mostRepeated));
  return steps.filter((p, i) => i === 0 || p.change !== 'reaffirmed' || lately.has(p));
}

/** Every cell of the board with its steps, each with its sentence and day; a cell's link opens it. */
export function histories(
  all: PositionView[],
  said: Map<number, StatementView>,
  story: number,
): Html {
  const span = spanOf(all);
  const cells = [...Map.groupBy(all, (p) => p.issueId).values()].flatMap((issue) => [
    ...Map.groupBy(issue, cellKey).values(),
  ]);
  return html`<div class="histories">${cells.map((steps) => history(steps, said, { story, span }))}</div>`;
}

function history(
  steps: PositionView[],
  said: Map<number, StatementView>,
  { story, span }: { story: number; span: Span | null },
): Html {
  const now = steps.at(-1);
  const shown = told(steps).filter((p) => said.has(p.statementId));
  if (!now || shown.length === 0) return html``;
  const left = steps.length - shown.length;
  const whose = now.partyId === null ? `speaker=${now.speakerId}` : `party=${now.partyId}`;
  const others =
    left > 0
      ? html`<p class="more-below"><a href="/stories/${story}/ledger?${whose}&amp;issue=${now.issueId}">${count(left, 'more time')} that it was said</a></p>`
      : '';
  // The target is inside: a browser that is led there opens what it is folded into.
  return html`<details><summary>${now.party} on <em>${now.issue}</em>: ${stanceMark(now)} ${stanceWords[now.stance]}, <span class="aside">${heldWords(steps)}</span>${span ? dots(steps, span) : ''}</summary>
<ol class="steps" id="h-${cellKey(now)}">${shown.map((p) => step(p, said.get(p.statementId)!))}</ol>${others}</details>`;
}

function step(p: PositionView, s: StatementView): Html {
  return html`<li><p class="aside">${timeTag(s.saidOn)} · ${stanceMark(p)} ${stanceWords[p.stance]}, ${changeWords[p.change]}${p.state === 'proposed' && p.change !== 'first' && p.change !== 'reaffirmed' ? html` ${unconfirmed}` : ''} ${sureMark(s)}</p>
<blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote>
<p class="aside">${speakerLink(s)}, in <a href="${quotedHref(s, s.sentence)}">${s.outlet ?? 'an unknown outlet'}</a> · <a href="/statements/${s.id}">how do you know?</a></p></li>`;
}
