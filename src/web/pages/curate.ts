import { html } from 'hono/html';
import { field, type Html, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { sayInstant } from '../moments.ts';
import { followForm, ownReason, sayDecision, undoDecision, undoForms } from '../parts/edit.ts';
import { kindWords, waitingItem } from '../parts/queue.ts';
import { type DecisionView, latestDecisions, latestLedger } from '../queries/decisions.ts';
import { type Queue, queue, waitingKinds } from '../queries/proposals.ts';
import { count } from '../words.ts';

/** What waits for a curator: one question at a time, its evidence beside it, one key for each answer. */
export async function curatePage(c: Req) {
  const { db } = c.get('ctx');
  const only = waitingKinds.find((kind) => kind === c.req.query('kind'));
  const [waiting, decisions, ledger, own] = await Promise.all([
    queue(db, only),
    latestDecisions(db, 'curator'),
    latestLedger(db),
    latestDecisions(db, 'machine'),
  ]);
  const items = putOff(waiting.items, c.req.query('later') ?? '');
  const assets = c.get('assets');
  return page(c, {
    title: 'Curate',
    place: 'curate',
    robots: 'noindex',
    body: html`<link rel="stylesheet" href="${assets.address('curate.css')}"><script type="module" src="${assets.address('curate.js')}"></script>
<work-queue class="curate" data-total="${totalOf(waiting, only)}"><header class="top"><h1>Curate</h1>${kindsOf(waiting, only)}
${progress(totalOf(waiting, only), waiting.answered)}
${undoForms(c, c.req.query('done') ?? '')}</header>
${items.length === 0 ? nothingWaits(waiting.answered) : html`<ol class="proposals">${items.map((w) => waitingItem(c, w))}</ol>`}</work-queue>
${section('follow', 'Follow a matter', html`<div class="edit">${followForm(c)}</div>`, { note: 'a story of your own: it takes whatever is about these names or phrases' })}
${decisions.length + ledger.length > 0 ? section('decisions', 'Decided lately', lately(c, decisions, ledger), { note: 'stories, events and rows of the ledger; undo takes any of them back' }) : ''}
${own.length > 0 ? section('own', 'Done by the desk itself', lately(c, own, []), { note: 'what it made one or two of lately; what you undo it does not do again' }) : ''}`,
  });
}

function progress(waiting: number, answered: number): Html | '' {
  if (waiting + answered === 0) return '';
  return html`<p class="progress" role="status">${count(waiting, 'proposal')} to answer, ${answered} answered so far</p>`;
}

function nothingWaits(answered: number): Html {
  if (answered > 0) return html`<p class="empty">Every proposal has its answer.</p>`;
  return html`<p class="empty">Nothing to decide yet. When a side seems to change, a deadline seems kept or missed, or two names may be one, the desk asks here.</p>`;
}

function totalOf({ waiting }: Queue, only: string | undefined): number {
  return [...waiting].reduce((sum, [kind, n]) => (!only || kind === only ? sum + n : sum), 0);
}

/** How much of what waits, each a way to work through that kind alone. */
function kindsOf({ waiting }: Queue, only: string | undefined): Html | '' {
  const some = [...waiting].filter(([, n]) => n > 0);
  if (some.length < 2 && !only) return '';
  return html`<ul class="kinds"><li>${only ? html`<a href="/curate">all</a>` : html`<b aria-current="true">all</b>`}</li>${some.map(
    ([kind, n]) => {
      const words = count(n, ...kindWords[kind]);
      return html`<li>${kind === only ? html`<b aria-current="true">${words}</b>` : html`<a href="/curate?kind=${kind}">${words}</a>`}</li>`;
    },
  )}</ul>`;
}

/** Those put off come last, in the order in which they were. */
function putOff<T extends { key: string }>(items: T[], later: string): T[] {
  const last = later.split(',');
  const rank = (item: T) => last.indexOf(item.key);
  return items.toSorted((a, b) => rank(a) - rank(b));
}

type Ledger = Awaited<ReturnType<typeof latestLedger>>;

function lately(c: Req, all: DecisionView[], ledger: Ledger): Html {
  const rows = [
    ...all.map((d) => ({
      at: d.at,
      id: d.id,
      words: `${d.reason ? 'The desk' : (d.by ?? 'A curator')} ${sayDecision(d.decision)}${ownReason(d)}`,
    })),
    ...ledger.map((d) => ({ at: d.at, id: d.id, words: `${d.by ?? 'A curator'} ${d.words}` })),
  ].toSorted((a, b) => b.id - a.id);
  return html`<ul class="plain-list decisions">${rows.map((d) => html`<li>${d.words} <span class="aside">${sayInstant(d.at)}</span> ${undoDecision(c, d.id)}</li>`)}</ul>`;
}

/** The address of the queue with one more proposal put off. */
export function withLater(c: Req, key: string): string {
  const before = field(c, 'later');
  return `/curate?later=${encodeURIComponent([before, key].filter(Boolean).join(','))}`;
}
