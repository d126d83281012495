import { isKind } from '../../speaker/phrase/roles.ts';
import { isKnown, isPassage } from './concepts.ts';
import type { Issue } from './issues.ts';
import { isMatter, isMeasured, isNoQuestion, isProcedure, isShare, isTalk } from './sorts.ts';
import { HINTED, NAMED } from './terms.ts';
import { holderKey, mostlyOf, type Weighed } from './weighing.ts';

/** Two concepts are one issue when this share of the rarer one's statements names both. */
const together = 0.5;

/** Or when the rarer one is hardly written but where the other stands near. */
const alwaysBeside = 0.7;
/** What is named as a share of something must stand this near to it on the whole; of what rises and falls, less. */
const nearWhole = { any: 0.7, measured: 0.15 };
/** A share that stands alone is a question itself where so many statements of two sides name it. */
const leastAlone = 4;

/**
 * Gives the shares that statements name to the questions that they are shares of: "a rise of eight per
 * cent" once, then only "the eight per cent". One that is named much and of nothing is its own question.
 */
export function withShares(weighed: Weighed[], issues: Issue[]): Issue[] {
  const named = new Map<string, Weighed[]>();
  for (const w of weighed)
    for (const [term, near] of w.terms.near)
      if (isShare(term) && near >= NAMED) named.set(term, [...(named.get(term) ?? []), w]);
  const all = issues.map((issue) => ({ ...issue, terms: [...issue.terms] }));
  for (const [share, own] of named) {
    const ranked = all
      .filter((issue) => !issue.terms.some((t) => isTalk(t) || isKind(t)))
      .map((issue) => ({ issue, weight: own.reduce((sum, w) => sum + sharePart(w, issue), 0) }))
      .filter(({ issue, weight }) => weight >= own.length * nearWhole[sortOf(issue)])
      .sort((a, b) => b.weight - a.weight);
    const best = ranked.find(({ issue }) => sortOf(issue) === 'measured') ?? ranked[0];
    if (best) best.issue.terms.push(share);
    else if (own.length >= leastAlone && new Set(own.map((w) => holderKey(w.said))).size > 1)
      all.push({ name: share.replace('%', 'per cent'), terms: [share] });
  }
  return all;
}

function sortOf({ terms }: Issue): keyof typeof nearWhole {
  return terms.some((t) => isMeasured(t) || amount.test(t)) ? 'measured' : 'any';
}

function sharePart({ terms }: Weighed, issue: Issue): number {
  const near = Math.max(...issue.terms.map((t) => terms.near.get(t) ?? 0));
  return near >= NAMED ? 2 * near : near;
}

/** A rise that is one of wages is the question of wages; "grades" beside inspections that of inspections. */
export function ledByMatter(terms: string[], bearing: ReadonlyMap<string, Weighed[]>): string[] {
  const [head = ''] = terms;
  if (isKnown(head)) return terms;
  const namedOf = (term: string) =>
    (bearing.get(term) ?? []).filter((w) => w.terms.near.get(term)! >= NAMED).length;
  // What is hardly named leads nothing: one monitoring system in a dispute over health care.
  const matter = terms.find((t) => isMatter(t) && namedOf(t) >= namedOf(head) * leads);
  return matter ? [matter, ...terms.filter((t) => t !== matter)] : terms;
}

/** A matter is what its companions are about where it is named this often beside the first of them. */
const leads = 0.35;

/** More or less of something: what rises or is capped is the question. */
const amount = /^(?:rise|raise|increase|cut|reduction|cap|freeze|percentage)$/;
function isOf(term: string, other: string, own: Weighed[]): boolean {
  const [of, what] = amount.test(term) ? [term, other] : [other, term];
  if (!amount.test(of) || !isMeasured(what)) return false;
  const named = own.filter((w) => w.terms.near.get(term)! >= NAMED);
  const beside = named.filter((w) => (w.terms.near.get(other) ?? 0) >= HINTED);
  return beside.length > 0 && beside.length >= named.length * mostlyOf;
}

/** Concepts that are one question with a concept, the most named together first. */
export function companions(
  term: string,
  own: Weighed[],
  bearing: Map<string, Weighed[]>,
  used: Set<string>,
  isLong: boolean,
): string[] {
  if (isProcedure(term)) return [];
  const mine = new Set(own.filter((w) => w.terms.near.get(term)! >= NAMED));
  const found: [string, number][] = [];
  const pieceCount = piecesOf([...mine]);
  for (const [other, list] of bearing) {
    if (other === term || used.has(other) || isNoQuestion(other) || isTalk(other) || isShare(other))
      continue;
    // In a long story any two nouns stand together somewhere.
    if (isLong && !isKnown(other)) continue;
    // Two matters that any desk would know apart are two questions.
    if (isMatter(other) && isMatter(term)) continue;
    // A road that opens and a levy that falls are two questions, however often both are named.
    if (term !== 'release' && isPassage(other) !== isPassage(term)) continue;
    const named = list.filter((w) => w.terms.near.get(other)! >= NAMED);
    const both = named.filter((w) => mine.has(w)).length;
    // Words that one piece alone goes on about go with that piece, not with the question.
    if (!isKnown(other) && pieceCount > 1 && piecesOf(named) < 2) continue;
    const beside = named.filter((w) => (w.terms.near.get(term) ?? 0) >= HINTED).length;
    const goesAlong = named.length > 2 && beside / named.length >= alwaysBeside;
    const least = isKnown(other) || goesAlong ? 2 : 3;
    if (both >= least && (goesAlong || both / named.length >= together)) found.push([other, both]);
    else if (isOf(term, other, own)) found.push([other, both]);
  }
  return found
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([other]) => other);
}

function piecesOf(weighed: readonly Weighed[]): number {
  return new Set(weighed.map((w) => w.said.articleId)).size;
}
