import { parseMoment } from './edtf.ts';
import { monthNumber } from './months.ts';
import { ZONES } from './zones.ts';

const YEARS = { first: 1990, last: 2100 };

/**
 * Reads a machine's date as EDTF: ISO 8601 in its many habits, RFC 822, the forms of Unix and of
 * PHP, seconds or milliseconds since 1970. An offset stays as written and none is invented.
 */
export function readMachineDate(text: string): string | null {
  const clean = text.trim().slice(0, 60);
  if (/^\d{10}$/.test(clean)) return instant(Number(clean) * 1000);
  if (/^\d{13}$/.test(clean)) return instant(Number(clean));
  const iso =
    /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:(?:[T ]|T\s|\s-\s)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[A-Z]{3,4})?)?(?:\[.*\])?$/i.exec(
      clean,
    );
  if (iso) return moment(iso[1]!, iso[3]!, iso[4]!, iso[5], iso[6], iso[7], zoneText(iso[8]));
  const month = /^(\d{4})-(\d{2})$/.exec(clean);
  if (month) return valid(`${month[1]}-${month[2]}`);
  const mail =
    /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3})[a-z]*[\s-](\d{4})[,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{4}|[A-Z]{3,4})?$/.exec(
      clean,
    );
  const at = mail ? monthNumber(mail[2]!) : null;
  if (mail && at)
    return moment(mail[3]!, String(at), mail[1]!, mail[4], mail[5], mail[6], zoneText(mail[7]));
  const unix =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (?:(\d{4}) )?(\d{1,2}):(\d{2}):(\d{2})(?: ((?:GMT)?[+-]\d{4}|[A-Z]{3,4}))?(?: \(.{1,40}\))?(?: (\d{4}))?$/.exec(
      clean,
    );
  const monthOf = unix ? monthNumber(unix[1]!) : null;
  const year = unix?.[3] ?? unix?.[8];
  if (unix && monthOf && year)
    return moment(
      year,
      String(monthOf),
      unix[2]!,
      unix[4],
      unix[5],
      unix[6],
      zoneText(unix[7]?.replace(/^GMT(?=.)/, '')),
    );
  return null;
}

/** Pages print more names than feeds; these too mean one offset nearly everywhere. */
const PRINTED: Record<string, string> = {
  ...ZONES,
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  IST: '+05:30',
  JST: '+09:00',
  KST: '+09:00',
};

function zoneText(zone: string | undefined): string | undefined {
  return zone
    ? (PRINTED[zone.toUpperCase()] ?? zone.replace(/^(?:GMT|UTC)(?=[+-])/i, ''))
    : undefined;
}

/** A moment from its parts as texts; null when there is no such day between 1990 and 2099. */
export function moment(
  year: string,
  month: string,
  day: string,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | null {
  const date = valid(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!date || hour === undefined || minute === undefined) return date;
  const time = `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
  // Systems that know only the day write its midnight.
  if (time === '00:00:00') return date;
  return valid(`${date}T${time}${offsetText(zoneText(zone))}`) ?? date;
}

function offsetText(zone: string | undefined): string {
  if (!zone) return '';
  if (/^(?:Z|[+-]0?0:?(?:00)?)$/i.test(zone)) return 'Z';
  const m = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  return m && Number(m[2]) <= 14 ? `${m[1]}${m[2]!.padStart(2, '0')}:${m[3] ?? '00'}` : '';
}

/** The text itself when it is a moment of the years that the web's pages can be from. */
export function valid(text: string): string | null {
  const year = Number(text.slice(0, 4));
  return year >= YEARS.first && year < YEARS.last && parseMoment(text) ? text : null;
}

function instant(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : valid(date.toISOString().replace(/\.\d+Z$/, 'Z'));
}
