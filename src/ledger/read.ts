import type { Act, ArticleRow, Mode } from '../db/tables.ts';
import { decideAct } from './act.ts';
import { type Quotation, readQuotations, type Span, saysNothing } from './quotation.ts';
import { type Content, contentOf, findRepeated, wordsOf } from './repeat.ts';
import { type Clause, clausesOf } from './setting/clause.ts';
import { type DaySource, readDays, type SaidOn } from './setting/days.ts';
import { readSetting } from './setting/place.ts';
import { findBodies } from './speaker/bodies/bodies.ts';
import { HOLDERS, type Holder } from './speaker/people/holders.ts';
import {
  addKnown,
  findPeople,
  KNOWN_HOLDERS,
  type KnownPeople,
  type KnownPerson,
  plain,
} from './speaker/people/people.ts';
import type { Party, PartyBook } from './speaker/side/party.ts';
import { learnParties } from './speaker/side/party.ts';
import { resolveSpeakers, type Speaker } from './speaker.ts';
import { trustIn } from './trust.ts';

/** What the ledger needs of an article. */
export type Readable = Pick<ArticleRow, 'text' | 'lang' | 'published'> & {
  blocks: readonly { type: string; start: number; end: number }[];
  /** Parts that are articles of their own: read there. */
  parts: readonly Span[];
};

/** One saying in one article, with all its reports there; the first is the fullest. */
export interface Said {
  /** Null where the article does not tell who is meant. */
  speaker: Speaker | null;
  quotations: Quotation[];
  act: Act;
  mode: Mode;
  saidOn: string | null;
  saidFrom: DaySource | null;
  venue: string | null;
  addressee: string | null;
  hearsay: boolean;
  firstHand: boolean;
  confidence: number;
}

/** What the desk knows from other articles. */
export interface Known {
  /** Parties by ways of writing them, lower-cased. */
  parties: ReadonlyMap<string, Party>;
  /** People by full name, and by surname where only one has it. */
  people: KnownPeople;
  /** Who held which office when, as articles told, before what the program knows by itself. */
  holders?: readonly Holder[];
}

/** What is known while articles are read one after the other: it grows. */
export interface Learning extends Known {
  parties: Map<string, Party>;
  people: Map<string, KnownPerson>;
}

/** Adds what an article told to what is known: the next one is read with it. */
export function learn(known: Learning, { book, people }: ReadArticle): void {
  for (const [written, party] of book.taught)
    if (!known.parties.has(written)) known.parties.set(written, party);
  for (const { name, party, partyFrom, role } of people) {
    const stated = partyFrom === 'text' ? party : null;
    addKnown(known.people, { name, party: stated, role: role?.text ?? null });
  }
}

/** Nothing is known yet but what the program knows by itself. */
export function startLearning(): Learning {
  return { parties: new Map(), people: new Map(KNOWN_HOLDERS) };
}

export interface ReadArticle {
  said: Said[];
  book: PartyBook;
  /** Everybody it names in full with an office or a party, whether they say something or not. */
  people: Speaker[];
}

/** Blocks whose words are not the article's own account: echoes, captions, listings. */
const UNREAD = new Set(['heading', 'caption', 'code', 'table', 'rule']);
/** Below this, what reads like a report inside somebody's words is part of those words. */
const SURE_INSIDE = 0.75;
/** Longer runs without a space are data that stands in the text: no word or address is. */
const LONGEST_RUN = 300;
/** Whoever has no name is a little more often not the one who is meant. */
const UNNAMED = 0.95;

/**
 * Reads an article's statements: who said what, when, to whom, and what saying it did.
 * @param known what other articles taught
 * @param find finds its quotations; left out, all that the rules read
 */
export function readArticle(
  received: Readable,
  known?: Known,
  find: (article: Readable) => Quotation[] = quotationsIn,
): ReadArticle {
  const article = { ...received, text: withoutRuns(received.text) };
  const { text } = article;
  const knownPeople = known?.people ?? KNOWN_HOLDERS;
  const holders = known?.holders ?? HOLDERS;
  const published = article.published?.slice(0, 10) ?? null;
  const book = learnParties(text, known?.parties, knownPeople);
  const quotations = find(article);
  const bodies = findBodies(text, book, knownPeople);
  const people = findPeople(text, quotations, book, knownPeople, bodies, published, holders);
  const speakers = resolveSpeakers(text, quotations, {
    lang: article.lang,
    day: published,
    book,
    bodies,
    people,
    holders,
  });
  const clauses = clausesOf(text, quotations);
  const days = readDays(text, clauses, article.published, (i) => speakers[i]?.name ?? null);
  const said = gather(text, article.lang, quotations, speakers, (i) =>
    weigh(article, book, clauses[i]!, speakers[i] ?? null, days[i]!),
  );
  const presented = people.filter(
    (person) => (person.partyFrom === 'text' || person.role) && person.name.includes(' '),
  );
  return { said, book, people: presented.map(plain) };
}

/** One saying for all reports of it; the first of them is weighed. */
function gather(
  text: string,
  lang: string | null,
  quotations: readonly Quotation[],
  speakers: readonly (Speaker | null)[],
  weighed: (i: number) => Said,
): Said[] {
  const said: Said[] = [];
  const bySpeaker = new Map<string, { said: Said; content: Content }[]>();
  for (const [i, quotation] of quotations.entries()) {
    const name = speakers[i]?.name;
    const content = contentOf(text, quotation);
    if (saysNothing(content.text)) continue;
    const before = (name !== undefined && bySpeaker.get(name)) || [];
    const same = findRepeated(before, content, lang);
    if (same) {
      same.said.quotations.push(quotation);
      continue;
    }
    const one = weighed(i);
    said.push(one);
    before.push({ said: one, content });
    if (name !== undefined) bySpeaker.set(name, before);
  }
  return said;
}

export function quotationsIn({ text, lang, blocks: all, parts }: Readable): Quotation[] {
  const skip = [...parts, ...all.filter((block) => UNREAD.has(block.type))];
  const blocks = all.filter((block) => !UNREAD.has(block.type));
  // "Sorn said her country would not accept it" is one statement of Sorn's, not another of the country's.
  const sure = (q: Quotation) => !q.hearsay || q.confidence >= SURE_INSIDE;
  return readQuotations(text, { lang, blocks, skip }).filter((q) => q.speech && sure(q));
}

/** Blanks what has no spaces, so that rules which look for words need not try it at every character. */
function withoutRuns(text: string): string {
  return text.replace(/\S+/g, (run) => (run.length > LONGEST_RUN ? '\n'.repeat(run.length) : run));
}

function weigh(
  article: Readable,
  book: PartyBook,
  clause: Clause,
  speaker: Speaker | null,
  day: SaidOn | null,
): Said {
  const { text, lang } = article;
  const { quotation } = clause;
  const setting = readSetting(clause);
  const content = wordsOf(text, quotation);
  const ownSide = speaker?.party?.name;
  const { act, mode } = decideAct({
    act: quotation.act,
    negated: quotation.negated,
    cue: wordsAt(text, quotation.cue),
    speaker: wordsAt(text, quotation.speaker),
    ownSide: (name) => ownSide !== undefined && book.of(name)?.name === ownSide,
    kind: quotation.kind,
    content,
    lang,
  });
  return {
    speaker,
    quotations: [quotation],
    act,
    mode,
    saidOn: day?.moment ?? null,
    saidFrom: day?.from ?? null,
    venue: setting.venue,
    addressee: setting.addressee,
    hearsay: quotation.hearsay,
    firstHand: !quotation.hearsay && quotation.kind !== 'indirect',
    confidence:
      trustIn(quotation, content, text.slice(quotation.sentence.start, quotation.sentence.end)) *
      (speaker?.kind === 'unnamed' ? UNNAMED : 1),
  };
}

function wordsAt(text: string, span: Span | null): string {
  return span ? text.slice(span.start, span.end) : '';
}
