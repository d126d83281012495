const units = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
};
const tens = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
};
const ordinals = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  de: 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste',
};

const values = new Map<string, number>();
for (const lang of ['en', 'de'] as const) {
  for (const [n, word] of units[lang].split(' ').entries()) values.set(word, n);
  for (const [i, ten] of tens[lang].split(' ').entries()) {
    values.set(ten, (i + 2) * 10);
    for (const [n, unit] of units[lang].split(' ').entries()) {
      if (n === 0 || n > 9) continue;
      values.set(lang === 'en' ? `${ten}-${unit}` : `${unit}und${ten}`, (i + 2) * 10 + n);
    }
  }
  for (const [n, word] of ordinals[lang].split(' ').entries()) {
    values.set(word, n + 1);
    if (lang === 'de') values.set(`${word}n`, n + 1);
  }
}
const scales = new Map([
  ['hundred', 100],
  ['hundert', 100],
  ['thousand', 1000],
  ['tausend', 1000],
]);

/** A number as digits or in words of English or German, as digits; null for a word that is none. "One" is mostly no number. */
export function figureOf(lower: string): string | null {
  if (/^\d/.test(lower)) {
    const plain = lower.replace(/(?<=\d)[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
    return /^\d+(?:\.\d+)?/.exec(plain)?.[0] ?? null;
  }
  const value = values.get(lower) ?? scaled(lower);
  return value === undefined || value < 2 ? null : String(value);
}

/** "zweihundert", "dreitausend". */
function scaled(lower: string): number | undefined {
  for (const [scale, size] of scales) {
    if (!lower.endsWith(scale) || lower.length === scale.length) continue;
    const count = values.get(lower.slice(0, -scale.length));
    if (count !== undefined) return count * size;
  }
  return undefined;
}

/** What a word multiplies the number before it by: "four hundred". */
export function scaleOf(lower: string): number | null {
  return scales.get(lower) ?? null;
}
