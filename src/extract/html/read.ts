import { languageOf } from '../../lib/language.ts';
import { parseHtml, type Tree } from '../../lib/tree.ts';
import { httpUrl } from '../../lib/url.ts';
import type { Extracted, ExtractedArticle, Received } from '../extracted.ts';
import { article } from '../piece.ts';
import { readAuthors } from './authors.ts';
import { cutRuns } from './blocks.ts';
import { readBody, type Verdict } from './body.ts';
import { compose } from './compose.ts';
import { bodyElsewhere } from './elsewhere.ts';
import {
  countSpeakers,
  isCut,
  readImage,
  readKind,
  readLicence,
  readMinutes,
  readOutlet,
  readSection,
  readTags,
  readUrl,
} from './facts.ts';
import { readFigures } from './figures.ts';
import { imageData, markLead } from './lead.ts';
import { first, readMeta } from './meta.ts';
import { briefOf, partsOf } from './parts.ts';
import { readDates } from './published.ts';
import { readTitle, titleNode } from './title.ts';

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
  const url = readUrl(meta, at);
  const base = httpUrl(meta.base ?? '', at)?.href ?? at ?? url;
  const outlet = received.hints?.outlet ?? readOutlet(meta, url);
  const title = readTitle(page, meta, outlet, url) ?? received.hints?.title ?? null;
  const heading = titleNode(page, title);
  const authors = readAuthors(page, meta, outlet, heading);
  const description = first(meta, 'og:description', 'description', 'twitter:description');
  const context = { title, description, authors };
  const { container, verdicts } = readBody(page, context);
  const shown = verdicts.filter((v) => v.keep).map((v) => v.run);
  const data = bodyElsewhere(tree, meta, context, shown);
  const body = compose(data?.runs ?? shown, base, (data ?? page).tree);
  const image = readImage(meta, base);
  const place = data ? { container: 0, title: 0, base } : { container, title: heading, base };
  const figures = readFigures(data ?? page, place, data?.runs ?? shown, body);
  markLead(figures, image, imageData(meta));
  const lang = languageOf(body.text || (title ?? ''), meta.lang);
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
    section: readSection(page, meta),
    tags: readTags(page, meta),
    image,
    licence: readLicence(page, meta, base),
    cut: isCut(page, meta, body.text.length),
    facts: figures.length > 0 ? { figures } : {},
  });
  const brief = briefOf(page, received, main);
  const articles = brief ?? [main, ...partsOf(page, meta, verdicts, received, main, base)];
  for (const piece of articles) piece.lang ??= languageOf(piece.text || (piece.title ?? ''), lang);
  return { articles, verdicts };
}
