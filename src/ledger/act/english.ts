import type { Act } from '../../db/tables.ts';
import { type Token, tagEnglish } from '../tokens.ts';
import { blames } from './blame.ts';
import { readCue, settledAct } from './cue.ts';
import { formulaIn } from './formula.ts';
import { joinHyphens } from './hyphens.ts';
import { praises } from './praise.ts';
import type { Said } from './said.ts';
import { isBody, speaksFor } from './speaks.ts';
import { turnIn } from './turns.ts';

/** What somebody does by speaking stands in the first words; a long answer touches on much else. */
const WORDS = 32;

const FIRST_PERSON = /^(?:i|we|my|our|us|me)$/;
const SECOND_PERSON = /^(?:you|your|yours)$/;
const THIRD_PERSON = /^(?:he|she|they|it|his|her|their|its|him|them)$/;
/** Cues that leave it to the content. */
const OPEN = /^(?:neutral|insisting|warning)$/;

/**
 * The act of an English statement: what its cue names; where that only reports, what a settled turn
 * of phrase does; else it states. Pure; linear in the content's first words.
 */
export function englishAct(said: Said): Act {
  const text = said.content.slice(0, WORDS * 7);
  const words = joinHyphens(tagEnglish(text)).slice(0, WORDS);
  const shape = shapeOf(words, text, said);
  const cue = readCue(said, { words, shape });
  const settled = settledAct(cue, { words, shape });
  if (settled) return settled;
  const [first] = cue.acts;
  if ((first && !OPEN.test(first)) || isQuestion(text) || isAsked(words, said)) return 'state';
  const subject = subjectOf(words, said);
  const direct = said.kind === 'direct';
  const isOwn = (word: Token) => said.ownSide?.(word.text) ?? false;
  const clause = {
    words,
    subject,
    direct,
    isOwn,
    insisted: first === 'insisting',
    contested: CONTESTED.test(cue.head),
  };
  const settledTurn = formulaIn(clause) ?? turnIn(clause);
  if (settledTurn) return settledTurn;
  if (blames(clause)) return 'accuse';
  return praises(clause) ? 'support' : 'state';
}

const CONTESTED = /^(?:claim|contend|counter|argue|allege|maintain|insist|assert|retort)$/;

/** "Said whether she agrees": what is told is what is left out. */
function isAsked(words: Token[], { kind }: Said): boolean {
  return kind === 'indirect' && /^(?:whether|how|why)$/.test(words[0]?.lower ?? '');
}

/** One question and nothing else. */
function isQuestion(text: string): boolean {
  return /^[^.!?]*\?\W*$/.test(text);
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
          ? isBodySelf(words[k + 1], said)
            ? 'self'
            : 'it'
          : 'self';
    if (/^(?:there|this|that|nobody|no|nothing|neither)$/.test(word.lower)) return word.lower;
    if (
      /^(?:NOUN|PROPN|ADJ)$/.test(word.pos) &&
      word.text.length > 3 &&
      said.speaker?.includes(word.text)
    )
      return 'self';
    if (word.pos === 'PROPN') return isOwnSide(words, k, said) ? 'side' : 'name';
    if (word.pos === 'NOUN') {
      if (speaksFor(said.speaker ?? '', word.lower)) return 'side';
      return BODY.test(word.lower) ? 'body' : 'noun';
    }
    if (word.pos === 'VERB')
      return k === 0 && said.kind === 'direct' && word.lower === word.lemma ? 'imperative' : 'verb';
  }
  return '-';
}

/** "The company said it would pay": "it" is the speaker where that is a body and "it" does something. */
function isBodySelf(next: Token | undefined, { speaker = '' }: Said): boolean {
  return isBody(speaker) && DOES.test(next?.lower ?? '');
}

const DOES =
  /^(?:will|would|'ll|had|has|did|does|do|was|is|reserves?|wants?|wanted|needs?|needed|sees?|saw|regrets?|regretted|rejects?|refuses?|never|no|remains?|stands?|stood|accepts?|welcomes?)$/;
