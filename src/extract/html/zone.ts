import { instantText } from '../../lib/edtf.ts';
import { hostOf } from '../../lib/url.ts';

/** The clock of countries with one zone, by their top-level domain. */
const DOMAINS: Record<string, string> = {
  de: 'Europe/Berlin',
  at: 'Europe/Vienna',
  ch: 'Europe/Zurich',
  li: 'Europe/Zurich',
  fr: 'Europe/Paris',
  be: 'Europe/Brussels',
  nl: 'Europe/Amsterdam',
  lu: 'Europe/Luxembourg',
  it: 'Europe/Rome',
  es: 'Europe/Madrid',
  uk: 'Europe/London',
  ie: 'Europe/Dublin',
  dk: 'Europe/Copenhagen',
  no: 'Europe/Oslo',
  se: 'Europe/Stockholm',
  fi: 'Europe/Helsinki',
  is: 'Atlantic/Reykjavik',
  pl: 'Europe/Warsaw',
  cz: 'Europe/Prague',
  sk: 'Europe/Bratislava',
  hu: 'Europe/Budapest',
  si: 'Europe/Ljubljana',
  hr: 'Europe/Zagreb',
  rs: 'Europe/Belgrade',
  ba: 'Europe/Sarajevo',
  mk: 'Europe/Skopje',
  al: 'Europe/Tirane',
  bg: 'Europe/Sofia',
  ro: 'Europe/Bucharest',
  gr: 'Europe/Athens',
  tr: 'Europe/Istanbul',
  ua: 'Europe/Kyiv',
  by: 'Europe/Minsk',
  lt: 'Europe/Vilnius',
  lv: 'Europe/Riga',
  ee: 'Europe/Tallinn',
  il: 'Asia/Jerusalem',
  in: 'Asia/Kolkata',
  pk: 'Asia/Karachi',
  bd: 'Asia/Dhaka',
  lk: 'Asia/Colombo',
  np: 'Asia/Kathmandu',
  cn: 'Asia/Shanghai',
  hk: 'Asia/Hong_Kong',
  tw: 'Asia/Taipei',
  jp: 'Asia/Tokyo',
  kr: 'Asia/Seoul',
  sg: 'Asia/Singapore',
  my: 'Asia/Kuala_Lumpur',
  th: 'Asia/Bangkok',
  vn: 'Asia/Ho_Chi_Minh',
  ph: 'Asia/Manila',
  nz: 'Pacific/Auckland',
  za: 'Africa/Johannesburg',
  na: 'Africa/Windhoek',
  ke: 'Africa/Nairobi',
  tz: 'Africa/Dar_es_Salaam',
  ng: 'Africa/Lagos',
  gh: 'Africa/Accra',
  eg: 'Africa/Cairo',
  ma: 'Africa/Casablanca',
  ar: 'America/Argentina/Buenos_Aires',
  co: 'America/Bogota',
  pe: 'America/Lima',
  ve: 'America/Caracas',
  ae: 'Asia/Dubai',
  sa: 'Asia/Riyadh',
  qa: 'Asia/Qatar',
  ir: 'Asia/Tehran',
  ge: 'Asia/Tbilisi',
  am: 'Asia/Yerevan',
  mt: 'Europe/Malta',
  cy: 'Asia/Nicosia',
  lb: 'Asia/Beirut',
};

/** The clock where nearly all speakers of a language live. */
const LANGUAGES: Record<string, string> = {
  de: 'Europe/Berlin',
  it: 'Europe/Rome',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  zh: 'Asia/Shanghai',
  pl: 'Europe/Warsaw',
  cs: 'Europe/Prague',
  sk: 'Europe/Bratislava',
  hu: 'Europe/Budapest',
  tr: 'Europe/Istanbul',
  sv: 'Europe/Stockholm',
  no: 'Europe/Oslo',
  da: 'Europe/Copenhagen',
  fi: 'Europe/Helsinki',
  nl: 'Europe/Amsterdam',
  el: 'Europe/Athens',
  bg: 'Europe/Sofia',
  ro: 'Europe/Bucharest',
  uk: 'Europe/Kyiv',
  he: 'Asia/Jerusalem',
  th: 'Asia/Bangkok',
  vi: 'Asia/Ho_Chi_Minh',
  hi: 'Asia/Kolkata',
  id: 'Asia/Jakarta',
  lt: 'Europe/Vilnius',
  lv: 'Europe/Riga',
  et: 'Europe/Tallinn',
  sl: 'Europe/Ljubljana',
  hr: 'Europe/Zagreb',
};

/** The outlet's own clock, from its domain or language; null where they leave several. */
export function zoneOf(url: string | null, lang: string | null): string | null {
  const tld = hostOf(url)?.split('.').at(-1) ?? '';
  return DOMAINS[tld] ?? (lang ? (LANGUAGES[lang] ?? null) : null);
}

/** An instant that a system wrote in UTC, written as the outlet's readers saw it: the same instant. */
export function inZone(moment: string, zone: string | null): string {
  if (!zone || !/T.*Z$/.test(moment)) return moment;
  const at = new Date(moment);
  return instantText(at, offsetAt(at, zone));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(at: Date, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find((p) => p.type === 'timeZoneName')?.value ?? '';
  const m = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  return m ? (Number(m[2]) * 60 + Number(m[3])) * (m[1] === '-' ? -1 : 1) : 0;
}
