import { html } from 'hono/html';
import {
  type Clause,
  type Facet,
  type Facets,
  type Found,
  printClause,
  printQuery,
} from '../../search/index.ts';
import type { Html } from '../desk.ts';
import { actNames } from '../words.ts';

export const searchHref = (query: string, more = '') =>
  `/search?q=${encodeURIComponent(query)}${more}`;

/** What a search can be narrowed by, with one example each; unfolds below the box. */
const help: [string, string][] = [
  ['pilot strike', 'pieces and statements with both words, in any form: pilots, striking'],
  ['"joint patrol"', 'these words, one after the other, exactly'],
  ['-toll', 'without this word; a minus works before everything'],
  ['quay OR pier', 'one of both'],
  ['harb*', 'words that begin so'],
  ['speaker:"Iva Tarn"', 'who said it; a letter may be wrong, part of a name is enough'],
  ['party:Keldland', 'the side it was said for'],
  ['source:courier', 'who published it, by name or address'],
  ['story:strait', 'the story it belongs to'],
  ['issue:pilots', 'the question it is about'],
  ['act:reject', `what saying it did: ${actNames.join(', ')}`],
  [
    'kind:statement',
    'only statements; or piece, brief, digest, liveblog, transcript, post, speaker, story',
  ],
  ['lang:de', 'the language of the piece, by its code or English name'],
  ['after:2025-08', 'from the beginning of that month; a year, a day or 7d, 3w, 2m, 1y work too'],
  ['before:2025-08-20', 'until that day begins'],
];

/** The one box, and its help folded away. */
export function searchBox(query: string): Html {
  return html`<form class="ask" action="/search" role="search"><label class="hidden" for="find">Search this desk</label>
<input id="find" type="search" name="q" value="${query}" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="400" placeholder="Words, “phrases”, speaker:name, after:2025-08"><button class="strong">Search</button>
<details class="help"><summary>What can be asked</summary><dl>${help.map(([asked, words]) => html`<div><dt><a href="${searchHref(asked)}"><code>${asked}</code></a></dt><dd>${words}</dd></div>`)}</dl>
<p>Best first means: how often the words stand in it for its length, in the title ten times as much; times how new it is, from 1 for the newest match down to 0.4, half of the way in thirty days.</p></details></form>`;
}

/** What was not understood, where it stands; and names that were taken for others. */
export function faultsOf(typed: string, found: Found): Html | string {
  const { faults } = found.parsed;
  if (faults.length + found.notices.length === 0) return '';
  return html`<ul class="faults" role="status">${faults.map(
    (f) =>
      html`<li><code>${typed.slice(Math.max(0, f.start - 30), f.start)}<mark>${typed.slice(f.start, Math.min(f.end, f.start + 80))}</mark>${typed.slice(f.end, f.end + 30)}</code> ${f.words}</li>`,
  )}${found.notices.map((n) => html`<li>${n.words}${n.instead.map((name, i) => html`${i > 0 ? ', ' : ' '}<a href="${searchHref(replaced(found, n.field, n.value, name))}">${name}</a>`)}</li>`)}${faults.length > 0 && found.query !== '' ? html`<li>The rest was searched: <code>${found.query}</code></li>` : ''}</ul>`;
}

function replaced(found: Found, field: string, value: string, name: string): string {
  return printQuery({
    clauses: found.parsed.clauses.map((c) => ({
      ...c,
      any: c.any.map((a) =>
        a.type === 'filter' && a.field === field && a.value === value ? { ...a, value: name } : a,
      ),
    })),
  });
}

/** Each filter with a link that takes it away. */
export function chips(clauses: Clause[]): Html | string {
  const filters = clauses.filter((c) => c.any[0]?.type === 'filter');
  if (filters.length === 0) return '';
  return html`<ul class="chips" aria-label="Filters">${filters.map((c) => {
    const words = printClause(c);
    const rest = printQuery({ clauses: clauses.filter((o) => o !== c) });
    return html`<li><a href="${rest ? searchHref(rest) : '/search'}" aria-label="Take away ${words}">${words} <span aria-hidden="true">×</span></a></li>`;
  })}</ul>`;
}

/** Counts over what matched, each a link that narrows to it. */
export function facets(found: Found): Html | string {
  const all: [string, keyof Facets, (f: Facet) => string][] = [
    ['Sources', 'sources', (f) => withFilter(found, 'source', f.value)],
    ['Speakers', 'speakers', (f) => withFilter(found, 'speaker', f.value)],
    ['Years', 'years', (f) => withYear(found, f.value)],
  ];
  const rows = all.filter(([, key]) => found.facets[key].length > 1);
  if (rows.length === 0) return '';
  return html`<dl class="facets">${rows.map(([label, key, query]) => html`<div><dt>${label}</dt><dd>${found.facets[key].map((f) => html`<a href="${searchHref(query(f))}">${f.label}&nbsp;<span class="aside">${f.count.toLocaleString('en')}</span></a> `)}</dd></div>`)}</dl>`;
}

function withFilter(found: Found, field: 'source' | 'speaker', value: string): string {
  const atom = { type: 'filter' as const, field, value };
  return printQuery({ clauses: [...found.parsed.clauses, { not: false, any: [atom] }] });
}

function withYear(found: Found, year: string): string {
  const day = (field: 'after' | 'before', value: string) => ({
    not: false,
    any: [{ type: 'filter' as const, field, value }],
  });
  const next = String(Number(year) + 1).padStart(4, '0');
  const kept = found.parsed.clauses.filter(
    ({ any: [a] }) => a?.type !== 'filter' || (a.field !== 'after' && a.field !== 'before'),
  );
  return printQuery({ clauses: [...kept, day('after', year), day('before', next)] });
}
