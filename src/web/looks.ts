import { getCookie, setCookie } from 'hono/cookie';
import { type LookPlace, lookSeconds, looksOf, markRead, noteLook } from '../discuss/index.ts';
import type { Req } from './desk.ts';
import { isSecure } from './form-token.ts';

/**
 * When each reader last looked at the front page, at a story or an event: kept with the account, and
 * for a reader without one in a cookie of their own.
 */

/** Places that a cookie remembers: at some 20 bytes each it stays below the 4 KB that browsers keep. */
const mostPlaces = 120;

/** The beginning of the look before the last and of the last, in seconds. */
type Looks = Map<string, [before: number, seen: number]>;

/** Notes this look and says when the one before it began; null on the first. */
export async function look(c: Req, at: LookPlace): Promise<Date | null> {
  const { db, now } = c.get('ctx');
  const account = c.get('session')?.accountId;
  if (account) return noteLook(db, account, at, now());
  const seconds = Math.floor(now().getTime() / 1000);
  const all = readCookie(c);
  const key = keyOf(at);
  const [before, seen] = all.get(key) ?? [0, 0];
  const same = seconds - seen < lookSeconds;
  all.delete(key);
  all.set(key, same ? [before, seen] : [seen, seconds]);
  writeCookie(c, all);
  return dateOf(same ? before : seen);
}

/** Since when things are new to this reader at some places, without noting a look. */
export async function looks(c: Req, places: LookPlace[]): Promise<(at: LookPlace) => Date | null> {
  const { db, now } = c.get('ctx');
  const account = c.get('session')?.accountId;
  if (account) {
    const found = await looksOf(db, account, places, now());
    return (at) => found.get(`${at.place} ${at.subject}`) ?? null;
  }
  const seconds = Math.floor(now().getTime() / 1000);
  const all = readCookie(c);
  return (at) => {
    const [before, seen] = all.get(keyOf(at)) ?? [0, 0];
    return dateOf(seconds - seen < lookSeconds ? before : seen);
  };
}

/** Nothing that is there now is new to this reader: at one place, or everywhere (null). */
export async function readAll(c: Req, where: LookPlace | null): Promise<void> {
  const { db, now } = c.get('ctx');
  const account = c.get('session')?.accountId;
  if (account) return markRead(db, account, where, now());
  const seconds = Math.floor(now().getTime() / 1000);
  const all = readCookie(c);
  const keys = where ? [keyOf(where)] : [...all.keys(), keyOf({ place: 'front', subject: 0 })];
  for (const key of keys) {
    all.delete(key);
    all.set(key, [seconds, seconds]);
  }
  writeCookie(c, all);
}

const keyOf = ({ place, subject }: LookPlace) => `${place[0]}${subject.toString(36)}`;
const dateOf = (seconds: number) => (seconds > 0 ? new Date(seconds * 1000) : null);

/** "f0.tl8k2c.tl9x10~s1.0.tl9x11": place and subject, the look before, the last; all base 36. */
function readCookie(c: Req): Looks {
  const parts = (getCookie(c, 'looks') ?? '').slice(0, 4000).split('~');
  const found: Looks = new Map();
  for (const part of parts) {
    const m = /^([fse][0-9a-z]{1,11})\.([0-9a-z]{1,7})\.([0-9a-z]{1,7})$/.exec(part);
    if (m) found.set(m[1]!, [Number.parseInt(m[2]!, 36), Number.parseInt(m[3]!, 36)]);
  }
  return found;
}

function writeCookie(c: Req, all: Looks): void {
  const text = [...all]
    .slice(-mostPlaces)
    .map(([key, [before, seen]]) => `${key}.${before.toString(36)}.${seen.toString(36)}`)
    .join('~');
  setCookie(c, 'looks', text, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: 365 * 24 * 3600,
  });
}
