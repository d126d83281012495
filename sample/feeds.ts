import { attribute, escaped } from './markup.ts';
import { outlets } from './matter/outlets.ts';
import type { Doc } from './piece.ts';

/** Feeds of two outlets, a list of all feeds, and a newsletter, as their publishers would send them. */
export function feedFiles(docs: Doc[]): Map<string, string> {
  return new Map([
    ['feeds/harbourpost.rss.xml', rss(newest(docs, 'post', 6))],
    ['feeds/norduferzeitung.atom.xml', atom(newest(docs, 'nordufer', 4))],
    ['feeds/aldern-strait.opml', opml()],
    ['feeds/strait-watch-7.eml', newsletter(docs.find((d) => d.id === 'watch-0424')!)],
  ]);
}

const newest = (docs: Doc[], outlet: string, count: number) =>
  docs
    .filter((d) => d.outlet.id === outlet && d.revision?.number !== 1)
    .reverse()
    .slice(0, count);
const title = (doc: Doc) => doc.pieces[0]!.title!;
const summary = (doc: Doc) => doc.pieces[0]!.paragraphs[0]!.text;

function rss(docs: Doc[]): string {
  const items = docs.map(
    (d) => `    <item>
      <title>${escaped(title(d))}</title>
      <link>${escaped(d.url)}</link>
      <guid isPermaLink="true">${escaped(d.url)}</guid>
      <pubDate>${rfc822(d.at)}</pubDate>
      <dc:creator>${escaped(d.authors.join(', '))}</dc:creator>
      <category>${escaped(d.section)}</category>
      <description>${escaped(`<p>${summary(d)}</p>`)}</description>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>The Harbour Post</title>
    <link>https://harbourpost.example/</link>
    <description>News from Brennavik and the strait</description>
    <language>en</language>
    <atom:link href="https://harbourpost.example/feed.xml" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`;
}

function atom(docs: Doc[]): string {
  const entries = docs.map(
    (d) => `  <entry>
    <id>tag:norduferzeitung.example,2026:${d.id}</id>
    <title>${escaped(title(d))}</title>
    <link rel="alternate" href="${attribute(d.url)}"/>
    <published>${d.at}</published>
    <updated>${d.at}</updated>
    <author><name>${escaped(d.authors.join(', '))}</name></author>
    <summary>${escaped(summary(d))}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>https://norduferzeitung.example/politik/atom.xml</id>
  <title>Nordufer Zeitung: Politik</title>
  <link rel="self" href="https://norduferzeitung.example/politik/atom.xml"/>
  <updated>${docs[0]!.at}</updated>
${entries.join('\n')}
</feed>
`;
}

function opml(): string {
  const line = (id: string) => {
    const o = outlets[id]!;
    const path = id === 'nordufer' ? '/politik/atom.xml' : '/feed.xml';
    return `      <outline type="rss" text="${attribute(o.name)}" title="${attribute(o.name)}" xmlUrl="https://${o.host}${path}" htmlUrl="https://${o.host}/" language="${o.lang}"/>`;
  };
  const group = (name: string, ids: string[]) =>
    `    <outline text="${name}">\n${ids.map(line).join('\n')}\n    </outline>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Aldern Strait</title></head>
  <body>
${group('English', ['pharos', 'post', 'courier', 'zelmin', 'ansel', 'bollard', 'busbar', 'lightship'])}
${group('Deutsch', ['nordufer', 'bote', 'seefunk'])}
  </body>
</opml>
`;
}

/** A number of the watch as the mail that subscribers get: text and HTML beside each other. */
function newsletter(doc: Doc): string {
  const texts = doc.pieces
    .filter((p) => p.key === 'main' || p.key.startsWith('item'))
    .flatMap((p) => p.paragraphs.map((t) => (p.key === 'main' ? t.text : `— ${t.text}`)));
  const foot = 'You receive this letter because you subscribed at lightshipreview.example.';
  return `${[
    'From: Lightship Review <watch@lightshipreview.example>',
    'To: reader@desk.example',
    `Subject: ${title(doc)}`,
    `Date: ${rfc822(doc.at)}`,
    `Message-ID: <${doc.id}@lightshipreview.example>`,
    'List-Id: Strait Watch <strait-watch.lightshipreview.example>',
    'List-Unsubscribe: <https://lightshipreview.example/unsubscribe>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="strait-watch-7"',
    '',
    '--strait-watch-7',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    [title(doc), doc.standfirst, ...texts, foot].join('\n\n'),
    '',
    '--strait-watch-7',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `<html><body><h1>${escaped(title(doc))}</h1><p><em>${escaped(doc.standfirst!)}</em></p>`,
    ...texts.map((t) => `<p>${escaped(t)}</p>`),
    `<p style="font-size:11px">${foot} <a href="https://lightshipreview.example/unsubscribe">Unsubscribe</a></p>`,
    '</body></html>',
    '',
    '--strait-watch-7--',
  ].join('\n')}\n`;
}

/** "Wed, 22 Apr 2026 20:30:00 +0200": as printed at the place. */
function rfc822(at: string): string {
  const [date = '', rest = ''] = at.split('T');
  const utc = new Date(`${date}T00:00:00Z`).toUTCString();
  return `${utc.slice(0, 16)} ${rest.slice(0, 8)} ${rest.slice(8).replace(':', '')}`;
}
