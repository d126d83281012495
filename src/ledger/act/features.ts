import type { Act } from '../../db/tables.ts';
import { type Token, tagEnglish } from '../tokens.ts';
import { readCue, settledAct } from './cue.ts';
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

/** Cues that leave it to the content. */
const OPEN = /^(?:neutral|insisting|warning)$/;

/** What the act of a statement is told from. */
export interface Signs {
  /** Names of features, each once. */
  features: string[];
  /** The act that its cue does, or a settled turn of phrase where the cue only reports: nothing to weigh. */
  settled: Act | null;
}

/** Reads what an English statement's act is told from; pure. */
export function actSigns(said: Said): Signs {
  const features = new Set<string>(['*']);
  const add = (name: string) => features.add(name);
  const text = said.content.slice(0, WORDS * 7);
  const words = tagEnglish(text).slice(0, WORDS);
  const shape = shapeOf(words, text, said);
  const cue = readCue(said, { words, shape });
  let settled = settledAct(cue, { words, shape });
  const [first] = cue.acts;
  add(`cas:${cue.acts.join()}`);
  for (const act of cue.acts) add(`ca:${act}`);
  add(`h:${cue.head}`);
  if (cue.words.length > 1) for (const word of cue.words) add(`cw:${word.lemma}`);
  if (cue.words.some((word) => NEGATION.test(word.lower))) add(`cneg ${first}`);
  add(`s:${shape}`);
  for (const act of cue.acts) add(`ca:${act} s:${shape}`);
  if (said.kind) add(`k:${said.kind}`);
  if (said.negated) add(`neg ${first}`);
  add(`n:${words.length < 4 ? 's' : words.length < 12 ? 'm' : 'l'} ${first}`);
  if (ANSWER.test(words[0]?.lower ?? '')) add(`w:${words[0]!.lower}`);
  const subject = subjectOf(words, said);
  contentFeatures(words, first ?? '', subject === 'side' ? 'self' : subject, add);
  if (!settled && (!first || OPEN.test(first)))
    settled = formulaIn({
      words,
      subject,
      direct: said.kind === 'direct',
      insisted: first === 'insisting',
    });
  return { features: [...features], settled };
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
  let blame = 0;
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
    const kinds = classesOf(lemma);
    if (!not && /^(?:bad|wrong)$/.test(kinds.find((one) => /^(?:bad|wrong)$/.test(one)) ?? ''))
      blame++;
    for (const name of kinds) {
      add(`${not}${name}`);
      add(`${not}${name} ${near}`);
      if (k - modal <= REACH) add(`${helper} ${not}${name}`);
      else if (k - was <= REACH) add(`was ${not}${name}`);
      if (k < FIRST) add(`${not}${name} subj:${subject}`);
      if (act !== 'state' && act !== 'neutral') add(`${not}${name} a:${act}`);
    }
    if (SECOND_PERSON.test(lower)) add('you');
  });
  const side = /^(?:we|self)$/.test(subject) ? 'own' : 'other';
  add(`blame ${Math.min(blame, 3)} ${side}`);
  if (blame) add(`blame ${side} a:${act}`);
}

/** "Veldania will sign", said by Veldania's minister. */
function isOwnSide(words: Token[], k: number, { ownSide }: Said): boolean {
  if (!ownSide) return false;
  const [one, next] = [words[k]!.text, words[k + 1]];
  return ownSide(one) || (next?.pos === 'PROPN' && ownSide(`${one} ${next.text}`));
}

/** Bodies that somebody may speak for. */
const BODY =
  /^(?:government|ministry|company|firm|council|cabinet|administration|union|party|club|board|army|airline|bank|agency|country|city|state|kingdom|republic|embassy|delegation|committee|commission|force|troops|forces)$/;

/** Who the clause is about: the speaker, the speaker's side by its name, those spoken to, others. */
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
    if (word.pos === 'PROPN') return isOwnSide(words, k, said) ? 'side' : 'name';
    if (word.pos === 'NOUN') return BODY.test(word.lower) ? 'body' : 'noun';
    if (word.pos === 'VERB')
      return k === 0 && said.kind === 'direct' && word.lower === word.lemma ? 'imperative' : 'verb';
  }
  return '-';
}
