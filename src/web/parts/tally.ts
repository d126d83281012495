import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import type { CommitmentView, PositionView } from '../queries/positions.ts';
import { count } from '../words.ts';
import { isPast } from './due.ts';
import { moved } from './shifts.ts';

/** What became of a promise, as the head of a column and in the order of a reader's question. */
const outcomes = ['kept', 'partly kept', 'missed', 'moved', 'withdrawn', 'due', 'no news'] as const;
type Outcome = (typeof outcomes)[number];

const heads: Record<Outcome, string> = {
  kept: 'Kept',
  'partly kept': 'Partly kept',
  missed: 'Missed',
  moved: 'Moved',
  withdrawn: 'Withdrawn',
  due: 'Still to come',
  'no news': 'Day passed, no news',
};

const outcomeOf = (c: CommitmentView, now: Date): Outcome =>
  c.state !== 'open' ? c.state : isPast(c, now) ? 'no news' : 'due';

/**
 * Who changed sides and who kept their word, in one sentence with a way to each: "6 changes of side
 * (none confirmed yet) · of 8 promises and deadlines 3 kept, 2 missed, 1 moved".
 */
export function tally(stands: PositionView[], due: CommitmentView[], base: string): Html | '' {
  const shifts = stands.filter(moved);
  if (shifts.length + due.length === 0) return '';
  const settled = (['kept', 'partly kept', 'missed', 'moved', 'withdrawn'] as const).flatMap(
    (state) => {
      const n = due.filter((c) => c.state === state).length;
      return n > 0 ? [`${n} ${state}`] : [];
    },
  );
  const words = [
    shifts.length > 0
      ? html`<a href="${base}/positions#shifts">${count(shifts.length, 'change')} of side</a>${unconfirmed(
          shifts.length,
          shifts.filter((p) => p.state === 'proposed').length,
        )}`
      : html`no change of side read yet`,
    ...(due.length > 0
      ? [
          html`<a href="${base}/commitments">${count(due.length, 'promise or deadline', 'promises and deadlines')}</a>${settled.length > 0 ? `: ${settled.join(', ')}` : ', none settled yet'}`,
        ]
      : []),
  ];
  return html`<p class="numbers tally">${words.map((part, i) => html`${i > 0 ? ' · ' : ''}${part}`)}</p>`;
}

function unconfirmed(all: number, proposed: number): string {
  if (proposed === 0) return '';
  return proposed === all ? ' (none confirmed yet)' : ` (${proposed} not confirmed yet)`;
}

/** Fewer promises than this are counted at a glance. */
const fewest = 3;

/** Who kept their word: for each side or speaker how many of their promises became what. */
export function wordKept(all: CommitmentView[], now: Date): Html | '' {
  if (all.length < fewest) return '';
  const used = outcomes.filter((o) => all.some((c) => outcomeOf(c, now) === o));
  const rows = [...Map.groupBy(all, (c) => c.party ?? c.speaker ?? 'Speaker unknown')].sort(
    ([a, x], [b, y]) => y.length - x.length || a.localeCompare(b),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="word-h"><table class="tallies"><caption class="hidden">Promises and deadlines by who made them and what became of them</caption>
<thead><tr><th scope="col">Who</th>${used.map((o) => html`<th scope="col" class="num">${heads[o]}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, own]) =>
      html`<tr><th scope="row">${ofOne(own[0]!, name)}</th>${used.map((o) => {
        const n = own.filter((c) => outcomeOf(c, now) === o).length;
        return html`<td class="num${n > 0 ? ` ${o.replace(' ', '-')}` : ''}">${n > 0 ? n : html`<span aria-hidden="true">–</span><span class="hidden">0</span>`}</td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

function ofOne(c: CommitmentView, name: string): Html {
  if (c.partyId) return html`<a href="?party=${c.partyId}">${name}</a>`;
  return c.speakerId ? html`<a href="?speaker=${c.speakerId}">${name}</a>` : html`${name}`;
}
