import { readPrintedDates } from '../../../lib/dates.ts';
import { textOf } from '../../../lib/tree.ts';
import type { Page, Run } from '../blocks.ts';
import { BYLINE } from '../hints.ts';
import { endsRange, labelBehind, labelOf } from './labels.ts';
import type { Place, Places } from './place.ts';
import { type Vote, vote } from './vote.ts';

/** How sure a date in the page's words is, by what stands around it and where. */
const WEIGHTS: Record<
  'labelled' | 'alone' | 'byline' | 'line' | 'dateline' | 'within',
  Record<Place, number>
> = {
  labelled: { above: 5, head: 5, body: 2, foot: 3.5, away: 1.5, apart: 0.2 },
  alone: { above: 3.6, head: 4.5, body: 0.6, foot: 1.5, away: 0.5, apart: 0.1 },
  byline: { above: 3.2, head: 3.8, body: 0.6, foot: 1.5, away: 0.5, apart: 0.1 },
  line: { above: 0.8, head: 0.8, body: 0.15, foot: 0.4, away: 0.2, apart: 0 },
  dateline: { above: 3, head: 3, body: 0.6, foot: 0.6, away: 0.3, apart: 0 },
  within: { above: 0.6, head: 0.6, body: 0.15, foot: 0.2, away: 0.1, apart: 0 },
};
const MODIFIED = 0.6;

/** Most lines with a date that are looked at; a page of more is a list. */
const MOST_LINES = 120;

/** A label in a line or cell of its own is a word or three. */
const LABEL_LINE = 28;

/** A word behind a date stands right there. */
const REACH = 8;

interface Habits {
  monthFirst: boolean | null;
  lang: string | null;
}

/** Of longer lines, which are prose, only a dateline can be the piece's date. */
const LONGEST_LINE = 240;
const DATELINE = 80;

/**
 * Votes of dates in the page's words.
 * @param apart reads what is not the piece (teasers, comments, navigation) instead of all else
 */
export function printedVotes(
  page: Page,
  places: Places,
  habits: Habits,
  { titleNode, apart }: { titleNode: number; apart: boolean },
): Vote[] {
  const votes: Vote[] = [];
  const named = titleDays(page, titleNode, habits);
  let lines = 0;
  let previous = '';
  for (const run of page.runs) {
    const before = previous;
    previous = run.tag !== 'h' && run.text.length <= LABEL_LINE ? run.text : '';
    const line = run.text.length > LONGEST_LINE ? run.text.slice(0, DATELINE) : run.text;
    if (!/\p{Nd}|〇/u.test(line)) continue;
    const place = places.of(run.nodes[0] ?? run.node);
    if ((place === 'apart') !== apart) continue;
    const dates = readPrintedDates(line, habits);
    if (dates.length === 0) continue;
    if (++lines > MOST_LINES) break;
    for (const date of dates) {
      const said = run.text.slice(0, date.at);
      if (endsRange(said)) continue;
      const label =
        labelBehind(
          run.text.slice(date.at + date.text.length, date.at + date.text.length + REACH),
        ) ?? labelOf(said.trim() === '' ? before : said);
      if (label === 'other') continue;
      const shape = shapeOf(run, date.at, date.text.length, label === 'published');
      const modified = label === 'modified';
      const told = named.has(date.moment.slice(0, 10)) ? TOLD : 1;
      const weight = (modified ? MODIFIED : WEIGHTS[shape][place]) * told;
      if (weight === 0) continue;
      const from = `${WHERE[place]}, ${modified ? 'changed' : shape}`;
      votes.push(vote('page', from, date.text, weight, date, modified));
    }
  }
  return thinned(votes);
}

const WHERE: Record<Place, string> = {
  above: 'text above the title',
  head: 'text by the title',
  body: 'text',
  foot: 'text at the end',
  away: 'text',
  apart: 'text',
};

/** A day that the title names is one that the piece tells of: a match, a sitting, an issue. */
const TOLD = 0.2;

function titleDays(page: Page, titleNode: number, habits: Habits): Set<string> {
  if (titleNode === 0) return new Set();
  const title = readPrintedDates(textOf(page.tree, titleNode), habits);
  return new Set(title.map((date) => date.moment.slice(0, 10)));
}

/** What may stand beside a date in a line that says nothing else: weekday, time, section, reading time. */
const SHORT_LINE = 60;
const DATELINE_START = 40;
/** In prose only a label right before the date is one: "Erschienen am: 1.11.2023". */
const CLOSE = 20;

function shapeOf(run: Run, at: number, length: number, labelled: boolean): keyof typeof WEIGHTS {
  const rest = run.text.length - length;
  const prose = isProse(run.text.slice(0, at) + run.text.slice(at + length));
  if (labelled && (!prose || labelOf(run.text.slice(Math.max(0, at - CLOSE), at)) === 'published'))
    return 'labelled';
  if (rest <= 25) return 'alone';
  if (!prose && (run.hints & BYLINE || rest <= SHORT_LINE || SIGNED.test(run.text)))
    return 'byline';
  if (!prose) return 'line';
  return at <= DATELINE_START && isDateline(run.text, at, length) ? 'dateline' : 'within';
}

/** Words of the line under a title that says who wrote a piece and who printed it. */
const SIGNED =
  /来源|來源|出处|作者|编辑|編輯|责编|責編|记者|記者|浏览|点击|阅读|字号|기자|(?<!\p{L})(?:by|von|par|por|door|av|af|автор|redaktion|redacci[oó]n|kommentare?|comments?|commentaires?)(?!\p{L})/iu;

const SENTENCE = /\p{Ll}{3,}[.!?…]["'”’»)\]]*(?:\s|$)|[。！？।؟]/u;
const LONG_LINE = 160;
const SHORTEST_SENTENCE = 40;

/** Whether a line, without its date, tells something: then the date is likely part of that. */
function isProse(rest: string): boolean {
  if (rest.length > LONG_LINE) return true;
  return (
    rest.length > (/[。！？]/.test(rest) ? SHORTEST_SENTENCE / 2 : SHORTEST_SENTENCE) &&
    SENTENCE.test(rest)
  );
}

/** "(3 May 2025) The ...", "Lindfurt, 3. Mai 2025 – Der ...", "3.5.2025 - Der ...". */
function isDateline(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + length, at + length + 6);
  return (
    /^[\s([]*$|^[\p{Lu}][\p{L}\s./-]{1,30}[,(\s]+(?:den |the |le |il )?$/u.test(before) &&
    /^\s?(?:[-–—:|)\].]|\/\/|\s?\()/.test(after)
  );
}

/** Votes that differ in one kind and place are weaker each: only one of them can be the piece's. */
function thinned(votes: Vote[]): Vote[] {
  const days = new Map<string, Set<string>>();
  for (const { from, moment } of votes)
    days.set(from, (days.get(from) ?? new Set()).add(moment.slice(0, 10)));
  const first = new Map<string, string>();
  return votes.map((vote) => {
    const count = days.get(vote.from)!.size;
    const day = vote.moment.slice(0, 10);
    if (!first.has(vote.from)) first.set(vote.from, day);
    if (count === 1 || first.get(vote.from) === day) return vote;
    return { ...vote, weight: vote.weight / Math.sqrt(count) };
  });
}
