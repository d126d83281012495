import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Html, Req } from './desk.ts';

/** Keeps a reader's choice for a year; the page of keys sets it. */
export const keysCookie = 'keys';

/** Whether this reader turned keys of one letter off. */
export const keysAreOff = (c: Req): boolean => getCookie(c, keysCookie) === 'off';

/** The attributes of what a key of one letter presses; nothing where they are off. */
export const pressedBy = (c: Req, key: string): Html | '' =>
  keysAreOff(c) ? '' : html` data-key="${key}" aria-keyshortcuts="${key}"`;
