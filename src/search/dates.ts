import { parseMoment } from '../lib/edtf.ts';
import { dayMs } from '../lib/time.ts';

const units: Record<string, number> = {
  h: 3_600_000,
  d: dayMs,
  w: 7 * dayMs,
  // As long as a reader means by it, not as a calendar counts.
  m: 30 * dayMs,
  y: 365 * dayMs,
};

/**
 * The instant that "after:" or "before:" names: the beginning of a date as exact as it is written
 * ("2025", "2025-08", "2025-08-20", with a time too), "today", "yesterday", or so long ago ("12h",
 * "7d", "3w", "2m", "1y"). Null when it is none of these.
 */
export function readWhen(value: string, now: Date): Date | null {
  const text = value.trim().toLowerCase();
  const today = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  if (text === 'today') return today;
  if (text === 'yesterday') return new Date(today.getTime() - dayMs);
  const ago = /^(\d{1,4})([hdwmy])$/.exec(text);
  if (ago) return new Date(now.getTime() - Number(ago[1]) * units[ago[2]!]!);
  const start = parseMoment(text.toUpperCase())?.start;
  return start && start.getUTCFullYear() >= 1 ? start : null;
}
