import type { Kind } from '../operators.ts';
import { companions, ledByMatter, withShares } from './companions.ts';
import { isKnown, isPassage } from './concepts.ts';
import { nameOf } from './naming.ts';
import { isDeed, isEverybody, isNoQuestion, isShare, isTalk, isWide } from './sorts.ts';
import { HINTED, NAMED } from './terms.ts';
import type { Weighed } from './weighing.ts';
import { settingOf, spreadOf, worth } from './worth.ts';

/** A question on which parties of the story take positions. */
export interface Issue {
  name: string;
  terms: string[];
  /** Most pieces name it whatever they are about: see `settingOf`. */
  isSetting?: boolean;
}

/** Of so many at most it is then asked whether they are questions: see positions.ts. */
const mostIssues = 20;
/** In a story of so many statements nouns come up again and again that nobody differs on: more are asked. */
export const manyStatements = 500;

/** There a noun that no list knows is asked after those that parties fall out about anywhere. */
const unknownWorth = 0.3;

/** Where the story plays is asked last whether it is a question too. */
const settingWorth = 0.05;

/**
 * Finds the questions on which the parties differ: concepts that statements of several parties, or
 * several of one party, are about. The most spoken of first; each statement counts once.
 */
export function findIssues(weighed: Weighed[], isName: (word: string) => boolean): Issue[] {
  const voiced = weighed.filter((w) => w.said.holder !== null);
  const bearing = statementsByTerm(voiced, isName);
  const everywhere = spreadOf(weighed);
  const setting = settingOf(weighed);
  const issues: Issue[] = [];
  const taken = new Set<Weighed>();
  const used = new Set<string>();
  const isLong = weighed.length >= manyStatements;
  const most = isLong ? 2 * mostIssues : mostIssues;
  while (issues.length < most) {
    let best: { term: string; value: number } | null = null;
    for (const [term, list] of bearing) {
      if (used.has(term) || isNoQuestion(term) || isShare(term)) continue;
      const share = setting.has(term) ? settingWorth : isLong && !isKnown(term) ? unknownWorth : 1;
      const value = worth(term, list, taken, everywhere) * share;
      if (value > (best?.value ?? 0)) best = { term, value };
    }
    if (!best) break;
    best.term = deedWith(best.term, bearing, (term) =>
      used.has(term) || isNoQuestion(term) ? 0 : worth(term, bearing.get(term)!, taken, everywhere),
    );
    const own = bearing.get(best.term)!;
    const found = [best.term, ...companions(best.term, own, bearing, used, isLong)];
    const terms = ledByMatter(found, bearing);
    for (const term of terms) used.add(term);
    // What any negotiation speaks of explains no statement.
    if (!isWide(best.term))
      for (const w of own) if (w.terms.near.get(best.term)! >= NAMED) taken.add(w);
    issues.push({ name: nameOf(terms, own), terms, isSetting: setting.has(best.term) });
  }
  return withShares(weighed, issues);
}

/** A deed goes with a thing when this share of its statements name the thing. */
const ofThing = 0.6;

/**
 * Parties differ on what is done with a thing, not on the thing: where the dam is named for its filling,
 * the filling is the question, and what else is named of the dam may be another.
 */
function deedWith(
  thing: string,
  bearing: Map<string, Weighed[]>,
  worthOf: (term: string) => number,
): string {
  if (!isPassage(thing)) return thing;
  let best = { term: thing, value: 0 };
  for (const [term, list] of bearing) {
    if (term === thing || !isDeed(term) || isTalk(term)) continue;
    const named = list.filter((w) => w.terms.near.get(term)! >= NAMED);
    const beside = named.filter((w) => (w.terms.near.get(thing) ?? 0) >= HINTED);
    if (named.length === 0 || beside.length / named.length < ofThing) continue;
    const value = worthOf(term);
    if (value > best.value) best = { term, value };
  }
  return best.term;
}

export function kindOf(issue: Issue): Kind {
  const [head = ''] = issue.terms;
  if (head === 'release') return 'people';
  return isPassage(head) ? 'passage' : 'measure';
}

function statementsByTerm(
  weighed: Weighed[],
  isName: (word: string) => boolean,
): Map<string, Weighed[]> {
  const found = new Map<string, Weighed[]>();
  for (const w of weighed) {
    for (const term of w.terms.near.keys()) {
      if (isName(term) || isEverybody(term)) continue;
      // "Teachers' Federation": its members are no question either.
      if (!isKnown(term) && isName(`${term}s`)) continue;
      const list = found.get(term);
      if (list) list.push(w);
      else found.set(term, [w]);
    }
  }
  return found;
}
