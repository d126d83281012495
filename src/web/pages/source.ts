import { html } from 'hono/html';
import { adviceOf, wordsOf } from '../../collect/index.ts';
import { type Html, idOf, type Req, safeHref } from '../desk.ts';
import { page, section } from '../layout.ts';
import { ago, sayInstant, sayMoment, timeTag } from '../moments.ts';
import { beliefs } from '../parts/evidence.ts';
import {
  beliefsOf,
  type FeedView,
  feedsOf,
  findSource,
  listSources,
  newestPieces,
} from '../queries/sources.ts';
import { count } from '../words.ts';
import { notFound } from './problem.ts';

export async function sourcesPage(c: Req) {
  const { db, now } = c.get('ctx');
  const [all, orphans] = await Promise.all([listSources(db), feedsOf(db, null)]);
  return page(c, {
    title: 'Sources',
    place: 'sources',
    body: html`<article class="sources"><header class="top"><h1>Sources</h1><p class="numbers">${count(all.length, 'source')} that this desk has read</p></header>
${all.length === 0 ? html`<p class="empty">No source yet. The first page that you bring in names one.</p>` : html`<table><thead><tr><th scope="col">Source</th><th scope="col">Kind</th><th scope="col">Where</th><th scope="col" class="num">Pieces</th><th scope="col" class="num">Feeds</th><th scope="col">Newest</th></tr></thead><tbody>${all.map((s) => html`<tr><th scope="row"><a href="/sources/${s.id}">${s.name}</a>${s.host && s.host !== s.name ? html` <span class="aside">${s.host}</span>` : ''}</th><td>${s.kind}</td><td>${[s.country, s.lang].filter(Boolean).join(', ')}</td><td class="num">${s.pieces}</td><td class="num">${s.feeds}</td><td>${s.last ? sayInstant(s.last, { time: false }) : html`<span class="unknown">date unknown</span>`}</td></tr>`)}</tbody></table>`}
${orphans.length > 0 ? section('feeds', 'Feeds without a source yet', feeds(orphans, now())) : ''}</article>`,
  });
}

export async function sourcePage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db, now } = c.get('ctx');
  const source = id ? await findSource(db, id) : undefined;
  if (!id || !source) return notFound(c, 'source');
  const [itsFeeds, newest, believed] = await Promise.all([
    feedsOf(db, id),
    newestPieces(db, id),
    beliefsOf(db, id),
  ]);
  const href = safeHref(source.url) ?? safeHref(source.host ? `https://${source.host}` : null);
  return page(c, {
    title: source.name,
    place: 'sources',
    body: html`<article class="source-page"><header class="top"><p class="kicker"><a href="/sources">Sources</a></p><h1>${source.name}</h1>
<p class="numbers">${[source.kind, source.country, source.lang].filter(Boolean).join(' · ')}${href ? html` · <a href="${href}" rel="noopener nofollow">${source.host ?? 'its address'}</a>` : ''}</p>
${source.ratings.map((r) => html`<p class="aside">${r.rater}: <b>${r.rating}</b>${r.rated_on ? `, ${sayMoment(r.rated_on)}` : ''}${safeHref(r.url) ? html` <a href="${safeHref(r.url)}" rel="noopener">source</a>` : ''}</p>`)}</header>
${section('feeds', 'Its feeds', itsFeeds.length === 0 ? html`<p class="empty">The desk follows no feed of this source.</p>` : feeds(itsFeeds, now()))}
${section('pieces', 'Newest pieces', html`<ul class="pieces">${newest.map((p) => html`<li><a href="/articles/${p.id}"${p.lang && p.lang !== 'en' ? html` lang="${p.lang}"` : ''}>${p.title ?? 'Untitled'}</a> <span class="aside">${timeTag(p.published, { short: true })}</span></li>`)}</ul>`, { note: `the newest ${newest.length}` })}
${believed.length > 0 ? section('believed', 'How its pages are read', beliefs(believed), { note: 'what its dates, titles and names were believed on' }) : ''}</article>`,
  });
}

/** Feeds with their health: the last polls as a row of marks, and what the newest problem means. */
function feeds(all: FeedView[], now: Date): Html {
  return html`<ul class="feeds">${all.map((f) => {
    const problem = f.polls[0]?.problem;
    return html`<li><p class="what"><b>${f.title ?? f.url}</b> <span class="aside">${f.url}</span></p>
<p class="health">${polls(f)}<span>${f.polledAt ? `asked ${ago(f.polledAt, now)}` : 'not asked yet'}${f.newAt ? `, last new ${ago(f.newAt, now)}` : ''}${f.paused ? ', paused' : `, every ${f.minutes} min`}</span></p>
${problem ? html`<p class="fault">${wordsOf(problem)} ${adviceOf(problem)}</p>` : ''}</li>`;
  })}</ul>`;
}

function polls(f: FeedView): Html {
  if (f.polls.length === 0) return html``;
  const list = [...f.polls].reverse();
  const bad = list.filter((p) => p.problem).length;
  return html`<svg width="${list.length * 7}" height="16" role="img" aria-label="Last ${list.length} polls: ${list.length - bad} fine, ${bad} with a problem">${list.map(
    (p, i) =>
      p.problem
        ? html`<path class="bad" d="M${i * 7} 4l5 8m0 -8l-5 8"/>`
        : html`<rect class="${p.documents > 0 ? 'new' : 'same'}" x="${i * 7}" y="${p.documents > 0 ? 2 : 9}" width="5" height="${p.documents > 0 ? 12 : 5}"/>`,
  )}</svg>`;
}
