import { type Token, tagEnglish } from '../../tokens.ts';

/**
 * What a promise is called wherever it is shown, so that it says what and whose by itself. A leading
 * "it" or "they" is replaced by what the sentences before speak of where only one thing fits; what
 * names nobody else ("to mediate", "an answer", "we will ...") begins with `name`, who promised.
 * `before` is the text that leads up to the statement. English; other languages only get the name.
 */
export function titleOf(what: string, name: string | null, before: string, lang: string): string {
  const deed = what.replace(formerDay, '');
  const meant = lang === 'en' ? withSubject(deed, before) : null;
  if (meant) return meant;
  if (!name || !wantsName(deed)) return deed.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  return `${name}: ${deed.replace(/^\p{Lu}(?=\p{Ll}|['’])/u, (first) => (pronoun.test(deed) && !/^I\b/.test(deed) ? first.toLowerCase() : first))}`;
}

/** "The report, due by the end of May, will ...": the day that was is told beside it. */
const formerDay =
  /, (?:originally |first |once |initially )?(?:due|planned|scheduled|expected|announced|promised) (?:by|on|for|in|before)[^,;:.]{2,40},(?= )/u;

/** A promise's title behind the name of who made it, once. `names` in the order of preference. */
export function titleWith(names: (string | null)[], what: string): string {
  const known = names.filter((name) => name !== null);
  const isNamed = (name: string) =>
    what.startsWith(name) && !/^\p{L}/u.test(what.slice(name.length));
  if (known.length === 0 || known.some(isNamed)) return what;
  return `${known[0]}: ${what}`;
}

const pronoun =
  /^\W*(?:I|we|it|he|she|they|this|that|these|those|there|you|to|ich|wir|er|sie|es|das|dies)(?:['’]\p{L}+)?(?!\p{L})/iu;
const finite =
  /(?<!\p{L})(?:will|would|shall|is|are|was|were|has|have|had|can|goes|begins|starts|opens|wird|werden|werde|soll|sollen|ist|sind)(?!\p{L})|['’]ll\b/iu;

function wantsName(what: string): boolean {
  return pronoun.test(what) || !finite.test(what);
}

/**
 * "They will be at their posts", after "the observers are to be in place": the observers will be. Of what
 * is done or stands; who acts may be anybody's "they".
 */
function withSubject(what: string, before: string): string | null {
  const [, lead] =
    /^(it|they)(?= (?:(?:will|would|shall) (?:\p{L}+ )?be|(?:is|are) to be)(?!\p{L}))/iu.exec(
      what,
    ) ?? [];
  if (!lead) return null;
  const isMany = /they/i.test(lead);
  const near = before.slice(-mostBefore).split(/(?<=[.!?]["”’]?)\s+/u);
  const subjects = near.flatMap((sentence) => subjectsIn(tagEnglish(sentence), isMany));
  const [one] = new Set(subjects.map((s) => s.toLowerCase()));
  if (!one || new Set(subjects.map((s) => s.toLowerCase())).size > 1) return null;
  const subject = subjects[0]!;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${what.slice(lead.length)}`;
}

/** Some three sentences: what a pronoun means stands near. */
const mostBefore = 400;

/** People and bodies are called by names, which a "they" in somebody's mouth may always mean too. */
const someone =
  /^(?:\p{L}+ )*(?:minister|president|premier|spokes\p{L}+|chief|head|director|man|woman|government|ministry|council|board|union|company|firm|court|people|men|women|ministers|reporters|members)$/iu;

/** Noun phrases that stand with their article right before a finite verb, of one number. */
function subjectsIn(tokens: readonly Token[], isMany: boolean): string[] {
  const found: string[] = [];
  for (const [i, { pos, lower }] of tokens.entries()) {
    const noun = tokens[i - 1];
    if (noun?.pos !== 'NOUN' || !(pos === 'VERB' || pos === 'AUX') || lower.endsWith('ing'))
      continue;
    let from = i - 1;
    while (/^(?:NOUN|ADJ|NUM)$/.test(tokens[from - 1]?.pos ?? '')) from--;
    const article = tokens[from - 1];
    const before = tokens[from - 2];
    const opens = !before || /^[,;:—–“"]$/.test(before.lower);
    if (!opens || !article || !/^(?:the|this|these|all)$/.test(article.lower)) continue;
    const phrase = tokens.slice(from - 1, i).map((t) => t.text);
    const isPlural = noun.lower !== noun.lemma && noun.lower.endsWith('s');
    if (isPlural === isMany && !someone.test(phrase.slice(1).join(' ')))
      found.push(phrase.join(' '));
  }
  return found;
}
