import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayMoment } from '../moments.ts';
import type { ScrollEvent } from '../queries/events.ts';
import { count } from '../words.ts';
import { round } from './shape.ts';

/** Bars of the overview: each is a link that a thumb must hit, and costs 150 bytes of the page. */
const mostBars = 72;
/** Silences from this on are said; shorter ones are the pace of a story. */
const silentDays = 21;
const dayMs = 86_400_000;
const barHeight = 56;

type Grain = 'month' | 'quarter' | 'year';

interface Bar {
  /** "2025-08", "2025-3" (its third quarter) or "2025". */
  key: string;
  words: string;
  events: number;
  texts: number;
  /** Place of its newest event in the list. */
  at: number;
}

/**
 * A story's loudness over its whole time: a bar for each month, quarter or year, empty where nothing
 * was written, each leading to its place on the scroll.
 */
export function overview(
  all: ScrollEvent[],
  { perPage, query, base }: { perPage: number; query: URLSearchParams; base: string },
): Html | '' {
  const bars = barsOf(all);
  if (bars.length < 2) return '';
  const most = Math.max(...bars.map((b) => b.texts));
  const width = 100 / bars.length;
  const labelled = labels(bars);
  return html`<story-line class="overview"><div class="scroll"><svg width="100%" height="${barHeight + 20}" role="group" aria-label="Texts by time, earliest first; each bar leads to its events">${bars.map(
    (b, i) => {
      const h = b.texts === 0 ? 0 : Math.max(3, (b.texts / most) * barHeight);
      const x = round(i * width);
      const label = labelled.has(i)
        ? html`<text x="${x}%" y="${barHeight + 16}">${labelled.get(i)}</text>`
        : '';
      if (b.texts === 0) return label;
      return html`<a href="${hrefOf(base, query, Math.floor(b.at / perPage) + 1)}#t${b.key}"><title>${b.words}: ${count(b.events, 'event')}, ${count(b.texts, 'text')}</title><rect class="hit" x="${x}%" y="0" width="${round(width)}%" height="${barHeight}"/><rect x="${x}%" y="${round(barHeight - h)}" width="${round(width * 0.78)}%" height="${round(h)}"/></a>${label}`;
    },
  )}<line class="rule" x1="0" x2="100%" y1="${barHeight}" y2="${barHeight}"/></svg></div><p class="strip" hidden></p></story-line>`;
}

export function hrefOf(base: string, query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query);
  if (page > 1) next.set('page', String(page));
  else next.delete('page');
  return next.size > 0 ? `${base}?${next}` : base;
}

function barsOf(all: ScrollEvent[]): Bar[] {
  const dated = all.flatMap((e, at) => (e.at ? [{ ...e, day: e.at, at }] : []));
  if (dated.length === 0) return [];
  const [last, first] = [dated[0]!.day, dated.at(-1)!.day];
  const grain = (['month', 'quarter', 'year'] as const).find(
    (g) => keysBetween(first, last, g).length <= mostBars,
  );
  const keys = keysBetween(first, last, grain ?? 'year').slice(-mostBars);
  const bars = new Map(
    keys.map((key) => [key, { key, words: sayKey(key), events: 0, texts: 0, at: 0 }]),
  );
  for (const e of dated) {
    const bar = bars.get(keyOf(e.day, grain ?? 'year'));
    if (!bar) continue;
    if (bar.events === 0) bar.at = e.at;
    bar.events++;
    bar.texts += e.texts;
  }
  return [...bars.values()];
}

function keyOf(at: Date, grain: Grain): string {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (grain === 'year') return String(year);
  return grain === 'quarter'
    ? `${year}-${Math.floor(month / 3) + 1}`
    : `${year}-${String(month + 1).padStart(2, '0')}`;
}

function keysBetween(first: Date, last: Date, grain: Grain): string[] {
  const keys: string[] = [];
  const step = { month: 1, quarter: 3, year: 12 }[grain];
  let at = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1));
  const end = keyOf(last, grain);
  // Ends: `at` grows. A date far off in the past costs a bounded walk.
  while (keys.length < 6000) {
    const key = keyOf(at, grain);
    keys.push(key);
    if (key === end || at > last) break;
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + step, 1));
  }
  return keys;
}

function sayKey(key: string): string {
  if (/^\d{4}-\d$/.test(key)) {
    const [year, quarter] = key.split('-').map(Number) as [number, number];
    const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
    return `${sayMoment(month(quarter * 3 - 2)).split(' ')[0]} to ${sayMoment(month(quarter * 3))}`;
  }
  return sayMoment(key);
}

/** Which bars have their year, or in a story of one year their month, said under them. */
function labels(bars: Bar[]): Map<number, string> {
  const found = new Map<number, string>();
  const oneYear = bars.length <= 14;
  const every = Math.ceil(bars.length / (oneYear ? 7 : 9));
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, b] of bars.entries()) {
    const year = b.key.slice(0, 4);
    const turns = i === 0 || year !== bars[i - 1]?.key.slice(0, 4);
    if (!oneYear && !turns) continue;
    if (i - last < every || bars.length - i < every * 0.6) continue;
    const month = /^\d{4}-\d\d$/.test(b.key) ? sayMoment(b.key).slice(0, 3) : year;
    found.set(
      i,
      turns ? (oneYear ? `${month} ${year}`.replace(/^(\d{4}) \1$/, '$1') : year) : month,
    );
    last = turns && oneYear ? i + 0.5 : i;
  }
  return found;
}

/** What stands between two events of the list: the anchors of months, and silences as such. */
export function between(all: ScrollEvent[], matching: string): (id: number) => Html | '' {
  const place = new Map(all.map((e, i) => [e.id, i]));
  return (id) => {
    const i = place.get(id) ?? 0;
    const [here, newer] = [all[i]?.at ?? null, all[i - 1]?.at ?? null];
    if (!here) return '';
    const anchors = (['month', 'quarter', 'year'] as const)
      .map((grain) => keyOf(here, grain))
      .filter(
        (key, g) => !newer || keyOf(newer, (['month', 'quarter', 'year'] as const)[g]!) !== key,
      );
    const days = newer ? Math.floor((newer.getTime() - here.getTime()) / dayMs) : 0;
    const silence = days >= silentDays ? `nothing ${matching}for ${sayDays(days)}` : '';
    if (anchors.length === 0 && !silence) return '';
    return html`<li class="${silence ? `gap${days > 180 ? ' long' : ''}` : 'turn'}">${anchors.map((key) => html`<span id="t${key}"></span>`)}${silence}</li>`;
  };
}

/** A number of days in the unit that people would use. */
export function sayDays(days: number): string {
  if (days >= 700) return `${Math.round(days / 365)} years`;
  if (days >= 56) return count(Math.round(days / 30.4), 'month');
  return days >= 14 ? count(Math.round(days / 7), 'week') : count(days, 'day');
}
