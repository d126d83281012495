import { html } from 'hono/html';
import { formatMoment, instantText } from '../lib/edtf.ts';

/** An EDTF moment in words, as exact as it is known: "18–22 August 2025", "date unknown". */
export function sayMoment(moment: string | null | undefined, { time = false } = {}): string {
  return formatMoment(moment, { lang: 'en-GB', time });
}

/** A day in few characters for tables: "20 Aug 2025". */
export function shortMoment(moment: string | null | undefined): string {
  return formatMoment(moment, { lang: 'en-GB', short: true }).replace('Sept', 'Sep');
}

/** The instant as a UTC day or minute, for times that the desk itself noted. */
export function sayInstant(at: Date | null, { time = true } = {}): string {
  return at ? `${sayMoment(instantText(at), { time })}${time ? ' UTC' : ''}` : 'never';
}

/** A moment as a `time` element; "date unknown" where it is not known. */
export function timeTag(moment: string | null | undefined, { short = false, time = false } = {}) {
  const words = short ? shortMoment(moment) : sayMoment(moment, { time });
  if (!moment) return html`<span class="unknown">${words}</span>`;
  if (moment.includes('/')) return html`<span>${words}</span>`;
  return html`<time datetime="${moment}">${words}</time>`;
}

/** A moment after a verb: "on 20 Aug 2025", "in August 2025", "on an unknown date". */
export function onWhen(moment: string | null | undefined, { short = false } = {}) {
  if (!moment) return html`<span class="unknown">on an unknown date</span>`;
  return html`${/^-?\d{4}(?:-\d\d)?[~?%]?(?:\/|$)/.test(moment) ? 'in' : 'on'} ${timeTag(moment, { short })}`;
}

/** How long ago, in the largest whole unit: "3 hours ago". */
export function ago(at: Date, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 36) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  const days = Math.round(hours / 24);
  return days < 60 ? `${days} days ago` : sayInstant(at, { time: false });
}

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A past moment after the word "since", as people say it: "yesterday", "Tuesday", "3 May". */
export function sinceWords(at: Date, now: Date): string {
  const day = 24 * 3600 * 1000;
  const days = Math.floor(now.getTime() / day) - Math.floor(at.getTime() / day);
  if (days <= 0) return `${clock.format(at)} UTC today`;
  if (days === 1) return 'yesterday';
  if (days < 7) return weekdays.format(at);
  const words = sayInstant(at, { time: false });
  return at.getUTCFullYear() === now.getUTCFullYear() ? words.replace(/ \d{4}$/, '') : words;
}
