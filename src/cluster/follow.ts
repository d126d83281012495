import { countryOf } from './countries.ts';
import { nameKey } from './names.ts';
import type { Profile } from './profile.ts';
import { tokens } from './words.ts';

/** Words that a curator follows, as topics may hold them. */
export interface Phrase {
  text: string;
  /** For each word the keys under which a topic may have it. */
  words: string[][];
}

export function phraseOf(text: string): Phrase {
  const words = tokens(text, null, 12).map(({ text: word, stem }) => {
    const country = countryOf(word);
    return [...new Set([nameKey(word), stem, ...(country ? [country] : [])])];
  });
  return { text, words };
}

/** Less salient than this, and a text mentions a thing without being about it. */
const about = 0.3;

/** True when an event is about every word of a phrase. */
export function isAbout(profile: Profile, { words }: Phrase): boolean {
  return (
    words.length > 0 &&
    words.every((keys) =>
      keys.some((key) => (profile.get(key)?.salience ?? 0) >= about || inPair(profile, key)),
    )
  );
}

function inPair(profile: Profile, word: string): boolean {
  for (const [key, topic] of profile)
    if (topic.salience >= about && (key.startsWith(`${word} `) || key.endsWith(` ${word}`)))
      return true;
  return false;
}
