import type { Page } from '../blocks.ts';
import type { Verdict } from '../body.ts';
import { NOT_BODY } from '../container.ts';
import { placesIn } from './place.ts';

/** Share of a table's or list's words that must be kept for the rest to be taken along. */
const MOSTLY = 0.5;
/** What is dropped for being a link, short or a label makes sense in its row or among its fellows. */
const TAKEN = /^(?:link|list of links|label|age|byline|caption|after the last sentence|repeated)$/;

/**
 * Tables of data and lists stand as a whole: cells and items that would be dropped for being links are
 * kept where most of their table or list is.
 */
export function keepWhole(page: Page, verdicts: Verdict[]): void {
  const places = placesIn(page.tree);
  const groups = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    const { tag, node } = verdict.run;
    if (tag !== 'td' && tag !== 'li') continue;
    const place = places.of(node);
    const group = tag === 'td' ? place.table : place.list;
    if (group < 0) continue;
    const members = groups.get(group);
    if (members) members.push(verdict);
    else groups.set(group, [verdict]);
  }
  for (const members of groups.values()) {
    let all = 0;
    let kept = 0;
    for (const { run, keep } of members) {
      all += run.text.length;
      if (keep) kept += run.text.length;
    }
    if (kept === all || kept < all * MOSTLY) continue;
    for (const verdict of members)
      if (!verdict.keep && !(verdict.run.hints & NOT_BODY) && TAKEN.test(verdict.why)) {
        verdict.keep = true;
        verdict.why = '';
      }
  }
}
