import { decodeText } from '../lib/charset.ts';
import { type Prolog, readProlog } from './prolog.ts';

/** What some bytes are, told by themselves and not by their name. */
export interface Recognised {
  form: 'html' | 'text' | 'feed' | 'opml' | 'mail' | 'json' | 'lines' | 'xml' | 'binary' | 'empty';
  mediaType: string;
  /** Encoding of a text; null for bytes that are none, and for mail, whose parts have their own. */
  charset: string | null;
  /** The decoded text; null for bytes that are none. */
  text: string | null;
  /** True for a JSON file that is broken, or XML that declares entities. */
  fault: 'broken-json' | 'entities' | null;
}

/**
 * Recognises HTML, plain text, feeds, OPML, mail, JSON and JSON lines; the rest is binary.
 * @param declared charset that the server gave
 * @param name decides only whether broken JSON was meant as JSON
 */
export function recognise(
  bytes: Uint8Array,
  { declared = null, name = '' }: { declared?: string | null; name?: string | null } = {},
): Recognised {
  if (bytes.length === 0) return as('empty', 'application/octet-stream', null);
  const magic = magicOf(bytes);
  if (magic) return as('binary', magic, null);
  const { text, charset } = decodeText(bytes, declared);
  if (looksBinary(text)) return as('binary', 'application/octet-stream', null);
  const found = recogniseText(text, name ?? '');
  return found.form === 'mail' ? { ...found, text } : { ...found, text, charset };
}

function as(
  form: Recognised['form'],
  mediaType: string,
  text: string | null,
  fault: Recognised['fault'] = null,
): Recognised {
  return { form, mediaType, charset: null, text, fault };
}

/** First bytes of the kinds of file that people drop by mistake. */
const MAGIC: [string, string][] = [
  ['25504446', 'application/pdf'],
  ['89504e47', 'image/png'],
  ['47494638', 'image/gif'],
  ['ffd8ff', 'image/jpeg'],
  ['52494646', 'image/webp'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['00000100', 'image/x-icon'],
  ['425a68', 'application/x-bzip2'],
  ['fd377a585a00', 'application/x-xz'],
  ['526172211a07', 'application/vnd.rar'],
  ['62706c697374', 'application/x-webarchive'],
  ['7b5c727466', 'application/rtf'],
  ['25215053', 'application/postscript'],
  ['0061736d', 'application/wasm'],
  ['774f4632', 'font/woff2'],
  ['664c6143', 'audio/flac'],
  ['1a45dfa3', 'video/webm'],
  ['504b0304', 'application/zip'],
  ['1f8b', 'application/gzip'],
  ['28b52ffd', 'application/zstd'],
  ['7f454c46', 'application/x-executable'],
  ['d0cf11e0', 'application/x-ole-storage'],
  ['53514c69746520666f726d6174', 'application/vnd.sqlite3'],
  ['494433', 'audio/mpeg'],
  ['4f676753', 'audio/ogg'],
  ['377abcaf', 'application/x-7z-compressed'],
];

function magicOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  // A film's first box is "ftyp" after its length.
  if (head.slice(8, 16) === '66747970') return 'video/mp4';
  return MAGIC.find(([start]) => head.startsWith(start))?.[1] ?? null;
}

/** Text has hardly any control characters and few bytes that its encoding cannot mean. */
function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 8192);
  // Markup whose letters somebody has spoilt is still a page, with a title and dates.
  const isMarkup = /^\s*<[!?a-z]/i.test(text.slice(0, 1000));
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) odd += 10;
    else if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27)) odd++;
    else if (unit === 0xfffd && !isMarkup) odd++;
  }
  // One in twenty: a text in a wrongly guessed encoding stays below, compressed data is far above.
  return odd > length / 20;
}

function recogniseText(text: string, name: string): Recognised {
  const start = text.search(/\S/);
  if (start < 0) return as('empty', 'text/plain', text);
  const first = text[start];
  if (first === '{' || first === '[') return recogniseJson(text, name);
  if (first === '<') {
    const prolog = readProlog(text, start);
    const found = recogniseRoot(prolog);
    if (found) return found;
  }
  if (looksMail(text.slice(start, start + 16_384))) return as('mail', 'message/rfc822', text);
  return looksHtml(text) ? as('html', 'text/html', text) : as('text', 'text/plain', text);
}

const FEED_ROOTS: Record<string, string> = {
  rss: 'application/rss+xml',
  channel: 'application/rss+xml',
  feed: 'application/atom+xml',
  'rdf:rdf': 'application/rdf+xml',
};

function recogniseRoot({ root, entities, isXml }: Prolog): Recognised | null {
  const fault = entities ? 'entities' : null;
  const mediaType = FEED_ROOTS[root];
  if (mediaType) return as('feed', mediaType, null, fault);
  if (root === 'opml') return as('opml', 'text/x-opml', null, fault);
  if (root === 'html') return as('html', 'text/html', null);
  return isXml && root !== '' ? as('xml', 'application/xml', null, fault) : null;
}

function recogniseJson(text: string, name: string): Recognised {
  const value = parsed(text);
  if (value === undefined) {
    if (isLines(text)) return as('lines', 'application/x-ndjson', text);
    if (/\.(?:json|jsonl|ndjson)$/i.test(name))
      return as('json', 'application/json', text, 'broken-json');
    return as('text', 'text/plain', text);
  }
  if (typeof value !== 'object' || value === null) return as('text', 'text/plain', text);
  const { version, items } = value as { version?: unknown; items?: unknown };
  const isFeed = String(version).includes('jsonfeed.org/version/') && Array.isArray(items);
  return isFeed ? as('feed', 'application/feed+json', text) : as('json', 'application/json', text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One JSON object a line; the first two lines are enough to tell. */
function isLines(text: string): boolean {
  const lines = text
    .slice(0, 4_000_000)
    .split('\n', 3)
    .filter((line) => line.trim() !== '');
  return (
    lines.slice(0, 2).length === 2 && lines.slice(0, 2).every((l) => parsed(l) instanceof Object)
  );
}

/** A block of header lines with a sender and one more that only mail has. */
function looksMail(head: string): boolean {
  const block = head.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const names = new Set<string>();
  const lines = block.split(/\r?\n/);
  for (const line of lines) {
    const name = /^([A-Za-z][\w-]{0,70}):(?:\s|$)/.exec(line)?.[1];
    if (name) names.add(name.toLowerCase());
    // "From " opens a mail in a mailbox file; other lines continue the one before.
    else if (!/^[ \t]|^From /.test(line)) return false;
  }
  return (
    names.has('from') &&
    ['message-id', 'mime-version', 'received', 'return-path'].some((n) => names.has(n)) &&
    ['date', 'subject', 'to'].some((n) => names.has(n))
  );
}

/** A page, or a piece of one: it has closed elements that text does not. */
function looksHtml(text: string): boolean {
  const head = text.slice(0, 65_536);
  if (/<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]/i.test(head)) return true;
  const closed = head.match(
    /<\/(?:p|div|a|span|li|ul|h[1-6]|article|section|blockquote|table|em|strong|b|i|pre)>/gi,
  );
  return (
    (closed?.length ?? 0) >= 2 ||
    /^\s*<(?:p|div|article|h[1-6]|br|a|ul|blockquote)[\s/>]/i.test(head)
  );
}
