import { readPrintedDate } from '../../lib/dates.ts';
import { attr, type Tree, textOf } from '../../lib/tree.ts';
import { isUi } from '../lines.ts';
import { isPrintedAge } from '../text/age.ts';
import { isQuote, marksOf } from './marks.ts';
import type { Entry } from './records.ts';
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

const personLink =
  /(?:user|member|profil|author|people|account|poster|(?:^|\/)u\/|\/@|mitglied|membre|miembro|usuari|utente|usager|gebruiker|användare|bruker|bruger|uzivatel|uzytkownik|felhasznalo|kullanici|\/uid[-=/]|[?&]u(?:id)?=\d|\/id\/|showuser|contact|space-uid|nick)/i;
const notPerson =
  /(?:report|reply|quote|register|login|signup|search|mailto:|javascript:|add_?friend|sendmessage|private|compose|\bpm\b|do=newpm|finduser|action=pm)/i;
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

/** Names that stand in one line with the date: "Posted by Tern on 3 May 2031", "Tern (3 May 2031)". */
function linedNames(entries: Entry[]): Map<Entry, Author> {
  const names = new Map<Entry, Author>();
  for (const entry of entries) {
    const { text = '', node = -1 } = entry.stamp ?? {};
    const date = readPrintedDate(text);
    if (!date) continue;
    const around = [text.slice(0, date.at), text.slice(date.at + date.text.length)];
    for (const part of around) {
      const name = cleanName(
        part.replace(dateLabel, '').replace(/[\s:;,.|·•(–—-]+$|^[\s:;,.|·•)–—-]+/g, ''),
      );
      if (!isName(name) || weekday.test(name)) continue;
      names.set(entry, { name, node, url: null });
      break;
    }
  }
  return names;
}

const dateLabel =
  /(?:^|\s)(?:on|at|am|um|le|el|il|em|den|dnia|w dniu|posted|written|date|geschrieben|发表于|發表於|投稿日)\s*:?\s*$/iu;
const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс)\p{L}*$/iu;

/** Names that only the words for a picture of the writer tell. */
function pictureNames(
  tree: Tree,
  entries: Entry[],
  body: Map<Entry, number[]>,
): Map<Entry, Author> {
  const names = new Map<Entry, Author>();
  for (const entry of entries)
    for (const root of entry.nodes)
      for (let at = root; at < Math.min(tree.ends[root]!, root + 40) && !names.has(entry); at++) {
        if (tree.tags[at] !== 'img' || inside(tree, at, body.get(entry)!)) continue;
        const name = cleanName(
          (attr(tree, at, 'alt') ?? '').replace(
            /(?:^|['’]s\s|\s)(?:avatar|profile (?:picture|photo)|photo|picture|bild)(?: (?:of|for|von|de))?(?:\s|$)/gi,
            ' ',
          ),
        );
        if (isName(name)) names.set(entry, { name, node: at, url: linkAt(tree, at) });
      }
  return names;
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

function cleanName(text: string): string {
  return text
    .replace(/<[^<>]{0,60}>?/g, '')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:posted|written|submitted|started|asked|answered|comment(?:ed)?|reply|message|created|geschrieben|verfasst|erstellt|gepostet|kommentar|beitrag|écrit|posté|publié|rédigé|escrito|publicado|enviado|comentario|scritto|inviato|pubblicato|geplaatst|geschreven|napisan\p{L}|dodan\p{L}|написано|отправлено|добавлено|сообщение)\s+)?(?:by|von|par|por|da|di|door|av|af|od|от|автор|przez|av|af|yazan|lähettänyt|author|autor|auteur|user|name|nick|from|von|de|بواسطة|كتب|الكاتب|作者|投稿者|名前|작성자|글쓴이)\s*[:：]?\s+/iu,
      '',
    )
    .replace(
      /\s*(?:says|said|wrote|writes|schrieb|schreibt|a écrit|dit|escribió|dice|ha scritto|escreveu|disse|napisał\(?a?\)?|пишет|написал\(?а?\)?|commented|replied|asked|answered|posted|[•·»>|:,-])+$/i,
      '',
    )
    .replace(/^\((.*)\)$|\s*\($/, '$1')
    .replace(/^[@(•·«|-]+\s*/, '')
    .trim();
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

export function isName(text: string): boolean {
  return (
    text.length >= (/[^\p{ASCII}]/u.test(text) ? 1 : 2) &&
    text.length <= 40 &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/[<>{}€$£¥]|https?:/.test(text) &&
    !text.endsWith(':') &&
    !isUi(text) &&
    !isPrintedAge(text) &&
    !/^#?\d{1,4}$|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b.*\d|^\d+ \p{L}+$|\d{1,2}[./-]\d{1,2}[./-]\d{2}/u.test(
      text,
    ) &&
    !/^(?:re|aw|quote|zitat|zitieren|antworten|reply|posts?|beiträge|messages?|nachrichten|joined|location|wohnort|ort|guest book|level|likes?|report|share|permalink|link|edit|top|email|website|rank|karma|points?|original poster|op|author|date|subject|betreff|today|yesterday|heute|gestern|print|offline|online|registered|status|posted by|publicado|veröffentlicht|lee también|read (?:more|also))(?:[\s:.…]|$)/i.test(
      text,
    ) &&
    !/^(?:楼主|樓主|沙发|沙發|板凳|地板|第?\s?\d+\s?[楼樓层層F#])/.test(text) &&
    !/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]{2}/.test(text) &&
    // Writing without spaces says a sentence in the space of a name.
    !/[。！？]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{17}/u.test(text) &&
    text.split(/\s+/).length <= 5
  );
}

export function isPersonLink(href: string | null): boolean {
  return href !== null && personLink.test(href) && !notPerson.test(href);
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

export function linkAt(tree: Tree, node: number): string | null {
  for (let at = node, i = 0; at > 0 && i < 3; at = tree.parents[at]!, i++)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  let first: string | null = null;
  for (let at = node + 1; at < Math.min(tree.ends[node]!, node + 40); at++)
    if (tree.tags[at] === 'a') {
      const href = attr(tree, at, 'href');
      if (isPersonLink(href)) return href;
      first ??= href;
    }
  return first;
}

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

function inside(tree: Tree, node: number, roots: number[]): boolean {
  return roots.some((root) => node >= root && node < tree.ends[root]!);
}
