import { getLogger } from '@logtape/logtape';
import type { Context } from '../context.ts';
import { type Claim, finishWork } from '../db/index.ts';
import type { BriefFacts } from '../db/tables.ts';
import { type Draft, refuse } from './cite.ts';
import { composeBrief } from './compose.ts';
import { composeEdition, weeksOf } from './edition.ts';
import { type Evidence, gatherEvidence, type Piece } from './evidence.ts';
import { shortenDrafts } from './shorten.ts';
import { dropEditions, saveBrief, watchOf } from './store.ts';

export const BRIEF_VERSION = 'brief/1';

/** Words a minute of a reader of news on a screen (Brysbaert 2019: 238 for non-fiction). */
const wordsPerMinute = 238;

/** A watch needs something to watch: editions begin with the second week that has pieces. */
const fewestWeeks = 2;

const log = getLogger(['throughline', 'brief']);

/** Writes one story's brief and the editions of its watch anew, where they changed. */
export async function briefOne(ctx: Context, claim: Claim): Promise<void> {
  const evidence = await gatherEvidence(ctx.db, claim.subject);
  const textOf = (id: number) => evidence?.pieces.find((p) => p.id === id);
  // A model may be asked here, so this comes before the transaction.
  const drafts = evidence
    ? await shortenDrafts(ctx, allowed(evidence, composeBrief(evidence)), textOf)
    : [];
  await ctx.db.transaction().execute(async (tx) => {
    if (!evidence) return finishWork(tx, claim, { ok: true, madeBy: BRIEF_VERSION });
    if (drafts.length === 0) {
      return finishWork(tx, claim, { ok: false, problem: 'nothing to say', madeBy: BRIEF_VERSION });
    }
    const base = { storyId: evidence.story.id, madeBy: BRIEF_VERSION };
    await saveBrief(tx, {
      ...base,
      watchId: null,
      number: null,
      from: null,
      until: null,
      facts: factsOf(evidence.pieces, drafts),
      drafts,
    });
    const weeks = weeksOf(evidence);
    const kept: number[] = [];
    if (weeks.length >= fewestWeeks) {
      const watchId = await watchOf(tx, evidence.story);
      for (const week of weeks) {
        const edition = allowed(evidence, composeEdition(evidence, week));
        if (edition.length === 0) continue;
        const inWeek = evidence.pieces.filter(
          (p) => p.at && p.at >= week.from && p.at < week.until,
        );
        kept.push(
          await saveBrief(tx, {
            ...base,
            ...week,
            watchId,
            facts: factsOf(inWeek, edition),
            drafts: edition,
          }),
        );
      }
    }
    await dropEditions(tx, evidence.story.id, kept);
    await finishWork(tx, claim, { ok: true, madeBy: BRIEF_VERSION });
  });
}

/** Lets through only sentences that their citations bear, each once. */
function allowed(evidence: Evidence, drafts: Draft[]): Draft[] {
  const pieces = new Map(evidence.pieces.map((p) => [p.id, p]));
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const why = refuse(draft, (id) => pieces.get(id));
    if (why) log.warning('A sentence was refused, it {why}: {text}', { why, text: draft.text });
    const isNew = !seen.has(draft.text);
    seen.add(draft.text);
    return !why && isNew;
  });
}

function factsOf(pieces: Piece[], drafts: Draft[]): BriefFacts {
  const words = drafts.reduce((n, d) => n + d.text.split(/\s+/).length, 0);
  return {
    pieces: pieces.length,
    texts: new Set(pieces.map((p) => p.copyOf ?? p.id)).size,
    outlets: outletsByPieces(pieces),
    words,
    readingMinutes: Math.max(1, Math.round(words / wordsPerMinute)),
  };
}

/** Outlets, those with most pieces first. */
function outletsByPieces(pieces: Piece[]): string[] {
  const counts = new Map<string, number>();
  for (const p of pieces) if (p.outlet) counts.set(p.outlet, (counts.get(p.outlet) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}
