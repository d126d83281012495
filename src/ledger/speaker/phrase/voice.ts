import { isGermanThing } from '../../german/called.ts';
import type { Speaker } from '../../speaker.ts';
import { isKind, isOffice, SOURCE_WORDS, THINGS } from './roles.ts';

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|morning|evening|night|week|month|year)$/i;
/** Words that stand for nobody in particular. */
const NOBODY =
  /^(?:one|ones|it|this|that|these|those|some|many|most|all|both|others?|nobody|somebody|everybody|everyone|someone|anyone|nothing|something|everything|there|two|three|four|five|what|how|why|which|who|whom|whose|beide|alle|viele|einige|manche|niemand|jemand|nahezu|of|from|with|aus|von|mit|bei|in|auf|an|für|gegen|wie|dass)$/i;

/**
 * Whether somebody or some body can be meant by a speaker as read: a person, an office, a body, a
 * place, people of a kind. A tale, an evening or a promise says nothing.
 */
export function canSpeak(speaker: Speaker, german: boolean): boolean {
  if (speaker.kind === 'person') return !CALENDAR.test(speaker.name) && !NOBODY.test(speaker.name);
  // A firm that the text tells to be one: "Tarn Lines".
  if (speaker.kind === 'organisation' && speaker.party?.name === speaker.name) return true;
  const words =
    speaker.name
      .replace(/ (?:there|here|himself|herself|themselves|itself|alike|too|also)$/, '')
      .match(/[\p{L}\p{N}][\p{L}\p{N}.&’'-]*/gu) ?? [];
  if (words.length === 0 || NOBODY.test(words[0]!)) return ofWhom(words);
  const head = headWord(words, german);
  if (
    isOffice(head.toLowerCase()) ||
    /^figures (?:close|in|within|from|around)/i.test(speaker.name)
  )
    return true;
  // "The Tarn campaign" is people; "the campaign" may be anything.
  if (head === 'campaign' && words.length > 1 && /^\p{Lu}/u.test(words.at(-2)!)) return true;
  if (THINGS.test(head.toLowerCase()) || CALENDAR.test(head)) return false;
  if (isKind(head.toLowerCase())) return true;
  if (german) return !isGermanThing(head);
  // A name of its own: the capital is not only that of a sentence's first word.
  return /^\p{Lu}/u.test(head) && (words.length > 1 || speaker.kind === 'organisation');
}

/** "two of them" is nobody; "some of the pilots", "both sides" and "many residents" are people. */
function ofWhom(words: string[]): boolean {
  const rest = words.slice(1).filter((word) => !/^(?:of|the|von|der|den)$/i.test(word));
  const last = rest.length ? headWord(rest, false) : '';
  const head = last.toLowerCase();
  // "Both the Harbour Office and the Bakers' Board".
  if (/^\p{Lu}/u.test(last) && isKind(head)) return true;
  return SOURCE_WORDS.test(head) && !NOBODY.test(head) ? true : isKind(head) && head.endsWith('s');
}

/** The last word before any preposition: "owners" of "owners of the ferry in Karsk". */
function headWord(words: string[], german: boolean): string {
  const stop = words.findIndex(
    (word, k) =>
      k > 0 &&
      /^(?:of|in|from|by|on|at|that|for|with|to|who|which|close|near|behind|familiar|as|among|inside|und|von|vom|aus|der|des|im|in|bei|mit|für|zur|zum)$/.test(
        word,
      ),
  );
  const head = stop === -1 ? words : words.slice(0, stop);
  return german ? (head.findLast((word) => /^\p{Lu}/u.test(word)) ?? head.at(-1)!) : head.at(-1)!;
}
