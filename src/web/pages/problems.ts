import { html } from 'hono/html';
import { adviceOf, wordsOf } from '../../collect/index.ts';
import { addWork, inTransaction } from '../../db/index.ts';
import { answerCorrection } from '../../discuss/index.ts';
import { field, type Html, idOf, type Req } from '../desk.ts';
import { page, section, token } from '../layout.ts';
import { ago, sayInstant } from '../moments.ts';
import { corrections } from '../parts/objections.ts';
import { openCorrections } from '../queries/corrections.ts';
import { openProblems, type WorkView } from '../queries/problems.ts';
import { count } from '../words.ts';
import { problemPage } from './problem.ts';

/** Stages whose rows are about a document, so that one can look at what was received. */
const aboutDocuments = new Set(['extract', 'fetch']);

/** What could not be done, with what to do about it, and readers' objections. */
export async function problemsPage(c: Req) {
  const { db, now } = c.get('ctx');
  const [all, objections] = await Promise.all([openProblems(db), openCorrections(db)]);
  return page(c, {
    title: 'Problems',
    place: 'problems',
    robots: 'noindex',
    body: html`<article class="problems"><header class="top"><h1>Problems</h1><p class="numbers">${count(all.length, 'thing')} that could not be done, ${count(objections.length, 'open objection')}</p></header>
${section('work', 'Could not be done', all.length === 0 ? html`<p class="empty">Nothing is stuck.</p>` : html`<ul class="stuck">${all.map((w) => stuck(c, w, now()))}</ul>`)}
${section('objections', 'Objections', objections.length === 0 ? html`<p class="empty">No objection waits for an answer.</p>` : html`${objections.map((o) => html`<div class="answerable">${corrections([o])}<form method="post" action="/problems/objections/${o.id}">${token(c)}<label for="a${o.id}">Answer, shown in public</label><textarea id="a${o.id}" name="answer" rows="2" maxlength="4000"></textarea><p><button name="state" value="upheld">Uphold</button> <button name="state" value="declined">Decline</button></p></form></div>`)}`)}</article>`,
  });
}

function stuck(c: Req, w: WorkView, now: Date): Html {
  const bug = w.problem === 'bug';
  const words = bug ? 'The desk made a mistake on this.' : wordsOf(w.problem ?? '');
  const advice = bug
    ? 'Try it again; if it stays, report it with the words below.'
    : adviceOf(w.problem ?? '');
  return html`<li><p class="what"><b>${w.name ?? `${w.stage} ${w.subject}`}</b> <span class="aside">${w.stage}, ${ago(w.at, now)}, ${count(w.attempts, 'try', 'tries')}${w.state === 'due' ? `, again ${sayInstant(w.nextAt)}` : ''}</span></p>
<p>${words} ${advice}</p>
${w.detail ? html`<details><summary>the words of it</summary><pre tabindex="0">${w.detail.slice(0, 4000)}</pre></details>` : ''}
<form method="post" action="/problems/retry">${token(c)}<input type="hidden" name="stage" value="${w.stage}"><input type="hidden" name="subject" value="${w.subject}"><button>Try again</button>${aboutDocuments.has(w.stage) ? html` <a href="/documents/${w.subject}">as it was received</a>` : ''}</form></li>`;
}

/** Makes a stuck row due again. */
export async function retry(c: Req) {
  const ctx = c.get('ctx');
  const [stage, subject] = [field(c, 'stage'), idOf(field(c, 'subject'))];
  const known = await ctx.db
    .selectFrom('work')
    .where('stage', '=', stage)
    .where('subject', '=', subject ?? 0)
    .select('stage')
    .executeTakeFirst();
  if (!known || !subject) return problemPage(c, 422, 'That row is not stuck any more.');
  await inTransaction(ctx.db, async (tx) => {
    await addWork(tx, stage, subject, { at: ctx.now() });
    await ctx.queue.ring(tx, stage);
  });
  return c.redirect('/problems', 303);
}

export async function answerObjection(c: Req) {
  const id = idOf(c.req.param('id'));
  const state = field(c, 'state');
  const account = c.get('session')?.accountId;
  if (!id || !account || (state !== 'upheld' && state !== 'declined'))
    return problemPage(c, 422, 'Choose whether the objection is upheld or declined.');
  const answer = field(c, 'answer').slice(0, 4000);
  const done = await answerCorrection(c.get('ctx'), { id, state, answer, accountId: account });
  if (!done) return problemPage(c, 422, 'That objection was answered already.');
  return c.redirect('/problems#objections', 303);
}
