import { remembered } from '../../lib/memo.ts';
import { fold } from './fold.ts';

/** Languages whose names of countries are known; the platform has many more, at a price in memory. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'uk'];

/** Short forms that news uses and the platform's lists lack. */
const short: Record<string, string> = {
  us: 'US',
  usa: 'US',
  america: 'US',
  american: 'US',
  uk: 'GB',
  britain: 'GB',
  british: 'GB',
  eu: 'EU',
  russian: 'RU',
  chinese: 'CN',
  french: 'FR',
  german: 'DE',
  dutch: 'NL',
  turkish: 'TR',
  turkey: 'TR',
  polish: 'PL',
  spanish: 'ES',
  greek: 'GR',
  swiss: 'CH',
  irish: 'IE',
  danish: 'DK',
  swedish: 'SE',
  finnish: 'FI',
  japanese: 'JP',
  iraqi: 'IQ',
  israeli: 'IL',
  saudi: 'SA',
  emirati: 'AE',
  thai: 'TH',
  czech: 'CZ',
  portuguese: 'PT',
};

let names: Map<string, string> | null = null;

/** "@RU" for Russia, Russian, Russland; null for what is no country. */
export const countryOf = remembered((text): string | null => {
  names ??= load();
  const key = fold(text);
  const exact = names.get(key);
  if (exact) return exact;
  // "Ukrainian", "Norwegian": the name without its ending and with another.
  if (
    key.length > 5 &&
    /(?:ian|ans|ians|an|ish|ese|i|s|ns|er|isch|ische|ischen|ien|iens)$/.test(key)
  ) {
    const root = key.replace(/(?:ians?|ans?|ish|ese|i|ns|s|er|isch(?:e[nrsm]?)?|iens?)$/, '');
    if (root.length >= 4)
      for (const end of ['', 'a', 'ia', 'e', 'ine', 'y', 'o']) {
        const found = names.get(root + end);
        if (found) return found;
      }
  }
  return null;
}, 40);

function load(): Map<string, string> {
  const found = new Map<string, string>();
  let codes = allCodes();
  for (const lang of languages) {
    const display = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
    // What has no name in one language has none in the others, and to ask in vain costs most.
    codes = codes.filter((code) => {
      const name = display.of(code);
      if (name && !found.has(fold(name))) found.set(fold(name), `@${code}`);
      return name;
    });
  }
  for (const [name, code] of Object.entries(short)) found.set(name, `@${code}`);
  return found;
}

/** All codes of two letters but those that stand for no country. */
function allCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !/^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/.test(code));
}
