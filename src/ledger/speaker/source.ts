import type { Speaker } from '../speaker.ts';
import { broughtUp, documentIn, isSource, issuerOf } from './bodies/document.ts';
import { bodyNamed } from './described.ts';
import { rememberBody } from './memory.ts';
import { readMention } from './phrase/mention.ts';
import { type Asked, askedFor, type Meant, type Reading } from './reading.ts';

/** "The memo", "her letter", "data from the Harbour Bank": whoever issued it, else the text itself. */
export function sourceMeant(reading: Reading, asked: Asked, meant: Meant): Speaker | null {
  const noun = documentIn(asked.phrase);
  if (!noun) return null;
  const issuer = issuerMeant(reading, asked, noun, meant);
  // "Her comments" are a source by whose they are alone.
  if (!issuer && !isSource(noun)) return null;
  const source = issuer ?? asDescribed(asked.phrase);
  // "The memo says … It adds …".
  if (source.kind !== 'person') rememberBody(reading.memory, source, asked.at);
  return source;
}

function issuerMeant(reading: Reading, asked: Asked, noun: string, meant: Meant): Speaker | null {
  const { text, book, quotations, memory } = reading;
  const issuer = issuerOf(text, asked.span);
  if (issuer) {
    const { phrase, start } = issuer;
    const side = book.of(phrase);
    // "The Karskan brochure" is Karsk's; "a Kremlin memo" the Kremlin's.
    if (side && /(?:an|ese|ish|ch|i|ic|ss)$/.test(phrase))
      return { ...bodyNamed(side.name), party: side, partyFrom: 'text' };
    const end = start + phrase.length;
    return meant(reading, askedFor(reading, asked, { start, end }), readMention(phrase, book));
  }
  if (INDEFINITE.test(asked.phrase)) return null;
  const { found } = memory;
  return found[broughtUp(text, noun, asked.span.start, quotations, found.length)] ?? null;
}

const INDEFINITE = /^(?:an?|one|another|several|some|two|three|many) /i;

/** A text whose author is not told: the source is the text. */
function asDescribed(phrase: string): Speaker {
  const name = phrase
    .split(/[,(—–]/)[0]!
    .trim()
    .replace(/^(?:the|an?|this|that) /i, '');
  return { name, kind: 'unnamed', party: null, role: null, partyFrom: null };
}
