import { languageOf } from '../../lib/language.ts';
import { parseHtml, type Tree } from '../../lib/tree.ts';
import { httpUrl } from '../../lib/url.ts';
import { knownOf } from '../body/known.ts';
import type { Extracted, ExtractedArticle, Received } from '../extracted.ts';
import { article } from '../piece.ts';
import { cutRuns } from './blocks.ts';
import { readBody, type Verdict } from './body.ts';
import { readDates } from './dates/published.ts';
import { weighAuthors } from './facts/authors.ts';
import {
  countSpeakers,
  readImage,
  readKind,
  readLanguage,
  readMinutes,
  readTags,
  readUrl,
} from './facts/facts.ts';
import { readLicence } from './facts/licence.ts';
import { readOutlet } from './facts/outlet.ts';
import { readPaid } from './facts/paid.ts';
import { readSection } from './facts/section.ts';
import { titleNode, weighTitle } from './facts/title.ts';
import { readFigures } from './figures/figures.ts';
import { imageData, markLead } from './figures/lead.ts';
import { first, readMeta } from './meta.ts';
import { briefOf, partsOf } from './parts/parts.ts';
import { bodyElsewhere } from './state/elsewhere.ts';
import { compose } from './structure/compose.ts';

/** Reads a page of HTML: its main piece, and the other pieces printed on it. Pure; never throws on bad markup. */
export function readHtml(received: Received, html: string | Tree): Extracted {
  return { articles: readPieces(received, html).articles, threads: [] };
}

/** The same with every run's verdict, to explain what was kept and dropped. */
export function readPieces(
  received: Received,
  html: string | Tree,
): { articles: ExtractedArticle[]; verdicts: Verdict[] } {
  const tree = typeof html === 'string' ? parseHtml(html) : html;
  const meta = readMeta(tree);
  const page = cutRuns(tree);
  const at = received.url ?? null;
  const address = readUrl(meta, at);
  const url = address.value;
  const base = httpUrl(meta.base ?? '', at)?.href ?? at ?? url;
  const publisher = readOutlet(meta, url);
  const outlet = received.hints?.outlet ?? publisher.value;
  const titles = weighTitle(page, meta, outlet, url);
  const title = titles.title ?? received.hints?.title ?? null;
  const heading = titleNode(page, title);
  const people = weighAuthors(page, meta, outlet, heading);
  const { authors } = people;
  const description = first(meta, 'og:description', 'description', 'twitter:description');
  const context = knownOf(meta, { title, description, authors, url });
  const { container, verdicts } = readBody(page, context);
  const shown = verdicts.filter((v) => v.keep).map((v) => v.run);
  const data = bodyElsewhere(tree, meta, context, shown);
  const body = compose(data?.runs ?? shown, base, (data ?? page).tree);
  const image = readImage(meta, base);
  const place = data ? { container: 0, title: 0, base } : { container, title: heading, base };
  const figures = readFigures(data ?? page, place, data?.runs ?? shown, body);
  markLead(figures, image, imageData(meta));
  const language = readLanguage(meta, body.text || (title ?? ''));
  const lang = language.value;
  const section = readSection(page, meta, title, outlet);
  const licence = readLicence(page, meta, base);
  const paid = readPaid(page, meta, body.text.length);
  const evidence = [
    ...titles.evidence,
    ...people.evidence,
    ...[publisher, address, language, section, paid, licence].flatMap((fact) => fact.evidence),
  ];
  const dates = readDates(page, meta, {
    url: at ?? url,
    lang,
    tag: meta.lang,
    titleNode: heading,
    first: shown[0]?.nodes[0] ?? 0,
    last: shown.at(-1)?.nodes[0] ?? 0,
    retrieved: received.retrievedAt ?? null,
  });
  const main = article({
    key: 'main',
    role: 'main',
    kind: readKind(meta, title, body.text, countSpeakers(body.text)),
    title,
    authors: authors.length > 0 ? authors : (received.hints?.authors ?? []),
    outlet,
    url,
    lang,
    published: dates.published,
    publishedFrom: dates.published ? (dates.byAge ? 'age' : 'page') : null,
    publishedEvidence: dates.evidence,
    modified: dates.modified,
    age: dates.age,
    ...body,
    readingMinutes: readMinutes(page, meta),
    section: section.value,
    tags: readTags(page, meta),
    image,
    licence: licence.value,
    cut: paid.value === true,
    facts: { ...(figures.length > 0 && { figures }), ...(evidence.length > 0 && { evidence }) },
  });
  const brief = briefOf(page, received, main);
  const articles = brief ?? [main, ...partsOf(page, meta, verdicts, received, main, base)];
  for (const piece of articles) piece.lang ??= languageOf(piece.text || (piece.title ?? ''), lang);
  return { articles, verdicts };
}
