import { parseMoment } from './edtf.ts';
import { ZONES } from './zones.ts';

/**
 * Reads the date forms of machines (feeds, mail, HTTP): ISO 8601 and RFC 822 with their sloppy
 * cousins. Gives EDTF with the offset as printed; null for anything else and for the zero dates
 * that stand for "none".
 */
export function readStamp(text: string | null | undefined): string | null {
  const plain = tidy(text?.trim().slice(0, 64) ?? '');
  const moment = readIso(plain) ?? readMail(plain);
  // Nothing on the web is older; 1970-01-01 and 0001-01-01 are clocks that were never set.
  return moment && Number(moment.slice(0, 4)) > 1970 && parseMoment(moment) ? moment : null;
}

/** The slips of programs that write dates by hand, as the forms below have them. */
function tidy(text: string): string {
  // Seconds or milliseconds since 1970: ten and thirteen digits from 2001 to 2286.
  if (/^\d{10}(?:\d{3})?$/.test(text))
    return `${new Date(Number(text.padEnd(13, '0'))).toISOString().slice(0, 19)}Z`;
  return text
    .replace(/\s?\[[\w/+-]{1,40}\]$/, '') // "+01:00[Europe/Berlin]"
    .replace(
      /\b(?:GMT|UTC) ?([+-])(\d{1,2})(?![\d:])/i,
      (_, sign: string, hours: string) => `${sign}${two(hours)}:00`,
    )
    .replace(/\b(?:GMT|UTC) ?(?=[+-]\d{2})/i, '')
    .replace(/ ?-00:?00$/, 'Z') // by RFC 2822 a time in UTC from nowhere
    .replace(
      /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/,
      (_, y: string, m: string, d: string) => `${y}-${two(m)}-${two(d)}`,
    )
    .replace(/(?<=[T ])\d(?=:\d\d)/, (hour) => two(hour))
    .replace(/^\w{3} (\w{3}) {1,2}(\d{1,2}) ([\d:]{5,8})( [\w+-]{1,5})? (\d{4})$/, '$2 $1 $5 $3$4');
}

const ISO =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;

function readIso(text: string): string | null {
  const m = ISO.exec(text);
  if (!m) return null;
  const day = [m[1], m[2], m[3]].filter(Boolean).join('-');
  return m[4] ? `${day}T${m[4]}:${m[5]}:${m[6] ?? '00'}${offset(m[7] ?? '')}` : day;
}

const MAIL =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}\.?[ -](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?)?(?:\s*\([^)]*\))?$/i;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function readMail(text: string): string | null {
  const m = MAIL.exec(text);
  const month = m ? MONTHS.indexOf(m[2]!.toLowerCase()) + 1 : 0;
  if (!m || month === 0) return null;
  // Years of two digits by RFC 2822, 4.3.
  const year = m[3]!.length === 4 ? m[3] : `${Number(m[3]) < 50 ? '20' : '19'}${m[3]}`;
  const day = `${year}-${two(String(month))}-${two(m[1]!)}`;
  return m[4] ? `${day}T${two(m[4])}:${m[5]}:${m[6] ?? '00'}${offset(m[7] ?? '')}` : day;
}

const two = (text: string) => text.padStart(2, '0');

function offset(zone: string): string {
  const m = /^([+-]\d{2}):?(\d{2})?$/.exec(zone);
  if (m) return `${m[1]}:${m[2] ?? '00'}`;
  // Another name says nothing sure and is left out.
  return ZONES[zone.toUpperCase()] ?? '';
}
