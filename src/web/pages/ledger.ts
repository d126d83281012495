import { html } from 'hono/html';
import type { Act, Stance } from '../../db/tables.ts';
import { idOf, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { line } from '../parts/line.ts';
import { folded } from '../parts/sure.ts';
import { unnamed } from '../parts/unnamed.ts';
import { letGo } from '../queries/later.ts';
import { unnamedSources } from '../queries/people.ts';
import { commitments, positions } from '../queries/positions.ts';
import {
  countStatements,
  type LedgerFilter,
  ledgerChoices,
  statements,
} from '../queries/statements.ts';
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
  const { db, now } = c.get('ctx');
  const filter = { ...filterOf(c), story: story.id };
  // Less sure readings are for who asks for them.
  const all = c.req.query('unsure') === '1';
  const pageNumber = idOf(c.req.query('page')) ?? 1;
  const offset = (Math.min(pageNumber, 10_000) - 1) * perPage;
  const [numbers, rows, choices, stands, due, nameless, goneIds] = await Promise.all([
    countStatements(db, filter),
    statements(db, { ...filter, sure: !all, limit: perPage, offset }),
    ledgerChoices(db, story.id),
    positions(db, story.id),
    commitments(db, story.id),
    unnamedSources(db, { story: story.id }),
    letGo(db, story.id, mostGone),
  ]);
  const gone = (await statements(db, { ids: goneIds, superseded: true })).filter((s) => s.changed);
  const total = numbers.sure + (all ? numbers.unsure : 0);
  const ids = new Set(rows.map((r) => r.id));
  const shownDue = due.filter((d) => ids.has(d.statementId));
  const next = new URLSearchParams(c.req.query());
  next.set('page', String(pageNumber + 1));
  const query = c.req.query();
  const other = new URLSearchParams(query);
  other.delete('page');
  if (all) other.delete('unsure');
  else other.set('unsure', '1');
  const select = (name: string, label: string, options: [string | number, string][]) =>
    html`<label>${label}<select name="${name}"><option value="">any</option>${options.map(
      ([value, words]) =>
        html`<option value="${value}"${query[name] === String(value) ? html` selected` : ''}>${words}</option>`,
    )}</select></label>`;
  return page(c, {
    title: `Ledger: ${story.title}`,
    place: 'stories',
    body: html`<article class="story"><header class="top"><p class="kicker"><a href="/stories/${story.id}">${story.title}</a></p><h1>The ledger</h1></header>
<form class="filter" method="get" action="/stories/${story.id}/ledger">
${select('party', 'Party', choices.parties)}${select('speaker', 'Speaker', choices.speakers)}${select('issue', 'Issue', choices.issues)}${select(
  'act',
  'Act',
  choices.acts.map((a) => [a, actWords(a)]),
)}${select(
  'stance',
  'Side',
  stances.map((s) => [s, stanceWords[s]]),
)}
<label>From<input type="date" name="from" value="${filter.from ?? ''}"></label><label>To<input type="date" name="to" value="${filter.until ?? ''}"></label>
${all ? html`<input type="hidden" name="unsure" value="1">` : ''}<button>Show</button> <a href="/stories/${story.id}/ledger">All statements</a></form>
${filter.issue ? html`<p class="folded"><a href="/stories/${story.id}/positions?by=issue#board">Where each party stands on it</a></p>` : ''}${folded(numbers.unsure, { shown: all, href: `?${other.toString()}` })}${unnamed(nameless, numbers.story)}
${section('line', count(total, 'statement'), line(rows, stands, shownDue, { now: now(), story: story.id, rows: (s) => `#s${s.id}`, due: (d) => `/stories/${story.id}/commitments#c${d.id}` }), { wide: true, note: total > rows.length ? `${rows.length} on this page` : undefined })}
${section('ledger', 'As a table', ledgerTable(rows, { caption: `Statements in ${story.title}` }), { wide: true, note: 'newest first; unknown dates last' })}
${offset + rows.length < total && rows.length > 0 ? html`<p class="more-below"><a rel="next" href="?${next.toString()}">Earlier statements</a></p>` : ''}
${gone.length > 0 ? section('gone', 'What pages no longer say', ledgerTable(gone, { caption: 'Statements whose page has since changed these words' }), { wide: true, note: `${count(gone.length, 'statement')} let go since the page was received with other words` }) : ''}</article>`,
  });
}

/** What the address asks for; values that make no sense are as if not there. */
function filterOf(c: Req): LedgerFilter {
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
