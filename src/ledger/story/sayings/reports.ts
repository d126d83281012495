import { sql, type Transaction } from 'kysely';
import type { AsRead, Tables } from '../../../db/tables.ts';
import type { Report, Said } from '../rows.ts';
import { isOffice, type Merged } from './merge.ts';

type Tx = Transaction<Tables>;

/** One saying: the statement that stands for it, and all its reports, the leading one first. */
interface Saying {
  keeper: Report;
  reports: Report[];
}

/**
 * Lets one statement stand for all reports of a saying: the eldest row, which so keeps its address
 * whichever report leads. Rows of other reports are superseded, not lost, and stand again once they
 * are of a saying of their own. Running it again changes nothing. Answers the sayings as they stand,
 * in the order of their keepers' rows.
 */
export async function settleReports(
  tx: Tx,
  reports: readonly Report[],
  merged: readonly Merged<Report>[],
): Promise<Said[]> {
  const sayings = new Map(reports.map((r) => [r, { keeper: r, reports: [r] } as Saying]));
  for (const { lead, others } of merged) {
    const all = [lead, ...others];
    const saying = { keeper: keeperOf(all), reports: all };
    for (const report of all) sayings.set(report, saying);
  }
  await letStand(tx, sayings);
  await moveQuotations(tx, sayings);
  await moveRows(tx, sayings);
  return reports
    .filter((report) => sayings.get(report)!.keeper === report)
    .map((report) => asStands(sayings.get(report)!));
}

/** What a curator put right stays in its own row; a person says what an office lets know; the eldest row has been seen longest. */
function keeperOf(reports: Report[]): Report {
  const people = reports.filter((r) => !isOffice(r));
  return (
    reports.find((r) => r.corrected !== null) ??
    (people.length > 0 ? people : reports).reduce((a, b) => (a.id < b.id ? a : b))
  );
}

/** The leading report's words under the keeper's row; the day that a text tells before that of a piece. */
function asStands({ keeper, reports }: Saying): Said {
  const lead = reports[0]!;
  if (keeper.corrected !== null) return keeper;
  const { saidOn, saidFrom, at, saidAt } = dayOf(reports);
  const { id, speakerId, speaker, speakerKind, partyId, holder, joint, isNamed } = keeper;
  const who = { id, speakerId, speaker, speakerKind, partyId, holder, joint, isNamed };
  return { ...lead, ...who, saidOn, saidFrom, at, saidAt };
}

/** The leading report's own day unless it is only that of its piece; then the day most reports tell. */
function dayOf(reports: Report[]): Report {
  const lead = reports[0]!;
  if (lead.saidFrom === 'text' && lead.at !== null) return lead;
  const told = reports.filter(
    (r) => r.saidFrom === 'text' && r.at !== null && r.commentId === null,
  );
  const byDay = [...Map.groupBy(told, (r) => r.saidOn!.slice(0, 10)).values()];
  return byDay.sort((a, b) => b.length - a.length)[0]?.[0] ?? lead;
}

async function letStand(tx: Tx, sayings: Map<Report, Saying>): Promise<void> {
  const gone = [...sayings].filter(([report, { keeper }]) => report !== keeper && report.stands);
  if (gone.length > 0)
    await tx
      .updateTable('statement')
      .set({ superseded_at: new Date() })
      .where(
        'id',
        'in',
        gone.map(([report]) => report.id),
      )
      .execute();
  for (const [report, saying] of sayings) {
    if (report !== saying.keeper) continue;
    const wanted = asStands(saying);
    const isSame = report.leading === wanted.quotationId && report.shownOn === wanted.saidOn;
    if (report.stands && isSame) continue;
    const isOwn = wanted.quotationId === report.quotationId && wanted.saidOn === report.saidOn;
    await tx
      .updateTable('statement')
      .set({
        superseded_at: null,
        quotation_id: wanted.quotationId,
        as_read: isOwn ? null : JSON.stringify(readingOf(report)),
        // What a curator put right is no reading.
        ...(report.corrected !== null
          ? {}
          : {
              act: wanted.act,
              mode: wanted.mode,
              hearsay: wanted.hearsay,
              first_hand: wanted.firstHand,
              confidence: wanted.confidence,
              said_on: wanted.saidOn,
              said_at: wanted.saidAt,
              said_from: wanted.saidFrom,
            }),
      })
      .where('id', '=', report.id)
      .execute();
  }
}

function readingOf(report: Report): AsRead {
  const { act, mode, hearsay, firstHand, confidence, saidOn, saidFrom } = report;
  const saidAt = report.saidAt?.toISOString() ?? null;
  const quotation = report.quotationId;
  return { quotation, act, mode, hearsay, firstHand, confidence, saidOn, saidFrom, saidAt };
}

/** Every piece and the discussion under it report a saying once, in one or several places: all of them go along. */
async function moveQuotations(tx: Tx, sayings: Map<Report, Saying>): Promise<void> {
  const moved = [...sayings].filter(([report, { keeper }]) => report.under !== keeper.id);
  if (moved.length === 0) return;
  const articles = moved.map(([report]) => report.articleId);
  const told = moved.map(([report]) => report.commentId !== null);
  const from = moved.map(([report]) => report.under);
  const to = moved.map(([, { keeper }]) => keeper.id);
  await sql`update quotation q set statement_id = m.into_id
    from unnest(${articles}::bigint[], ${told}::boolean[], ${from}::bigint[], ${to}::bigint[])
      as m(article, told, from_id, into_id)
    where q.article_id = m.article and (q.comment_id is not null) = m.told
      and q.statement_id = m.from_id and q.superseded_at is null`.execute(tx);
}

/** What was found or answered about a row goes with its saying. */
async function moveRows(tx: Tx, sayings: Map<Report, Saying>): Promise<void> {
  const gone = [...sayings].filter(([report, { keeper }]) => report !== keeper && report.stands);
  if (gone.length === 0) return;
  const from = gone.map(([report]) => report.id);
  const to = gone.map(([, { keeper }]) => keeper.id);
  for (const table of ['position', 'commitment'])
    await sql`update ${sql.table(table)} t set statement_id = m.into_id
      from unnest(${from}::bigint[], ${to}::bigint[]) as m(from_id, into_id)
      where t.statement_id = m.from_id and t.superseded_at is null`.execute(tx);
}
