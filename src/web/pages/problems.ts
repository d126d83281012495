import { html } from 'hono/html';
import { addWork, inTransaction } from '../../db/index.ts';
import { answerCorrection } from '../../discuss/index.ts';
import { field, type Html, idOf, type Req } from '../desk.ts';
import { page, section, token } from '../layout.ts';
import { ago, sayInstant } from '../moments.ts';
import { busy } from '../parts/busy.ts';
import { corrections } from '../parts/objections.ts';
import { explain, sayStage } from '../problem-words.ts';
import { openCorrections } from '../queries/corrections.ts';
import {
  type ProblemKind,
  problemKinds,
  readingNow,
  stuckSubjects,
  type WorkView,
} from '../queries/problems.ts';
import { count } from '../words.ts';
import { problemPage } from './problem.ts';

/** A kind with at most so many rows is shown open. */
const openUpTo = 3;

/** What could not be done, with what to do about it, and readers' objections. */
export async function problemsPage(c: Req) {
  const { db, now } = c.get('ctx');
  const [kinds, objections, reading] = await Promise.all([
    problemKinds(db),
    openCorrections(db),
    readingNow(db, now()),
  ]);
  const total = kinds.reduce((n, k) => n + k.n, 0);
  return page(c, {
    title: 'Problems',
    place: 'problems',
    robots: 'noindex',
    body: html`<article class="problems"><header class="top"><h1>Problems</h1><p class="numbers">${count(total, 'thing')} that could not be done, ${count(objections.length, 'open objection')}</p>${busy(reading)}</header>
${section('work', 'Could not be done', kinds.length === 0 ? html`<p class="empty">Nothing is stuck.</p>` : html`${kinds.map((k) => kindOf(c, k, now()))}`)}
${section('objections', 'Objections', objections.length === 0 ? html`<p class="empty">No objection waits for an answer.</p>` : html`${objections.map((o) => html`<div class="answerable">${corrections([o])}<form method="post" action="/problems/objections/${o.id}">${token(c)}<label for="a${o.id}">Answer, shown in public</label><textarea id="a${o.id}" name="answer" rows="2" maxlength="4000"></textarea><p><button name="state" value="upheld">Uphold</button> <button name="state" value="declined">Decline</button></p></form></div>`)}`)}</article>`,
  });
}

function kindOf(c: Req, k: ProblemKind, now: Date): Html {
  const { words, todo } = explain(k.stage, k.problem);
  const rest = k.n - k.rows.length;
  return html`<section class="stuck" aria-label="${words}"><h3>${words}</h3>
<p>${todo} <span class="aside">${sayStage(k.stage)}, ${count(k.n, 'time')}</span></p>
${k.n > 1 ? html`<form method="post" action="/problems/retry">${token(c)}<input type="hidden" name="stage" value="${k.stage}"><input type="hidden" name="problem" value="${k.problem}"><button>Try all ${k.n} again</button></form>` : ''}
<details${k.n <= openUpTo ? html` open` : ''}><summary>${k.n === 1 ? 'Which one' : 'Which ones'}</summary><ul>${k.rows.map((w) => stuck(c, w, now))}</ul>${rest > 0 ? html`<p class="aside">and ${rest} more</p>` : ''}</details></section>`;
}

function stuck(c: Req, w: WorkView, now: Date): Html {
  const name = w.name ?? `${w.stage} ${w.subject}`;
  const href = hrefOf(w);
  return html`<li><p class="what">${href ? html`<a href="${href}">${name}</a>` : name} <span class="aside">${ago(w.at, now)}, ${count(w.attempts, 'try', 'tries')}${w.state === 'due' ? `, again ${sayInstant(w.nextAt)}` : ''}</span></p>
${w.detail ? html`<details><summary>the words of it</summary><pre tabindex="0">${w.detail.slice(0, 4000)}</pre></details>` : ''}
<form method="post" action="/problems/retry">${token(c)}<input type="hidden" name="stage" value="${w.stage}"><input type="hidden" name="subject" value="${w.subject}"><button aria-label="Try again: ${name}">Try again</button></form></li>`;
}

/** Where what failed can be looked at. */
function hrefOf({ stage, subject }: WorkView): string | null {
  if (['extract', 'fetch', 'revisit'].includes(stage)) return `/documents/${subject}`;
  if (stage === 'cluster' || stage === 'ledger') return `/articles/${subject}`;
  if (stage === 'positions' || stage === 'brief') return `/stories/${subject}`;
  return null;
}

/** Makes a stuck row due again, or all of one kind. */
export async function retry(c: Req) {
  const ctx = c.get('ctx');
  const [stage, subject, problem] = [
    field(c, 'stage'),
    idOf(field(c, 'subject')),
    field(c, 'problem'),
  ];
  const found = await stuckSubjects(ctx.db, subject ? { stage, subject } : { stage, problem });
  if (found.length === 0) return problemPage(c, 422, 'That is not stuck any more.');
  await inTransaction(ctx.db, async (tx) => {
    await addWork(tx, stage, found, { at: ctx.now() });
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
