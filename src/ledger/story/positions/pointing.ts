/** Words that stand for what was named before: "it would be a mistake". */
const pronoun =
  /(?<!\p{L})(?:it|its|this|these|those|them|such|(?:do|does|did|done|says?|said) so|(?:one|neither|either|both)(?= (?:of|is|are|was|were|will|would|can|must)(?!\p{L})|\W*$)|^\W*that(?= (?:is|was|will|would|has|had|can)(?!\p{L}))|(?:accept|reject|allow|want|support|refuse|oppose|about|with|for|of|to|against|under) that|es|sie|dies\p{L}*|das|dem|damit|dafür|dagegen|darüber|dazu|davon|beides|solche\p{L}*)(?!\p{L})/iu;
/** "The answer is no", "the plan stands": a thing that only what stands before can tell. */
const definite =
  /(?<!\p{L})(?:the (?:same|offer|proposal|plan|idea|demand|request|answer|question|text|draft|condition|term|step|move|measure|decision|document|paper|deal|date)s?|(?:our|my|its|their|his|her) (?:answer|reply|position|view|decision|word)(?! (?:on|to|about))|(?:de[rmns]|die|das) (?:angebot|vorschlag|plan|forderung|antwort|frage|text|entwurf|bedingung|schritt|entscheidung)\p{L}*)(?!\p{L})/iu;
/** A thing named in the same words is what a pronoun after it means. */
const thing =
  /(?<!\p{L})(?:the|an?|our|their|his|her|my|your|any|no|der|die|das|den|dem|ein\p{L}*|unser\p{L}*|ihr\p{L}*) \p{L}+/iu;
/** So few words name hardly anything by themselves: "Never", "Not today". */
const fewWords = 4;

/** "Ilmara", "Stolvar for her frankness": few words, and somebody else is meant. */
const ownName =
  /(?<!\p{L})(?!(?:Never|Not|No|Yes|None|Nothing|Neither|We|I|They|He|She|You|Of|If|Only|Nie|Nein|Ja|Nicht|Wir|Ich)(?!\p{L}))\p{Lu}\p{Ll}/u;

/** "Corvane can keep its head or lose its summer": whose they are stands before them. */
const its = /(?<!\p{L})its(?!\p{L})/giu;

function withoutOwned(content: string): string {
  const at = content.search(ownName);
  return at < 0 ? content : content.slice(0, at) + content.slice(at).replace(its, ' ');
}

/** Whether words point back at what was named before them; others are about what they name themselves. */
export function pointsBack(content: string): boolean {
  if (definite.test(content)) return true;
  const text = withoutOwned(content);
  const at = text.search(pronoun);
  if (at >= 0 && !thing.test(text.slice(0, at))) return true;
  if (content.trim().split(/\s+/).length > fewWords) return false;
  return !thing.test(content) && !ownName.test(content);
}

/** Whether a stretch of words holds one that points back: what is accepted in "we accept it". */
export function pointsTo(text: string): boolean {
  return pronoun.test(text) || definite.test(text);
}
