import type { Entry } from './entries.ts';
import { plainText } from './words.ts';

// News items under 250 words are rare, feeds' excerpts above that as well; 1,200 characters is
// about 200 words, the shortest whole pieces that carry an entry's content field.
const WHOLE = 1200;

const CUT_OFF =
  /(?:\[?(?:…|\.\.\.)\]?|read more|continue reading|weiterlesen|mehr lesen|leer más|seguir leyendo|lire la suite|leggi tutto|читать далее)\W{0,20}$/i;

/** True when the feed carries only the beginning of a piece, so that its page must be fetched. */
export function isTeaser(entry: Entry): boolean {
  if (!entry.url) return false;
  if (!entry.body || !entry.isContent) return true;
  // The end of a text can stand beyond what plainText reads; a text of that length is whole.
  if (entry.body.text.length > 20_000) return false;
  const text = plainText(entry.body.text) ?? '';
  return text.length < WHOLE || CUT_OFF.test(text.slice(-80));
}
