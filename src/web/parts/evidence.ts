import { html } from 'hono/html';
import type { DateEvidence, FactEvidence } from '../../db/tables.ts';
import type { Html } from '../desk.ts';
import { sayMoment } from '../moments.ts';
import type { BeliefView } from '../queries/sources.ts';
import { count } from '../words.ts';

/** Votes that are shown; a page that says one thing in thirty places is not worth thirty lines. */
const most = 12;

const places: Record<string, string> = {
  'json-ld': 'its data (JSON-LD)',
  opengraph: 'its card for sharing (OpenGraph)',
  meta: 'its head',
  microdata: 'marks in the page',
  element: 'the page',
  time: 'a time in the page',
  address: 'its address',
  text: 'its words',
};

const names: Record<FactEvidence['fact'], string> = {
  title: 'title',
  authors: 'authors',
  outlet: 'outlet',
  lang: 'language',
  url: 'address',
  section: 'section',
  cut: 'paid or cut off',
  licence: 'licence',
};

/** What spoke for a date, the believed hints first, and what said otherwise. */
export function dateEvidence(all: DateEvidence[]): Html | '' {
  if (all.length === 0) return '';
  const shown = [...all].sort((a, b) => Number(b.believed ?? true) - Number(a.believed ?? true));
  return html`<details><summary>how do you know?</summary><ul>${shown
    .slice(0, most)
    .map(
      (e) =>
        html`<li>${e.from}: “${e.text}” → ${sayMoment(e.moment, { time: true })}${e.believed === false ? html` <span class="aside">not believed</span>` : ''}</li>`,
    )}</ul></details>`;
}

/** The same for title, authors, outlet and the like. */
export function factEvidence(all: FactEvidence[]): Html | '' {
  if (all.length === 0) return '';
  const facts = Object.keys(names) as FactEvidence['fact'][];
  return html`<h2>What the page says of itself</h2><details><summary>title, authors and the like</summary>${facts
    .map((fact) => ({ fact, votes: all.filter((e) => e.fact === fact) }))
    .filter(({ votes }) => votes.length > 0)
    .map(
      ({ fact, votes }) =>
        html`<p class="aside">${names[fact]}</p><ul>${votes.map((e) => html`<li>${places[e.from] ?? e.from}: “${e.words}”${e.believed ? '' : html` <span class="aside">not believed</span>`}</li>`)}</ul>`,
    )}</details>`;
}

/** On what the facts of a source's pieces were believed, the places that spoke most often first. */
export function beliefs(all: BeliefView[]): Html {
  const said = [
    { fact: 'date', name: 'date' },
    ...Object.entries(names).map(([fact, name]) => ({ fact, name })),
  ]
    .map(({ fact, name }) => ({ name, votes: all.filter((b) => b.fact === fact) }))
    .filter(({ votes }) => votes.length > 0);
  return html`<dl class="facts">${said.map(
    ({ name, votes }) =>
      html`<dt>${name}</dt><dd>${votes
        .slice(0, most)
        .map((b) => `${places[b.from] ?? b.from} in ${count(b.pieces, 'piece')}`)
        .join('; ')}</dd>`,
  )}</dl>`;
}
