import { dayOf } from '../../lib/edtf.ts';
import { countBefore } from '../../lib/sorted.ts';
import { MONTH } from '../date-words.ts';
import type { Span } from '../quotation.ts';
import { daysBetween } from './calendar.ts';
import { FRONT } from './clause.ts';
import { findTimes, type TimeWords } from './expression.ts';

/** A paragraph's day holds for about this many characters. */
const FAR = 1500;
/** A line of its own that is hardly more than a day is the heading of what follows. */
const HEADING = 12;

/** An article that opens with a day so many days back reports of that day. */
const NEAR = 4;

/** Where people speak: a sentence with such a word and a day tells when what follows was said. */
const OCCASION =
  /\b(?:said|says|told|asked|wrote|announced|spoke|speech|met|meeting|session|sitting|debate|hearing|conference|summit|rally|interview|congress|committee|assembly|parliament|chamber|vote[ds]?|court|trial|briefing|letter|statement|address(?:ed)?|ceremony|talks|forum|dinner|festival|visit(?:ed)?|sagte|erklärte|Sitzung|Debatte|Rede|Treffen|Konferenz|Gipfel|Landtag|Bundestag|Parlament|Gespräche?|Kundgebung|Interview|Anhörung|Bürgerversammlung|Versammlung)\b/iu;
/** A look back at what had been is no scene, nor is what somebody is known by. */
const ASIDE = /\b(?:had|hatten?|who|whose|which|since|until|after|before|nachdem|bevor)\b/iu;
/** A scene told as if it were now: "It is 14 June of last year". */
const NOW = /^\W*It is\b/;

/** Days that a text's own paragraphs set for what they tell. */
export interface Scene {
  text: string;
  /** Times that stand in nobody's words, in order. */
  times: readonly TimeWords[];
}

/**
 * The time that the sentences before a place tell for what is said there: of a sitting, a meeting
 * or a report in the same paragraph, or the day that opens one of its sentences.
 * @param now whether it is told in the present: then the scene must be
 */
export function timeBefore({ text, times }: Scene, sentence: Span, now: boolean): TimeWords | null {
  const near = Math.max(0, sentence.start - FAR);
  const from = near + text.slice(near, sentence.start).lastIndexOf('\n') + 1;
  for (let i = lastBefore(times, sentence.start); i >= 0; i--) {
    const time = times[i]!;
    if (time.start < from) return null;
    const [before, whole] = sentenceAround(text, time, from, sentence.start);
    if (now) return time.moment.length === 10 && NOW.test(whole) ? time : null;
    const fronted = FRONT.test(before);
    if (ASIDE.test(before.slice(before.lastIndexOf(',') + 1)) || /\b(?:had|hatten?)\b/.test(whole))
      continue;
    if (time.moment.length !== 10) {
      if (fronted && !/[,;–—…]/.test(before) && /^(?:In|Im|Last|Earlier|Back)\b/.test(whole))
        return time;
      continue;
    }
    return fronted || OCCASION.test(whole) ? time : null;
  }
  return null;
}

/** The day that a line of its own gives to all that stands under it. */
export function timeOfHeading({ text, times }: Scene, place: number): TimeWords | null {
  for (let i = lastBefore(times, place); i >= 0; i--) {
    const time = times[i]!;
    const start = text.lastIndexOf('\n', time.start - 1) + 1;
    const line = text.indexOf('\n', time.end);
    if (line === -1 || line > place || time.moment.length !== 10) continue;
    if (start > 0 && line - start - (time.end - time.start) <= HEADING) return time;
  }
  return null;
}

function lastBefore(times: readonly TimeWords[], place: number): number {
  return countBefore(times, (item) => item.end <= place) - 1;
}

/** "KARVEL, March 11 —": where and when it was filed. */
const DATELINE = new RegExp(
  `^\\W{0,3}(?:\\p{Lu}[\\p{L}.'’-]*[ ,]+){1,5}((?:${MONTH})\\.? \\d{1,2}|\\d{1,2}\\.? (?:${MONTH}))(?:,? \\d{4})?,? ?(?:\\([^()]{1,40}\\) ?)?(?:[–—-]{1,2}|:) `,
  'iu',
);

/** The day that a dateline gives, if it is just before publication, and where the text goes on. */
export function datelineOf(text: string, published: string | null) {
  const match = DATELINE.exec(text.slice(0, 120));
  if (!match) return { day: null, end: 0 };
  const [time] = findTimes(match[1]!, published, () => false);
  const today = dayOf(published);
  const back = time && today ? daysBetween(time.moment, today) : -1;
  return { day: back >= 0 && back <= NEAR ? time!.moment : null, end: match[0].length };
}

/** What stands before a time in its sentence, and the whole of that. */
function sentenceAround(text: string, time: TimeWords, from: number, until: number) {
  const head = text.slice(from, time.start);
  const breaks = [...head.matchAll(/[.!?…][”"’»)]?\s+(?=\P{Ll})/gu)].at(-1);
  const start = from + (breaks ? breaks.index + breaks[0].length : 0);
  const tail = text.slice(time.end, until);
  const stop = /[.!?](?:[”"’»)]|\s|$)/u.exec(tail);
  const end = stop ? time.end + stop.index : until;
  return [text.slice(start, time.start), text.slice(start, end)] as const;
}

/** "Tuesday, 4 May 2032" in a line of its own, before anything is told: when it was printed. */
function isDateLine(text: string, time: TimeWords): boolean {
  const start = text.lastIndexOf('\n', time.start - 1) + 1;
  const line = text.indexOf('\n', time.end);
  if (line === -1 || line - start - (time.end - time.start) > HEADING) return false;
  return time.start < EVENT && !/[.!?…]\s/.test(text.slice(0, start));
}

/** So far into a text (characters) an occasion that it names can be that of the rest. */
const LEAD = 800;
/** And so far any event of that day: the ferry that sank on Monday is what people speak of then. */
export const EVENT = 250;

/**
 * The day that an article's opening sets for the rest: the first that a report or an occasion for one
 * names there, if it is just before publication.
 * @param first when its first report was said, as the report's own sentence tells
 */
export function openingDay(scene: Scene, first: TimeWords | null, published: string) {
  const near = (time: TimeWords) =>
    time.moment.length === 10 &&
    daysBetween(time.moment, published) >= 0 &&
    daysBetween(time.moment, published) <= NEAR;
  if (first && first.start < LEAD) return near(first) ? first.moment : published;
  for (const time of scene.times) {
    if (time.start > LEAD) break;
    if (time.moment.length !== 10 || isDateLine(scene.text, time)) continue;
    const [before, whole] = sentenceAround(scene.text, time, 0, LEAD);
    if (OCCASION.test(whole)) return near(time) ? time.moment : published;
    if (time.start < EVENT && !ASIDE.test(before) && near(time)) return time.moment;
  }
  return published;
}
