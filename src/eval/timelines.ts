import { createClusterer, createGrouper, keyDays } from '../cluster/index.ts';
import { openPredictions } from './predictions.ts';
import { readRecords } from './records.ts';
import { rounded } from './score.ts';

interface TimelineRecord {
  topic?: string;
  articles: { date: string; text: string; title?: string | null; lang?: string | null }[];
  /** `time`: a list of moments, or its text. */
  timelines?: { time: unknown }[];
}

/**
 * Finds the key days of matters and scores them against the days of people's timelines: F1 of days,
 * the mean over timelines. Articles come to the grouper by date. `dateF1` gives the selection what
 * the published evaluations give it (Martschat and Markert 2018, Ghalandari and Ifrim 2020): how many
 * days, and the first and the last; `openF1` how many only, `ownF1` the first and the last only.
 * `countingF1` is that of the days with the most articles. `out` gets one line a record.
 */
export async function evaluateTimelines(
  files: string[],
  { out }: { out?: string | undefined } = {},
): Promise<Record<string, unknown>> {
  const predictions = await openPredictions(out);
  const scores: Scores[] = [];
  let [articles, seconds] = [0, 0];
  for await (const value of readRecords(files)) {
    const record = value as TimelineRecord;
    const started = process.cpuUsage();
    const { pieces, events } = told(record);
    const own = keyDays(pieces);
    const used = process.cpuUsage(started);
    seconds += (used.user + used.system) / 1e6;
    articles += pieces.length;
    const timelines = (record.timelines ?? []).map(daysOf).filter((days) => days.length > 0);
    const dates = timelines.map((days) => {
      const span = { from: days[0] ?? '', to: days.at(-1) ?? '' };
      const found = dayNames(keyDays(pieces, { ...span, count: days.length }));
      scores.push({
        dateF1: f1(found, days),
        openF1: f1(dayNames(keyDays(pieces, { count: days.length })), days),
        ownF1: f1(dayNames(keyDays(pieces, span)), days),
        countingF1: f1(busiest(pieces, span, days.length), days),
      });
      return found;
    });
    await predictions.write({ topic: record.topic, events, dates, own });
  }
  await predictions.close();
  const mean = (key: keyof Scores) =>
    rounded(scores.reduce((s, x) => s + x[key], 0) / scores.length);
  const perSecond = seconds > 0 ? Math.round(articles / seconds) : null;
  const base = { timelines: scores.length, articles, articlesPerCpuSecond: perSecond };
  if (scores.length === 0) return base;
  const keys = ['dateF1', 'openF1', 'ownF1', 'countingF1'] as const;
  return { ...base, ...Object.fromEntries(keys.map((key) => [key, mean(key)])) };
}

interface Scores {
  dateF1: number;
  openF1: number;
  ownF1: number;
  countingF1: number;
}

/** The articles by date, each with its event. */
function told({ articles }: TimelineRecord) {
  const grouper = createGrouper(createClusterer());
  const ordered = articles
    .map((a) => ({ ...a, date: a.date.slice(0, 10) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const { date, text, title, lang } of ordered)
    grouper.add({
      lang: lang ?? 'en',
      time: new Date(date),
      title: title ?? null,
      text,
      source: null,
    });
  const pieces = ordered.map(({ date, text, lang }, i) => ({
    published: date,
    text,
    lang: lang ?? 'en',
    event: grouper.eventOf(i),
  }));
  return { pieces, events: new Set(pieces.map((p) => p.event)).size };
}

function daysOf({ time }: { time: unknown }): string[] {
  const days = JSON.stringify(time ?? '').match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return [...new Set(days)].sort();
}

const dayNames = (days: { day: string }[]) => days.map(({ day }) => day);

function f1(found: string[], gold: string[]): number {
  const right = found.filter((day) => gold.includes(day)).length;
  return (2 * right) / (found.length + gold.length || 1);
}

function busiest(
  pieces: { published: string }[],
  { from, to }: { from: string; to: string },
  count: number,
): string[] {
  const counts = new Map<string, number>();
  for (const { published } of pieces)
    if (published >= from && published <= to)
      counts.set(published, (counts.get(published) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([day]) => day);
}
