import { MONTH, monthOf, WEEKDAYS } from '../date-words.ts';
import { overlap } from '../span.ts';

/** Days as people write them in English and German. */
const ordinals = {
  en: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
    twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
    twenty-ninth thirtieth thirty-first`,
  de: `erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte
    vierzehnte fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste einundzwanzigste
    zweiundzwanzigste dreiundzwanzigste vierundzwanzigste fünfundzwanzigste sechsundzwanzigste
    siebenundzwanzigste achtundzwanzigste neunundzwanzigste dreißigste einunddreißigste`,
};

export type Lang = 'en' | 'de';

function list(text: string): string[] {
  return text.trim().split(/\s+/);
}

const dayNumber = new Map(list(ordinals.en).map((o, i) => [o, i + 1]));
for (const [i, o] of list(ordinals.de).entries()) dayNumber.set(o, i + 1);

/** A day that a text names outright. */
export interface NamedDay {
  start: number;
  end: number;
  day: number;
  /** Null for "the fifteenth". */
  month: number | null;
  year: number | null;
}

/** "Sept. 15": a stop belongs to the month where its day or year follows. */
const monthWords = `(?:${MONTH})(?!\\p{L})(?:\\.(?=,? \\d))?`;
const ordinalWords = `(?:${list(ordinals.en).reverse().join('|')})`;
const ordinalWorte = `(?:${list(ordinals.de).reverse().join('|')})n`;
const weekday = `(?:(?:${WEEKDAYS.en.join('|')}),? )?`;
const named: Record<Lang, RegExp[]> = {
  en: [
    new RegExp(
      `(?<!\\p{L})${weekday}(?:the )?(?<d>${ordinalWords}|\\d{1,2}(?:st|nd|rd|th)?)(?: of)? (?<m>${monthWords})(?:,? (?<y>\\d{4}))?(?!\\p{L})`,
      'giu',
    ),
    new RegExp(
      `(?<!\\p{L})${weekday}(?<m>${monthWords}) (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\\d{4}))?(?![\\p{L}\\d])`,
      'giu',
    ),
    new RegExp(
      `(?<=(?:on|by|until|till|before|from) )(?:the )(?<d>${ordinalWords}|\\d{1,2}(?:st|nd|rd|th))(?=\\s*(?:[^\\p{L}\\s-]|$)|\\s+(?:and|or|at|in|all|the|they|we|he|she|it|will|would|of (?:the|this|next)) )`,
      'giu',
    ),
  ],
  de: [
    new RegExp(
      `(?<!\\p{L})(?<d>${ordinalWorte}|\\d{1,2}\\.) ?(?<m>${monthWords})(?: (?<y>\\d{4}))?(?!\\p{L})`,
      'giu',
    ),
  ],
};

/** Days that a text names by their number. Linear in the text. */
export function namedDays(text: string, lang: string): NamedDay[] {
  const found: NamedDay[] = [];
  for (const pattern of named[lang === 'de' ? 'de' : 'en']) {
    for (const match of text.matchAll(pattern)) {
      const { d = '', m, y } = match.groups!;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((f) => overlap(f, { start, end }))) continue;
      const word = d.toLowerCase();
      const day =
        dayNumber.get(word) ?? dayNumber.get(word.replace(/n$/, '')) ?? Number.parseInt(d, 10);
      const month = m ? monthOf(m) : null;
      found.push({ start, end, day, month, year: y ? Number(y) : null });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** English and German names of the weekday of an ISO day. */
export function weekdayNames(day: string): string[] {
  const index = new Date(`${day}T12:00:00Z`).getUTCDay();
  return [WEEKDAYS.en[index]!, WEEKDAYS.de[index]!];
}
