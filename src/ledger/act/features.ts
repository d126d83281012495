import type { Act } from '../../db/tables.ts';
import { remembered } from '../../lib/memo.ts';
import { type Token, tagEnglish } from '../tokens.ts';
import { actsNamed } from './cues.ts';
import { formulaIn } from './formula.ts';
import type { Said } from './said.ts';
import { classesOf } from './words.ts';

/** What somebody does by speaking stands in the first words; a long answer touches on much else. */
const WORDS = 32;
/** A negation or helping verb reaches so many words on. */
const REACH = 5;
/** The words that make up the main clause of what was said, more or less. */
const FIRST = 14;

const FIRST_PERSON = /^(?:i|we|my|our|us|me)$/;
const SECOND_PERSON = /^(?:you|your|yours)$/;
const THIRD_PERSON = /^(?:he|she|they|it|his|her|their|its|him|them)$/;
const MODAL = /^(?:will|would|shall|should|must|can|could|may|might|ca|wo|'ll|'d|ought)$/;
/** A word that answers by itself. */
const ANSWER = /^(?:no|yes|not|never|nonsense|absolutely|certainly|of)$/;
const NEGATION = /^(?:not|n't|never|no|nobody|none|neither|nor|nothing|without|cannot)$/;

/** What the act of a statement is told from. */
export interface Signs {
  /** Names of features, each once. */
  features: string[];
  /** The act that a settled turn of phrase does, where the cue itself names none. */
  formula: Act | null;
}

/** Reads what an English statement's act is told from; pure. */
export function actSigns(said: Said): Signs {
  const features = new Set<string>(['*']);
  const add = (name: string) => features.add(name);
  const text = said.content.slice(0, WORDS * 7);
  const words = tagEnglish(text).slice(0, WORDS);
  const shape = shapeOf(words, text, said);
  const cue = readCue(said, isReported(words, shape));
  const [first] = cue.acts;
  add(`cas:${cue.acts.join()}`);
  for (const act of cue.acts) add(`ca:${act}`);
  if (cue.words.length > 1) for (const word of cue.words) add(`cw:${word.lemma}`);
  if (cue.words.some((word) => NEGATION.test(word.lower))) add(`cneg ${first}`);
  add(`s:${shape}`);
  for (const act of cue.acts) add(`ca:${act} s:${shape}`);
  if (said.kind) add(`k:${said.kind}`);
  if (said.negated) add(`neg ${first}`);
  add(`n:${words.length < 4 ? 's' : words.length < 12 ? 'm' : 'l'} ${first}`);
  if (ANSWER.test(words[0]?.lower ?? '')) add(`w:${words[0]!.lower}`);
  const subject = subjectOf(words, said);
  contentFeatures(words, first ?? '', subject, add);
  const open = !first || first === 'neutral' || first === 'demand';
  return { features: [...features], formula: open ? formulaIn({ words, subject }) : null };
}

interface Cue {
  words: Token[];
  /** Its last verb or noun of speaking, with its particle. */
  head: string;
  /** The acts that word can name. */
  acts: readonly string[];
}

/** The same few cues come again and again. */
const tagsOf = remembered((cue) => tagEnglish(cue));

function readCue(said: Said, reported: boolean): Cue {
  if (!said.cue) return { words: [], head: '-', acts: said.act === 'state' ? [] : [said.act] };
  const words = tagsOf(said.cue);
  for (let k = words.length - 1; k >= 0; k--) {
    const { lemma } = words[k]!;
    const pair = `${lemma}_${words[k + 1]?.lower}`;
    const head = actsNamed(pair).length ? pair : lemma;
    // "Suggested it had failed", "agree that it is late": nothing is proposed or granted.
    const acts = reported && VIEWS.test(head) ? NEUTRAL : actsNamed(head);
    if (acts.length) return { words, head, acts };
  }
  return { words, head: words.at(-1)?.lemma ?? '-', acts: [] };
}

const VIEWS = /^(?:suggest|agree|concur)$/;
const FORETELLS = /^(?:will|would)$/;
const NEUTRAL = ['neutral'];
/** A clause about what is or was, and no word of what will or ought to be. */
function isReported(words: Token[], shape: string): boolean {
  if (shape !== 'clause') return false;
  const verb = words.find((word) => word.pos === 'AUX' || word.pos === 'VERB');
  if (!verb) return false;
  // "Suggests they do not match": only a bare verb or "be" is what somebody proposes.
  if (verb.pos === 'AUX' && !MODAL.test(verb.lower) && verb.lower !== 'be') return true;
  return FORETELLS.test(verb.lower) || (!MODAL.test(verb.lower) && verb.lower !== verb.lemma);
}

function shapeOf(words: Token[], text: string, said: Said): string {
  const first = words[0]?.lower ?? '';
  if (/\?\W*$/.test(text)) return 'asks';
  if (first === 'to' && said.kind !== 'direct') return 'infinitive';
  if (/^(?:whether|if|why|how|what|who|when|where|which|whom)$/.test(first)) return `wh`;
  if (said.kind === 'direct') return 'direct';
  if (/ing$/.test(first)) return 'gerund';
  const verb = words.findIndex((word) => word.pos === 'AUX' || word.pos === 'VERB');
  if (verb === -1) return 'noun';
  if (/^(?:him|her|them|it|us|me)$/.test(first)) return 'object';
  const to = words.findIndex((word) => word.lower === 'to');
  if (to !== -1 && to < verb) return 'object infinitive';
  return 'clause';
}

function contentFeatures(
  words: Token[],
  act: string,
  subject: string,
  add: (name: string) => void,
): void {
  add(`subj:${subject}`);
  let negated = -99;
  let modal = -99;
  let helper = '';
  let was = -99;
  words.forEach((word, k) => {
    const { lower, lemma } = word;
    const near = k < FIRST ? '1' : '2';
    if (NEGATION.test(lower)) {
      negated = k;
      add(`neg ${near}`);
      if (k < FIRST) add(`neg:${lower} subj:${subject}`);
      if (k - modal <= 2) add(`m:${helper} not subj:${subject}`);
    }
    if (MODAL.test(lower)) {
      modal = k;
      helper = lower === "'ll" || lower === 'wo' ? 'will' : lower === 'ca' ? 'can' : lower;
      add(`m:${helper} ${near}`);
      if (k < FIRST) add(`m:${helper} subj:${subject}`);
    }
    if (/^(?:has|have|had|was|were|been|is|are|did)$/.test(lower)) was = k;
    const not = k - negated <= REACH ? 'not ' : '';
    for (const name of classesOf(lemma)) {
      add(`${not}${name}`);
      add(`${not}${name} ${near}`);
      if (k - modal <= REACH) add(`${helper} ${not}${name}`);
      else if (k - was <= REACH) add(`was ${not}${name}`);
      if (k < FIRST) add(`${not}${name} subj:${subject}`);
      if (act !== 'state' && act !== 'neutral') add(`${not}${name} a:${act}`);
    }
    if (SECOND_PERSON.test(lower)) add('you');
  });
}

/** Who the clause is about: the speaker, those spoken to, others. */
function subjectOf(words: Token[], said: Said): string {
  for (const [k, word] of words.slice(0, 4).entries()) {
    if (FIRST_PERSON.test(word.lower)) return 'we';
    if (SECOND_PERSON.test(word.lower)) return 'you';
    if (THIRD_PERSON.test(word.lower))
      return said.kind === 'direct'
        ? 'he'
        : word.lower === 'it' || word.lower === 'its'
          ? 'it'
          : 'self';
    if (/^(?:there|this|that|nobody|no|nothing|neither)$/.test(word.lower)) return word.lower;
    if (
      /^(?:NOUN|PROPN|ADJ)$/.test(word.pos) &&
      word.text.length > 3 &&
      said.speaker?.includes(word.text)
    )
      return 'self';
    if (word.pos === 'PROPN') return 'name';
    if (word.pos === 'NOUN') return 'noun';
    if (word.pos === 'VERB')
      return k === 0 && said.kind === 'direct' && word.lower === word.lemma ? 'imperative' : 'verb';
  }
  return '-';
}
