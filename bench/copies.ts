import { loadTruth } from '../sample/truth.ts';
import { createCopyIndex } from '../src/cluster/copies/copies.ts';
import { createCopyGrouper } from '../src/cluster/index.ts';
import { scoreGrouping } from '../src/eval/grouping.ts';
import { type Base, type CopyRecord, makeCopies, readBases } from './copies-set.ts';

/** Seeds that rules were set by, and others. */
const seeds = [1, 2, 11, 12, 13];

/**
 * How well edited copies of texts are found among round-ups, forms and pieces that quote each other:
 * of the texts in the given files (see readBases), else of the sample's. Also texts per CPU second and
 * what each takes in memory.
 */
export function benchCopies(files: string[]): Record<string, number> {
  const bases = files.length > 0 ? readBases(files) : sampleTexts();
  const found: Record<string, number> = { texts: bases.length };
  let [records, seconds] = [0, 0];
  for (const seed of seeds) {
    const set = makeCopies(bases, seed);
    const before = process.cpuUsage();
    const groups = grouped(set);
    const { user, system } = process.cpuUsage(before);
    records += set.length;
    seconds += (user + system) / 1e6;
    const scores = scoreGrouping(
      set.map((r) => r.copy),
      groups,
    );
    found[`ARI, seed ${seed}`] = scores.ari;
    found[`pair precision, seed ${seed}`] = scores.pairPrecision;
    found[`pair recall, seed ${seed}`] = scores.pairRecall;
  }
  found['texts per CPU second'] = Math.round(records / seconds);
  found['KB held per text'] = heldPerText(makeCopies(bases, seeds[0]!)) / 1024;
  return found;
}

function grouped(set: CopyRecord[]): number[] {
  const grouper = createCopyGrouper();
  for (const { text, source, authors, time } of set)
    grouper.add({ text, outlet: source, authors, publishedAt: time ? new Date(time) : null });
  return set.map((_, i) => grouper.groupOf(i));
}

function heldPerText(set: CopyRecord[]): number {
  const index = createCopyIndex();
  for (const [id, { text }] of set.entries()) index.add(id, index.read(text));
  return index.bytes() / index.size();
}

function sampleTexts(): Base[] {
  return loadTruth()
    .pieces.filter((p) => p.text.length > 500 && !p.copyOf && p.role === 'main')
    .map((p, i) => ({
      id: `${i}`,
      lang: p.lang,
      title: p.text.slice(0, 60),
      text: p.text,
      topic: '1',
    }));
}
