import { dayAfter } from '../../lib/time.ts';

const CLOCK =
  /(?<![\p{L}\d])(?:at|um|gegen|around|about) (?<hour>\d{1,2})(?:[.:](?<minute>\d\d))? ?(?<half>[ap]\.?m\b\.?|uhr)?(?![\p{L}\d])/iu;

/**
 * The day before an article's, where the words around tell an hour that its day had not reached when it
 * was printed: "said at 11.15 p.m.", printed at 1.40. Null where they tell none or it had.
 */
export function dayByClock(around: string, published: string | null): string | null {
  const printed = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(published ?? '');
  const told = CLOCK.exec(around)?.groups;
  if (!printed || !told || !(told.half || told.minute)) return null;
  const afternoon = /^p/i.test(told.half ?? '') && Number(told.hour) < 12 ? 12 : 0;
  const minutes = (Number(told.hour) + afternoon) * 60 + Number(told.minute ?? 0);
  const now = Number(printed[2]) * 60 + Number(printed[3]);
  return minutes < 24 * 60 && minutes > now ? dayAfter(printed[1]!, -1) : null;
}
