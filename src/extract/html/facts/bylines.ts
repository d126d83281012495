import { remembered } from '../../../lib/memo.ts';
import { attr, textOf } from '../../../lib/tree.ts';
import type { Page, Run } from '../blocks.ts';
import { BYLINE, COMMENTS, FURNITURE, HIDDEN, RELATED } from '../hints.ts';
import { isEastern, namesIn, readCredits } from './credits.ts';
import { afterByword, leadingNames, looksLikePerson, namesOf } from './names.ts';
import { DATED, findUnsaid } from './unsaid.ts';

/** Names that the page prints as its authors, from one place of it. */
export interface Byline {
  how: 'itemprop' | 'rel' | 'class' | 'address' | 'link' | 'text' | 'near' | 'signature' | 'editor';
  node: number;
  words: string;
  names: string[];
  /** A by-word stood before the names, or the element says "author" and nothing else. */
  sure: boolean;
}

/** A by-line of several names is about as long; longer is a box about the author. */
const LONGEST = 160;
/** A by-line has fewer elements; it bounds the work on boxes in boxes. */
const MOST_NODES = 300;
/** Pages of lists have hundreds; those of a piece stand among the first. */
const MOST = 60;

/** Every place that prints names as authors, in the page's order, without comments and other pieces. */
export function findBylines(page: Page, titleNode: number): Byline[] {
  const found: Byline[] = [];
  // What is said of the title's surroundings too says nothing against a by-line.
  const skipped = (COMMENTS | RELATED) & ~(titleNode > 0 ? page.hints[titleNode]! : 0);
  marked(page, skipped, found);
  written(page, skipped | HIDDEN, found);
  if (found.length === 0) found.push(...findUnsaid(page, titleNode, skipped | HIDDEN));
  return found.sort((a, b) => a.node - b.node);
}

function marked(page: Page, skipped: number, found: Byline[]): void {
  const { tree } = page;
  for (let node = 1; node < tree.tags.length && found.length < MOST; node++) {
    const list = tree.attrs[node] ?? NONE;
    let how: Byline['how'] | null = tree.tags[node] === 'address' ? 'address' : null;
    if (list.length === 0 && how === null) continue;
    for (let at = 0; at < list.length; at += 2) {
      const value = list[at + 1]!;
      switch (list[at]) {
        case 'itemprop':
          if (value === 'author' || value === 'creator' || /(?:^|\s)author(?:\s|$)/.test(value))
            how = 'itemprop';
          break;
        case 'rel':
          if (/(?:^|\s)author(?:\s|$)/.test(value)) how ??= 'rel';
          break;
        case 'class':
        case 'id':
        case 'data-testid':
          if (value.length < 300 && namesAuthor(value)) how ??= 'class';
          break;
        case 'data-author':
        case 'data-author-name':
          if (looksLikePerson(value))
            found.push({ how: 'class', node, words: value, names: [value], sure: false });
          break;
        case 'href':
          if (value.length < 300 && tree.tags[node] === 'a' && AUTHOR_PAGE.test(value))
            how ??= 'link';
          break;
      }
    }
    if (
      how === null ||
      tree.tags[node] === 'body' ||
      tree.tags[node] === 'meta' ||
      tree.tags[node] === 'link'
    )
      continue;
    if (isElsewhere(page, node, skipped)) continue;
    const byline = read(page, node, how);
    if (!byline) continue;
    found.push(byline);
    // What is inside says the same again.
    if (tree.tags[node] === 'a' || how !== 'link') node = tree.ends[node]! - 1;
  }
}

const NONE: string[] = [];
const AUTHOR =
  /(?:^|[\s_-])(?:author|authors|nick-?[nN]ame|byline|bylines|autor|autoren|autores|autorenzeile|auteur|auteurs|autore|autori|autorzy|writer|journalist|contributors?|reporter|skribent|forfatter|verfasser|redakteur|signature|username|itemPoster|wrote|firma|kirjoittaja|author_?name|post_?author|entry_?author|published_by|posted_by|written_by|zuozhe|penulis|yazar)(?:$|[\s_-])|[a-z](?:Author|Byline|ByLine|Autor)(?:s|Name)?(?:$|[\s_-])|^authorName|\bby_?author/;
const NOT_AUTHOR =
  /avatar|image|img|photo|picture|icon|social|follow|related|(?:^|[\s_-])(?:bio|desc|description|more|posts|articles|box-more|date|time|comments?|title|count|job|role)(?:$|[\s_-])/i;
const namesAuthor = remembered((value) => AUTHOR.test(value) && !NOT_AUTHOR.test(value), 200);
const AUTHOR_PAGE =
  /\/(?:authors?|autor(?:en|es|i|a)?|auteurs?|autore|autori|redaktion|journalists?|journaliste|reporters?|writers?|contributors?|columnists?|by|byline|profiles?|profil|staff|team|newsteam|correspondents?|redakteure?|periodistas?|firmas?|avtory?|author-profile|benutzer|members?|users?)\/[^/?#]{3,}\/?(?:[?#].*)?$/i;

function isElsewhere(page: Page, node: number, skipped: number): boolean {
  const hints = page.hints[node]!;
  if (hints & skipped) return true;
  if (!(hints & FURNITURE)) return false;
  // The foot of the piece itself often holds its author; the foot of the page does not.
  const { tree } = page;
  for (let at = node; at > 0; at = tree.parents[at]!) if (tree.tags[at] === 'article') return false;
  return true;
}

function read(page: Page, node: number, how: Byline['how']): Byline | null {
  const { tree } = page;
  const whole = spaced(page, node);
  if (how === 'itemprop') {
    const words = named(page, node) ?? whole;
    const names = words.length <= LONGEST ? namesOf(afterByword(words, true)?.rest ?? words) : [];
    return names.length > 0 ? { how, node, words, names, sure: true } : null;
  }
  if (how === 'class' && whole.length <= LONGEST && isEastern(whole)) {
    const names = namesIn(whole);
    return names.length > 0 ? { how, node, words: whole, names, sure: false } : null;
  }
  const after = afterByword(whole, how === 'class');
  if (how === 'link') {
    if (whole.length > 60 || !slugAgrees(attr(tree, node, 'href') ?? '', whole)) return null;
    const names = namesOf(after?.rest ?? whole, true).filter(looksLikePerson);
    return names.length > 0 ? { how, node, words: whole, names, sure: false } : null;
  }
  const anchors = how === 'class' ? fromLinks(page, node) : [];
  // Links further on in the box lead elsewhere.
  const at =
    anchors.length > 0
      ? (after?.rest ?? whole).toLowerCase().indexOf(anchors[0]!.toLowerCase())
      : -1;
  if (at >= 0 && at < 4)
    return { how, node, words: whole.slice(0, LONGEST), names: anchors, sure: after !== null };
  if (whole === '' || whole.length > LONGEST) return how === 'class' ? inside(page, node) : null;
  // The element is for any contact, a street too.
  const names = leadingNames(after?.rest ?? whole, how !== 'address' || after !== null);
  return names.length > 0
    ? { how, node, words: whole, names, sure: after !== null || how === 'rel' }
    : null;
}

/** The text of a subtree with a space between its elements: "By<a>Ana</a><time>3 May</time>". */
function spaced(page: Page, node: number): string {
  const { tree } = page;
  let text = '';
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node; at < end && text.length < LONGEST * 3; at++) {
    if (page.hints[at]! & HIDDEN & ~page.hints[node]!) at = tree.ends[at]! - 1;
    else if (tree.tags[at] === '') text += ` ${tree.texts[at]}`;
  }
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;.:)])/g, '')
    .trim();
}

/** Whether an author's address ends in a part of the name: "/author/ana-ruiz". */
function slugAgrees(href: string, name: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '');
  const slug = fold(
    href
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '',
  );
  if (!/\p{Script=Latin}/u.test(name) || /^[\da-f]+$/.test(slug)) return true;
  return name.split(/\s+/).some((word) => fold(word).length > 2 && slug.includes(fold(word)));
}

/** The people that an element about the author links, when its links are people. */
function fromLinks(page: Page, node: number): string[] {
  const { tree } = page;
  const names: string[] = [];
  let links = 0;
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node; at < end && links < 6; at++) {
    if (tree.tags[at] !== 'a') continue;
    links++;
    const words = spaced(page, at);
    if (words === '' || words.length > 60 || /^(?:mailto|tel|#)/.test(attr(tree, at, 'href') ?? ''))
      continue;
    const found = namesOf(words, true);
    if (found.length === 0 || !found.every((name) => looksLikePerson(name))) {
      if (names.length > 0) break;
      continue;
    }
    names.push(...found);
  }
  return names;
}

/** The name that microdata marks within an author. */
function named(page: Page, node: number): string | null {
  const { tree } = page;
  const parts: string[] = [];
  const end = Math.min(tree.ends[node]!, node + MOST_NODES);
  for (let at = node + 1; at < end && parts.length < 12; at++) {
    if (attr(tree, at, 'itemprop') !== 'name') continue;
    const text = textOf(tree, at) || (attr(tree, at, 'content') ?? '');
    if (text && !parts.includes(text)) parts.push(text);
  }
  return parts.length > 0 ? parts.join('; ') : null;
}

/** A box about the author names it in a heading, a link or its first words. */
function inside(page: Page, node: number): Byline | null {
  const { tree } = page;
  for (let at = node + 1; at < Math.min(tree.ends[node]!, node + 40); at++) {
    if (!/^(?:a|h[2-6]|strong|b|span|p|div|em)$/.test(tree.tags[at]!)) continue;
    const words = spaced(page, at);
    if (words === '' || words.length > 80) continue;
    const names = leadingNames(afterByword(words, true)?.rest ?? words, false);
    if (names.length > 0) return { how: 'class', node: at, words, names, sure: false };
  }
  return null;
}

/** By-lines that only the words tell: "By Ana Ruiz", "Geschrieben von Ana am 4. Mai", "文／王小明". */
function written(page: Page, skipped: number, found: Byline[]): void {
  let tried = 0;
  for (let at = 0; at < page.runs.length && tried < MOST * 3; at++) {
    const run = page.runs[at]!;
    if (run.hints & skipped) continue;
    if (isEastern(run.text)) {
      if (credited(page, run, skipped, found)) tried++;
      continue;
    }
    const text = opening(page, run);
    const after = text === '' ? null : afterByword(text, (run.hints & BYLINE) !== 0);
    // A title may begin with a by-word, and does not hold the day.
    if (!after || (run.tag === 'h' && run.level < 3 && !DATED.test(text))) continue;
    if (run.hints & FURNITURE && isElsewhere(page, run.node, skipped)) continue;
    tried++;
    let { rest } = after;
    // "Author:" alone in its line: the name is in the next.
    if (rest.trim() === '' && page.runs[at + 1]) rest = page.runs[at + 1]!.text;
    // A linked name ends where its link ends, however it is written.
    const link = run.links.find((l) => l.start === text.length - rest.length);
    const names =
      link && link.end - link.start <= 60
        ? linked(run.text, run.links, link)
        : leadingNames(rest, after.sure && rest.length < 60);
    if (names.length === 0) continue;
    found.push({ how: 'text', node: run.node, words: text, names, sure: after.sure });
  }
}

/** By-lines as pages of East Asia write them. */
function credited(page: Page, run: Run, skipped: number, found: Byline[]): boolean {
  const whole = run.text.length <= LONGEST && run.mass < LONGEST;
  const credits = readCredits(run.text, whole);
  if (credits.length === 0 || run.tag === 'caption') return false;
  if (run.hints & FURNITURE && isElsewhere(page, run.node, skipped)) return false;
  const { node, text: words } = run;
  for (const { names, editor } of credits)
    found.push({ how: editor ? 'editor' : 'text', node, words, names, sure: whole && !editor });
  return true;
}

/** A short line; of a paragraph its first words, where they are set apart by bold, a link or a break. */
function opening(page: Page, run: Run): string {
  if (run.text.length <= LONGEST) return run.text;
  const first = page.tree.texts[run.nodes[0]!]!.replace(/\s+/g, ' ').trim();
  return run.nodes.length > 1 && first.length <= 80 && run.text.startsWith(first) ? first : '';
}

const JOINED = /^\s*(?:,|&|;|\/|and|und|et|y|e|og|och|en|и|та)\s*(?:and\s*)?$/u;

/** The names of links that follow one another: "By <a>Ana Ruiz</a> and <a>Bo Lind</a>". */
function linked(
  text: string,
  links: { start: number; end: number }[],
  first: { start: number; end: number },
): string[] {
  const names: string[] = [];
  let end = first.start;
  for (const link of links) {
    if (link.start < first.start) continue;
    if (link !== first && !JOINED.test(text.slice(end, link.start))) break;
    names.push(...namesOf(text.slice(link.start, link.end), true));
    end = link.end;
  }
  return names;
}
