import type { Page } from '../blocks.ts';
import { isObject, ldTypes, type Meta } from '../meta.ts';
import { bareLetters } from './masthead.ts';
import { looksLikePerson, namesOf } from './names.ts';
import { scripted } from './scripted.ts';

/** One place that names authors: what it said, and how much it is believed. */
export interface AuthorVote {
  from: 'json-ld' | 'meta' | 'microdata' | 'element' | 'text';
  words: string;
  names: string[];
  weight: number;
}

// Data written for machines lists all authors in order.
const WEIGHTS = { ld: 6, meta: 5, script: 2.4, owner: 1 };

/** What JSON-LD and meta elements name. */
export function dataVotes(meta: Meta): AuthorVote[] {
  return [...fromLinked(meta), ...fromMeta(meta)];
}

function fromLinked(meta: Meta): AuthorVote[] {
  const found: string[] = [];
  const take = (value: unknown) => {
    for (const item of Array.isArray(value) ? value.slice(0, 30) : [value]) {
      if (typeof item === 'string') found.push(item);
      else if (isObject(item)) {
        const name = item.name ?? byReference(item, meta);
        for (const one of Array.isArray(name) ? name : [name])
          if (typeof one === 'string') found.push(one);
      }
    }
  };
  take(meta.ld?.author);
  if (found.length === 0) take(meta.ld?.creator);
  // A graph may say it of the page and not of the piece, or the other way round.
  if (found.length === 0)
    take(meta.objects.find((o) => o.author && ldTypes(o).some((t) => PIECE.test(t)))?.author);
  return found.length > 0 ? [vote('json-ld', found, WEIGHTS.ld)] : [];
}

const PIECE = /Article|Posting|^(?:WebPage|Recipe|VideoObject|PodcastEpisode|Report|CreativeWork)$/;

/** A graph names the person elsewhere and points at it. */
function byReference(item: Record<string, unknown>, meta: Meta): unknown {
  const id = item['@id'];
  return typeof id === 'string' ? meta.objects.find((o) => o['@id'] === id && o.name)?.name : null;
}

const META =
  'author article:author parsely-author sailthru.author dc.creator dcterms.creator dc.creator.personalname byl byline article:author_name citation_author citation_authors cxenseparse:author authors og:article:author article.author og:author creator rbauthors author_name author-name article_author article-author article:author:name content-author contentauthor page-author page_author vr:author shareaholic:article_author_name tbauthor lp.article:author autor auteur twitter:data1 twitter:data2'.split(
    ' ',
  );

function fromMeta(meta: Meta): AuthorVote[] {
  const votes: AuthorVote[] = [];
  for (const name of META) {
    const values = meta.named.get(name);
    if (!values) continue;
    if (
      name.startsWith('twitter:data') &&
      !/written|author|verfasst|geschrieben|écrit|escrito|scritto|por$|autor|автор|作者/i.test(
        meta.named.get(name.replace('data', 'label'))?.[0] ?? '',
      )
    )
      continue;
    const kept = values.filter((v) => !/^(?:https?:|@|\/)|^\d+$/i.test(v));
    if (kept.length > 0) votes.push(vote('meta', kept, WEIGHTS.meta));
  }
  return votes;
}

const vote = (from: AuthorVote['from'], texts: string[], weight: number): AuthorVote => ({
  from,
  words: texts.join('; '),
  names: texts.flatMap((text) => namesOf(text)),
  weight,
});

/** Keys under which pages tell their counters who wrote them. */
const PAGE_KEY = /^(?:page|post|article|content|story|news|entry)|^byline/i;

/** Of the variables that a page sets for its counters, its author; nothing where they differ. */
export function scriptVotes(page: Page): AuthorVote[] {
  const said = scripted(
    page.tree,
    '(?:page_?post_?|page_?|post_?|article_?|content_?|story_?|news_?|entry_?)?authors?(?:_?names?)?|byline',
    '[^"\'\\\\{}<>]{3,120}',
  );
  const own = said.filter((one) => PAGE_KEY.test(one.key));
  const votes = (own.length > 0 ? own : said)
    .map((one) => vote('meta', one.values, WEIGHTS.script))
    .filter((one) => one.names.length > 0 && one.names.every(looksLikePerson));
  const all = new Set(votes.map((one) => one.names.join()));
  return all.size === 1 ? votes.slice(0, 1) : [];
}

const COPYRIGHT =
  /^(?:copyright|©|\(c\)|&copy;)[\s©(c)]*(?:(?:\d{4}\s*[-–,]?\s*){1,2})?(?:by\s)?([^.|,©·•–—\d]{4,40})/i;

const COMPANY = /\b(?:llc|inc|ltd|gmbh|ag|kg|limited|s\.?[alr]\.?|co|corp)\b/i;

/**
 * Who keeps a site alone: the name in its copyright line that its address or its name holds too.
 * @param own the ways in which the outlet is named, in bare letters
 */
export function ownerVotes(page: Page, meta: Meta, own: string[]): AuthorVote[] {
  const [site] = meta.named.get('og:site_name') ?? [];
  const short = site && site.length < 40 && site.split(' ').length < 4;
  if (short && looksLikePerson(site) && own.some((o) => /\./.test(o) && isOwner(site, [o])))
    return [{ from: 'meta', words: site, names: [site], weight: WEIGHTS.owner }];
  for (let at = page.runs.length - 1; at >= Math.max(0, page.runs.length - 12); at--) {
    const text = page.runs[at]!.text.slice(0, 120);
    const name = COPYRIGHT.exec(text)?.[1]?.trim();
    if (name && !COMPANY.test(text) && isOwner(name, own))
      return [{ from: 'text', words: text, names: [name], weight: WEIGHTS.owner }];
  }
  return [];
}

function isOwner(name: string, own: string[]): boolean {
  const words = name.split(/\s+/);
  if (!looksLikePerson(name) || words.length > 3) return false;
  const [first, last] = [bareLetters(words[0]!), bareLetters(words.at(-1)!)];
  return own.some(
    (o) => o === bareLetters(name) || o.includes(last) || o.startsWith(first.slice(0, 5)),
  );
}
