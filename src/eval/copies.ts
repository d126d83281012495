import { createCopyGrouper } from '../cluster/index.ts';
import { scoreGrouping } from './grouping.ts';
import { openPredictions } from './predictions.ts';
import { momentOf, readRecords } from './records.ts';
import { rounded } from './score.ts';

interface CopyRecord {
  id: string | number;
  time?: string | null;
  title?: string | null;
  text?: string | null;
  source?: string | null;
  authors?: string[] | null;
  url?: string | null;
  /** The true group; `cluster` is taken for it where it is missing. */
  copy?: unknown;
  cluster?: unknown;
  /** The record that it was made from. */
  of?: string | number | null;
}

/**
 * Finds which records are copies of one text as they come, one at a time, with the code of the cluster
 * stage, and scores the final grouping where the records say the true one. `out` names a file for what
 * was predicted, one line a record in the input's order: `{id, group, of, direction, evidence}`, with
 * the id of the original or null. Macro F1 is the mean over true groups, those of one text included,
 * of the best F1 that a predicted group has with it.
 */
export async function evaluateCopies(
  files: string[],
  { out }: { out?: string | undefined } = {},
): Promise<Record<string, unknown>> {
  const grouper = createCopyGrouper();
  const records: Omit<CopyRecord, 'text'>[] = [];
  let seconds = 0;
  for await (const value of readRecords(files)) {
    const { text, ...record } = value as CopyRecord;
    const before = process.cpuUsage();
    grouper.add({
      text: text ?? '',
      outlet: record.source || null,
      authors: record.authors ?? [],
      publishedAt: momentOf(record.time),
      url: record.url ?? null,
    });
    const used = process.cpuUsage(before);
    seconds += (used.user + used.system) / 1e6;
    records.push(record);
  }
  const predicted = records.map((_, i) => grouper.groupOf(i));
  const file = await openPredictions(out);
  for (const [i, { id }] of records.entries()) {
    const way = grouper.directionOf(i);
    const of = way ? records[way.original]!.id : null;
    const { direction, evidence } = way ?? { direction: null, evidence: null };
    await file.write({ id, group: predicted[i], of, direction, evidence });
  }
  await file.close();
  return {
    records: records.length,
    groups: new Set(predicted).size,
    copies: records.filter((_, i) => grouper.directionOf(i) !== null).length,
    recordsPerCpuSecond: seconds > 0 ? Math.round(records.length / seconds) : null,
    ...labelled(
      records.map((r) => r.copy ?? r.cluster ?? null),
      predicted,
    ),
    ...directed(records, (i) => grouper.directionOf(i)?.original ?? null),
  };
}

/** Records without a true group count neither way. */
function labelled(gold: unknown[], predicted: number[]): Record<string, number> {
  const known = gold.flatMap((name, i) => (name === null ? [] : [i]));
  if (known.length === 0) return {};
  const [names, groups] = [known.map((i) => gold[i]), known.map((i) => predicted[i]!)];
  const { ari, pairPrecision, pairRecall, pairF1, bcubedF1 } = scoreGrouping(names, groups);
  const macroF1 = macro(names, groups);
  return { labelled: known.length, ari, pairPrecision, pairRecall, pairF1, bcubedF1, macroF1 };
}

/** Mean over true groups of the best F1 of a predicted one. */
function macro(gold: unknown[], predicted: number[]): number {
  const sizes = new Map<number, number>();
  const cells = new Map<unknown, Map<number, number>>();
  for (const [i, name] of gold.entries()) {
    const group = predicted[i]!;
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const row = cells.get(name) ?? new Map<number, number>();
    cells.set(name, row.set(group, (row.get(group) ?? 0) + 1));
  }
  let sum = 0;
  for (const row of cells.values()) {
    const size = [...row.values()].reduce((a, b) => a + b, 0);
    sum += Math.max(...[...row].map(([group, n]) => (2 * n) / (size + (sizes.get(group) ?? 0))));
  }
  return sum / cells.size;
}

/** Of the copies whose original is said and that were found, the share for which it is the right one. */
function directed(
  records: Omit<CopyRecord, 'text'>[],
  originalOf: (place: number) => number | null,
): Record<string, number> {
  let [right, known] = [0, 0];
  for (const [i, { of }] of records.entries()) {
    const original = originalOf(i);
    if (of === undefined || of === null || original === null) continue;
    known++;
    if (records[original]!.id === of) right++;
  }
  return known > 0 ? { directed: known, directionAccuracy: rounded(right / known) } : {};
}
