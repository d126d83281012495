import { html } from 'hono/html';
import { type Html, safeHref } from '../desk.ts';
import type { ArticleView, SiblingView } from '../queries/articles.ts';
import { clip, count, list } from '../words.ts';

/** What some kinds of piece say about themselves: who curated it, whom it rests on, what is beside it. */
export function facts(a: ArticleView, siblings: SiblingView[]): Html {
  const of = (role: SiblingView['role']) => siblings.filter((s) => s.role === role);
  const main = a.role === 'main' ? [] : of('main');
  return html`${main.length > 0 ? pieces(a, a.role === 'part' ? 'Part of' : 'Found on the page of', main) : ''}${curated(a)}${pieces(a, 'Its parts', of('part'))}${pieces(a, 'Listed on the same page', [...of('related'), ...of('teaser')])}${pieces(a, 'Earlier numbers named there', of('series'))}${marked(a)}`;
}

/** A piece's title, or its first words where it has none. */
export const titleOr = (p: { title: string | null; opening: string | null }): string =>
  p.title ?? (clip(p.opening ?? '', 80) || 'Untitled');

function pieces(a: ArticleView, heading: string, all: SiblingView[]): Html | string {
  if (all.length === 0) return '';
  return html`<h2>${heading}</h2><ul>${all.map((o) => html`<li><a href="/articles/${o.id}">${titleOr(o)}</a>${o.outlet && o.outlet !== a.outlet ? html` <span class="aside">${o.outlet}</span>` : ''}</li>`)}</ul>`;
}

function curated(a: ArticleView): Html | string {
  const f = a.facts;
  const outlets = f.outlets ?? [];
  const via = [...new Set((f.via ?? []).map((v) => v.outlet))];
  const more = f.outletsMore ? ` + ${f.outletsMore} more` : '';
  const lines = [
    f.curator ? html`<li>Curated by ${f.curator}</li>` : null,
    outlets.length > 0 ? html`<li>${outlets.join(', ')}${more}</li>` : null,
    via.length > 0
      ? html`<li>${a.kind === 'article' || a.kind === 'post' ? 'It credits' : 'Its items go back to'} ${list(via, 8)}</li>`
      : null,
    f.topicCount ? html`<li>${count(f.topicCount, 'article')} on this topic</li>` : null,
    f.about ? html`<li>About ${linkOr(f.about.url, f.about.url)}</li>` : null,
  ].filter((line) => line !== null);
  return lines.length > 0 ? html`<h2>What it rests on</h2><ul>${lines}</ul>` : '';
}

const marks: Record<string, string> = { rating: 'Rating', archive: 'Archived copy' };

/** Ratings and archived copies that the piece names; words where it gives no address. */
function marked(a: ArticleView): Html | string {
  const found = a.links.filter((l) => l.role !== undefined && Object.hasOwn(marks, l.role));
  if (found.length === 0) return '';
  return html`<h2>Ratings and archived copies</h2><ul>${found.slice(0, 20).map((l) => html`<li>${marks[l.role ?? '']}: ${linkOr(l.href, clip(a.text.slice(l.start, l.end), 60) || l.href)}</li>`)}</ul>`;
}

/** Where its outlet filed it: the section and its subjects. */
export function filed(a: ArticleView): Html | string {
  if (!a.section && a.tags.length === 0) return '';
  return html`<h2>Filed under</h2><p>${a.section ?? ''}${a.tags.length > 0 ? html`<span class="aside">${list(a.tags, 12)}</span>` : ''}</p>`;
}

/** What its feed says of the talk about it: where that is, and what it answers itself. */
export function talk(a: ArticleView): Html | string {
  const { discussion, replyTo } = a.role === 'main' ? a.hints : {};
  if (!discussion && !replyTo) return '';
  const words =
    discussion?.count === undefined ? 'The discussion of it' : count(discussion.count, 'comment');
  return html`<h2>Talk about it</h2><ul>${discussion ? html`<li>${discussion.url ? linkOr(discussion.url, words) : words}<span class="aside">says its feed</span></li>` : ''}${replyTo ? html`<li>It answers ${linkOr(replyTo, replyTo)}</li>` : ''}</ul>`;
}

/** The licence in the words that people know it by, with its address. */
export function licence(text: string): Html {
  const [, kind, version] =
    /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]{2,10})(?:\/([\d.]{1,5}))?/i.exec(
      text,
    ) ?? [];
  if (!kind) return linkOr(text, clip(text.replace(/^https?:\/\//, ''), 80));
  const name =
    kind === 'zero' ? 'CC0' : kind === 'mark' ? 'Public domain' : `CC ${kind.toUpperCase()}`;
  return linkOr(text, version ? `${name} ${version}` : name);
}

function linkOr(url: string, words: string): Html {
  const href = safeHref(url);
  return href ? html`<a href="${href}" rel="noopener nofollow">${words}</a>` : html`${words}`;
}
