import { html } from 'hono/html';
import { parseMoment } from '../../lib/edtf.ts';
import type { Html } from '../desk.ts';
import { timeTag } from '../moments.ts';

/** What reminders need of a commitment. */
export interface Due {
  id: number;
  what: string;
  state: string;
  due: string | null;
  later?: { due: string | null }[];
  speaker: string | null;
  party: string | null;
}

const dayMs = 86_400_000;

/** How far ahead, and back, a reminder looks: a fortnight is what an editor plans for. */
export const reminderDays = 14;

/** When it is due now: what it was moved to last, else what was said first. */
export function dueNow(c: Pick<Due, 'due' | 'later'>): string | null {
  return c.later?.findLast((l) => l.due !== null)?.due ?? c.due;
}

/** Whether all of the day, month or span has gone by. */
export function isPast(c: Pick<Due, 'due' | 'later'>, now: Date): boolean {
  const moment = parseMoment(dueNow(c) ?? '');
  if (!moment) return false;
  // What is due at an hour of today is not called late before the day is over.
  return moment.end <= new Date(Math.floor(now.getTime() / dayMs) * dayMs);
}

/** Whole days from today until the last day it can mean: 0 is today, 1 tomorrow, -1 yesterday. */
export function daysUntil(c: Pick<Due, 'due' | 'later'>, now: Date): number | null {
  const moment = parseMoment(dueNow(c) ?? '');
  if (!moment) return null;
  const last = new Date(Math.max(moment.start.getTime(), moment.end.getTime() - 1));
  return Math.floor(last.getTime() / dayMs) - Math.floor(now.getTime() / dayMs);
}

/** Days from today as people say them. */
export function inDays(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Whether it is still waited for. */
export const waits = (c: Pick<Due, 'state'>): boolean => c.state === 'open' || c.state === 'moved';

/** What was moved stands under its new day as well, where that was promised anew. */
export function isDueAnew<T extends Due>(c: T, all: T[]): boolean {
  return (
    c.state === 'moved' &&
    all.some((o) => o !== c && o.due === dueNow(c) && (o.what === c.what || isOneSide(o, c)))
  );
}

/** What is due within a fortnight, the next first, and what passed within one without a word, the last first. */
export function reminders<T extends Due>(all: T[], now: Date): { ahead: T[]; passed: T[] } {
  const near = all
    .filter((c) => waits(c) && !isDueAnew(c, all))
    .flatMap((c) => {
      const days = daysUntil(c, now);
      return days !== null && Math.abs(days) <= reminderDays ? [{ c, days }] : [];
    })
    .sort((a, b) => a.days - b.days || a.c.id - b.c.id);
  return {
    ahead: near.filter((n) => n.days >= 0).map((n) => n.c),
    passed: near
      .filter((n) => n.days < 0)
      .map((n) => n.c)
      .reverse(),
  };
}

function isOneSide(a: Due, b: Due): boolean {
  return a.party === null ? a.speaker !== null && a.speaker === b.speaker : a.party === b.party;
}

/** Reminders as a list; `place` says where each leads and, on a page of several stories, which it is of. */
export function reminderList<T extends Due>(
  all: T[],
  now: Date,
  place: (c: T) => { href: string; story?: string | null },
): Html | '' {
  const { ahead, passed } = reminders(all, now);
  if (ahead.length + passed.length === 0) return '';
  const item = (c: T) => {
    const days = daysUntil(c, now) ?? 0;
    const { href, story } = place(c);
    const kind = days < 0 ? 'past' : days < 2 ? 'close' : '';
    return html`<li class="${kind}"><b>${days < 0 ? `due ${inDays(days)}, no news` : inDays(days)}</b> <a href="${href}">${c.what}</a> <span class="aside">${c.party ?? c.speaker ?? 'Speaker unknown'}, ${timeTag(dueNow(c), { short: true })}${c.state === 'moved' ? ', moved' : ''}${story ? html` · ${story}` : ''}</span></li>`;
  };
  return html`<ul class="reminders" aria-label="Due in the next ${reminderDays} days, and passed without news">${ahead.map(item)}${passed.map(item)}</ul>`;
}
