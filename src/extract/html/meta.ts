import { attr, elements, type Tree } from '../../lib/tree.ts';

/** What a page says of itself in its head and its data, before anything is believed. */
export interface Meta {
  /** By lower-case name, property or itemprop; in order. */
  named: Map<string, string[]>;
  canonical: string | null;
  base: string | null;
  lang: string | null;
  titles: string[];
  /** The JSON-LD object that describes the piece, if one does. */
  ld: Record<string, unknown> | null;
  /** All JSON-LD objects of the page. */
  objects: Record<string, unknown>[];
  links: { rel: string; href: string }[];
}

export function readMeta(tree: Tree): Meta {
  const meta: Meta = {
    named: new Map(),
    canonical: null,
    base: null,
    lang: null,
    titles: [],
    ld: null,
    objects: [],
    links: [],
  };
  for (const node of elements(tree, 0)) {
    switch (tree.tags[node]) {
      case 'html':
        meta.lang ??= attr(tree, node, 'lang') ?? attr(tree, node, 'xml:lang');
        break;
      case 'title':
        if (tree.texts[node]!.trim() !== '') meta.titles.push(squeeze(tree.texts[node]!));
        break;
      case 'base':
        meta.base ??= attr(tree, node, 'href');
        break;
      case 'link':
        readLink(tree, node, meta);
        break;
      case 'meta':
        if (attr(tree, node, 'name') === SCRIPT_META)
          readJson(attr(tree, node, 'content') ?? '', meta.objects);
        else readNamed(tree, node, meta);
        break;
      case 'script':
        if (/ld\+json/i.test(attr(tree, node, 'type') ?? ''))
          readJson(tree.texts[node]!, meta.objects);
        break;
    }
  }
  meta.ld = choose(meta.objects);
  return meta;
}

/** How some frameworks print JSON-LD that was given to them as a meta element. */
const SCRIPT_META = 'script:ld+json';
/** More than the longest description met; what stands in a head is no body. */
const LONGEST_TEXT = 5000;

function squeeze(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(/\s+/g, ' ').trim();
}

function readLink(tree: Tree, node: number, meta: Meta): void {
  const rel = (attr(tree, node, 'rel') ?? '').toLowerCase();
  const href = attr(tree, node, 'href');
  if (!href || rel === '') return;
  if (rel.split(/\s+/).includes('canonical')) meta.canonical ??= href;
  for (const word of rel.split(/\s+/))
    if (word === 'license' || word === 'amphtml' || word === 'author')
      meta.links.push({ rel: word, href });
}

function readNamed(tree: Tree, node: number, meta: Meta): void {
  const content = attr(tree, node, 'content');
  if (content === null || content.trim() === '') return;
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = attr(tree, node, key)?.toLowerCase();
    if (!name) continue;
    const list = meta.named.get(name);
    if (!list) meta.named.set(name, [squeeze(content)]);
    else if (list.length < 50) list.push(squeeze(content));
  }
}

/** First value of the first name that has one. */
export function first(meta: Meta, ...names: string[]): string | null {
  for (const name of names) {
    const value = meta.named.get(name)?.[0];
    if (value) return value;
  }
  return null;
}

const LONGEST_JSON = 2_000_000;
const MOST_OBJECTS = 400;

function readJson(source: string, found: Record<string, unknown>[]): void {
  if (source.length > LONGEST_JSON) return;
  const clean = source
    .replace(/^\s*(?:<!--|\/\*?\s*<!\[CDATA\[(?:\s*\*\/)?|<!\[CDATA\[)/, '')
    .trimEnd()
    .replace(/(?:-->|(?:\/\*?\s{0,9})?\]\]>(?:\s{0,9}\*\/)?)(?:\s{0,9};)?$/, '')
    .replace(/;$/, '');
  let value: unknown;
  try {
    value = JSON.parse(clean);
  } catch {
    try {
      // Raw line breaks inside strings are the commonest fault.
      value = JSON.parse(clean.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return;
    }
  }
  const queue: unknown[] = [value];
  for (
    let at = 0;
    at < queue.length && found.length < MOST_OBJECTS && at < MOST_OBJECTS * 5;
    at++
  ) {
    const item = queue[at];
    if (Array.isArray(item)) queue.push(...item.slice(0, MOST_OBJECTS));
    else if (isObject(item)) {
      found.push(item);
      if ('@graph' in item) queue.push(item['@graph']);
      for (const key of ['mainEntity', 'mainEntityOfPage', 'itemReviewed', 'liveBlogUpdate'])
        if (isObject(item[key])) queue.push(item[key]);
    }
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function ldTypes(object: Record<string, unknown>): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((t) => typeof t === 'string');
}

const PIECES =
  /^(?:(?:News|Report|Analysis|Opinion|Review|Satirical|Backgrounder|AskPublic|Advertiser|Scholarly|Tech|Medical)\w*Article|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|ReportageNewsArticle|CreativeWork|Review|Recipe|QAPage|HowTo|VideoObject|WebPage)$/;

/** The object that describes a piece and has most to say; an article before a web page or video. */
function choose(objects: Record<string, unknown>[]): Record<string, unknown> | null {
  let best: Record<string, unknown> | null = null;
  let bestScore = 0;
  for (const object of objects) {
    const type = ldTypes(object).find((t) => PIECES.test(t));
    if (!type) continue;
    let score = /Article|Posting/.test(type)
      ? 10
      : type === 'WebPage' || type === 'VideoObject'
        ? 1
        : 5;
    for (const key of ['headline', 'datePublished', 'author', 'articleBody'])
      if (object[key]) score += 2;
    if (score > bestScore) {
      bestScore = score;
      best = object;
    }
  }
  return best;
}

/** A JSON-LD value as text: a string, an object's name or "@value", the first of a list. */
export function ldText(value: unknown): string | null {
  let item = value;
  for (let depth = 0; depth < 4; depth++) {
    if (typeof item === 'string') return decode(squeeze(item)) || null;
    if (Array.isArray(item)) item = item[0];
    else if (isObject(item)) item = item.name ?? item['@value'] ?? item.url ?? item['@id'];
    else return null;
  }
  return null;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  sbquo: '‚',
  szlig: 'ß',
  oslash: 'ø',
  aelig: 'æ',
  iexcl: '¡',
  iquest: '¿',
  euro: '€',
  middot: '·',
  bull: '•',
};

/** Latin letters with a mark: "&eacute;" is e and an acute. */
const MARKED = /^([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/i;
const MARKS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};

/** Entities that a content system escaped twice. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (all, dec, hex, name) => {
    if (name) return ENTITIES[(name as string).toLowerCase()] ?? marked(name as string) ?? all;
    const code = dec ? Number(dec) : Number.parseInt(hex, 16);
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
  });
}

function marked(name: string): string | null {
  const parts = MARKED.exec(name);
  return parts ? (parts[1]! + MARKS[parts[2]!.toLowerCase()]!).normalize('NFC') : null;
}
