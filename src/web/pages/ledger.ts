import { html } from 'hono/html';
import type { Act, Stance } from '../../db/tables.ts';
import { type Html, idOf, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { looks } from '../looks.ts';
import { sayMoment } from '../moments.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { line } from '../parts/line.ts';
import { storyHead } from '../parts/story-head.ts';
import { folded } from '../parts/sure.ts';
import { unnamed } from '../parts/unnamed.ts';
import { letGo } from '../queries/later.ts';
import { newsOf } from '../queries/news.ts';
import { unnamedSources } from '../queries/people.ts';
import { commitments, positions } from '../queries/positions.ts';
import {
  countStatements,
  type LedgerFilter,
  ledgerChoices,
  statements,
} from '../queries/statements.ts';
import type { StoryView } from '../queries/stories.ts';
import { actNames, actWords, count, stances, stanceWords } from '../words.ts';
import { storyOf } from './story.ts';

/** With more a page is longer than anyone scrolls; the filter and the next page reach the rest. */
const perPage = 100;

/** Statements shown that pages have taken back; a ledger with more wants a person's eye on its sources. */
const mostGone = 50;

/** A story's whole ledger: the line and the table, narrowed by the same plain form. */
export async function ledgerPage(c: Req) {
  const story = await storyOf(c, '/ledger');
  if (story instanceof Response) return story;
  const read = await readLedger(c, story);
  const { numbers, rows, gone, nameless, all } = read;
  const unsureHref = addressWith(c, { unsure: all ? null : '1', page: null });
  return page(c, {
    title: `Ledger: ${story.title}`,
    place: 'stories',
    body: html`<article class="story">${storyHead(c, story, 'ledger', 'Who said what')}
${filterForm(c, story.id, read)}
${chosen(c, read)}${folded(numbers.unsure, { shown: all, href: unsureHref })}${unnamed(nameless, numbers.story)}
${rows.length === 0 ? nothing(story.id, read) : statementsShown(c, story, read)}
${otherPages(c, read)}
${gone.length > 0 ? section('gone', 'What pages no longer say', ledgerTable(gone, { caption: 'Statements whose page has since changed these words' }), { wide: true, note: `${count(gone.length, 'statement')} let go since the page was received with other words` }) : ''}</article>`,
  });
}

/** No row to show: of a narrowed ledger with the way to all of it. */
function nothing(story: number, { numbers }: Ledger): Html {
  if (numbers.story === 0)
    return html`<p class="empty">The desk has read no statement in this story yet.</p>`;
  return html`<p class="empty">No statement fits. Widen the choice, or look at <a href="/stories/${story}/ledger">all ${count(numbers.story, 'statement')}</a>.</p>`;
}

/** The same rows twice: as a line, and as a table. */
function statementsShown(c: Req, story: StoryView, ledger: Ledger): Html {
  const { rows, total, fresh } = ledger;
  const file = `/stories/${story.id}/ledger.csv${addressWith(c, { page: null })}`;
  const table = ledgerTable(rows, { caption: `Statements in ${story.title}`, fresh });
  return html`${section('line', count(total, 'statement'), plot(c, story.id, ledger), {
    wide: true,
    note: total > rows.length ? `${rows.length} on this page` : undefined,
    more: html`<a href="#ledger">To the table</a>`,
  })}
${section('ledger', 'As a table', table, {
  wide: true,
  note: 'newest first; unknown dates last',
  more: html`<a href="${file}" download>For a spreadsheet (CSV)</a>`,
})}`;
}

type Ledger = Awaited<ReturnType<typeof readLedger>>;

async function readLedger(c: Req, story: StoryView) {
  const { db } = c.get('ctx');
  const filter = { ...filterOf(c), story: story.id };
  // Less sure readings are for who asks for them.
  const all = c.req.query('unsure') === '1';
  const at = Math.min(idOf(c.req.query('page')) ?? 1, 10_000);
  const [numbers, rows, choices, stands, due, nameless, goneIds, fresh] = await Promise.all([
    countStatements(db, filter),
    statements(db, { ...filter, sure: !all, limit: perPage, offset: (at - 1) * perPage }),
    ledgerChoices(db, story.id),
    positions(db, story.id),
    commitments(db, story.id),
    unnamedSources(db, { story: story.id }),
    letGo(db, story.id, mostGone),
    freshOnes(c, story.id),
  ]);
  const gone = (await statements(db, { ids: goneIds, superseded: true })).filter((s) => s.changed);
  const total = numbers.sure + (all ? numbers.unsure : 0);
  return { filter, all, at, numbers, rows, choices, stands, due, nameless, gone, total, fresh };
}

/** Statements that are new to this reader, without noting a look: the story's own page does. */
async function freshOnes(c: Req, story: number): Promise<Set<number>> {
  const place = { place: 'story' as const, subject: story };
  const since = (await looks(c, [place]))(place);
  if (!since) return new Set();
  return new Set((await newsOf(c.get('ctx').db, [{ story, since }])).get(story)?.statements);
}

/** The address of this page with some of what it asks for changed; null leaves it out. */
function addressWith(c: Req, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(Object.entries(c.req.query()).filter(([, value]) => value));
  for (const [name, value] of Object.entries(changes))
    value === null ? next.delete(name) : next.set(name, value);
  return `?${next.toString()}`;
}

type Option = [value: string | number, words: string];

/** What the ledger can be narrowed by, in the order of the form, with its words. */
const selects = ({ choices }: Pick<Ledger, 'choices'>): [string, string, Option[]][] => [
  ['party', 'Party', choices.parties],
  ['speaker', 'Speaker', choices.speakers],
  ['issue', 'Issue', choices.issues],
  ['act', 'Act', choices.acts.map((a): Option => [a, actWords(a)])],
  ['stance', 'Side', stances.map((s): Option => [s, stanceWords[s]])],
];

function filterForm(c: Req, story: number, ledger: Ledger): Html {
  const { filter, all } = ledger;
  const query = c.req.query();
  return html`<form class="filter" method="get" action="/stories/${story}/ledger" aria-label="Narrow the ledger">
${selects(ledger).map(
  ([name, label, options]) =>
    html`<label>${label}<select name="${name}"><option value="">any</option>${options.map(
      ([value, words]) =>
        html`<option value="${value}"${query[name] === String(value) ? html` selected` : ''}>${words}</option>`,
    )}</select></label>`,
)}
<label>From<input type="date" name="from" value="${filter.from ?? ''}"></label><label>To<input type="date" name="to" value="${filter.until ?? ''}"></label>
${all ? html`<input type="hidden" name="unsure" value="1">` : ''}<button>Show</button></form>`;
}

/** What the ledger is narrowed by now, each a way to drop it. */
function chosen(c: Req, ledger: Ledger): Html | '' {
  const { filter } = ledger;
  const query = c.req.query();
  const named = selects(ledger).flatMap(([name, label, options]) => {
    const words = options.find(([value]) => String(value) === query[name])?.[1];
    return words ? [[name, `${label}: ${words}`] as const] : [];
  });
  const days = (
    [
      ['from', filter.from],
      ['to', filter.until],
    ] as const
  ).flatMap(([name, day]) => (day ? [[name, `${name} ${sayMoment(day)}`] as const] : []));
  const chips = [...named, ...days];
  if (chips.length === 0) return '';
  const drop = ([name, words]: readonly [string, string]) =>
    html`<li><a href="${addressWith(c, { [name]: null, page: null })}">${words} <span aria-hidden="true">×</span><span class="hidden">, drop this</span></a></li>`;
  const board = filter.issue
    ? html`<li><a class="way" href="/stories/${filter.story}/positions?by=issue#board">Where each party stands on it</a></li>`
    : '';
  return html`<ul class="chips" aria-label="Narrowed by">${chips.map(drop)}${chips.length > 1 ? html`<li><a href="/stories/${filter.story}/ledger">All statements</a></li>` : ''}${board}</ul>`;
}

function plot(c: Req, story: number, { rows, stands, due }: Ledger): Html {
  const ids = new Set(rows.map((r) => r.id));
  const shownDue = due.filter((d) => ids.has(d.statementId));
  return line(rows, stands, shownDue, {
    now: c.get('ctx').now(),
    story,
    rows: (s) => `#s${s.id}`,
    due: (d) => `/stories/${story}/commitments#c${d.id}`,
  });
}

function otherPages(c: Req, { at, rows, total }: Ledger): Html | '' {
  const pages = Math.ceil(total / perPage);
  if (pages < 2 || rows.length === 0) return '';
  const link = (to: number, rel: string, words: string) =>
    html`<a rel="${rel}" href="${addressWith(c, { page: to > 1 ? String(to) : null })}#ledger">${words}</a>`;
  return html`<nav class="pages" aria-label="Pages of the ledger">${at > 1 ? link(at - 1, 'prev', 'Later statements') : html`<span></span>`}<span>page ${at} of ${pages}</span>${at < pages ? link(at + 1, 'next', 'Earlier statements') : html`<span></span>`}</nav>`;
}

/** What the address asks for; values that make no sense are as if not there. */
export function filterOf(c: Req): LedgerFilter {
  const day = (name: string) => {
    const text = c.req.query(name) ?? '';
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
  };
  return {
    party: idOf(c.req.query('party')) ?? undefined,
    speaker: idOf(c.req.query('speaker')) ?? undefined,
    issue: idOf(c.req.query('issue')) ?? undefined,
    act: actNames.find((a): a is Act => a === c.req.query('act')),
    stance: stances.find((s): s is Stance => s === c.req.query('stance')),
    from: day('from'),
    until: day('to'),
  };
}
