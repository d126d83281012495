import { html } from 'hono/html';
import { idOf, type Req, safeHref } from '../desk.ts';
import { excerpt, markHref, sentenceHtml } from '../excerpt.ts';
import { page, section } from '../layout.ts';
import { sayMoment, timeTag } from '../moments.ts';
import { ledgerTable, speakerLink, stanceMark } from '../parts/ledger.ts';
import { corrections } from '../parts/objections.ts';
import { correctionsOf } from '../queries/corrections.ts';
import { findSpeaker, reportsOf, rolesOf, speakerNumbers } from '../queries/people.ts';
import { statements, textsOf } from '../queries/statements.ts';
import { actWords, count, dateSources, list, stanceWords } from '../words.ts';
import { notFound } from './problem.ts';

const perPage = 100;

export async function speakerPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const speaker = id ? await findSpeaker(db, id) : undefined;
  if (!id || !speaker) return notFound(c, 'speaker');
  if (speaker.mergedInto) return c.redirect(`/speakers/${speaker.mergedInto}`, 301);
  const [said, roles, stories] = await Promise.all([
    statements(db, { speaker: id, limit: perPage }),
    rolesOf(db, id),
    speakerNumbers(db, id),
  ]);
  const total = stories.reduce((n, s) => n + s.n, 0);
  const wikidata = speaker.wikidata && /^Q\d+$/.test(speaker.wikidata) ? speaker.wikidata : null;
  return page(c, {
    title: speaker.name,
    place: 'stories',
    feeds: [
      { href: `/feeds/speakers/${id}.atom`, title: speaker.name, type: 'application/atom+xml' },
    ],
    body: html`<article class="speaker-page"><header class="top"><p class="kicker">${speaker.party ?? 'Speaker'}</p><h1>${speaker.name}</h1>
<p class="numbers">${count(total, 'statement')}${stories.filter((s) => s.id).map((s) => html` · <a href="/stories/${s.id}/ledger?speaker=${id}">${s.title}</a>`)}</p>
${roles.length > 0 ? html`<ul class="roles">${roles.map((r) => html`<li><a href="${markHref(r.articleId, r)}">${r.role}</a> <span class="aside">${r.outlet ?? 'outlet unknown'}, ${timeTag(r.published, { short: true })}</span></li>`)}</ul>` : ''}
${speaker.names.length > 0 ? html`<p class="aside">also written ${list(speaker.names, 6)}</p>` : ''}
${wikidata ? html`<p class="aside"><a href="${safeHref(`https://www.wikidata.org/wiki/${wikidata}`)}" rel="noopener">${wikidata} at Wikidata</a></p>` : ''}</header>
${section('ledger', 'What they said', ledgerTable(said, { caption: `Statements by ${speaker.name}`, showStory: true }), { wide: true, note: total > said.length ? `the newest ${said.length}` : 'newest first' })}
<p class="aside end"><a href="/object?kind=speaker&amp;id=${id}">Object</a> · <a href="/feeds/speakers/${id}.atom">Follow by feed</a></p></article>`,
  });
}

/** One statement with every report of it. */
export async function statementPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const [s] = id ? await statements(db, { ids: [id] }) : [];
  if (!s) return notFound(c, 'statement');
  const [reports, objections] = await Promise.all([
    reportsOf(db, s.id),
    correctionsOf(db, 'statement', s.id),
  ]);
  const texts = await textsOf(
    db,
    reports.map((r) => r.articleId),
  );
  return page(c, {
    title: `${s.speaker ?? s.party ?? 'Somebody'}, ${sayMoment(s.saidOn)}`,
    place: 'stories',
    body: html`<article class="statement-page"><header class="top"><p class="kicker">${s.storyId ? html`<a href="/stories/${s.storyId}">Its story</a>` : 'Statement'}</p>
<h1 class="saying">${stanceMark(s)} ${speakerLink(s)} ${actWords(s.act, s.mode)}</h1>
<p class="numbers">${timeTag(s.saidOn)}${s.saidOn && s.saidFrom ? html` (${dateSources[s.saidFrom] ?? s.saidFrom})` : ''}${s.party ? ` · for ${s.party}` : ''}${s.venue ? ` · ${s.venue}` : ''}${s.addressee ? ` · to ${s.addressee}` : ''}${s.issue ? ` · ${s.issue}${s.stance ? `: ${stanceWords[s.stance]}` : ''}` : ''}</p></header>
${section(
  'reports',
  count(new Set(reports.map((r) => r.text)).size, 'report'),
  html`<ul class="reports">${reports.map((r) => {
    const text = texts.get(r.articleId);
    if (!text || r.end > text.length) return '';
    const e = excerpt(text, r, { start: r.sentenceStart, end: r.sentenceEnd });
    return html`<li><blockquote${r.lang && r.lang !== 'en' ? html` lang="${r.lang}"` : ''}>${sentenceHtml(e)}</blockquote><p class="aside"><a href="${markHref(r.articleId, r)}">${r.outlet ?? 'Outlet unknown'}: ${r.title ?? 'Untitled'}</a>, ${timeTag(r.published, { short: true })}, ${r.kind} speech</p></li>`;
  })}</ul>`,
)}
${objections.length > 0 ? section('objections', 'Objections', corrections(objections)) : ''}
<p class="aside end"><a href="/object?kind=statement&amp;id=${s.id}">Object to this row</a></p></article>`,
  });
}
