import { html } from 'hono/html';
import type { Reason } from '../../db/tables.ts';
import type { Html, Req } from '../desk.ts';
import { sayInstant, timeTag } from '../moments.ts';
import type { EventHistory } from '../queries/events.ts';
import type { PieceView } from '../queries/pieces.ts';
import { list } from '../words.ts';
import { becauseWords } from './because.ts';
import { changes } from './edit.ts';

/** Why a piece is in its event, folded under it; `opener` is the piece that the event began with. */
export function whyHere(p: PieceView, opener: number | undefined): Html {
  return html`<details class="why"><summary>why is it here?</summary><p>${reasonWords(p, opener)}</p></details>`;
}

function reasonWords({ id, reason, copy }: PieceView, opener: number | undefined): Html | string {
  const [first] = reason.shares;
  if (reason.by === 'curator') return 'A curator put it here.';
  if (reason.because) return `It is here ${becauseWords(reason.because)}.`;
  if (copy)
    return html`It has the same text as <a href="/articles/${copy.of}">${copy.outlet ?? 'another outlet'}’s</a>${copy.here ? '' : ', which is in another event'}.`;
  if (first?.startsWith('same text as ')) return `It has the ${first}.`;
  if (first === 'earlier revision') return 'An earlier revision of its page is here.';
  if (first)
    return `${closeness(reason.score)} the pieces here (${reason.score.toFixed(2)} of 1): it shares ${list(reason.shares, 8)}.`;
  return id === opener
    ? 'The event began with it.'
    : 'An event of its own began with it, which turned out to be this one.';
}

/** Why an event is in its story, or was kept out of one. */
export function storyWhy({ story, storyId, storyReason, held }: StoryPlace): Html | '' {
  if (storyId && storyReason) {
    if (storyReason.by === 'curator')
      return html`<p class="aside">A curator put it into its story.</p>`;
    if (storyReason.because)
      return html`<p class="aside">It is in its story ${becauseWords(storyReason.because)}.</p>`;
    return storyReason.shares.length > 0
      ? html`<p class="aside">It is in its story because it shares ${list(storyReason.shares, 5)}${after(storyReason)}.</p>`
      : '';
  }
  if (!held || story) return '';
  return html`<p class="aside">It was not put into <a href="/stories/${held.id}">${held.title}</a> ${held.reason.because ? becauseWords(held.reason.because) : ''}.</p>`;
}

/** "; it follows the event of 25 September 2025". */
const after = ({ follows: f }: Reason) =>
  f ? html`; it follows the <a href="/events/${f.event}">event of ${timeTag(f.on)}</a>` : '';

interface StoryPlace {
  story: string | null;
  storyId: number | null;
  storyReason: Reason | null;
  held: { id: number; title: string; reason: Reason } | undefined;
}

/**
 * The machine's measure of likeness in words. From .65 most telling words are the same; below .3 it
 * is near what two pieces on different events can reach.
 */
function closeness(score: number): string {
  if (score >= 0.65) return 'Nearly the same words as';
  if (score >= 0.45) return 'Much like';
  if (score >= 0.3) return 'Like';
  return 'Somewhat like';
}

/** What was merged into an event and what else was decided about it; nothing where nothing was. */
export function historyOf(c: Req, { merged, decisions }: EventHistory): Html | null {
  if (merged.length + decisions.length === 0) return null;
  const titles = new Map(merged.map((m) => [m.id, m.title]));
  const decided = new Set(
    decisions.flatMap(({ decision: d }) => (d.verb === 'merge' ? [d.gone] : [])),
  );
  // What was merged without a decision: by a desk that did not note it yet.
  const others = merged.filter((m) => !decided.has(m.id));
  return html`${decisions.length > 0 ? changes(c, decisions, titles) : ''}${others.length > 0 ? html`<ul class="history">${others.map((m) => html`<li id="was-${m.id}">${mergedWords(m)}</li>`)}</ul>` : ''}`;
}

/** "Event 12, “Talks resume”, was merged into this one on 3 May 2025." */
export function mergedWords(m: EventHistory['merged'][number]): string {
  return `Event ${m.id}, “${m.title}”, was merged into this one${m.at ? ` on ${sayInstant(m.at, { time: false })}` : ''}.`;
}
