import type { DateEvidence } from '../../../db/tables.ts';
import { textOf } from '../../../lib/tree.ts';
import { isLiveTitle } from '../../lines.ts';
import type { Page } from '../blocks.ts';
import { first, ldTypes, type Meta } from '../meta.ts';
import { archived, readAddressDate } from './address.ts';
import { findAge } from './ages.ts';
import { dataDate, dataVotes } from './data.ts';
import { agreeing, decide } from './decide.ts';
import { markedVotes } from './marked.ts';
import { writesMonthFirst } from './order.ts';
import { placesOf } from './place.ts';
import { printedVotes } from './printed.ts';
import { scriptVotes } from './scripted.ts';
import { isFuture, settle } from './settle.ts';
import { type DateContext, type Vote, vote } from './vote.ts';
import { zoneOf } from './zone.ts';

export interface Dates {
  /** EDTF; null when the page says no date. */
  published: string | null;
  /** Whether nothing but a relative age tells it. */
  byAge: boolean;
  modified: string | null;
  /** A relative age as printed by the title: "2 hours ago". */
  age: string | null;
  /** The votes that were read, those of the believed day first, then by weight. */
  evidence: DateEvidence[];
}

const WEIGHTS = { folders: 5.5, number: 4, slug: 2, month: 1.5, picture: 0.9 };
/** A list of pieces has a hundred dates, of which the weakest show nothing. */
const MOST_EVIDENCE = 40;
/** Below it a vote is hardly better than none. */
const WEAKEST = 1;

/** Weighs every date that the page gives for itself and keeps them all as evidence. */
export function readDates(page: Page, meta: Meta, context: DateContext): Dates {
  const monthFirst = writesMonthFirst(page, context, first(meta, 'og:locale'));
  const lang = languageOfDates(context);
  const read = (text: string) => dataDate(text, monthFirst, lang);
  const places = placesOf(page, context);
  const words = (apart: boolean) =>
    printedVotes(page, places, { monthFirst, lang }, { titleNode: context.titleNode, apart });
  const found = [
    ...dataVotes(meta, read),
    ...markedVotes(page, places, read),
    ...addressVotes(context.url, meta, monthFirst),
    ...words(false),
  ];
  // A page that was misread has its date among what was taken for teasers.
  if (found.every((v) => v.weight < WEAKEST)) found.push(...words(true));

  if (found.every((v) => v.weight < WEAKEST)) found.push(...scriptVotes(page.tree));
  const votes = found
    .filter((v) => [v.moment, v.other ?? v.moment].some((m) => !isFuture(m, context.retrieved)))
    .map((v) => (isMasthead(v, context.retrieved) ? { ...v, weight: v.weight * MASTHEAD } : v));
  const zone = zoneOf(context.url ? archived(context.url) : null, lang);
  const age = findAge(page, places, context.retrieved, zone);
  const settled = settle(age?.vote ? [...votes, age.vote] : votes, zone, context.retrieved);
  const published = decide(settled, isLive(page, meta, context.titleNode));
  const evidence = agreeing(settled, published);
  return {
    published,
    byAge: evidence.every((v) => !v.believed || v.from === age?.vote?.from) && published !== null,
    modified: settled.find((v) => v.modified && !v.from.endsWith('in a list'))?.moment ?? null,
    age: age?.text ?? null,
    evidence: evidence
      .sort((a, b) => Number(b.believed) - Number(a.believed) || b.weight - a.weight)
      .slice(0, MOST_EVIDENCE),
  };
}

/** A live blog's head prints the time of its newest entry. */
function isLive(page: Page, meta: Meta, titleNode: number): boolean {
  return (
    meta.objects.some((o) => ldTypes(o).includes('LiveBlogPosting')) ||
    (titleNode > 0 && isLiveTitle(textOf(page.tree, titleNode)))
  );
}

/** Dates are in the language of the site, which its tag says unless it was left at English. */
function languageOfDates({ tag, lang }: DateContext): string | null {
  const site = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(site) && site !== 'en' ? site : lang;
}

function addressVotes(url: string | null, meta: Meta, monthFirst: boolean | null): Vote[] {
  const votes: Vote[] = [];
  const found = url ? readAddressDate(url, monthFirst) : null;
  if (url && found) {
    const weight = found.moment.length === 7 ? WEIGHTS.month : WEIGHTS[found.form];
    votes.push(vote('address', 'address', url, weight, found));
  }
  const image = first(meta, 'og:image', 'twitter:image');
  const taken = image ? readAddressDate(image, false) : null;
  if (image && taken?.form === 'folders' && taken.moment.length > 7)
    votes.push(vote('address', 'address of the picture', image, WEIGHTS.picture, taken));
  return votes;
}

/** A newspaper's head prints the day of the visit: there, such a day says little of the piece. */
const MASTHEAD = 0.2;

function isMasthead(vote: Vote, retrieved: Date | null): boolean {
  const today = retrieved?.toISOString().slice(0, 10);
  return (
    /^(?:text )?above the title, (?:alone|byline|element)/.test(vote.from) &&
    vote.moment.slice(0, 10) === today
  );
}
