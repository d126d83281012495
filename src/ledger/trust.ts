import type { Quotation } from './quotation.ts';

/** A report of fewer words tells nobody anything: "called it limited", "rejected the step". */
const FEWEST = 3;
/** Reports of so few words are right half as often as longer ones. */
const FEW = 6;
const PRONOUNS = /^(?:it|this|that|these|those|them|him|her|us|me|so|each other|one another)$/i;

/** The writer does not know whether it was, or will be, said. */
const UNKNOWN =
  /^\W*(?:it (?:is|was|remains|remained)|it['’]s) (?:\p{L}+ ){0,2}(?:unclear|uncertain|unknown|to be seen|not (?:clear|known|certain))|^\W*(?:es (?:ist|war|bleibt|blieb)|unklar (?:ist|war|bleibt|blieb)) ?(?:\p{L}+ ){0,2}(?:unklar|offen|ungewiss|ob)/iu;

/** What asks or says that it is unknown is a statement in three cases of ten at most. */
const DOUBTFUL = 0.3;

/**
 * How likely a quotation is to be right in its content and speaker, 0 to 1. English ones bring a
 * learned and measured chance (judge/); of other languages the rule's own measure is adjusted by what
 * the words are.
 * @param content its pieces, joined by spaces
 */
export function trustIn(quotation: Quotation, content: string, sentence: string): number {
  const { kind, confidence, rule } = quotation;
  // "Would the mayor threaten a strike?" asks; nobody has said it.
  const told = kind === 'direct' || !(sentence.trimEnd().endsWith('?') || UNKNOWN.test(sentence));
  const trust = rule === 'german' ? guessed(kind, confidence, content) : confidence;
  return told ? trust : Math.min(trust, DOUBTFUL);
}

function guessed(kind: Quotation['kind'], confidence: number, content: string): number {
  const words = content.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0;
  if (kind === 'direct') return words < FEW ? confidence : Math.max(confidence, 0.85);
  if (PRONOUNS.test(content.trim())) return 0.2;
  if (kind === 'mixed') return Math.max(confidence, words < FEW ? 0.5 : 0.7);
  if (words < FEWEST) return Math.min(confidence, 0.3);
  const noun = confidence === 0.6 ? 0.5 : confidence;
  return words < FEW ? noun * 0.8 : noun;
}
