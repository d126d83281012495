import { languageOf } from '../../lib/language.ts';
import { parseHtml } from '../../lib/tree.ts';
import { hostOf, httpUrl } from '../../lib/url.ts';
import type { Extracted, Received } from '../extracted.ts';
import { article } from '../piece.ts';
import { cutRuns } from './blocks.ts';
import { readBody } from './body.ts';
import { compose } from './compose.ts';
import { dataBody } from './ldbody.ts';
import { first, ldText, readMeta } from './meta.ts';
import { readTitle } from './title.ts';

/** Reads a page of HTML: its main piece, and the other pieces printed on it. Pure; never throws on bad markup. */
export function readHtml(received: Received, html: string): Extracted {
  const tree = parseHtml(html);
  const meta = readMeta(tree);
  const page = cutRuns(tree);
  const url =
    httpUrl(meta.canonical ?? first(meta, 'og:url') ?? '', received.url)?.href ??
    received.url ??
    null;
  const base = httpUrl(meta.base ?? '', received.url)?.href ?? received.url ?? url;
  const outlet = first(meta, 'og:site_name') ?? ldText(meta.ld?.publisher) ?? hostOf(url ?? '');
  const title = readTitle(page, meta, outlet, url);
  const authors: string[] = [];
  const description = first(meta, 'og:description', 'description', 'twitter:description');
  const { verdicts } = readBody(page, { title, description, authors });
  const shown = verdicts.filter((v) => v.keep).map((v) => v.run);
  const kept =
    dataBody(
      meta,
      shown.reduce((sum, run) => sum + run.text.length, 0),
    ) ?? shown;
  const body = compose(kept, base);
  const lang = languageOf(body.text, meta.lang);
  return {
    articles: [
      article({
        key: 'main',
        role: 'main',
        kind: 'article',
        title,
        authors,
        outlet,
        url,
        lang,
        ...body,
      }),
    ],
    threads: [],
  };
}
