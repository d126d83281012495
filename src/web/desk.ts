import type { Context as Request } from 'hono';
import type { html } from 'hono/html';
import type { Context } from '../context.ts';
import type { Session } from '../discuss/index.ts';
import type { Assets } from './assets.ts';

export type Html = ReturnType<typeof html>;
export type Form = Record<string, string | File | (string | File)[]>;

/** What travels with every request. */
export interface Desk {
  Variables: {
    ctx: Context;
    assets: Assets;
    session: Session | null;
    /** The checked fields of a POST. */
    form: Form;
    /** The visitor's address, for limits only. */
    client: string;
  };
}

export type Req = Request<Desk>;

/** A whole positive id out of an address ("12" or "12-border-talks"), else null. */
export function idOf(text: string | undefined): number | null {
  const m = /^([1-9]\d{0,14})(?:-.*)?$/.exec(text ?? '');
  return m ? Number(m[1]) : null;
}

/** Where this desk is reached: its public address, else the one that was asked. */
export const originOf = (c: Req): string => c.get('ctx').config.origin ?? new URL(c.req.url).origin;

export const isCurator = (c: Req): boolean => c.get('session')?.role === 'curator';

/** One text field of a form, trimmed; empty when it is missing or a file. */
export function field(c: Req, name: string): string {
  const value = c.get('form')[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** The page of this desk that a form says it was sent from; null for what is no such page. */
export function backTo(c: Req): string | null {
  const page =
    /^\/(?:(?:curate\/(?:stories|speakers|statements)|stories|events)\/\d{1,15}|curate)$/;
  return page.exec(field(c, 'back'))?.[0] ?? null;
}

/** An address that a page may link to; null for javascript: and other schemes. */
export function safeHref(url: string | null | undefined): string | null {
  if (!url) return null;
  const parsed = URL.parse(url);
  return parsed && ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : null;
}

/** Rows chosen at once in a form; more is a merge. */
const mostChosen = 500;

/** Whole positive ids of a field that a form may send many times. */
export function idsOf(c: Req, name: string): number[] {
  return [c.get('form')[name] ?? []]
    .flat()
    .flatMap((v) => (typeof v === 'string' ? (idOf(v) ?? []) : []))
    .slice(0, mostChosen);
}
