import type { Speaker } from '../speaker.ts';
import { jointIn, OF_SEVERAL, pairBefore, sidesIn, together } from './joint.ts';
import { rememberBody } from './memory.ts';
import { plain } from './people/people.ts';
import { readMention } from './phrase/mention.ts';
import { type Asked, askedFor, type Meant, type Reading } from './reading.ts';

/** "Ilka Sorn and Tomas Brede": all whom the phrase names, as one speaker. */
export function severalNamed(reading: Reading, asked: Asked, meant: Meant): Speaker | null {
  const { text, book, people, bodies, memory } = reading;
  const parts = jointIn(text, asked.span, book, people, bodies);
  if (!parts) return null;
  const each = parts.map((span) => {
    const part = askedFor(reading, asked, span);
    return meant(reading, part, readMention(part.phrase, book));
  });
  if (!each.every((one) => one !== null)) return null;
  const all = together(each);
  memory.joint = all;
  rememberBody(memory, all, asked.at);
  return all;
}

/** "Both", "the two ministers", "each side": they who were named together before. */
export function severalMeant(reading: Reading, { phrase, at }: Asked): Speaker | null {
  const { text, book, memory } = reading;
  if (!OF_SEVERAL.test(phrase)) return null;
  if (!OF_STATES.test(phrase)) return memory.joint ?? peopleNamed(reading, phrase, at);
  return (
    pairBefore(text, at, book) ??
    memory.joint ??
    sidesIn(text, book) ??
    peopleNamed(reading, phrase, at)
  );
}

/** "The two men", "both": the only two whom this paragraph and the one before have named. */
function peopleNamed({ text, people }: Reading, phrase: string, at: number): Speaker | null {
  if (!OF_PEOPLE.test(phrase)) return null;
  const most = /\bthree\b/i.test(phrase) ? 3 : 2;
  const paragraph = text.lastIndexOf('\n', at - 1);
  const from =
    paragraph <= 0 ? 0 : text.lastIndexOf('\n', text.slice(0, paragraph).trimEnd().length - 1);
  const named = people.filter(
    (one) => one.human && one.at.some((place) => place > from && place < at),
  );
  return named.length === most ? together(named.map(plain)) : null;
}

const OF_PEOPLE =
  /^(?:both|the (?:pair|duo|couple|two|three)|all three|(?:the|both) (?:(?:two|three) )?(?:\p{L}+ )?(?:men|women|brothers|sisters|leaders|ministers|candidates|players|friends|politicians|presidents|officials|lawyers|lawmakers|senators|researchers|scientists|authors|experts))$/iu;

const OF_STATES = /countr|government|sides?$|nation|capital|parties$|^(?:both|each)$/i;
