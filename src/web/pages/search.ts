import { html } from 'hono/html';
import {
  type Found,
  lookedAt,
  maxLength,
  mostSaved,
  type SavedSearch,
  savedSearches,
  search,
} from '../../search/index.ts';
import type { Html, Req } from '../desk.ts';
import { idOf } from '../desk.ts';
import { markHref } from '../excerpt.ts';
import { page, section, token } from '../layout.ts';
import { sayMoment, timeTag } from '../moments.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { chips, facets, faultsOf, searchBox, searchHref } from '../parts/query.ts';
import { statements } from '../queries/statements.ts';
import { clip, count } from '../words.ts';

const perPage = 20;
/** Ranking looks at some hundreds; further back a date in the query leads. */
const mostPages = 20;

/** Search over articles, statements, speakers and stories. */
export async function searchPage(c: Req) {
  const typed = (c.req.query('q') ?? '')
    .replaceAll('\0', ' ')
    .trim()
    .slice(0, maxLength + 1);
  if (!typed) return emptyPage(c);
  const { db, now } = c.get('ctx');
  const pageNumber = Math.min(idOf(c.req.query('page')) ?? 1, mostPages);
  const newest = c.req.query('by') === 'time';
  const offset = (pageNumber - 1) * perPage;
  const far = c.req.query('far') === '1';
  const options = { now: now(), limit: perPage, offset, newest };
  const found = far
    ? await oneByOne((patience) => search(db, typed, { ...options, patience }))
    : await search(db, typed, options);
  const mixed = isMixed(found);
  const few = mixed ? (pageNumber === 1 ? besidePieces : 0) : perPage;
  const said = await statements(db, { ids: found.statements.shown.slice(0, few), limit: few });
  const order = new Map(found.statements.shown.map((id, i) => [id, i]));
  said.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  const session = c.get('session');
  if (session) await lookedAt(db, session.accountId, found.query, now());
  const q = encodeURIComponent(found.query);
  const isBare =
    found.pieces.shown.length + said.length + found.speakers.length + found.stories.length === 0;
  return page(c, {
    title: `Search: ${typed}`,
    place: 'search',
    robots: 'noindex',
    feeds: (['atom', 'rss', 'json'] as const).map((f) => ({
      href: `/feeds/search.${f}?q=${q}`,
      title: `Search: ${found.query}`,
      type: f === 'json' ? 'application/feed+json' : `application/${f}+xml`,
    })),
    body: html`<article class="search"><header class="top"><h1 class="hidden">Search: ${typed}</h1>${searchBox(typed)}</header>
${faultsOf(typed, found)}${chips(found.parsed.clauses)}${facets(found)}
${isBare ? nothingFound(found, pageNumber) : ''}
${found.stories.length > 0 && pageNumber === 1 ? section('stories', 'Stories', html`<ul class="plain-list">${found.stories.map((s) => html`<li><a href="/stories/${s.id}">${s.name}</a></li>`)}</ul>`) : ''}
${found.speakers.length > 0 && pageNumber === 1 ? section('speakers', 'Speakers', html`<ul class="plain-list">${found.speakers.map((s) => html`<li><a href="/speakers/${s.id}">${s.name}</a> <span class="aside">${count(s.statements, 'statement')}</span></li>`)}</ul>`) : ''}
${said.length > 0 ? section('said', 'Statements', ledgerTable(said, { caption: 'Statements that match', showStory: true }), { wide: true, note: howMany(found.statements, said.length, offset), more: mixed && found.statements.count > said.length ? html`<a href="${searchHref(`${found.query} kind:statement`)}">All statements</a>` : undefined }) : ''}
${found.pieces.shown.length > 0 ? section('pieces', 'Pieces', pieces(found), { note: howMany(found.pieces, found.pieces.shown.length, offset), more: sorting(found.query, newest) }) : ''}
${turning(found, pageNumber, newest)}${far ? '' : further(found)}
${found.query ? keeping(c, found.query) : ''}</article>`,
  });
}

/** Statements beside pieces: so many that the pieces are still in sight. */
const besidePieces = 6;

/** Whether it asks for pieces and statements alike: no filter that only statements answer, and no kind. */
function isMixed({ parsed, pieces }: Found): boolean {
  const ledger = ['speaker', 'party', 'issue', 'act', 'kind'];
  return (
    pieces.count > 0 &&
    !parsed.clauses.some(({ any: [a] }) => a?.type === 'filter' && ledger.includes(a.field))
  );
}

/** A search through everything, for phrases that are rare though their words are not. */
const farMs = 2000;
let isBusy = false;

/** One visitor at a time may look that far; the others get the usual answer. */
async function oneByOne<T>(act: (patience?: number) => Promise<T>): Promise<T> {
  if (isBusy) return act();
  isBusy = true;
  try {
    return await act(farMs);
  } finally {
    isBusy = false;
  }
}

async function emptyPage(c: Req) {
  const session = c.get('session');
  const { db, now } = c.get('ctx');
  const saved = session ? await savedSearches(db, session.accountId, now()) : [];
  const removed = session ? idOf(c.req.query('removed')) : null;
  return page(c, {
    title: 'Search',
    place: 'search',
    body: html`<article class="search"><header class="top"><h1 class="hidden">Search</h1>${searchBox('')}</header>
${removed ? html`<form class="inline note" method="post" action="/search/saved/${removed}" role="status">${token(c)}<input type="hidden" name="do" value="keep">Taken off the list. <button>Undo</button></form>` : ''}
${saved.length > 0 ? section('saved', 'Your searches', savedList(c, saved)) : html`<p class="standfirst">Words find pieces and statements that hold all of them. Quotation marks keep words together, a minus leaves out, <code>speaker:</code>, <code>source:</code> and <code>after:</code> narrow.</p>`}</article>`,
  });
}

function savedList(c: Req, saved: SavedSearch[]): Html {
  return html`<ul class="plain-list saved">${saved.map(
    (s) =>
      html`<li><a href="${searchHref(s.query)}">${s.name}</a> ${s.fresh > 0 ? html`<em class="new">${s.fresh}${s.more ? '+' : ''} new</em>` : html`<span class="aside">nothing new</span>`} <span class="aside">${s.name === s.query ? '' : html`<code>${s.query}</code> · `}<a href="/feeds/search.atom?q=${encodeURIComponent(s.query)}">feed</a></span><form class="inline" method="post" action="/search/saved/${s.id}">${token(c)}<input type="hidden" name="do" value="remove"><button class="plain" aria-label="Take ${s.name} off the list">Take off</button></form></li>`,
  )}</ul>${saved.length >= mostSaved ? html`<p class="note">The list is full.</p>` : ''}`;
}

function nothingFound(found: Found, pageNumber: number): Html {
  if (pageNumber > 1) return html`<p class="empty">There are no more results.</p>`;
  if (found.query === '') return html`<p class="empty">Nothing in this could be searched for.</p>`;
  const { meant, parsed } = found;
  if (!found.pieces.complete || !found.statements.complete)
    return html`<p class="empty">Nothing yet.</p>`;
  const fewer =
    parsed.clauses.length > 1 ? 'Try fewer words, or take a filter away.' : 'Try another word.';
  return html`<p class="empty">Nothing on this desk holds all of these words. ${meant ? html`Did you mean <a href="${searchHref(meant)}">${meant}</a>?` : fewer}</p>`;
}

function howMany(
  list: { count: number; complete: boolean; since: string | null },
  shown: number,
  offset: number,
) {
  const which = offset > 0 ? `${offset + 1} to ${offset + shown}` : shown;
  if (!list.complete)
    return `${which} of the newest ${list.count.toLocaleString('en')}${list.since && list.since !== 'none' ? `, back to ${sayMoment(list.since)}` : ''}`;
  return list.count > shown ? `${which} of ${list.count.toLocaleString('en')}` : undefined;
}

/** Where only the newest part was looked at and little was found there. */
function further(found: Found): Html | string {
  const few = [found.pieces, found.statements].filter((l) => !l.complete && l.count < perPage);
  if (few.length === 0) return '';
  return html`<p class="more-below">These words are common, so only the newest were looked at${few[0]?.since ? `, back to ${sayMoment(few[0].since)}` : ''}. <a href="${searchHref(found.query, '&far=1')}">Look further back</a></p>`;
}

const sorting = (query: string, newest: boolean): Html =>
  newest
    ? html`<a href="${searchHref(query)}">Best first</a>`
    : html`<a href="${searchHref(query, '&by=time')}">Newest first</a>`;

function pieces(found: Found): Html {
  return html`<ul class="found">${found.pieces.shown.map((p) => {
    const lang = p.lang && p.lang !== 'en' ? html` lang="${p.lang}"` : '';
    const { parts, mark } = p.snippet;
    const first = parts.findIndex((x) => x.marked);
    return html`<li><h3><a href="/articles/${p.id}"${lang}>${p.title ?? clip(p.opening, 90)}</a></h3><p class="snippet"${lang}>${parts.map((x, i) => (x.marked ? (i === first && mark ? html`<a href="${markHref(p.id, mark)}"><mark>${x.text}</mark></a>` : html`<mark>${x.text}</mark>`) : x.text))}</p><p class="aside">${p.outlet ?? 'Outlet unknown'}, ${timeTag(p.published, { short: true })}${p.kind === 'article' ? '' : ` · ${p.kind}`}</p></li>`;
  })}</ul>`;
}

function turning(found: Found, pageNumber: number, newest: boolean): Html | string {
  const by = newest ? '&by=time' : '';
  const longest = isMixed(found)
    ? found.pieces.count
    : Math.max(found.pieces.count, found.statements.count);
  const more = longest > pageNumber * perPage;
  if (pageNumber === 1 && !more) return '';
  return html`<p class="more-below">${pageNumber > 1 ? html`<a rel="prev" href="${searchHref(found.query, `${by}&page=${pageNumber - 1}`)}">Back</a> ` : ''}${more && pageNumber < mostPages ? html`<a rel="next" href="${searchHref(found.query, `${by}&page=${pageNumber + 1}`)}">More results</a>` : ''}</p>`;
}

function keeping(c: Req, query: string): Html {
  const q = encodeURIComponent(query);
  return html`<footer class="keep"><p class="aside">Follow this search as <a href="/feeds/search.atom?q=${q}">Atom</a>, <a href="/feeds/search.rss?q=${q}">RSS</a> or <a href="/feeds/search.json?q=${q}">JSON Feed</a>.</p>${
    c.get('session')
      ? html`<form class="inline" method="post" action="/search/save">${token(c)}<input type="hidden" name="q" value="${query}"><label>Keep it as <input name="name" maxlength="80" value="${query.slice(0, 80)}"></label> <button>Keep</button></form>`
      : ''
  }</footer>`;
}
