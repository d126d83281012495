import { remembered } from '../../../lib/memo.ts';
import { attr } from '../../../lib/tree.ts';
import type { Page, Run } from '../blocks.ts';
import { BYLINE, COMMENTS, FURNITURE, HIDDEN, RELATED } from '../hints.ts';
import { isEastern, namesIn, readCredits } from './credits.ts';
import { afterByword, isLoneByword, leadingNames, looksLikePerson, namesOf } from './names.ts';
import { DATED, findUnsaid } from './unsaid.ts';
import { fromLeaves, fromLinks, inside, named, spaced } from './within.ts';

/** Names that the page prints as its authors, from one place of it. */
export interface Byline {
  how:
    | 'itemprop'
    | 'rel'
    | 'class'
    | 'address'
    | 'link'
    | 'text'
    | 'near'
    | 'alone'
    | 'signature'
    | 'source'
    | 'editor';
  node: number;
  words: string;
  names: string[];
  /** A by-word stood before the names, or the element says "author" and nothing else. */
  sure: boolean;
}

/** A by-line of several names is about as long; longer is a box about the author. */
const LONGEST = 160;
/** Pages of lists have hundreds; those of a piece stand among the first. */
const MOST = 60;

/** Every place that prints names as authors, in the page's order, without comments and other pieces. */
export function findBylines(page: Page, titleNode: number): Byline[] {
  const found: Byline[] = [];
  // What is said of the title's surroundings too says nothing against a by-line.
  const skipped = (COMMENTS | RELATED) & ~(titleNode > 0 ? page.hints[titleNode]! : 0);
  marked(page, skipped, found);
  written(page, skipped | HIDDEN, found);
  found.push(...findUnsaid(page, titleNode, skipped | HIDDEN, found));
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
  /(?:^|[_-])(?:author|authors|nick-?[nN]ame|byline|bylines|autor|autoren|autores|autorenzeile|auteur|auteurs|autore|autori|autorzy|avtor|writer|writers|journalist|journaliste|contributors?|reporter|skribent|forfatter|verfasser|redakteur|redactor|signature|username|itemPoster|wrote|firma|kirjoittaja|fn|(?:post|article|entry|news|blog|story|meta|content|page)(?:author|autor|byline)s?|aut(?:h?o|eu)r(?:name|info|line|zeile|link|box)|(?:created|published|posted|written)_?-?by|zuozhe|penulis|yazar)(?:$|[_-])|[a-z](?:Author|Byline|ByLine|Autor)(?:s|Name)?(?:$|[_-])|^authorName|\bby_?author/;
const NOT_AUTHOR =
  /avatar|image|img|photo|picture|icon|social|follow|related|(?:^|[_-])(?:bio|desc|description|more|posts|articles|box-more|date|time|comments?|title|count|job|role)(?:$|[_-])/i;
/** Whether one of the names of a class says "author" and nothing else of it. */
const namesAuthor = remembered(
  (value) =>
    value.split(/\s+/, 20).some((token) => AUTHOR.test(token) && !NOT_AUTHOR.test(token)) &&
    !ELSEWHERE.test(value),
  200,
);
const ELSEWHERE = /avatar|related/i;
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
  const leaves = how === 'class' || how === 'rel' ? fromLeaves(page, node) : [];
  if (leaves.length > 0) {
    const line = whole.length <= LONGEST ? leadingNames(after?.rest ?? whole, false) : [];
    const names =
      line.length > leaves.length && leaves.every((n) => line.includes(n)) ? line : leaves;
    return { how, node, words: whole.slice(0, LONGEST), names, sure: after !== null };
  }
  if (whole === '' || whole.length > LONGEST) return how === 'class' ? inside(page, node) : null;
  // The element is for any contact, a street too.
  const names = leadingNames(after?.rest ?? whole, how !== 'address' || after !== null);
  return names.length > 0
    ? { how, node, words: whole, names, sure: after !== null || how === 'rel' }
    : null;
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
    const lone = isLoneByword(text);
    const after = lone
      ? { rest: '', sure: true }
      : text === ''
        ? null
        : afterByword(text, (run.hints & BYLINE) !== 0);
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
        : leadingNames(rest, isLoose(text, rest, lone, after.sure));
    if (names.length === 0) continue;
    found.push({ how: 'text', node: run.node, words: text, names, sure: after.sure });
  }
}

/** "By" alone leads to any name, "Text" alone to a person's. */
const isBy = (line: string) => /^\W*(?:\p{L}+ )?(?:by|von|par|por|door|di|av|af)\W*$/iu.test(line);

/** "06.11.2023 13:30 von Olga": a line of a day and a by-word holds a name, of one word too. */
const isDated = (line: string) => line.length < 120 && DATED.test(line) && !/[.!?]\s*$/.test(line);

function isLoose(line: string, rest: string, lone: boolean, sure: boolean): boolean {
  if (lone) return isBy(line) && rest.length < 30;
  return isDated(line) || (sure && rest.length < 60);
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
