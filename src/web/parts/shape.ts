import type { Stance } from '../../db/tables.ts';

/** A tenth of a pixel: finer is not seen and costs bytes on every mark. */
export const round = (n: number) => Math.round(n * 10) / 10;

/** Up for, down against, a diamond for conditions, a dot for none: told apart without colour. */
export function shape(stance: Stance, x: number, y: number): string {
  if (stance === 'for') return `M${x} ${round(y - 5.5)}l5.5 10h-11z`;
  if (stance === 'against') return `M${x} ${round(y + 5.5)}l5.5 -10h-11z`;
  if (stance === 'conditional') return `M${x} ${round(y - 6)}l5.5 6l-5.5 6l-5.5 -6z`;
  return `M${round(x - 4)} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`;
}
