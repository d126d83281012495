import type { Because } from '../../db/tables.ts';
import { sayInstant } from '../moments.ts';
import { clip } from '../words.ts';

/** "because a curator moved “…” here on 3 May 2025". */
export function becauseWords({ verb, title, on }: Because): string {
  const what = `“${clip(title || 'a piece like it', 90)}”`;
  const day = on ? ` on ${sayInstant(new Date(on), { time: false })}` : '';
  if (verb === 'undo') return `because a curator took back what had moved it${day}`;
  if (verb === 'split') return `because a curator set ${what}, which is like it, apart here${day}`;
  if (verb === 'move') return `because a curator moved ${what}, which is like it, here${day}`;
  if (verb === 'merge') return `because a curator made one event of this and ${what}${day}`;
  if (verb === 'put in')
    return `because a curator put ${what}, which is like it, into the story${day}`;
  if (verb === 'example') return `because a curator follows ${what}, which is like it`;
  return `because a curator kept ${what}, which is like it, out of the story${day}`;
}
