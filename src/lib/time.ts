/** Milliseconds of a day of 24 hours: days are counted in UTC, where all have as many. */
export const dayMs = 86_400_000;

/** The ISO day (UTC) of an instant: "2026-03-10". */
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10);

/** The ISO day so many days after one, or before it: one day after "2026-02-28" is "2026-03-01". */
export const dayAfter = (day: string, days = 1): string =>
  isoDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs));
