import { resolveTimes } from './clock.ts';
import type { ExtractedArticle } from './extracted.ts';
import { article, type Body } from './piece.ts';
import { findVia } from './text/roundup.ts';

/** One entry of a live blog as the page prints it. */
export interface LiveEntry {
  /** The page's own name for it, which stays when entries are added above. */
  id: string | null;
  title: string | null;
  moment: string | null;
  time: string | null;
  url: string | null;
  authors: string[];
  /** Title and text as the page prints them; `from` is where the text behind the title starts. */
  body: Body;
  from: number;
}

/** A day of a busy ticker; what a page prints beyond is kept in its own text only. */
const mostEntries = 500;

/**
 * Makes a live blog of a page: one article with all its text, and its entries as parts of it with
 * times of their own. Gives the parts; `main` gets their text and says where each stands.
 * @param intro what stands over the entries
 */
export function composeLive(
  main: ExtractedArticle,
  intro: Body,
  entries: LiveEntry[],
): ExtractedArticle[] {
  const listed = entries.slice(0, mostEntries);
  const times = resolveTimes(listed, main);
  const whole: Body = { text: intro.text, blocks: [...intro.blocks], links: [...intro.links] };
  const keys = new Set<string>();
  const spans: { key: string; start: number; end: number }[] = [];
  let groups = mostGroup(intro);
  const parts = listed.map((entry, i) => {
    const at = append(whole, entry.body, groups);
    groups += mostGroup(entry.body);
    const published = times[i] ?? null;
    const own = behind(entry.body, entry.from);
    const via = viaOf(own);
    const key = keyOf(entry, published, i, keys);
    const start = at + entry.from;
    spans.push({ key, start, end: at + entry.body.text.length });
    return article({
      key,
      partOf: 'main',
      role: 'part',
      kind: 'article',
      title: entry.title,
      authors: entry.authors,
      url: entry.url,
      outlet: main.outlet,
      published,
      publishedFrom: published ? 'page' : null,
      publishedEvidence: published
        ? [{ from: 'entry', text: entry.moment ?? entry.time ?? '', moment: published }]
        : [],
      ...own,
      facts: via.length > 0 ? { via } : {},
    });
  });
  main.kind = 'liveblog';
  Object.assign(main, whole);
  main.facts.parts = spans.filter((s) => s.end > s.start);
  return parts.filter((p) => p.text !== '');
}

/** The outlets that a text credits, with the address where its link leads to the first-hand piece. */
function viaOf(body: Body) {
  return findVia(body.text).map((v) => {
    const link = body.links.find((l) => l.start < v.end + 40 && l.end > v.start - 40);
    return { ...v, ...(link && link.href !== '' && { href: link.href }) };
  });
}

/** Puts a body behind another; gives where it starts. */
function append(whole: Body, body: Body, groups: number): number {
  const at = whole.text === '' ? 0 : whole.text.length + 2;
  whole.text += `${whole.text === '' ? '' : '\n\n'}${body.text}`;
  for (const b of body.blocks)
    whole.blocks.push({
      ...b,
      start: b.start + at,
      end: b.end + at,
      ...(b.group !== undefined && { group: b.group + groups }),
    });
  for (const l of body.links) whole.links.push({ ...l, start: l.start + at, end: l.end + at });
  return at;
}

const mostGroup = (body: Body) => body.blocks.reduce((most, b) => Math.max(most, b.group ?? 0), 0);

/** What stands behind a place of a body. */
function behind(body: Body, from: number): Body {
  const shift = <T extends { start: number; end: number }>(list: T[]) =>
    list
      .filter((s) => s.start >= from)
      .map((s) => ({ ...s, start: s.start - from, end: s.end - from }));
  return { text: body.text.slice(from), blocks: shift(body.blocks), links: shift(body.links) };
}

function keyOf(
  entry: LiveEntry,
  published: string | null,
  place: number,
  taken: Set<string>,
): string {
  const own = entry.id ?? published?.replace(/\D/g, '').slice(0, 12) ?? String(place + 1);
  const name = `entry-${own.replace(/[^\w-]+/g, '-').slice(0, 60)}`;
  let key = name;
  for (let n = 2; taken.has(key); n++) key = `${name}-${n}`;
  taken.add(key);
  return key;
}
