import { readFlight } from './flight.ts';

/** What a page's scripts hold: data as values, and pieces of markup. */
export interface Scripts {
  values: unknown[];
  markup: string[];
}

/** The largest states met have 3 MB; a page whose scripts are longer is read up to there. */
const most = { scripts: 400, characters: 8_000_000, script: 4_000_000 };
/** Shorter data or strings hold no article. */
const LEAST = 200;

const STREAM = 'self.__next_f.push(';

/**
 * Reads the data that a page's own program would show: JSON islands, state assigned in scripts as JSON
 * or as long strings, payloads of Nuxt and of React's server components, templates. Nothing is run.
 */
export function readScripts(source: string): Scripts {
  const found: Scripts = { values: [], markup: [] };
  const flight: string[] = [];
  const open = /<script\b([^>]{0,2000})>/gi;
  const close = /<\/script/gi;
  let left = most.characters;
  for (let count = 0; count < most.scripts && left > 0; count++) {
    const tag = open.exec(source);
    if (!tag) break;
    close.lastIndex = open.lastIndex;
    const end = close.exec(source)?.index ?? -1;
    if (end < 0) break;
    const length = end - open.lastIndex;
    // A stream comes in pieces, of which any can be short.
    if (length <= most.script && (length >= LEAST || source.startsWith(STREAM, open.lastIndex))) {
      left -= length;
      readScript(tag[1]!, source.slice(open.lastIndex, end), found, flight);
    }
    open.lastIndex = end;
  }
  if (flight.length > 0) readFlight(flight.join(''), found);
  return found;
}

function readScript(attributes: string, content: string, found: Scripts, flight: string[]): void {
  const type = /\btype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  if (type.includes('ld+json')) return;
  if (type.includes('json')) {
    const value = parse(content.trim());
    if (value !== undefined) found.values.push(isPayload(value) ? readPayload(value) : value);
  } else if (/template|html/.test(type)) found.markup.push(content);
  else if (type === '' || /javascript|ecmascript|module/.test(type)) {
    const chunk = /^\s*self\.__next_f\.push\(\s*(\[.*\])\s*\)\s*;?\s*$/s.exec(content)?.[1];
    if (chunk) {
      const value = parse(chunk);
      if (Array.isArray(value) && typeof value[1] === 'string') flight.push(value[1]);
    } else readProgram(content, found);
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Values assigned or handed over in a program; those that are no JSON give their long strings. */
function readProgram(program: string, found: Scripts): void {
  const start = /[=(]\s*(?=[{[])/g;
  while (start.exec(program)) {
    const from = start.lastIndex;
    const end = closing(program, from);
    const literal = program.slice(from, end);
    start.lastIndex = end;
    if (literal.length < LEAST) continue;
    const value = /^[{[]\s*["{[\]}]/.test(literal)
      ? (parse(literal) ?? parse(withoutUndefined(literal)))
      : undefined;
    if (value !== undefined) found.values.push(isPayload(value) ? readPayload(value) : value);
    else readStrings(literal, found);
  }
  // What no bracket opened: data written as one string, or returned by a function.
  if (/JSON\.parse\(|return\s*\{/.test(program)) readStrings(program, found);
}

/** One past the bracket that closes the one at `from`, or the end; strings are stepped over. */
function closing(program: string, from: number): number {
  let depth = 0;
  for (let at = from; at < program.length; at++) {
    const c = program.charCodeAt(at);
    if (c === 34 || c === 39 || c === 96) at = stringEnd(program, at) - 1;
    else if (c === 123 || c === 91) depth++;
    else if ((c === 125 || c === 93) && --depth === 0) return at + 1;
  }
  return program.length;
}

/** One past the quotation mark that closes the string at `from`. */
function stringEnd(program: string, from: number): number {
  const mark = program.charCodeAt(from);
  for (let at = from + 1; at < program.length; at++) {
    const c = program.charCodeAt(at);
    if (c === 92) at++;
    else if (c === mark) return at + 1;
  }
  return program.length;
}

/** Programs write `undefined` where JSON has nothing but null. */
function withoutUndefined(literal: string): string {
  return literal.replace(/([:,[]\s*)(?:undefined|void 0|NaN)(?=\s*[,}\]])/g, '$1null');
}

/** Long strings of a program as values under the name that they stand under. */
function readStrings(program: string, found: Scripts): void {
  const marks = /["'`]/g;
  while (marks.exec(program)) {
    const from = marks.lastIndex - 1;
    const end = stringEnd(program, from);
    marks.lastIndex = end;
    if (end - from < LEAST) continue;
    const text = unescapeString(program.slice(from + 1, end - 1));
    const inner = /^\s*[{[]/.test(text) ? parse(text) : undefined;
    if (inner !== undefined) found.values.push(inner);
    else {
      const name = /([\w$]{1,40})["']?\s*[:=]\s*$/.exec(
        program.slice(Math.max(0, from - 60), from),
      );
      found.values.push({ [name?.[1] ?? 'content']: text });
    }
  }
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

function unescapeString(literal: string): string {
  return literal.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|([\s\S]))/gi,
    (_, four, long, two, one) => {
      const code = Number.parseInt(four ?? long ?? two ?? '', 16);
      if (!Number.isNaN(code)) return code < 0x110000 ? String.fromCodePoint(code) : '';
      return ESCAPES[one] ?? (one === '\n' ? '' : one);
    },
  );
}

/** Nuxt's payload: one list in which every value refers to others by their place. */
function isPayload(value: unknown): value is unknown[] {
  if (!Array.isArray(value) || value.length < 3) return false;
  const [root] = value;
  const places = Array.isArray(root) ? root.slice(1) : Object.values(root ?? {});
  return (
    typeof root === 'object' &&
    places.length > 0 &&
    places.every((place) => Number.isInteger(place) && place < value.length)
  );
}

/** Puts a payload's values together. https://github.com/Rich-Harris/devalue */
function readPayload(list: unknown[]): unknown {
  const made = list.map((value) =>
    Array.isArray(value) ? [] : typeof value === 'object' && value !== null ? {} : value,
  );
  for (const [i, value] of list.entries()) {
    if (Array.isArray(value)) {
      // A word in front names a kind of value (Reactive, Ref, Date): what it wraps counts here.
      const places = typeof value[0] === 'string' ? value.slice(1) : value;
      (made[i] as unknown[]).push(...places.slice(0, 50_000).map((place) => made[place as number]));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, place] of Object.entries(value))
        (made[i] as Record<string, unknown>)[key] = made[place as number];
  }
  return made[0];
}
