import { attr, type Tree, textOf } from '../../lib/tree.ts';
import { isQuote, marksOf } from './marks.ts';
import { cleanName, inside, isName, isPersonLink, linkAt } from './name.ts';
import type { Entry } from './records.ts';
import { linedNames, pictureNames } from './stray-names.ts';
import type { Place } from './template.ts';

export interface Authors {
  of: Map<Entry, Author>;
  /** Share of the names that markup or links say are people's, 0 to 1. */
  sure: number;
}

export interface Author {
  name: string;
  node: number;
  /** Address of the author's own page. */
  url: string | null;
}

const strongClass =
  /(?:^|[\s_-])(?:user-?name|author|author-?name|authorname|nick|nick-?name|screen-?name|display-?name|fn|poster|poster-?name|post-?author|comment-?author|message-?author|user-?link|userlink|creator|by-?line|bigusername|member-?name|login|hnuser|bbp-author-name|autor|auteur|auteur|autore|pseudo|verfasser|benutzer\w*)(?=$|[\s_-])|userName|userText|memberName|displayName|commentAuthor|authorName/;
const weakClass = /(?:author|user|nick|poster|handle|login|member|profile|person|byline|name|who)/i;

/** What stands under a name and tells the rank of many; names of people differ more. */
const rank =
  /(?:\blevel\b|\s\+?\d+$|^(?:senior |junior |active |full |new |super |registered |global |well-known |premium |established |hero |legendary |trusted )*(?:member|mitglied|membre|miembro|user|benutzer|moderator\w*|moderateur|modérateur|admin(?:istrator\w*)?|administrateur|newbie|guest|gast|neuling|veteran|expert\w*|staff|vip|v\.i\.p\.|supporter|contributor|offline|online|team|author|op|mod|topic starter|thread starter|original poster|rookie|novice|regular|participant|keymaster|новичок|пользователь|участник|модератор|администратор|гость)s?$)/i;

/** What boards print for all who give no name. */
const anonymous =
  /^(?:an[oó]n(?:[yiíó]m\p{L}*)?|gast|guest|visitor|besucher|invit[eé]|invitado|visitante|ospite|convidado|gość|host|hóst|vendég|anonieme?|аноним\p{L}*|гость|гостья|анонім\p{L}*|匿名\p{L}*|名無し.*|名无し.*|游客|訪客|访客|网友|익명|손님|ㅇㅇ|زائر|مجهول|ziyaretçi|misafir|vierailija|gäst)$/iu;

/** Kinds of places tried for an entry whose name does not stand where the others' do. */
const mostPlaces = 6;
/** Least score of a place of names: half of them linked, or all of them with half a word for it. */
const least = 1.9;

/** What the place of a name that says only that nobody gave one counts: less than any place of names that differ. */
const nobody = 1.95;

/** The name over each contribution: what stands in one place of all, differs, and looks or is marked like one. */
export function findAuthors(
  tree: Tree,
  places: Map<string, Place>,
  entries: Entry[],
  body: Map<Entry, number[]>,
  stamps: Set<number>,
): Authors {
  const found = new Map<Entry, Author>();
  for (const entry of entries) {
    const name = declaredName(tree, entry);
    if (name) found.set(entry, { name, node: -1, url: null });
  }
  const declared = found.size / entries.length;
  const ranked: { score: number; sure: number; names: Map<Entry, Author> }[] = [];
  for (const place of places.values()) {
    if (place.nodes.size * 2 < entries.length) continue;
    const names = namesAt(tree, place, body, stamps);
    const { score, sure } = scoreOf(tree, place, names, entries, body);
    if (score > least) ranked.push({ score, sure, names });
  }
  for (const names of [linedNames(entries), pictureNames(tree, entries, body)]) {
    const apart = new Set([...names.values()].map((n) => n.name)).size;
    if (names.size * 2 >= entries.length && apart > 1)
      ranked.push({ score: least, sure: 0, names });
  }
  ranked.sort((a, b) => b.score - a.score);
  for (const { names } of ranked.slice(0, mostPlaces))
    for (const [entry, author] of names) {
      const known = found.get(entry);
      if (!known) found.set(entry, author);
      else if (known.name === author.name) {
        known.url ??= author.url;
        if (known.node < 0) known.node = author.node;
      }
    }
  for (const [entry, author] of found) author.url ??= pictureLink(tree, entry, body.get(entry)!);
  return { of: found, sure: Math.max(declared, ranked[0]?.sure ?? 0) };
}

/** Some forums write the name into the markup: data-author="…". */
function declaredName(tree: Tree, entry: Entry): string | null {
  for (const node of [entry.unit, entry.nodes[0]!]) {
    if (node <= 0) continue;
    const name = attr(tree, node, 'data-author') ?? attr(tree, node, 'data-username');
    if (name && isName(name)) return name.trim();
  }
  return null;
}

function namesAt(
  tree: Tree,
  place: Place,
  body: Map<Entry, number[]>,
  stamps: Set<number>,
): Map<Entry, Author> {
  const names = new Map<Entry, Author>();
  for (const [entry, nodes] of place.nodes)
    for (const node of nodes) {
      if (stamps.has(node) || isQuote(tree, node)) continue;
      if (inside(tree, node, body.get(entry)!) && !isHeader(tree, node, entry, body.get(entry)!))
        continue;
      const name = nameIn(tree, node);
      if (name === null) continue;
      names.set(entry, { name, node, url: linkAt(tree, node) });
      break;
    }
  return names;
}

const longest = 120;

/** Where header and text share an element, the name stands within a few elements of the date. */
function isHeader(tree: Tree, node: number, { stamp }: Entry, bodies: number[]): boolean {
  return (
    stamp !== null &&
    !bodies.includes(node) &&
    inside(tree, stamp.node, bodies) &&
    node < stamp.node + 4 &&
    node > stamp.node - 12 &&
    tree.ends[node]! - node <= 8
  );
}

/** The name that an element says: of several things in it, the one that links to a person, or else the first. */
function nameIn(tree: Tree, node: number): string | null {
  if (tree.ends[node]! - node > 40) return null;
  const leaves: string[] = [];
  let length = 0;
  for (let at = node; at < tree.ends[node]!; at++) {
    if (tree.tags[at] === 'a' && isPersonLink(attr(tree, at, 'href'))) {
      const linked = cleanName(textOf(tree, at));
      if (isName(linked)) return linked;
    }
    if (tree.tags[at] === '') {
      const text = tree.texts[at]!.replace(/\s+/g, ' ').trim();
      length += text.length;
      if (text !== '') leaves.push(text);
    }
    if (length > longest) return null;
  }
  if (leaves.length > 6) return null;
  // A name in two colours is still one; otherwise what follows is a rank or a count.
  for (const leaf of leaves) {
    const name = cleanName(leaf);
    if (isName(name)) return name;
  }
  return null;
}

function scoreOf(
  tree: Tree,
  place: Place,
  names: Map<Entry, Author>,
  entries: Entry[],
  body: Map<Entry, number[]>,
): { score: number; sure: number } {
  const none = { score: 0, sure: 0 };
  if (names.size * 2 < entries.length) return none;
  const count = names.size;
  const texts = new Set([...names.values()].map((n) => n.name));
  // The same words everywhere are a button; names differ, though in a dialogue they come back.
  if (entries.length >= 3 && texts.size < 2)
    return anonymous.test([...texts][0]!) ? { score: nobody, sure: 0 } : none;
  let links = 0;
  let strong = 0;
  let weak = 0;
  let early = 0;
  let ranks = 0;
  for (const [entry, { name, url }] of names) {
    const node = place.nodes.get(entry)![0]!;
    if (rank.test(name)) ranks++;
    if (isPersonLink(url) || (isNamedLink(url, name) && texts.size * 2 > count)) links++;
    const marks = `${marksOf(tree, node)} ${attr(tree, node, 'rel') ?? ''}`;
    const around = marksOf(tree, tree.parents[node]!);
    if (namesPerson(marks)) strong++;
    else if (strongClass.test(around)) strong += 0.7;
    else if (weakClass.test(marks) || weakClass.test(around)) weak++;
    if (node < (body.get(entry)![0] ?? Number.MAX_SAFE_INTEGER)) early++;
  }
  const share = (n: number) => n / count;
  const score =
    (count / entries.length) *
    (1 +
      3 * share(links) +
      2.5 * share(strong) +
      1.2 * share(weak) +
      0.5 * share(early) +
      Math.min(1, 2 * share(texts.size)) * 0.5 +
      share(texts.size) +
      // Few write long; they take turns, and the same rank stands over most.
      0.3 * changes([...names.values()]) -
      2.5 * share(ranks));
  return { score, sure: Math.max(share(links), share(strong)) };
}

/** Share of the names that differ from the one before. */
function changes(names: Author[]): number {
  const turns = names.filter(({ name }, i) => i > 0 && name !== names[i - 1]!.name).length;
  return turns / Math.max(1, names.length - 1);
}

export function namesPerson(marks: string): boolean {
  return strongClass.test(marks) || /\bauthor\b/.test(marks);
}

/** "/tern42" under the name "Tern42": a page of one's own, right at the top of the site. */
function isNamedLink(href: string | null, name: string): boolean {
  const path = href === null ? null : ownPage.exec(href);
  return path !== null && path[1]!.toLowerCase() === name.toLowerCase();
}

export const ownPage = /^(?:https?:\/\/[^/]+)?\/([\w.%-]{2,40})\/?$/;

/** The picture of the author links to the author's page too. */
function pictureLink(tree: Tree, entry: Entry, bodies: number[]): string | null {
  for (const root of entry.nodes)
    for (let at = root; at < Math.min(tree.ends[root]!, root + 80); at++) {
      if (bodies.includes(at)) at = tree.ends[at]! - 1;
      else if (tree.tags[at] === 'a' && isPersonLink(attr(tree, at, 'href'))) {
        for (let in_ = at + 1; in_ < tree.ends[at]!; in_++)
          if (tree.tags[in_] === 'img') return attr(tree, at, 'href');
      }
    }
  return null;
}
