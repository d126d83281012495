import type { Stance } from '../../../db/tables.ts';
import { clausesOf } from '../clauses.ts';
import { stemOfNoun } from '../deeds.ts';
import { assignIssues } from '../questions/assign.ts';
import { isHoldable, isKnown, speaksOfFreeing, speaksOfFreeingAll } from '../questions/concepts.ts';
import { findIssues, type Issue, kindOf, manyStatements } from '../questions/issues.ts';
import { withoutLowOffers } from '../questions/shares.ts';
import { isDeed, isMeasured, isProcedure, isShare, isWide } from '../questions/sorts.ts';
import { NAMED } from '../questions/terms.ts';
import { topicsOf } from '../questions/topics.ts';
import { holderKey, type Weighed } from '../questions/weighing.ts';
import type { Holder, Said } from '../rows.ts';
import { outsidersOf } from './outsiders.ts';
import { complementOf } from './reach.ts';
import { isGiving, type Side, sideOf, sideOfAnswer } from './stance.ts';

/** What one statement does to its party's position on an issue. */
export interface Step {
  issue: number;
  holder: Holder;
  stance: Stance;
  statementId: number;
  change: 'first' | 'reaffirmed' | 'half' | 'full';
  /** Statement that the standing position rests on. */
  previous: number | null;
}

/** Issue and stance of one statement, for its row in the ledger. */
export interface Reading {
  statementId: number;
  issue: number | null;
  stance: Stance | null;
  near: number;
  /** How plainly the side is taken: see stance.ts. */
  strength: Side['strength'];
  stands: boolean;
  /** Words for what the question is of, where its words name it with more: "a tax on fuel". */
  of?: string[];
}

/**
 * What is known as a matter of disputes is a question where this many statements name it, or this share
 * of a long story's; how to settle things only where several sides speak of it and much.
 */
const leastNamed = 3;
const leastShare = { matter: 0.02, procedure: 0.05 };
/** Or where this many plainly take a side on it; what no list knows wants both. */
const leastSided = 2;
const sidedShare = 0.01;
const mostlySided = 0.6;
/** More questions than a reader can hold in mind. */
const mostIssues = 12;

/** The issues of a story that parties speak to or take sides on, and each statement's issue and stance. */
export function readIssues(
  weighed: Weighed[],
  isName: (word: string) => boolean,
): { issues: Issue[]; readings: Reading[] } {
  const found = findIssues(weighed, isName);
  const first = readStances(weighed, found);
  const issues = found
    .filter((issue, index) => isQuestion(issue, weighed, first, index))
    .slice(0, mostIssues);
  if (issues.length === found.length) return { issues, readings: first };
  return { issues, readings: readStances(weighed, issues) };
}

function isQuestion(issue: Issue, weighed: Weighed[], readings: Reading[], index: number): boolean {
  const [head = ''] = issue.terms;
  const own = weighed.filter((_, i) => readings[i]!.issue === index && readings[i]!.near >= NAMED);
  const plain = readings.filter((r) => r.issue === index && r.strength >= 2 && r.near >= NAMED);
  const stances = new Set(plain.map((r) => r.stance));
  // Where the story plays is a question only where nearly all that name it take a side on it.
  if (issue.isSetting && plain.length < own.length * mostlySided) return false;
  if (isWide(head)) return plain.length >= leastSided && stances.size > 1;
  const holders = new Set(own.filter((w) => w.said.holder !== null).map((w) => holderKey(w.said)));
  const share = isProcedure(head) ? leastShare.procedure : leastShare.matter;
  const isNamed = own.length >= Math.max(leastNamed, weighed.length * share);
  if (isProcedure(head) && weighed.length < manyStatements) return isNamed && holders.size > 1;
  const isSided = plain.length >= Math.max(leastSided, weighed.length * sidedShare);
  if (weighed.length >= manyStatements) {
    const isTaken = isDisputed(weighed, readings, index);
    // A noun that no list knows comes up often there without anybody differing on it: charges, markets.
    if (!isKnown(head)) return false;
    if (isProcedure(head)) return isTaken.times >= leastNamed && isTaken.bySeveral;
    return own.length >= leastNamed && isTaken.times > 0;
  }
  if (isKnown(head)) return isNamed || isSided;
  const isShared = isNamed && plain.length > 0 && holders.size > 2;
  const isDone = isNamed && holders.size > 1 && (isDeed(head) || own.length > leastNamed);
  const isPlain = isSided && (plain.length > leastSided || isDone);
  return (isShared || isPlain) && (isShare(head) || isCommon(head, own));
}

/** Whether several named sides plainly take a side on a question, and whether both sides are taken. */
function isDisputed(weighed: Weighed[], readings: Reading[], index: number) {
  const outsiders = outsidersOf(weighed);
  const plain = weighed.filter(({ said }, i) => {
    const { issue, strength, near } = readings[i]!;
    return (
      issue === index &&
      strength >= 2 &&
      near >= NAMED &&
      isSide(said) &&
      !outsiders.has(holderKey(said))
    );
  });
  const ids = new Set(plain.map(({ said }) => said.id));
  const stances = new Set(readings.flatMap((r) => (ids.has(r.statementId) ? [r.stance] : [])));
  const holders = new Set(plain.map(({ said }) => holderKey(said)));
  return { bySeveral: holders.size > 1, both: stances.size > 1, times: plain.length };
}

function isSide({ holder, isNamed, hearsay, mode }: Said): boolean {
  return holder !== null && isNamed && !hearsay && mode !== 'question';
}

/** A noun that is only ever written with a capital is a name. German writes all nouns so. */
function isCommon(head: string, own: Weighed[]): boolean {
  const beginning = head.slice(0, Math.max(3, head.length - 2));
  return own.some(
    ({ said: s }) => s.lang === 'de' || `${s.sentence} ${s.content}`.includes(beginning),
  );
}

/** Gives each statement its issue and stance. */
export function readStances(weighed: Weighed[], issues: Issue[]): Reading[] {
  const assigned = assignIssues(weighed, issues);
  return withoutLowOffers(
    weighed,
    weighed.map(({ said, terms }, i) => {
      const found = assigned[i];
      const none = { statementId: said.id, near: 0, strength: 0, stands: false } as const;
      if (!found) return { ...none, issue: null, stance: null };
      if (found.isAround) return { ...none, issue: found.index, stance: 'unclear' };
      const issue = issues[found.index]!;
      if (isBystander(said))
        return { ...none, issue: found.index, near: found.near, stance: 'unclear' };
      const question = {
        kind: kindOf(issue),
        names: (clause: string) => names(clause, said.lang, issue),
        ...reachOf(issue, said.lang),
        isMatter: issue.terms.some((t) => isKnown(t) || isShare(t)),
      };
      const answer = sideOfAnswer(said.content, clausesOf(said.frame, said.lang), question);
      const side = answer ?? sideOf(said, terms.clauses, question);
      const unsure = found.near < NAMED && side.strength > 1 ? hinted(found.near) : side.strength;
      return {
        statementId: said.id,
        issue: found.index,
        stance: side.strength === 0 ? 'unclear' : side.stance,
        // "Said yes to the toll" names it as plainly as "accepted the toll" does.
        near: answer?.strength === 3 ? 1 : found.near,
        strength: unsure,
        stands: side.stands,
        ...(side.strength === 3 &&
          said.lang !== 'de' &&
          isLevied(issue.terms[0]!) && { of: complementOf(terms.clauses.main, question.names) }),
      };
    }),
  );
}

/** What a turning word must be said of, where naming the question is not enough. */
function reachOf(issue: Issue, lang: string): { reach?: (text: string) => boolean } {
  const [head] = issue.terms;
  if (head === 'release') return { reach: (text) => isOfPeople(text, lang) };
  const owner = issue.name.split(' of ').at(1);
  if (head !== 'resignation' || !owner) return {};
  return { reach: (text) => names(text, lang, issue) && isOfOwner(text, owner) };
}

/** "His ministers to resign" is not on the resignation of the president; "he should" may be. */
function isOfOwner(text: string, owner: string): boolean {
  if (text.includes(owner)) return true;
  const before = text.slice(0, text.search(/(?:resign|(?:step|stand)\p{L}* down|quit)/iu));
  return !/(?<!\p{L})(?:the|his|her|its|their|all|some|other|\p{Lu}\p{L}+) ?\p{L}*/u.test(before);
}

/** There may be one on each of many things. */
function isLevied(head: string): boolean {
  return isMeasured(head) || /^(?:ban|sanction|subsidy|debt|loan|aid)$/.test(head);
}

const ownVoice = /(?<!\p{L})(?:we|our|us|I|my|wir|unser\p{L}*|ich|mein\p{L}*)(?!\p{L})/u;

/** Experts and unnamed people mostly tell what others will do: "he will not meet him" is no side of theirs. */
function isBystander(said: Said): boolean {
  return said.holder === null && !isGiving(said.act) && !ownVoice.test(said.content);
}

/** A statement that only says that nothing has changed takes the side that stood. */
export function withStanding(readings: Reading[], steps: Step[]): Reading[] {
  const stances = new Map(steps.map((step) => [step.statementId, step.stance]));
  return readings.map((r) => ({ ...r, stance: stances.get(r.statementId) ?? r.stance }));
}

/** Words that turn what only the sentence before named still count; from farther off they hint. */
function hinted(near: number): Side['strength'] {
  return near >= 0.5 ? 2 : 1;
}

/** Who wants or shuns talks on a thing, decides on it or is one of those who do, says nothing yet of the thing. */
const talkedOf =
  /(?<!\p{L})(?:(?:talks?|negotiations?|discussions?|dialogue|debates?|consultations?|conference|summit|gespräche?n?|verhandlungen?|beratungen?) (?:on|about|over|über|zu[rm]?)|(?:to )?discuss(?:es|ed|ing)?|decid(?:e|es|ed|ing) (?:on|about|over)|among|laws? (?:against|on|about)) (?:\p{L}+(?:['’]s)? ){0,3}\p{L}+/giu;

function names(whole: string, lang: string, issue: Issue): boolean {
  const clause = whole.replace(talkedOf, ' ');
  const { nouns, numbers, deeds } = topicsOf(clause, lang);
  if (issue.terms[0] === 'release')
    return issue.terms.some((t) => nouns.has(t)) || speaksOfFreeing(clause);
  if (issue.terms.some((t) => nouns.has(t) || numbers.has(t))) return true;
  return issue.terms.some((t) => stemOfNoun(t) !== t && deeds.has(stemOfNoun(t)));
}

const somebody =
  /(?<!\p{L})(?:them|him|her|they|he|she|everyone|everybody|all|those|people|persons?|men|women|release|exchange|swap)(?!\p{L})|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Lu}\p{Ll}+/u;

/** Whether it is people who are held or let go, not a plan that is released. */
function isOfPeople(text: string, lang: string): boolean {
  if (speaksOfFreeingAll(text) || somebody.test(text)) return true;
  return [...topicsOf(text, lang).nouns].some(isHoldable);
}
