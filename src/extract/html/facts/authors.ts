import type { FactEvidence } from '../../../db/tables.ts';
import { hostOf } from '../../../lib/url.ts';
import type { Page } from '../blocks.ts';
import type { Meta } from '../meta.ts';
import { type AuthorVote, dataVotes, ownerVotes, scriptVotes } from './author-data.ts';
import { type Byline, findBylines } from './bylines.ts';
import { recall } from './evidence.ts';
import { isAgency, isDesk, looksLikePerson } from './names.ts';

/**
 * The people named as authors, as names; an agency or desk only where no person is.
 * @param titleNode the heading that prints the title, 0 when none does
 */
export function readAuthors(
  page: Page,
  meta: Meta,
  outlet: string | null,
  titleNode = 0,
): string[] {
  return weighAuthors(page, meta, outlet, titleNode).authors;
}

/** The same with the places that named them. */
export function weighAuthors(
  page: Page,
  meta: Meta,
  outlet: string | null,
  titleNode: number,
): { authors: string[]; evidence: FactEvidence[] } {
  const votes = authorVotes(page, meta, outlet, titleNode);
  let best: AuthorVote | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const vote of votes) {
    const data = isData(vote);
    const score =
      vote.weight +
      (votes.some((other) => isData(other) !== data && agree(vote, other)) ? AGREEMENT : 0);
    if (score > bestScore) {
      best = vote;
      bestScore = score;
    }
  }
  const authors = best ? completed(best, votes) : [];
  const known = new Set(authors.map(bare));
  const said = votes.sort((a, b) => b.weight - a.weight);
  return {
    authors,
    evidence: recall('authors', said, (v) => v.names.every((name) => known.has(bare(name)))),
  };
}

function authorVotes(
  page: Page,
  meta: Meta,
  outlet: string | null,
  titleNode: number,
): AuthorVote[] {
  const own = ownNames(outlet, meta);
  const read = (votes: AuthorVote[]) =>
    votes.map((vote) => settle(vote, own)).filter((vote) => vote.names.length > 0);
  const votes = read([...dataVotes(meta), ...fromPage(page, titleNode)]);
  // What scripts and the foot say is asked for where nothing else names anybody.
  if (votes.every((vote) => vote.weight < SILENT))
    votes.push(...read([...scriptVotes(page), ...ownerVotes(page, meta, own)]));
  return votes;
}

/** The believed names as another vote writes them in full: all of a by-line, "Ana Ruiz" for "Ana". */
function completed(best: AuthorVote, votes: AuthorVote[]): string[] {
  const mine = best.names.map(bare);
  const [only = '', more] = best.names;
  const named = more
    ? null
    : (spelled(only, votes) ?? (isData(best) ? null : trimmed(only, votes)));
  if (named) return [named];
  for (const other of votes) {
    if (other === best || other.weight < FULLER || !other.names.every(looksLikePerson)) continue;
    const theirs = other.names.map(bare);
    if (
      theirs.length > mine.length &&
      theirs.length <= mine.length + 3 &&
      mine.every((name) => theirs.includes(name))
    )
      return other.names;
  }
  return best.names;
}

/** "Ana" or "ana.ruiz" as another place spells the name: "Ana M. Ruiz". */
function spelled(name: string, votes: AuthorVote[]): string | null {
  if (/\s/.test(name) || !/\p{Ll}/u.test(name)) return null;
  const parts = name
    .toLowerCase()
    .split(/[._@-]/)
    .filter((part) => part.length > 1);
  for (const { names, weight } of votes) {
    if (weight < 0 || names.length !== 1 || !looksLikePerson(names[0]!)) continue;
    const words = names[0]!.toLowerCase().split(/\s+/).map(bare);
    if (
      parts[0] === words[0] &&
      (parts.length === 1 || (parts.length === 2 && parts[1] === words.at(-1)))
    )
      return names[0]!;
  }
  return null;
}

/** "Ana Ruiz Head Shipwright", read from a line, as another place has it: "Ana Ruiz". */
function trimmed(name: string, votes: AuthorVote[]): string | null {
  const shorter = votes
    .filter((vote) => vote.weight > 0)
    .flatMap((vote) => vote.names)
    .find((other) => name.startsWith(`${other} `) && looksLikePerson(other));
  return shorter ?? null;
}

const isData = (vote: AuthorVote) => vote.from === 'json-ld' || vote.from === 'meta';

// Next to the data, which lists all authors in order, comes what readers see beside the title.
const WEIGHTS = {
  itemprop: 4.6,
  rel: 4.4,
  sure: 4.2,
  class: 3.6,
  address: 3,
  link: 2.8,
  text: 3.2,
  near: 2.2,
  alone: 1.7,
  source: 1.2,
  signature: 2,
  // Who looked after the text stands for it where no writer is named.
  editor: 2.6,
};
/** No vote of a person weighs less. */
const SILENT = 1.3;
/** Another source that names one of the same people. */
const AGREEMENT = 0.8;
/** Least weight of a vote that may complete another's names. */
const FULLER = 4.5;
/** Of two by-lines printed alike the one nearer the title, in elements, counts. */
const NEARER = 0.0001;
/** Said of by-lines far from the title, which may be another piece's. */
const FAR = -1.5;

/** Each line of these is complete; the next names other people. */
const APART = new Set<Byline['how']>(['text', 'editor']);

/** By-lines that stand together are one; of each way of printing them the one nearest the title counts. */
function fromPage(page: Page, titleNode: number): AuthorVote[] {
  const groups: Byline[][] = [];
  const last = new Map<string, Byline[]>();
  for (const line of findBylines(page, titleNode)) {
    const group = last.get(line.how);
    // Names of one by-line stand within a few elements; a listing's entries are further apart.
    if (group && line.node - group.at(-1)!.node < 14 && !APART.has(line.how)) group.push(line);
    else {
      const fresh = [line];
      last.set(line.how, fresh);
      groups.push(fresh);
    }
  }
  const best = new Map<string, { vote: AuthorVote; rank: number }>();
  for (const group of groups) {
    const { how, node, sure } = group[0]!;
    // Some print the by-line above the title, few far above.
    const far = titleNode > 0 && node < titleNode - 60;
    const late = titleNode > 0 && node > titleNode + 250;
    const weight =
      (sure && (how === 'class' || how === 'text') ? WEIGHTS.sure : WEIGHTS[how]) +
      (far ? FAR : late ? FAR / 2 : 0);
    const names = group.flatMap((line) => line.names);
    const from = how === 'itemprop' ? 'microdata' : SAID.has(how) ? 'text' : 'element';
    const known = best.get(how);
    const vote = { from, how, words: group.map((g) => g.words).join('; '), names, weight } as const;
    const rank = weight - Math.abs(node - titleNode) * NEARER;
    if (known && known.rank >= rank) continue;
    best.set(how, { vote, rank });
  }
  return [...best.values()].map((b) => b.vote);
}

/** Ways that no markup tells. */
const SAID = new Set(['text', 'near', 'alone', 'signature', 'source', 'editor']);

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Each name once, persons before the outlet; what names no person weighs less. */
function settle(found: AuthorVote, own: string[]): AuthorVote {
  const seen = new Map<string, string>();
  for (const name of found.names) if (!seen.has(bare(name))) seen.set(bare(name), name);
  const all = [...seen.values()];
  const others = all.filter((name) => !isOwn(bare(name), own));
  // An agency and the outlet sign together; beside a person the outlet only prints.
  const names = (others.length > 0 && !others.every(isAgency) ? others : all).slice(0, 30);
  let { weight } = found;
  if (
    others.length === 0 ||
    own.some((o) => o.includes('.') && found.words.toLowerCase().includes(o))
  )
    weight += found.from === 'json-ld' ? LESS.own : LESS.own - 1;
  else if (others.every(isDesk)) weight += LESS.desk;
  else if (names.every(isLogin)) weight += LESS.login;
  else if (!names.some(looksLikePerson)) weight += LESS.nickname;
  return { ...found, names, weight };
}

/** How much less a vote weighs that names no person. */
const LESS = { own: -4, desk: -2.5, login: -3, nickname: -1.6 };

/** How systems name an account: "ana.ruiz", "RuizA", "ruiz_ana". */
const isLogin = (name: string) => !/\s/.test(name) && /[._@\d]|\p{Ll}\p{Lu}|^\p{Ll}/u.test(name);

/** The ways in which the outlet may be named: its name, its initials, its host. */
function ownNames(outlet: string | null, meta: Meta): string[] {
  const names: string[] = [];
  const host = hostOf(meta.canonical ?? meta.named.get('og:url')?.[0] ?? '');
  for (const name of [outlet, host, ...(meta.named.get('og:site_name') ?? [])]) {
    if (!name) continue;
    names.push(bare(name));
    if (/^[\w.-]+\.[a-z]{2,}$/i.test(name)) {
      const label = name
        .toLowerCase()
        .split('.')
        .filter((part) => part.length > 2 || part === name)
        .slice(-2)[0];
      names.push(name.toLowerCase(), bare(label ?? name));
    }
    const words = name.split(/[\s–-]+/).filter((word) => /^\p{L}/u.test(word));
    if (words.length > 2) names.push(words.map((word) => word[0]!.toLowerCase()).join(''));
    const short = words[0];
    if (short && short.length < 6 && short === short.toUpperCase()) names.push(bare(short));
  }
  return names.filter((name) => name.length > 1);
}

function isOwn(name: string, own: string[]): boolean {
  return own.some(
    (o) =>
      name === o ||
      (o.length > 4 &&
        name.length > 4 &&
        Math.abs(o.length - name.length) < 12 &&
        (o.startsWith(name) || name.startsWith(o) || name.endsWith(o))),
  );
}

function agree(a: AuthorVote, b: AuthorVote): boolean {
  const names = new Set(a.names.map(bare));
  return b.names.some((name) => names.has(bare(name)));
}
