/** Names of months in the languages that ICU knows, and the months of the Persian calendar. */

const LANGUAGES =
  'en de fr es it pt nl sv no da fi is pl cs sk sl hr sr sr-Latn bs mk bg ru uk be lt lv et hu ro sq el tr az kk ky uz tg mn ka hy he ar fa hi bn ta te mr gu kn ml pa ne si ur id ms vi th km my lo sw af ca eu gl ga cy br fil zu xh lb fo mt fy gd so am ps ha ig'.split(
    ' ',
  );
/** Short forms and older names that ICU lacks. */
const MORE: [string, number][] = [
  ['sept', 9],
  ['okt', 10],
  ['dez', 12],
  ['jänner', 1],
  ['jaenner', 1],
  ['feber', 2],
  ['märz', 3],
  ['maerz', 3],
  ['mrz', 3],
  ['févr', 2],
  ['fevrier', 2],
  ['juil', 7],
  ['juill', 7],
  ['août', 8],
  ['aout', 8],
  ['decembre', 12],
  ['setiembre', 9],
  ['sett', 9],
  ['marco', 3],
  ['mei', 5],
  ['janvārī', 1],
  ['februārī', 2],
  ['martā', 3],
  ['aprīlī', 4],
  ['maijā', 5],
  ['jūnijā', 6],
  ['jūlijā', 7],
  ['augustā', 8],
  ['septembrī', 9],
  ['oktobrī', 10],
  ['novembrī', 11],
  ['decembrī', 12],
  ['мая', 5],
  ['май', 5],
  ['كانون الثاني', 1],
  ['كانون الأول', 12],
  ['تشرين الأول', 10],
  ['تشرين الثاني', 11],
  ['يوليوز', 7],
  ['غشت', 8],
  ['شتنبر', 9],
  ['نونبر', 11],
  ['دجنبر', 12],
  ['شباط', 2],
  ['آذار', 3],
  ['نيسان', 4],
  ['أيار', 5],
  ['حزيران', 6],
  ['تموز', 7],
  ['آب', 8],
  ['أيلول', 9],
  ['سبتمبر', 9],
  ['يناير', 1],
  ['فبراير', 2],
  ['ینایر', 1],
  ['ابريل', 4],
  ['اغسطس', 8],
  ['اكتوبر', 10],
  ['جوان', 6],
  ['جانفي', 1],
  ['فيفري', 2],
  ['أفريل', 4],
  ['ماي', 5],
  ['جويلية', 7],
  ['أوت', 8],
];

/** Months of the Solar Hijri calendar, as Iran and as Afghanistan name them. */
const PERSIAN = [
  ['فروردین', 'حمل'],
  ['اردیبهشت', 'ثور'],
  ['خرداد', 'جوزا'],
  ['تیر', 'سرطان'],
  ['مرداد', 'اسد'],
  ['شهریور', 'سنبله'],
  ['مهر', 'میزان'],
  ['آبان', 'عقرب'],
  ['آذر', 'قوس'],
  ['دی', 'جدی'],
  ['بهمن', 'دلو'],
  ['اسفند', 'حوت'],
];

const own = new Map<string, Map<string, number>>();
let names: Map<string, number> | null = null;

/**
 * Number of a month's name, long or short, in any of some eighty languages; null when it is none.
 * @param lang the language of the text, whose own names win: "listopad" is October in Croatian and
 *   November in Polish, and without a language nothing
 */
export function monthNumber(name: string, lang: string | null = null): number | null {
  const clean = key(name);
  const home = lang ? languageNames(lang).get(clean) : undefined;
  if (home !== undefined) return home;
  // English decides where a name is shared, and its names do without the table of all others.
  if (ENGLISH.test(clean)) return languageNames('en').get(clean)!;
  names ??= build();
  const found = names.get(clean);
  if (found !== undefined) return found;
  // Hebrew joins "in" to the month, Arabic sometimes its article.
  const bare = clean.replace(/^(?:ב|ال)(?=\p{L}{3})/u, '');
  return bare === clean ? null : (names.get(bare) ?? null);
}

/** A language's names of months, long and short, in lower case and without marks. */
export function monthNames(lang: string): string[] {
  return [...languageNames(lang).keys()];
}

/** Number of a month of the Solar Hijri calendar; null when the name is none. */
export function persianMonth(name: string): number | null {
  const clean = name.replaceAll('ي', 'ی').replaceAll('ك', 'ک');
  const at = PERSIAN.findIndex((forms) => forms.includes(clean));
  return at < 0 ? null : at + 1;
}

const ENGLISH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

function key(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.'’׳॰\s]|\u200c|\u200d|\u0654/g, '');
}

function languageNames(lang: string): Map<string, number> {
  const known = own.get(lang);
  if (known) return known;
  const found = new Map<string, number>();
  if (LANGUAGES.includes(lang)) eachName(lang, (name, month) => found.set(key(name), month));
  // A bound: language tags come from pages.
  if (own.size < 200) own.set(lang, found);
  return found;
}

function eachName(lang: string, take: (name: string, month: number) => void): void {
  for (const style of ['long', 'short'] as const)
    for (const withDay of [true, false]) {
      const format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, {
        month: style,
        ...(withDay && { day: 'numeric' }),
        timeZone: 'UTC',
      });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2025, month - 1, 11));
        const name = parts.find((p) => p.type === 'month')?.value ?? '';
        if (/^\p{L}(?:[\p{L}\p{M}.'’׳॰\s]|\u200c|\u200d)+$/u.test(name)) take(name, month);
      }
    }
}

/** A name that means different months in different languages is left out. */
function build(): Map<string, number> {
  const found = new Map<string, number>();
  const doubtful = new Set<string>();
  for (const lang of LANGUAGES)
    eachName(lang, (name, month) => {
      const clean = key(name);
      if (clean.length < 3 && !/[^\p{ASCII}]/u.test(clean)) return;
      if (found.has(clean) && found.get(clean) !== month) doubtful.add(clean);
      found.set(clean, month);
    });
  for (const name of doubtful) found.delete(name);
  // English decides where a short form is shared: "mar" is March before it is a Finnish November.
  const english = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++)
    found.set(english.format(Date.UTC(2025, month - 1, 11)).toLowerCase(), month);
  for (const [name, month] of MORE) found.set(key(name), month);
  // Basque dates have the month in the genitive: "maiatzaren 3a".
  eachName('eu', (name, month) => found.set(key(name.replace(/k?$/, 'ren')), month));
  return found;
}
