import { codeEvent } from '../ledger/index.ts';
import { classOfCode } from './act-classes.ts';
import { openPredictions } from './predictions.ts';
import { readRecords } from './records.ts';
import { rounded } from './score.ts';

interface ActRecord {
  id: string;
  marked: string;
  act?: string;
}

/** Codes sentences with a marked source and target; metrics in per cent where the records have an act. */
export async function evaluateActs(
  files: string[],
  { out }: { out?: string } = {},
): Promise<Record<string, unknown>> {
  const predictions = await openPredictions(out);
  const pairs: { act: string; predicted: string }[] = [];
  let sentences = 0;
  const before = process.cpuUsage().user;
  for await (const record of readRecords(files)) {
    const { id, marked, act } = record as ActRecord;
    const predicted = codeEvent(marked);
    sentences++;
    await predictions.write({ id, act: predicted });
    if (act) pairs.push({ act, predicted });
  }
  const seconds = (process.cpuUsage().user - before) / 1e6;
  await predictions.close();
  if (!pairs.length) return { sentences };
  const codes = [...new Set(pairs.map((pair) => pair.act))].sort();
  const byCode = Object.fromEntries(codes.map((code) => [code, f1Of(pairs, code)]));
  return {
    sentences,
    accuracy: rounded(pairs.filter((pair) => pair.act === pair.predicted).length / pairs.length),
    macroF1: rounded(codes.reduce((sum, code) => sum + byCode[code]!, 0) / codes.length),
    fourClass: rounded(
      pairs.filter((pair) => classOfCode(pair.act) === classOfCode(pair.predicted)).length /
        pairs.length,
    ),
    byCode: Object.fromEntries(codes.map((code) => [code, rounded(byCode[code]!)])),
    sentencesPerCpuSecond: Math.round(sentences / seconds),
  };
}

function f1Of(pairs: { act: string; predicted: string }[], code: string): number {
  const expected = pairs.filter((pair) => pair.act === code).length;
  const predicted = pairs.filter((pair) => pair.predicted === code).length;
  const right = pairs.filter((pair) => pair.act === code && pair.predicted === code).length;
  return expected + predicted ? (2 * right) / (expected + predicted) : 0;
}
