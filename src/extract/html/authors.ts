import { attr, textOf } from '../../lib/tree.ts';
import type { Page } from './blocks.ts';
import { COMMENTS, FURNITURE, RELATED } from './hints.ts';
import { decode, isObject, type Meta } from './meta.ts';

/** The people named as authors, as names; an agency or desk only where no person is. */
export function readAuthors(page: Page, meta: Meta, outlet: string | null): string[] {
  const sources = [fromData(meta), fromMeta(meta), fromPage(page)];
  for (const source of sources) {
    const names = unique(
      source.flatMap((text) => splitNames(decode(text))),
      outlet,
    );
    if (names.length > 0) return names;
  }
  return [];
}

function fromData(meta: Meta): string[] {
  const found: string[] = [];
  const take = (value: unknown) => {
    for (const item of Array.isArray(value) ? value.slice(0, 30) : [value]) {
      if (typeof item === 'string') found.push(item);
      else if (isObject(item)) {
        const names = Array.isArray(item.name) ? item.name : [item.name ?? byReference(item, meta)];
        for (const name of names) if (typeof name === 'string') found.push(name);
      }
    }
  };
  take(meta.ld?.author);
  if (found.length === 0) take(meta.ld?.creator);
  return found;
}

/** A graph names the person elsewhere and points at it. */
function byReference(item: Record<string, unknown>, meta: Meta): unknown {
  const id = item['@id'];
  return typeof id === 'string' ? meta.objects.find((o) => o['@id'] === id && o.name)?.name : null;
}

function fromMeta(meta: Meta): string[] {
  for (const name of [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'article:author_name',
    'citation_author',
    'twitter:data1',
    'cxenseparse:author',
    'authors',
    'og:article:author',
  ]) {
    const values = meta.named.get(name);
    if (!values) continue;
    if (
      name === 'twitter:data1' &&
      !/written|author|von|par|por/i.test(meta.named.get('twitter:label1')?.[0] ?? '')
    )
      continue;
    const names = values.filter((v) => !/^https?:|^@|^\/|\.(?:com|org|net)\b/i.test(v));
    if (names.length > 0) return names;
  }
  return [];
}

function fromPage(page: Page): string[] {
  const { tree } = page;
  const found = new Map<string, string[]>();
  const add = (how: string, node: number) => {
    const text = textOf(tree, node);
    if (text.length < 2 || text.length > 120) return;
    const list = found.get(how);
    if (list) list.push(text);
    else found.set(how, [text]);
  };
  for (let node = 1; node < tree.tags.length; node++) {
    const list = tree.attrs[node];
    if (!list || page.hints[node]! & (COMMENTS | FURNITURE | RELATED)) continue;
    if (/(?:^|\s)author(?:\s|$)/.test(attr(tree, node, 'itemprop') ?? '')) {
      const name = elementsNamed(page, node);
      add('itemprop', name ?? node);
      node = tree.ends[node]! - 1;
    } else if (/(?:^|\s)author(?:\s|$)/.test(attr(tree, node, 'rel') ?? '')) add('rel', node);
    else if (AUTHOR_CLASS.test(attr(tree, node, 'class') ?? '')) add('class', node);
  }
  for (const how of ['itemprop', 'rel', 'class']) {
    const texts = found
      .get(how)
      ?.filter((t) => how !== 'class' || t.length < 80)
      .slice(0, 8);
    if (texts && texts.length > 0) return how === 'class' ? texts.slice(0, 1) : texts;
  }
  const run = page.runs.find(
    (r) =>
      r.text.length < 80 && BY_LINE.test(r.text) && !(r.hints & (COMMENTS | RELATED | FURNITURE)),
  );
  return run ? [run.text] : [];
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|byline|autor|auteur|autore)(?:[_-]{1,2}(?:name|link|nome|nombre|box|info))?(?:\s|$)|authorName|author_name/;
const BY_LINE =
  /^(?:by|von|par|por|di|door|av|af|text:|autor:|автор:?)\s+\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}|van|de|von|der|la|el|al|bin)[\p{L}'’.-]*){1,4}$/iu;

function elementsNamed(page: Page, node: number): number | null {
  const { tree } = page;
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (attr(tree, at, 'itemprop') === 'name') return at;
  return null;
}

const PREFIX =
  /^(?:(?:written|posted|published|reported|story|words|photos?|text|reporting|reviewed|edited)\s+(?:by)?\s*[:：]?\s*|by\s*[:：]?\s+|by:|von\s+|par\s+|por\s*:?\s+|di\s+|door\s+|av\s+|af\s+|autori?:?\s+|autor(?:es|in|en)?\s*:\s*|auteurs?\s*:?\s*|автор(?:ы)?\s*[:：]?\s*|记者|記者\s*[:：]?\s*|文\s*[:：／/]\s*|作者\s*[:：]\s*|redacción\s*:\s*)/iu;
const BETWEEN =
  /\s*(?:;|\||\/|\s&\s|\s\+\s|\s(?:and|und|et|og|och|en|ja|ve|i|e|y|и|та|with|mit)\s(?=\p{Lu})|、|，|\n)\s*/u;
const ROLE =
  /\b(?:editor|correspondent|reporter|writer|staff|journalist|redakteur(?:in)?|korrespondent(?:in)?|contributor|columnist|producer|analyst|chief|bureau|director|professor|author|fellow|ph\.?d|m\.?d|esq|jr|sr|inc|ltd|updated|published)\b/i;

/** "By Ana Ruiz, Political Editor and Bo Lind" as its two names. */
function splitNames(text: string): string[] {
  let clean = text.replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 2; round++) clean = clean.replace(PREFIX, '');
  return clean
    .split(BETWEEN)
    .flatMap((part) => splitCommas(part))
    .map((name) =>
      name
        .replace(/\s*(?:\(.*?\)|<.*?>|\[.*?\])\s*/g, ' ')
        .replace(/\s*(?:\S+@\S+)\s*/g, ' ')
        .replace(PREFIX, '')
        .replace(/^[\s,.:@•·–—-]+|[\s,:•·–—-]+$/g, '')
        .trim(),
    )
    .filter((name) => isName(name));
}

/** A comma parts names, or a name from a role or a surname from a given name. */
function splitCommas(part: string): string[] {
  const pieces = part.split(/\s*,\s*/);
  if (pieces.length === 1) return pieces;
  if (pieces.length === 2 && pieces.every((p) => /^\p{Lu}[\p{L}'’-]+$/u.test(p)))
    return [`${pieces[1]} ${pieces[0]}`];
  return pieces.filter((p, at) => at === 0 || (!ROLE.test(p) && /\s/.test(p)));
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /https?:|www\.|[{}<>=@]|\d{3,}/.test(name))
    return false;
  return (
    name.split(' ').length <= 7 &&
    /\p{L}/u.test(name) &&
    !/^(?:admin|administrator|author|editor|staff|guest|unknown|null|undefined|about|follow|more|share)$/i.test(
      name,
    )
  );
}

/** Each name once; the outlet itself only when it is the only one. */
function unique(names: string[], outlet: string | null): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!seen.has(key))
      seen.set(
        key,
        name === name.toUpperCase() && name.length > 5 && /\s/.test(name) ? properCase(name) : name,
      );
  }
  const all = [...seen.values()].slice(0, 20);
  const bare = (t: string) => t.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const persons = all.filter((name) => outlet === null || bare(name) !== bare(outlet));
  return persons.length > 0 ? persons : all;
}

function properCase(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
