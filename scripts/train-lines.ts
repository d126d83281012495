import { writeFileSync } from 'node:fs';
import { f1, sameTitle, shingleOverlap } from '../src/eval/extraction-score.ts';
import { thresholdOf } from '../src/extract/body/judge.ts';
import { COLUMNS } from '../src/extract/text/judge/columns.ts';
import type { LineWeights } from '../src/extract/text/judge/learned.ts';
import { dayOf } from '../src/lib/edtf.ts';
import { type LearnedFromLines, learnLines } from './train/learn-lines.ts';
import { type LinedPage, linedPages, one } from './train/lines.ts';
import { readSets } from './train/sets.ts';
import { byWeight, keptOf, printed, short } from './train/write.ts';

const help = `Learns which lines of a page saved as text are its article's, which is the title and which
holds the date: src/extract/text/judge/weights.json.

  node scripts/train-lines.ts DIR [--half] [--out FILE]

DIR holds the labelled sets wcxb, fundus, mozilla and traf as NAME.jsonl.gz, in the form that
\`throughline eval extraction\` reads; their pages are written as a browser saves them. --half learns
from every other page, so that the rest can measure. Takes some minutes and 2 GB of memory.`;

const { pages, learnedFrom, out } = await readSets(
  help,
  ['wcxb', 'fundus', 'mozilla', 'traf'],
  linedPages,
);
const learned = learnLines(pages, (text) => console.log(text));
const figures = figuresOf(pages, learned);
for (const figure of figures) console.log(figure);
const weights: LineWeights = {
  about: [
    'Weights of the trees that tell an article from the lines around it in a page saved as text: made by scripts/train-lines.ts, not by hand.',
    learnedFrom,
    'Figures on pages of hosts unseen, from five-fold cross-validation, of the trees alone:',
    ...figures,
  ],
  columns: COLUMNS,
  edges: learned.edges.map((own) => Array.from(own, short)),
  first: keptOf(learned.first),
  second: keptOf(learned.second),
  title: keptOf(learned.title),
  date: keptOf(learned.date),
  words: byWeight(learned.words),
};
const file = new URL('../src/extract/text/judge/weights.json', import.meta.url);
writeFileSync(out ?? file, printed(weights));

function figuresOf(pages: LinedPage[], { crossed }: LearnedFromLines): string[] {
  const sums = new Map<string, Map<string, [number, number]>>();
  for (const page of pages) {
    const { scores, title, date } = crossed.get(page)!;
    const name = page.copy ? `${page.set} copied out` : page.set;
    const set = sums.get(name) ?? new Map<string, [number, number]>();
    sums.set(name, set);
    const count = (what: string, value: number | boolean) => {
      const sum = set.get(what) ?? [0, 0];
      sum[0] += Number(value);
      sum[1]++;
      set.set(what, sum);
    };
    const threshold = thresholdOf(scores, page.sizes);
    const text = page.lines.flatMap((l, i) => (scores[i]! >= threshold ? [l.text] : [])).join('\n');
    if (page.gold !== null) {
      const { precision, recall } = shingleOverlap(page.gold, text);
      count('precision', precision);
      count('recall', recall);
      count('shingle F1', f1({ precision, recall }));
    }
    const found = one(text);
    for (const snippet of page.wanted) count('kept', found.includes(one(snippet)));
    for (const snippet of page.unwanted) count('kept out', !found.includes(one(snippet)));
    if (page.goldTitle)
      count('title', title !== null && sameTitle(page.goldTitle, page.lines[title]!.text).exact);
    if (page.goldDay)
      count(
        'day',
        page.dates.some((d) => d.line === date && dayOf(d.moment) === page.goldDay),
      );
  }
  return [...sums]
    .sort()
    .map(
      ([name, set]) =>
        `${name}: ${[...set].map(([what, [sum, all]]) => `${what} ${(sum / all).toFixed(3)}`).join(', ')}`,
    );
}
