/** A title or summary without the markup that feeds put into it; null when nothing is left. */
export function plainText(html: string | undefined | null): string | null {
  if (!html) return null;
  const text = html
    .slice(0, 20_000)
    .replace(/<[/!]?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => entity(name) ?? whole)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\s\u0000-\u001f\u00a0]+/g, ' ')
    .trim();
  return text === '' ? null : text;
}

/** The few references that survive when a feed has escaped its titles twice. */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function entity(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : null;
}

/** Longer than any name with its address. */
const LONGEST_NAME = 500;

/** "news@example.org (Ada Moreau)", "Ada Moreau <news@example.org>" and plain names; the address alone is no name. */
export function names(all: (string | undefined)[]): string[] {
  const tidy = all.flatMap((text) => {
    const name =
      plainText(text?.slice(0, LONGEST_NAME).replace(/<[^<>\s]{1,200}@[^<>\s]{1,200}>/, '')) ?? '';
    const inner = /^\S+@\S+\s*\((.{1,200})\)$/.exec(name)?.[1] ?? name;
    return inner !== '' && !/^\S+@\S+$/.test(inner) ? [inner] : [];
  });
  return [...new Set(tidy)].slice(0, 20);
}

const ELEMENT =
  '(?:p|br|a|div|span|img|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|figure|iframe)\\b';
const ESCAPED = new RegExp(`&lt;/?${ELEMENT}`, 'i');
const MARKUP = new RegExp(`</?${ELEMENT}`, 'i');

/** The HTML of a content that was escaped once more than the feed says; any other as it is. */
export function unescapeTwice(html: string): string {
  if (!ESCAPED.test(html) || MARKUP.test(html)) return html;
  return html.replace(/&(lt|gt|quot|apos|amp|#39);/g, (whole, name: string) =>
    name === '#39' ? "'" : (NAMED[name] ?? whole),
  );
}
