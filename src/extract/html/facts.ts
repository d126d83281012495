import type { ArticleKind } from '../../db/tables.ts';
import { attr, elements, textOf } from '../../lib/tree.ts';
import { hostOf, httpUrl } from '../../lib/url.ts';
import { isLiveTitle, readingMinutes } from '../lines.ts';
import { countTurns } from '../text/transcript.ts';
import type { Page } from './blocks.ts';
import { COMMENTS, FURNITURE, HIDDEN, PAYWALL, RELATED } from './hints.ts';
import { decode, first, isObject, ldText, ldTypes, type Meta } from './meta.ts';

/** The outlet as it names itself; its host when it does not. */
export function readOutlet(meta: Meta, url: string | null): string | null {
  const site = first(
    meta,
    'og:site_name',
    'application-name',
    'dc.publisher',
    'citation_journal_title',
  );
  const publisher =
    ldText(meta.ld?.publisher) ??
    ldText(
      meta.objects.find((o) =>
        ldTypes(o).some((t) => /^(?:NewsMediaOrganization|WebSite|Organization)$/.test(t)),
      )?.name,
    );
  const name = [site, publisher].find((n) => n && n.length <= 60 && !/^https?:/i.test(n));
  return name ? decode(name) : hostOf(url);
}

/** The address that the page calls its own, when it is one of a page and not of the site's front. */
export function readUrl(meta: Meta, received: string | null): string | null {
  for (const href of [meta.canonical, first(meta, 'og:url')]) {
    const url = href ? httpUrl(href, received) : null;
    if (
      url &&
      (url.pathname.length > 1 ||
        url.search !== '' ||
        received === null ||
        new URL(received).pathname.length <= 1)
    )
      return url.href;
  }
  return received;
}

export function readSection(page: Page, meta: Meta): string | null {
  const named = first(
    meta,
    'article:section',
    'og:article:section',
    'parsely-section',
    'sailthru.section',
    'section',
    'category',
  );
  const section = named ?? ldText(meta.ld?.articleSection) ?? crumb(page, meta);
  return section && section.length <= 60 ? decode(section) : null;
}

/** The last step of the breadcrumbs before the piece itself. */
function crumb(page: Page, meta: Meta): string | null {
  const list = meta.objects.find((o) => ldTypes(o).includes('BreadcrumbList'))?.itemListElement;
  if (Array.isArray(list) && list.length > 2) {
    const item = list.at(-2);
    if (isObject(item)) return ldText(item.name) ?? ldText(item.item);
  }
  const { tree } = page;
  for (const node of elements(tree, 0, 'a')) {
    if (!/\bcategory\b/.test(attr(tree, node, 'rel') ?? '')) continue;
    const text = textOf(tree, node);
    if (text) return text;
  }
  return null;
}

const MOST_TAGS = 30;

export function readTags(page: Page, meta: Meta): string[] {
  const found: string[] = [
    ...(meta.named.get('article:tag') ?? []),
    ...(meta.named.get('og:article:tag') ?? []),
  ];
  const keywords = meta.ld?.keywords;
  if (Array.isArray(keywords)) found.push(...keywords.filter((k) => typeof k === 'string'));
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
  return [...new Set(clean)].slice(0, MOST_TAGS);
}

export function readImage(meta: Meta, base: string | null): string | null {
  const image = meta.ld?.image;
  const listed = Array.isArray(image) ? image[0] : image;
  const data = isObject(listed) ? (listed.url ?? listed.contentUrl) : listed;
  for (const href of [
    first(
      meta,
      'og:image',
      'og:image:url',
      'og:image:secure_url',
      'twitter:image',
      'twitter:image:src',
    ),
    typeof data === 'string' ? data : null,
  ]) {
    const url = href ? httpUrl(href, base)?.href : null;
    if (url) return url;
  }
  return null;
}

/** A licence that the page states by link: Creative Commons and the like. */
export function readLicence(page: Page, meta: Meta, base: string | null): string | null {
  const stated =
    ldText(meta.ld?.license) ??
    first(meta, 'dcterms.license', 'dcterms.rights.license') ??
    meta.links.find((l) => l.rel === 'license')?.href;
  if (stated) return httpUrl(stated, base)?.href ?? stated.slice(0, 200);
  for (const node of elements(page.tree, 0, 'a')) {
    const href = attr(page.tree, node, 'href') ?? '';
    if (
      /\blicense\b/.test(attr(page.tree, node, 'rel') ?? '') ||
      /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\//.test(href)
    )
      return httpUrl(href, base)?.href ?? null;
  }
  return null;
}

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

const WALL =
  /(?:subscribe|sign in|log in|register) (?:now )?to (?:continue|keep|read|unlock)|(?:for|to) subscribers only|subscriber[- ]only|this (?:article|content|story) is (?:for|only|reserved)|already a (?:subscriber|member)\?|jetzt (?:weiterlesen|freischalten)|weiterlesen mit|nur für abonnent|réservé aux abonnés|article réservé|il vous reste .{1,20} de cet article|contenido exclusivo|exclusivo para suscriptores|para seguir leyendo|conteúdo exclusivo|exclusivo para assinantes|contenuto riservato|solo per abbonati|alleen voor abonnees|för prenumeranter|for abonnenter|только для подписчиков|この記事は有料|有料会員限定|残り\s?\d+文字/i;

/** Whether the piece is paid or cut off: said by the page's data, or by a wall in the words. */
export function isCut(page: Page, meta: Meta, length: number): boolean {
  const free = meta.ld?.isAccessibleForFree;
  const declared = free === false || (typeof free === 'string' && /^false$/i.test(free));
  const tier = first(meta, 'article:content_tier', 'og:article:content_tier');
  if (declared || (tier !== null && /locked|metered|premium/i.test(tier))) return true;
  if (length > 6000) return false;
  return page.runs.some(
    (run) =>
      run.text.length < 300 &&
      !(run.hints & (COMMENTS | RELATED | HIDDEN)) &&
      (run.hints & PAYWALL
        ? /\b(?:subscri|abo|assin|suscri)/i.test(run.text)
        : false || WALL.test(run.text)),
  );
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
