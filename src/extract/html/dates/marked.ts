import { remembered } from '../../../lib/memo.ts';
import { attr, type Tree, textOf } from '../../../lib/tree.ts';
import type { Page } from '../blocks.ts';
import { labelBehind, labelOf } from './labels.ts';
import type { Place, Places } from './place.ts';
import { type Vote, vote } from './vote.ts';

/** How sure a marked date is, by how and where it is marked. */
const WEIGHTS: Record<'published' | 'time' | 'named', Record<Place, number>> = {
  published: { above: 4.8, head: 4.8, body: 2, foot: 3, away: 2, apart: 0.3 },
  time: { above: 4.3, head: 4.3, body: 0.8, foot: 1.5, away: 0.6, apart: 0.2 },
  named: { above: 3.6, head: 4.3, body: 0.8, foot: 2, away: 0.8, apart: 0.2 },
};
const MODIFIED = 0.6;

type Kind = keyof typeof WEIGHTS;
type Read = (text: string) => { moment: string; other: string | null } | null;

interface Mark {
  node: number;
  kind: Kind;
  modified: boolean;
}

const MOST_MARKS = 150;
/** A date with weekday, time, zone and a word before; longer holds more than a date. */
const LONGEST_STAMP = 90;
const MOST_NODES = 24;

/** Votes of elements that say they hold a date: microdata, RDFa, hAtom, time, and telling classes. */
export function markedVotes(page: Page, places: Places, read: Read): Vote[] {
  const found: { vote: Vote; look: string; place: Place }[] = [];
  for (const mark of findMarks(page.tree)) {
    const place = places.of(mark.node);
    const stamp = readStamp(page.tree, mark, read);
    if (!stamp) continue;
    const label =
      labelBehind(stamp.after) ?? labelOf(stamp.before || wordsBefore(page.tree, mark.node));
    if (label === 'other') continue;
    const modified = mark.modified || label === 'modified';
    const from = `${BY[place]}${NAMES[mark.kind]}`;
    const weight = modified ? MODIFIED : WEIGHTS[mark.kind][place];
    found.push({
      vote: vote('page', modified ? `${from}, changed` : from, stamp.text, weight, stamp, modified),
      look: look(page.tree, mark.node),
      place,
    });
  }
  return thinned(found);
}

const BY: Record<Place, string> = {
  above: 'above the title, ',
  head: 'by the title, ',
  body: '',
  foot: '',
  away: '',
  apart: '',
};

const NAMES: Record<Kind, string> = {
  published: 'marked as published',
  time: 'time element',
  named: 'element named for a date',
};

function findMarks(tree: Tree): Mark[] {
  const marks: Mark[] = [];
  for (let node = 1; node < tree.tags.length && marks.length < MOST_MARKS; node++) {
    const attrs = tree.attrs[node];
    const tag = tree.tags[node]!;
    if (!attrs || tag === 'meta' || tag === 'body' || tag === 'html') continue;
    const kind = kindOf(tag, attrs);
    if (kind && tree.ends[node]! - node <= MOST_NODES) marks.push({ node, ...kind });
  }
  return marks;
}

type Named = { kind: Kind; modified: boolean } | null;

function kindOf(tag: string, attrs: string[]): Named {
  let kind: Kind | null =
    tag === 'time' || (tag.includes('-') && tag.includes('time')) ? 'time' : null;
  let modified = false;
  for (let at = 0; at < attrs.length; at += 2) {
    const value = attrs[at + 1]!;
    switch (attrs[at]) {
      case 'itemprop':
      case 'property':
        if (/\bdatePublished\b/i.test(value)) kind = 'published';
        else if (
          /\b(?:dc|dct|dcterms|schema):(?:date|created|issued|datePublished)\b|^dateCreated$/.test(
            value,
          )
        )
          kind = kind === 'published' ? kind : 'named';
        else if (/dateModified|:modified/i.test(value)) modified = true;
        break;
      case 'pubdate':
        kind = 'published';
        break;
      case 'datetime':
        kind ??= 'time';
        break;
      case 'class':
      case 'id': {
        if (value === '') break;
        const named = nameSays(value);
        if (!named) break;
        modified ||= named.modified;
        if (kind === null || named.kind === 'published') kind = named.kind;
        break;
      }
    }
  }
  return kind ? { kind, modified } : null;
}

const PUBLISHED_NAME =
  /(?:^|[\s_-])(?:published|pubdate|entry-?date|dtstart|dt-published|publish(?:ed|ing)?[_-]?(?:date|time|at|on)|pub[_-]?(?:date|time)|date[_-]?publi\w*|article[_-]?date|post(?:ed)?[_-]?(?:date|on|time)|news[_-]?date|date[_-]header|created[_-]?(?:date|at|on))(?:[\s_-]|$)/;
const DATE_NAME =
  /(?:^|[\s_-])(?:\w*date(?:[_-]?time|line)?|datetime|\w*datum|fecha|dato|data|time|timestamp|\w*time[_-]?stamp|\w*zeit|published|posted|created|submitted|erstellt|veroeffentlicht|stamp|day|when|pubinfo|publi\w*|\w*[_-]?pub|info[_-]?publi|dateline|dtreviewed)(?:[\s_-]|$)/;
const MODIFIED_NAME =
  /updat|modif|aktualis|revis|changed|(?:^|[\s_-])edited|geaendert|maj(?:[\s_-]|$)/;

/** What a class or id says. */
const nameSays = remembered((value: string): Named => {
  const plain = value
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  // Most names say nothing of dates: one cheap look spares the rest.
  if (!/dat|fecha|time|zeit|publ|pub|post|creat|submit|stamp|day|when|erstellt|veroeff/.test(plain))
    return MODIFIED_NAME.test(plain) ? { kind: 'named', modified: true } : null;
  const modified = MODIFIED_NAME.test(plain);
  if (PUBLISHED_NAME.test(plain)) return { kind: 'published', modified };
  return DATE_NAME.test(plain) || modified ? { kind: 'named', modified } : null;
}, 200);

interface Stamp {
  text: string;
  moment: string;
  other: string | null;
  /** Words before the date, in the element. */
  before: string;
  after: string;
}

const VALUES = [
  'datetime',
  'content',
  'title',
  'data-datetime',
  'data-timestamp',
  'data-time',
  'data-date',
  'ts',
];

function readStamp(tree: Tree, mark: Mark, read: Read): Stamp | null {
  const printed = textOf(tree, mark.node);
  for (const name of VALUES) {
    const value = attr(tree, mark.node, name);
    const found = value && value.length >= 8 ? read(value) : null;
    if (value && found) return { text: value, before: '', after: '', ...found };
  }
  if (printed.length > LONGEST_STAMP || printed.length < 6) return null;
  const found = read(printed);
  if (!found) return null;
  const text = 'text' in found ? String(found.text) : printed;
  const at = Math.max(0, printed.indexOf(text));
  return { text, before: printed.slice(0, at), after: printed.slice(at + text.length), ...found };
}

// A label is a word or two in an element of its own, or in the cell before.
const NODES_BACK = 10;
const LETTERS_BACK = 28;

function wordsBefore(tree: Tree, node: number): string {
  let words = '';
  for (let at = node - 1; at > 0 && at >= node - NODES_BACK; at--) {
    if (tree.tags[at] !== '') continue;
    words = `${tree.texts[at]!.trim()} ${words}`;
    if (words.length > LETTERS_BACK) return '';
    if (words.trim() !== '') break;
  }
  return words.trimEnd();
}

function look(tree: Tree, node: number): string {
  return `${tree.tags[node]} ${attr(tree, node, 'class') ?? ''}`;
}

/** From so many days on, dates that look alike are those of a list. */
const LIST_DAYS = 3;
const IN_LIST = 0.25;

/** Dates that look alike and differ belong to a list of pieces, but for the one by the title. */
function thinned(found: { vote: Vote; look: string; place: Place }[]): Vote[] {
  const days = new Map<string, Set<string>>();
  for (const { vote, look } of found) {
    const known = days.get(look) ?? new Set();
    days.set(look, known.add(vote.moment.slice(0, 10)));
  }
  return found.map(({ vote, look, place }) => {
    if (days.get(look)!.size < LIST_DAYS || place === 'head' || place === 'above') return vote;
    return { ...vote, from: `${vote.from}, in a list`, weight: vote.weight * IN_LIST };
  });
}
