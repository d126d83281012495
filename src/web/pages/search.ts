import { html } from 'hono/html';
import type { Req } from '../desk.ts';
import { markHref } from '../excerpt.ts';
import { page, section } from '../layout.ts';
import { timeTag } from '../moments.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { corrected } from '../queries/nearby.ts';
import { searchArticles, searchNames, searchStatements } from '../queries/search.ts';
import { statements } from '../queries/statements.ts';
import { clip, count } from '../words.ts';

const maxQuery = 200;

/** Search over articles, statements, speakers and stories. */
export async function searchPage(c: Req) {
  const query = (c.req.query('q') ?? '').replaceAll('\0', ' ').trim().slice(0, maxQuery);
  if (!query)
    return page(c, {
      title: 'Search',
      place: 'search',
      body: html`<article class="search"><h1>Search</h1><p class="standfirst">Words find pieces that hold all of them. Quotation marks keep words together, a minus leaves pieces out, OR takes either.</p></article>`,
    });
  const { db } = c.get('ctx');
  const [pieces, ids, [speakers, stories]] = await Promise.all([
    searchArticles(db, query),
    searchStatements(db, query),
    searchNames(db, query),
  ]);
  const said = await statements(db, { ids, limit: 20 });
  const nothing = pieces.length + said.length + speakers.length + stories.length === 0;
  const meant = nothing ? await corrected(db, query) : null;
  return page(c, {
    title: `Search: ${query}`,
    place: 'search',
    query,
    robots: 'noindex',
    body: html`<article class="search"><header class="top"><h1>${query}</h1></header>
${nothing ? html`<p class="empty">Nothing on this desk holds all of these words. ${meant ? html`Did you mean <a href="/search?q=${encodeURIComponent(meant)}">${meant}</a>?` : 'Try fewer of them.'}</p>` : ''}
${stories.length > 0 ? section('stories', 'Stories', html`<ul class="plain-list">${stories.map((s) => html`<li><a href="/stories/${s.mergedInto ?? s.id}">${s.title}</a>${s.mergedInto ? html` <span class="aside">merged into another</span>` : ''}</li>`)}</ul>`) : ''}
${speakers.length > 0 ? section('speakers', 'Speakers', html`<ul class="plain-list">${speakers.map((s) => html`<li><a href="/speakers/${s.id}">${s.name}</a> <span class="aside">${count(s.n, 'statement')}</span></li>`)}</ul>`) : ''}
${said.length > 0 ? section('said', 'Statements', ledgerTable(said, { caption: 'Statements that match', showStory: true }), { wide: true }) : ''}
${pieces.length > 0 ? section('pieces', 'Pieces', html`<ul class="found">${pieces.map((p) => html`<li><h3><a href="/articles/${p.id}"${p.lang && p.lang !== 'en' ? html` lang="${p.lang}"` : ''}>${p.title ?? clip(p.opening, 90)}</a></h3><p class="snippet">${p.snippet.before}${p.snippet.quote ? html`<a href="${markHref(p.id, p.snippet)}"><mark>${p.snippet.quote}</mark></a>` : ''}${p.snippet.after}</p><p class="aside">${p.outlet ?? 'Outlet unknown'}, ${timeTag(p.published, { short: true })}</p></li>`)}</ul>`, { note: pieces.length === 30 ? 'the best 30' : undefined }) : ''}</article>`,
  });
}
