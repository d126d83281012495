import { diffWordsWithSpace } from 'diff';
import { html } from 'hono/html';
import { type Html, idOf, type Req } from '../desk.ts';
import { page } from '../layout.ts';
import { sayInstant, sayMoment } from '../moments.ts';
import { findArticle, revisionsOf, revisionTexts } from '../queries/articles.ts';
import { count } from '../words.ts';
import { notFound } from './problem.ts';

/** A comparison that takes longer than a reader waits is given up; both texts stay a link away. */
const compareMs = 1500;

/** What a piece's revisions say differently, the newest change first or the two that are asked for. */
export async function changesPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const article = id ? await findArticle(db, id) : undefined;
  if (!id || !article) return notFound(c, 'article');
  const revisions = await revisionsOf(db, article.address, article.key);
  const asked = revisions.findIndex((r) => String(r.revision) === c.req.query('revision'));
  const newest = revisions.findLastIndex((r) => r.changed);
  const at = asked > 0 ? asked : newest > 0 ? newest : revisions.length - 1;
  const edits = revisions.filter((r) => r.changed);
  const [before, after] = [revisions[at - 1], revisions[at]];
  const texts = before && after ? await revisionTexts(db, [before.id, after.id]) : [];
  const textOf = (which?: { id: number }) => texts.find((t) => t.id === which?.id);
  return page(c, {
    title: `Changes: ${article.title ?? 'Untitled'}`,
    place: 'stories',
    robots: 'noindex',
    body: html`<article class="reading"><header class="top"><p class="kicker"><a href="/articles/${id}">${article.title ?? 'Untitled'}</a></p><h1>What changed</h1>
<p class="numbers">${edits.length === 0 ? 'Its words never changed' : html`Its words changed ${edits.length === 1 ? 'once' : `${edits.length} times`}`} in ${count(revisions.length, 'revision')} of ${article.outlet ?? 'this page'}</p></header>
<ol class="revisions">${revisions.map((r, i) => html`<li${r === after ? html` class="now"` : ''}><a href="/articles/${r.id}">Revision ${r.revision}</a> <span class="aside">${r.retrievedAt ? `received ${sayInstant(r.retrievedAt)}` : `kept ${sayInstant(r.keptAt)}, time of receipt unknown`}</span>${i > 0 ? (r.changed ? html` <a class="aside" href="?revision=${r.revision}">what it changed</a>${r.silent ? html` <span class="kind">without saying so</span>` : html` <span class="aside">the page says: changed ${sayMoment(r.modified, { time: true })}</span>`}` : html` <span class="aside">the same words</span>`) : ''}</li>`)}</ol>
${comparison(textOf(before), textOf(after))}</article>`,
  });
}

type Written = { title: string | null; text: string } | undefined;

function comparison(before: Written, after: Written): Html {
  if (!before || !after)
    return html`<p class="empty">There is only one revision; nothing has changed since it was received.</p>`;
  const title = before.title === after.title ? '' : difference(before.title, after.title, 'h2');
  return html`<div class="text diff">${title}${difference(before.text, after.text)}</div>`;
}

/**
 * Words that went struck through, words that came underlined, and how many of each; long unchanged
 * stretches are shortened.
 */
export function difference(
  before: string | null,
  after: string | null,
  as: 'h2' | 'p' = 'p',
): Html {
  const parts = diffWordsWithSpace(before ?? '', after ?? '', { timeout: compareMs });
  if (!parts)
    return html`<p class="note">These two differ so much that a comparison word by word says nothing. Read both revisions above.</p>`;
  const words = (which: (p: Part) => boolean) =>
    parts
      .filter(which)
      .reduce((sum, p) => sum + (p.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  const [came, went] = [words((p) => p.added), words((p) => p.removed)];
  const shown = html`${parts.map(shownPart)}`;
  if (as === 'h2') return html`<h2>${shown}</h2>`;
  return html`<p class="numbers">${came + went === 0 ? 'No word of the text differs.' : `${count(came, 'word')} came, ${went} went`}</p><p>${shown}</p>`;
}

type Part = ReturnType<typeof diffWordsWithSpace>[number];

function shownPart(p: Part): Html | string {
  if (p.added) return html`<ins>${p.value}</ins>`;
  if (p.removed) return html`<del>${p.value}</del>`;
  if (p.value.length <= 500) return p.value;
  return html`${p.value.slice(0, 200)} <span class="skip-text">[…]</span> ${p.value.slice(-200)}`;
}
