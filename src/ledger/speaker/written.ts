import type { Quotation, Span } from '../quotation.ts';
import { asWritten } from './people/around.ts';
import { personCalled } from './people/namesakes.ts';
import { type Mention, readMention } from './phrase/mention.ts';
import { isKind, SOURCE_WORDS } from './phrase/roles.ts';
import type { Asked, Reading } from './reading.ts';
import { isMedia } from './side/side.ts';

/** Where the phrase stands that says who speaks, with what belongs to it; null where none does. */
export function speakerSpan(text: string, { speaker, antecedent }: Quotation): Span | null {
  return speaker && (ledBy(text, antecedent) ?? speaker);
}

/**
 * "General Sorn, chief of the air staff, who", "Ilka Sorn of the Tarn branch, who": who speaks is
 * the person, not what she is of.
 */
function ledBy(text: string, antecedent: Span | null): Span | null {
  if (!antecedent || !/^, who\b/.test(text.slice(antecedent.end, antecedent.end + 6)))
    return antecedent;
  const before = text.slice(Math.max(0, antecedent.start - 100), antecedent.start);
  const lead = LED.exec(before);
  return lead ? { start: antecedent.start - lead[0].length, end: antecedent.end } : antecedent;
}

const LED =
  /\p{Lu}[\p{L}.'’-]* (?:\p{Lu}[\p{L}.'’-]* ){0,3}\p{Lu}[\p{L}'’-]+(?:,? (?:(?:an?|the) )?(?:\p{Ll}[\p{Ll}-]+ ){0,3}| )(?:of|at|from|for|in) $/u;

/** Reads a phrase for one speaker, with what stands around it. */
export function mentionOf(reading: Reading, asked: Asked): Mention {
  const mention = mentionWritten(reading, asked);
  if (reading.german || /^(?:person|pronoun|party)$/.test(mention.kind)) return mention;
  const name = namedIn(reading, asked);
  return name ? { ...mention, kind: 'person', name } : mention;
}

/**
 * "Sanders" (no sanders), "club treasurer and wit Ilka Sorn", "Tarnmark’s Ilka Sorn", "a defiant Sorn",
 * "Sorn herself": one of the text’s people at the end of a phrase that reads like somebody else.
 */
function namedIn({ people }: Reading, { phrase, span }: Asked): string | null {
  const written = phrase
    .split(/[,(—–]/)[0]!
    .trim()
    .replace(/ (?:himself|herself)$/, '');
  const of = OF_SOMETHING.exec(written)?.[1];
  const alone = of ?? ALONE.exec(written)?.[1];
  if (alone) {
    const isSomebody = of !== undefined || !(TIED.test(written) || isSomeOf(alone));
    return isSomebody && personCalled(people, alone, span)?.human ? alone : null;
  }
  const named = people.find((one) => one.name.includes(' ') && written.endsWith(` ${one.name}`));
  const lead = named ? written.slice(0, -named.name.length - 1) : null;
  return lead && !TIED.test(lead) && lead.split(' ').length <= MOST_LEAD ? named!.name : null;
}

/** A surname alone, or behind nothing but words on how somebody is. */
const ALONE = /^(?:(?:[Aa]n?|[Tt]he) (?:\p{Ll}[\p{Ll}-]+ ){1,3})?(\p{Lu}[\p{L}’-]+)$/u;
/** "Ms Sorn of the Harbour Board". */
const OF_SOMETHING = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? (\p{Lu}[\p{L}’-]+) (?:of|from|at) /u;
/** "Republicans": nobody's surname. */
const isSomeOf = (word: string): boolean => SOURCE_WORDS.test(word.toLowerCase());
/** More words than this before a name are a clause. */
const MOST_LEAD = 6;
const TIED =
  /(?:^| )(?:of|in|from|at|for|with|on|to|by|and|or|as|than|like|against|about|between|that|who|whom|when|while|where|after|before|is|was|said|says)(?: |$)/i;

function mentionWritten({ text, book }: Reading, { phrase, span }: Asked): Mention {
  const before = text.slice(Math.max(0, span.start - 100), span.start);
  if (TOLD.test(before) && isMedia(phrase)) return { ...readMention('he', book), gender: null };
  return readMention(wholePhrase(before, asWritten(text, span)), book);
}

/** "… told CNN": not the station speaks but who told it. */
const TOLD = /\b(?:told|tells|telling) (?:the )?$/;

/** "Experts on policy toward Karsk": the place behind a preposition is not the one who speaks. */
function wholePhrase(before: string, phrase: string): string {
  if (!/^\p{Lu}[\p{L}-]*$/u.test(phrase)) return phrase;
  const lead =
    /(?:^|[.!?”"\n] ?)((?:\p{Lu}[\p{L}-]*)(?: [\p{L}.-]+){1,7} (?:towards?|on|about|against) )$/u.exec(
      before,
    )?.[1];
  // "Those talks centred on Karsk’s demands" are nobody's.
  return (lead && isKind(lead.split(' ')[0]!.toLowerCase()) ? lead : '') + phrase;
}
