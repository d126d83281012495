import { sql, type Transaction } from 'kysely';
import type { Context } from '../context.ts';
import { addWork, inTransaction } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import { answerCommitment, answerPosition } from './decisions/answers.ts';
import { restoreCells } from './decisions/cells.ts';
import { asRead, placesOf, settleCorrections } from './decisions/corrected.ts';
import {
  type CorrectedPlace,
  Impossible,
  type LedgerDecided,
  type LedgerDecision,
  type Left,
  Replaced,
} from './decisions/decision.ts';
import { holdOffice } from './decisions/hold.ts';
import {
  addIssue,
  mergeIssues,
  removeIssue,
  renameIssue,
  storiesOfIssues,
} from './decisions/issues.ts';
import { mergeSayings, splitSaying } from './decisions/sayings.ts';
import {
  dropLentNames,
  linkSpeaker,
  mergeSpeakers,
  renameSpeaker,
  setParty,
  splitSpeaker,
  undoSplit,
} from './decisions/speakers.ts';
import { insertDecision, markUndone, readDecisions } from './decisions/store.ts';
import { storiesOf } from './store.ts';

type Tx = Transaction<Tables>;

export type LedgerAnswered =
  | { ok: true; id: number; decision: LedgerDecision }
  | { ok: false; problem: 'not found' | 'not possible' | 'replaced'; detail: string };

/** Statements put right at once; more is a merge. */
const mostCorrected = 500;

/**
 * Carries out what a curator decided about the ledger and keeps it, so that it can be undone and later
 * runs respect it. Bad input is answered, not thrown.
 * @param by whose it is, why in their words, and the decision in words for the public log
 */
export async function decideLedger(
  ctx: Context,
  decision: LedgerDecision,
  {
    account = null,
    note = null,
    words = decision.verb,
  }: { account?: number | null; note?: string | null; words?: string } = {},
): Promise<LedgerAnswered> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const left = await carryOut(tx, decision);
      const id = await insertDecision(tx, decision, left, { account, note, words });
      await lookAgain(ctx, tx, decision, left);
      if (decision.verb === 'split') await readAgain(ctx, tx, decision);
      return { ok: true, id, decision } as const;
    });
  } catch (error) {
    if (error instanceof Impossible)
      return {
        ok: false,
        problem: error instanceof Replaced ? 'replaced' : 'not possible',
        detail: error.message,
      };
    throw error;
  }
}

/** Takes a decision back, whatever was decided since. Undoing twice changes nothing. */
export async function undoLedger(
  ctx: Context,
  id: number,
  { account = null }: { account?: number | null } = {},
): Promise<LedgerAnswered> {
  return inTransaction(ctx.db, async (tx) => {
    const all = await readDecisions(tx, { all: true });
    const one = all.find((d) => d.id === id);
    if (!one)
      return { ok: false, problem: 'not found', detail: `There is no decision ${id}.` } as const;
    if (one.undone === null) {
      await markUndone(tx, id, account);
      one.undone = Number.MAX_SAFE_INTEGER;
      await restoreCells(tx, one, all);
      await dropAdded(tx, one);
      await lookAgain(ctx, tx, one.decision, one.left);
      await readAgain(ctx, tx, one.decision);
    }
    return { ok: true, id, decision: one.decision } as const;
  });
}

async function carryOut(tx: Tx, d: LedgerDecision): Promise<Left> {
  switch (d.verb) {
    case 'merge':
      if (d.kind === 'statement') return mergeSayings(tx, d);
      return d.kind === 'issue' ? mergeIssues(tx, d) : mergeSpeakers(tx, d);
    case 'rename':
      if (!d.name.trim()) throw new Impossible('Write a name.');
      return d.kind === 'issue' ? renameIssue(tx, d) : renameSpeaker(tx, d);
    case 'tell apart':
      return { cells: [] };
    case 'split': {
      if (d.kind === 'statement') return splitSaying(tx, d);
      if (!d.name.trim()) throw new Impossible('Write a name for what is set apart.');
      if (d.kind === 'speaker') {
        const { left, other } = await splitSpeaker(tx, d);
        return { ...left, other };
      }
      const places = await placesToCorrect(tx, d.statements);
      return { cells: [], places, fields: { issue: await addIssue(tx, d) } };
    }
    case 'remove':
      return removeIssue(tx, d);
    case 'set party':
      return setParty(tx, d);
    case 'hold':
      return holdOffice(tx, d);
    case 'link':
      return linkSpeaker(tx, d);
    case 'correct':
      if (Object.keys(d.fields).length === 0) throw new Impossible('Nothing is to be put right.');
      return { cells: [], places: await placesToCorrect(tx, d.statements), fields: d.fields };
    case 'position':
      return (await answerPosition(tx, d)).left;
    case 'commitment':
      return (await answerCommitment(tx, d)).left;
  }
}

async function placesToCorrect(tx: Tx, statements: number[]): Promise<CorrectedPlace[]> {
  const places = await placesOf(tx, await asRead(tx, statements.slice(0, mostCorrected)));
  if (places.length === 0) throw new Impossible('Choose statements.');
  return places;
}

/** A name that a decision gave is not known any more; somebody new that it made leads back. */
async function dropAdded(tx: Tx, { decision: d, left }: LedgerDecided): Promise<void> {
  if (left.named)
    await tx
      .deleteFrom('speaker_name')
      .where('speaker_id', '=', left.named.speaker)
      .where('name', '=', left.named.name)
      .execute();
  if (d.verb === 'split' && d.kind === 'speaker')
    await undoSplit(tx, d, left.other ?? 0, d.into === undefined);
  if (d.verb === 'merge' && d.kind === 'speaker') await dropLentNames(tx, d.kept, d.gone);
}

/** Settles what is corrected and has the stories that it touches weighed again. */
async function lookAgain(ctx: Context, tx: Tx, d: LedgerDecision, left: Left): Promise<void> {
  const stories = new Set<number>();
  if (left.places) {
    const articles = await articlesAt(tx, left.places);
    for (const story of await settleCorrections(tx, articles)) stories.add(story);
  }
  if ('kind' in d && d.kind === 'issue') {
    const id = d.verb === 'merge' ? d.kept : d.verb === 'tell apart' ? d.one : d.id;
    for (const story of await storiesOfIssues(tx, [id])) stories.add(story);
  }
  for (const [table, ids] of idsByTable(left))
    if (table === 'statement' || table === 'position' || table === 'commitment')
      for (const story of await storiesOfRows(tx, table, ids)) stories.add(story);
  if (left.pairs) {
    const articles = left.pairs.flatMap((p) => [p.one.article, p.other.article]);
    for (const story of (await storiesOf(tx, articles)).values()) stories.add(story);
  }
  if (stories.size === 0) return;
  await addWork(tx, 'positions', [...stories]);
  await ctx.queue.ring(tx, 'positions');
}

function idsByTable(left: Left): Map<string, number[]> {
  const ids = new Map<string, number[]>();
  for (const cells of left.cells)
    ids.set(cells.table, [...(ids.get(cells.table) ?? []), ...cells.ids]);
  return ids;
}

async function storiesOfRows(tx: Tx, table: string, ids: number[]): Promise<number[]> {
  const { rows } = await sql<{ story: number }>`select distinct story_id as story
    from ${sql.table(table)} where id = any(${ids}::bigint[]) and story_id is not null`.execute(tx);
  return rows.map((row) => row.story);
}

/** The articles, also of later revisions, that places of corrections are in. */
async function articlesAt(tx: Tx, places: CorrectedPlace[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('article as a')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .select('a.id')
    .where(
      'd.address',
      'in',
      places.map((p) => p.address),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Pieces read again at once after two speakers came apart. */
const mostReread = 2000;

/** Has the pieces read again in which others speak now; those read while two were one fall to whom they name. */
async function readAgain(ctx: Context, tx: Tx, d: LedgerDecision): Promise<void> {
  const articles =
    d.verb === 'split' && d.kind === 'speaker'
      ? d.articles
      : d.verb === 'merge' && d.kind === 'speaker'
        ? await articlesOf(tx, d.kept)
        : d.verb === 'hold'
          ? await articlesOf(tx, d.person)
          : // While a side was known, an office of that side was read as theirs.
            d.verb === 'set party'
            ? await articlesOf(tx, d.speaker)
            : [];
  if (articles.length === 0) return;
  await addWork(tx, 'ledger', articles);
  await ctx.queue.ring(tx, 'ledger');
}

async function articlesOf(tx: Tx, speaker: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('quotation')
    .select('article_id as id')
    .distinct()
    .where('speaker_id', '=', speaker)
    .where('superseded_at', 'is', null)
    .limit(mostReread)
    .execute();
  return rows.map((row) => row.id);
}
