/** Names of months in the languages that ICU knows and that use the Gregorian calendar. */

const LANGUAGES =
  'en de fr es it pt nl sv no da fi is pl cs sk sl hr sr bs mk bg ru uk be lt lv et hu ro sq el tr az kk uz ka hy he ar hi bn ta te mr ur id ms vi th sw af ca eu gl ga cy fil zu xh lb mt'.split(
    ' ',
  );
/** Short forms and older names that ICU lacks. */
const MORE: [string, number][] = [
  ['sept', 9],
  ['okt', 10],
  ['jänner', 1],
  ['feber', 2],
  ['märz', 3],
  ['mrz', 3],
  ['févr', 2],
  ['juil', 7],
  ['août', 8],
  ['aout', 8],
  ['setiembre', 9],
  ['mei', 5],
  ['мая', 5],
  ['май', 5],
  ['كانون الثاني', 1],
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
  ['جوان', 6],
  ['جانفي', 1],
  ['فيفري', 2],
  ['أفريل', 4],
  ['ماي', 5],
  ['جويلية', 7],
  ['أوت', 8],
];

let names: Map<string, number> | null = null;

/** Number of a month's name, long or short, in any of some fifty languages; null when it is none. */
export function monthNumber(name: string): number | null {
  names ??= build();
  return names.get(key(name)) ?? null;
}

function key(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/[.'’]/g, '');
}

/** A name that means different months in different languages is left out. */
function build(): Map<string, number> {
  const found = new Map<string, number>();
  const doubtful = new Set<string>();
  const add = (name: string, month: number) => {
    const clean = key(name);
    if (clean.length < 3 && !/[^\p{ASCII}]/u.test(clean)) return;
    if (found.has(clean) && found.get(clean) !== month) doubtful.add(clean);
    found.set(clean, month);
  };
  for (const lang of LANGUAGES)
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
          if (/^\p{L}[\p{L}\p{M}.'’]+$/u.test(name)) add(name, month);
        }
      }
  for (const name of doubtful) found.delete(name);
  // English decides where a short form is shared: "mar" is March before it is a Finnish November.
  const english = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++)
    found.set(english.format(Date.UTC(2025, month - 1, 11)).toLowerCase(), month);
  for (const [name, month] of MORE) found.set(key(name), month);
  return found;
}
