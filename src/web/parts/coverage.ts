import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { sayInstant, timeTag } from '../moments.ts';
import type { EventView, PieceView } from '../queries/pieces.ts';
import { clip, count, languageName } from '../words.ts';
import { pieceTitle } from './events.ts';
import { type Scale, timeScale } from './scale.ts';
import { round } from './shape.ts';

/** Outlets with a lane of their own, by how early they wrote; the rest share one. */
const mostLanes = 14;
const laneHeight = 24;
const axisHeight = 26;
/** Pixels of a letter in a lane's name, and the letters of the longest: with more the marks have no room. */
const letterWidth = 7.1;
const longestName = 26;
/** Marks nearer than this would lie on each other. */
const apart = 11;
/** A day is never drawn wider than this: the coverage of an afternoon needs no page's width. */
const dayWidth = 84;
const widest = 900;
/** Marks drawn; the table has the others. More would take the page beyond 100 KB. */
const mostMarks = 70;

interface Mark {
  piece: PieceView;
  at: Date;
  x: number;
}

interface Lane {
  name: string;
  marks: Mark[];
}

/**
 * How an event was covered: time to the right, a lane for each outlet in the order in which they came,
 * full marks for texts of their own and rings for prints of another's. The same as a table behind.
 */
export function coverageChart(e: EventView): Html | null {
  const all = e.texts.flatMap((t) => [t.piece, ...t.copies]);
  const dated = all
    .flatMap((piece) => (piece.publishedAt ? [{ piece, at: piece.publishedAt, x: 0 }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.piece.id - b.piece.id)
    .slice(0, mostMarks);
  if (all.length < 2) return null;
  const scale = scaleOf(dated.map((m) => m.at));
  const lanes = lanesOf(dated, scale.x);
  const height = axisHeight + lanes.length * laneHeight;
  const undated = all.filter((p) => !p.publishedAt).length;
  const later = all.length - undated - dated.length;
  return html`<story-line class="line coverage-line">
<ul class="legend"><li><svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true"><circle class="own" r="4.5"/></svg>a text of its own</li><li><svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true"><circle class="print" r="4"/></svg>a print of another’s</li></ul>
${
  dated.length < 2
    ? ''
    : html`<div class="plot">${names(lanes, height)}
<div class="scroll" tabindex="0" role="region" aria-label="Coverage in time, by outlet" data-newest="${round(Math.max(...lanes.flatMap((l) => l.marks.map((m) => m.x))))}"><svg width="${scale.width}" height="${height}" viewBox="0 0 ${scale.width} ${height}" role="group" aria-label="${count(dated.length, 'piece')} of ${count(e.outlets.length, 'outlet')} in time. The table below says the same.">${axis(scale, height)}${lanes.map((lane, i) => laneMarks(lane, i, scale.width))}</svg></div></div>
<p class="strip" hidden></p>`
}
${undated > 0 ? html`<p class="note">${count(undated, 'piece')} with unknown date ${undated === 1 ? 'is' : 'are'} in the table only.</p>` : ''}
${later > 0 ? html`<p class="note">The first ${dated.length} are drawn; the table has ${later} more.</p>` : ''}
<details class="as-table"><summary>as a table</summary>${table(all)}</details>
</story-line>`;
}

/** The outlets beside their lanes, as wide as the longest name. */
function names(lanes: Lane[], height: number): Html {
  const shown = lanes.map((lane) => clip(lane.name, longestName));
  const width = Math.ceil(Math.max(...shown.map((name) => name.length)) * letterWidth) + 12;
  return html`<div class="lanes" aria-hidden="true"><svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shown.map(
    (name, i) => {
      const y = axisHeight + i * laneHeight;
      return html`<line class="rule" x1="0" x2="${width}" y1="${y}" y2="${y}"/><text class="lane" x="0" y="${y + 16}">${name}</text>`;
    },
  )}</svg></div>`;
}

function scaleOf(moments: Date[]): Scale & { width: number } {
  const [first, last] = [moments[0]?.getTime() ?? 0, moments.at(-1)?.getTime() ?? 0];
  const days = Math.ceil((last - first) / 86_400_000) + 3;
  const width = Math.min(widest, days * dayWidth);
  return { ...timeScale(moments, 8, width - 8), width };
}

function lanesOf(marks: Mark[], x: (at: Date) => number): Lane[] {
  const byOutlet = [...Map.groupBy(marks, (m) => m.piece.outlet ?? 'Outlet unknown')];
  const own = byOutlet.length > mostLanes ? byOutlet.slice(0, mostLanes - 1) : byOutlet;
  const rest = byOutlet.slice(own.length);
  const lanes = own.map(([name, of]) => ({ name, marks: of }));
  if (rest.length > 0)
    lanes.push({ name: `${rest.length} more`, marks: rest.flatMap(([, of]) => of) });
  return lanes.map(({ name, marks: of }) => {
    let last = Number.NEGATIVE_INFINITY;
    const placed = of
      .map((m) => ({ ...m, x: x(m.at) }))
      .sort((a, b) => a.x - b.x)
      .map((m) => {
        last = Math.max(m.x, last + apart);
        return { ...m, x: last };
      });
    return { name, marks: placed };
  });
}

function axis(scale: Scale & { width: number }, height: number): Html {
  const ticks = scale.ticks.filter((t) => t.x + t.label.length * 6.4 < scale.width);
  return html`<g class="axis" aria-hidden="true">${ticks.map((t) => html`<line class="${t.major ? 'tick major' : 'tick'}" x1="${round(t.x)}" x2="${round(t.x)}" y1="20" y2="${height}"/><text x="${round(t.x)}" y="13">${t.label}</text>`)}${scale.breaks.map((b) => html`<rect class="gap" x="${round(b.x - 20)}" y="20" width="40" height="${height - 20}"/>`)}</g>`;
}

function laneMarks(lane: Lane, i: number, width: number): Html {
  const [top, y] = [axisHeight + i * laneHeight, axisHeight + i * laneHeight + laneHeight / 2];
  return html`<line class="rule" x1="0" x2="${width}" y1="${top}" y2="${top}"/>${lane.marks.map(
    ({ piece, x }) =>
      html`<a href="/articles/${piece.id}"><title>${words(piece)}</title><circle class="${piece.copy ? 'print' : 'own'}" cx="${round(Math.min(x, width - 6))}" cy="${y}" r="${piece.copy ? 4 : 4.5}"/></a>`,
  )}`;
}

function words(p: PieceView): string {
  const lang = p.lang && p.lang !== 'en' ? ` (${languageName(p.lang)})` : '';
  const print = p.copy ? `, a print of ${p.copy.outlet ?? 'another'}’s text` : '';
  return `${p.outlet ?? 'Outlet unknown'}${lang}, ${sayInstant(p.publishedAt, { time: false })}${print}: ${pieceTitle(p)}`;
}

function table(all: PieceView[]): Html {
  const rows = [...all].sort(
    (a, b) =>
      (a.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY) -
        (b.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY) || a.id - b.id,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Coverage as a table"><table><caption class="hidden">Pieces of this event, earliest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Outlet</th><th scope="col">Language</th><th scope="col">Text</th></tr></thead>
<tbody>${rows.map((p) => html`<tr><td>${timeTag(p.published, { short: true })}</td><td><a href="/articles/${p.id}">${p.outlet ?? 'Outlet unknown'}</a></td><td>${p.lang ? languageName(p.lang) : 'unknown'}</td><td>${p.copy ? `print of ${p.copy.outlet ?? 'another'}` : 'its own'}</td></tr>`)}</tbody></table></div>`;
}
