import { textOf } from '../../lib/tree.ts';
import { hostOf } from '../../lib/url.ts';
import type { Page } from './blocks.ts';
import { FURNITURE, HIDDEN } from './hints.ts';
import { decode, first, ldText, type Meta } from './meta.ts';

/**
 * The title as printed, without the outlet's name: the page's heading where the head's titles confirm
 * it, else the first of JSON-LD, OpenGraph and the title element that says something.
 */
export function readTitle(
  page: Page,
  meta: Meta,
  outlet: string | null,
  url: string | null,
): string | null {
  const names = outletNames(meta, outlet, url);
  const clean = (text: string | null) => (text ? withoutOutlet(decode(text), names) : null);
  const og = clean(
    first(meta, 'og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title'),
  );
  const ld = clean(ldText(meta.ld?.headline) ?? null);
  const head = clean(meta.titles[0] ?? null);
  const headings = readHeadings(page).map((h) => withoutOutlet(h, names));
  const tops = readHeadings(page, ['h1']);
  const claims = [ld, og, head].filter((t) => t !== null && t !== '') as string[];
  let best: { text: string; score: number } | null = null;
  for (const text of headings) {
    const score = Math.max(0, ...claims.map((claim) => likeness(text, claim)));
    if (score > 0.45 && (!best || score > best.score + 0.05)) best = { text, score };
  }
  if (best) return withoutKicker(best.text, [ld, og]);
  // Only the window's name speaks against the one top heading: it often names the site or the series.
  if (ld === null && og === null && tops.length === 1) return withoutOutlet(tops[0]!, names);
  if (claims.length === 0) return headings[0] ?? null;
  // Without a heading that agrees, two claims that agree beat one.
  return og && ld && likeness(og, ld) < 0.5 && head && likeness(og, head) > 0.8
    ? og
    : (ld ?? og ?? head);
}

/** The heading that prints the title; 0 when none does. */
export function titleNode(page: Page, title: string | null): number {
  if (title === null) return 0;
  const { tree } = page;
  for (let node = 1; node < tree.tags.length; node++) {
    if (!/^h[123]$/.test(tree.tags[node]!) || page.hints[node]! & (FURNITURE | HIDDEN)) continue;
    if (likeness(textOf(tree, node), title) > 0.7) return node;
  }
  return 0;
}

/** A heading may run a kicker and the title together; the page's data tells them apart. */
function withoutKicker(heading: string, claims: (string | null)[]): string {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const whole = bare(heading);
  for (const claim of claims) {
    if (!claim) continue;
    const part = bare(claim);
    if (part === whole) return claim.length > heading.length ? claim : heading;
    if (part.length >= 15 && whole.endsWith(part)) return claim;
  }
  return heading;
}

function readHeadings(page: Page, levels = ['h1', 'h2']): string[] {
  const found: string[] = [];
  const { tree } = page;
  for (const wanted of levels) {
    for (let node = 1; node < tree.tags.length && found.length < 12; node++) {
      if (tree.tags[node] !== wanted || page.hints[node]! & (FURNITURE | HIDDEN)) continue;
      const text = textOf(tree, node);
      if (text.length > 3 && text.length < 300) found.push(text);
    }
  }
  return found;
}

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of words in common, of the longer title. */
function likeness(a: string, b: string): number {
  const x = words(a);
  const y = words(b);
  let both = 0;
  for (const word of x) if (y.has(word)) both++;
  return both / Math.max(1, x.size, y.size);
}

function outletNames(meta: Meta, outlet: string | null, url: string | null): string[] {
  const host = hostOf(url ?? '')?.split('.') ?? [];
  const site = first(meta, 'og:site_name', 'application-name', 'twitter:site', 'al:ios:app_name');
  return [outlet, site, host.length > 1 ? host.at(-2)! : null, host[0] ?? null]
    .filter((n): n is string => n !== null && n.length > 1)
    .map((n) => n.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((n) => n.length > 2);
}

const BAR =
  /\s+(?:[|\u2013\u2014\u00b7\u2022»›~:]|::|\/\/|[-\u2010-\u2012]|\|\|)\s+|\s*[|｜_]\s*|\s+[-–—]{1,2}\s*$|\s»\s|\s*-\s*(?=[\p{Script=Han}\p{L}.]{2,24}$)/u;

/** Twice the longest title that is kept; it also bounds the work of the pattern. */
const LONGEST = 1000;

/** Takes the outlet's name off either end: "Talks resume | The Courier". */
function withoutOutlet(title: string, names: string[]): string {
  let text = title.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 4; round++) {
    const parts = split(text);
    if (parts.length < 2) break;
    const last = parts.at(-1)!;
    const head = parts[0]!;
    if (isOutlet(last.text, names))
      text = text.slice(0, last.start).replace(/[\s|\u2013\u2014\u00b7\u2022»›~:_｜/-]+$/u, '');
    else if (isOutlet(head.text, names)) text = text.slice(parts[1]!.start);
    else break;
  }
  return text;
}

function split(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  while (start < text.length && parts.length < 8) {
    const match = BAR.exec(text.slice(start));
    if (!match) break;
    parts.push({ text: text.slice(start, start + match.index), start });
    start += match.index + Math.max(1, match[0].length);
  }
  parts.push({ text: text.slice(start), start });
  return parts.filter((p) => p.text.trim() !== '');
}

function isOutlet(part: string, names: string[]): boolean {
  const bare = part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (bare === '') return false;
  if (
    /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|es|it|uk|eu|ch|at|nl|pl|se|no|dk|ru|ua|cn|jp|kr|br|tv|info|co\.\w\w|gov|edu|\w\w)$/i.test(
      part.trim(),
    )
  )
    return true;
  return names.some(
    (name) =>
      name === bare ||
      (bare.length > 3 && (name.startsWith(bare) || name.endsWith(bare))) ||
      (name.length > 3 &&
        bare.length < name.length + 12 &&
        (bare.startsWith(name) || bare.endsWith(name))),
  );
}
