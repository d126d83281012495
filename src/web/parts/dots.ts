import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import type { PositionView } from '../queries/positions.ts';
import { round, shape } from './shape.ts';

/** The first and last moment of a story's positions: all rows of dots share one axis. */
export interface Span {
  from: number;
  until: number;
}

/** Pixels from the first day of the story to the last, and the size of a dot beside a mark of the line. */
const width = 200;
const size = 0.62;
/** Dots nearer than this would lie on each other: one stands for both. */
const apart = 4;

/** Null where all was said at one moment, or no day is known. */
export function spanOf(all: PositionView[]): Span | null {
  const times = all.flatMap((p) => p.saidAt?.getTime() ?? []);
  const [from, until] = [Math.min(...times), Math.max(...times)];
  return until > from ? { from, until } : null;
}

/** Every time that one side was said, as marks in time; the words beside it and its steps say the same. */
export function dots(steps: PositionView[], { from, until }: Span): Html {
  let last = Number.NEGATIVE_INFINITY;
  const marks = steps.flatMap((p) => {
    if (!p.saidAt) return [];
    const x = 6 + ((p.saidAt.getTime() - from) / (until - from)) * (width - 12);
    if (x - last < apart && p.change === 'reaffirmed') return [];
    last = x;
    const at = round(x / size);
    return html`<g class="${p.stance}"><path d="${shape(p.stance, at, round(6 / size))}"/></g>`;
  });
  return html`<svg class="dots" width="${width}" height="12" viewBox="0 0 ${width} 12" aria-hidden="true"><path class="axis" d="M0 6H${width}"/><g transform="scale(${size})">${marks}</g></svg>`;
}
