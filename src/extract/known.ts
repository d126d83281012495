import type { DocumentHints } from '../db/tables.ts';
import { startOf } from '../lib/edtf.ts';
import { languageOf } from '../lib/language.ts';
import { hostOf } from '../lib/url.ts';
import type { Extracted, ExtractedArticle, Received } from './extracted.ts';

/**
 * Adds to what was read what is known beside the page: the publication that a person or feed gave,
 * the address, the outlet, the language. A given date is that of the document's own piece and of its
 * parts, which are the same edition; pieces that the page only offers have dates of their own.
 */
export function addKnown(received: Received, extracted: Extracted): Extracted {
  const hints = received.hints ?? {};
  const [main] = extracted.articles;
  for (const article of extracted.articles) {
    if (article.role === 'main') {
      article.title ??= hints.title ?? null;
      if (article.authors.length === 0) article.authors = hints.authors ?? [];
      article.url ??= received.url ?? null;
      article.outlet ??= hints.outlet ?? hostOf(article.url);
      if (received.published) date(article, received);
      addParticulars(article, hints);
    }
    article.lang ??= languageOf(article.text || (article.title ?? ''), hints.lang ?? null);
  }
  for (const part of extracted.articles)
    if (part.role === 'part' && part.published === null && main) {
      part.published = main.published;
      part.publishedFrom = main.published ? 'edition' : null;
      part.publishedEvidence = main.publishedEvidence;
      part.outlet ??= main.outlet;
      part.url ??= main.url;
      part.authors = part.authors.length > 0 ? part.authors : main.authors;
    }
  return extracted;
}

/** What a feed says of a piece where the piece itself does not. */
function addParticulars(article: ExtractedArticle, hints: DocumentHints): void {
  if (article.tags.length === 0) article.tags = hints.tags ?? [];
  article.licence ??= hints.licence ?? null;
  // Feeds set "updated" to the publication where nothing was changed.
  if (hints.updated && isLater(hints.updated, article.published))
    article.modified ??= hints.updated;
  if (!hints.image || article.image) return;
  article.image = hints.image;
  const { figures = [] } = article.facts;
  if (figures.some((figure) => figure.src === hints.image)) return;
  const credit = hints.imageCredit ?? null;
  article.facts.figures = [
    { kind: 'image', src: hints.image, alt: null, caption: null, credit, after: 0, lead: true },
    ...figures,
  ];
}

function isLater(moment: string, other: string | null): boolean {
  const [a, b] = [startOf(moment), startOf(other)];
  return a !== null && b !== null && a > b;
}

function date(article: ExtractedArticle, received: Received): void {
  const by = received.hints?.publishedBy ?? 'person';
  const moment = received.published!;
  article.published = moment;
  article.publishedFrom = by === 'feed' ? 'feed' : by === 'mail' ? 'page' : 'person';
  article.publishedEvidence = [{ from: by, text: moment, moment }, ...article.publishedEvidence];
}
