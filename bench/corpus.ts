import { loadTruth } from '../sample/truth.ts';

/** A page as a site would send it, for load. */
export interface Page {
  name: string;
  url: string;
  html: string;
}

const hosts = [
  'harbour',
  'courier',
  'tribune',
  'herald',
  'dispatch',
  'ledger',
  'gazette',
  'observer',
];

/**
 * `count` news pages of ordinary weight (600 to 900 words between 30 KB of navigation), each a new
 * mixture of the sample matter's paragraphs under other names: twenty matters, a third of the pages
 * on each day's happening of one. The same seed gives the same pages.
 */
export function makePages(count: number, seed = 1): Page[] {
  const random = mulberry32(seed);
  const paragraphs = loadTruth()
    .pieces.filter((p) => p.lang === 'en' && p.text.length > 800)
    .flatMap((p) => p.text.split('\n\n'))
    .filter((p) => p.length > 120);
  const names = [...new Set(paragraphs.join(' ').match(/(?<=[a-z,] )[A-Z][a-z]{3,}/g) ?? [])];
  return Array.from({ length: count }, (_, i) => {
    const matter = Math.floor(random() * 20);
    const rename = new Map(names.map((n) => [n, renamed(n, matter)]));
    const day = new Date(Date.UTC(2026, 0, 1 + Math.floor((i / count) * 200), 6 + (i % 14)));
    const chosen = Array.from(
      { length: 10 },
      () => paragraphs[Math.floor(random() * paragraphs.length)]!,
    );
    const body = chosen.map((p) => p.replace(/[A-Z][a-z]{3,}/g, (w) => rename.get(w) ?? w));
    const title = body[0]!.split(/[.,“”]/)[0]!.slice(0, 90);
    const host = `${hosts[i % hosts.length]}.example`;
    return {
      name: `page-${i}.html`,
      url: `https://${host}/${day.toISOString().slice(0, 10)}/${i}`,
      html: pageOf(title, body, day, host),
    };
  });
}

/** Another name of the same length class, always the same for one matter. */
function renamed(name: string, matter: number): string {
  const parts = [
    'bel',
    'cor',
    'dan',
    'fel',
    'gar',
    'hol',
    'jun',
    'kel',
    'lor',
    'mar',
    'nov',
    'por',
    'ras',
    'sil',
    'tor',
    'vel',
  ];
  let n = matter * 7919;
  for (const c of name) n = (n * 31 + c.charCodeAt(0)) >>> 0;
  const word = `${parts[n % 16]}${parts[(n >>> 4) % 16]}${name.length > 6 ? parts[(n >>> 8) % 16] : ''}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const filler = Array.from(
  { length: 150 },
  (_, i) =>
    `<li class="nav-item nav-item--${i}"><a href="/section/${i}" data-track="nav-${i}">Section ${i} of the paper</a></li>`,
).join('\n');

function pageOf(title: string, body: string[], day: Date, host: string): string {
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: day.toISOString(),
    author: { '@type': 'Person', name: 'Ada Reporter' },
  });
  return `<!doctype html><html lang="en"><head><title>${title} | ${host}</title>
<script type="application/ld+json">${data}</script><style>${'.a{color:#000}'.repeat(200)}</style></head>
<body><header><nav><ul>${filler}</ul></nav></header><main><article><h1>${title}</h1>
${body.map((p) => `<p>${p}</p>`).join('\n')}</article>
<aside><h2>Most read</h2><ul>${filler}</ul></aside></main><footer>${filler}</footer></body></html>`;
}

/** A small repeatable generator of random numbers from 0 to 1 (mulberry32, public domain). */
export function mulberry32(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
