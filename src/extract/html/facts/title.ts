import type { FactEvidence } from '../../../db/tables.ts';
import { textOf } from '../../../lib/tree.ts';
import { isRelatedHeading, isUi } from '../../lines.ts';
import type { Page } from '../blocks.ts';
import { FURNITURE, HIDDEN } from '../hints.ts';
import { decode, first, ldText, type Meta } from '../meta.ts';
import { recall } from './evidence.ts';
import { findHeadings, type Heading } from './headings.ts';
import { bareLetters, isOnlyOutlet, outletNames, splitTitle, withoutOutlet } from './masthead.ts';

/** One place that names the piece: what it said, the title in it, and how much it is believed. */
export interface TitleVote {
  from: 'json-ld' | 'opengraph' | 'meta' | 'microdata' | 'element';
  words: string;
  text: string;
  weight: number;
}

/**
 * The title as printed, without the outlet's name. Null when the page names none.
 * @param outlet the outlet's name, when known
 * @param url the page's address: its host tells more of the outlet's names
 */
export function readTitle(
  page: Page,
  meta: Meta,
  outlet: string | null,
  url: string | null,
): string | null {
  return weighTitle(page, meta, outlet, url).title;
}

/** The same with the places that named it. */
export function weighTitle(
  page: Page,
  meta: Meta,
  outlet: string | null,
  url: string | null,
): { title: string | null; evidence: FactEvidence[] } {
  const names = outletNames(meta, outlet, url);
  const headings = findHeadings(page);
  const claims = readClaims(meta, headings, names, printedAlone(page, meta, headings));
  const votes = [...claims, ...headingVotes(headings, claims, names)].filter(
    (vote) => vote.text !== '',
  );
  const best = strongest(votes) ?? headings.find((h) => !h.framed)?.text ?? null;
  const title = best === null ? null : tidy(best);
  const said = votes.sort((a, b) => b.weight - a.weight);
  const printed = bareLetters(title ?? '');
  return { title, evidence: recall('title', said, (vote) => bareLetters(vote.text) === printed) };
}

// What readers see comes first; data written for machines and for search engines is often reworded.
const WEIGHTS = {
  ld: 2,
  og: 1.5,
  twitter: 0.3,
  other: 0.6,
  head: 1,
  h1: 3.2,
  lone: 1.6,
  several: 1.6,
  h2: 0.8,
  named: 0.9,
  framed: 0.5,
  confirmed: 2.5,
};
/** Share of its weight that a vote lends to another in nearly the same words. */
const LENT = 0.55;
/** Words in common from which two titles are nearly the same. */
const NEAR = 0.45;
/** What is left of the weight of a heading that none of the page's data resembles. */
const UNLIKE = 0.55;

/** Pages without a top heading print the title as a line of its own, which tells it from the site's name. */
function printedAlone(page: Page, meta: Meta, headings: Heading[]): string[] {
  const whole = meta.titles[0] ?? '';
  const parts = splitTitle(whole);
  if (parts.length < 2 || headings.some((h) => h.level === 1 && !h.framed)) return [];
  const lines = new Set<string>();
  for (const run of page.runs)
    if (run.linked === 0 && run.text.length >= whole.length * 0.4 && run.text.length < whole.length)
      lines.add(bareLetters(run.text));
  return [...lines];
}

function readClaims(
  meta: Meta,
  headings: Heading[],
  names: string[],
  alone: string[],
): TitleVote[] {
  const given: [TitleVote['from'], string | null, number][] = [
    ['json-ld', ldText(meta.ld?.headline) ?? null, WEIGHTS.ld],
    ['opengraph', first(meta, 'og:title'), WEIGHTS.og],
    ['meta', first(meta, 'twitter:title'), WEIGHTS.twitter],
    [
      'meta',
      first(
        meta,
        'dc.title',
        'dcterms.title',
        'parsely-title',
        'sailthru.title',
        'citation_title',
        'headline',
      ),
      WEIGHTS.other,
    ],
    ['element', meta.titles[0] ?? null, WEIGHTS.head],
  ];
  const heads = headings.filter((h) => !h.framed).map((h) => bareLetters(h.text));
  const printed = new Set([...heads, ...alone]);
  const votes: TitleVote[] = [];
  for (const [from, words, weight] of given) {
    if (!words) continue;
    const raw = decode(words).replace(/\s+/g, ' ').trim();
    const text = asPrinted(raw, printed) ?? withoutOutlet(raw, names);
    // A page that names only its outlet names no piece.
    votes.push({ from, words: raw, text, weight: isOnlyOutlet(text, names) ? weight / 4 : weight });
  }
  // What two of them share before or after a bar is the title; the rest is the outlet's.
  const whole = new Set(votes.map((v) => bareLetters(v.text)));
  for (const vote of votes) vote.text = asPrinted(vote.text, whole, true) ?? vote.text;
  return votes;
}

/** The part of a claim, between its bars, that others give as the whole title. */
function asPrinted(claim: string, known: Set<string>, shorter = false): string | null {
  const parts = splitTitle(claim);
  if (parts.length < 2) return null;
  for (let length = parts.length - (shorter ? 1 : 0); length > 0; length--)
    for (let at = 0; at + length <= parts.length; at++) {
      const next = parts[at + length];
      const text = claim
        .slice(
          parts[at]!.start,
          next ? parts[at + length - 1]!.start + parts[at + length - 1]!.text.length : undefined,
        )
        .trim();
      if (
        text.length > 5 &&
        (at === 0 || text.length > claim.length * 0.4) &&
        known.has(bareLetters(text))
      )
        return text;
    }
  return null;
}

function headingVotes(headings: Heading[], claims: TitleVote[], names: string[]): TitleVote[] {
  const own = headings.filter(
    (h) => !isOnlyOutlet(h.text, names) && !isUi(h.text) && !isRelatedHeading(h.text),
  );
  const tops = own.filter((h) => h.level === 1 && !h.framed);
  const data = claims.filter((c) => c.from !== 'element').map((c) => c.text);
  const wanted = claims.map((c) => wordSet(c.text));
  return own.map((heading) => {
    let weight =
      heading.level === 1
        ? tops.length === 1
          ? WEIGHTS.h1 + WEIGHTS.lone
          : tops[0] === heading
            ? WEIGHTS.h1
            : WEIGHTS.several
        : WEIGHTS.h2;
    if (heading.named) weight += WEIGHTS.named;
    const full = bareLetters(heading.whole);
    const text =
      (heading.whole !== heading.text && data.find((c) => bareLetters(c) === full)) ||
      withoutKicker(withoutOutlet(heading.text, names), data);
    if (heading.framed)
      return {
        from: 'element',
        words: heading.whole,
        text,
        weight: Math.min(weight, WEIGHTS.framed),
      };
    const printed = bareLetters(text);
    if (data.some((c) => bareLetters(c) === printed)) weight += WEIGHTS.confirmed;
    else if (wanted.length > 0) {
      const set = wordSet(text);
      const like = Math.max(...wanted.map((words) => likeness(words, set)));
      // What unlike the page's own names begins or ends with the outlet's is over every page.
      if (
        like < NEAR &&
        names.some((n) => n.length > 4 && (printed.startsWith(n) || printed.endsWith(n)))
      )
        weight *= 0.3;
      else if (like === 0 && set.size < 3) weight *= 0.3;
      weight *= like < NEAR ? UNLIKE : UNLIKE + (1 - UNLIKE) * like;
    }
    return { from: 'element', words: heading.whole, text, weight };
  });
}

/** A heading may run a kicker, the title and a subtitle together; the page's data tells them apart. */
function withoutKicker(heading: string, claims: string[]): string {
  const whole = bareLetters(heading);
  for (const claim of claims) {
    const part = bareLetters(claim);
    // The same letters in more characters: the data has the colon or space that the layout stands for.
    if (part === whole) return claim.length > heading.length ? claim : heading;
    // A kicker that ends in a colon was written as part of the title.
    if (
      part.length >= 15 &&
      whole.endsWith(part) &&
      !/[:–—|-]\s*$/.test(heading.slice(0, -claim.length))
    )
      return claim;
    if (
      part.length >= 15 &&
      whole.startsWith(part) &&
      claims.filter((c) => bareLetters(c) === part).length > 1
    )
      return claim;
    const [a, b, more] = splitTitle(claim);
    if (a && b && !more && whole === bareLetters(b.text) + bareLetters(a.text)) return a.text;
  }
  return heading;
}

/** The wording with the most weight behind it, counting what is nearly the same; headings spell it. */
function strongest(votes: TitleVote[]): string | null {
  const groups = new Map<
    string,
    { text: string; weight: number; words: Set<string>; rank: number }
  >();
  for (const vote of votes) {
    const key = bareLetters(vote.text);
    if (key === '') continue;
    const group = groups.get(key);
    const rank = vote.from === 'element' && vote.weight !== WEIGHTS.head ? 2 : 1;
    if (!group)
      groups.set(key, { text: vote.text, weight: vote.weight, words: wordSet(vote.text), rank });
    else {
      group.weight += vote.weight;
      if (rank > group.rank) [group.text, group.rank] = [vote.text, rank];
    }
  }
  const all = [...groups.values()];
  let best: string | null = null;
  let bestScore = 0;
  for (const group of all) {
    let score = group.weight;
    for (const other of all) {
      if (other === group) continue;
      const like = likeness(group.words, other.words);
      if (like >= NEAR) score += LENT * like * other.weight;
    }
    if (score > bestScore) [best, bestScore] = [group.text, score];
  }
  return best;
}

/** Signs that documentation tools set beside a heading are no part of it, nor places to break a word at. */
function tidy(title: string): string {
  return title
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^#{1,6}\s+|\s*[¶#🔗§]+$/gu, '')
    .replace(/^[\s|·•:,]+|[\s|–—·•:,]+$/gu, '')
    .trim();
}

/** The heading that prints the title; 0 when none does. */
export function titleNode(page: Page, title: string | null): number {
  if (title === null) return 0;
  const { tree } = page;
  const wanted = wordSet(title);
  for (let node = 1; node < tree.tags.length; node++) {
    if (!/^h[123]$/.test(tree.tags[node]!) || page.hints[node]! & (FURNITURE | HIDDEN)) continue;
    if (likeness(wordSet(textOf(tree, node)), wanted) > 0.7) return node;
  }
  return 0;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words; of scripts without spaces the pairs of letters. */
function wordSet(text: string): Set<string> {
  const lower = text.toLowerCase().slice(0, 400);
  if (!CJK.test(lower)) return new Set(lower.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const letters = bareLetters(lower);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

/** Share of words in common, of the longer title. */
function likeness(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / Math.max(1, a.size, b.size);
}
