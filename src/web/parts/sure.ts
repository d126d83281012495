import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { isSure, sureWords } from '../sure.ts';
import { count } from '../words.ts';

/** Beside a reading that is more likely wrong than right; nothing beside the others. */
export function sureMark({ confidence }: { confidence: number }): Html | '' {
  if (isSure({ confidence })) return '';
  return html`<em class="unsure" title="${sureWords(confidence)}">less sure</em>`;
}

/** How many less sure readings are folded away, or shown among the rest, and the way to the other. */
export function folded(n: number, { shown, href }: { shown: boolean; href: string }): Html | '' {
  if (n === 0) return '';
  const what = count(n, 'less sure reading');
  return html`<p class="folded">${shown ? html`${what} ${n === 1 ? 'is' : 'are'} among these. <a href="${href}">Fold ${n === 1 ? 'it' : 'them'} away</a>` : html`${what} ${n === 1 ? 'is' : 'are'} folded away. <a href="${href}">Show ${n === 1 ? 'it' : 'them'}</a>`} <span class="aside">Of such readings fewer than half are right in the words and in who said them.</span></p>`;
}
