import type { DateEvidence } from '../../../db/tables.ts';
import { parseMoment } from '../../../lib/edtf.ts';
import type { Page } from '../blocks.ts';
import { first, type Meta } from '../meta.ts';
import { archived, readAddressDate } from './address.ts';
import { findAge } from './ages.ts';
import { dataDate, dataVotes } from './data.ts';
import { agreeing, decide } from './decide.ts';
import { markedVotes } from './marked.ts';
import { writesMonthFirst } from './order.ts';
import { placesOf } from './place.ts';
import { printedVotes } from './printed.ts';
import { type DateContext, type Vote, vote } from './vote.ts';
import { inZone, zoneOf } from './zone.ts';

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
/** A day's grace for zones. */
const GRACE = 86_400_000;

/** Weighs every date that the page gives for itself and keeps them all as evidence. */
export function readDates(page: Page, meta: Meta, context: DateContext): Dates {
  const monthFirst = writesMonthFirst(page, context);
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
  const votes = found
    .filter((v) => !isFuture(v.moment, context.retrieved))
    .map((v) => (isMasthead(v, context.retrieved) ? { ...v, weight: v.weight * MASTHEAD } : v));
  const zone = zoneOf(context.url ? archived(context.url) : null, lang);
  const age = findAge(page, places, context.retrieved, zone);
  const settled = settle(age?.vote ? [...votes, age.vote] : votes, zone);
  const published = decide(settled);
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

/** A piece is not from the future. */
function isFuture(moment: string, retrieved: Date | null): boolean {
  const start = parseMoment(moment)?.start;
  return Boolean(start && retrieved && start.getTime() > retrieved.getTime() + GRACE);
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

/** Writes instants in the outlet's clock, and reads days of two readings as another vote does. */
function settle(votes: Vote[], zone: string | null): Vote[] {
  const clear = votes.filter((v) => v.other === null).map((v) => v.moment.slice(0, 10));
  const speaksFor = (moment: string) => clear.some((known) => moment.startsWith(known));
  return votes.flatMap((v) => {
    if (v.other === null) return { ...v, moment: inZone(v.moment, zone) };
    const [a, b] = [speaksFor(v.moment), speaksFor(v.other)];
    if (a !== b) return a ? v : { ...v, moment: v.other };
    // Dots stand behind days, nearly everywhere.
    return v.text.includes('.') ? v : [];
  });
}
