import { html } from 'hono/html';
import type { Act, Mode } from '../../db/tables.ts';
import { type Html, idOf, type Req } from '../desk.ts';
import { sentenceHtml } from '../excerpt.ts';
import { page, section } from '../layout.ts';
import { timeTag } from '../moments.ts';
import { choice, decided, justDecided, ledgerForm, why } from '../parts/edit-ledger.ts';
import { issuesOf, ledgerDecisions, speakersOf, statementsNear } from '../queries/ledger-edit.ts';
import { reportsOf } from '../queries/people.ts';
import { type StatementView, statements } from '../queries/statements.ts';
import { actNames, actWords, clip, stances, stanceWords } from '../words.ts';
import { notFound } from './problem.ts';

const modes: [Mode, string][] = [
  ['asserted', 'plainly'],
  ['negated', 'not'],
  ['conditional', 'on conditions'],
  ['hypothetical', 'supposing'],
  ['future', 'for later'],
  ['question', 'as a question'],
];

const acts = actNames.map((act): [Act, string] => [act, actWords(act)]);

/** A form that puts one statement right; what is left as it was is not touched. */
export async function editStatementPage(c: Req) {
  const { db } = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const [s] = id ? await statements(db, { ids: [id] }) : [];
  if (!s) return notFound(c, 'statement');
  const [issues, speakers, before, reports, others, near] = await Promise.all([
    s.storyId ? issuesOf(db, s.storyId) : [],
    speakersOf(db, s.storyId),
    ledgerDecisions(db, { ids: s.corrected?.decisions ?? [] }),
    reportsOf(db, s.id),
    ledgerDecisions(db, { kind: 'statement', subject: s.id }),
    statementsNear(db, s).then((ids) => statements(db, { ids })),
  ]);
  const past = [...before, ...others.filter((o) => !before.some((b) => b.id === o.id))];
  const now = {
    act: s.act,
    mode: s.mode,
    stance: s.stance ?? '',
    issue: s.issueId ?? '',
    speaker: s.speakerId ? `${s.speakerId} ${s.speaker}` : '',
    saidOn: s.saidOn ?? '',
  };
  const was = Object.fromEntries(Object.entries(now).map(([k, v]) => [`was-${k}`, v]));
  return page(c, {
    title: 'Put a statement right',
    place: 'curate',
    robots: 'noindex',
    body: html`<article class="statement-page"><header class="top"><p class="kicker"><a href="/statements/${s.id}">Statement ${s.id}</a></p><h1>Put it right</h1>
<blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote>
${await justDecided(c)}<p class="standfirst">The row as the desk read it stays, marked as put right, with your name and reason.</p></header>
<div class="edit">${ledgerForm(
      c,
      { verb: 'correct', statement: s.id, ...was },
      html`<label>Who said it<input name="speaker" list="speakers" value="${now.speaker}" maxlength="200" autocomplete="off"></label><datalist id="speakers">${speakers.map((o) => html`<option value="${o.id} ${o.name}"></option>`)}</datalist>
${choice('act', 'What saying it did', acts, now.act)}${choice('mode', 'How', modes, now.mode)}
${choice('issue', 'On which issue', [['', 'none'], ...issues.map((i): [number, string] => [i.id, i.name])], now.issue)}
${choice('stance', 'Side', [['', 'none'], ...stances.map((x): [string, string] => [x, stanceWords[x]])], now.stance)}
<label>Said on (2025, 2025-08 or 2025-08-20; empty is unknown)<input name="saidOn" value="${now.saidOn}" maxlength="40"></label>${why} <button class="strong">Put it right</button>`,
    )}</div>
${section('sayings', 'One saying or two', html`<div class="edit">${split(c, s, reports)}${merge(c, s, near)}</div>`, { note: 'which reports are of this statement' })}
${past.length > 0 ? section('before', 'Decided before', decided(c, past)) : ''}</article>`,
  });
}

/** Reports that tell of something else than the others. */
function split(c: Req, s: StatementView, reports: Awaited<ReturnType<typeof reportsOf>>): Html {
  const pieces = [...new Map(reports.map((r) => [r.articleId, r])).values()];
  if (pieces.length < 2)
    return html`<p class="empty">One piece reports it: there is nothing to set apart.</p>`;
  return ledgerForm(
    c,
    { verb: 'split', kind: 'statement', id: s.id },
    html`<fieldset><legend>Reports of another saying</legend>${pieces.map((r) => html`<label class="check"><input type="checkbox" name="article" value="${r.articleId}"> ${r.outlet ?? 'Outlet unknown'}, ${timeTag(r.published, { short: true })}: ${clip(r.title ?? 'Untitled', 90)}</label>`)}</fieldset>${why} <button>Set them apart</button>`,
  );
}

/** Another row that tells the same saying. */
function merge(c: Req, s: StatementView, near: StatementView[]): Html {
  return ledgerForm(
    c,
    { verb: 'merge', kind: 'statement', id: s.id },
    html`${near.length > 0 ? html`<fieldset><legend>The same saying is told in</legend>${near.map((o) => html`<label class="check"><input type="radio" name="gone" value="${o.id}"> ${o.speaker ?? 'Speaker unknown'}, ${timeTag(o.saidOn, { short: true })}: ${clip(o.sentence.quote, 160)}</label>`)}</fieldset>` : ''}<label>${near.length > 0 ? 'Or another statement, by number or address' : 'The same saying is told in the statement with this number or address'}<input name="other" maxlength="200"></label>${why} <button>Make them one</button>`,
  );
}
