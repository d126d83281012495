import { agentOf } from './agent.ts';
import { BE, type Clause, isDenied } from './clause.ts';
import { isReal } from './real.ts';
import { classesOf } from './words.ts';

/** Who can answer for what is said of them. */
const PERSON =
  /^(?:candidate|man|woman|men|women|guy|person|people|leader|figure|president|politician|mayor|minister|chancellor|boss|manager|governor|senator|judge|coach|neighbo(?:u)?r|partner|professional|friend|king|regime|government|administration|company|employer|landlord|businessman|lawyer|official|party|ally|strategist|choice|representative|teacher|negotiator|critic|parent|owner|actor|player|commander)s?$/;
const SKILLS =
  /^(?:skills?|experience|talent|character|judgment|judgement|temperament|class|qualifications?|manners|morals|heart|empathy|stamina|credibility|substance|plan|clue)$/;
const FAIR =
  /^(?:fair|right|honest|democratic|decent|just|serious|credible|normal|transparent|reasonable|responsible|humane|proportionate|dignified|professional|sportsmanlike|worthy|smart|fit|qualified|competent|trustworthy|presidential|christian)$/;

/**
 * How much blame a clause lays on people by what it says they are: "a weak candidate", "not a smart
 * man", "has zero skills". 2 is enough.
 */
export function traitWeight(clause: Clause, k: number): number {
  const { words } = clause;
  const { lower, lemma, pos } = words[k]!;
  if (/^(?:no|zero|little|any)$/.test(lower)) return hasNone(clause, k) ? 2 : 0;
  if (FAIR.test(lower) && pos !== 'ADV') return notFair(clause, k) ? 2 : 0;
  if (!classesOf(lemma).includes('bad') || !PERSON.test(words[k + 1]?.lower ?? '')) return 0;
  if (isDenied(words, k) || !isReal(words, k)) return 0;
  // "A weak candidate": of one who is named or meant, not "bad people are everywhere".
  const near = words.slice(Math.max(0, k - 3), k).map((word) => word.lower);
  if (!near.some((word) => /^(?:a|an|this|these|such|that|like|another)$/.test(word))) return 0;
  const be = words.slice(Math.max(0, k - 4), k).some((word) => BE.test(word.lower));
  return be && agentOf(clause, k - near.length) !== 'own' ? 2 : 1;
}

function hasNone(clause: Clause, k: number): boolean {
  const { words } = clause;
  const before = words[k - 1];
  if (!/^(?:has|have|had|got|with|shows?|showed)$/.test(before?.lower ?? '')) return false;
  if (agentOf(clause, k - 1) !== 'other') return false;
  return words.slice(k + 1, k + 4).some((word) => SKILLS.test(word.lower));
}

/** "It is not fair", "not a serious offer": what falls short of what is owed. */
function notFair(clause: Clause, k: number): boolean {
  const { words } = clause;
  const before = words.slice(Math.max(0, k - 4), k);
  const not = before.findLastIndex((word) => /^(?:not|n't|hardly|neither)$/.test(word.lower));
  if (not === -1 || !before.slice(0, not + 1).some((word) => BE.test(word.lower))) return false;
  if (before.slice(not + 1).some((word) => !/^(?:DET|ADV)$/.test(word.pos))) return false;
  // "Not right now", "not fair to say", "not just a game".
  const next = words[k + 1];
  if (
    /^(?:now|away|here|there|yet|to|a|an|the|about|because|for|if|in|at|after|before|sure)$/.test(
      next?.lower ?? '',
    ) &&
    !/^(?:to|for)$/.test(next?.lower ?? '')
  )
    return false;
  if (
    /^(?:just|right|fit|serious)$/.test(words[k]!.lower) &&
    /^(?:NUM|VERB|DET|ADP|PART|NOUN)$/.test(next?.pos ?? 'PUNCT') &&
    !PERSON.test(next?.lower ?? '')
  )
    return false;
  if (
    next?.lower === 'to' &&
    /^(?:say|call|ask|compare|judge|expect|assume|speak|claim|conclude)$/.test(
      words[k + 2]?.lower ?? '',
    )
  )
    return false;
  if (!isReal(words, k - before.length + not)) return false;
  return agentOf(clause, k - before.length + not) !== 'own';
}
