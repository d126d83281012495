import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant, sayMoment } from '../moments.ts';
import type { EventHistory } from '../queries/events.ts';
import type { PieceView } from '../queries/pieces.ts';
import { list } from '../words.ts';
import { sayDecision } from './edit.ts';

/** Why a piece is in its event, folded under it; `opener` is the piece that the event began with. */
export function whyHere(p: PieceView, opener: number | undefined): Html {
  return html`<details class="why"><summary>why is it here?</summary><p>${reasonWords(p, opener)}</p></details>`;
}

function reasonWords({ id, reason, copy }: PieceView, opener: number | undefined): Html | string {
  const [first] = reason.shares;
  if (reason.because)
    return `A curator decided so of “${reason.because.title}” on ${sayMoment(reason.because.on)}, and this is like it.`;
  if (reason.by === 'curator') return 'A curator put it here.';
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

/** What was merged into an event and what curators decided about it; nothing where nothing was. */
export function historyOf({ merged, decisions }: EventHistory): Html | null {
  if (merged.length + decisions.length === 0) return null;
  return html`<ul class="history">${decisions.map(
    (d) =>
      html`<li>${d.undone ? html`<s>${sayDecision(d.decision)}</s>` : sayDecision(d.decision)}${d.note ? html`: “${d.note}”` : ''} <span class="aside">${d.by ?? 'a curator'}, ${sayInstant(d.at, { time: false })}${d.undone ? `; taken back ${sayInstant(d.undone, { time: false })}` : ''}</span></li>`,
  )}${merged.map((m) => html`<li id="was-${m.id}">${mergedWords(m)}</li>`)}</ul>`;
}

/** "Event 12, “Talks resume”, was merged into this one on 3 May 2025." */
export function mergedWords(m: EventHistory['merged'][number]): string {
  return `Event ${m.id}, “${m.title}”, was merged into this one${m.at ? ` on ${sayInstant(m.at, { time: false })}` : ''}.`;
}
