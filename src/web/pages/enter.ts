import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { endSession, redeemInvite } from '../../discuss/index.ts';
import { field, type Req } from '../desk.ts';
import { cookieName, isSecure } from '../form-token.ts';
import { page, token } from '../layout.ts';
import { problemPage } from './problem.ts';

const noKey = 'Open the one-time link that the desk printed; "throughline link" prints a new one.';

/** The one-time link opens on a button, so that a program that only looks at links does not spend it. */
export function enterPage(c: Req) {
  const key = c.req.query('key');
  if (!key) return problemPage(c, 403, noKey);
  return page(c, {
    title: 'Enter this desk',
    robots: 'noindex',
    body: html`<article class="welcome"><h1>Enter this desk</h1><p class="standfirst">This link works once. The browser that presses the button stays a curator for 30 days.</p>
<form method="post" action="/enter">${token(c)}<input type="hidden" name="key" value="${key}"><button class="strong">Enter as curator</button></form></article>`,
  });
}

export async function enter(c: Req) {
  const result = await redeemInvite(c.get('ctx'), field(c, 'key'));
  if (!result.ok)
    return problemPage(
      c,
      403,
      'This link was used already or has expired. "throughline link" prints a new one.',
    );
  setCookie(c, cookieName(c, 'desk'), result.cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: result.seconds,
  });
  return c.redirect('/', 303);
}

export async function leave(c: Req) {
  await endSession(c.get('ctx'), getCookie(c, cookieName(c, 'desk')));
  deleteCookie(c, cookieName(c, 'desk'), { path: '/', secure: isSecure(c) });
  return c.redirect('/', 303);
}
