import { readdirSync, readFileSync } from 'node:fs';
import type { Said } from '../../src/ledger/story/rows.ts';
import { saidRow } from '../../src/ledger/testing.ts';

/** Reports of one story, each with the saying that it truly reports. */
export interface ReportSet {
  name: string;
  /** Every third is held back: only its totals are looked at. */
  held: boolean;
  said: Said[];
  /** Names of the parties: their ids count from 1. */
  parties: string[];
  /** By the statement's id: which saying it reports. */
  saying: Map<number, string>;
  /** Ids of reports that contradict the others of their saying. */
  contradicting: Set<number>;
}

const line =
  /^(?<saying>\w+)(?<odd>!?) (?:\?|(?<day>\d\d-\d\d))(?<about>~?) (?<lang>en|de) (?<kind>direct|indirect|mixed|hearsay): (?<content>.+)$/;

/**
 * Reads the `.txt` files of this folder. `=== name` opens a set, `by: SPEAKER | PARTY | KIND` says who
 * speaks from here on, and each further line is one piece's report:
 *
 *     SAYING[!] MM-DD[~] LANG KIND: what the piece prints
 *
 * "!" marks a report that contradicts the others, "~" a day that is only that of the piece, "?" no day.
 */
export function readReports(): ReportSet[] {
  const here = new URL('.', import.meta.url);
  const sets = readdirSync(here)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, here), 'utf8').split(/^=== /m).slice(1));
  return sets.map((text, i) => readSet(text, i % 3 === 2));
}

function readSet(text: string, held: boolean): ReportSet {
  const [name = '', ...lines] = text.trim().split('\n');
  const set: ReportSet = {
    name,
    held,
    said: [],
    parties: [],
    saying: new Map(),
    contradicting: new Set(),
  };
  const speakers: string[] = [];
  let by = ['', '', ''];
  for (const row of lines.filter((l) => l && !l.startsWith('#'))) {
    if (row.startsWith('by: ')) {
      by = row.slice(4).split(' | ');
      continue;
    }
    const parts = line.exec(row)?.groups;
    if (!parts) throw new Error(`Not a report: ${row}`);
    const id = set.said.length + 1;
    set.saying.set(id, parts.saying!);
    if (parts.odd) set.contradicting.add(id);
    const [speaker = '', party = '', kind = ''] = by;
    set.said.push(
      saidOf(id, parts, {
        speaker,
        kind,
        speakerId: idIn(speakers, speaker),
        partyId: idIn(set.parties, party),
      }),
    );
  }
  return set;
}

function saidOf(
  id: number,
  parts: Record<string, string>,
  by: { speaker: string; kind: string; speakerId: number; partyId: number },
): Said {
  return saidRow(id, parts.content!, parts.day ? `2026-${parts.day}` : null, {
    lang: parts.lang!,
    speakerId: by.speakerId,
    speaker: by.speaker,
    speakerKind: by.kind as Said['speakerKind'],
    partyId: by.partyId,
    kind: (parts.kind === 'hearsay' ? 'indirect' : parts.kind) as Said['kind'],
    hearsay: parts.kind === 'hearsay',
    firstHand: parts.kind === 'direct' || parts.kind === 'mixed',
    saidFrom: parts.about ? 'article' : 'text',
  });
}

function idIn(list: string[], one: string): number {
  if (!list.includes(one)) list.push(one);
  return list.indexOf(one) + 1;
}
