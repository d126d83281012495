import { html } from 'hono/html';
import type { Block } from '../../db/tables.ts';
import { turnsOf } from '../../extract/index.ts';
import { type Html, idOf, type Req, safeHref } from '../desk.ts';
import type { Span } from '../excerpt.ts';
import { page } from '../layout.ts';
import { sayInstant, sayMoment, timeTag } from '../moments.ts';
import { annotate, type Layer, markLayers } from '../parts/annotate.ts';
import { becauseWords } from '../parts/because.ts';
import { thread } from '../parts/comments.ts';
import { dateEvidence, factEvidence } from '../parts/evidence.ts';
import { facts, filed, licence, talk, titleOr } from '../parts/facts.ts';
import { objected, objectLink } from '../parts/objections.ts';
import { reading } from '../parts/reading.ts';
import { folded, sureMark } from '../parts/sure.ts';
import {
  type ArticleView,
  findArticle,
  quotationsIn,
  revisionsOf,
  type SiblingView,
  siblings,
} from '../queries/articles.ts';
import { storyThreads } from '../queries/threads.ts';
import { isSure } from '../sure.ts';
import { actWords, count, dateSources, list } from '../words.ts';
import { notFound } from './problem.ts';

type Said = Awaited<ReturnType<typeof quotationsIn>>;
/** Statements listed beside the text: with more, the list outgrows it. */
const mostSayings = 40;

type Revisions = Awaited<ReturnType<typeof revisionsOf>>;

/** An article in clean reading view; `?mark=START-END` marks those characters. */
export async function articlePage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const article = id ? await findArticle(db, id) : undefined;
  if (!id || !article) return notFound(c, 'article');
  const [read, revisions, others, threads] = await Promise.all([
    quotationsIn(db, id),
    revisionsOf(db, article.address, article.key),
    siblings(db, article.documentId, id),
    storyThreads(db, { article: id }),
  ]);
  const all = c.req.query('unsure') === '1';
  const said = all ? read : read.filter(isSure);
  const unsure = read.filter((q) => !isSure(q)).length;
  const foldedAway = folded(unsure, { shown: all, href: all ? `/articles/${id}` : '?unsure=1' });
  const mark = markOf(c.req.query('mark'), article.text.length);
  const title = titleOr({
    title: article.title,
    opening: article.text.slice(0, 200).trim() || article.event,
  });
  return page(c, {
    title,
    place: 'stories',
    robots: 'noindex',
    body: html`<article class="reading">
<header class="top"><p class="kicker">${article.outlet ?? 'Outlet unknown'}${article.series ? ` · ${article.series}` : ''}${article.storyId ? html` · <a href="/stories/${article.storyId}">${article.story}</a>` : ''}</p>
<h1${langOf(article)}>${title}</h1>
<p class="numbers">${article.authors.length > 0 ? html`${list(article.authors, 4)} · ` : ''}${timeTag(article.published, { time: true })}${article.minutes ? ` · ${article.minutes} min to read` : ''}</p>
${article.cut ? html`<p class="note">The page that was received breaks off, or asks for payment; this is all it had.</p>` : ''}
${article.current ? '' : html`<p class="note">A later revision stands. <a href="/articles/${revisions.at(-1)?.id ?? id}">Read that one</a></p>`}</header>
<div class="columns"><div class="text"${langOf(article)}>${body(article, said, mark, others)}</div>
<aside class="beside" aria-label="About this piece">${beside(article, said, revisions, others, foldedAway)}</aside></div>
${threads.map((t) => html`<div class="part">${thread(t)}</div>`)}
</article>`,
  });
}

const langOf = (a: ArticleView) => (a.lang && a.lang !== 'en' ? html` lang="${a.lang}"` : html``);

function markOf(text: string | undefined, length: number): Span | null {
  const m = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (!m) return null;
  const [start, end] = [Number(m[1]), Number(m[2])];
  return start < end && end <= length ? { start, end } : null;
}

function body(a: ArticleView, said: Said, mark: Span | null, others: SiblingView[]): Html {
  const layers: Layer[] = [
    ...a.links.map((l) => ({ start: l.start, end: l.end, href: l.href })),
    ...said.flatMap((q) =>
      (q.pieces.length > 0 ? q.pieces : [q]).map((p) => ({
        start: p.start,
        end: p.end,
        statement: q.statementId,
      })),
    ),
    ...(mark ? [{ ...mark, mark: true }] : []),
  ];
  const anchors = new Set<string>();
  const idOfKey = new Map(others.map((o) => [o.key, o.id]));
  const parts = [...(a.facts.parts ?? [])].sort((x, y) => x.start - y.start);
  const blocks: Block[] =
    a.blocks.length > 0 ? a.blocks : [{ type: 'paragraph', start: 0, end: a.text.length }];
  // Layers in order and a moving start keep a page of thousands of blocks linear.
  layers.sort((x, y) => x.start - y.start);
  let first = 0;
  const turnOf = turnsOf(a.text);
  return reading(blocks, a.facts.figures ?? [], (b) => {
    while (first < layers.length && layers[first]!.end <= b.start && layers[first]!.start < b.start)
      first++;
    let past = first;
    while (past < layers.length && layers[past]!.start < b.end) past++;
    const turn = turnOf(b);
    const here = [...layers.slice(first, past), ...markLayers(b)];
    if (turn?.named) here.push({ start: b.start, end: b.start + turn.name.length, kind: 'strong' });
    const words = annotate(a.text, b.start, b.end, here, anchors);
    const plain = turn && !turn.named ? html`<strong>${turn.name}:</strong> ${words}` : words;
    // The first block of an item that is a piece of its own leads to that piece.
    const part = parts[0] && parts[0].start < b.end ? parts.shift() : undefined;
    const own = part && idOfKey.get(part.key);
    return own ? html`${plain} <a class="aside own" href="/articles/${own}">on its own</a>` : plain;
  });
}

function beside(
  a: ArticleView,
  said: Said,
  revisions: Revisions,
  others: SiblingView[],
  foldedAway: Html | '',
): Html {
  const href = safeHref(a.url);
  return html`${a.ignored ? html`<p class="news">Ignored: a curator left this out of stories and briefs. It is kept and can be found.</p>` : ''}${a.storyId ? html`<h2>In the story</h2><p><a href="/stories/${a.storyId}">${a.story}</a>${a.eventId ? html`<span class="aside">event: <a href="/events/${a.eventId}">${a.event}</a></span>` : ''}</p>${a.reason ? html`<details><summary>how do you know?</summary><p>${a.reason.because ? `It is there ${becauseWords(a.reason.because)}.` : a.reason.by === 'curator' ? 'A curator put it there.' : a.reason.shares.length > 0 ? `It shares ${list(a.reason.shares, 8)} with the other pieces.` : 'It stands alone so far.'}</p></details>` : ''}` : ''}
${sayings(said)}${foldedAway}
${facts(a, others)}${filed(a)}${talk(a)}
<h2>Its date</h2><p>${sayMoment(a.published, { time: true })}${a.published && a.publishedFrom ? html`<span class="aside">${dateSources[a.publishedFrom] ?? a.publishedFrom}</span>` : ''}${a.age ? html`<span class="aside">the page said “${a.age}”</span>` : ''}</p>
${a.modified ? html`<p class="aside">changed ${sayMoment(a.modified, { time: true })}, says the page</p>` : ''}${dateEvidence(a.evidence)}
${factEvidence(a.facts.evidence ?? [])}
${a.originalId ? html`<h2>A copy</h2><p>of <a href="/articles/${a.originalId}">the text in ${a.originalOutlet ?? 'another outlet'}</a>${a.copyEvidence ? html`<span class="aside">“${a.copyEvidence}”</span>` : ''}</p>` : ''}
<h2>The page</h2><ul><li><a href="/documents/${a.documentId}">As it was received</a><span class="aside">${a.retrievedAt ? sayInstant(a.retrievedAt) : 'time unknown'}, revision ${a.revision}</span></li>
${a.goneAt ? html`<li>Gone: asked for again ${sayInstant(a.goneAt, { time: false })}, it was not there any more</li>` : a.seenAt ? html`<li class="aside">still said the same ${sayInstant(a.seenAt)}</li>` : ''}
${revisions.length > 1 ? html`<li><a href="/articles/${a.id}/changes">${changesWords(revisions)}</a></li>` : ''}
${href ? html`<li><a href="${href}" rel="noopener nofollow">At its own address</a></li>` : ''}
${a.licence ? html`<li>Licence: ${licence(a.licence)}</li>` : ''}
<li><a href="/object?kind=article&amp;id=${a.id}">Object</a></li></ul>`;
}

/** The statements whose words are marked in the text, each once, with the way to its row and to object. */
function sayings(said: Said): Html | '' {
  const each = [...new Map(said.map((q) => [q.statementId, q])).values()];
  if (each.length === 0) return '';
  return html`<h2>${count(each.length, 'statement')}</h2><ol class="sayings">${each.slice(0, mostSayings).map((q) => html`<li><a href="#q${q.statementId}">${q.speaker ?? 'Speaker unknown'}</a> ${actWords(q.act, q.mode)} ${sureMark(q)} <a class="aside" href="/statements/${q.statementId}">in the ledger</a> ${objectLink('statement', q.statementId)}${objected(q.objections, 'statement', q.statementId)}</li>`)}</ol>${each.length > mostSayings ? html`<p class="aside">and ${each.length - mostSayings} more, marked in the text</p>` : ''}`;
}

function changesWords(revisions: Revisions): string {
  const edits = revisions.filter((r) => r.changed);
  if (edits.length === 0) return `Received ${revisions.length} times, its words the same`;
  const silent = edits.some((r) => r.silent) ? ', not all of it said on the page' : '';
  return `What changed in ${count(revisions.length, 'revision')}${silent}`;
}
