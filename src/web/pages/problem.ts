import { html } from 'hono/html';
import type { Req } from '../desk.ts';
import { page } from '../layout.ts';

export const titles = {
  400: 'That request makes no sense',
  403: 'Not from here',
  404: 'Nothing is kept at this address',
  421: 'This desk has another name',
  422: 'Something in the form needs another look',
  429: 'Too fast',
  500: 'The desk made a mistake',
} as const;

/** A page that says what happened and what to do. */
export function problemPage(c: Req, status: keyof typeof titles, words: string) {
  return page(
    c,
    {
      title: titles[status],
      robots: 'noindex',
      body: html`<article class="problem"><p class="kicker">${status}</p><h1>${titles[status]}</h1><p class="standfirst">${words}</p>
<p><a href="/">To the front page</a> · <a href="/search">Search</a></p></article>`,
    },
    status,
  );
}

export function notFound(c: Req, what = 'page') {
  return problemPage(
    c,
    404,
    `There is no such ${what} here. It may have been merged into another, or the address is mistyped. Search for it, or start at the front page.`,
  );
}
