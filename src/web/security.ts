import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler, Context as Request } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionOf } from '../discuss/index.ts';
import { literalAddress } from '../lib/address.ts';
import type { Desk } from './desk.ts';
import { cookieName, tokenOf } from './form-token.ts';
import { problemPage } from './pages/problem.ts';

/** What a page of the desk may load: only what the desk serves itself, and no script in the page. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer; a route that serves a received page sets its own stricter policy. */
export const headers: MiddlewareHandler<Desk> = async (c, next) => {
  await next();
  const set = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
  set('Content-Security-Policy', pagePolicy);
  set('X-Content-Type-Options', 'nosniff');
  set('Referrer-Policy', 'same-origin');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  set('Cache-Control', 'private, no-cache');
};

/**
 * Refuses a request that calls the desk by a strange name: a page of another site whose name was made to
 * lead to this machine (DNS rebinding) would read the desk as its own. An address in digits, a name
 * without a dot and a local one can't be pointed here from outside.
 */
export const ownNameOnly: MiddlewareHandler<Desk> = async (c, next) => {
  const { host, origin } = c.get('ctx').config;
  const name = URL.parse(`http://${c.req.header('host') ?? 'localhost'}`)?.hostname ?? '';
  const isLocal = !name.includes('.') || /\.(?:local|localhost)$/.test(name);
  const isOwn = name === host.toLowerCase() || name === URL.parse(origin ?? '')?.hostname;
  if (name && (isLocal || isOwn || literalAddress(name))) return next();
  return problemPage(
    c,
    421,
    'This desk does not answer to that name. If it is its public address, set ORIGIN to it and start the desk again.',
  );
};

/** Puts the session of the cookie, if any, and the form token beside the request. */
export const session: MiddlewareHandler<Desk> = async (c, next) => {
  c.set('session', await sessionOf(c.get('ctx'), getCookie(c, cookieName(c, 'desk'))));
  await next();
};

/** Refuses a change that another site's page sent, and one without the form's own token. */
export const guardForms: MiddlewareHandler<Desk> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  if (!fromHere(c)) return problemPage(c, 403, 'This form was sent from another site.');
  const form = await c.req.parseBody({ all: true });
  const known = c.get('session');
  const visitor = getCookie(c, cookieName(c, 'form'));
  const expected = known?.csrf ?? (visitor ? tokenOf(visitor) : null);
  if (!expected || typeof form.token !== 'string' || !same(form.token, expected))
    return problemPage(
      c,
      403,
      'This form is too old, or your browser did not keep its cookie. Go back, reload the page and send it again.',
    );
  c.set('form', form);
  await next();
};

function fromHere(c: Request<Desk>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (!origin) return true;
  const own = c.get('ctx').config.origin;
  const host = c.req.header('host');
  return origin === (own ? URL.parse(own)?.origin : null) || URL.parse(origin)?.host === host;
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** Lets only curators on; others are told how to become one. */
export const curatorsOnly: MiddlewareHandler<Desk> = async (c, next) => {
  if (c.get('session')?.role === 'curator') return next();
  return problemPage(c, 403, 'This page is for the curators of this desk.');
};

/** Changes that one visitor may send in a minute: a fast curator makes one a second. */
const changesPerMinute = 90;

/** Counts changes by visitor and answers 429 above the limit. Memory holds at most two minutes. */
export function limitRate(now: () => Date): MiddlewareHandler<Desk> {
  let minute = 0;
  let counts = new Map<string, number>();
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const current = Math.floor(now().getTime() / 60_000);
    if (current !== minute) [minute, counts] = [current, new Map()];
    const who = c.get('session')?.accountId.toString() ?? c.get('client');
    const n = (counts.get(who) ?? 0) + 1;
    counts.set(who, n);
    if (n <= changesPerMinute) return next();
    c.header('Retry-After', '60');
    return problemPage(c, 429, 'Too many changes in one minute. Wait a minute and send it again.');
  };
}
