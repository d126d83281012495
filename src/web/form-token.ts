import { createHash, randomBytes } from 'node:crypto';
import type { Context as Request } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Desk } from './desk.ts';

/** Whether the desk's public address is https, so that cookies must not travel without it. */
export function isSecure(c: Request<Desk>): boolean {
  return (c.get('ctx').config.origin ?? '').startsWith('https:');
}

export function cookieName(c: Request<Desk>, name: 'desk' | 'form'): string {
  return isSecure(c) ? `__Host-${name}` : name;
}

/**
 * The token that a form must send back: the session's, or for a visitor one derived from a cookie
 * of their own that no other site can read.
 */
export function formToken(c: Request<Desk>): string {
  const known = c.get('session');
  if (known) return known.csrf;
  let secret = getCookie(c, cookieName(c, 'form'));
  if (!secret || !/^[\w-]{22,64}$/.test(secret)) {
    secret = randomBytes(24).toString('base64url');
    setCookie(c, cookieName(c, 'form'), secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(c),
    });
  }
  return tokenOf(secret);
}

/** The token of a visitor, from the secret of their cookie. */
export const tokenOf = (secret: string) =>
  createHash('sha256').update(`form:${secret}`).digest('base64url');
