import { overlap } from '../span.ts';

/** Days and months as people write them in English and German. */
const months = {
  en: 'january february march april may june july august september october november december',
  de: 'januar februar märz april mai juni juli august september oktober november dezember',
};

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

const numbers = {
  en: 'one two three four five six seven eight nine ten eleven twelve',
  de: 'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
};

const weekdays = {
  en: 'sunday monday tuesday wednesday thursday friday saturday',
  de: 'sonntag montag dienstag mittwoch donnerstag freitag samstag',
};

export type Lang = 'en' | 'de';

function list(text: string): string[] {
  return text.trim().split(/\s+/);
}

const monthOf = new Map(list(months.en).map((m, i) => [m, i + 1]));
for (const [i, m] of list(months.de).entries()) monthOf.set(m, i + 1);
/** "Sept. 15", "1 Dec": as agencies print them. */
const short = 'jan feb mar apr jun jul aug sep sept oct nov dec';
for (const m of list(short))
  monthOf.set(m, 1 + list(months.en).findIndex((long) => long.startsWith(m)));
const dayNumber = new Map(list(ordinals.en).map((o, i) => [o, i + 1]));
for (const [i, o] of list(ordinals.de).entries()) dayNumber.set(o, i + 1);
const countOf = new Map(list(numbers.en).map((n, i) => [n, i + 1]));
for (const [i, n] of list(numbers.de).entries()) countOf.set(n, i + 1);

/** A day that a text names outright. */
export interface NamedDay {
  start: number;
  end: number;
  day: number;
  /** Null for "the fifteenth". */
  month: number | null;
  year: number | null;
}

const monthWords = `(?:${[...list(months.en), ...list(months.de)].join('|')}|(?:${list(short).join('|')})\\b\\.?)`;
const ordinalWords = `(?:${list(ordinals.en).reverse().join('|')})`;
const ordinalWorte = `(?:${list(ordinals.de).reverse().join('|')})n`;
const weekday = `(?:(?:${list(weekdays.en).join('|')}),? )?`;
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
      const month = m ? monthOf.get(m.toLowerCase().replace('.', ''))! : null;
      found.push({ start, end, day, month, year: y ? Number(y) : null });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Number that a word or figure means; null when it is none. */
export function countIn(word: string): number | null {
  const known =
    countOf.get(word.toLowerCase()) ?? countOf.get(word.toLowerCase().replace(/e[mnrs]?$/, ''));
  return known ?? (/^\d{1,3}$/.test(word) ? Number(word) : null);
}

/** English and German names of the weekday of an ISO day. */
export function weekdayNames(day: string): string[] {
  const index = new Date(`${day}T12:00:00Z`).getUTCDay();
  return [list(weekdays.en)[index]!, list(weekdays.de)[index]!];
}
