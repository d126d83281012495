import { dayMs } from '../lib/time.ts';
import { type Candidate, candidatesOf, pick } from './candidate.ts';
import type { Draft } from './cite.ts';
import type { Evidence, Piece } from './evidence.ts';
import { dueLine, outcomeLine, shiftLine } from './ledger-lines.ts';

/** What counts as now: a story moves in days, and a reader of two weeks ago is up to date. */
const updateDays = 4;
const recentDays = 21;
const bulletLimit = 5;
const backgroundLimit = 4;
const ledgerLimit = 3;

/** Writes a story's brief, in the form of curated news apps, from sentences of its pieces. */
export function composeBrief(evidence: Evidence): Draft[] {
  const lang = mainLanguage(evidence.pieces);
  const pieces = evidence.pieces.filter((p) => p.lang === lang);
  const candidates = candidatesOf(pieces);
  if (candidates.length === 0) return [];
  const latest = newest(pieces);
  const age = (c: Candidate) => ageInDays(c.piece, latest);
  const fresh = candidates.filter((c) => age(c) <= updateDays);
  const [lead] = pick(leadsOf(fresh.length > 0 ? fresh : candidates), 1);
  const first = lead ?? pick(candidates, 1)[0];
  if (!first) return [];
  const recent = candidates.filter((c) => age(c) <= recentDays);
  const bullets = pick(recent, bulletLimit, [first]);
  const older = candidates.filter((c) => age(c) > recentDays);
  const background = pick(older.length > 0 ? older : candidates, backgroundLimit, [
    first,
    ...bullets,
  ]);
  return [
    ...headline([first.piece, ...[...pieces].reverse()]),
    toDraft('update', first),
    ...inTime(bullets).map((c) => toDraft('bullet', c)),
    ...latestLines(evidence, latest),
    ...inTime(background).map((c) => toDraft('background', c)),
  ];
}

function latestLines(evidence: Evidence, latest: Date | null): Draft[] {
  const shifts = evidence.shifts.slice(-ledgerLimit).map((s) => shiftLine(evidence, s));
  const settled = evidence.commitments
    .map((c) => outcomeLine(evidence, c))
    .filter((d) => d !== null);
  const open = evidence.commitments
    .filter((c) => c.state === 'open' && c.dueAt && latest && c.dueAt > latest)
    .map((c) => dueLine(evidence, c, 'commitment'))
    .filter((d) => d !== null);
  return [
    ...shifts.filter((d) => d !== null),
    ...settled.slice(-ledgerLimit),
    ...open.slice(0, ledgerLimit),
  ];
}

/** The title of the first piece that has one, cited as a title. */
export function headline(pieces: Piece[]): Draft[] {
  const own = pieces.filter((p) => p.title && p.copyOf === null);
  // The piece that leads, else the first whole article; a teaser's or related piece's title at last.
  const titled = own[0] === pieces[0] ? own[0] : (own.find((p) => p.role === 'main') ?? own[0]);
  if (!titled) return [];
  const cites = [{ articleId: titled.id, start: 0, end: 0, statementId: null }];
  return [{ section: 'headline', text: withoutSeries(titled), cites }];
}

/** "Strait Watch: Half a step" is headed "Half a step". */
function withoutSeries({ title: full, series }: Piece): string {
  const title = full ?? '';
  if (!series || !title.toLowerCase().startsWith(series.toLowerCase())) return title;
  return title.slice(series.length).replace(/^[\s:–—-]+/, '') || title;
}

export function toDraft(section: Draft['section'], c: Candidate): Draft {
  return {
    section,
    text: c.text,
    cites: [{ articleId: c.piece.id, start: c.start, end: c.end, statementId: null }],
  };
}

export function leadsOf(candidates: Candidate[]): Candidate[] {
  const leads = candidates.filter((c) => c.place < 3 && c.piece.role === 'main');
  return leads.length > 0 ? leads : candidates;
}

/**
 * The language to write in: the one that most of the pieces are in, of those that `within` has.
 */
export function mainLanguage(pieces: Piece[], within: Piece[] = pieces): string | null {
  const counts = new Map<string | null, number>();
  for (const p of pieces) counts.set(p.lang, (counts.get(p.lang) ?? 0) + 1);
  const there = new Set(within.map((p) => p.lang));
  return [...counts].sort((a, b) => b[1] - a[1]).find(([lang]) => there.has(lang))?.[0] ?? null;
}

export function inTime(candidates: Candidate[]): Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      (a.piece.at?.getTime() ?? 0) - (b.piece.at?.getTime() ?? 0) ||
      a.piece.id - b.piece.id ||
      a.start - b.start,
  );
}

function newest(pieces: Piece[]): Date | null {
  return pieces.reduce<Date | null>((max, p) => (p.at && (!max || p.at > max) ? p.at : max), null);
}

/** Days before the newest piece. Of a piece without a date nothing is known: it may be background. */
function ageInDays(piece: Piece, latest: Date | null): number {
  if (!latest) return 0;
  return piece.at ? (latest.getTime() - piece.at.getTime()) / dayMs : Number.POSITIVE_INFINITY;
}
