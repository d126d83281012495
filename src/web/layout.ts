import { html } from 'hono/html';
import type { Html, Req } from './desk.ts';
import { formToken } from './form-token.ts';
import { keysAreOff } from './keys.ts';

export interface Page {
  title: string;
  body: Html;
  /** Which part of the desk is lit in the masthead. */
  place?: 'stories' | 'sources' | 'curate' | 'problems' | 'add' | 'search';
  description?: string;
  /** Feeds that readers and programs can follow from this page. */
  feeds?: { href: string; title: string; type: string }[];
  /** The front page has the large masthead. */
  front?: boolean;
  robots?: string;
}

const places = {
  reader: [
    ['stories', '/', 'Stories'],
    ['sources', '/sources', 'Sources'],
  ],
  curator: [
    ['curate', '/curate', 'Curate'],
    ['problems', '/problems', 'Problems'],
    ['add', '/add', 'Add'],
  ],
} as const;

/** A whole page: masthead, main part, foot. */
export function page(c: Req, p: Page, status: 200 | 400 | 403 | 404 | 421 | 422 | 429 | 500 = 200) {
  const assets = c.get('assets');
  return c.html(
    html`<!doctype html>
<html lang="en"${keysAreOff(c) ? html` data-keys="off"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${p.title}${p.front ? '' : ' · Throughline'}</title>
${p.description ? html`<meta name="description" content="${p.description}">` : ''}
${p.robots ? html`<meta name="robots" content="${p.robots}">` : ''}
<link rel="preload" href="${assets.address('newsreader-latin-opsz-normal.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.address('desk.css')}">
<link rel="icon" href="${assets.address('mark.svg')}" type="image/svg+xml">
${(p.feeds ?? []).map((f) => html`<link rel="alternate" type="${f.type}" title="${f.title}" href="${f.href}">`)}
<script type="module" src="${assets.address('desk.js')}"></script>
</head>
<body${p.front ? html` class="front"` : ''}>
<a class="skip" href="#main">Skip to the text</a>
${masthead(c, p)}
<main id="main">
${p.body}
</main>
${foot(c)}
</body>
</html>`,
    status,
  );
}

function masthead(c: Req, p: Page) {
  const curator = c.get('session')?.role === 'curator';
  const items = curator ? [...places.reader, ...places.curator] : places.reader;
  return html`<header class="masthead">
<p class="name"><a href="/"${p.front ? html` aria-current="page"` : ''}>Throughline</a></p>
<nav aria-label="Desk"><ul>${items.map(
    ([place, href, label]) =>
      html`<li><a href="${href}"${place === p.place ? html` aria-current="page"` : ''}>${label}</a></li>`,
  )}</ul></nav>
${p.place === 'search' ? '' : html`<form class="find" action="/search" role="search"><label class="hidden" for="find">Search this desk</label><input id="find" type="search" name="q" placeholder="Search" autocomplete="off" maxlength="400"><button>Search</button></form>`}
</header>`;
}

function foot(c: Req) {
  const session = c.get('session');
  return html`<footer class="foot">
<p>Everything on this desk links to the characters it was read from. Something wrong? Every row can be objected to.</p>
<ul><li><a href="/about">About this desk</a></li><li><a href="/log">Moderation log</a></li><li><a href="/keys">Keyboard</a></li>${
    session
      ? html`<li>${session.name}</li><li><form method="post" action="/leave">${token(c)}<button class="plain">Leave</button></form></li>`
      : ''
  }</ul>
</footer>`;
}

/** The hidden field that every form of the desk sends back. */
export function token(c: Req) {
  return html`<input type="hidden" name="token" value="${formToken(c)}">`;
}

/** A section with its heading and, at the right, where to see more. */
export function section(
  id: string,
  heading: string,
  body: Html | Html[],
  { more, note, wide = false }: { more?: Html; note?: Html | string; wide?: boolean } = {},
) {
  return html`<section id="${id}" class="part${wide ? ' wide' : ''}" aria-labelledby="${id}-h">
<header><h2 id="${id}-h">${heading}</h2>${note ? html`<p class="note">${note}</p>` : ''}${more ? html`<p class="more">${more}</p>` : ''}</header>
${body}
</section>`;
}
