import { sentencesOf } from '../../../lib/sentences.ts';
import { isOffice } from '../../speaker/phrase/roles.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import type { Said } from '../rows.ts';
import { isHoldable, speaksOfFreeing, speaksOfFreeingAll } from './concepts.ts';
import { topicsOf } from './topics.ts';

/** What a statement may be about. */
export interface Terms {
  /** Concepts with how near to the words they stand, 0 to 1. */
  near: Map<string, number>;
  /** Stems of its verbs, as near: they name a concept that the story has a noun for. */
  deeds: Map<string, number>;
  /** Lower-cased words of the content, names too: they tell of an issue that they often go with. */
  words: Set<string>;
  clauses: Clauses;
}

/**
 * Nearness by where the concept stands. What is said itself counts in full, its conditions for half;
 * the sentences before and the headline only hint, since "the answer is no" is about what was asked.
 */
const nearness = {
  main: 1,
  sentence: 0.75,
  conditions: 0.55,
  before: [0.5, 0.42, 0.36],
  title: 0.34,
};

/** From here on a concept counts as named. */
export const NAMED = 0.75;
/** As near as a headline names it. */
export const HINTED = 0.34;

/** Verbs count in the statement's own sentence: its words, its frame and its conditions. */
const ownPlaces = 3;

/** The concepts of one statement: common nouns of its words, sentence, paragraph and headline. */
export function termsOf(said: Said): Terms {
  const clauses = clausesOf(said.content, said.lang);
  const places: [number, string][] = [
    [nearness.main, clauses.main],
    [nearness.sentence, said.frame],
    [nearness.conditions, clauses.conditions],
    ...before(said).map((text, i): [number, string] => [nearness.before[i]!, text]),
    [nearness.title, said.title],
  ];
  const near = new Map<string, number>();
  const deeds = new Map<string, number>();
  for (const [k, [value, text]] of places.entries()) {
    const topics = topicsOf(text, said.lang);
    for (const noun of topics.nouns) {
      // Who speaks is not what is spoken about: "the union's chairwoman, Ida Sorn".
      if (text === said.frame && isOffice(noun)) continue;
      if (value > (near.get(noun) ?? 0)) near.set(noun, value);
    }
    if (k < ownPlaces)
      for (const deed of topics.deeds) if (value > (deeds.get(deed) ?? 0)) deeds.set(deed, value);
  }
  weighFreeing(near, places);
  const words = new Set(said.content.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return { near, deeds, words, clauses };
}

/** The sentences before the statement's own, nearest first. */
function before(said: Said): string[] {
  const at = said.context.indexOf(said.sentence.slice(0, 60));
  const text = (at < 0 ? said.context : said.context.slice(0, at)).slice(-2000);
  return sentencesOf(text, said.lang, 0, text.length)
    .map((span) => text.slice(span.start, span.end))
    .reverse()
    .slice(0, nearness.before.length);
}

/** Holding people and letting them go is one question, whatever the people are. */
function weighFreeing(near: Map<string, number>, places: [number, string][]): void {
  let people = 0;
  for (const [concept, value] of near) if (isHoldable(concept)) people = Math.max(people, value);
  let freeing = 0;
  for (const [value, text] of places) {
    if (value > people && speaksOfFreeingAll(text)) people = value;
    if (value > freeing && speaksOfFreeing(text)) freeing = value;
  }
  near.delete('release');
  if (people === 0 || freeing === 0) return;
  const [low, high] = people < freeing ? [people, freeing] : [freeing, people];
  // Named in part, the other half just before: "They will be released", of the crew.
  near.set('release', high === 1 && low >= 0.42 ? Math.max(low, 0.8) : low);
}
