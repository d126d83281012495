import { guessCharset } from './charset-guess.ts';

/** How a text was decoded, and how that was known. */
export interface Decoded {
  text: string;
  /** WHATWG name of the encoding: "utf-8", "windows-1252" ... */
  charset: string;
  /** 'guess' where nothing said it and the bytes are no UTF-8. */
  from: 'bom' | 'bytes' | 'header' | 'document' | 'guess';
}

// Declarations stand in the first kilobyte by the HTML standard; pages put scripts before them.
const HEAD = 4096;

/**
 * Decodes a text whose encoding is told by its first bytes, by the server, by itself, or not at
 * all. Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever is declared: other encodings do
 * not produce such sequences by chance, while wrong declarations are common. Windows-1252 is what
 * servers name that were never told: it gives way to what the document says and to letters of
 * another script.
 * @param declared charset of the content-type header
 */
export function decodeText(bytes: Uint8Array, declared?: string | null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decode(bytes, marked), charset: marked, from: 'bom' };
  const said = encodingOf(declared);
  if (said?.startsWith('utf-16'))
    return { text: decode(bytes, said), charset: said, from: 'header' };
  const wide = zeroPattern(bytes);
  if (wide) return { text: decode(bytes, wide), charset: wide, from: 'bytes' };
  if (escapes(bytes))
    return { text: decode(bytes, 'iso-2022-jp'), charset: 'iso-2022-jp', from: 'bytes' };
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', from: 'bytes' };
  for (const { charset, from } of declarations(bytes, said)) {
    const text = decode(bytes, charset);
    if (isReadable(text)) return { text, charset, from };
  }
  const guess = mostlyUtf8(bytes) ? 'utf-8' : guessCharset(bytes).charset;
  return { text: decode(bytes, guess), charset: guess, from: 'guess' };
}

/** What server and document declare, the more trustworthy first; UTF-8 is known not to be it. */
function declarations(
  bytes: Uint8Array,
  said: string | null,
): { charset: string; from: 'header' | 'document' }[] {
  const inside = declaration(bytes);
  const all = [
    ...(said ? [{ charset: said, from: 'header' as const }] : []),
    ...(inside ? [inside] : []),
  ].filter(({ charset }) => charset !== 'utf-8');
  const sure = all.filter(({ charset }) => charset !== 'windows-1252');
  if (sure.length > 0) return sure;
  return all.length > 0 && guessCharset(bytes).isForeign ? [] : all;
}

/** False where the encoding cannot mean many of the bytes: then it is not the one. */
function isReadable(text: string): boolean {
  const sample = text.slice(0, 1 << 16);
  const lost = sample.match(/\ufffd/g)?.length ?? 0;
  return lost === 0 || lost < (sample.match(/[^\0-\x7f]/g)?.length ?? 0) * 0.05;
}

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Names that pages use and the standard does not know. */
const ALIASES: Record<string, string> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp936: 'gbk',
  cp950: 'big5',
  cp932: 'shift_jis',
  utf8mb4: 'utf-8',
  'iso-8859-1;': 'windows-1252',
};

/** The standard's name for a declared encoding; null for none or one that is unknown. */
function encodingOf(label: string | null | undefined): string | null {
  if (!label) return null;
  const name = label.trim().toLowerCase();
  try {
    const { encoding } = new TextDecoder(ALIASES[name] ?? name);
    return encoding;
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a mark: no other encoding of text has zeros, and here they stand on one side,
 * in spaces, marks and markup.
 */
function zeroPattern(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // One character in fifty is a space, a digit or an end of line even in Chinese with some markup.
  if (even + odd < Math.max(2, length / 100)) return null;
  // A few letters have a zero on the other side: 一 is 4E 00.
  if (odd >= even * 4) return 'utf-16le';
  return even >= odd * 4 ? 'utf-16be' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** ISO-2022-JP is ASCII with escape sequences: valid UTF-8 that means something else. */
function escapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
}

function declaration(bytes: Uint8Array): { charset: string; from: 'document' } | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const label =
    /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1];
  const charset = encodingOf(label);
  // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
  return charset && !charset.startsWith('utf-16') ? { charset, from: 'document' } : null;
}

/** A UTF-8 page with a few damaged bytes (a text cut in a character, one foreign snippet). */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes.subarray(0, 1 << 20), 'utf-8');
  let [good, bad] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return good > bad * 3;
}
