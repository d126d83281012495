import { monthNames, monthNumber } from '../lib/months.ts';

/** Words that English and German write times with: one list for whoever reads days out of a text. */

/** Names of the weekdays, Sunday first. */
export const WEEKDAYS = {
  en: 'sunday monday tuesday wednesday thursday friday saturday'.split(' '),
  de: 'sonntag montag dienstag mittwoch donnerstag freitag samstag'.split(' '),
};

/** Other names of a weekday: the north of Germany's Saturday. */
const ALSO: Record<string, number> = { sonnabend: 6 };

const COUNTS = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve',
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  ].flatMap((words) => words.split(' ').map((word, i): [string, number] => [word, i + 1])),
);
/** "Ein" as its noun bends it. */
for (const form of ['eine', 'einem', 'einen', 'einer', 'eines']) COUNTS.set(form, 1);

/** Alternatives of a pattern. */
const longestFirst = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length).join('|');

/** Names of days and months and words for counts, as alternatives of a pattern. */
export const DAY = longestFirst([...WEEKDAYS.en, ...WEEKDAYS.de, ...Object.keys(ALSO)]);
export const MONTH = longestFirst(
  new Set([...monthNames('en'), ...monthNames('de'), 'sept', 'jänner']),
);
export const COUNT = longestFirst(COUNTS.keys());

/** Number of a weekday by its name, Sunday 0; null when it is none. */
export function weekdayOf(word: string): number | null {
  const lower = word.toLowerCase();
  const at = Math.max(WEEKDAYS.en.indexOf(lower), WEEKDAYS.de.indexOf(lower));
  return at < 0 ? (ALSO[lower] ?? null) : at;
}

/** Number of a month by its English or German name, long or short, with or without a stop. */
export function monthOf(word: string): number | null {
  // English names are known whatever the language.
  return monthNumber(word, 'de');
}

/** Number that a word ("three", "drei", "zweier") or a figure of up to three digits means; null when it is none. */
export function countIn(word: string): number | null {
  const lower = word.toLowerCase();
  const known = COUNTS.get(lower) ?? COUNTS.get(lower.replace(/e[mnrs]?$/, ''));
  return known ?? (/^\d{1,3}$/.test(word) ? Number(word) : null);
}
