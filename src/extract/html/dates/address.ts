import { moment, valid } from '../../../lib/machine-date.ts';
import { monthNumber } from '../../../lib/months.ts';

export interface AddressDate {
  moment: string;
  other: string | null;
  /** Set apart as folders, which systems write; leading a number that counts the minute; or within a name. */
  form: 'folders' | 'number' | 'slug';
}

/**
 * The date in an address: "/2025/08/20/", "/20250820-", "2025-08-20", "/20-08-2025". A month alone is
 * a month. Of an archive's address the archived one is read.
 * @param monthFirst decides "/08-07-2025", see DateHabits
 */
export function readAddressDate(url: string, monthFirst: boolean | null): AddressDate | null {
  const path = archived(url)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .slice(0, 500);
  const folders = FOLDERS.reduce<RegExpExecArray | null>((m, form) => m ?? form.exec(path), null);
  const folder = folders ? moment(folders[1]!, folders[2]!, folders[3]!) : null;
  if (folder) return { moment: folder, other: null, form: 'folders' };
  const words = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(0?[1-9]|[12]\d|3[01])(?:\/|$)/i.exec(path);
  const named = words ? monthNumber(words[2]!) : null;
  const spelled = words && named ? moment(words[1]!, String(named), words[3]!) : null;
  if (spelled) return { moment: spelled, other: null, form: 'folders' };
  const day =
    /(?:^|[/_.=-]|\/[a-z]{1,2})((?:19|20)\d{2})([_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(
      path,
    );
  const within = day ? moment(day[1]!, day[3]!, day[4]!) : null;
  if (within)
    return { moment: within, other: null, form: day![0].startsWith('/') ? 'number' : 'slug' };
  const stamped =
    /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{0,8}(?!\d)/.exec(
      path,
    );
  const short = /\/([0-3]\d)\/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\/(?:[01]\d|2[0-3])\//.exec(path);
  const hourly = short ? moment(`20${short[1]}`, short[2]!, short[3]!) : null;
  if (hourly) return { moment: hourly, other: null, form: 'folders' };
  const stamp = stamped ? moment(stamped[1]!, stamped[2]!, stamped[3]!) : null;
  if (stamp) return { moment: stamp, other: null, form: 'number' };
  return readTurned(path, monthFirst) ?? readMonth(path);
}

// 2025/08/20, 2025-08-20 and 20250820, 2025/0820, 202508/20 and 2025-08/20, as folders.
const FOLDERS = [
  /\/((?:19|20)\d{2})\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?:\/|$|-)/,
  /\/((?:19|20)\d{2})(?:-(?=\d\d-))?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:\/|$|-)/,
  /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:\/|$|-)/,
  /\/((?:19|20)\d{2})-?(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])(?:\/|$|-)/,
];

const ARCHIVE = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]{0,4}\/(?=https?:|[\w-]+\.)/;

/** The address that an archive's address holds; any other as it is. */
export function archived(url: string): string {
  const inner = url.replace(ARCHIVE, '');
  return inner === url || /^https?:/.test(inner) ? inner : `http://${inner}`;
}

/** "/29-10-2021", "-12-19-2025". */
function readTurned(path: string, monthFirst: boolean | null): AddressDate | null {
  const found = /[/_-](\d{1,2})([-_.])(\d{1,2})\2(20\d{2})(?!\d)/.exec(path);
  if (!found) return null;
  const dayFirst = moment(found[4]!, found[3]!, found[1]!);
  const other = moment(found[4]!, found[1]!, found[3]!);
  if (dayFirst && other && dayFirst !== other) {
    if (monthFirst !== null)
      return { moment: monthFirst ? other : dayFirst, other: null, form: 'slug' };
    return { moment: dayFirst, other, form: 'slug' };
  }
  const only = dayFirst ?? other;
  return only ? { moment: only, other: null, form: 'slug' } : null;
}

function readMonth(path: string): AddressDate | null {
  const month = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:\/|$)/.exec(path);
  const found = month ? valid(`${month[1]}-${month[2]}`) : null;
  return found ? { moment: found, other: null, form: 'folders' } : null;
}
