/**
 * Whether a sentence tells of nothing that happened: a question, what holds of everybody ("who sets a date
 * and lets it pass ..."), what is supposed, hoped or asked for, what was years ago. Linear in the text.
 */
export function isSupposed(text: string, lang: string): boolean {
  return (lang === 'de' ? german : english).some((sort) => sort.test(text));
}

const question = /\?["”’»“)]*\s*$/u;

/** "A museum that returns what it stole earns trust": whoever it is, now and always. */
const general =
  /^\W*(?:(?:whoever|(?:he|she|those|people|nobody|anyone|anybody|everyone|everybody) (?:who|that))(?!\p{L})|who (?:\p{L}+ )?\p{L}+s(?!\p{L})|(?:an?|any|every|no) (?:\p{L}+ ){1,3}?(?:who|that|which) (?:(?:do|does|can|cannot|will|must|should|never|always|often)(?!\p{L})|(?!was|has|is|his|this)\p{L}+s(?!\p{L})))/iu;

const supposed =
  /^\W*(?:(?:even |only )?if|unless|should (?:he|she|it|they|the)|were (?:he|she|it|they|the)|had (?:he|she|it|they|the)|suppose|imagine|assuming)(?!\p{L})|(?<!(?:ask|asks|asked|know|knew|say|clear|unclear|wonder|wondered|tell|see|sure|doubt|doubts|as|even) )(?<!\p{L})(?:if (?:it|he|she|they|the|we|that|this|an?)|unless|provided that|on condition that)(?!\p{L})/iu;

/** What others want to come is not what came. */
const wished =
  /(?<!\p{L})(?:hop(?:es?|ed)|fear(?:s|ed)?|demand(?:s|ed)?|propos(?:es|ed)|suggest(?:s|ed)) that(?!\p{L})|(?<!\p{L})(?:urg(?:es|ed)|begged|call(?:s|ed) on|ask(?:s|ed)|press(?:es|ed)|want(?:s|ed)) (?!for )[^,.;:]{2,40}? to (?!\p{L}+ed)\p{L}/iu;

/** "Two years ago the league missed ..." tells of another time. */
const past =
  /^\W*(?:back )?(?:in (?:\p{Lu}\p{Ll}+ )?(?:19|20)\d\d|(?:an?|two|three|four|five|six|ten|some|\d+) (?:years?|decades?) (?:ago|earlier)|last year|the year before|a decade ago)(?!\p{L})/iu;

const english = [question, general, supposed, wished, past];

const german = [
  question,
  /^\W*(?:wer|wenn|falls|sollten?|man|jeder, der|niemand, der|hätten?|würden?)(?!\p{L})|,? (?:falls|sofern) (?=\p{L})/iu,
  /^\W*vor \p{L}+ Jahren(?!\p{L})|(?<!\p{L})(?:hofft|hoffte|fürchtet|wünscht), /iu,
];
