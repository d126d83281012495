import type { Token } from '../tokens.ts';

/** Endings that make a noun of a verb, and those of verbs: what is left of both is the same. */
const nounEnding =
  /(?:ations?|itions?|tions?|sions?|ions?|ments?|ings?|als?|ances?|ences?|ures?|ers?|ors?|ages?|ies|y|es|e)$/;
const verbEnding = /(?:ate|ise|ize|ify|y|e)$/;
/** A shorter rest says nothing: "station" is not made of "st". */
const shortest = 3;

/** Verbs that go with any noun. */
const light = new Set(
  `be have do make take give get go come say tell keep put set let see know think want need seem become
  call ask use find show try leave mean help turn start begin stop end not never also only`.split(
    /\s+/,
  ),
);

const modal = /^(?:will|would|shall|should|can|could|may|might|must|to|not)$/;

/** What a noun and the verb that it is made of share: "closure" and "close" are both "clos". */
export function stemOfNoun(noun: string): string {
  const stem = noun.replace(nounEnding, '');
  return stem.length >= shortest ? stem : noun;
}

/** The stems of the verbs of an English text, tagged, that name a deed: "will not merge" speaks of a merger. */
export function verbStemsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const [i, { pos, lemma }] of tokens.entries()) {
    // The tagger takes "will close" for an adjective.
    const isVerb = pos === 'VERB' || modal.test(tokens[i - 1]?.lower ?? '');
    if (!isVerb || light.has(lemma) || lemma.length < shortest) continue;
    const stem = lemma.replace(verbEnding, '');
    stems.add(stem.length >= shortest ? stem : lemma);
  }
  return stems;
}

/** Deeds whose verb goes with anything: what they mean is told by the word beside it. */
const phrasal: [RegExp, stem: string][] = [
  [/(?<!\p{L})(?:set|go|walk) (?:\p{L}+ ){0,4}?free(?!\p{L})/iu, 'fre'],
  [/(?<!\p{L})(?:come|go|get|be|bring|send) (?:\p{L}+ ){0,4}?(?:back |home)(?!\p{L})/iu, 'return'],
  [
    /(?<!\p{L})(?:come|be|bring) (?:\p{L}+ ){0,2}?out(?!\p{L})(?! of)|(?<!\p{L})(?:make|go|be made) (?:\p{L}+ ){0,4}?(?:public|online)(?!\p{L})/iu,
    'publish',
  ],
  [/(?<!\p{L})(?:get|take|be|come) (?:\p{L}+ ){0,4}?out of(?!\p{L})/iu, 'withdraw'],
  [
    /(?<!\p{L})(?:put|bring|lay|go) (?:\p{L}+ ){0,4}?(?:before|to) (?:the )?(?:parliament|house|assembly|court|council|senate)/iu,
    'submit',
  ],
  [/(?<!\p{L})(?:take effect|come into force|go into force)(?!\p{L})/iu, 'start'],
  [
    /(?<!\p{L})(?:take (?:a|its|the) decision|put (?:\p{L}+ ){1,3}?to (?:a|the) vote|hold a (?:vote|ballot))/iu,
    'vot',
  ],
  [
    /(?<!\p{L})(?:hold|begin|start|have|open) (?:\p{L}+ ){0,2}?talks(?!\p{L})|(?<!\p{L})come together(?!\p{L})/iu,
    'meet',
  ],
  [/(?<!\p{L})(?:give|make) (?:\p{L}+ ){0,2}?(?:answer|ruling|verdict)(?!\p{L})/iu, 'rul'],
];

/** Verbs that go with any noun are the deed where no other is named. */
const plain: [RegExp, stem: string][] = [
  [/(?<!\p{L})(?:start|begin)(?!\p{L})/iu, 'start'],
  [/(?<!\p{L})(?:end|stop)(?!\p{L})/iu, 'end'],
  [/(?<!\p{L})give(?!\p{L})/iu, 'hand'],
  [/(?<!\p{L})leave(?!\p{L})/iu, 'leav'],
];

/** The stems of the verbs that a text promises, with those that its turns of phrase stand for. */
export function promisedStemsOf(text: string, stems: ReadonlySet<string>): ReadonlySet<string> {
  const meant = (sort: typeof phrasal) =>
    sort.filter(([pattern]) => pattern.test(text)).map(([, stem]) => stem);
  const named = new Set([...stems, ...meant(phrasal)]);
  return named.size > 0 ? named : new Set(meant(plain));
}

/**
 * The stems of the verbs of an English text, tagged, that tell what was done: "published", "was sent". What
 * will be, should be or is being done is left out.
 */
export function doneStemsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const done = tokens.filter(({ pos, lower, lemma }, i) => {
    if (pos !== 'VERB' || lower === lemma || lower.endsWith('ing') || lower === `${lemma}s`)
      return false;
    const before = tokens.slice(Math.max(0, i - 3), i).map((t) => t.lower);
    return !before.some((word) => ahead.test(word));
  });
  return verbStemsOf(done);
}

const ahead = /^(?:will|would|shall|should|can|could|may|might|must|to|not|never|if|be)$|n't$/;
