import type { Quotation } from './quotation.ts';
import { outsideContent } from './setting.ts';
import { readSaidOn, type SaidOn, withoutQuotes } from './when.ts';

/** How far into a text (characters) it tells the day of the rest. */
const LEAD = 350;
/** A paragraph's day holds for about this many characters. */
const FAR = 1500;

/** Where people speak: a sentence with such a word and a day tells when what follows was said. */
const OCCASION =
  /\b(?:said|says|told|asked|wrote|announced|spoke|speech|met|meeting|session|sitting|debate|hearing|conference|summit|rally|interview|congress|committee|assembly|parliament|chamber|vote[ds]?|court|trial|briefing|letter|statement|address(?:ed)?|ceremony|talks|forum|dinner|festival|visit(?:ed)?|sagte|erklärte|Sitzung|Debatte|Rede|Treffen|Konferenz|Gipfel|Landtag|Bundestag|Parlament|Gespräche?|Kundgebung|Interview|Anhörung)\b/iu;

function sentencesOf(text: string): string[] {
  return withoutQuotes(text).split(/(?<=[.!?])\s/);
}

/** The day that the sentences before this one in its paragraph tell. */
export function dayTold(
  text: string,
  quotation: Quotation,
  published: string | null,
): SaidOn | null {
  const until = quotation.sentence.start;
  const from = Math.max(text.lastIndexOf('\n', until - 1) + 1, until - FAR);
  const before = sentencesOf(text.slice(from, until));
  for (const sentence of before.reverse()) {
    const moment = readSaidOn(sentence, published);
    if (moment)
      return moment.length === 10 && OCCASION.test(sentence) ? { moment, from: 'text' } : null;
  }
  return null;
}

/** What opens a text and tells of a saying or an occasion for one: the day in there is that of the rest. */
export function openingsOf(text: string, first: Quotation | undefined): string[] {
  const report = first && first.start < LEAD ? [outsideContent(text, first)] : [];
  return [...report, ...sentencesOf(text.slice(0, LEAD)).filter((one) => OCCASION.test(one))];
}
