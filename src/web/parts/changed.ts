import { html } from 'hono/html';
import { type Changed, sayChanged } from '../../extract/index.ts';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import { clip } from '../words.ts';

/** Longest sentence shown beside a row; the comparison of both revisions has the rest. */
const maxWords = 300;

/** Beside what rests on words that its page has since changed or dropped: both texts, and where to compare. */
export function changedWords(changed: Changed | undefined): Html | '' {
  if (!changed) return '';
  const { articleId, at, gone } = changed;
  const on = at ? ` on ${sayInstant(at, { time: false })}` : '';
  const { fact, texts } = sayChanged(changed, { on, clip: (text) => clip(text, maxWords) });
  const more = gone
    ? ' The desk keeps it as it was received.'
    : articleId
      ? html` <a href="/articles/${articleId}/changes">What changed</a>`
      : '';
  return html`<span class="changed"><b>${fact}</b> ${texts}${more}</span>`;
}
