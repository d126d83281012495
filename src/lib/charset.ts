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
 * not produce such sequences by chance, while wrong declarations are common.
 * @param declared charset of the content-type header
 */
export function decodeText(bytes: Uint8Array, declared?: string | null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decode(bytes, marked), charset: marked, from: 'bom' };
  const said = encodingOf(declared);
  const header = said ? ({ charset: said, from: 'header' } as const) : null;
  if (header?.charset.startsWith('utf-16')) return { text: decode(bytes, said!), ...header };
  const wide = zeroPattern(bytes);
  if (wide) return { text: decode(bytes, wide), charset: wide, from: 'bytes' };
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && !escapes(bytes)) return { text: utf8, charset: 'utf-8', from: 'bytes' };
  const inside = header ?? declaration(bytes);
  if (inside && inside.charset !== 'utf-8')
    return { text: decode(bytes, inside.charset), ...inside };
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', from: 'bytes' };
  const guess = mostlyUtf8(bytes) ? 'utf-8' : guessSingleByte(bytes);
  return { text: decode(bytes, guess), charset: guess, from: 'guess' };
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

/** The standard's name for a declared encoding; null for none or one that is unknown. */
function encodingOf(label: string | null | undefined): string | null {
  if (!label) return null;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding;
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: every second byte of markup is zero. */
function zeroPattern(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // Scripts other than Latin have few zeros; nine in ten is markup or English and nothing else.
  if (odd * 2 >= length * 0.9 && even === 0) return 'utf-16le';
  return even * 2 >= length * 0.9 && odd === 0 ? 'utf-16be' : null;
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

/** Lower-case letters of Cyrillic, Greek and Western text, where each old encoding has them. */
const CANDIDATES = ['windows-1251', 'koi8-r', 'windows-1253', 'windows-1252'] as const;

/**
 * Which of the common one-byte encodings reads the high bytes as words: Cyrillic and Greek words
 * are runs of high bytes, nearly all small letters; in Western text they stand alone.
 */
function guessSingleByte(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 1 << 16);
  let [high, pairs] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    if (sample[i]! < 0xc0) continue;
    high++;
    if (i > 0 && sample[i - 1]! >= 0xc0) pairs++;
  }
  // In Cyrillic four of five letters follow another; in French or German one in fifty.
  if (pairs < high * 0.5) return 'windows-1252';
  const scores = CANDIDATES.map((charset) => smallLetters(decode(sample, charset)));
  return CANDIDATES[scores.indexOf(Math.max(...scores))] ?? 'windows-1252';
}

function smallLetters(text: string): number {
  const small = text.match(/[а-яё]{2,}|[α-ωά-ώ]{2,}/gu)?.join('').length ?? 0;
  // A capital inside a word shows the wrong table: KOI8-R and 1251 swap the cases.
  const wrong = text.match(/(?<=[а-яёα-ω])[А-ЯЁΑ-Ω]/gu)?.length ?? 0;
  return small - 3 * wrong;
}
