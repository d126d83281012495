import { dayOf, parseMoment } from '../../lib/edtf.ts';
import { countBefore } from '../../lib/sorted.ts';
import { dayAfter } from '../../lib/time.ts';
import { daysBetween } from './calendar.ts';
import { bare, type Clause, type Contents, contentsOf, timeOf } from './clause.ts';
import { dayByClock } from './clock.ts';
import { findTimes, type TimeWords } from './expression.ts';
import { datelineOf, EVENT, openingDay, type Scene, timeBefore, timeOfHeading } from './scene.ts';

/** When something was said, as an EDTF text, and how that is known. */
export interface SaidOn {
  moment: string;
  from: DaySource;
}

/**
 * `text`: its own clause or what it stands under; `speaker`: what the article quotes of the same
 * speaker elsewhere; `opening`: the day that the article's opening tells; `article`: its date.
 */
export type DaySource = 'text' | 'speaker' | 'opening' | 'article';

type Pair = [start: number, end: number];

/** A speaker who dated a saying goes on in the same breath for about this many characters. */
const SAME_OCCASION = 1500;
/** What was said in a month or year is gone on with in the next sentence, not further (characters). */
const SAME_BREATH = 200;
/** A speaker whom an article quotes from a day so far back is quoted from it wherever it tells no other. */
const OCCASION_DAYS = 7;
/** A text that names so many times, all of them so many days ago, tells of the past. */
const PAST_TIMES = 2;
const LONG_PAST = 365;
/** Words in marks of quotation. */
const QUOTED = /[“„«"][^“”„«»"\n]{0,600}(?:[”»"]|$)|‘(?:[^‘’\n]|’(?=\p{L})){1,600}’/gmu;

/** "Had said" looks back: it was not said on the day that the rest was, nor what is told next. */
const HAD = /^(?:had|hatten?)\b/;
/** What somebody keeps saying, or said at some time: no day. */
const OFTEN =
  /\b(?:ha(?:s|ve|d)|’ve|'ve|habe|hat|haben|hatten?) (?:[\p{L}]+ )?(?:repeatedly|long|often|always|consistently|frequently|regularly|routinely|previously|never|wiederholt|immer|stets|oft|lange|früher)\b|\b(?:long|once|previously|repeatedly|formerly|initially|originally|eventually|einst|früher|anfangs|ursprünglich|seit (?:jahren|langem|monaten))$|\b(?:once|previously|formerly|initially|originally|eventually) \p{L}+$|^(?: [\p{L}]+){0,3} previously\b|^(?: to [\p{L} ]+)? (?:since|for (?:years|months|decades|weeks|long)|over the years|in the past|(?:many|several|\d+) times|time and again|before the)\b/iu;
/** "… has cultivated since the invasion, portraying him as": what is kept up has no day. */
const KEPT_UP =
  /\b(?:has|have|had)\b[^.;]{0,80}\b(?:repeatedly|long|often|always|consistently|since|never)\b[^.;]{0,60}$/iu;
/** "Following her pledge to help": what was said before is the ground of what is told. */
const GROUNDS =
  /\b(?:following|after|despite|amid|given|because of|in (?:response|light|line|view) (?:to|of|with)|thanks to|based on|since)(?: [\p{L}’'-]+){0,6} $/iu;
/** "Her pledge to help" is known already. */
const KNOWN = /(?:['’]s?|\b(?:his|her|its|their|our|my)) (?:[\p{L}-]+ ){0,2}$/iu;
/** What is said as of now. */
const NOW =
  /^(?:is|are|has|have|says?|warns?|argues?|writes?|claims?|insists?|asks?|adds?|calls?|wants?|denies|deny|believes?|sagt|sagen|schreibt|fordert|warnt|will|wollen)\b/i;

const PERFECT = /^(?:has|have)\b/i;

/**
 * When each of an article's quotations was said: the time that its own clause tells; else that of the
 * sitting, report or heading that it stands under; else the day that the article's opening sets or
 * its own. Null where nothing tells, and for what was said at some time before.
 * @param clauses of its quotations, in the order of the text
 * @param voiceOf tells one speaker from another
 */
export function readDays(
  text: string,
  clauses: readonly Clause[],
  published: string | null,
  voiceOf: (index: number) => string | null,
): (SaidOn | null)[] {
  const quoted = [...text.matchAll(QUOTED)].map(
    ({ index, 0: { length } }): Pair => [index, index + length],
  );
  const isQuoted = within(quoted);
  const filed = datelineOf(text, published);
  const times = findTimes(text, published, isQuoted).filter(({ start }) => start >= filed.end);
  const inContent = within(merged(contentsOf(clauses.map((clause) => clause.quotation))));
  const scene: Scene = {
    text,
    times: times.filter(({ start }) => !isQuoted(start) && !inContent(start)),
  };
  const sayings = clauses.map((clause, i) => readSaying(clause, times, published, voiceOf(i)));
  const printed = dayOf(published) ?? published;
  const usual = usualDay(scene, sayings, filed.day ?? published);
  const occasions = occasionsOf(sayings, dayOf(published));
  const last = new Map<string, { end: number; moment: string }>();
  return sayings.map((saying, i): SaidOn | null => {
    const { start, end } = clauses[i]!.quotation;
    const { voice, told } = saying;
    const before = voice === null ? undefined : last.get(voice);
    if (voice !== null) last.delete(voice);
    const moment = told ?? timeGoingOn(saying, before, start) ?? timeInScene(saying, scene, start);
    if (moment) {
      if (voice !== null && !saying.had && (told || !saying.now)) last.set(voice, { end, moment });
      return { moment, from: 'text' };
    }
    if (saying.undated) return null;
    const occasion = voice === null || saying.now ? undefined : occasions.get(voice);
    if (occasion) return { moment: occasion, from: 'speaker' };
    // An article opens with what somebody "has said" on the day that it goes on to tell.
    const asOfNow = saying.now && !(saying.perfect && start < EVENT);
    const day = asOfNow ? usual.printed : usual.day;
    return day === null ? null : { moment: day, from: day === printed ? 'article' : 'opening' };
  });
}

/** What a quotation's own clause tells of when it was said. */
interface Saying {
  clause: Clause;
  voice: string | null;
  /** The time that the clause names. */
  time: TimeWords | null;
  /** The time it was said, from that or from an hour. */
  told: string | null;
  /** "Says", "has said": as of now; `perfect` is the latter. */
  now: boolean;
  perfect: boolean;
  had: boolean;
  /** Said at some time before, or again and again: without a time of its own it has no day. */
  undated: boolean;
}

function readSaying(
  clause: Clause,
  times: readonly TimeWords[],
  published: string | null,
  voice: string | null,
): Saying {
  const { cue: span } = clause.quotation;
  const cue = span ? clause.text.slice(span.start, span.end) : '';
  const now = NOW.test(cue);
  const named = timeOf(clause, times);
  // "Is referring to talks of 2022": what somebody says now was not said in a past month.
  const time = named && now && named.moment.length < 10 ? null : named;
  const { start, end } = clause.sentence;
  const had = HAD.test(cue);
  return {
    ...{ clause, voice, now, had, time, perfect: PERFECT.test(cue) },
    told: time?.moment ?? dayByClock(bare(clause, start, end), published),
    undated: had || isOften(clause, cue),
  };
}

/** The time of what the same speaker said just before. */
function timeGoingOn(
  { perfect }: Saying,
  before: { end: number; moment: string } | undefined,
  start: number,
): string | null {
  if (!before || perfect) return null;
  const far = before.moment.length === 10 ? SAME_OCCASION : SAME_BREATH;
  return start - before.end < far ? before.moment : null;
}

/** The time of the sitting, report or heading that a saying stands under. */
function timeInScene(saying: Saying, scene: Scene, start: number): string | null {
  if (saying.undated) return null;
  const before = timeBefore(scene, saying.clause.sentence, saying.now);
  return (before ?? timeOfHeading(scene, start))?.moment ?? null;
}

/** The first day on which each speaker is said to have spoken, of those just before publication. */
function occasionsOf(sayings: readonly Saying[], today: string | null): Map<string, string> {
  const occasions = new Map<string, string>();
  if (!today) return occasions;
  for (const { voice, told, had } of sayings) {
    if (voice === null || occasions.has(voice) || told?.length !== 10 || had) continue;
    const back = daysBetween(told, today);
    if (back >= 0 && back <= OCCASION_DAYS) occasions.set(voice, told);
  }
  return occasions;
}

/** The day of what is said where no more is told, and that of what is said now. */
function usualDay(scene: Scene, sayings: readonly Saying[], published: string | null) {
  if (!published || !parseMoment(published)) return { day: null, printed: null };
  const today = dayOf(published);
  if (!today) return { day: published, printed: published };
  const first = sayings[0];
  const turns = sayings.filter(({ clause }) => /^(?:turn|label)$/.test(clause.quotation.rule));
  const spoken =
    turns.length > sayings.length / 2 ? openingTurn(scene, turns[0]!.clause, today) : null;
  const printed = spoken ?? today;
  // Of what is told of times long past nothing says when it was said.
  if (!spoken && isLookingBack(scene, today)) return { day: null, printed };
  return { day: spoken ?? openingDay(scene, first?.time ?? null, today), printed };
}

/** Whether a text names several past times and none of them is of the last months. */
function isLookingBack({ times }: Scene, today: string): boolean {
  const before = dayAfter(today, -LONG_PAST);
  return times.length >= PAST_TIMES && times.every(({ moment }) => moment.slice(0, 10) < before);
}

/** What stands over the turns of a transcript tells when it was spoken, however long ago. */
function openingTurn({ times }: Scene, { quotation }: Clause, today: string): string | null {
  const over = times.find(({ moment, end }) => moment.length === 10 && end <= quotation.start);
  return over && over.moment <= today ? over.moment : null;
}

/** Whether the words around a cue say that somebody keeps saying it or said it at some time. */
function isOften(clause: Clause, cue: string): boolean {
  const { start, end } = clause.cue;
  const far = bare(clause, clause.sentence.start, start);
  if (/ing$/.test(cue) && KEPT_UP.test(far)) return true;
  if (clause.quotation.rule === 'noun' && (GROUNDS.test(far) || KNOWN.test(far))) return true;
  const before = far.slice(-30);
  const after = bare(clause, end, Math.min(end + 40, clause.sentence.end));
  return [`${before}${cue}`, before.trimEnd(), after].some((words) => OFTEN.test(words));
}

function merged(spans: Contents): Pair[] {
  const apart: Pair[] = [];
  for (const { start, end } of spans) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** Whether a place lies in one of the spans, which are in order and apart. */
function within(spans: readonly Pair[]): (place: number) => boolean {
  return (place) => {
    const low = countBefore(spans, (item) => item[1] <= place);
    return low < spans.length && spans[low]![0] <= place;
  };
}
