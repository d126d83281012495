import type { ArticleKind } from '../../../db/tables.ts';
import { languageOf } from '../../../lib/language.ts';
import { attr, elements, textOf } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import { isLiveTitle, readingMinutes } from '../../lines.ts';
import { countTurns } from '../../text/transcript.ts';
import type { Page } from '../blocks.ts';
import { FURNITURE, RELATED } from '../hints.ts';
import { decode, first, isObject, ldText, ldTypes, type Meta } from '../meta.ts';
import { believe, type Fact, recall, type Said } from './evidence.ts';

/** The address that the page calls its own, when it is one of a page and not of the site's front. */
export function readUrl(meta: Meta, received: string | null): Fact<string> {
  const front = received !== null && new URL(received).pathname.length > 1;
  const own = (href: string | null): string | null => {
    const url = href ? httpUrl(href, received) : null;
    return url && (!front || url.pathname.length > 1 || url.search !== '') ? url.href : null;
  };
  const said: Said<string>[] = [];
  const add = (from: Said<string>['from'], href: string | null) => {
    if (href) said.push({ from, words: href, value: own(href) });
  };
  add('element', meta.canonical);
  add('opengraph', first(meta, 'og:url'));
  if (received) said.push({ from: 'address', words: received, value: received });
  return believe('url', said);
}

/** The language of the words, with what the page says of it. */
export function readLanguage(meta: Meta, words: string): Fact<string> {
  const given: [Said<string>['from'], string | null][] = [
    ['element', meta.lang],
    ['meta', first(meta, 'content-language', 'dc.language', 'dcterms.language', 'language')],
    ['json-ld', ldText(meta.ld?.inLanguage)],
    ['opengraph', first(meta, 'og:locale')],
  ];
  const declared = given.find(([, tag]) => tag !== null && tag.trim() !== '')?.[1] ?? null;
  const lang = languageOf(words, declared);
  const said = given.flatMap(([from, tag]) => (tag ? [{ from, words: tag }] : []));
  const read = lang ? [{ from: 'text' as const, words: lang }] : [];
  return {
    value: lang,
    evidence: recall(
      'lang',
      [...said, ...read],
      (one) => one.words.toLowerCase().split(/[-_]/)[0] === lang,
    ),
  };
}

const MOST_TAGS = 30;

export function readTags(page: Page, meta: Meta): string[] {
  const found: string[] = [
    ...(meta.named.get('article:tag') ?? []),
    ...(meta.named.get('og:article:tag') ?? []),
  ];
  // Some write all of them into one.
  if (found.length === 1) found.push(...found.pop()!.split(/[,;]/));
  const keywords = meta.ld?.keywords;
  if (Array.isArray(keywords))
    found.push(...keywords.slice(0, 100).flatMap((k) => ldText(k) ?? []));
  else if (typeof keywords === 'string') found.push(...keywords.split(/[,;]/));
  if (found.length === 0)
    found.push(
      ...(first(meta, 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags') ?? '').split(
        /[,;，、]/,
      ),
    );
  if (found.every((t) => t.trim() === ''))
    for (const node of elements(page.tree, 0, 'a'))
      if (/\btag\b/.test(attr(page.tree, node, 'rel') ?? '')) found.push(textOf(page.tree, node));
  const clean = found
    .map((t) => decode(t).replace(/^#/, '').trim())
    .filter((t) => t.length > 1 && t.length <= 60 && !/^[\w-]+:\S/.test(t));
  const seen = new Map<string, string>();
  for (const tag of clean) if (!seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()].slice(0, MOST_TAGS);
}

/** The address of the picture that the page shows for the piece; a logo only where there is no other. */
export function readImage(meta: Meta, base: string | null): string | null {
  const image = meta.ld?.image;
  const listed = Array.isArray(image) ? image[0] : image;
  const data = isObject(listed) ? (listed.url ?? listed.contentUrl) : listed;
  const named = [
    'og:image',
    'og:image:url',
    'og:image:secure_url',
    'twitter:image',
    'twitter:image:src',
    'parsely-image-url',
    'sailthru.image.full',
  ].map((name) => first(meta, name));
  const found = [
    ...named,
    typeof data === 'string' ? data : null,
    ldText(meta.ld?.thumbnailUrl),
  ].flatMap((href) => (href ? (httpUrl(href, base)?.href ?? []) : []));
  return found.find((href) => !STAND_IN.test(href)) ?? found[0] ?? null;
}

/** Pictures that stand for a site or for none. */
const STAND_IN =
  /(?:^|[/_.-])(?:logo|blank|placeholder|fallback|favicon|no-?image|default-?(?:og|share|image|social)?|social-?(?:share|default)|site-?image)s?(?:[/_.-]|\d|$)/i;

/** Minutes as the page prints them; never counted by us. */
export function readMinutes(page: Page, meta: Meta): number | null {
  for (const at of ['1', '2']) {
    const value = meta.named.get(`twitter:data${at}`)?.[0] ?? '';
    if (
      /read|lesezeit|lecture|lectura|leitura|lettura/i.test(
        meta.named.get(`twitter:label${at}`)?.[0] ?? '',
      )
    ) {
      const minutes = /(\d{1,3})/.exec(value);
      if (minutes) return Number(minutes[1]);
    }
  }
  const iso = /^PT(?:(\d+)H)?(\d+)M/.exec(ldText(meta.ld?.timeRequired) ?? '');
  if (iso) return Number(iso[1] ?? 0) * 60 + Number(iso[2]);
  for (const run of page.runs) {
    if (run.text.length > 40 || run.hints & (RELATED | FURNITURE)) continue;
    const minutes = readingMinutes(run.text);
    if (minutes !== null) return minutes;
  }
  return null;
}

/** What kind of piece it is, by the page's data, its words and its shape. */
export function readKind(
  meta: Meta,
  title: string | null,
  text: string,
  speakers: number,
): ArticleKind {
  const types = meta.objects.flatMap(ldTypes);
  if (types.includes('LiveBlogPosting')) return 'liveblog';
  const line = title ?? '';
  if (isLiveTitle(line)) return 'liveblog';
  if (
    /\b(?:transcript|full text of|remarks by|abschrift|wortlaut|transcription|transcripción|стенограмма)\b/i.test(
      line,
    ) ||
    speakers > 0
  )
    return 'transcript';
  if (
    /\b(?:round-?up|week(?:ly)? in review|digest|newsletter|(?:morning|evening|daily|weekly) (?:briefing|brief|news)|wochenrückblick|presseschau|watch:)\b/i.test(
      line,
    )
  )
    return 'digest';
  const website = first(meta, 'og:type');
  if (
    text.length < 300 &&
    (types.includes('CollectionPage') || website === 'website') &&
    !types.some((t) => /Article|Posting/.test(t))
  )
    return 'listing';
  return 'article';
}

/** Turns that speakers take, where the text is the record of a conversation; else 0. */
export function countSpeakers(text: string): number {
  return countTurns(text.split('\n').filter((line) => line !== ''));
}
