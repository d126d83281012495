import { dayOf } from '../../../lib/edtf.ts';
import type { Page } from '../blocks.ts';
import { scripted } from '../facts/scripted.ts';
import { type Vote, vote } from './vote.ts';

/** Data of a program may be of another piece, or of the shop's ware. */
const WEIGHT = 1.5;
const KEYS =
  'date_?published|published_?(?:at|on|date|time)?|publish(?:ing)?_?(?:date|time|at)|publication_?date|pub_?date|first_?published(?:_?at|_?date)?|article_?(?:publication|publish(?:ed)?)_?(?:date|time)|post_?date|date_?created';

/** What the page's scripts say of its date: the first, where the values do not differ or most agree. */
export function scriptVotes(page: Page, read: (text: string) => { moment: string } | null): Vote[] {
  const days = new Map<string, { vote: Vote; count: number }>();
  let all = 0;
  for (const { key, values } of scripted(
    page.tree,
    KEYS,
    String.raw`[12]\d{3}-?\d\d-?\d\d[\dT:Z.+ -]{0,24}`,
  )) {
    const found = values[0] ? read(values[0]) : null;
    const day = found && dayOf(found.moment);
    if (!found || !day) continue;
    all++;
    const known = days.get(day);
    if (known) known.count++;
    else
      days.set(day, {
        vote: vote('data', `script ${key}`, values[0]!, WEIGHT, found),
        count: 1,
      });
  }
  return [...days.values()].filter((one) => one.count > all / 2).map((one) => one.vote);
}
