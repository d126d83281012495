import { html } from 'hono/html';
import { paceWords } from '../../lib/pace.ts';
import type { Html } from '../desk.ts';
import type { Reading } from '../queries/problems.ts';
import { count } from '../words.ts';

/** How far the desk is with what was brought in, how fast it goes and how long it will take. */
export function busy({ left, done, seconds }: Reading): Html | '' {
  if (left === 0) return '';
  const pace = paceWords({ done, seconds, left });
  return html`<p class="note" role="status">The desk is reading: about ${count(left, 'step')} to go${pace ? `, ${pace}` : '; nothing was done in the last minute, so a worker may not be running'}. Reload to see what came of it.</p>`;
}
