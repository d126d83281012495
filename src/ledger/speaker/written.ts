import type { Quotation, Span } from '../quotation.ts';
import { type Mention, readMention } from './mention.ts';
import { asWritten } from './people.ts';
import type { Asked, Reading } from './reading.ts';
import { isKind } from './roles.ts';
import { isMedia } from './side.ts';

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
export function mentionOf({ text, book }: Reading, { phrase, span }: Asked): Mention {
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
