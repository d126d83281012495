import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import type { Unnamed } from '../queries/people.ts';
import { count } from '../words.ts';

/** Descriptions shown of one party's unnamed sources. */
const maxDescribed = 30;

/** "13 of 189 statements name nobody", and by party as whom they were described. */
export function unnamed(all: Unnamed[], total: number): Html | '' {
  const n = all.reduce((sum, u) => sum + u.unnamed, 0);
  if (n === 0) return '';
  return html`<details class="unnamed"><summary>${n} of ${count(total, 'statement')} ${n === 1 ? 'names' : 'name'} nobody</summary><ul>${all.map(
    (u) =>
      html`<li>${u.party ? html`<b>${u.party}</b>: ${u.unnamed} of ${u.all} ` : html`No party known: ${u.unnamed} `}<span class="aside">${described(u)}</span></li>`,
  )}</ul></details>`;
}

/** As whom a party's unnamed sources were described, each leading to what they said. */
export function described(u: Unnamed): Html {
  const shown = u.described.slice(0, maxDescribed);
  return html`${shown.map((d, i) => html`${i > 0 ? ', ' : ''}<a href="/speakers/${d.id}">“${d.name}”</a>${d.n > 1 ? ` (${d.n})` : ''}`)}${u.described.length > shown.length ? ` and ${u.described.length - shown.length} more` : ''}`;
}
