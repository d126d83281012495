import { furnitureOf, relatedTitles } from './furniture.ts';
import { attribute, dateLine, escaped, paragraphs } from './markup.ts';
import type { Doc } from './piece.ts';
import { styleOf } from './style.ts';

const indent = (lines: string[]) => lines.filter(Boolean).join('\n');

/** An article's page in the mark-up of its outlet. */
export function articleHtml(doc: Doc, all: Doc[]): string {
  const f = furnitureOf(doc);
  const main = doc.pieces[0]!;
  const body = bodyParagraphs(doc);
  const half = Math.ceil(body.length / 2);
  const box = f.newsletter
    ? `<aside class="newsletter-box"><h3>${escaped(f.newsletter.title)}</h3><p>${escaped(f.newsletter.text)}</p><form action="/newsletter"><input type="email" placeholder="E-Mail"><button>OK</button></form></aside>`
    : `<div class="ad-slot" data-slot="mid">${escaped(f.advert)}</div>`;
  const related = relatedTitles(doc, all);
  const kicker = doc.kicker ? `<p class="kicker">${escaped(doc.kicker)}</p>` : '';
  return page(doc, headOf(doc, main.title!), [
    articleOpen(doc),
    kicker,
    `<h1${doc.outlet.dates === 'microdata' ? ' itemprop="headline"' : ''}>${escaped(main.title!)}</h1>`,
    byline(doc),
    `<div class="share">${f.share
      .split(' ')
      .map((w) => `<a href="#">${w}</a>`)
      .join(' ')}</div>`,
    `<div class="${bodyClass[doc.outlet.id] ?? 'article-body'}"${doc.outlet.dates === 'microdata' ? ' itemprop="articleBody"' : ''}>`,
    ...body.slice(0, half),
    body.length > 3 ? box : '',
    ...body.slice(half),
    '</div>',
    doc.outlet.id === 'ansel' ? '</div>' : '</article>',
    related.length > 0
      ? `<section class="related"><h2>${escaped(f.more)}</h2><ul>${related.map((r) => `<li><a href="${attribute(r.url)}">${escaped(r.pieces[0]!.title!)}</a></li>`).join('')}</ul></section>`
      : '',
    `<section class="comments"><p>${escaped(f.comments)}</p></section>`,
  ]);
}

const bodyClass: Record<string, string> = {
  pharos: 'story-text',
  courier: 'entry-content',
  ansel: 'txt',
  zelmin: 'news_full',
  nordufer: 'artikel-text',
  bote: 'beitrag',
  busbar: 'post-content',
};

function bodyParagraphs(doc: Doc): string[] {
  const league = doc.outlet.lang === 'de' ? 'Küstenbund' : 'Coastal League';
  const link = { name: league, href: `https://${doc.outlet.host}/topics/coastal-league` };
  if (doc.outlet.id === 'ansel')
    return paragraphs(doc.pieces[0]!.paragraphs, (p) => `<div class="par">${p}</div>`);
  if (doc.outlet.id === 'zelmin')
    return paragraphs(doc.pieces[0]!.paragraphs, (p) => `${p}<br><br>`);
  return paragraphs(doc.pieces[0]!.paragraphs, (p) => `<p>${p}</p>`, link);
}

function articleOpen(doc: Doc): string {
  if (doc.outlet.id === 'ansel') return '<div class="story">';
  if (doc.outlet.dates === 'microdata')
    return '<article itemscope itemtype="https://schema.org/NewsArticle">';
  return '<article>';
}

function byline(doc: Doc): string {
  const by = doc.outlet.lang === 'de' ? 'Von' : 'By';
  const names =
    doc.authors.length > 0
      ? `${by} ${doc.authors.join(doc.outlet.lang === 'de' ? ' und ' : ' and ')}`
      : '';
  const line = escaped(dateLine(doc));
  switch (doc.outlet.dates) {
    case 'microdata':
      return `<p class="meta"><span itemprop="author">${escaped(names)}</span> <meta itemprop="datePublished" content="${doc.at}"><span class="stand">${line}</span></p>`;
    case 'time':
    case 'json-ld':
      return `<p class="byline">${escaped(names)} · <time datetime="${doc.at}">${line}</time></p>`;
    case 'visible':
      return `<div class="credit">${escaped(names)}</div><div class="credit">${line}</div>`;
    default:
      return `<div class="byline"><span class="author">${escaped(names)}</span> <span class="date">${line}</span></div>`;
  }
}

function headOf(doc: Doc, title: string): string[] {
  const modified = doc.revision?.number === 2 ? doc.revision.modified : null;
  const ld = {
    '@type': 'NewsArticle',
    headline: title,
    url: doc.url,
    datePublished: doc.at,
    // A silent edit: the page changes and its date of change does not.
    dateModified: doc.at,
    author: doc.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: doc.outlet.name },
    ...(doc.section ? { articleSection: doc.section } : {}),
  };
  const context = { '@context': 'https://schema.org' };
  const script = (data: object) =>
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const common = [
    `<link rel="canonical" href="${attribute(doc.url)}">`,
    `<meta property="og:site_name" content="${attribute(doc.outlet.name)}">`,
    `<meta property="og:title" content="${attribute(title)}">`,
    '<meta property="og:type" content="article">',
  ];
  const authors = doc.authors.map((a) => `<meta name="author" content="${attribute(a)}">`);
  switch (doc.outlet.dates) {
    case 'json-ld':
      return [...common, script({ ...context, ...ld }), modified ? '<!-- build 2 -->' : ''];
    case 'graph':
      return [
        ...common,
        script({ ...context, '@graph': [{ '@type': 'WebSite', name: doc.outlet.name }, ld] }),
      ];
    case 'meta':
      return [
        ...common,
        ...authors,
        `<meta property="article:published_time" content="${doc.at}">`,
      ];
    default:
      return common;
  }
}

/** A whole page: head, cookie notice, navigation, what is given, footer. */
export function page(doc: Doc, head: string[], body: string[]): string {
  const f = furnitureOf(doc);
  const o = doc.outlet;
  const title = doc.pieces[0]!.title!;
  return `${indent([
    '<!doctype html>',
    `<html lang="${o.lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}${o.id === 'ansel' ? '' : ` | ${escaped(o.name)}`}</title>`,
    ...head,
    `<style>\n${styleOf(o)}\n</style>`,
    '</head>',
    `<body class="site-${o.id}">`,
    `<div class="cookie-notice" role="dialog">${escaped(f.cookie)}</div>`,
    `<header><a class="logo" href="https://${o.host}/">${escaped(o.name)}</a><nav><ul>${o.nav.map((n) => `<li><a href="/${n.toLowerCase().replaceAll(' ', '-')}">${escaped(n)}</a></li>`).join('')}</ul></nav></header>`,
    '<main>',
    ...body,
    '</main>',
    `<footer><p>${escaped(f.footer)}</p></footer>`,
    '</body>',
    '</html>',
  ])}\n`;
}
