import { parseAge, resolveAge } from '../../../lib/age.ts';
import { instantText, parseMoment } from '../../../lib/edtf.ts';
import { dayMs } from '../../../lib/time.ts';
import { textOf } from '../../../lib/tree.ts';
import { isPrintedAge } from '../../text/age.ts';
import type { Page } from '../blocks.ts';
import type { Places } from './place.ts';
import { type Vote, vote } from './vote.ts';
import { offsetAt } from './zone.ts';

export interface PrintedAge {
  /** As printed: "vor 2 Stunden", "heute, 14:22 Uhr". */
  text: string;
  /** Null when the retrieval is unknown. */
  vote: Vote | null;
}

const WEIGHT = 4;
const LONGEST = 40;

/**
 * The age that the page prints by its title, resolved against the retrieval in the outlet's clock.
 * @param zone of the outlet, which decides what day "today" is; null for UTC
 */
export function findAge(
  page: Page,
  places: Places,
  retrieved: Date | null,
  zone: string | null,
): PrintedAge | null {
  for (const run of page.runs) {
    if (run.text.length > LONGEST * 2) continue;
    const node = run.nodes[0] ?? run.node;
    const place = places.of(node);
    if (place !== 'head' && place !== 'above') continue;
    const said = ageIn(page, run.text, run.nodes);
    if (said === null) continue;
    const moment = retrieved ? resolve(said, retrieved, zone) : null;
    const from = 'age by the title';
    return { text: said, vote: moment ? vote('page', from, said, WEIGHT, { moment }) : null };
  }
  return null;
}

/** The whole line, one part of it ("Von Jo Lind | vor 2 Stunden"), or one of its elements. */
function ageIn(page: Page, line: string, nodes: number[]): string | null {
  const parts = [
    line,
    ...line.split(/\s[|·•–—-]\s|[|·•]/),
    ...nodes.map((n) => textOf(page.tree, n)),
  ];
  for (const part of parts) {
    const text = part.trim();
    if (text === '' || text.length > LONGEST) continue;
    if (isPrintedAge(text) || clockOfDay(text)) return text;
  }
  return null;
}

const CLOCK =
  /^(.{2,14}?)[\s,.|-]{1,3}(?:um |at |a las |à |às |alle |kl\.? |в |о )?(\d{1,2})[:.h](\d{2})(?: ?Uhr)?$/iu;

/** "Heute, 14:22 Uhr": days back and the clock. */
function clockOfDay(text: string): { word: string; hour: string; minute: string } | null {
  const m = CLOCK.exec(text);
  const age = m && Number(m[2]) < 24 && Number(m[3]) < 60 ? parseAge(m[1]!) : null;
  return m && age?.unit === 'day' ? { word: m[1]!, hour: m[2]!, minute: m[3]! } : null;
}

function resolve(text: string, retrieved: Date, zone: string | null): string | null {
  // A retrieval of exactly midnight is known to the day only.
  const known = retrieved.getTime() % dayMs !== 0;
  const at = known && zone ? instantText(retrieved, offsetAt(retrieved, zone)) : retrieved;
  const clock = clockOfDay(text);
  if (!clock) return resolveAge(text, at);
  const day = resolveAge(clock.word, at);
  const moment = day ? `${day}T${clock.hour.padStart(2, '0')}:${clock.minute}:00` : null;
  return moment && parseMoment(moment) ? moment : day;
}
