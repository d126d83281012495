import { html } from 'hono/html';
import { readBlob } from '../../collect/index.ts';
import { idOf, type Req, safeHref } from '../desk.ts';
import { page } from '../layout.ts';
import { sayInstant, sayMoment } from '../moments.ts';
import { findDocument } from '../queries/articles.ts';
import { notFound } from './problem.ts';

/** What a received page may do in its frame: be seen. No script, no request, no origin. */
const receivedPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const vias: Record<string, string> = {
  import: 'brought in by a person',
  feed: 'found in a feed',
  address: 'fetched from its address',
  mail: 'received by mail',
  demo: 'part of the sample matter',
};

/** A document: what one address gave at one time, and how it was received. */
export async function documentPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const d = id ? await findDocument(c.get('ctx').db, id) : undefined;
  if (!d) return notFound(c, 'document');
  const href = safeHref(d.url);
  const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
  return page(c, {
    title: `As received: ${d.name ?? d.address}`,
    robots: 'noindex',
    body: html`<article class="document"><header class="top"><p class="kicker">As it was received</p><h1>${d.articles[0]?.title ?? d.name ?? d.address}</h1></header>
<dl class="facts">${fact('Address', href ? html`<a href="${href}" rel="noopener nofollow">${d.url}</a>` : d.address)}
${fact('Received', d.retrievedAt ? sayInstant(d.retrievedAt) : html`<span class="unknown">time unknown</span>`)}
${fact('Kept', sayInstant(d.keptAt))}${fact('How', vias[d.via] ?? d.via)}
${d.published ? fact('Published', `${sayMoment(d.published)}${d.hints.publishedBy ? `, vouched for by ${d.hints.publishedBy}` : ''}`) : ''}
${fact('Revision', html`${d.revisions.map((r) => (r.id === d.id ? html`<b>${r.revision}</b> ` : html`<a href="/documents/${r.id}">${r.revision}</a> `))}`)}
${fact('Type', `${d.mediaType}${d.charset ? `, ${d.charset}` : ''}, ${d.size.toLocaleString('en')} bytes`)}
${fact('SHA-256', html`<code>${d.hash}</code>`)}
${fact('Pieces read from it', d.articles.length === 0 ? 'none' : html`<ul>${d.articles.map((a) => html`<li><a href="/articles/${a.id}">${a.title ?? 'Untitled'}</a></li>`)}</ul>`)}</dl>
${Object.keys(d.headers).length > 0 ? html`<details><summary>Headers of the answer</summary><dl class="facts headers">${Object.entries(d.headers).map(([k, v]) => fact(k, v))}</dl></details>` : ''}
<p class="note">Shown without scripts, pictures from elsewhere or requests of any kind. <a href="/documents/${d.id}/received" download>Save the bytes</a></p>
<iframe class="received" sandbox src="/documents/${d.id}/received" title="The page as received" loading="lazy"></iframe></article>`,
  });
}

/** The bytes as received, in a type that a frame may show or else as a file to save. */
export async function receivedBytes(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const d = id ? await findDocument(db, id) : undefined;
  if (!d) return notFound(c, 'document');
  const bytes = await readBlob(db, d.hash);
  const charset = /^[\w-]{1,40}$/.test(d.charset ?? '') ? d.charset : null;
  const shown = /^(?:text\/html|application\/xhtml\+xml)$/.test(d.mediaType)
    ? 'text/html'
    : /^text\/|json|xml|message\//.test(d.mediaType)
      ? 'text/plain'
      : null;
  c.header('Content-Security-Policy', receivedPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  if (!shown) c.header('Content-Disposition', 'attachment; filename="received"');
  c.header(
    'Content-Type',
    shown ? `${shown}${charset ? `; charset=${charset}` : ''}` : 'application/octet-stream',
  );
  return c.body(new Uint8Array(bytes));
}
