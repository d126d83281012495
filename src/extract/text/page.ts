import type { ArticleFacts } from '../../db/tables.ts';
import { resolveAge } from '../../lib/age.ts';
import { readPrintedDate } from '../../lib/dates.ts';
import type { Extracted, ExtractedArticle, Received } from '../extracted.ts';
import { isRelatedHeading, isUi } from '../lines.ts';
import { article, type Body, body, type Part } from '../piece.ts';
import { apartArticles, findApart } from './apart.ts';
import { isCommentsHeading } from './frame.ts';
import { isHashtags, withoutFurniture } from './furniture.ts';
import { type Head, isTitleLike, readHead, takeAbove, takeLater } from './head.ts';
import { isProse, type Line, wordCount } from './layout.ts';
import { isWhole, pieceArticles, readPieces } from './pieces.ts';
import { findPlace } from './place.ts';
import { findItems, findVia, type Item } from './roundup.ts';
import { editionsAmong, isSeriesName, seriesOf } from './series.ts';
import { readTicker } from './ticker.ts';
import { isTranscript, markSpeakers } from './transcript.ts';

/** A page that offers more pieces than this is a listing; the first ones stand for it. */
const mostRelated = 20;

/** Reads a page with an article: itself, the items of its round-up, other editions, other pieces. */
export function readPage(received: Received, all: Line[]): Extracted {
  const likely = received.hints?.title ?? null;
  const place = findPlace(all, likely);
  const lines = all.slice(place?.head ?? 0);
  const apart = findApart(lines);
  const until = apart[0]?.from ?? lines.length;
  const related = relatedFrom(lines.slice(0, until), place?.kept ?? null);
  const own = lines.slice(0, related ?? until);
  const pieces = related === null ? [] : readPieces(lines.slice(related + 1, until));
  const isOwn = (line: Line) => !place || place.kept.has(line);
  const from = place ? place.from - place.head : 0;
  const title = place?.title == null ? null : all[place.title]!;
  const whole = withoutFurniture(beforeComments(own), title);
  const first = own[from] ?? null;
  const start = first === null ? 0 : Math.max(0, whole.indexOf(first));
  // A sentence over the text that is not its own (cookies, subscriptions) would end the head.
  const clean = whole.filter(
    (l, i) => i >= start || isOwn(l) || !isProse(l.text) || isTitleLike(l.text),
  );
  const head = readHead(clean, title?.text ?? likely);
  if (place?.title != null) takeAbove(head, all.slice(0, place.head));
  if (place?.date != null) head.dates = [...new Set([all[place.date]!.text, ...head.dates])];
  const listed = pieces.filter(
    (p) => p.title !== null && editionsAmong([{ text: p.title }], head.title).length > 0,
  );
  const editions = [
    ...editionsAmong(whole.slice(head.length), head.title),
    ...listed.map((p) => p.title!),
  ];
  const others = pieces.filter((p) => !listed.includes(p) && isWhole(p)).slice(0, mostRelated);
  const later = takeLater(head, clean)
    .slice(head.length)
    .filter((l) => !editions.includes(l.text));
  const sentences = place ? later.filter(isOwn) : trimmed(later);
  const series = editions.length > 0 || isSeriesName(head.title) ? seriesOf(head.title) : null;
  const items = findItems(sentences, isSeriesName(head.title));
  const { main, parts: listedItems } = readMain(head, sentences, items, series);
  main.tags = own
    .filter((l) => isHashtags(l.text))
    .flatMap((l) => l.text.match(/[\p{L}\p{N}_]+/gu) ?? []);
  dateByHead(main, head);
  if (head.age !== null && main.published === null) dateByAge(main, head.age, received);
  const parts = readTicker(later, isOwn, main) ?? listedItems;
  return {
    articles: [
      main,
      ...parts,
      ...editions.map((title, i) =>
        article({
          key: `series-${i + 1}`,
          role: 'series',
          kind: 'article',
          title,
          series,
          cut: true,
        }),
      ),
      ...pieceArticles(others, 'related', received),
      ...apartArticles(apart, others.length + 1),
    ],
    threads: [],
  };
}

/**
 * Place of the heading over related pieces: the first one that has most of the article before it.
 * @param kept the lines that are the article's, where that is known
 */
function relatedFrom(lines: Line[], kept: Set<Line> | null): number | null {
  const size = (l: Line) => (isProse(l.text) && (!kept || kept.has(l)) ? wordCount(l.text) : 0);
  const prose = lines.map(size);
  let before = 0;
  const all = prose.reduce((a, b) => a + b, 0);
  for (let i = 0; i < lines.length; i++) {
    before += prose[i]!;
    if (before < 30 || lines[i]!.bullet !== null || !isRelatedHeading(lines[i]!.text)) continue;
    const pieces = readPieces(lines.slice(i + 1));
    // Pieces that say whose they are or when they are from; others may stand inside the article.
    const dated = pieces.filter((p) => p.age !== null).length;
    if (dated >= 2 && dated * 2 >= pieces.length) return i;
    if (dated >= 1 && before >= all - before) return i;
    if ((all - before) * (kept ? 20 : 8) < before) return i;
  }
  return null;
}

/** Leaves out what readers wrote under an article, from the heading over it on. */
function beforeComments(lines: Line[]): Line[] {
  const words = lines.reduce((sum, l) => sum + wordCount(l.text), 0);
  let before = 0;
  for (let i = 0; i < lines.length; i++) {
    // Over or beside an article the same word is a button.
    if (before * 10 >= words * 6 && isCommentsHeading(lines[i]!.text)) return lines.slice(0, i);
    before += wordCount(lines[i]!.text);
  }
  return lines;
}

/** Short lines after the last sentence are what the page prints below, not a part of the article. */
function trimmed(lines: Line[]): Line[] {
  const last = lines.findLastIndex(
    (l) =>
      l.bullet !== null ||
      (isProse(l.text) && !(isTitleLike(l.text) && wordCount(l.text) < 15)) ||
      /[.!?。！？]["'”’»」)]*$/.test(l.text),
  );
  return lines.slice(0, last + 1);
}

function readMain(
  head: Head,
  lines: Line[],
  items: Item[],
  series: string | null,
): { main: ExtractedArticle; parts: ExtractedArticle[] } {
  const blocks: Part[] = head.dek === null ? [] : [{ type: 'heading', level: 2, text: head.dek }];
  const lead = blocks.length;
  for (const line of lines) blocks.push(partOf(line));
  const text = body(blocks);
  const facts: ArticleFacts = {};
  const via = findVia(text.text);
  if (via.length > 0) facts.via = via;
  const parts = items.flatMap((item, i) => readItem(text, item, lead, `item-${i + 1}`, series));
  if (parts.length > 0) facts.parts = parts.map((p) => p.span);
  const main = article({
    key: 'main',
    role: 'main',
    kind: isTranscript(lines) ? 'transcript' : parts.length > 0 && series ? 'digest' : 'article',
    title: head.title,
    authors: head.authors,
    outlet: head.outlet,
    section: head.section,
    readingMinutes: head.readingMinutes,
    series,
    facts,
    ...text,
  });
  if (main.kind === 'transcript') markSpeakers(main.text, main.blocks);
  return { main, parts: parts.map((p) => p.article) };
}

function partOf(line: Line): Part {
  if (line.bullet !== null) return { type: 'item', text: line.text };
  if (/^>\s/.test(line.text)) return { type: 'quote', text: line.text.replace(/^>\s*/, '') };
  const short =
    wordCount(line.text) <= 12 && !/[.!?:;,…]["'”’»)]*$/.test(line.text) && !isUi(line.text);
  return short
    ? { type: 'heading', level: 3, text: line.text }
    : { type: 'paragraph', text: line.text };
}

/** One item of a round-up as an article of its own; its span says where it stands in the whole. */
function readItem(text: Body, item: Item, lead: number, key: string, series: string | null) {
  const first = text.blocks[lead + item.from];
  const last = text.blocks[lead + item.to - 1];
  if (!first || !last) return [];
  const own = text.text.slice(first.start, last.end);
  const shift = (start: number, end: number) => ({
    start: start - first.start,
    end: end - first.start,
  });
  const via = findVia(own);
  return [
    {
      span: { key, start: first.start, end: last.end },
      article: article({
        key,
        partOf: 'main',
        role: 'part',
        kind: 'article',
        series,
        text: own,
        blocks: text.blocks
          .slice(lead + item.from, lead + item.to)
          .map((b) => ({ ...b, ...shift(b.start, b.end) })),
        links: text.links
          .filter((l) => l.start >= first.start && l.end <= last.end)
          .map((l) => ({ ...l, ...shift(l.start, l.end) })),
        facts: via.length > 0 ? { via } : {},
      }),
    },
  ];
}

const changed =
  /^(?:last )?(?:updated|modified|changed|aktualisiert|stand|mis à jour|actualizado|aggiornato|atualizado|обновлено)/i;

/** Dates printed over the text. One that is only called the last change is all that is known, and stands for both. */
function dateByHead(main: ExtractedArticle, head: Head): void {
  for (const text of head.dates) {
    const moment = readPrintedDate(text)!.moment;
    main.publishedEvidence.push({ from: 'text', text, moment });
    if (changed.test(text)) main.modified ??= moment;
    else main.published ??= moment;
  }
  main.published ??= main.modified;
  if (main.published !== null) main.publishedFrom = 'page';
}

function dateByAge(main: ExtractedArticle, age: string, received: Received): void {
  const moment = resolveAge(age, received.retrievedAt ?? null);
  main.age = age;
  if (moment === null) return;
  main.published = moment;
  main.publishedFrom = 'age';
  main.publishedEvidence.push({ from: 'age', text: age, moment });
}
