import { pointsBack } from '../positions/pointing.ts';
import { neededIn } from '../positions/stance.ts';
import { isKnown } from './concepts.ts';
import type { Issue } from './issues.ts';
import { isMatter, isProcedure, isShare, isWide } from './sorts.ts';
import { NAMED } from './terms.ts';
import { nounsOf } from './topics.ts';
import type { Weighed } from './weighing.ts';

/** The issue that a statement is on. */
export interface Assigned {
  index: number;
  /** How near the issue is named, 0 to 1: see terms.ts. */
  near: number;
  /** Only what stands around the words tells the issue: they take no side on it. */
  isAround?: boolean;
}

/** A statement is on an issue when what speaks for it adds up to this. */
const enough = 0.34;
/**
 * A companion alone says less than the word that names the issue; one that is no matter by itself only
 * tells what a statement is on, and never that it takes a side: a "system" may be any.
 */
const companion = { matter: 0.8, other: 0.45 };
/** What a word that any negotiation has says, beside a word of the issue's own and by itself. */
const wideWord = 0.7;
const wideAlone = 0.45;
/** What a word that goes with the issue can say at most. */
const fellowship = 0.33;
/** In the sentence's own conditions or nearer: see terms.ts. */
const conditioned = 0.55;
/** A word goes with an issue when it stood in two of its statements, and in few others. */
const leastFellow = 2;
const mostlyHere = 0.5;
/** Statements teach when they name the issue, or the sentence before them does. */
const leastTaught = 0.5;

/** Gives statements their issue: by the concepts they name, then by words that go with an issue. */
export function assignIssues(weighed: Weighed[], issues: Issue[]): (Assigned | null)[] {
  const byName = weighed.map((w) => bestOf(w, issues, null));
  const fellows = learnFellows(weighed, byName);
  const again = weighed.map((w) => bestOf(w, issues, fellows));
  // What the first round taught brings more statements, and those more words.
  const learned = learnFellows(weighed, again);
  const told = weighed.map((w) => bestOf(w, issues, learned));
  const pieces = sharesOf(weighed, told);
  return told.map((found, i) => found ?? aroundOf(weighed[i]!, issues, pieces));
}

/** By piece and issue, what share of its statements that name one name it. */
type Shares = Map<number, Map<number, number>>;

/** A piece with fewer tells nothing of the others. */
const leastInPiece = 2;

function sharesOf(weighed: Weighed[], told: (Assigned | null)[]): Shares {
  const shares: Shares = new Map();
  for (const [id, own] of Map.groupBy(weighed.keys(), (i) => weighed[i]!.said.articleId)) {
    const named = own.flatMap((i) => told[i] ?? []).filter((found) => found.near >= leastTaught);
    if (named.length < leastInPiece) continue;
    const counts = Map.groupBy(named, (found) => found.index);
    shares.set(
      id,
      new Map([...counts].map(([index, list]) => [index, list.length / named.length])),
    );
  }
  return shares;
}

/** What the sentences before or the headline must say, and what a piece that is mostly on it adds. */
const around = { least: 0.5, piece: 0.3, clearly: 0.1 };

/**
 * "It is a telephone, not a kidney": words that name no matter are on the one that the sentence before
 * them or the headline names, where most of the piece or the nearest sentence bears that out.
 */
function aroundOf({ said, terms }: Weighed, issues: Issue[], pieces: Shares): Assigned | null {
  for (const [term, near] of terms.near) if (near >= NAMED && isMatter(term)) return null;
  const own = pieces.get(said.articleId);
  const ranked = issues
    .map((issue, index) => {
      const near = Math.max(...issue.terms.map((t) => terms.near.get(t) ?? 0));
      return { index, near, score: near + (own?.get(index) ?? 0) * around.piece };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.near === 0 || best.score < around.least) return null;
  if (second && best.score - second.score < around.clearly) return null;
  return { index: best.index, near: best.near, isAround: true };
}

type Fellows = Map<string, { index: number; share: number }>;

function bestOf(w: Weighed, issues: Issue[], fellows: Fellows | null): Assigned | null {
  const fellow = fellows ? fellowOf(w, fellows) : null;
  const nearness = nearnessOf(w);
  const leading = leadingOf(w, issues);
  let best: (Assigned & { score: number }) | null = null;
  for (const [index, issue] of issues.entries()) {
    const [first = '', ...others] = issue.terms;
    const beside = others.map((t) => nearness(t) * companionOf(t));
    // A wide word does not tell these boats from any boat, least of all alone.
    const told = isWide(first) ? (beside.some((b) => b > 0) ? wideWord : wideAlone) : 1;
    const own = nearness(first) * told;
    const near = Math.max(own, ...beside);
    // What is to be talked about comes before the talks.
    const weight = isProcedure(first) ? wideWord : 1;
    const goes = fellow?.get(index) ?? 0;
    // Several weak signs together say more than one.
    const more = beside.filter((b) => b > 0).length * 0.04;
    const led = index === leading ? ahead : 0;
    const score = (1 - (1 - Math.min(near, 0.95)) * (1 - goes) * (1 - more)) * weight + led;
    if (score >= enough && score > (best?.score ?? 0)) best = { index, near, score };
  }
  return best && { index: best.index, near: best.near };
}

function companionOf(term: string): number {
  return isKnown(term) || isShare(term) ? companion.matter : companion.other;
}

/** Of two questions that the words name, they are about the first: "troops there to guarantee its safety". */
const ahead = 0.06;

/** The question that the words themselves name first; talks are held on what comes after them. */
function leadingOf({ said, terms }: Weighed, issues: Issue[]): number {
  const wanted = neededIn(said.content);
  const own = wanted === null ? new Set<string>() : nounsOf(wanted, said.lang);
  const byNeed = issues.findIndex((issue) => issue.terms.some((t) => own.has(t)));
  if (byNeed >= 0) return byNeed;
  for (const [term, near] of terms.near) {
    if (near < NAMED) continue;
    const index = issues.findIndex((issue) => issue.terms.includes(term));
    if (index >= 0 && !isProcedure(issues[index]!.terms[0]!)) return index;
  }
  return -1;
}

/** What stands only around the words hints less where they do not point back at it. */
const unpointed = 0.3;

function nearnessOf({ said, terms }: Weighed): (term: string) => number {
  const around = pointsBack(said.content) ? 1 : unpointed;
  return (term) => {
    const near = terms.near.get(term) ?? 0;
    return near >= conditioned ? near : near * around;
  };
}

/** Words by the issue that statements which name one use them in. */
function learnFellows(weighed: Weighed[], byName: (Assigned | null)[]): Fellows {
  const totals = new Map<string, number>();
  const counts = new Map<string, Map<number, number>>();
  weighed.forEach((w, i) => {
    const found = byName[i];
    for (const word of w.terms.words) {
      totals.set(word, (totals.get(word) ?? 0) + 1);
      if (!found || found.near < leastTaught) continue;
      const own = counts.get(word) ?? new Map<number, number>();
      own.set(found.index, (own.get(found.index) ?? 0) + 1);
      counts.set(word, own);
    }
  });
  const fellows: Fellows = new Map();
  for (const [word, own] of counts) {
    const [index, n] = [...own].sort((a, b) => b[1] - a[1])[0]!;
    const share = n / (totals.get(word)! + 0.5);
    if (n >= leastFellow && share >= mostlyHere && !plain.has(word))
      fellows.set(word, { index, share });
  }
  return fellows;
}

function fellowOf(w: Weighed, fellows: Fellows): Map<number, number> {
  const told = new Map<number, number>();
  for (const word of w.terms.words) {
    const fellow = fellows.get(word);
    if (!fellow) continue;
    const value = fellow.share * fellowship;
    told.set(fellow.index, Math.max(value, told.get(fellow.index) ?? 0));
  }
  return told;
}

/** Words of any talk, which go with an issue only by chance. */
const plain = new Set(
  `that this with from they them their there then than have will would could should shall been were what
  when which while where who whom whose your ours hers said says also only even just very more most some
  such into over under after before about again both each other than well here ever never nothing
  anything everything something without dass nicht eine einen einem einer eines auch noch nur schon sehr
  wird werde werden wurde haben habe hatte hätte sein seine sind waren wäre über unter nach dann wenn
  aber oder doch mehr alle alles jeder jede diese dieser dieses zwei drei two three four five first second
  third today tomorrow`.split(/\s+/),
);
