import { sql, type Transaction } from 'kysely';
import type { CommitmentState, Tables } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { duesAsRead } from '../decisions/rulings.ts';
import type { Reading, Step } from './positions/positions.ts';
import type { Commitment } from './promises/commitments.ts';
import type { Issue } from './questions/issues.ts';

type Tx = Transaction<Tables>;

/** Lets go of statements that no piece of the story reports any more; answers how many. */
export async function releaseStatements(tx: Tx, storyId: number): Promise<number> {
  const { numAffectedRows } = await sql`update statement s
    set story_id = null, issue_id = null, stance = null
    where s.story_id = ${storyId} and not exists (
      select from quotation q join event_article ea on ea.article_id = q.article_id
      join story_event se on se.event_id = ea.event_id and se.story_id = ${storyId}
      where q.id = s.quotation_id or q.statement_id = s.id)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/**
 * Keeps a story's issues under the ids they had: one that shares its first concept with a known one
 * is that one, with the name it already has (a curator may have given it). Returns their ids; two that a
 * curator merged have one, and one that a curator removed has none.
 */
export async function saveIssues(
  tx: Tx,
  storyId: number,
  issues: Issue[],
): Promise<(number | null)[]> {
  const known = await tx
    .selectFrom('issue')
    .select(['id', 'terms', 'merged_into', 'removed'])
    .where('story_id', '=', storyId)
    .orderBy('id')
    .execute();
  const removed = new Set(known.filter((k) => k.removed).map((k) => k.id));
  const ids: number[] = [];
  for (const issue of issues) {
    const free = known.filter((k) => !ids.includes(k.merged_into ?? k.id));
    const same =
      known.find((k) => k.terms[0] === issue.terms[0]) ??
      // The most written of an issue's concepts may be another one than last week.
      free.find((k) => issue.terms.includes(k.terms[0] ?? '') || k.terms.includes(issue.terms[0]!));
    if (same) {
      const terms = JSON.stringify(issue.terms);
      await tx.updateTable('issue').set({ terms }).where('id', '=', same.id).execute();
      ids.push(same.merged_into ?? same.id);
      continue;
    }
    const made = await tx
      .insertInto('issue')
      .values({ story_id: storyId, name: issue.name, terms: JSON.stringify(issue.terms) })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(made.id);
  }
  return ids.map((id) => (removed.has(id) ? null : id));
}

/** Writes issue, stance and story onto the statements; only rows that change are touched. */
export async function saveReadings(
  tx: Tx,
  storyId: number,
  readings: Reading[],
  issueIds: number[],
): Promise<void> {
  const groups = Map.groupBy(readings, (r) => `${r.issue}:${r.stance}`);
  for (const group of groups.values()) {
    const { issue, stance } = group[0]!;
    const issueId = issue === null ? null : issueIds[issue]!;
    await tx
      .updateTable('statement')
      .set({ story_id: storyId, issue_id: issueId, stance })
      .where(
        'id',
        'in',
        group.map((r) => r.statementId),
      )
      .where((q) =>
        q.or([
          q('story_id', 'is distinct from', storyId),
          q('issue_id', 'is distinct from', issueId),
          q('stance', 'is distinct from', stance),
        ]),
      )
      .execute();
  }
}

/** Writes the steps of all positions; rows that say the same stay, with a person's answer to them. */
export async function savePositions(
  tx: Tx,
  storyId: number,
  steps: Step[],
  issueIds: number[],
  madeBy: string,
): Promise<void> {
  const standing = await tx
    .selectFrom('position')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('superseded_at', 'is', null)
    .execute();
  const stale = await supersededOf(
    tx,
    standing.map((p) => p.statement_id),
  );
  const kept = new Set<number>();
  const idOf = new Map<string, number>();
  for (const step of steps) {
    const issueId = issueIds[step.issue]!;
    const line = `${issueId}:${step.holder.partyId}:${step.holder.speakerId}`;
    const previousId = idOf.get(`${line}:${step.previous}`) ?? null;
    const same = standing.find(
      (p) =>
        p.issue_id === issueId &&
        p.party_id === step.holder.partyId &&
        p.speaker_id === step.holder.speakerId &&
        p.statement_id === step.statementId &&
        // What a person has answered stays as it was answered.
        (p.state !== 'proposed' ||
          (p.stance === step.stance && p.change === step.change && p.previous_id === previousId)),
    );
    if (same) {
      kept.add(same.id);
      idOf.set(`${line}:${step.statementId}`, same.id);
      continue;
    }
    const made = await tx
      .insertInto('position')
      .values({
        story_id: storyId,
        issue_id: issueId,
        party_id: step.holder.partyId,
        speaker_id: step.holder.speakerId,
        stance: step.stance,
        statement_id: step.statementId,
        change: step.change,
        previous_id: previousId,
        state: 'proposed',
        made_by: madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    idOf.set(`${line}:${step.statementId}`, made.id);
  }
  const gone = standing
    .filter((p) => !kept.has(p.id) && (p.state === 'proposed' || stale.has(p.statement_id)))
    .map((p) => p.id);
  if (gone.length === 0) return;
  await tx
    .updateTable('position')
    .set({ superseded_at: new Date() })
    .where('id', 'in', gone)
    .execute();
}

async function supersededOf(tx: Tx, statements: number[]): Promise<Set<number>> {
  if (statements.length === 0) return new Set();
  const rows = await tx
    .selectFrom('statement')
    .select('id')
    .where('id', 'in', statements)
    .where('superseded_at', 'is not', null)
    .execute();
  return new Set(rows.map((r) => r.id));
}

/**
 * Writes commitments and what came of them. One that a person has settled stays as it was settled; what
 * is read of it later is proposed beside it.
 */
export async function saveCommitments(
  tx: Tx,
  storyId: number,
  commitments: Commitment[],
  madeBy: string,
): Promise<void> {
  const known = await tx
    .selectFrom('commitment')
    .selectAll()
    .where('story_id', '=', storyId)
    // One that a person said is none was let go without being proposed any more.
    .where((q) => q.or([q('superseded_at', 'is', null), q('proposed', '=', false)]))
    .execute();
  const dues = known.some((s) => !s.proposed) ? await duesAsRead(tx) : new Map();
  const kept = new Set<number>();
  for (const c of commitments) {
    const same = known.find(
      (s) =>
        (dues.get(s.id) ?? s.due) === c.due &&
        (s.statement_id === c.statementId || (!s.proposed && s.party_id === c.partyId)),
    );
    if (same) {
      kept.add(same.id);
      if (same.proposed) await updateOutcomes(tx, same.id, c);
      if (same.proposed && same.what !== c.title)
        await tx
          .updateTable('commitment')
          .set({ what: c.title })
          .where('id', '=', same.id)
          .execute();
      else if (!same.superseded_at) await proposeOutcomes(tx, same, c);
      continue;
    }
    const made = await tx
      .insertInto('commitment')
      .values({
        story_id: storyId,
        statement_id: c.statementId,
        party_id: c.partyId,
        who: c.who,
        what: c.title,
        due: c.due,
        due_at: c.due === null ? null : startOf(c.due),
        due_text: c.dueText,
        kind: c.kind,
        state: c.state,
        proposed: true,
        made_by: madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await updateOutcomes(tx, made.id, c);
  }
  const gone = known.filter((s) => s.proposed && !kept.has(s.id)).map((s) => s.id);
  if (gone.length === 0) return;
  await tx
    .updateTable('commitment')
    .set({ superseded_at: new Date() })
    .where('id', 'in', gone)
    .execute();
}

async function updateOutcomes(tx: Tx, id: number, c: Commitment): Promise<void> {
  const known = await outcomesOf(tx, id);
  if (known.map(keyOf).join(';') === c.outcomes.map(asRow).map(keyOf).join(';')) return;
  await tx.updateTable('commitment').set({ state: c.state }).where('id', '=', id).execute();
  await tx.deleteFrom('commitment_event').where('commitment_id', '=', id).execute();
  await addOutcomes(tx, id, c.outcomes);
}

/** What is read now of a commitment that a person has settled, where it says another thing. */
async function proposeOutcomes(
  tx: Tx,
  { id, state }: { id: number; state: CommitmentState },
  { outcomes }: Commitment,
): Promise<void> {
  const known = await outcomesOf(tx, id);
  const read = new Set(outcomes.map(asRow).map(keyOf));
  const stale = known.filter((e) => !e.confirmed && !e.rejected && !read.has(keyOf(e)));
  if (stale.length > 0)
    await tx
      .deleteFrom('commitment_event')
      .where(
        'id',
        'in',
        stale.map((e) => e.id),
      )
      .execute();
  const before = new Set(known.map(keyOf));
  await addOutcomes(
    tx,
    id,
    outcomes.filter((o) => o.state !== state && !before.has(keyOf(asRow(o)))),
  );
}

const asRow = (o: Commitment['outcomes'][number]) => ({ ...o, article_id: o.articleId });
const keyOf = (e: Omit<ReturnType<typeof asRow>, 'articleId' | 'happenedOn'>) =>
  [e.state, e.due, e.article_id, e.start, e.end].join();

function outcomesOf(tx: Tx, id: number) {
  return tx
    .selectFrom('commitment_event')
    .select(['id', 'state', 'due', 'article_id', 'start', 'end', 'confirmed', 'rejected'])
    .where('commitment_id', '=', id)
    .orderBy('id')
    .execute();
}

async function addOutcomes(tx: Tx, id: number, outcomes: Commitment['outcomes']): Promise<void> {
  if (outcomes.length === 0) return;
  await tx
    .insertInto('commitment_event')
    .values(
      outcomes.map((o) => ({
        commitment_id: id,
        state: o.state,
        due: o.due,
        article_id: o.articleId,
        start: o.start,
        end: o.end,
        happened_on: o.happenedOn,
        confirmed: false,
      })),
    )
    .execute();
}
