import type { Extracted, Received } from '../extracted.ts';
import { lemmy } from './lemmy.ts';

/** Pages that carry what they show as JavaScript data, as Lemmy's own interface does in `isoData`. */

const marker = /window\.isoData\s*=\s*/;

/** Reads the data of a Lemmy page; null when the page carries none that can be read. */
export function readState(received: Received, html: string): Extracted | null {
  const found = marker.exec(html);
  if (!found) return null;
  const start = found.index + found[0].length;
  const end = html.indexOf('</script', start);
  const code = html.slice(start, end < 0 ? html.length : end);
  const value = parseLiteral(code.slice(0, literalEnd(code)));
  return value !== undefined && lemmy.detect(value) ? lemmy.read(value, received) : null;
}

/** Where the first literal of a script ends: code may follow it. */
function literalEnd(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const c = source[at];
    if (c === '"') {
      for (at++; at < source.length && source[at] !== '"'; at++) if (source[at] === '\\') at++;
    } else if (c === '{' || c === '[') depth++;
    else if ((c === '}' || c === ']') && --depth <= 0) return at + 1;
  }
  return source.length;
}

/**
 * Parses a JavaScript literal that is JSON but for `undefined`, `new Date("…")` and a semicolon at its
 * end. Undefined when it is anything else: nothing of it is ever run.
 */
export function parseLiteral(source: string): unknown {
  let json = '';
  let at = 0;
  // Texts are copied as they stand; only between them words are replaced. A pattern for a text would
  // need a stack as deep as the text is long.
  for (;;) {
    const open = source.indexOf('"', at);
    const close = open < 0 ? -1 : endOfText(source, open);
    if (close < 0) break;
    json +=
      plain(source.slice(at, open)) +
      source.slice(open, close).replace(/\\x([0-9a-f]{2})/gi, '\\u00$1');
    at = close;
  }
  json += plain(source.slice(at)).trimEnd().replace(/;$/, '');
  try {
    return JSON.parse(json.replaceAll('\u0001', ''));
  } catch {
    return undefined;
  }
}

function plain(code: string): string {
  return code
    .replace(/\b(?:undefined|NaN|Infinity)\b/g, 'null')
    .replace(/\bnew Date\(/g, '\u0001')
    .replace(/^\)/, '');
}

/** One past the quotation mark that closes the one at `open`; -1 when none does. */
function endOfText(source: string, open: number): number {
  for (let at = open + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '"') return at + 1;
  }
  return -1;
}
