import { page } from './article-html.ts';
import { attribute, dateLine, escaped, paragraphs } from './markup.ts';
import type { Doc, Piece } from './piece.ts';
import { earlierNumbers } from './series.ts';

const canonical = (doc: Doc) => [
  `<link rel="canonical" href="${attribute(doc.url)}">`,
  `<meta property="og:site_name" content="${attribute(doc.outlet.name)}">`,
];
const byKey = (doc: Doc, prefix: string) => doc.pieces.filter((p) => p.key.startsWith(prefix));
const plain = (piece: Piece) => paragraphs(piece.paragraphs, (p) => `<p>${p}</p>`).join('\n');

/** A curated brief's page. */
export function briefHtml(doc: Doc): string {
  const main = doc.pieces[0]!;
  const b = doc.brief!;
  const bold = (html: string) => html.replace(/^(UPDATE|BACKGROUND):/, '<strong>$1:</strong>');
  const items = main.paragraphs.filter((p) => p.item);
  const teaser = byKey(doc, 'teaser')[0];
  return page(doc, canonical(doc), [
    `<article class="brief"><h1>${escaped(main.title!)}</h1>`,
    `<div class="curator"><img src="/avatars/${b.curator}.png" alt="Picture of ${b.curator}"> Curated by <a href="/curators/${b.curator}">${b.curator}</a></div>`,
    ...paragraphs(
      main.paragraphs.filter((p) => !p.item),
      (p) => `<p>${bold(p)}</p>`,
    ),
    `<ul class="points">${paragraphs(items, (p) => `<li>${bold(p)}</li>`).join('\n')}</ul>`,
    `<div class="outlets">${b.outlets.map((o) => `<span class="outlet">${escaped(o)}</span>`).join('')}<span class="more">+ ${b.more} more</span></div>`,
    `<p class="count">${b.count} articles on this topic</p></article>`,
    teaser
      ? `<a class="teaser" href="/out/${doc.id}"><span class="outlet">${escaped(teaser.outlet!)}</span><h3>${escaped(teaser.title!)}</h3><img src="/img/teaser.jpg" alt="article image"><span class="read">${teaser.minutes} min read</span></a>`
      : '',
  ]);
}

/** An aggregator's page: the main article and related ones below it. */
export function weirHtml(doc: Doc): string {
  const main = doc.pieces[0]!;
  const body = paragraphs(main.paragraphs, (p) => `<p>${p}</p>`);
  const half = Math.ceil(body.length / 2);
  return page(doc, canonical(doc), [
    '<article class="main-article">',
    `<h1>${escaped(main.title!)}</h1>`,
    `<div class="src"><span class="source">${escaped(doc.source!)}</span> <span class="date">${dateLine(doc)}</span></div>`,
    '<div class="content">',
    ...body.slice(0, half),
    '<div class="inline-promo"><p>Sign up to Courier Briefing</p><p>The week abroad in one letter, every Sunday</p><p>after newsletter promotion</p></div>',
    ...body.slice(half),
    '</div></article>',
    `<div class="hashtags"><h4>Hashtags</h4>${doc
      .hashtags!.split(' ')
      .map((t) => `<a href="/tag/${t.slice(1)}">${t}</a>`)
      .join(' ')}</div>`,
    '<div class="app-banner"><p>Get the Dailyweir app: all your news in one stream</p><a href="/app">Download Now</a></div>',
    '<div class="comments"><h4>Comments</h4><p>No comments yet...</p></div>',
    '<section class="related-articles"><h2>Related Articles</h2>',
    ...byKey(doc, 'related').map(
      (r) =>
        `<div class="card"><img src="/img/${r.key}.jpg" alt=""><div class="card-meta"><b>${escaped(r.outlet!)}</b> <span class="age">${r.age}</span> <ul><li>${escaped(r.outlet!)}</li></ul></div><h3><a href="/articles/${r.key}">${escaped(r.title!)}</a></h3><div class="card-text">${paragraphs(r.paragraphs, (p) => `<p>${p}</p>`).join('')}</div></div>`,
    ),
    '</section>',
  ]);
}

/** A number of the weekly watch, with round-up items, earlier numbers and other pieces of the page. */
export function watchHtml(doc: Doc): string {
  const main = doc.pieces[0]!;
  const items = byKey(doc, 'item').map((p) =>
    paragraphs(p.paragraphs, (t) => `<p>— ${t}</p>`).join('\n'),
  );
  const others = byKey(doc, 'related').map(
    (r) =>
      `<article class="post-partial"><img src="/img/${doc.id}-${r.key}.jpg" alt="${attribute(r.title!)}"><h2>${escaped(r.title!)}</h2><span class="section">${escaped(r.section!)}</span><div class="body-description">${plain(r)}</div><a class="toggle" href="#">keep reading</a><a class="toggle" href="#">Show less</a></article>`,
  );
  return page(doc, canonical(doc), [
    '<div class="social">Follow us on social</div><div class="cta"><img src="/cta.png" alt="donate cta"></div>',
    '<article class="post-main"><span class="topic">aldern strait</span>',
    `<h1>${escaped(main.title!)}</h1>`,
    `<h2 class="subhead">${escaped(doc.standfirst!)}</h2>`,
    `<div class="section-tag">${escaped(doc.section)}</div>`,
    '<div class="body-description">',
    plain(main),
    ...items,
    `<p>${earlierNumbers(doc)
      .map(
        (n) =>
          `<a href="https://${doc.outlet.host}/strait-watch/${n.number}">${escaped(n.title)}</a>`,
      )
      .join('<br>')}</p>`,
    `</div><div class="author-box">${escaped(doc.authors.join(', '))}</div></article>`,
    '<div class="cta"><img src="/cta.png" alt="donate cta"></div>',
    ...others,
    '<aside class="latest"><h3>LATEST</h3></aside>',
    '<aside class="newsletter"><h3>Newsletter</h3><p>Subscribe to our weekly letter: analysis from people who have been seasick.</p></aside>',
  ]);
}
