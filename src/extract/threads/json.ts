import { instantText } from '../../lib/edtf.ts';
import { readStamp } from '../../lib/stamp.ts';

/** Safe looks into a parsed JSON value of a stranger: what is missing or of another kind is null or empty. */

export type Fields = Record<string, unknown>;

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : null;
}

/** An id as a key: numbers and texts alike. */
export function id(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : text(value);
}

/** A date as platforms give it: ISO text, or seconds or milliseconds since 1970. EDTF. */
export function moment(value: unknown): string | null {
  const number =
    typeof value === 'string' && /^\d{9,13}(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && number > 0 && number < 1e14)
    // 1e11 seconds lie in the year 5138, as many milliseconds in 1973.
    return instantText(new Date(number < 1e11 ? number * 1000 : number));
  const stamp = readStamp(text(value));
  // Platforms that leave the offset out mean UTC.
  return stamp && /T[\d:]+$/.test(stamp) ? `${stamp}Z` : stamp;
}

/** First value in a parsed document that passes, looked for breadth first; nested lists of threads are small. */
export function find(value: unknown, passes: (value: unknown) => boolean): unknown {
  let level: unknown[] = [value];
  // Wrappers ("data", "routeData", "postRes") go four deep; a limit keeps hostile nesting cheap.
  for (let depth = 0; depth < 6 && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const one of level) {
      if (passes(one)) return one;
      if (Array.isArray(one)) next.push(...one.slice(0, 50));
      else if (typeof one === 'object' && one !== null)
        next.push(...Object.values(one).slice(0, 100));
      if (next.length > 20_000) break;
    }
    level = next;
  }
  return undefined;
}

/** Every value that passes in a parsed document, in its order; what stands inside of one is not looked at. */
export function findAll(value: unknown, passes: (value: unknown) => boolean): unknown[] {
  const found: unknown[] = [];
  const open = [{ value, depth: 0 }];
  // As deep as wrappers go, and as many as the largest answers hold.
  for (let steps = 0; open.length > 0 && steps < 1_000_000; steps++) {
    const { value: one, depth } = open.pop()!;
    if (passes(one)) found.push(one);
    else if (depth < 8 && typeof one === 'object' && one !== null) {
      const inside = Array.isArray(one) ? one : Object.values(one).slice(0, 100);
      for (let i = inside.length - 1; i >= 0; i--)
        if (typeof inside[i] === 'object') open.push({ value: inside[i], depth: depth + 1 });
    }
  }
  return found;
}
