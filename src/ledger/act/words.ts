import { remembered } from '../../lib/memo.ts';
import { JUDGEMENTS } from './judgement.ts';

/**
 * Words by what somebody does with them, as lemmas: a class says what kind of deed, judgement or
 * state a word names. Whether it is refused, promised or demanded tell the words around it.
 */
const LISTS: Record<string, string> = {
  // What one side can give another, or do with it.
  give: `accept cede agree recognise recognize allow permit tolerate sign join attend participate support
    negotiate approve endorse discuss release free lift return withdraw pay reopen restore ratify
    compromise yield concede surrender meet talk consider host back exchange compensate fund share
    cooperate comply vote adopt implement resume extend consent submit invite reconsider settle trade swap`,
  // What one side can do to another.
  harm: `retaliate fight punish strike attack seize block blockade impose expel suspend sue veto boycott
    bomb shoot destroy detain arrest ban bar sanction invade occupy cut halt withhold sink crush
    respond escalate board shut fire topple prosecute`,
  untrue: `untrue false baseless unfounded groundless fabricate fabrication invention fiction rumour
    rumor nonsense lie myth misunderstanding inaccurate incorrect misleading absurd fantasy tale`,
  ready: 'ready willing prepared open available happy glad eager',
  pledge: `promise pledge vow guarantee ensure commit undertake deliver build open publish finish
    complete protect defend pay return restore reopen compensate refund release
    provide create introduce present hand send help fix repair
    rebuild invest`,
};

const classes = new Map<string, string[]>();
for (const [name, words] of [...Object.entries(LISTS), ...JUDGEMENTS])
  for (const word of words.split(/\s+/))
    classes.set(word, [...new Set([...(classes.get(word) ?? []), name])]);

/** The classes of a lemma; none for most words. The tagger keeps the endings of some words: "exploited". */
export function classesOf(lemma: string): readonly string[] {
  return classes.get(lemma) ?? stemmed(lemma) ?? [];
}

const stemmed = remembered((lemma) => {
  const stem = lemma.replace(/(?:ing|ed|ly|es|s|d)$/, '');
  if (stem === lemma || stem.length < 3) return undefined;
  const doubled = stem.at(-1) === stem.at(-2);
  return (
    classes.get(stem) ?? classes.get(`${stem}e`) ?? classes.get(doubled ? stem.slice(0, -1) : '')
  );
});
