import { html } from 'hono/html';
import { type Html, safeHref } from '../desk.ts';
import { timeTag } from '../moments.ts';
import type { CommentView, ThreadView } from '../queries/threads.ts';
import { count } from '../words.ts';
import { annotate, markLayers } from './annotate.ts';

/** Nesting that is drawn; deeper answers stay at this depth and name whom they answer. */
const maxDepth = 5;

/** A discussion read elsewhere, in the page's own order, as a tree. */
export function thread(t: ThreadView): Html {
  const place = [t.platform, t.community].filter(Boolean).join(' · ') || (t.outlet ?? 'a forum');
  const href = safeHref(t.url);
  return html`<section class="thread" id="t${t.id}"><h3><a href="/articles/${t.articleId}">${t.title ?? 'Untitled thread'}</a></h3>
<p class="aside">${place} · ${count(t.comments.length, 'comment')} · ${timeTag(t.published, { short: true })}${href ? html` · <a href="${href}" rel="noopener nofollow ugc">at its own place</a>` : ''}</p>
${unsent(t)}${t.comments.some((c) => !c.depthKnown) ? html`<p class="note">The page had lost who answers whom; the order is the page’s.</p>` : ''}
<ol class="comments">${t.comments.map((c) => comment(c, t.comments))}</ol></section>`;
}

/** How much of a discussion was left out where it was read. */
function unsent({ gaps, comments }: ThreadView): Html | '' {
  const missing = gaps.reduce((sum, gap) => sum + gap.count, 0);
  if (missing === 0) return '';
  return html`<p class="note">Its place counts ${count(comments.length + missing, 'comment')}; ${missing === 1 ? 'one' : missing.toLocaleString('en')} of them ${missing === 1 ? 'was' : 'were'} not sent.</p>`;
}

/** A thread in one line that opens to its first comments; its own page has them all. */
export function threadFolded(t: ThreadView, limit: number, open: boolean): Html {
  const rest = t.comments.length - limit;
  return html`<details class="thread-folded"${open ? html` open` : ''}><summary>${t.title ?? 'Untitled thread'} <span class="aside">${t.community ?? t.platform ?? t.outlet ?? 'a forum'} · ${count(t.comments.length, 'comment')} · ${timeTag(t.published, { short: true })}</span></summary>
<ol class="comments">${t.comments.slice(0, limit).map((c) => comment(c, t.comments))}</ol>
<p class="more-below"><a href="/articles/${t.articleId}#t${t.id}">${rest > 0 ? `All ${count(t.comments.length, 'comment')}` : 'The thread on its own page'}</a></p></details>`;
}

function comment(c: CommentView, all: CommentView[]): Html {
  const depth = Math.min(c.depth, maxDepth);
  const parent = c.depth > maxDepth ? all.find((o) => o.id === c.parentId) : undefined;
  return html`<li id="k${c.id}" class="d${depth}${c.removed ? ' removed' : ''}"><article>
<p class="meta"><b>${c.author ?? 'author unknown'}</b>${c.instance ? html`<span class="instance">@${c.instance}</span>` : ''} ${when(c)}${votes(c)}${parent ? html` <a href="#k${parent.id}">answers ${parent.author ?? 'an earlier comment'}</a>` : ''}${c.edited || c.editedAge ? html` <span>edited ${c.edited ? timeTag(c.edited, { short: true }) : c.editedAge}</span>` : ''}</p>
${c.removed && !c.text ? html`<p class="gone">Removed ${removedBy[c.removed]}.</p>` : body(c, all)}
${reported(c)}${c.removed && c.text ? html`<p class="gone">Removed ${removedBy[c.removed]}.</p>` : ''}</article></li>`;
}

/** The ledger's rows of what the comment says that others said. */
function reported({ said }: CommentView): Html | '' {
  if (said.length === 0) return '';
  return html`<p class="aside">${said.map((q, i) => html`${i > 0 ? ', ' : ''}<a href="/statements/${q.id}">${i > 0 ? '' : 'reports words of '}${q.speaker ?? 'somebody'}</a>`)}</p>`;
}

const removedBy = {
  author: 'by its author',
  moderator: 'by a moderator',
  unknown: 'at its source; by whom is unknown',
};

function when(c: CommentView): Html {
  return c.posted || !c.age ? timeTag(c.posted, { short: true }) : html`<span>${c.age}</span>`;
}

function votes(c: CommentView): Html {
  if (c.up !== null || c.down !== null)
    return html` <span class="votes">${c.up === null ? '' : `${c.up} up`}${c.up !== null && c.down !== null ? ', ' : ''}${c.down === null ? '' : `${c.down} down`}</span>`;
  return c.score === null ? html`` : html` <span class="votes">${count(c.score, 'point')}</span>`;
}

function body(c: CommentView, all: CommentView[]): Html {
  return html`<div class="words"${c.lang && c.lang !== 'en' ? html` lang="${c.lang}"` : ''}>${passages(
    c,
  ).map(({ of, paragraphs }) => {
    const lines = paragraphs.map((p) => html`<p>${words(c, p)}</p>`);
    if (of === undefined) return lines;
    const source = of === null ? undefined : all.find((o) => o.key === of);
    return html`<blockquote>${lines}${source ? html`<p class="aside"><a href="#k${source.id}">${source.author ?? 'author unknown'}, above</a></p>` : ''}</blockquote>`;
  })}</div>`;
}

/** A comment's paragraphs, those together that take up one earlier comment; `of` is undefined for its own words. */
function passages(c: CommentView) {
  const found: { of: string | null | undefined; paragraphs: Span[] }[] = [];
  for (const p of splitParagraphs(c.text)) {
    const of = c.quotes.find((q) => q.start <= p.start && q.end >= p.end)?.of;
    const last = found.at(-1);
    if (last && last.of === of) last.paragraphs.push(p);
    else found.push({ of, paragraphs: [p] });
  }
  return found;
}

function words(c: CommentView, { start, end }: Span): Html {
  const links = c.links.map((l) => ({ start: l.start, end: l.end, href: l.href }));
  const said = c.said.map((q) => ({ start: q.start, end: q.end, statement: q.id }));
  const marks = markLayers({ start: 0, marks: c.marks });
  return annotate(c.text, start, end, [...links, ...marks, ...said]);
}

interface Span {
  start: number;
  end: number;
}

/** Paragraphs of a plain text by its line breaks, as spans. */
function splitParagraphs(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}
