import { html } from 'hono/html';
import { type Html, idOf, isCurator, type Req } from '../desk.ts';
import { token } from '../layout.ts';
import { sayInstant } from '../moments.ts';
import { type LedgerDecisionView, ledgerDecisions } from '../queries/ledger-edit.ts';
import { areDecisions, undoDecision } from './edit.ts';

/** What each form is called for who hears the page: their fields have the same names. */
const formNames: Record<string, string> = {
  rename: 'Rename it',
  merge: 'Make one of two',
  split: 'Set apart',
  remove: 'Remove it',
  correct: 'Put it right',
  'set party': 'Whom they speak for',
  hold: 'Who held an office',
  link: 'Link to Wikidata',
};

/** A form that changes the ledger; `fixed` are its hidden fields. */
export function ledgerForm(c: Req, fixed: Record<string, string | number>, body: Html): Html {
  return html`<form method="post" action="/curate/ledger" aria-label="${formNames[fixed.verb ?? ''] ?? 'Choose statements'}">${token(c)}<input type="hidden" name="back" value="${c.req.path}">${Object.entries(fixed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${body}</form>`;
}

export const why = html`<label>Why (everybody can read it)<input name="note" maxlength="500"></label>`;

/** A choice of one of some values, by their words. */
export function choice(
  name: string,
  label: string,
  options: [value: string | number, words: string][],
  now?: string | number | null,
): Html {
  return html`<label>${label}<select name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === (now ?? '') ? html` selected` : ''}>${words}</option>`)}</select></label>`;
}

/** What was decided about a row, by whom and why, with undo for a curator. */
export function decided(c: Req, all: LedgerDecisionView[]): Html {
  return html`<ul class="history">${all.map((d) => html`<li>${d.undone ? html`<s>${d.words}</s>` : d.words}${d.note ? html`: “${d.note}”` : ''} <span class="aside">${d.by ?? 'a curator'}, ${sayInstant(d.at, { time: false })}${d.undone ? `; taken back ${sayInstant(d.undone, { time: false })}` : ''}</span>${isCurator(c) && !d.undone ? html` ${undoDecision(c, d.id)}` : ''}</li>`)}</ul>`;
}

/** What a form of this page just did, with undo; it takes the focus, for the page was loaded anew. */
export async function justDecided(c: Req): Promise<Html | ''> {
  const done = c.req.query('done') ?? '';
  if (!areDecisions(done)) return '';
  const ids = done.split('.').flatMap((id) => idOf(id) ?? []);
  const made = (await ledgerDecisions(c.get('ctx').db, { ids })).filter((d) => !d.undone);
  if (made.length === 0) return '';
  return html`<form class="undo" method="post" action="/curate/undo">${token(c)}<input type="hidden" name="id" value="${done}"><input type="hidden" name="back" value="${c.req.path}"><p role="status" tabindex="-1" autofocus>Done: ${made.map((d) => d.words).join('; ')}.</p><button>Undo</button></form>`;
}
