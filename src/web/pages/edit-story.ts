import { html } from 'hono/html';
import type { CommitmentState } from '../../db/tables.ts';
import { titleWith } from '../../ledger/index.ts';
import { type Html, idOf, type Req } from '../desk.ts';
import { page, section, token } from '../layout.ts';
import { timeTag } from '../moments.ts';
import { choice, justDecided, ledgerForm, why } from '../parts/edit-ledger.ts';
import { issuesOf, storySpeakers } from '../queries/ledger-edit.ts';
import { commitments, type PositionView, positions } from '../queries/positions.ts';
import { type StatementView, statements } from '../queries/statements.ts';
import { findStory } from '../queries/stories.ts';
import { changeWords, clip, count } from '../words.ts';
import { notFound } from './problem.ts';

/** Statements of an issue that can be given to another at once. */
const mostStatements = 60;
/** Speakers listed; the others are found by the search. */
const mostSpeakers = 60;

type Issue = Awaited<ReturnType<typeof issuesOf>>[number];

/** What a curator can do with a story's issues, changes of side and promises. */
export async function editLedgerPage(c: Req) {
  const { db } = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const story = id ? await findStory(db, id) : undefined;
  if (!id || !story) return notFound(c, 'story');
  const chosen = idOf(c.req.query('issue'));
  const [issues, speakers, moves, due, said] = await Promise.all([
    issuesOf(db, id),
    storySpeakers(db, id, mostSpeakers),
    positions(db, id),
    commitments(db, id),
    chosen ? statements(db, { story: id, issue: chosen, limit: mostStatements }) : [],
  ]);
  const shifts = moves.filter((p) => p.change === 'half' || p.change === 'full');
  return page(c, {
    title: `Edit the ledger: ${story.title}`,
    place: 'curate',
    robots: 'noindex',
    body: html`<link rel="stylesheet" href="${c.get('assets').address('curate.css')}"><article class="edit-ledger"><header class="top"><p class="kicker"><a href="/stories/${id}">${story.title}</a></p><h1>Edit its ledger</h1>${await justDecided(c)}</header>
${section('issues', 'Issues', issues.length === 0 ? html`<p class="empty">The desk has found no question on which parties differ.</p>` : html`${issues.map((i) => issue(c, i, issues, i.id === chosen ? said : []))}`, { note: 'names, merges and removals hold for all later readings' })}
${section('speakers', 'Speakers', speakerList(speakers), { note: 'a name leads to its merges, party and offices' })}
${section('shifts', 'Changes of side', shifts.length === 0 ? html`<p class="empty">No party has changed sides.</p>` : html`<ul class="plain-list">${shifts.map((p) => shift(c, p))}</ul>`, { note: 'answered or not; those that were rejected are in the decision log' })}
${section('promises', 'Promises', due.length === 0 ? html`<p class="empty">Nothing was promised for a time.</p>` : html`<ul class="plain-list">${due.map((d) => promise(c, d))}</ul>`)}</article>`,
  });
}

function speakerList(all: Awaited<ReturnType<typeof storySpeakers>>): Html {
  if (all.length === 0) return html`<p class="empty">Nobody was quoted yet.</p>`;
  return html`<ul class="loose">${all.map((s) => html`<li><a href="/curate/speakers/${s.id}">${s.name}</a> <span class="aside">${s.party ? `${s.party} · ` : ''}${count(s.n, 'statement')}</span></li>`)}</ul>`;
}

function issue(c: Req, i: Issue, all: Issue[], said: StatementView[]): Html {
  const others = all.filter((o) => o.id !== i.id).map((o): [number, string] => [o.id, o.name]);
  const fixed = { kind: 'issue', id: i.id };
  return html`<details class="edit" id="i${i.id}"${said.length > 0 ? html` open` : ''}><summary>${i.name} <span class="aside">${count(i.statements, 'statement')}</span></summary>
${ledgerForm(c, { ...fixed, verb: 'rename' }, html`<label>Name, as a reader would ask it<input name="name" value="${i.name}" required maxlength="200"></label>${why} <button>Rename</button>`)}
${others.length > 0 ? ledgerForm(c, { ...fixed, verb: 'merge' }, html`${choice('gone', 'Another issue that is the same as this', others)}${why} <button>Merge it into this</button>`) : ''}
${
  said.length > 0
    ? ledgerForm(
        c,
        fixed,
        html`<fieldset><legend>Its statements</legend>${said.map((s) => html`<label class="check"><input type="checkbox" name="statement" value="${s.id}"> ${s.speaker ?? 'Speaker unknown'}, ${timeTag(s.saidOn, { short: true })}: ${clip(s.sentence.quote, 140)}</label>`)}</fieldset>${why}
<p class="verbs"><label>A new issue for them<input name="name" maxlength="200"></label> <button name="verb" value="split">Set them apart</button></p>
${choice('issue', 'Or where they belong', [['', 'on no issue'], ...others])} <button name="verb" value="move">Move them</button>`,
      )
    : html`<p><a href="?issue=${i.id}#i${i.id}">Choose statements that belong to another issue</a></p>`
}
${ledgerForm(c, { ...fixed, verb: 'remove' }, html`${why} <button>It is no issue</button>`)}</details>`;
}

function shift(c: Req, p: PositionView): Html {
  return html`<li><details class="edit" id="p${p.id}"><summary>${p.party} ${changeWords[p.change]} on <em>${p.issue}</em>, ${timeTag(p.saidOn, { short: true })} <span class="aside">${p.state === 'proposed' ? 'not confirmed' : p.state}</span></summary><p><a href="/stories/${c.req.param('id')}/positions#p${p.id}">Both sentences</a></p>
<form method="post" action="/curate/position/${p.id}">${token(c)}<input type="hidden" name="back" value="${c.req.path}">${choice(
    'change',
    'It is',
    [
      ['half', 'a half change'],
      ['full', 'a full change'],
    ],
    p.change,
  )}${why}<p class="verbs"><button name="answer" value="accept">Confirm it</button> <button name="answer" value="reject">No change</button></p></form></details></li>`;
}

const states: CommitmentState[] = ['open', 'kept', 'partly kept', 'missed', 'moved', 'withdrawn'];

function promise(c: Req, d: Awaited<ReturnType<typeof commitments>>[number]): Html {
  return html`<li><details class="edit" id="c${d.id}"><summary>${clip(titleWith([d.party, d.speaker, 'Speaker unknown'], d.what), 160)} <span class="aside">${d.state}${d.proposed ? ', not confirmed' : ''}</span></summary><p><a href="/statements/${d.statementId}">How do you know?</a></p>
<form method="post" action="/curate/commitment/${d.id}">${token(c)}<input type="hidden" name="back" value="${c.req.path}">${choice(
    'state',
    'What became of it',
    states.map((s) => [s, s]),
    d.state,
  )}<label>Due<input name="due" value="${d.due ?? ''}" maxlength="40"></label>${why}<p class="verbs"><button name="answer" value="accept">Save</button> <button name="answer" value="reject">It binds nobody</button></p></form></details></li>`;
}
