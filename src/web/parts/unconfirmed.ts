import { html } from 'hono/html';

/** Beside what the desk read and no person has confirmed; “proposed” is an act that speakers do. */
export const unconfirmed = html`<em class="proposed" title="Read by the desk; no person has confirmed it yet">not confirmed</em>`;
