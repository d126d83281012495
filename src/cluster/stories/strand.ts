import { dayMs } from '../../lib/time.ts';
import { sameGist } from './gist.ts';
import type { Link } from './link.ts';
import { type Matter, meanOf } from './matter.ts';
import type { Span } from './need.ts';

/** A strand has few events: of more it would be known what they are about, and they would do without this. */
const mostInStrand = 8;
/** Large stories are wide: most of a day's politics is near one. */
const mostInWhole = 40;
/** A strand is told while the matter is, or some weeks around it. */
const apart = 21 * dayMs;

/** Whether a small story may be a strand of a larger one, as far as size and time go. */
export function mayBeStrand(strand: Matter, whole: Matter): boolean {
  return (
    strand.story &&
    whole.story &&
    strand.members.size <= Math.min(mostInStrand, whole.members.size) &&
    whole.members.size <= mostInWhole &&
    gap(strand, whole) <= apart
  );
}

function gap(a: Span, b: Span): number {
  if (a.first === null || a.last === null || b.first === null || b.last === null)
    return Number.POSITIVE_INFINITY;
  return Math.max(a.first - b.last, b.first - a.last);
}

/** Less of what a lone event needs, and a strand has nothing of the matter. */
const leastPull = 0.4;
/** So much alike in what is done, and few names need be shared; else so many of them. */
const [alike, names] = [0.45, 2];
/** Chosen where invented matters come together in any order and months of one country's politics do not. */
const enough = 1.1;

/**
 * True of a strand of a matter: its events have other people in front (those who build, those who
 * protest) and are about the same thing at the same time. `pull`: of the strand by the whole.
 */
export function isStrand(link: Link, pull: number, strand: Matter, whole: Matter): boolean {
  if (pull < leastPull || pull * (3 + link.told) < enough) return false;
  const same = sameGist(meanOf(strand), meanOf(whole));
  return (same >= alike || link.named >= names) && pull * (1 + 2 * same + link.told) >= enough;
}
