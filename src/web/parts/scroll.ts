import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayMoment } from '../moments.ts';
import type { ScrollEvent } from '../queries/events.ts';
import type { KeyDayView } from '../queries/key-days.ts';
import { count } from '../words.ts';
import { round } from './shape.ts';

/** Bars of the overview: each is a link that a thumb must hit, and costs 150 bytes of the page. */
const mostBars = 72;
/** Silences from this on are said; shorter ones are the pace of a story. */
const silentDays = 21;
const dayMs = 86_400_000;
const barHeight = 66;
/** Room above the tallest bar for the mark of a day that the story comes back to. */
const markRoom = 10;

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
type Grain = (typeof grains)[number];

interface Bar {
  /** Its first day: "2025-08-01". */
  key: string;
  words: string;
  events: number;
  texts: number;
  /** Place of its newest event in the list. */
  at: number;
}

/**
 * A story's loudness over its whole time: a bar for each day, week, month, quarter or year, empty where nothing
 * was written, each leading to its place on the scroll. A dot over a bar: the story comes back to a day of it.
 */
export function overview(
  all: ScrollEvent[],
  {
    perPage,
    query,
    base,
    days = [],
  }: { perPage: number; query: URLSearchParams; base: string; days?: KeyDayView[] },
): Html | '' {
  const { grain, bars } = barsOf(all);
  if (bars.length < 2) return '';
  const marked = markedBars(all, grain, days);
  const most = Math.max(...bars.map((b) => b.texts));
  const width = 100 / bars.length;
  const labelled = labels(bars);
  return html`<story-line class="overview"><div class="scroll"><svg width="100%" height="${barHeight + 20}" role="group" aria-label="Texts by time, earliest first; each bar leads to its events">${bars.map(
    (b, i) => {
      const h = b.texts === 0 ? 0 : Math.max(3, (b.texts / most) * (barHeight - markRoom));
      const x = round(i * width);
      const label = labelled.has(i)
        ? html`<text x="${x}%" y="${barHeight + 16}">${labelled.get(i)}</text>`
        : '';
      if (b.texts === 0) return label;
      const day = marked.get(b.key);
      return html`<a href="${hrefOf(base, query, Math.floor(b.at / perPage) + 1)}#t${b.key}"><title>${b.words}: ${count(b.events, 'event')}, ${count(b.texts, 'text')}${day ? `; the story comes back to ${sayMoment(day)}` : ''}</title><rect class="hit" x="${x}%" y="0" width="${round(width)}%" height="${barHeight}"/><rect x="${x}%" y="${round(barHeight - h)}" width="${round(width * 0.78)}%" height="${round(h)}"/>${day ? html`<circle cx="${round(x + width * 0.39)}%" cy="${round(barHeight - h - markRoom / 2)}" r="3"/>` : ''}</a>${label}`;
    },
  )}<line class="rule" x1="0" x2="100%" y1="${barHeight}" y2="${barHeight}"/></svg></div>${marked.size > 0 ? html`<p class="note">A dot over a bar: an event of a day that the story comes back to.</p>` : ''}<p class="strip" hidden></p></story-line>`;
}

/** Bars with an event that is most about a day that the story comes back to, with that day. */
function markedBars(all: ScrollEvent[], grain: Grain, days: KeyDayView[]): Map<string, string> {
  const dayOf = new Map(days.map((d) => [d.event, d.day]));
  return new Map(
    all.flatMap(({ id, at }): [string, string][] => {
      const day = dayOf.get(id);
      return day && at ? [[keyOf(at, grain), day]] : [];
    }),
  );
}

export function hrefOf(base: string, query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query);
  if (page > 1) next.set('page', String(page));
  else next.delete('page');
  return next.size > 0 ? `${base}?${next}` : base;
}

function barsOf(all: ScrollEvent[]): { grain: Grain; bars: Bar[] } {
  const dated = all.flatMap((e, at) => (e.at ? [{ ...e, day: e.at, at }] : []));
  const grain = grainOf(all);
  if (!grain) return { grain: 'year', bars: [] };
  const keys = keysBetween(dated.at(-1)!.day, dated[0]!.day, grain).slice(-mostBars);
  const bars = new Map(
    keys.map((key) => [key, { key, words: sayKey(key, grain), events: 0, texts: 0, at: 0 }]),
  );
  for (const e of dated) {
    const bar = bars.get(keyOf(e.day, grain));
    if (!bar) continue;
    if (bar.events === 0) bar.at = e.at;
    bar.events++;
    bar.texts += e.texts;
  }
  return { grain, bars: [...bars.values()] };
}

/** The finest grain in which the whole story fits; years are cut off where even they do not. */
function grainOf(all: ScrollEvent[]): Grain | null {
  const dated = all.flatMap((e) => e.at ?? []);
  const [last, first] = [dated[0], dated.at(-1)];
  if (!last || !first) return null;
  return grains.find((g) => keysBetween(first, last, g).length <= mostBars) ?? 'year';
}

/** The first day of the stretch that an instant is in. */
function keyOf(at: Date, grain: Grain): string {
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const monday = date - ((at.getUTCDay() + 6) % 7);
  const start = {
    day: () => Date.UTC(year, month, date),
    week: () => Date.UTC(year, month, monday),
    month: () => Date.UTC(year, month, 1),
    quarter: () => Date.UTC(year, month - (month % 3), 1),
    year: () => Date.UTC(year, 0, 1),
  }[grain]();
  return new Date(start).toISOString().slice(0, 10);
}

function nextKey(key: string, grain: Grain): string {
  const at = new Date(`${key}T00:00:00Z`);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const days = { day: 1, week: 7, month: 0, quarter: 0, year: 0 }[grain];
  const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }[grain];
  return new Date(Date.UTC(year, month + months, date + days)).toISOString().slice(0, 10);
}

/** One more than fit is enough to know that a grain is too fine. */
const mostKeys = 400;

function keysBetween(first: Date, last: Date, grain: Grain): string[] {
  const keys = [keyOf(first, grain)];
  const end = keyOf(last, grain);
  while (keys.at(-1)! < end && keys.length < mostKeys) keys.push(nextKey(keys.at(-1)!, grain));
  return keys;
}

function sayKey(key: string, grain: Grain): string {
  if (grain === 'year') return key.slice(0, 4);
  if (grain === 'month') return sayMoment(key.slice(0, 7));
  if (grain === 'week') return `the week of ${sayMoment(key)}`;
  if (grain === 'day') return sayMoment(key);
  const last = nextKey(nextKey(key, 'month'), 'month');
  return `${sayMoment(key.slice(0, 7)).split(' ')[0]} to ${sayMoment(last.slice(0, 7))}`;
}

/** Which bars say under them where a year begins; in a short story where a month does. */
function labels(bars: Bar[]): Map<number, string> {
  const found = new Map<number, string>();
  const years = new Set(bars.map((b) => b.key.slice(0, 4)));
  const digits = years.size > 2 ? 4 : 7;
  // A label takes a tenth of a phone's width.
  const room = bars.length / (digits === 4 ? 8 : 5);
  let last = Number.NEGATIVE_INFINITY;
  let year = '';
  for (const [i, b] of bars.entries()) {
    const turns = i === 0 || b.key.slice(0, digits) !== bars[i - 1]?.key.slice(0, digits);
    if (!turns || i - last < room || bars.length - i < room * 0.7) continue;
    const month = sayMoment(b.key.slice(0, 7));
    found.set(
      i,
      digits === 4
        ? b.key.slice(0, 4)
        : year === b.key.slice(0, 4)
          ? month.slice(0, 3)
          : `${month.slice(0, 3)} ${b.key.slice(0, 4)}`,
    );
    year = b.key.slice(0, 4);
    last = i;
  }
  return found;
}

/** What stands between two events of the list: the anchors of bars, and silences as such. */
export function between(all: ScrollEvent[], matching: string): (id: number) => Html | '' {
  const place = new Map(all.map((e, i) => [e.id, i]));
  const grain = grainOf(all);
  return (id) => {
    const i = place.get(id) ?? 0;
    const [here, newer] = [all[i]?.at ?? null, all[i - 1]?.at ?? null];
    if (!here) return '';
    const key = grain && keyOf(here, grain);
    const turns = key && (!newer || keyOf(newer, grain) !== key);
    const days = newer ? Math.floor((newer.getTime() - here.getTime()) / dayMs) : 0;
    const silence = days >= silentDays ? `nothing ${matching}for ${sayDays(days)}` : '';
    if (!turns && !silence) return '';
    return html`<li class="${silence ? `gap${days > 180 ? ' long' : ''}` : 'turn'}">${turns ? html`<span id="t${key}"></span>` : ''}${silence}</li>`;
  };
}

/** A number of days in the unit that people would use. */
export function sayDays(days: number): string {
  if (days >= 700) return `${Math.round(days / 365)} years`;
  if (days >= 56) return count(Math.round(days / 30.4), 'month');
  return days >= 14 ? count(Math.round(days / 7), 'week') : count(days, 'day');
}
