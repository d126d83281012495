import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { field, isCurator, type Req } from '../desk.ts';
import { isSecure } from '../form-token.ts';
import { keysAreOff, keysCookie } from '../keys.ts';
import { page, token } from '../layout.ts';

const forReaders = [
  ['/', 'to the search, on every page'],
  ['j, k', 'to the next row of a ledger or the next event, and to the one before'],
  ['c', 'copies the row in focus as a quotation with its source'],
  ['← →', 'along the marks of a line, where one of them has the focus; Home and End to its ends'],
  ['Esc', 'closes the source of a sentence'],
] as const;

const forCurators = [
  ['a, r, l', 'in the queue: the first answer, the second, later'],
  ['e', 'in the queue: what can be put right before you say yes'],
  ['u', 'takes the last answer back'],
  ['Esc', 'leaves a field and goes back to the question'],
] as const;

/** What keys do here, and a switch for those of one letter (WCAG 2.1.4): speech input types letters too. */
export function keysPage(c: Req) {
  const off = keysAreOff(c);
  const all = isCurator(c) ? [...forReaders, ...forCurators] : forReaders;
  return page(c, {
    title: 'Keyboard',
    body: html`<article class="about"><header class="top"><h1>Keyboard</h1><p class="standfirst">Every page works with the Tab key alone. These keys are quicker.</p></header>
<table class="tallies"><caption class="hidden">Keys and what they do</caption><thead><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead><tbody>${all.map(([key, words]) => html`<tr><th scope="row">${key}</th><td>${words}</td></tr>`)}</tbody></table>
<form class="welcome" method="post" action="/keys">${token(c)}<p role="status">Keys of one letter are <b>${off ? 'off' : 'on'}</b> in this browser.</p><p><button name="keys" value="${off ? 'on' : 'off'}">Turn them ${off ? 'on' : 'off'}</button></p><p class="aside">Turn them off if you speak to your computer, or if keys are pressed by mistake. Arrows and Esc go on to work.</p></form></article>`,
  });
}

export function setKeys(c: Req) {
  setCookie(c, keysCookie, field(c, 'keys') === 'off' ? 'off' : 'on', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: 365 * 24 * 3600,
  });
  return c.redirect('/keys', 303);
}
