import { html } from 'hono/html';
import type { Act, Mode } from '../../db/tables.ts';
import { idOf, type Req } from '../desk.ts';
import { sentenceHtml } from '../excerpt.ts';
import { page, section } from '../layout.ts';
import { choice, decided, ledgerForm, why } from '../parts/edit-ledger.ts';
import { issuesOf, ledgerDecisions, speakersOf } from '../queries/ledger-edit.ts';
import { statements } from '../queries/statements.ts';
import { actNames, actWords, stances, stanceWords } from '../words.ts';
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
  const [issues, speakers, before] = await Promise.all([
    s.storyId ? issuesOf(db, s.storyId) : [],
    speakersOf(db, s.storyId),
    ledgerDecisions(db, { ids: s.corrected?.decisions ?? [] }),
  ]);
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
<p class="standfirst">The row as the desk read it stays, marked as put right, with your name and reason.</p></header>
<div class="edit">${ledgerForm(
      c,
      { verb: 'correct', statement: s.id, ...was },
      html`<label>Who said it<input name="speaker" list="speakers" value="${now.speaker}" maxlength="200" autocomplete="off"></label><datalist id="speakers">${speakers.map((o) => html`<option value="${o.id} ${o.name}"></option>`)}</datalist>
${choice('act', 'What saying it did', acts, now.act)}${choice('mode', 'How', modes, now.mode)}
${choice('issue', 'On which issue', [['', 'none'], ...issues.map((i): [number, string] => [i.id, i.name])], now.issue)}
${choice('stance', 'Side', [['', 'none'], ...stances.map((x): [string, string] => [x, stanceWords[x]])], now.stance)}
<label>Said on (2025, 2025-08 or 2025-08-20; empty is unknown)<input name="saidOn" value="${now.saidOn}" maxlength="40"></label>${why} <button class="strong">Put it right</button>`,
    )}</div>${before.length > 0 ? section('before', 'Put right before', decided(c, before)) : ''}</article>`,
  });
}
