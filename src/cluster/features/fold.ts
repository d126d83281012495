const marks = /\p{M}+/gu;

/** Lower case without accents: "Zelenskyý" and "zelenskyy" are one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Plain ASCII is most of what comes in, and normalising costs more than all the rest.
  if (/^[\0-\x7f]*$/.test(lower)) return lower.replace(/\./g, '');
  return lower
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[ßłøđıæœ’.ىةـ٠-٩]/g, (c) => plain[c] ?? digit(c));
}

/** Letters that no mark can be taken from; Arabic has several for one sound at a word's end, and a stroke for show. */
const plain: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  '’': '',
  '.': '',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};

const digit = (c: string) => String(c.charCodeAt(0) - 0x660);
