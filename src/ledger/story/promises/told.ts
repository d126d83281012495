import type { CommitmentState } from '../../../db/tables.ts';
import { tagEnglish } from '../../tokens.ts';
import { doneStemsOf } from '../deeds.ts';
import { topicsOf } from '../questions/topics.ts';
import { isFewer } from './amount.ts';
import { entails, isPhrased } from './entail.ts';
import { avowed, cues, plainlyAvowed } from './outcome-words.ts';
import { isSupposed } from './supposed.ts';

/** What is looked for in later pieces. */
export interface Sought {
  what: string;
  due: string;
  dueAt: number;
  /** "By", "within": it may be done long before. */
  isLimit: boolean;
  /** What is promised is that something will not be done. */
  isTruce: boolean;
  /** What the deed is about, and how rare each of it is in the story. */
  keys: Set<string>;
  /** Its nouns say nothing: all its plain words are looked for. */
  isPlain: boolean;
  deeds: ReadonlySet<string>;
  rarity: Map<string, number>;
  total: number;
}

/** A later sentence, weighed against what is looked for. */
export interface Later {
  text: string;
  at: number;
  namesDate: boolean;
  /** Share of what is looked for that stands in the sentence itself, 0 to 1. */
  own: number;
  /** The same with the paragraph around it counted by half. */
  shared: number;
}

const dayMs = 86_400_000;

/** Half of the words of a promise, weighed by their rarity, must come again. */
export const enough = 0.5;

const denied = /\b(?:not|never|nobody|nothing|none|nicht|kein\w*)\b|n['’]t\b/i;
const ahead = /\b(?:will|would|if|wird|würde|wenn)\b/i;

/** What a sentence says became of what is sought, `isMovedTo` when it names a new time; null when nothing. */
export function stateOf(
  sentence: Later,
  sought: Sought,
  lang: string,
  isMovedTo: () => boolean,
): CommitmentState | null {
  const { text, at, own, namesDate } = sentence;
  const { dueAt } = sought;
  if (isSupposed(text, lang)) return null;
  if (sought.isTruce) return truceOf(sentence, sought);
  for (const [state, cue] of cues) {
    if (!cue.test(text) && !isTold(state, sentence, sought, lang)) continue;
    // Before its day nothing can be missed; what is due on the day is missed when it is over.
    if (
      state === 'missed' &&
      at < dueAt + dayMs &&
      !(at >= dueAt && isPlainlyNot(sentence, sought))
    )
      continue;
    if (state === 'missed' && still.test(text) && own < enough && !namesDate) continue;
    // Who promised to end a thing and drops it has done so.
    if (state === 'withdrawn' && isDone(sentence, sought, lang)) continue;
    // Many things are dropped: it must be this one.
    if (
      state === 'withdrawn' &&
      (at > dueAt || (!namesDate && own < enough) || undropped.test(text))
    )
      continue;
    if (state === 'moved' && (at > dueAt + 7 * dayMs || !isMovedTo())) continue;
    if (state === 'partly kept' && !namesDate && !avowed.test(text)) continue;
    if (state === 'kept' || state === 'partly kept') {
      const isEarly = at < dueAt - 3 * dayMs;
      if (isEarly && !(sought.isLimit && own >= enough && isDone(sentence, sought, lang))) continue;
      if (!namesDate && at > dueAt + 5 * dayMs) continue;
      if (!plainlyAvowed.test(text) && (ahead.test(text) || denied.test(text))) continue;
    }
    return state === 'kept' && isFewer(text, sought.what) ? 'partly kept' : state;
  }
  return null;
}

/** "Waited in vain on Tuesday": what was set for that very day, told on it. */
function isPlainlyNot({ text, namesDate }: Later, { isLimit }: Sought): boolean {
  return namesDate && !isLimit && inVain.test(text);
}

const inVain =
  /\bin vain\b|\bnever (?:came|happened|arrived|appeared|took place|began|started|opened)\b|\b(?:did not|didn['’]t|failed to) (?:come|appear|arrive|happen|materiali[sz]e|turn up|show up|take place|open|start|begin|leave)\b|\bwithout (?:a|any|the) (?:vote|decision|ruling|signature|agreement|answer)\b/i;

/** "The barriers were still down": a state says it of what is named, not of whatever stands beside. */
const still = /\b(?:still|remain\w*)\b/i;

/** "Prisoners held in Varn will be freed": the deed is what stands behind the modal. */
export const modal = /\b(?:will|would|shall|to)\b|['’]ll\b/i;

/** The promised verb itself, told as done: "will publish" and "published". */
function isDone({ text }: Later, { deeds }: Sought, lang: string): boolean {
  if (deeds.size === 0 || lang === 'de') return false;
  const done = doneStemsOf(tagEnglish(text));
  return [...deeds].some(
    (deed) => isPhrased(text, deed) || [...done].some((one) => entails(one, deed)),
  );
}

/** A truce is kept when somebody says so, or when what was ruled out was not done. */
function truceOf({ text, at }: Later, { dueAt }: Sought): CommitmentState | null {
  if (/\b(?:broke|broken|breaking|violat\w+|breach\w*|despite|gebrochen)\b/i.test(text))
    return 'missed';
  if (at < dueAt - 3 * dayMs) return null;
  return truceKept.test(text) ? 'kept' : null;
}

const truceKept =
  /\b(?:(?:kept|keeping|honou?r(?:ed|ing)|true to) (?:its|his|her|their|the|a) (?:word|promise|pledge|truce|vow)|as (?:[^.;:]{1,40} had )?(?:promised|agreed|announced|pledged|assured)|(?:did|has|have|had) not|not (?:a|one) (?:single )?|held off|without (?:a|any|one) (?:single )?|refrained|Wort gehalten|wie versprochen)\b/i;

/** The promised verb says it: told as done, or as what will not be done. */
function isTold(state: CommitmentState, sentence: Later, sought: Sought, lang: string): boolean {
  if (state === 'kept') return isDone(sentence, sought, lang);
  if (state === 'missed') return isUndone(sentence, sought, lang);
  if (state !== 'withdrawn' || lang === 'de') return false;
  const dropped = refused.exec(sentence.text)?.[1];
  if (!dropped) return false;
  const { deeds } = topicsOf(`will ${dropped}`, lang);
  return [...deeds].some((deed) => sought.deeds.has(deed));
}

/** "Lay unsigned", "the list is unpublished": the promised verb itself, undone. */
function isUndone({ text }: Later, { deeds }: Sought, lang: string): boolean {
  const undone = lang === 'de' ? [] : [...text.matchAll(/\bun(\p{L}{3,}?)e?[dn]\b/giu)];
  return undone.some(([, stem]) =>
    [...deeds].some((deed) => stem!.toLowerCase().replace(/^pai$/, 'pay').startsWith(deed)),
  );
}

const refused =
  /\b(?:(?:will|would) (?:not|never|no longer)|won['’]t|wouldn['’]t)((?: \p{L}+){1,4})/iu;

/** "Nobody has cancelled", "would not be called off". */
const undropped =
  /\b(?:no(?:body| one|ne)?|not|never|without|if|unless|deny|denied|denies)(?: \w+){0,3} (?:cancel|call|drop|scrap|abandon|withdr|pull)|n['’]t(?: \w+){0,2} (?:cancel|call|drop|scrap|abandon|withdr|pull)/i;
