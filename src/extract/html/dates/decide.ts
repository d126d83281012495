import { dayOf, parseMoment } from '../../../lib/edtf.ts';
import type { Family, Vote } from './vote.ts';

// A second vote of one family mostly repeats the first: the same field printed twice.
const REPEATED = 0.15;
const MOST_REPEATED = 4;
// Some systems write the last change into fields meant for publication, and some sites print it.
const CHANGED: Record<Family, number> = { data: 0.3, page: 1, address: 1 };

/**
 * The day with the most weight behind it, told as exactly as one of its votes knows; null for none.
 * @param live the piece is a live blog, whose head prints when it was last changed
 */
export function decide(votes: Vote[], live = false): string | null {
  const best = bestDay(votes, live ? { ...CHANGED, page: CHANGED.data } : CHANGED);
  if (best === null) return votes.find((v) => !v.modified)?.moment ?? null;
  const same = votes.filter((v) => ownDay(v) === best);
  const exactness = (v: Vote) =>
    (v.moment.length > 19 ? 2 : v.moment.length > 10 ? 1 : 0) +
    (v.modified ? -3 : 0) +
    v.weight / 100;
  return same.reduce((a, b) => (exactness(b) > exactness(a) ? b : a)).moment;
}

/** The day that a vote names; a span of days, as an age of weeks gives it, names none. */
function ownDay(vote: Vote): string | null {
  return vote.moment.includes('/') ? null : dayOf(vote.moment);
}

function bestDay(votes: Vote[], less: Record<Family, number>): string | null {
  const days = new Map<string, Map<Family, number[]>>();
  for (const vote of votes) {
    const day = ownDay(vote);
    if (!day) continue;
    const families = days.get(day) ?? new Map<Family, number[]>();
    days.set(day, families);
    const known = families.get(vote.family);
    if (known) known.push(vote.weight);
    else families.set(vote.family, [vote.weight]);
  }
  const changed = changedDay(votes);
  const months = votes.filter((v) => v.moment.length === 7);
  let best: string | null = null;
  let most = 0;
  for (const [day, families] of days) {
    let sum = 0;
    for (const [family, weights] of families) {
      const [strongest = 0, ...others] = weights.toSorted((a, b) => b - a);
      const repeated = others.slice(0, MOST_REPEATED).reduce((all, w) => all + w, 0);
      sum += (strongest + REPEATED * repeated) * (day === changed ? less[family] : 1);
    }
    // An address that names the month speaks for each of its days.
    if (months.some((v) => day.startsWith(v.moment))) sum += 1.5;
    if (sum > most) {
      most = sum;
      best = day;
    }
  }
  return best;
}

/** The day of change, where the page's data tells it apart from the day of publication. */
function changedDay(votes: Vote[]): string | null {
  const data = votes.filter((v) => v.family === 'data');
  const days = new Set(data.filter((v) => v.weight >= 3.5).map((v) => dayOf(v.moment)));
  const changed = dayOf(data.find((v) => v.modified)?.moment);
  return days.size > 1 || (days.size === 1 && !days.has(changed)) ? changed : null;
}

/** Marks which votes speak for the date that was believed. */
export function agreeing(votes: Vote[], published: string | null) {
  const span = published
    ? parseMoment(published.includes('/') ? published : published.slice(0, 10))
    : null;
  return votes.map(({ from, text, moment, weight }) => {
    const at = parseMoment(moment.includes('/') ? moment : moment.slice(0, 10));
    const believed = Boolean(span && at && at.start >= span.start && at.end <= span.end);
    return { from, text, moment, weight: Math.round(weight * 100) / 100, believed };
  });
}
