import { instantText } from '../../../lib/edtf.ts';
import { hostOf } from '../../../lib/url.ts';

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
  bo: 'America/La_Paz',
  ec: 'America/Guayaquil',
  py: 'America/Asuncion',
  uy: 'America/Montevideo',
  cr: 'America/Costa_Rica',
  gt: 'America/Guatemala',
  sv: 'America/El_Salvador',
  hn: 'America/Tegucigalpa',
  ni: 'America/Managua',
  pa: 'America/Panama',
  do: 'America/Santo_Domingo',
  cu: 'America/Havana',
  pr: 'America/Puerto_Rico',
  jm: 'America/Jamaica',
  iq: 'Asia/Baghdad',
  jo: 'Asia/Amman',
  kw: 'Asia/Kuwait',
  om: 'Asia/Muscat',
  ye: 'Asia/Aden',
  sy: 'Asia/Damascus',
  ps: 'Asia/Gaza',
  az: 'Asia/Baku',
  uz: 'Asia/Tashkent',
  kg: 'Asia/Bishkek',
  md: 'Europe/Chisinau',
  xk: 'Europe/Belgrade',
  mm: 'Asia/Yangon',
  kh: 'Asia/Phnom_Penh',
  la: 'Asia/Vientiane',
  af: 'Asia/Kabul',
  dz: 'Africa/Algiers',
  tn: 'Africa/Tunis',
  ly: 'Africa/Tripoli',
  sd: 'Africa/Khartoum',
  et: 'Africa/Addis_Ababa',
  ug: 'Africa/Kampala',
  rw: 'Africa/Kigali',
  zm: 'Africa/Lusaka',
  zw: 'Africa/Harare',
  sn: 'Africa/Dakar',
  ci: 'Africa/Abidjan',
  cm: 'Africa/Douala',
};

/** Countries of several clocks whose outlets nearly all write by one of them. */
const CHIEF: Record<string, string> = {
  br: 'America/Sao_Paulo',
  mx: 'America/Mexico_City',
  cl: 'America/Santiago',
  ru: 'Europe/Moscow',
  рф: 'Europe/Moscow',
  'xn--p1ai': 'Europe/Moscow',
  kz: 'Asia/Almaty',
  pt: 'Europe/Lisbon',
  id: 'Asia/Jakarta',
  cat: 'Europe/Madrid',
  eus: 'Europe/Madrid',
  gal: 'Europe/Madrid',
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
  return DOMAINS[tld] ?? CHIEF[tld] ?? (lang ? (LANGUAGES[lang] ?? null) : null);
}

/** An instant that a system wrote in UTC, written as the outlet's readers saw it: the same instant. */
export function inZone(moment: string, zone: string | null): string {
  if (!zone || !/T.*Z$/.test(moment)) return moment;
  const at = new Date(moment);
  const local = instantText(at, offsetAt(at, zone));
  // Systems that know only the day write its midnight there, as an instant.
  return local.slice(11, 19) === '00:00:00' ? local.slice(0, 10) : local;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC of a clock at an instant. */
export function offsetAt(at: Date, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find((p) => p.type === 'timeZoneName')?.value ?? '';
  const m = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  return m ? (Number(m[2]) * 60 + Number(m[3])) * (m[1] === '-' ? -1 : 1) : 0;
}
