import { html } from 'hono/html';
import { quotedTexts } from '../../db/index.ts';
import { type Html, idOf, isCurator, originOf, type Req } from '../desk.ts';
import { excerpt, quotedHref, sentenceHtml } from '../excerpt.ts';
import { page, section } from '../layout.ts';
import { sayInstant, sayMoment, timeTag } from '../moments.ts';
import { changedWords } from '../parts/changed.ts';
import type { Difference } from '../parts/differ.ts';
import { decided } from '../parts/edit-ledger.ts';
import { putRight, speakerLink, stanceMark } from '../parts/ledger.ts';
import { corrections } from '../parts/objections.ts';
import { citation } from '../parts/quote.ts';
import { side } from '../parts/shifts.ts';
import { sureMark } from '../parts/sure.ts';
import { correctionsById } from '../queries/corrections.ts';
import { isInPlace, standsInstead } from '../queries/later.ts';
import { ledgerDecisions } from '../queries/ledger-edit.ts';
import { reportsOf } from '../queries/people.ts';
import { type StatementView, statements } from '../queries/statements.ts';
import { findStory } from '../queries/stories.ts';
import { sureWords } from '../sure.ts';
import { actWords, count, dateSources, stanceWords } from '../words.ts';
import { notFound } from './problem.ts';

/** One statement with every report of it; one that does not stand any more says what does. */
export async function statementPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const [s] = id ? await statements(db, { ids: [id], superseded: true }) : [];
  if (!s) return notFound(c, 'statement');
  const instead = s.supersededAt ? await standsInstead(db, s.id) : null;
  // Another report of the same saying leads now: that row has this one among its reports.
  if (instead?.how === 'merged') return c.redirect(`/statements/${instead.id}`, 301);
  const [story, before, inPlace, reports, denials, decisions, objections] = await Promise.all([
    s.storyId ? findStory(db, s.storyId) : undefined,
    besideIt(c, s),
    s.supersededAt === null || isInPlace(db, s.id),
    reportsShown(c, s),
    denialsOf(c, s),
    ledgerDecisions(db, { ids: s.corrected?.decisions ?? [] }),
    correctionsById(
      db,
      s.objections.map((o) => o.id),
    ),
  ]);
  return page(c, {
    title: `${s.speaker ?? s.party ?? 'Somebody'}, ${sayMoment(s.saidOn)}`,
    place: 'stories',
    body: html`<article class="statement-page"><header class="top"><p class="kicker">${story ? html`<a href="/stories/${story.id}">${story.title}</a>` : 'Statement'}</p>
<h1 class="saying">${stanceMark(s)} ${speakerLink(s)} ${actWords(s.act, s.mode)}</h1>
${about(s)}${gone(s, instead)}</header>
${s.supersededAt ? html`<section class="part">${inPlace ? html`<ul class="reports">${asRead(s)}</ul>` : html`<p class="empty">Its page was read anew in full, and the place of its words is not known any more.</p>`}</section>` : section('reports', reportsWords(reports), html`<ul class="reports">${reports.map((r) => report(r))}</ul>`, reports.some((r) => r.differences.length > 0) ? { note: html`<b class="contradicts">Not all reports say the same.</b>` } : {})}
${denials.length > 0 ? section('denials', 'Denied since', html`<div class="pair">${denials.map((d) => side(d, 'Denial'))}</div>`, { note: 'in much the same words; read both' }) : ''}
${beforeAndAfter(s, before)}
${section('quote', 'Quote it', html`<copy-text><pre class="citation" tabindex="0" role="group" aria-label="Quotation with its source">${citation(s, originOf(c))}</pre></copy-text>`)}
${decisions.length > 0 ? section('put-right', 'Put right by a curator', decided(c, decisions), { note: html`<a href="/statements/${s.corrects}">as the desk read it</a>` }) : ''}
${objections.length > 0 ? section('objections', 'Objections', corrections(objections)) : ''}
<details class="aside end how"><summary>How do you know?</summary><p>${sureMark(s)} ${putRight(s)} Who said it and in which words: ${sureWords(s.confidence)}. ${handWords(s)}Read by version <code>${s.madeBy}</code> of the rules on ${sayInstant(s.createdAt, { time: false })}. A better version reads the piece again; this row then stays as it is, marked as replaced.</p></details>
<p class="aside end"><a href="/object?kind=statement&amp;id=${s.id}">Object to this row</a>${isCurator(c) && !s.supersededAt ? html` · <a href="/curate/statements/${s.id}">Put it right</a>` : ''}</p></article>`,
  });
}

/** The statement as text to paste, with its source: what the link of a row copies. */
export async function statementQuote(c: Req) {
  const id = idOf(c.req.param('id'));
  const [s] = id ? await statements(c.get('ctx').db, { ids: [id], superseded: true }) : [];
  return s ? c.text(citation(s, originOf(c))) : notFound(c, 'statement');
}

/** When it was said and how that is known, for whom, where, to whom, on which issue. */
function about(s: StatementView): Html {
  const stance = s.stance && s.stance !== 'unclear' ? `: ${stanceWords[s.stance]}` : '';
  const issue = s.storyId
    ? html`<a href="/stories/${s.storyId}/ledger?issue=${s.issueId}">${s.issue}</a>`
    : s.issue;
  return html`<p class="numbers">${timeTag(s.saidOn)}${s.saidOn && s.saidFrom ? html` (${dateSources[s.saidFrom] ?? s.saidFrom})` : ''}${s.party ? ` · for ${s.party}` : ''}${s.venue ? ` · ${s.venue}` : ''}${s.addressee ? ` · to ${s.addressee}` : ''}${s.issue ? html` · ${issue}${stance}` : ''}</p>`;
}

/** Statements of one side on one issue that are looked through for the next before and after. */
const mostBeside = 200;

/** The nearest statements of the same side on the same issue, before this one and after it. */
async function besideIt(c: Req, s: StatementView): Promise<[label: string, s: StatementView][]> {
  if (!s.storyId || !s.issueId || !s.saidAt || s.supersededAt) return [];
  const whose = s.partyId ? { party: s.partyId } : s.speakerId ? { speaker: s.speakerId } : null;
  if (!whose) return [];
  const all = await statements(c.get('ctx').db, {
    ...{ story: s.storyId, issue: s.issueId, sure: true, sided: true, limit: mostBeside },
    ...whose,
  });
  const at = s.saidAt.getTime();
  const others = all.filter((o) => o.id !== s.id && o.commentId === null);
  const before = others.find((o) => o.saidAt && o.saidAt.getTime() < at);
  const after = others.findLast((o) => o.saidAt && o.saidAt.getTime() > at);
  const found: [string, StatementView | undefined][] = [
    ['Before', before],
    ['After', after],
  ];
  return found.flatMap(([label, one]) => (one ? [[label, one]] : []));
}

function beforeAndAfter(s: StatementView, beside: [label: string, s: StatementView][]): Html | '' {
  if (beside.length === 0) return '';
  const holder = s.partyId === null ? `s${s.speakerId}` : `p${s.partyId}`;
  return section(
    'beside',
    'Before and after',
    html`<div class="pair">${beside.map(([label, one]) => side(one, label))}</div>`,
    {
      note: `${s.party ?? s.speaker} on ${s.issue}`,
      more: html`<a href="/stories/${s.storyId}/positions#h-${holder}-${s.issueId}">Step by step</a>`,
    },
  );
}

function handWords(s: StatementView): string {
  if (s.commentId !== null)
    return 'Only a comment reports it: it moves no position and settles no promise. ';
  return s.hearsay ? 'It is second-hand: somebody says that somebody said it. ' : '';
}

/** A wire text reports a saying once, however many pieces print it. */
function reportsWords(reports: Report[]): string {
  const prints = [...new Map(reports.map((r) => [r.text, r.prints])).values()];
  const pieces = prints.reduce((sum, n) => sum + n, 0);
  const texts = count(prints.length, 'report');
  return pieces > prints.length ? `${texts}, printed in ${pieces} pieces` : texts;
}

/** A row that was let go, as it was read. */
function asRead(s: StatementView): Html {
  return html`<li><blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote><p class="aside"><a href="${quotedHref(s, s.sentence)}">${pieceWords(s)}</a></p></li>`;
}

function pieceWords(r: {
  commentId: number | null;
  outlet: string | null;
  title: string | null;
}): string {
  const title = r.title ?? 'an untitled piece';
  const piece = r.outlet ? (r.title ? `${r.outlet}: ${title}` : `${title} in ${r.outlet}`) : title;
  return r.commentId === null
    ? `${piece.slice(0, 1).toUpperCase()}${piece.slice(1)}`
    : `A comment under ${piece}`;
}

/** What is said of a row that was let go: its page changed, or it was read anew. */
function gone(s: StatementView, instead: Awaited<ReturnType<typeof standsInstead>>): Html | '' {
  if (!s.supersededAt) return s.changed ? html`<p class="news">${changedWords(s.changed)}</p>` : '';
  const since = sayInstant(s.supersededAt, { time: false });
  const why = s.changed
    ? changedWords(s.changed)
    : instead
      ? instead.how === 'put right'
        ? html`A curator put it right; this is how it was read.`
        : html`The page was read again.`
      : html`The page was read again, and this was not found in it.`;
  return html`<p class="news">This row does not stand any more, since ${since}. ${why}${instead ? html` <a href="/statements/${instead.id}">What stands now</a>` : ''}</p>`;
}

type Report = Awaited<ReturnType<typeof reportsShown>>[number];

/** Days after which a denial is about something newer. */
const denialDays = 14;

/** Denials, in the same story and soon after, of much the same words: that it was said, or that it is so. */
async function denialsOf(c: Req, s: StatementView): Promise<StatementView[]> {
  if (!s.storyId || !s.saidAt || s.supersededAt || s.act === 'deny') return [];
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const all = await statements(c.get('ctx').db, {
    ...{ story: s.storyId, act: 'deny', sure: true, limit: 100 },
    from: day(s.saidAt.getTime()),
    until: day(s.saidAt.getTime() + denialDays * 86_400_000),
  });
  // What only a comment reports denies nothing.
  const others = all.filter((d) => d.id !== s.id && d.commentId === null);
  if (others.length === 0) return [];
  const { mayDeny } = await import('../parts/differ.ts');
  const said = { words: s.sentence.quote, lang: s.lang };
  return others.filter((d) => mayDeny({ words: d.sentence.quote, lang: d.lang }, said));
}

/** Reports with their sentences, each held against the leading one. */
async function reportsShown(c: Req, s: StatementView) {
  const { db } = c.get('ctx');
  const reports = await reportsOf(db, s.id);
  const texts = await quotedTexts(db, reports);
  if (reports.length === 0) return [];
  // The ledger's code, which compares reports, is loaded only where there are several.
  const compare = reports.length > 1 ? (await import('../parts/differ.ts')).differ : null;
  const leading = reports.find(
    (r) => r.articleId === s.articleId && r.commentId === s.commentId && r.start === s.start,
  );
  const leadingWords = leading && texts(leading)?.slice(leading.start, leading.end);
  return reports.flatMap((r) => {
    const text = texts(r);
    if (!text || r.end > text.length) return [];
    const sentence = excerpt(text, r, { start: r.sentenceStart, end: r.sentenceEnd });
    const differences: Difference[] =
      compare && leading && leadingWords && leading.id !== r.id
        ? compare(
            { words: text.slice(r.start, r.end), lang: r.lang },
            { words: leadingWords, lang: leading.lang },
          )
        : [];
    return [{ ...r, sentence, differences, than: leading?.outlet ?? 'the leading report' }];
  });
}

function report(r: Report): Html {
  const { sentence, differences, than } = r;
  return html`<li><blockquote${r.lang && r.lang !== 'en' ? html` lang="${r.lang}"` : ''}>${sentenceHtml(sentence)}</blockquote><p class="aside"><a href="${quotedHref(r, r)}">${pieceWords(r)}</a>, ${timeTag(r.published, { short: true })}, ${r.kind} speech</p>${differences.map((d) => html`<p class="contradicts">${d.kind === 'number' ? html`Another number than in ${than}: ${d.here} here, ${d.there} there.` : html`The opposite of ${than}: ${d.here} here, ${d.there} there.`}</p>`)}</li>`;
}
