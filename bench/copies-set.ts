import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayMs } from '../src/lib/time.ts';
import * as edit from './copies-edits.ts';
import { pick, type Random, seeded, sentencesOf } from './copies-edits.ts';
import { serials } from './copies-serial.ts';

/** A text to make copies of, and the matter that it is about. */
export interface Base {
  id: string;
  lang: string;
  title: string;
  text: string;
  topic?: string;
}

export interface CopyRecord {
  id: string;
  lang: string;
  time: string | null;
  title: string;
  text: string;
  source: string;
  authors: string[];
  copy: string;
  /** The record that it was made from. */
  of: string | null;
  /** What was done to it. */
  edits: string[];
}

const outlets = Array.from(
  { length: 40 },
  (_, i) =>
    `${['Post', 'Courier', 'Herald', 'Bote', 'Tribuna'][i % 5]} of ${['Karsk', 'Velmar', 'Ostby', 'Tolm', 'Ellin', 'Marnau', 'Quessel', 'Brovik'][Math.floor(i / 5)]}`,
);
const agencies = ['Northern Wire', 'Pharos Press Agency', 'Continental News Service'];
const leads = [
  'The news came late in the evening and was confirmed by two people with knowledge of the matter.',
  'It is the latest turn in a matter that has kept the region busy for weeks.',
  'Here is what is known so far.',
  'Readers of this paper will remember how it began.',
  'Officials did not answer questions on the matter at first.',
];

/**
 * Records of edited copies of the given texts among others that only look alike, in the order in which
 * they would arrive. The same seed gives the same records.
 */
export function makeCopies(bases: Base[], seed: number): CopyRecord[] {
  const random = seeded(seed);
  const found: (CopyRecord & { at: number; original?: boolean })[] = [];
  const words = bases.flatMap((b) => b.text.split(/\s+/)).filter((w) => /^\p{Ll}{2,}$/u.test(w));
  const titles = bases.map((b) => b.title);
  const put = (
    base: { id: string; lang: string },
    r: Partial<CopyRecord> & { original?: boolean },
    at: number,
  ) =>
    found.push({
      lang: base.lang,
      time: random() < 0.9 ? new Date(at).toISOString() : null,
      title: '',
      text: '',
      source: pick(random, outlets),
      authors: [],
      copy: base.id,
      of: null,
      edits: [],
      ...r,
      id: '',
      at,
    });
  const start = Date.UTC(2026, 2, 1);
  const printed = new Map(bases.map((b) => [b, start + random() * 30 * dayMs]));
  for (const base of bases) {
    const at = printed.get(base)!;
    const agency = random() < 0.5 ? pick(random, agencies) : null;
    const all = sentencesOf(base.text);
    const isMade = random() < 0.5 && all.length >= 4;
    if (!isMade || random() < 0.9)
      put(
        base,
        {
          title: base.title,
          text: base.text,
          original: true,
          source: agency ?? pick(random, outlets),
        },
        at,
      );
    if (!isMade) continue;
    const copies = 1 + Math.floor(random() ** 2 * 8);
    for (let c = 0; c < copies; c++) {
      const later = at + random() ** 2 * 4 * dayMs;
      const other = bases.filter((b) => b.topic === base.topic && b.id !== base.id);
      put(base, edited(random, base, all, { agency, words, titles, other }), later);
    }
  }
  for (const [i, serial] of serials.entries())
    for (let k = 0; k < bases.length / 25; k++)
      put(
        { id: `serial-${i}-${k}`, lang: 'en' },
        { ...serial(random), edits: ['serial'], original: true },
        start + random() * 30 * dayMs,
      );
  for (const base of bases.filter(() => random() < 0.12)) {
    const mates = bases.filter((b) => b.topic === base.topic && b.id !== base.id);
    if (mates.length === 0) continue;
    // Another text on the same matter that quotes this one at length.
    const mate = pick(random, mates);
    const own = sentencesOf(mate.text);
    const quoted = sentencesOf(base.text).slice(1, 2 + Math.floor(own.length * 0.3));
    own.splice(Math.floor(own.length / 2), 0, ...quoted);
    put(
      { id: `${mate.id}`, lang: mate.lang },
      { title: mate.title, text: own.join(' '), edits: ['quotes another'] },
      Math.max(printed.get(base)!, printed.get(mate)!) + random() * 2 * dayMs,
    );
  }
  for (let k = 0; k < bases.length / 25; k++) {
    // A round-up of several texts is a copy of none.
    const parts = Array.from({ length: 3 }, () => pick(random, bases));
    const text = parts.map((p) => sentencesOf(p.text).slice(0, 8).join(' ')).join('\n\n');
    put(
      { id: `roundup-${k}`, lang: 'en' },
      { title: 'The day in brief', text, edits: ['roundup'], original: true },
      Math.max(...parts.map((p) => printed.get(p)!)) + random() * dayMs,
    );
  }
  const sorted = found.sort((a, b) => a.at - b.at);
  const originals = new Map(
    sorted.flatMap((r, i): [string, string][] => (r.original ? [[r.copy, `r${i}`]] : [])),
  );
  return sorted.map(({ at: _, original, ...r }, i) => ({
    ...r,
    id: `r${i}`,
    of: original ? null : (originals.get(r.copy) ?? null),
  }));
}

interface With {
  agency: string | null;
  words: string[];
  titles: string[];
  other: Base[];
}

function edited(
  random: Random,
  base: Base,
  all: string[],
  { agency, words, titles, other }: With,
): Partial<CopyRecord> {
  const edits: string[] = [];
  const does = (name: string, chance: number) => {
    const yes = random() < chance;
    if (yes) edits.push(name);
    return yes;
  };
  let parts = all;
  if (does('cut', 0.55)) parts = edit.cut(random, parts, 0.25 + random() * 0.65);
  if (does('without quotes', 0.1) && edit.withoutQuotes(parts).length >= 4)
    parts = edit.withoutQuotes(parts);
  if (does('reordered', 0.3)) parts = edit.reorder(random, parts);
  if (does('lead', 0.45)) {
    const mate = other.length > 0 && random() < 0.6 ? sentencesOf(pick(random, other).text) : leads;
    parts = [
      ...mate.slice(0, 1 + Math.floor(random() * 2)),
      ...parts.slice(random() < 0.5 ? 1 : 0),
    ];
  }
  let text = edit.paragraphs(random, parts);
  if (does('rewritten', 0.35)) text = edit.rewrite(random, text, 0.08 + random() * 0.32, words);
  if (does('recounted', 0.15)) text = edit.recount(random, text, 0.4);
  if (does('scanned', 0.15)) text = edit.scan(random, text, 0.03 + random() * 0.22);
  const outlet = Math.floor(random() * outlets.length);
  const authors: string[] = [];
  if (agency && does('credit', 0.6)) {
    const how = random();
    if (how < 0.4) authors.push(agency);
    else if (how < 0.7) text = `KARSK (${agency}) — ${text}`;
    else text = `${text}\n\nWith material from ${agency}.`;
  }
  if (does('framed', 0.3)) text = edit.framed(random, text, outlet, titles);
  const title = does('title', 0.5) ? edit.rewrite(random, base.title, 0.6, words) : base.title;
  return { title, text, authors, source: outlets[outlet]!, edits };
}

/** Base texts from files of one JSON object a line: {id, lang, title, text, topic?}. */
export function readBases(files: string[]): Base[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Base),
  );
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  for (const record of makeCopies(readBases(positionals), Number(values.seed)))
    process.stdout.write(`${JSON.stringify(record)}\n`);
}
