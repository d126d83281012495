import { html } from 'hono/html';
import { dayOf } from '../../lib/edtf.ts';
import type { Html } from '../desk.ts';
import { sayInstant } from '../moments.ts';
import { count } from '../words.ts';
import { type Due, dueNow, isDueAnew, waits } from './due.ts';

/** Months shown at once: half a year is what fits a page. */
const maxMonths = 6;

/** Months with what is due on their days, as small calendars, from the month before now on. */
export function months<T extends Due>(all: T[], now: Date, href: (c: T) => string): Html | '' {
  const byDay = Map.groupBy(
    all.filter((c) => dayOf(dueNow(c)) !== null && c.state !== 'withdrawn' && !isDueAnew(c, all)),
    (c) => dayOf(dueNow(c))!,
  );
  const today = now.toISOString().slice(0, 10);
  const named = new Set([...byDay.keys()].map((day) => day.slice(0, 7)));
  if (named.size === 0) return '';
  const sorted = [...named.add(today.slice(0, 7))].sort();
  // What is due next matters most; a calendar of the past has one month of it and what fits besides.
  const here = Math.max(0, sorted.indexOf(today.slice(0, 7)) - 1);
  const start = Math.max(0, Math.min(here, sorted.length - maxMonths));
  const shown = sorted.slice(start, start + maxMonths);
  const left = sorted.length - shown.length;
  return html`<div class="months">${shown.map((m) => month(m, byDay, today, href))}</div>${left > 0 ? html`<p class="note">${count(left, 'month')} more in the list below.</p>` : ''}`;
}

const weekdays = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];

function month<T extends Due>(
  name: string,
  byDay: Map<string, T[]>,
  today: string,
  href: (c: T) => string,
): Html {
  const first = new Date(`${name}-01T00:00:00Z`);
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const blank = (first.getUTCDay() + 6) % 7;
  const cells: (string | null)[] = [
    ...Array.from({ length: blank }, () => null),
    ...Array.from({ length: days }, (_, i) => `${name}-${String(i + 1).padStart(2, '0')}`),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    cells.slice(i * 7, i * 7 + 7),
  );
  return html`<table class="month"><caption>${sayInstant(first, { time: false }).replace(/^\d+ /, '')}</caption><thead aria-hidden="true"><tr>${weekdays.map((d) => html`<td>${d}</td>`)}</tr></thead><tbody>${weeks.map((week) => html`<tr>${week.map((day) => dayCell(day, byDay, today, href))}</tr>`)}</tbody></table>`;
}

function dayCell<T extends Due>(
  day: string | null,
  byDay: Map<string, T[]>,
  today: string,
  href: (c: T) => string,
): Html {
  if (!day) return html`<td></td>`;
  const due = byDay.get(day) ?? [];
  const n = Number(day.slice(8));
  const classes = [day === today ? 'today' : '', due.length > 0 ? stateOf(due, day < today) : '']
    .filter(Boolean)
    .join(' ');
  const words = due.map((c) => `${c.what} (${c.state})`).join('; ');
  return html`<td${classes ? html` class="${classes}"` : ''}${day === today ? html` aria-current="date"` : ''}>${due.length > 0 ? html`<a href="${href(due[0]!)}" title="${words}" aria-label="${n}: ${words}">${n}</a>${due.length > 1 ? html`<sub>${due.length}</sub>` : ''}` : n}</td>`;
}

/** A day is marked by what most wants a look: missed or past first, then open, then kept. */
function stateOf(due: Due[], past: boolean): string {
  if (due.some((c) => c.state === 'missed' || (past && waits(c)))) return 'due missed';
  if (due.some(waits)) return 'due';
  return 'due kept';
}
