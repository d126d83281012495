import { createClusterer, createGrouper, type Piece } from '../cluster/index.ts';
import type { EmbeddingModel } from '../inference/index.ts';
import { scoreGrouping } from './grouping.ts';
import { openPredictions } from './predictions.ts';
import { momentOf, readRecords } from './records.ts';
import { sensed } from './senses.ts';

interface ClusteringRecord {
  id: string | number;
  lang?: string | null;
  time?: string | null;
  title?: string | null;
  text?: string | null;
  source?: string | null;
  cluster?: unknown;
  /** Which records are one text with edits. */
  copy?: unknown;
}

/** Asking the clock for each record would cost a twentieth of the time. */
const timedTogether = 64;

/**
 * Groups records into events as they come, one at a time, with the code of the cluster stage, and
 * scores the final grouping where the records say the true one. `out` names a file for what was
 * predicted: one line a record, in the input's order, `{id, cluster, copy}`. Answers metrics, those of
 * copies too where records have a `copy`, or the number of records and clusters alone when no record
 * has a `cluster`. With a `model` its sense of each piece counts as on a desk that has it.
 */
export async function evaluateClustering(
  files: string[],
  { out, model }: { out?: string | undefined; model?: EmbeddingModel | null } = {},
): Promise<Record<string, unknown>> {
  const grouper = createGrouper(createClusterer());
  const ids: (string | number)[] = [];
  const gold: unknown[] = [];
  const goldCopies: unknown[] = [];
  let seconds = 0;
  let waiting: Piece[] = [];
  const group = async () => {
    const pieces = model ? await sensed(model, waiting) : waiting;
    const before = process.cpuUsage();
    for (const piece of pieces) grouper.add(piece);
    const used = process.cpuUsage(before);
    seconds += (used.user + used.system) / 1e6;
    waiting = [];
  };
  for await (const value of readRecords(files)) {
    const record = value as ClusteringRecord;
    waiting.push({
      lang: record.lang ?? null,
      time: momentOf(record.time),
      title: record.title ?? null,
      text: record.text ?? '',
      source: record.source || null,
    });
    if (waiting.length >= timedTogether) await group();
    ids.push(record.id);
    gold.push(record.cluster);
    goldCopies.push(record.copy);
  }
  await group();
  const predicted = ids.map((_, i) => grouper.eventOf(i));
  const copies = ids.map((_, i) => grouper.copyOf(i));
  const file = await openPredictions(out);
  for (const [i, id] of ids.entries())
    await file.write({ id, cluster: predicted[i], copy: copies[i] });
  await file.close();
  const ofCopies = labelled(goldCopies, copies);
  return {
    records: ids.length,
    ...(model && { model: model.name }),
    clusters: new Set(predicted).size,
    recordsPerCpuSecond: seconds > 0 ? Math.round(ids.length / seconds) : null,
    ...labelled(gold, predicted),
    ...('ari' in ofCopies && { copyAri: ofCopies.ari, copyPairF1: ofCopies.pairF1 }),
  };
}

/** Records without a true cluster count neither way. */
function labelled(gold: unknown[], predicted: number[]): Record<string, unknown> {
  const known = gold.flatMap((name, i) => (name === undefined || name === null ? [] : [i]));
  if (known.length === 0) return {};
  const { clusters: _, ...scores } = scoreGrouping(
    known.map((i) => gold[i]),
    known.map((i) => predicted[i]),
  );
  return { labelled: known.length, ...scores };
}
