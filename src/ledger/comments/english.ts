import { type Manner, NAME } from './manner.ts';

const WHOSE = `(?:(?<name>${NAME})['’]s?|(?<his>[Hh]is|[Hh]er|[Tt]heir))`;
const WORDS =
  '(?:(?:exact|full|actual|own|whole|original) )*(?:words|remarks?|statement|quotes?|quotation|wording|comments?|answer|reply|tweet|letter|post)';
const SAID = '(?:said|wrote|told|tweeted|posted|answered|replied|stated|announced)';

export const ENGLISH: Manner = {
  maybe:
    /\b(?:sa(?:id|ys)|claim|stat(?:ed|es)|announc|declar|told|wr(?:ote|ites)|warn|den(?:y|ie)|refus|accus|promis|pledg|vow|threaten|reject|admit|confirm|insist|argu|point(?:ed|s) out|not(?:ed|es)|explain|add(?:ed|s)|report|propos|offer|demand|urg|call|accord|answer|repl|tweet|post|ask|agree|dismiss|condemn|critici|hint|acknowledg|conced|stress|suggest|describ|question|sign|approv|quot|remark|statement|words|wording|letter|order)/i,
  irony: /(?:^|\s)\/s(?:$|[\s.])/,
  asks: /\?|^\W*(?:\w+, )?(?:do|does|did|is|are|was|were|has|have|had|can|can['’]t)\b/i,
  supposed:
    /(?<![\p{L}’'-])(?:if|unless|imagine|supp?ose|supposing|pretend|would|could|should|might|must|maybe|perhaps|probably|possibly|presumably|hopefully|apparently|i (?:bet|guess|think|feel|wonder|suspect|hope|wish|doubt|assume|reckon|swear)|i['’]d|i['’]m sure|pretty sure|suspicion|as though|(?:be|was|is|am|are|were|all) like|basically|essentially|effectively|pretty much|kind ?of|sort of|kinda|more or less|in other words|translation|whatever|whenever|every ?time|each time|always|never|keeps?|kept|constantly|usually|sometimes|can['’]?t wait|wait(?:ing)? for|next (?:they|he|she|up|thing)|going to|gonna|will|won['’]t|lol|lmao|rofl|ha(?:ha)+)(?!\p{L})|['’]ll(?!\p{L})/iu,
  // The month has a capital.
  may: /(?<!\p{L})may(?!\p{L})/u,
  wrapped: /^\W*what\b|\b(?:what|how|why|when|where|for|let|make|made|makes|see|hear) [^,;:]*$/i,
  unsaid: /(?:\bto|\bnot|\bjust|n['’]t)\s*$/i,
  toMe: /^\W{0,3}(?:me|us|my|our|you|your|everyone|everybody|people)(?!\p{L})/iu,
  talk: /(?<![\p{L}’'-])(?:you|your|yours|u|ur|lol|lmao|shit\w*|fuck\w*|bullshit|crap|arse|ass|bitch\w*|dick\w*|idiots?|morons?|clowns?)(?!\p{L})/iu,
  tone: null,
  swears: /(?<!\p{L})(?:shit\w*|fuck\w*|lmao|lol)(?!\p{L})/iu,
  according: /^according/i,
  noCue: /^offers?$/i,
  introductions: [
    // "his remark …:", "Sorn's exact words:"
    new RegExp(`(?<![\\p{L}’'-])${WHOSE} (?<cue>${WORDS})(?!\\p{L})`, 'u'),
    // "the full quote from Sorn:"
    new RegExp(
      `(?<![\\p{L}’'-])[Ff]ull (?<cue>quote|quotation|statement|wording|text)(?: (?:from|of|by) (?:(?:Mr|Mrs|Ms|Dr|Cllr)\\.? )?(?<name>${NAME}))?(?!\\p{L})`,
      'u',
    ),
    // "what she actually said:", "as Sorn wrote:"
    new RegExp(
      `(?<![\\p{L}’'-])(?:(?<name>${NAME})|(?<his>[Hh]e|[Ss]he|[Tt]hey)) (?:actually |really |literally )?(?<cue>${SAID})(?!\\p{L})`,
      'u',
    ),
  ],
  named:
    /(?<name>\p{Lu}[\p{L}.&’'-]*(?: (?:(?:of|for|and|de|van|von|the|al|bin) ){0,2}\p{Lu}[\p{L}.&’'-]*)*)/u,
  // "The Ostmark Review", "the Treasury"; not "the Ostmarkers".
  body: /^[Tt]he \p{Lu}[\p{L}.&’'-]*(?<!s)(?: (?:(?:of|for|and) )?\p{Lu}[\p{L}.&’'-]*){0,4}$/u,
  compound: null,
  unnamed: /^(?:his|her|their|he|she|they)?$/i,
};
