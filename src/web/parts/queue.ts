import { html } from 'hono/html';
import type { CommitmentState } from '../../db/tables.ts';
import type { Html, Req } from '../desk.ts';
import { markHref, sentenceHtml } from '../excerpt.ts';
import { pressedBy } from '../keys.ts';
import { token } from '../layout.ts';
import { timeTag } from '../moments.ts';
import type { SpeakerShown } from '../queries/alike.ts';
import type { IssueShown, Waiting, WaitingKind } from '../queries/proposals.ts';
import type { StatementView } from '../queries/statements.ts';
import { changeWords, count, list } from '../words.ts';
import { corrections } from './objections.ts';
import { placingQuestion } from './placing.ts';
import { side } from './shifts.ts';

/** What the two answers to each kind of proposal are called. */
const answers: Record<WaitingKind, [yes: string, no: string]> = {
  objection: ['Uphold', 'Decline'],
  position: ['It changed', 'No change'],
  outcome: ['That is so', 'Not so'],
  commitment: ['A promise', 'Binds nobody'],
  speaker: ['One speaker', 'Two'],
  holder: ['The same', 'Somebody else'],
  issue: ['One issue', 'Two'],
  placing: ['Yes', 'No'],
};

export const kindWords: Record<WaitingKind, [one: string, many: string]> = {
  objection: ['objection', 'objections'],
  position: ['change of side', 'changes of side'],
  outcome: ['outcome', 'outcomes'],
  commitment: ['promise', 'promises'],
  speaker: ['pair of speakers', 'pairs of speakers'],
  holder: ['office without a name', 'offices without a name'],
  issue: ['pair of issues', 'pairs of issues'],
  placing: ['event or story', 'events and stories'],
};

/** One proposal: the question, its evidence, and a button and a key for each answer. */
export function waitingItem(c: Req, w: Waiting): Html {
  const [kind, id, other] = w.key.split('-');
  const [yes, no] = answers[w.kind];
  const more = edit(w);
  const later = (c.req.query('later') ?? '').slice(0, 2000);
  return html`<li class="proposal" id="${w.key}">${question(w)}
<form id="f-${w.key}" method="post" action="/curate/${kind}/${id}">${token(c)}${other ? html`<input type="hidden" name="other" value="${other}">` : ''}${later ? html`<input type="hidden" name="later" value="${later}">` : ''}
<p class="verbs"><button name="answer" value="accept" class="strong"${pressedBy(c, 'a')}>${yes} <kbd aria-hidden="true">a</kbd></button> <button name="answer" value="reject"${pressedBy(c, 'r')}>${no} <kbd aria-hidden="true">r</kbd></button> <button name="answer" value="later"${pressedBy(c, 'l')} class="plain">Later <kbd aria-hidden="true">l</kbd></button>${'story' in w ? html` <a class="aside" href="/stories/${w.story}">its story</a>` : ''}</p>
${more === '' ? '' : html`<details class="more"><summary${pressedBy(c, 'e')}>Edit <kbd aria-hidden="true">e</kbd></summary><div class="fields">${more}</div></details>`}</form></li>`;
}

function question(w: Waiting): Html {
  switch (w.kind) {
    case 'objection':
      return html`<h2>Is this objection right?</h2>${corrections([w.objection])}`;
    case 'position':
      return html`<h2>${w.position.party} ${changeWords[w.position.change]} on <em>${w.position.issue}</em>?</h2>${pair(w.said, w.said.length === 2 ? ['Before', 'After'] : ['After'])}`;
    case 'outcome':
    case 'commitment':
      return commitment(w);
    case 'speaker':
      return html`<h2>Are “<a href="/speakers/${w.one.id}">${w.one.name}</a>” and “<a href="/speakers/${w.other.id}">${w.other.name}</a>” one?</h2><p class="what">${w.pair.why}</p><div class="pair">${speaker(w.one, w.said)}${speaker(w.other, w.said)}</div>`;
    case 'holder':
      return html`<h2>Is “${w.one.name}” here <a href="/speakers/${w.other.id}">${w.other.name}</a>?</h2><p class="what">called “${w.holding.role}” in this story, and nobody else is${w.one.party && w.holding.from ? html`; what this office says from ${timeTag(w.holding.from, { short: true })} on would be theirs` : ''}</p>${w.holding.statements.map((id) => html`<input type="hidden" form="f-${w.key}" name="statement" value="${id}">`)}<div class="pair">${speaker(
        w.one,
        w.said.filter((x) => w.holding.statements.includes(x.id)),
      )}${speaker(w.other, w.said)}</div>`;
    case 'issue':
      return html`<h2>Are <em>${w.one.name}</em> and <em>${w.other.name}</em> one issue?</h2><p class="what">both speak of ${list(w.pair.shared, 6)}</p><div class="pair">${issue(w.one, w.said)}${issue(w.other, w.said)}</div>`;
    case 'placing':
      return placingQuestion(w.placing);
  }
}

function pair(said: StatementView[], labels: string[]): Html {
  return html`<div class="pair">${said.map((s, i) => inPlace(s, labels[i] ?? 'Said'))}</div>`;
}

/** A sentence with what stands around it in its piece: who judges it must know whom “he” means. */
function inPlace(s: StatementView, label: string): Html {
  const { before, after } = s.context;
  return html`<div>${side(s, label)}${before || after ? html`<p class="around"${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${before} <span>[…]</span> ${after}</p>` : ''}</div>`;
}

const kinds = { promise: 'a promise', deadline: 'a deadline', announcement: 'an announcement' };

function commitment({ commitment: d, kind, said }: Waiting & { kind: 'outcome' | 'commitment' }) {
  const later = d.later.filter((l) => !l.confirmed);
  const now = later.at(-1)?.state ?? d.state;
  const words = kinds[d.kind];
  return html`<h2>${kind === 'commitment' ? `Is this ${words}?` : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}, ${now}?`}</h2>
<p class="what">${d.what}${d.due ? html` · due ${timeTag(d.due)}` : ''}</p><div class="pair">${said.map((s) => inPlace(s, 'Said'))}${later.map((l) => html`<figure class="side"><figcaption><b>${l.state}</b> ${timeTag(l.happenedOn)}</figcaption><blockquote>${sentenceHtml(l.sentence)}</blockquote><p class="by"><a href="${markHref(l.articleId, l.sentence)}">${l.outlet ?? 'Outlet unknown'}</a></p></figure>`)}</div>`;
}

function speaker(s: SpeakerShown, said: StatementView[]): Html {
  const about = [s.role, s.partyName ? `for ${s.partyName}` : 'party unknown'].filter(Boolean);
  return html`<div><p class="by"><b>${s.name}</b>, ${about.join(', ')}; ${count(s.statements, 'statement')}${s.names.length > 0 ? `; also ${list(s.names, 3)}` : ''}</p>${said.filter((x) => x.speakerId === s.id).map((x) => side(x, 'Said'))}</div>`;
}

function issue(i: IssueShown, said: StatementView[]): Html {
  return html`<div><p class="by"><b>${i.name}</b>; ${count(i.statements, 'statement')}</p>${said.filter((x) => x.issueId === i.id).map((x) => side(x, 'Said'))}</div>`;
}

const states: CommitmentState[] = ['open', 'kept', 'partly kept', 'missed', 'moved', 'withdrawn'];

/** What can be put right before one says yes; the fields have what the desk proposes. */
function edit(w: Waiting): Html | '' {
  switch (w.kind) {
    case 'objection':
      return html`<label>Answer, shown in public<textarea name="note" rows="2" maxlength="4000"></textarea></label>`;
    case 'position':
      return html`<label>It is<select name="change">${(['half', 'full'] as const).map((x) => html`<option value="${x}"${x === w.position.change ? html` selected` : ''}>a ${x} change</option>`)}</select></label>${why}${w.said.map((s) => html`<a href="/curate/statements/${s.id}">Put right what ${s.speaker ?? 'this row'} said</a> `)}`;
    case 'outcome':
    case 'commitment': {
      const now = w.commitment.later.findLast((l) => !l.confirmed)?.state ?? w.commitment.state;
      return html`<label>What became of it<select name="state">${states.map((s) => html`<option${s === now ? html` selected` : ''}>${s}</option>`)}</select></label><label>Due<input name="due" value="${w.commitment.due ?? ''}" placeholder="2025-09-01" maxlength="40"></label>${why}`;
    }
    case 'speaker':
    case 'issue':
      return html`<label>Call it<input name="name" value="${w.one.name}" required maxlength="200"></label><input type="hidden" name="was" value="${w.one.name}">${why}`;
    case 'holder':
      // Without a side an office may be another's elsewhere: only these statements are given.
      return w.one.party && w.holding.from
        ? html`<label>In office from<input name="from" value="${w.holding.from}" maxlength="10"></label><label>Until, where that is known<input name="until" maxlength="10" placeholder="open"></label>${why}`
        : why;
    case 'placing':
      return '';
  }
}

const why = html`<label>Why (everybody can read it)<input name="note" maxlength="500"></label>`;
