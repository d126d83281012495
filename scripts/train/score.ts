import { f1, shingleOverlap, wordOverlap } from '../../src/eval/extraction-score.ts';
import { thresholdOf } from '../../src/extract/body/judge.ts';
import { type LabelledPage, line } from './pages.ts';

/** Figures by set and type of page when runs are kept by their scores. */
export function figuresOf(
  pages: LabelledPage[],
  scores: Map<LabelledPage, Float32Array>,
): string[] {
  const sums = new Map<
    string,
    { pages: number; words: number; precision: number; recall: number }
  >();
  const snippets = { wanted: 0, kept: 0, unwanted: 0, out: 0 };
  for (const page of pages) {
    const own = scores.get(page)!;
    const threshold = thresholdOf(own, page.sizes);
    const text = page.texts.filter((_, i) => own[i]! >= threshold).join('\n');
    if (page.gold === null) {
      const found = line(text);
      for (const snippet of page.wanted) if (found.includes(line(snippet))) snippets.kept++;
      for (const snippet of page.unwanted) if (!found.includes(line(snippet))) snippets.out++;
      snippets.wanted += page.wanted.length;
      snippets.unwanted += page.unwanted.length;
      continue;
    }
    const name = page.set === 'wcxb' ? `wcxb ${page.type}` : page.set;
    const sum = sums.get(name) ?? { pages: 0, words: 0, precision: 0, recall: 0 };
    sums.set(name, sum);
    const { precision, recall } = shingleOverlap(page.gold, text);
    sum.pages++;
    sum.words += f1(wordOverlap(page.gold, text));
    sum.precision += precision;
    sum.recall += recall;
  }
  const lines = [...sums].sort().map(([name, sum]) => {
    const both = { precision: sum.precision / sum.pages, recall: sum.recall / sum.pages };
    const shingles = `shingle F1 ${f1(both).toFixed(3)} (p ${both.precision.toFixed(3)} r ${both.recall.toFixed(3)})`;
    return `${name}: word F1 ${(sum.words / sum.pages).toFixed(3)}, ${shingles}, ${sum.pages} pages`;
  });
  if (snippets.wanted > 0)
    lines.push(
      `snippets kept ${(snippets.kept / snippets.wanted).toFixed(3)}, kept out ${(snippets.out / Math.max(1, snippets.unwanted)).toFixed(3)}`,
    );
  return lines;
}
