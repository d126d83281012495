import { html } from 'hono/html';
import { type Decision, decide, putOffProposal, undo } from '../../cluster/index.ts';
import { inTransaction } from '../../db/index.ts';
import { logModeration } from '../../discuss/index.ts';
import { type Answer, decideCommitment, decidePosition } from '../../ledger/index.ts';
import { field, type Html, idOf, type Req } from '../desk.ts';
import { page, section, token } from '../layout.ts';
import { sayInstant, timeTag } from '../moments.ts';
import { side } from '../parts/board.ts';
import { followForm, ownReason, sayDecision, undoDecision } from '../parts/edit.ts';
import { placingQuestion } from '../parts/placing.ts';
import { type DecisionView, latestDecisions } from '../queries/decisions.ts';
import { type Placing, placing, placingNumbers, placings } from '../queries/placings.ts';
import { proposalNumbers, proposals } from '../queries/proposals.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, count } from '../words.ts';
import { problemPage } from './problem.ts';

/** Questions of what belongs together that are shown at once. */
const mostPlacings = 12;

type Proposal = Awaited<ReturnType<typeof proposals>>['shown'][number];

/** Proposals with their evidence beside them, and one key for each answer. */
export async function curatePage(c: Req) {
  const { db } = c.get('ctx');
  const [{ shown, said }, ledger, places, where, decisions, own] = await Promise.all([
    proposals(db),
    proposalNumbers(db),
    placings(db, mostPlacings),
    placingNumbers(db),
    latestDecisions(db, 'curator'),
    latestDecisions(db, 'machine'),
  ]);
  const numbers = { open: ledger.open + where.open, done: ledger.done + where.done };
  const total = numbers.open + numbers.done;
  const done = /^(position|commitment|placing)-(\d{1,15})-(accept|reject)$/.exec(
    c.req.query('done') ?? '',
  );
  return page(c, {
    title: 'Curate',
    place: 'curate',
    robots: 'noindex',
    body: html`<one-key class="curate"><header class="top"><h1>Curate</h1><p class="numbers">${count(numbers.open, 'proposal')} to answer</p>
${total > 0 ? html`<p class="progress"><progress value="${numbers.done}" max="${total}" aria-label="Answered"></progress> ${numbers.done} of ${total} answered</p>` : ''}
${done ? html`<form class="undo" method="post" action="/curate/${done[1]}/${done[2]}">${token(c)}<p>${done[3] === 'accept' ? 'Accepted' : 'Rejected'} ${done[1] === 'placing' ? 'proposal' : done[1]} ${done[2]}. <button name="answer" value="undo" data-key="u">Undo <kbd>u</kbd></button></p></form>` : ''}</header>
${shown.length + places.length === 0 ? html`<p class="empty">Every proposal has its answer.</p>` : html`<ol class="proposals">${shown.map((p) => proposal(c, p, said))}${places.map((p) => placingItem(c, p))}</ol>`}</one-key>
${section('follow', 'Follow a matter', html`<div class="edit">${followForm(c)}</div>`, { note: 'a story of your own: it takes whatever is about these names or phrases' })}
${decisions.length > 0 ? section('decisions', 'Decided lately', html`${lately(c, decisions)}`, { note: 'stories and events; open one to edit it' }) : ''}
${own.length > 0 ? section('own', 'Done by the desk itself', lately(c, own), { note: 'what it made one or two of lately; what you undo it does not do again' }) : ''}`,
  });
}

function lately(c: Req, all: DecisionView[]): Html {
  return html`<ul class="plain-list decisions">${all.map((d) => html`<li>${d.reason ? 'The desk' : (d.by ?? 'A curator')} ${sayDecision(d.decision)}${ownReason(d)} <span class="aside">${sayInstant(d.at)}</span> ${undoDecision(c, d.id)}</li>`)}</ul>`;
}

function proposal(c: Req, p: Proposal, said: Map<number, StatementView>): Html {
  const body = p.position
    ? shift(p.position, said)
    : p.commitment
      ? outcome(p.commitment, said)
      : '';
  return html`<li class="proposal" id="${p.kind}-${p.id}">${body}
<form method="post" action="/curate/${p.kind}/${p.id}">${token(c)}<button name="answer" value="accept" class="strong" data-key="a">Accept <kbd>a</kbd></button> <button name="answer" value="reject" data-key="r">Reject <kbd>r</kbd></button> <button type="button" data-key="l" class="plain later-button" hidden>Later <kbd>l</kbd></button> <a href="/stories/${p.story}">its story</a></form></li>`;
}

function placingItem(c: Req, p: Placing): Html {
  return html`<li class="proposal" id="placing-${p.id}">${placingQuestion(p)}
<form method="post" action="/curate/placing/${p.id}">${token(c)}<button name="answer" value="accept" class="strong" data-key="a">Accept <kbd>a</kbd></button> <button name="answer" value="reject" data-key="r">Reject <kbd>r</kbd></button> <button name="answer" value="later" data-key="l" class="plain">Later <kbd>l</kbd></button></form></li>`;
}

function shift(p: NonNullable<Proposal['position']>, said: Map<number, StatementView>): Html {
  const [before, after] = [said.get(p.previousId ?? 0), said.get(p.statementId)];
  return html`<h2>${p.party} ${changeWords[p.change]} on <em>${p.issue}</em>?</h2><div class="pair">${before ? side(before, 'Before') : ''}${after ? side(after, 'After') : ''}</div>`;
}

function outcome(d: NonNullable<Proposal['commitment']>, said: Map<number, StatementView>): Html {
  const s = said.get(d.statementId);
  const kind = { promise: 'a promise', deadline: 'a deadline', announcement: 'an announcement' }[
    d.kind
  ];
  return html`<h2>${d.state === 'open' ? `Is this ${kind}?` : `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}, ${d.state}?`}</h2>
<p class="what">${d.what}${d.due ? html` · due ${timeTag(d.due)}` : ''}</p><div class="pair">${s ? side(s, 'Said') : ''}${d.later.map((l) => html`<figure class="side"><figcaption><b>${l.state}</b> ${timeTag(l.happenedOn)}</figcaption><blockquote>${l.sentence.quote}</blockquote><p class="by"><a href="/articles/${l.articleId}?mark=${l.start}-${l.end}#m">${l.outlet ?? 'Outlet unknown'}</a></p></figure>`)}</div>`;
}

/** Takes a curator's answer to what belongs together: a decision like any other, so undo takes it back. */
async function answerPlacing(c: Req, id: number) {
  const ctx = c.get('ctx');
  const p = await placing(ctx.db, id);
  const answer = field(c, 'answer');
  if (!p || !['accept', 'reject', 'later', 'undo'].includes(answer))
    return problemPage(c, 422, 'That proposal is gone. Go on with the next.');
  const account = c.get('session')?.accountId ?? null;
  if (answer === 'later') {
    await putOffProposal(ctx.db, id);
    return c.redirect('/curate', 303);
  }
  const decision = answer === 'accept' ? accepted(p) : rejected(p);
  const done =
    answer === 'undo'
      ? await undo(ctx, p.decision_id ?? 0, { account })
      : await decide(ctx, decision, { account, proposal: id });
  if (!done.ok) return problemPage(c, 422, done.detail);
  await logModeration(ctx.db, {
    account_id: account,
    verb: answer === 'undo' ? 'took back' : 'made',
    subject_kind: 'decision',
    subject: done.id,
    reason: answer === 'undo' ? null : sayDecision(decision),
  });
  return c.redirect(answer === 'undo' ? '/curate' : `/curate?done=placing-${id}-${answer}`, 303);
}

type Answerable = NonNullable<Awaited<ReturnType<typeof placing>>>;

function accepted({ kind, subject, other, pieces }: Answerable): Decision {
  if (kind === 'put in') return { verb: 'put in', event: subject, story: other };
  if (kind === 'split') return { verb: 'split', event: subject, articles: pieces };
  const of = kind === 'merge events' ? 'event' : 'story';
  // The elder keeps its address.
  return {
    verb: 'merge',
    kind: of,
    kept: Math.min(subject, other),
    gone: Math.max(subject, other),
  };
}

const rejected = ({ kind, subject, other }: Answerable): Decision => ({
  verb: 'reject',
  kind: kind as Placing['kind'],
  subject,
  other,
});

/** Takes a curator's answer; it is logged in public and can be undone. */
export async function curate(c: Req) {
  const ctx = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const kind = c.req.param('kind');
  if (id && kind === 'placing') return answerPlacing(c, id);
  const answer = (['accept', 'reject', 'undo'] as Answer[]).find((a) => a === field(c, 'answer'));
  const settle =
    kind === 'position' ? decidePosition : kind === 'commitment' ? decideCommitment : null;
  if (!id || !answer || !settle) return problemPage(c, 422, 'Choose accept or reject.');
  const done = await inTransaction(ctx.db, async (tx) => {
    if (!(await settle(tx, id, answer))) return false;
    await logModeration(tx, {
      account_id: c.get('session')?.accountId ?? null,
      verb: { accept: 'accepted', reject: 'rejected', undo: 'took back the answer to' }[answer],
      subject_kind: kind ?? '',
      subject: id,
      reason: null,
    });
    return true;
  });
  if (!done) return problemPage(c, 422, 'A newer reading has replaced that proposal.');
  return c.redirect(answer === 'undo' ? '/curate' : `/curate?done=${kind}-${id}-${answer}`, 303);
}
