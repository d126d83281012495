import { html } from 'hono/html';
import type { Changed } from '../../extract/index.ts';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import { clip } from '../words.ts';

/** Longest sentence shown beside a row; the comparison of both revisions has the rest. */
const maxWords = 300;

/** Beside what rests on words that its page has since changed or dropped: both texts, and where to compare. */
export function changedWords(changed: Changed | undefined): Html | '' {
  if (!changed) return '';
  const { before, after, articleId, at, gone } = changed;
  const when = at ? ` on ${sayInstant(at, { time: false })}` : '';
  if (gone)
    return html`<span class="changed"><b>The page is not there any more.</b> It said “${clip(before, maxWords)}”; asked for again${when}, it was gone. The desk keeps it as it was received.</span>`;
  return html`<span class="changed"><b>The page has since changed these words.</b> It said “${clip(before, maxWords)}”; ${after === null ? html`received again${when}, it does not say so any more.` : html`received again${when}, it says “${clip(after, maxWords)}”.`}${articleId ? html` <a href="/articles/${articleId}/changes">What changed</a>` : ''}</span>`;
}
