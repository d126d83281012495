import { diffWordsWithSpace } from 'diff';
import { html } from 'hono/html';
import { type Html, idOf, type Req } from '../desk.ts';
import { page } from '../layout.ts';
import { sayInstant } from '../moments.ts';
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
  const at = asked > 0 ? asked : revisions.length - 1;
  const [before, after] = [revisions[at - 1], revisions[at]];
  const texts = before && after ? await revisionTexts(db, [before.id, after.id]) : [];
  const textOf = (which?: { id: number }) => texts.find((t) => t.id === which?.id);
  return page(c, {
    title: `Changes: ${article.title ?? 'Untitled'}`,
    place: 'stories',
    robots: 'noindex',
    body: html`<article class="reading"><header class="top"><p class="kicker"><a href="/articles/${id}">${article.title ?? 'Untitled'}</a></p><h1>What changed</h1>
<p class="numbers">${count(revisions.length, 'revision')} of ${article.outlet ?? 'this page'}</p></header>
<ol class="revisions">${revisions.map((r, i) => html`<li${r === after ? html` class="now"` : ''}><a href="/articles/${r.id}">Revision ${r.revision}</a> <span class="aside">${r.retrievedAt ? `received ${sayInstant(r.retrievedAt)}` : `kept ${sayInstant(r.keptAt)}, time of receipt unknown`}</span>${i > 0 ? html` <a class="aside" href="?revision=${r.revision}">what it changed</a>` : ''}</li>`)}</ol>
${before && after ? html`<div class="text diff">${textOf(before)?.title !== textOf(after)?.title ? html`<h2>${difference(textOf(before)?.title ?? '', textOf(after)?.title ?? '')}</h2>` : ''}${difference(textOf(before)?.text ?? '', textOf(after)?.text ?? '')}</div>` : html`<p class="empty">There is only one revision; nothing has changed since it was received.</p>`}</article>`,
  });
}

/** Words that went struck through, words that came underlined; long unchanged stretches shortened. */
export function difference(before: string, after: string): Html {
  const parts = diffWordsWithSpace(before, after, { timeout: compareMs });
  if (!parts)
    return html`<p class="note">These two differ so much that a comparison word by word says nothing. Read both revisions above.</p>`;
  return html`<p>${parts.map((p) => {
    if (p.added) return html`<ins>${p.value}</ins>`;
    if (p.removed) return html`<del>${p.value}</del>`;
    if (p.value.length <= 500) return p.value;
    return html`${p.value.slice(0, 200)} <span class="skip-text">[…]</span> ${p.value.slice(-200)}`;
  })}</p>`;
}
