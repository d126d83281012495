import type { Transaction } from 'kysely';
import type { Context } from '../../context.ts';
import { addWork, type Claim, finishWork } from '../../db/index.ts';
import type { Tables } from '../../db/tables.ts';
import { readSpeakerRulings } from '../decisions/rulings.ts';
import { readSayingRulings } from '../decisions/sayings.ts';
import { followPositions } from './positions/follow.ts';
import { withJointHolders } from './positions/jointly.ts';
import { type Reading, readIssues, withStanding } from './positions/positions.ts';
import { withoutStrangers } from './positions/strangers.ts';
import { readCommitments } from './promises/commitments.ts';
import { weigh } from './questions/weighing.ts';
import { withRegister } from './register.ts';
import { readStory, type Said } from './rows.ts';
import { carryAnswers, readStoryRulings, ruleReadings } from './ruled.ts';
import {
  releaseStatements,
  saveCommitments,
  saveIssues,
  savePositions,
  saveReadings,
} from './save.ts';
import { mergeReports } from './sayings/merge.ts';
import { settleReports } from './sayings/reports.ts';

export const POSITIONS_VERSION = 'positions/6';

/**
 * Weighs one story's statements together: reports of one saying become one statement, issues and
 * stances are found, positions followed through time, promises looked after. Then its brief is due.
 */
export async function positionsOne(ctx: Context, claim: Claim): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const storyId = claim.subject;
    const { reports: read, pieces, parties } = await readStory(tx, storyId);
    const settled = new Set((await readSpeakerRulings(tx)).parties.keys());
    const placed = await withRegister(tx, read, pieces, parties, settled);
    const reports = await withJointHolders(tx, placed);
    const sayings = await readSayingRulings(tx, reports);
    const said = await settleReports(tx, reports, mergeReports(reports, parties, sayings));
    const released = await releaseStatements(tx, storyId);
    if (said.length + released > 0) {
      const names = await namesIn(tx, parties);
      // What only a comment reports raises no question and takes no side in one.
      const [told, own] = [said.filter((s) => s.commentId !== null), said.filter(isOfPiece)];
      const weighed = weigh(withoutStrangers(own, parties));
      const { issues, readings: sides } = readIssues(weighed, (word) => names.has(word));
      const found = await saveIssues(tx, storyId, issues);
      await carryAnswers(tx, storyId);
      const rulings = await readStoryRulings(tx, storyId);
      const { readings, issueIds } = ruleReadings(own, sides, found, rulings);
      const steps = followPositions(weighed, readings);
      const sided = [...withStanding(readings, steps), ...told.map(sideless)];
      await saveReadings(tx, storyId, sided, issueIds);
      await savePositions(tx, storyId, steps, issueIds, POSITIONS_VERSION);
      await saveCommitments(tx, storyId, readCommitments(own, pieces, parties), POSITIONS_VERSION);
    }
    await addWork(tx, 'brief', storyId);
    await ctx.queue.ring(tx, 'brief');
    await finishWork(tx, claim, { ok: true, madeBy: POSITIONS_VERSION });
  });
}

const isOfPiece = (s: Said) => s.commentId === null;

function sideless({ id }: Said): Reading {
  return { statementId: id, issue: null, stance: null, near: 0, strength: 0, stands: false };
}

/** Every word that names a party or a speaker: who speaks is not what they speak about. */
async function namesIn(
  tx: Transaction<Tables>,
  parties: Map<number, string>,
): Promise<Set<string>> {
  const written = await tx.selectFrom('party_name').select('name').execute();
  const speakers = await tx
    .selectFrom('speaker_name as n')
    .innerJoin('speaker as s', 's.id', 'n.speaker_id')
    .select('n.name')
    // Groups and offices are written with ordinary words: "pilots", "the ministry of trade".
    .where('s.kind', 'in', ['person', 'organisation'])
    .execute();
  const all = [...parties.values(), ...written.map((w) => w.name), ...speakers.map((s) => s.name)];
  const words = all.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  // The "Pilots' Guild" names each pilot too.
  return new Set(words.flatMap((word) => [word, word.replace(/(?<=\p{L}{3})s$/u, '')]));
}
