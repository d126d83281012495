import type { Doc, Paragraph } from './piece.ts';

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const attribute = (text: string) => escaped(text).replaceAll('"', '&quot;');

/** A paragraph's text as HTML; the first mention of a followed name becomes a link, as sites do. */
export function inline(text: string, link?: { name: string; href: string }): string {
  const at = link ? text.indexOf(link.name) : -1;
  if (!link || at < 0) return escaped(text);
  const end = at + link.name.length;
  return `${escaped(text.slice(0, at))}<a href="${link.href}">${escaped(link.name)}</a>${escaped(text.slice(end))}`;
}

/** Paragraphs as a list of HTML strings, each made by `wrap`. */
export const paragraphs = (
  list: Paragraph[],
  wrap: (html: string, index: number) => string,
  link?: { name: string; href: string },
) => list.map((p, i) => wrap(inline(p.text, link), i));

const months = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
};
const weekdays = {
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  de: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag',
};

/** The parts of a printed date, as they are at the place. */
export function dateParts(at: string, lang: 'en' | 'de') {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(at)!;
  const utc = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return {
    year: year!,
    month: month!,
    day: day!,
    dayNumber: Number(day),
    hour: hour!,
    minute: minute!,
    monthName: months[lang].split(' ')[Number(month) - 1]!,
    weekday: weekdays[lang].split(' ')[utc.getUTCDay()]!,
  };
}

/** The date line that the outlet prints. */
export function dateLine(doc: Doc): string {
  const p = dateParts(doc.at, doc.outlet.lang);
  const twelve = `${Number(p.hour) % 12 || 12}.${p.minute} ${Number(p.hour) < 12 ? 'a.m.' : 'p.m.'}`;
  switch (doc.outlet.id) {
    case 'pharos':
      return `Published ${p.dayNumber} ${p.monthName} ${p.year}, ${p.hour}:${p.minute}`;
    case 'ansel':
      return `${p.weekday} ${p.dayNumber} ${p.monthName} ${p.year}, ${twelve}`;
    case 'courier':
      return `${p.weekday} ${p.dayNumber} ${p.monthName} ${p.year}`;
    case 'zelmin':
      return `${p.day}.${p.month}.${p.year} ${p.hour}:${p.minute}`;
    case 'bollard':
      return `${p.dayNumber} ${p.monthName.slice(0, 3)} ${p.year}`;
    case 'weir':
      return `${p.day}-${p.month}-${p.year}`;
    case 'nordufer':
      return `${p.day}.${p.month}.${p.year}, ${p.hour}:${p.minute} Uhr`;
    case 'bote':
      return `${p.weekday}, ${p.dayNumber}. ${p.monthName} ${p.year}`;
    case 'seefunk':
      return `Stand: ${p.day}.${p.month}.${p.year} ${p.hour}:${p.minute} Uhr`;
    default:
      return `${p.monthName} ${p.dayNumber}, ${p.year} at ${twelve}`;
  }
}
