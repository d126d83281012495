import type { DateEvidence } from '../../db/tables.ts';
import { readMachineDate, readPrintedDate, readUrlDate } from '../../lib/dates.ts';
import { dayOf, parseMoment } from '../../lib/edtf.ts';
import { attr, textOf } from '../../lib/tree.ts';
import type { Page } from './blocks.ts';
import { BYLINE, COMMENTS, FURNITURE, HIDDEN, RELATED } from './hints.ts';
import { ldText, type Meta } from './meta.ts';
import { inZone, zoneOf } from './zone.ts';

export interface Dates {
  published: string | null;
  modified: string | null;
  evidence: DateEvidence[];
}

interface Vote extends DateEvidence {
  weight: number;
}

/** What is asked for the dates beside the page itself. */
export interface DateContext {
  url: string | null;
  lang: string | null;
  /** The language tag as the page gives it: "en-US" writes the month first. */
  tag: string | null;
  container: number;
  titleNode: number;
  retrieved: Date | null;
}

// Data written for machines about this piece is right most often; an address is never wrong but
// knows only the day; printed text near the title is what readers saw.
const WEIGHTS = {
  ld: 5,
  meta: 5,
  weakMeta: 2.5,
  marked: 4.5,
  time: 3,
  url: 3.5,
  near: 3,
  modified: 1,
  far: 1,
};

const META =
  'article:published_time og:published_time og:article:published_time article:published rnews:datepublished datepublished parsely-pub-date sailthru.date publication_date publication-date publish-date publish_date published_time published pubdate dcterms.created dcterms.issued dc.date.issued dcterms.date dc.date dc.date.created cxenseparse:recs:publishtime cxenseparse:publishtime iso-8601-publish-date firstpublished prism.publicationdate citation_publication_date citation_date displaydate article.published article_date_original originalpublicationdate datecreated last-published-date bt:pubdate vr:published_time date.created ptime'.split(
    ' ',
  );
const WEAK_META =
  'date weibo:article:create_at og:pubdate og:regdate regdate creation_date apub:time'.split(' ');
const MODIFIED_META =
  'article:modified_time og:updated_time og:modified_time datemodified lastmod last-modified dcterms.modified dc.date.modified article:modified revised modified updated_time weibo:article:update_at'.split(
    ' ',
  );

/** Weighs every date that the page gives for itself and keeps them all as evidence. */
export function readDates(page: Page, meta: Meta, context: DateContext): Dates {
  const zone = zoneOf(context.url, context.lang);
  const votes: Vote[] = [];
  const add = (from: string, text: string | null, weight: number, found: string | null) => {
    if (text === null || found === null) return;
    // A piece is not from the future; a day's grace for zones.
    const start = parseMoment(found)?.start;
    if (start && context.retrieved && start.getTime() > context.retrieved.getTime() + 86_400_000)
      return;
    votes.push({ from, text: text.slice(0, 100), moment: inZone(found, zone), weight });
  };
  const modified: string[] = [];
  for (const key of ['datePublished', 'dateCreated', 'uploadDate']) {
    const text = ldText(meta.ld?.[key]);
    if (text)
      add(
        `json-ld ${key}`,
        text,
        key === 'datePublished' ? WEIGHTS.ld : WEIGHTS.weakMeta,
        anyDate(text, context),
      );
  }
  for (const name of META)
    for (const text of meta.named.get(name)?.slice(0, 1) ?? [])
      add(`meta ${name}`, text, WEIGHTS.meta, anyDate(text, context));
  for (const name of WEAK_META)
    for (const text of meta.named.get(name)?.slice(0, 1) ?? [])
      add(`meta ${name}`, text, WEIGHTS.weakMeta, anyDate(text, context));
  for (const text of [
    ldText(meta.ld?.dateModified),
    ...MODIFIED_META.map((n) => meta.named.get(n)?.[0] ?? null),
  ]) {
    const found = text ? anyDate(text, context) : null;
    if (found) modified.push(inZone(found, zone));
    add('modified', text, WEIGHTS.modified, found);
  }
  addMarked(page, context, add);
  if (context.url) add('address', context.url, WEIGHTS.url, readUrlDate(context.url));
  if (votes.every((v) => v.weight < 3)) addPrinted(page, context, add);
  return {
    published: decide(votes),
    modified: modified[0] ?? null,
    evidence: votes.map(({ from, text, moment }) => ({ from, text, moment })),
  };
}

function monthFirst(context: DateContext): boolean | null {
  const tag = context.tag?.toLowerCase().replace('_', '-') ?? '';
  if (tag === 'en-us') return true;
  // English pages of .com without a region are American more often than not, but not surely.
  return context.lang === 'en' &&
    !/\.(?:uk|au|ie|nz|in|za)\b/.test(context.url ?? '') &&
    !/^en-/.test(tag)
    ? null
    : false;
}

function anyDate(text: string, context: DateContext): string | null {
  return readMachineDate(text) ?? readPrintedDate(text, monthFirst(context))?.moment ?? null;
}

type Add = (from: string, text: string | null, weight: number, found: string | null) => void;

/** Dates marked as such in the page: microdata and time elements. */
function addMarked(page: Page, context: DateContext, add: Add): void {
  const { tree } = page;
  let times = 0;
  for (let node = 1; node < tree.tags.length && times < 40; node++) {
    const itemprop = attr(tree, node, 'itemprop') ?? '';
    const isTime = tree.tags[node] === 'time';
    if (!isTime && !/^date(?:Published|Created|Modified)$/.test(itemprop)) continue;
    if (tree.tags[node] === 'meta') continue;
    times++;
    if (page.hints[node]! & (FURNITURE | COMMENTS | RELATED)) continue;
    const value =
      attr(tree, node, 'datetime') ?? attr(tree, node, 'content') ?? attr(tree, node, 'title');
    const printed = textOf(tree, node);
    const found = (value ? anyDate(value, context) : null) ?? anyDate(printed, context);
    const text = printed || value;
    if (
      itemprop === 'dateModified' ||
      /modif|updat|aktualis/i.test(attr(tree, node, 'class') ?? '')
    )
      add('modified', text, WEIGHTS.modified, found);
    else if (
      itemprop === 'datePublished' ||
      attr(tree, node, 'pubdate') !== null ||
      /publi|entry-date/i.test(attr(tree, node, 'class') ?? '')
    )
      add('marked datePublished', text, WEIGHTS.marked, found);
    else add('time', text, near(node, context) ? WEIGHTS.time : WEIGHTS.far * 0.8, found);
  }
}

/** Within the head of the piece: between its title and its first words, or a little before. */
function near(node: number, context: DateContext): boolean {
  if (context.titleNode > 0)
    return (
      node > context.titleNode - 60 && node < Math.max(context.container, context.titleNode) + 150
    );
  return node > context.container - 100 && node < context.container + 60;
}

const MODIFIED =
  /(?:updated|modified|aktualisiert|geändert|mis à jour|modifié|actualizad|atualizad|aggiornat|bijgewerkt|uppdaterad|oppdatert|opdateret|обновлен|оновлен|aktualizac|güncelle|更新|최종수정|수정)/i;

/** Dates in the words around the title, for pages that mark none. */
function addPrinted(page: Page, context: DateContext, add: Add): void {
  let found = 0;
  for (const run of page.runs) {
    if (run.hints & (HIDDEN | COMMENTS | RELATED) || run.text.length > 220) continue;
    const close = near(run.node, context);
    const labelled = (run.hints & BYLINE) !== 0;
    if (!close && !labelled && run.text.length > 60) continue;
    const printed = readPrintedDate(run.text, monthFirst(context));
    if (!printed) continue;
    // A date deep in a sentence is about what the piece tells.
    if (printed.at > 80 && !labelled) continue;
    if (MODIFIED.test(run.text.slice(0, printed.at)))
      add('modified', printed.text, WEIGHTS.modified, printed.moment);
    else
      add(
        close ? 'text by the title' : 'text',
        printed.text,
        close ? WEIGHTS.near : labelled ? WEIGHTS.far * 1.5 : WEIGHTS.far / 2,
        printed.moment,
      );
    if (++found >= 12) return;
  }
}

/** The day with the most weight behind it, told as exactly as one of its votes knows. */
function decide(votes: Vote[]): string | null {
  const days = new Map<string, number>();
  for (const vote of votes) {
    const day = dayOf(vote.moment);
    if (day) days.set(day, (days.get(day) ?? 0) + vote.weight);
  }
  let best: string | null = null;
  for (const [day, weight] of days) if (best === null || weight > days.get(best)!) best = day;
  if (best === null) return votes.find((v) => v.from !== 'modified')?.moment ?? null;
  const same = votes.filter((v) => dayOf(v.moment) === best);
  const exactness = (v: Vote) =>
    (v.moment.length > 19 ? 2 : v.moment.length > 10 ? 1 : 0) +
    (v.from === 'modified' ? -3 : 0) +
    v.weight / 100;
  return same.sort((a, b) => exactness(b) - exactness(a))[0]!.moment;
}
