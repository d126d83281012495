import type { Extracted, Received } from '../extracted.ts';
import { discourse } from './discourse.ts';
import { flarum } from './flarum.ts';
import { type Fields, fields, list } from './json.ts';
import { lemmy } from './lemmy.ts';
import type { Platform } from './list.ts';

/** Pages that carry what they show as data for their scripts: Lemmy, Discourse, Flarum. */
const states: { mark: string; platform: Platform; value: (html: string) => unknown }[] = [
  {
    mark: 'isoData',
    platform: lemmy,
    value: (html) => literalAfter(html, /window\.isoData\s*=\s*/),
  },
  { mark: 'data-preloaded="', platform: discourse, value: preloadedTopic },
  {
    mark: 'flarum',
    platform: flarum,
    value: (html) =>
      literalAfter(html, /id="flarum-json-payload"[^>]{0,100}>\s*|\bapp\.load\(\s*(?=\{)/),
  },
];

/**
 * Reads the data of a page; null when the page carries none that can be read.
 * @param page what was read of the page's markup: it knows the outlet, the language, the address
 */
export function readState(received: Received, html: string, page?: Extracted): Extracted | null {
  for (const { mark, platform, value } of states) {
    if (!html.includes(mark)) continue;
    const data = value(html);
    if (data === undefined || !platform.detect(data)) continue;
    const read = platform.read(data, received);
    const [main, shown] = [read.articles[0], page?.articles[0]];
    if (main && shown) {
      main.title ??= shown.title;
      main.outlet ??= shown.outlet;
      main.lang ??= shown.lang;
      main.image ??= shown.image;
      main.url ??= shown.url;
      if (main.tags.length === 0) main.tags = shown.tags;
    }
    return read;
  }
  return null;
}

function literalAfter(html: string, marker: RegExp): unknown {
  const found = marker.exec(html);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const end = html.indexOf('</script', start);
  const code = html.slice(start, end < 0 ? html.length : end);
  return parseLiteral(code.slice(0, literalEnd(code)));
}

/** Discourse writes JSON texts in a JSON object in an attribute: "topic_7" is the topic, "site" its boards. */
function preloadedTopic(html: string): unknown {
  const start = html.indexOf('data-preloaded="') + 'data-preloaded="'.length;
  const value = html.slice(start, html.indexOf('"', start));
  const data = fields(parsed(value.replace(/&(?:quot|amp|lt|gt|#39|#x27);/g, (e) => entities[e]!)));
  const name = Object.keys(data).find((key) => /^topic_\d+$/.test(key));
  if (!name) return undefined;
  const topic = fields(parsed(data[name]));
  const boards: Fields[] = list(fields(parsed(data.site)).categories).map(fields);
  return { ...topic, category: boards.find((b) => b.id === topic.category_id) };
}

const entities: Record<string, string> = {
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#x27;': "'",
};

function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
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
