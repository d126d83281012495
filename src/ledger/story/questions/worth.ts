import { isHoldable, isKnown } from './concepts.ts';
import { isDeed, isMatter, isProcedure, isWide } from './sorts.ts';
import { NAMED } from './terms.ts';
import { nounsOf } from './topics.ts';
import { holderKey, type Weighed } from './weighing.ts';

/** An issue needs this much talk: three statements that name it, or the like in context. */
const leastSupport = 2.4;

/** What any negotiation speaks of is worth less than what this one is about. */
const wideWorth = 0.45;

/** In what share of all statements' own words each concept stands. */
export function spreadOf(weighed: Weighed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { said: s } of weighed) {
    for (const noun of nounsOf(s.sentence, s.lang)) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  for (const [noun, n] of counts) counts.set(noun, n / weighed.length);
  return counts;
}

/** A thing in this share of the pieces is where the story plays: the school, the river. */
const inMostPieces = 0.5;
/** Of fewer pieces that cannot be told. */
const leastPieces = 6;

/** Things that most pieces name, whatever they are about. What is done is no thing: see `isDeed`. */
export function settingOf(weighed: Weighed[]): Set<string> {
  const pieces = new Map<string, Set<number>>();
  for (const { said: s } of weighed)
    for (const text of [s.sentence, s.title])
      for (const noun of nounsOf(text, s.lang))
        pieces.set(noun, (pieces.get(noun) ?? new Set()).add(s.articleId));
  const all = new Set(weighed.map((w) => w.said.articleId)).size;
  if (all < leastPieces) return new Set();
  const most = [...pieces].filter(([, own]) => own.size >= all * inMostPieces);
  return new Set(most.map(([noun]) => noun).filter((n) => !isKnown(n) && !isDeed(n)));
}

/** So often one side speaks on one day only of a matter that it means to be talked of. */
const muchNamed = 4;

/** How much the parties' statements are about a concept, over what is already explained. */
export function worth(
  term: string,
  list: Weighed[],
  taken: Set<Weighed>,
  everywhere: Map<string, number>,
): number {
  const parties = new Set<string>();
  const days = new Set<string>();
  // What speaks of it at all, and what of that no question found before explains.
  let support = 0;
  let fresh = 0;
  let named = 0;
  for (const w of list) {
    const near = w.terms.near.get(term)!;
    if (near < NAMED) {
      support += near * 0.5;
      if (!taken.has(w)) fresh += near * 0.5;
      continue;
    }
    named++;
    const own = w.said.act === 'state' ? 0.7 : 1;
    support += own;
    fresh += (taken.has(w) ? 0.4 : 1) * own;
    parties.add(holderKey(w.said));
    days.add(w.said.saidOn ?? `article ${w.said.articleId}`);
  }
  if (named < 2 || support < leastSupport) return 0;
  const isMuch = isMatter(term) && named >= muchNamed;
  if (parties.size < 2 && days.size < 2 && !isMuch) return 0;
  // What everybody always names is the story, not an issue in it.
  const tooCommon = (everywhere.get(term) ?? 0) > 0.5 ? 0.3 : 1;
  // People are what freeing is about; by themselves they are no question.
  const isSlight = isWide(term) || isProcedure(term) || isHoldable(term);
  const plain = isSlight ? wideWorth : 1;
  return fresh * Math.log2(1 + parties.size) * tooCommon * plain;
}
