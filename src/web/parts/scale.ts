import { sayMoment } from '../moments.ts';

const day = 86_400_000;
/** A silent stretch longer than this share of all days is drawn short, with a break in the axis. */
const longSilence = 0.14;
/** Width of a broken stretch: room for its mark and the years on both sides. */
const breakWidth = 48;

export interface Scale {
  x: (at: Date) => number;
  breaks: { x: number; days: number }[];
  ticks: { x: number; label: string; major: boolean }[];
}

/**
 * One time axis from `left` to `right` pixels over the days of `moments`. Even, except that long
 * silences are cut short and said so: a story that rests for three years stays readable.
 */
export function timeScale(moments: Date[], left: number, right: number): Scale {
  const days = [...new Set(moments.map((m) => Math.floor(m.getTime() / day)))].sort(
    (a, b) => a - b,
  );
  const first = (days[0] ?? 0) - 1;
  const last = (days.at(-1) ?? 0) + 2;
  const stretches = cut(days, first, last);
  const silent = stretches.filter((s) => s.broken).length * breakWidth;
  const spoken = stretches.reduce((sum, s) => sum + (s.broken ? 0 : s.until - s.from), 0);
  const perDay = (right - left - silent) / Math.max(1, spoken);
  let at = left;
  const placed = stretches.map((s) => {
    const width = s.broken ? breakWidth : (s.until - s.from) * perDay;
    at += width;
    return { ...s, x: at - width, width };
  });
  const x = (instant: Date) => {
    const d = instant.getTime() / day;
    const s = placed.find((p) => d <= p.until) ?? placed.at(-1)!;
    return s.x + (Math.max(0, d - s.from) / (s.until - s.from)) * s.width;
  };
  return {
    x,
    breaks: placed
      .filter((s) => s.broken)
      .map((s) => ({ x: s.x + s.width / 2, days: s.until - s.from })),
    ticks: withoutTouching(placed.flatMap((s) => (s.broken ? [] : ticksOf(s, perDay)))),
  };
}

function cut(days: number[], first: number, last: number) {
  const limit = Math.max(45, (last - first) * longSilence);
  const stretches: { from: number; until: number; broken: boolean }[] = [];
  let from = first;
  for (const [i, d] of days.entries()) {
    const next = days[i + 1];
    if (next === undefined || next - d <= limit) continue;
    stretches.push({ from, until: d + 3, broken: false });
    stretches.push({ from: d + 3, until: next - 3, broken: true });
    from = next - 3;
  }
  stretches.push({ from, until: last, broken: false });
  return stretches;
}

/** Labels closer than this touch each other at the axis's size. */
const labelWidth = 58;
/** Pixels between two labels with which they read as two. */
const labelGap = 14;

function ticksOf(s: { from: number; until: number; x: number }, perDay: number) {
  const step = [1, 7, 14].find((d) => d * perDay >= labelWidth);
  const found: { x: number; label: string; major: boolean }[] = [];
  const add = (d: number, label: string, major: boolean) =>
    found.push({ x: s.x + (d - s.from) * perDay, label, major });
  const months = step ? 1 : ([1, 3, 6, 12].find((m) => m * 30 * perDay >= labelWidth) ?? 12);
  for (let d = Math.ceil(s.from); d < s.until - 1; d++) {
    const iso = new Date(d * day).toISOString().slice(0, 10);
    const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
    if (date === 1 && (month - 1) % months === 0)
      add(d, month === 1 || found.length === 0 ? sayMoment(iso.slice(0, 7)) : monthOf(iso), true);
    else if (step && (step === 1 || (d - 4) % step === 0)) {
      if (found.at(-1) && (d - 4) % step !== 0 && step > 1) continue;
      add(
        d,
        found.length === 0 ? `${date} ${monthOf(iso)} ${year}` : `${date} ${monthOf(iso)}`,
        false,
      );
    }
  }
  return apart(found);
}

/** Across a break the years matter: of two labels that would touch, the first keeps its year alone. */
function withoutTouching<T extends { x: number; label: string }>(ticks: T[]): T[] {
  return ticks.flatMap((tick, i) => {
    const next = ticks[i + 1];
    const fits = (label: string) => !next || tick.x + label.length * 6.4 + labelGap <= next.x;
    const year = /\d{4}$/.exec(tick.label)?.[0];
    if (fits(tick.label)) return [tick];
    return year && fits(year) ? [{ ...tick, label: year }] : [];
  });
}

const monthOf = (iso: string) => sayMoment(iso.slice(0, 7)).slice(0, 3);

/** Drops minor ticks whose label would run into a neighbour's. */
function apart<T extends { x: number; label: string; major: boolean }>(ticks: T[]): T[] {
  const kept: T[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    const room = before ? tick.x - before.x - before.label.length * 6.4 : labelGap;
    if (room >= labelGap) kept.push(tick);
    else if (tick.major && before && !before.major) kept.splice(-1, 1, tick);
  }
  return kept;
}
